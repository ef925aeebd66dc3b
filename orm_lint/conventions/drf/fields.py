"""The fields of Django REST framework's serializers: what each class of them reads is section 9 of the truth table."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own, runs_own_init
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Const, Ref, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

FIELD = "rest_framework.fields.Field"
SERIALIZER = "rest_framework.serializers.BaseSerializer"
LIST = "rest_framework.serializers.ListSerializer"
HIDDEN = frozenset({"rest_framework.fields.HiddenField"})
AT, PATH, OWN = "$at", "$path", "$own"

Kind: TypeAlias = Literal[
    "value", "list", "method", "nested", "key", "text", "slug", "link", "implied", "custom", "hidden", "unknown"
]
KINDS: tuple[tuple[str, Kind], ...] = (
    (SERIALIZER, "nested"),
    ("rest_framework.fields.SerializerMethodField", "method"),
    ("rest_framework.fields.ListField", "list"),
    ("rest_framework.fields.DictField", "list"),
    ("rest_framework.relations.PrimaryKeyRelatedField", "key"),
    ("rest_framework.relations.StringRelatedField", "text"),
    ("rest_framework.relations.SlugRelatedField", "slug"),
    ("rest_framework.relations.HyperlinkedRelatedField", "link"),
    (FIELD, "value"),
)
ON_THE_ROW = frozenset({"rest_framework.relations.HyperlinkedIdentityField"})
FIRST = {"method": "method_name", "slug": "slug_field", "link": "view_name"}
NAMED = {"method": "method_name", "slug": "slug_field", "link": "lookup_field"}


class Origin(Struct, frozen=True):
    """The expression in the body of a class that makes a field."""

    module: Module
    expr: ir.Expr
    owner: ClassSymbol


class Field(Struct, frozen=True):
    """One field of the output. `source` are the names that lead from the row to its value; none is the row itself.

    `related` is the attribute that a slug or link shows, or the name of the method; `depth` how deep an implied
    relation is nested. `child` shows what is in a list. A nested serializer is made by `origin`, or is `made` already.
    A `hidden` field takes input only, of an `unknown` one nothing is said.
    """

    name: str
    kind: Kind
    stop: Stop
    source: tuple[str, ...]
    many: bool = False
    symbol: ClassSymbol | None = None
    related: str = "pk"
    depth: int = 0
    child: Field | None = None
    origin: Origin | None = None
    made: Ref | None = None


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`CharField(source="owner.name")`: an instance that keeps its arguments."""
    attrs: dict[str, Value] = {AT: Const(node.at), PATH: Const(frame.module.path)}
    ref = frame.make(state, ("field", node.at, symbol.key), Instance(symbol, frame.exec, attrs))
    if not initialised(frame, state, ref, symbol, args, node):
        initialise(frame, state, Given((ref, *args.args), args.keywords, args.is_complete), node)
    return ref


