"""What one class body declares: its fields and managers, each told by the ancestry of the class it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.metaclasses import handed_on
from orm_lint.project.models.body import reached
from orm_lint.project.models.construct import carried, construct
from orm_lint.project.models.frame import Frame, Named, Positional, keyword_map, positional_list
from orm_lint.project.models.graph import FieldKind, Place
from orm_lint.project.modules import Module
from orm_lint.project.names import MAX_ANCESTORS, MAX_HOPS, Names
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, Scope, Symbol, ValueSymbol

MODEL = "django.db.models.base.Model"
MODELS = frozenset({MODEL, "django.db.models.Model"})
KINDS: dict[str, FieldKind] = {
    "django.db.models.fields.related.ManyToManyField": "many_to_many",
    "django.db.models.fields.related.OneToOneField": "one_to_one",
    "django.db.models.fields.related.ForeignKey": "forward",
    "django.contrib.contenttypes.fields.GenericRelation": "generic_relation",
    "django.contrib.contenttypes.fields.GenericForeignKey": "generic_key",
    "django.db.models.fields.related.ForeignObject": "foreign_object",
    "taggit.managers.TaggableManager": "many_to_many",
    "django.db.models.fields.Field": "plain",
}
FIELDS = frozenset(KINDS)
# How the classes of fields are called. Only what is called so is looked up, which saves most of the time.
FIELD_ENDINGS = ("Field", "Key", "Relation")
PLAIN_MANAGER = "django.db.models.manager.Manager"
MANAGERS = frozenset({"django.db.models.manager.BaseManager", PLAIN_MANAGER})
QUERYSET = "django.db.models.query.QuerySet"


class DeclaredField(Struct, frozen=True, eq=False):
    """A field as a class body states it; `symbol` is its class, `arguments` what Django's constructor receives."""

    name: str
    kind: FieldKind
    symbol: ClassSymbol
    arguments: Named
    written: Named
    place: Place


class DeclaredManager(Struct, frozen=True):
    """A manager as a class body states it; `queryset` is set for `as_manager()` and `from_queryset()`."""

    name: str
    type: str
    queryset: str | None
    place: Place


def is_model(names: Names, symbol: ClassSymbol) -> bool:
    """Whether a class descends from Model (Model itself is none), through no more ancestors than anybody writes.

    Where an ancestor stands in a package that could not be read, a class that declares model fields is taken for one.
    """
    if symbol.dotted == MODEL:
        return False
    if names.descends_from(symbol, MODELS):
        return len(names.mro(symbol)) < MAX_ANCESTORS
    return names.has_unread_base(symbol) and any(
        isinstance(found, ClassSymbol) and _declares_fields(names, found) for found in names.mro(symbol)
    )


def _declares_fields(names: Names, symbol: ClassSymbol) -> bool:
    """Whether a class body declares a field; the names remember it, because many classes share an ancestor."""
    if symbol.key not in names.declaring:
        names.declaring[symbol.key] = _has_field(names, symbol)
    return names.declaring[symbol.key]


def _has_field(names: Names, symbol: ClassSymbol) -> bool:
    for _, binding in _assigned(names, symbol):
        match binding.value:
            case ir.Call(func=ir.Name(id=name) | ir.Attr(name=name) as func) if name.endswith(FIELD_ENDINGS):
                made_by = names.follow(names.resolve(symbol.module, func, (symbol,)))
                if isinstance(made_by, ClassSymbol) and field_kind(names, made_by):
                    return True
    return False


def field_kind(names: Names, symbol: ClassSymbol) -> FieldKind | None:
    """The kind of field that instances of a class are; None if they are no fields."""
    if not names.descends_from(symbol, FIELDS):
        return None
    return next((KINDS[found.dotted] for found in names.mro(symbol) if found.dotted in KINDS), None)


def declared_fields(names: Names, symbol: ClassSymbol) -> Iterator[DeclaredField]:
    """The fields in a class body, in source order."""
    for name, binding in _assigned(names, symbol):
        if field := field_of(names, symbol, name, binding.value, Place(symbol.module, binding.at)):
            yield field


