"""What a serializer of Django REST framework does with rows: `serializer.data` reads every field of each of them.

https://www.django-rest-framework.org/api-guide/serializers/, section 9 of the truth table
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.drf.bound import NARROWED, context, fields, get_fields, readable_fields
from orm_lint.conventions.drf.fields import AT, FIELD, PATH, SERIALIZER, initialised
from orm_lint.conventions.drf.fields import construct as construct_field
from orm_lint.conventions.drf.output import MANY, as_dict, child_of, listed, represent, show_each, show_fields
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Box, Instance, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Const, Plain, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

KEPT = "_data"
NO_CONTEXT: dict[str | int | None, Value] = {None: NONE}
"""A dict that is known to hold no name: an empty one may be filled where we do not look."""
KNOWN = frozenset(
    "instance data many context partial read_only write_only required source allow_null default label help_text style "
    "error_messages validators initial max_length min_length allow_empty child".split()
)


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdSerializer(rows, many=True)`; the `__init__` of the project is run, as it is for each of many."""
    ref = frame.make(state, ("serializer", node.at, symbol.key), Instance(symbol, frame.exec))
    own = Given(args.args, tuple(pair for pair in args.keywords if pair[0] != "many"), args.is_complete)
    if not initialised(frame, state, ref, symbol, own, node):
        initialise(frame, state, Given((ref, *own.args), own.keywords, own.is_complete), node)
    held = state.heap[ref.id]
    assert isinstance(held, Instance)
    is_narrowed = not args.is_complete or any(name not in KNOWN for name, _ in args.keywords)
    how = {MANY: args.keyword("many") or NONE, NARROWED: Const(is_narrowed)}
    place = {AT: Const(node.at), PATH: Const(frame.module.path)}
    state.heap[ref.id] = replace(held, attrs={**held.attrs, **how, **place})
    return ref


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseSerializer.__init__()`."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return NONE
    named = {name: value for name, value in args.keywords if name in KNOWN and name != "data"}
    first = dict(zip(("instance", "data"), args.args[1:], strict=False))
    attrs: dict[str, Value] = {"instance": NONE, **held.attrs, **named}
    attrs["instance"] = first.get("instance", named.get("instance", NONE))
    data = first.get("data", args.keyword("data"))
    if data is not None:
        attrs["initial_data"] = data
    if args.is_complete and "context" not in attrs:
        attrs["context"] = frame.make(state, ("no context", node.at), Box("dict", frame.exec, entries=NO_CONTEXT))
    state.heap[ref.id] = replace(held, attrs=attrs)
    return NONE


def data(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.data`: the output for the row, or for each of the rows; it is made once."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    if KEPT in held.attrs:
        return held.attrs[KEPT]
    value = _data(frame, state, ref, held, node)
    after = state.heap[ref.id]
    if isinstance(after, Instance):
        state.heap[ref.id] = replace(after, attrs={**after.attrs, KEPT: value})
    return value


def _data(frame: Frame, state: State, ref: Ref, held: Instance, node: ir.Node) -> Value:
    instance = held.attrs.get("instance", NONE)
    if held.attrs.get(MANY) == TRUE or "child" in held.attrs:
        return listed(frame, state, ref, held, instance, node)
    for option in options(instance):
        if _is_many(state, option) and held.attrs.get(MANY, NONE) != NONE:
            return listed(frame, state, ref, held, option, node)
    return represent(frame, state, ref, held.symbol, instance, node)


def _is_many(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def list_to_representation(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_representation(rows)` in a list serializer of the project."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref) or len(args.args) < 2:
        return Plain()
    return show_each(frame, state, child_of(held, ref), args.args[1], node)


def to_representation(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_representation(row)` in a serializer of the project."""
    ref = args.args[0]
    held = state.held(ref)
    if isinstance(held, Instance) and isinstance(ref, Ref) and len(args.args) > 1:
        show_fields(frame, state, ref, args.args[1], node)
    return as_dict(frame, state, node)


NAMES = ("BaseSerializer", "Serializer", "ModelSerializer", "ListSerializer")
MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"rest_framework.serializers.{name}.data", data) for name in NAMES),
    *((f"rest_framework.serializers.{name}.to_representation", to_representation) for name in NAMES[1:3]),
    *((f"rest_framework.serializers.{name}.get_fields", get_fields) for name in NAMES[1:3]),
    *((f"rest_framework.serializers.{name}.__init__", initialise) for name in NAMES),
    ("rest_framework.serializers.ListSerializer.to_representation", list_to_representation),
    ("rest_framework.serializers.Serializer.fields", fields),
    ("rest_framework.serializers.Serializer._readable_fields", readable_fields),
    ("rest_framework.fields.Field.context", context),
)
CLASSES: tuple[tuple[str, ClassModel], ...] = ((SERIALIZER, construct), (FIELD, construct_field))