def initialised(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, args: Given, node: ir.Call) -> bool:
    """Runs the `__init__` that the project defines; false if it defines none, or none that comes to an end."""
    if not is_own(frame, symbol, "__init__"):
        return False
    before = state.copy()
    try:
        return runs_own_init(frame, state, ref, symbol, args, node)
    except Dead:
        state.become(before)
        return False


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Field.__init__()`, and that of all of its subclasses in the framework."""
    ref = args.args[0]
    held = state.held(ref)
    if isinstance(held, Instance) and isinstance(ref, Ref):
        kind = kind_of(frame.world, held.symbol)
        first = dict(zip((FIRST.get(kind, ""),), args.args[1:], strict=False))
        kept = {**held.attrs, **first, **dict(args.keywords)}
        state.heap[ref.id] = Instance(held.symbol, held.nest, kept, held.is_open)
    return NONE


def kind_of(world: World, symbol: ClassSymbol) -> Kind:
    """What a class of fields shows; `unknown` if it is none that we can read."""
    return next((kind for base, kind in KINDS if world.names.descends_from(symbol, frozenset({base}))), "unknown")


def described(frame: Frame, state: State, name: str, value: Value, stop: Stop) -> Field | None:
    """The field that an instance is, under a name; None for what is no field."""
    found: Field | None = None
    for option in options(value):
        held = state.held(option)
        if isinstance(held, Instance) and isinstance(option, Ref):
            found = _described(frame, state, name, option, held, stop)
        elif isinstance(option, Unknown):
            return Field(name, "unknown", stop, (name,))
    return found


def _described(frame: Frame, state: State, name: str, ref: Ref, held: Instance, stop: Stop) -> Field | None:
    names, attrs = frame.world.names, held.attrs
    kind = kind_of(frame.world, held.symbol)
    if kind == "unknown":
        return Field(name, kind, stop, (name,)) if names.has_unread_base(held.symbol) else None
    if attrs.get("write_only") == TRUE or names.descends_from(held.symbol, HIDDEN):
        return Field(name, "hidden", stop, ())
    source = attrs.get("source", NONE)
    if not isinstance(source, Const):
        return Field(name, "unknown", stop, (name,))
    text = str(source.value or name)
    path = () if text == "*" or names.descends_from(held.symbol, ON_THE_ROW) else tuple(text.split("."))
    is_many, symbol = attrs.get("many") == TRUE or attrs.get("$many") == TRUE, held.symbol
    child = attrs.get("child")
    shown = described(frame, state, "", child, stop) if child is not None else None
    if names.descends_from(symbol, frozenset({LIST})) and shown is not None and shown.symbol is not None:
        return Field(name, "nested", stop, path, True, shown.symbol, made=shown.made)
    if kind not in ("nested", "method") and any(
        is_own(frame, symbol, own) for own in ("to_representation", "get_attribute")
    ):
        kind = "custom"
    return Field(name, kind, stop, path, is_many, symbol, _related(frame, name, held), child=shown, made=ref)


def _related(frame: Frame, name: str, held: Instance) -> str:
    kind = kind_of(frame.world, held.symbol)
    given = held.attrs.get(NAMED.get(kind, ""))
    if given is None and kind == "link":
        bound = frame.world.evaluator.class_lookup(held.symbol, "lookup_field")
        return bound.value if bound is not None and isinstance(bound.value, str) else "pk"
    if isinstance(given, Const) and isinstance(given.value, str):
        return given.value
    return f"get_{name}" if kind == "method" else "pk"


def without_objects(field: Field | None) -> Field | None:
    """The field as it can be kept: objects of the state that it was read in are not there elsewhere."""
    return replace(field, child=without_objects(field.child), made=None) if field is not None else None


def place_of(frame: Frame, held: Instance, name: str) -> Stop | None:
    """Where a field was made."""
    at, path = held.attrs.get(AT), held.attrs.get(PATH)
    if not isinstance(at, Const) or not isinstance(path, Const):
        return None
    module = frame.world.module_at(str(path.value))
    return Stop(module, int(at.value or 0), name) if module is not None else None


FIELDS = (
    "Field BooleanField CharField EmailField RegexField SlugField URLField UUIDField IPAddressField IntegerField "
    "FloatField DecimalField DateTimeField DateField TimeField DurationField ChoiceField MultipleChoiceField "
    "FilePathField FileField ImageField ListField DictField HStoreField JSONField ReadOnlyField HiddenField "
    "SerializerMethodField ModelField"
).split()
RELATIONS = (
    "RelatedField StringRelatedField PrimaryKeyRelatedField HyperlinkedRelatedField HyperlinkedIdentityField "
    "SlugRelatedField ManyRelatedField"
).split()
MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"rest_framework.fields.{name}.__init__", initialise) for name in FIELDS),
    *((f"rest_framework.relations.{name}.__init__", initialise) for name in RELATIONS),
)