def field_of(names: Names, symbol: ClassSymbol, name: str, value: ir.Expr | None, place: Place) -> DeclaredField | None:
    """The field that `name = value` in the body of `symbol` declares."""
    if not isinstance(value, ir.Call):
        return None
    scope = (symbol,)
    made_by = names.follow(names.resolve(place.module, value.func, scope))
    if isinstance(made_by, FunctionSymbol):
        frame = Frame(names, place.module, scope)
        return _made_by_function(
            made_by, name, place, (positional_list(frame, value.args), keyword_map(frame, value)), names
        )
    if not isinstance(made_by, ClassSymbol):
        return None
    kind = field_kind(names, made_by)
    if kind is None:
        return None
    arguments = construct(names, made_by, value, place.module, scope)
    written = keyword_map(Frame(names, place.module, scope), value)
    return DeclaredField(name, kind, made_by, arguments, written, place)


def _made_by_function(
    function: FunctionSymbol, name: str, place: Place, given: tuple[Positional, Named], names: Names, depth: int = 0
) -> DeclaredField | None:
    """A field made by a helper that returns the call of a field class, or of another helper."""
    owner, whole = function.owner, function.module.whole(function.node)
    inner = Frame(names, function.module, (owner,) if owner else ()).bind(whole.params, *given)
    call = reached(inner, whole.body)
    if call is None or depth > MAX_HOPS:
        return None
    handed = positional_list(inner, call.args), keyword_map(inner, call)
    made_by = names.follow(names.resolve(inner.module, call.func))
    if isinstance(made_by, FunctionSymbol):
        return _made_by_function(made_by, name, place, handed, names, depth + 1)
    if isinstance(made_by, ClassSymbol) and (kind := field_kind(names, made_by)):
        return DeclaredField(name, kind, made_by, carried(names, made_by, *handed), {}, place)
    return None


def declared_managers(names: Names, symbol: ClassSymbol) -> Iterator[DeclaredManager]:
    """The managers in a class body, in source order."""
    for name, binding in _assigned(names, symbol):
        if found := manager_of(names, name, binding.value, Place(symbol.module, binding.at), (symbol,)):
            yield found


def manager_of(
    names: Names, name: str, value: ir.Expr | None, place: Place, scope: tuple[ClassSymbol, ...] = ()
) -> DeclaredManager | None:
    """The manager that `name = value` declares; None if the value makes none."""
    if not isinstance(value, ir.Call):
        return None
    module, func = place.module, value.func
    if isinstance(func, ir.Attr) and func.name == "as_manager":
        queryset = handed_on(names, names.follow(names.resolve(module, func.value, scope)), "as_manager")
        if isinstance(queryset, ClassSymbol) and _descends(names, queryset, frozenset({QUERYSET})):
            return DeclaredManager(name, PLAIN_MANAGER, queryset.dotted, place)
    made_by = names.follow(names.resolve(module, func, scope))
    if not isinstance(made_by, ClassSymbol) or not _descends(names, made_by, MANAGERS):
        return None
    return DeclaredManager(name, made_by.dotted, _queryset_of(names, module, func, scope), place)


def _queryset_of(names: Names, module: Module, made_from: ir.Expr, scope: Scope = (), depth: int = 0) -> str | None:
    """The queryset class of a manager class: that of `Manager.from_queryset(MyQuerySet)`, however it is named."""
    if depth > MAX_HOPS:
        return None
    match made_from:
        case ir.Call(func=ir.Attr(name="from_queryset"), args=(argument, *_)):
            found = handed_on(names, names.follow(names.resolve(module, argument, scope)), "as_manager")
            return found.dotted if isinstance(found, ClassSymbol | External) else None
    match names.resolve(module, made_from, scope):
        case ValueSymbol(holder, Assigned(value=value, index=None)) if value is not None:
            return _queryset_of(names, holder, value, (), depth + 1)
        case ValueSymbol(holder, Assigned(value=ir.Call() as call, index=int(index))) if names.calls:
            element = names.calls(holder, call, (), index)
            if isinstance(element, ValueSymbol) and element.binding.value is not None:
                return _queryset_of(names, element.module, element.binding.value, (), depth + 1)
            manager = names.follow(element)
        case symbol:
            manager = names.follow(symbol)
    if not isinstance(manager, ClassSymbol) or manager.dotted in MANAGERS:
        return None
    inherited = (_queryset_of(names, manager.module, base, (), depth + 1) for base in manager.node.bases)
    return next((queryset for queryset in inherited if queryset), None)


def _descends(names: Names, symbol: Symbol | None, wanted: frozenset[str]) -> bool:
    return isinstance(symbol, ClassSymbol) and names.descends_from(symbol, wanted)


def _assigned(names: Names, symbol: ClassSymbol) -> Iterator[tuple[str, Assigned]]:
    for name, bindings in names.members(symbol).names.items():
        last = bindings[-1]
        if isinstance(last, Assigned):
            yield name, last
