"""Types of graphene-django: which fields a class declares, which `Meta` implies, what each gives for an object.

As read in graphene-django 3.2 (`types.py`, `fields.py`, `converter.py`) and measured.
https://docs.graphene-python.org/projects/django/en/latest/queries/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.interpreter.annotations import at_end
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, Symbol

DJANGO_TYPES = frozenset({
    "graphene_django.DjangoObjectType", "graphene_django.types.DjangoObjectType",
    "graphene_django_optimizer.OptimizedDjangoObjectType", "graphene_django_optimizer.types.OptimizedDjangoObjectType",
})  # fmt: skip
TYPES = DJANGO_TYPES | {"graphene.ObjectType", "graphene.types.ObjectType", "graphene.types.objecttype.ObjectType"}
WRAPPERS = frozenset({"graphene.NonNull", "graphene.types.NonNull", "graphene.types.structures.NonNull"})
LISTS = frozenset({"graphene.List", "graphene.types.List", "graphene.types.structures.List"})
FIELDS = frozenset({"graphene.Field", "graphene.types.Field", "graphene.types.field.Field"})
SCALARS = ("graphene.String", "graphene.Int", "graphene.Float", "graphene.Boolean", "graphene.ID", "graphene.types.")
DJANGO_LISTS = frozenset({"graphene_django.DjangoListField", "graphene_django.fields.DjangoListField"})
FILTERED = frozenset({
    "graphene_django.filter.DjangoFilterConnectionField", "graphene_django.filter.fields.DjangoFilterConnectionField",
})  # fmt: skip
PAGES = FILTERED | {"graphene_django.DjangoConnectionField", "graphene_django.fields.DjangoConnectionField"}
OWN_WAYS = ("list_resolver", "resolve_queryset", "connection_resolver", "resolve_connection", "wrap_resolve",
            "get_resolver", "get_queryset_resolver", "get_queryset")  # fmt: skip
PACKAGES = ("graphene", "graphene_django")
REGISTRY = "graphene types"

Kind: TypeAlias = Literal["value", "one", "list", "django", "page", "filtered"]


class Declared(Struct, frozen=True):
    """A field that a class assigns. `resolver` is what its call is given by that name, `source` likewise."""

    name: str
    kind: Kind
    stop: Stop
    owner: ClassSymbol
    target: ClassSymbol | None
    resolver: ir.Expr | None = None
    source: str = ""


def is_type(world: World, symbol: ClassSymbol) -> bool:
    return world.names.descends_from(symbol, TYPES)


def model_of(world: World, symbol: ClassSymbol) -> Model | None:
    """The model that `Meta` names."""
    meta = world.names.class_member(symbol, "Meta")
    if not isinstance(meta, ClassSymbol) or not world.names.descends_from(symbol, DJANGO_TYPES):
        return None
    found = world.names.class_member(meta, "model")
    found = world.names.follow(found) if found is not None else None
    return world.model_of(found) if isinstance(found, ClassSymbol) else None


def register(world: World, symbol: ClassSymbol) -> None:
    """Notes the type of a model: relations lead to it."""
    model = model_of(world, symbol)
    meta = world.names.class_member(symbol, "Meta")
    is_hidden = isinstance(meta, ClassSymbol) and world.names.class_member(meta, "skip_registry") is not None
    if model is not None and not is_hidden:
        known = registry(world)
        known[model.label] = (*known.get(model.label, ()), symbol)


def registry(world: World) -> dict[str, tuple[ClassSymbol, ...]]:
    known = world.class_values.setdefault(REGISTRY, {})
    assert isinstance(known, dict)
    return known


def declared(world: World, symbol: ClassSymbol) -> dict[str, Declared | None]:
    """The fields that a class and its ancestors in the project assign; None for one whose class is not known."""
    found: dict[str, Declared | None] = {}
    for owner in reversed(world.names.mro(symbol)):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project":
            for name, bindings in world.names.members(owner).names.items():
                binding = bindings[-1]
                if isinstance(binding, Assigned) and isinstance(binding.value, ir.Call):
                    found[name] = _declared(world, owner, name, binding, binding.value)
    return found


def _declared(world: World, owner: ClassSymbol, name: str, binding: Assigned, call: ir.Call) -> Declared | None:
    kind, target = _shape(world, owner, call)
    if kind is None:
        return None
    keywords = {keyword.name: keyword.value for keyword in call.keywords}
    source = keywords.get("source")
    text = source.value if isinstance(source, ir.Const) and isinstance(source.value, str) else ""
    stop = Stop(owner.module, binding.at, f"{owner.node.name}.{name}")
    return Declared(name, kind, stop, owner, target, keywords.get("resolver"), text)


def _shape(world: World, owner: ClassSymbol, call: ir.Call) -> tuple[Kind | None, ClassSymbol | None]:
    """What the call that makes a field is: its kind, and the type that it shows."""
    found = world.names.follow(world.names.resolve(owner.module, call.func, (owner,)))
    names = _names(world, found)
    first = call.args[0] if call.args else None
    if names & WRAPPERS and isinstance(first, ir.Call):
        return _shape(world, owner, first)
    if names & FIELDS:
        inner = _shape(world, owner, first) if isinstance(first, ir.Call) else (None, None)
        return inner if inner[0] is not None else ("one", _target(world, owner, first))
    for kind, known in KINDS:
        if names & known and not _has_own_way(world, found):
            return kind, _target(world, owner, first)
    if any(name.startswith(SCALARS) for name in names):
        return "value", None
    return None, None


KINDS: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("list", LISTS), ("django", DJANGO_LISTS), ("filtered", FILTERED), ("page", PAGES),
)  # fmt: skip


def _names(world: World, found: Symbol | None) -> frozenset[str]:
    if isinstance(found, ClassSymbol):
        return frozenset(ancestor.dotted for ancestor in world.names.mro(found))
    return frozenset({getattr(found, "dotted", "")})


def _has_own_way(world: World, found: Symbol | None) -> bool:
    """Whether the project's field class does what graphene-django does in a way of its own."""
    if not isinstance(found, ClassSymbol):
        return False
    members = (world.names.class_member(found, name) for name in OWN_WAYS)
    return any(isinstance(one, FunctionSymbol) and one.module.name.partition(".")[0] not in PACKAGES for one in members)


def _target(world: World, owner: ClassSymbol, expr: ir.Expr | None) -> ClassSymbol | None:
    """The type that an expression means: a class, `lambda: Class`, `NonNull(Class)`, a dotted name."""
    match expr:
        case ir.Lambda(body=body):
            return _target(world, owner, body)
        case ir.Call(args=(inner, *_)):
            return _target(world, owner, inner)
        case ir.Const(value=str(text)):
            found = world.names.dotted(text) if "." in text else world.names.lookup(owner.module, text)
        case ir.Name() | ir.Attr():
            found = world.names.resolve(owner.module, at_end(expr), ())
        case _:
            return None
    found = world.names.follow(found) if found is not None else None
    return found if isinstance(found, ClassSymbol) and is_type(world, found) else None


def page_options(world: World, symbol: ClassSymbol) -> Iterator[str]:
    """The options of `Meta` that make a relation to this type a connection."""
    meta = world.names.class_member(symbol, "Meta")
    for name in ("interfaces", "connection", "use_connection", "filter_fields", "filterset_class"):
        if isinstance(meta, ClassSymbol) and world.names.class_member(meta, name) is not None:
            yield name
