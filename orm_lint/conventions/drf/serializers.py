"""What a serializer of Django REST framework does with rows: `serializer.data` reads every field of each of them.

https://www.django-rest-framework.org/api-guide/serializers/, section 9 of the truth table
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from orm_lint.conventions.common.build import caused, stated
from orm_lint.conventions.common.members import is_own, mentioned
from orm_lint.conventions.drf.bound import context, fields, get_fields, readable_fields, shown_fields
from orm_lint.conventions.drf.declared import class_in
from orm_lint.conventions.drf.fields import FIELD, SERIALIZER, Field, initialised
from orm_lint.conventions.drf.fields import construct as construct_field
from orm_lint.conventions.drf.shown import ROW, SHOWN, every, restore
from orm_lint.interpreter import attributes
from orm_lint.interpreter.calls import run_expression
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Const, Plain, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

MANY = "$many"
NARROWED = "$narrowed"
KEPT = "_data"
MOST_NESTED = 2
WAYS_OUT = frozenset({"parent", "root"})
DEEPEST = 8
KNOWN = frozenset(
    "instance data many context partial read_only write_only required source allow_null default label help_text style "
    "error_messages validators initial max_length min_length allow_empty child".split()
)


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdSerializer(rows, many=True)`; the `__init__` of the project is run, as it is for each of many."""
    ref = frame.make(state, ("serializer", node.at, symbol.key), Instance(symbol, frame.exec))
    own = Given(args.args, tuple(pair for pair in args.keywords if pair[0] != "many"), args.is_complete)
    if not initialised(frame, state, ref, symbol, own, node):
        initialise(frame, state, Given((ref, *own.args), own.keywords), node)
    construct_field_place(frame, state, ref, node)
    held = state.heap[ref.id]
    assert isinstance(held, Instance)
    is_narrowed = not args.is_complete or any(name not in KNOWN for name, _ in args.keywords)
    attrs = {**held.attrs, MANY: args.keyword("many") or NONE, NARROWED: Const(is_narrowed)}
    state.heap[ref.id] = replace(held, attrs=attrs)
    return ref


def construct_field_place(frame: Frame, state: State, ref: Ref, node: ir.Call) -> None:
    """Notes where a serializer was made: it may be a field of another one."""
    from orm_lint.conventions.drf.fields import AT, PATH

    held = state.heap[ref.id]
    if isinstance(held, Instance):
        attrs = {**held.attrs, AT: Const(node.at), PATH: Const(frame.module.path)}
        state.heap[ref.id] = replace(held, attrs=attrs)


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseSerializer.__init__()`."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return NONE
    named = {name: value for name, value in args.keywords if name in KNOWN and name != "data"}
    first = dict(zip(("instance", "data"), args.args[1:], strict=False))
    attrs: dict[str, Value] = {"instance": NONE, **held.attrs, **named}
    attrs["instance"] = first.get("instance", named.get("instance", NONE))
    data = first.get("data", args.keyword("data"))
    if data is not None:
        attrs["initial_data"] = data
    state.heap[ref.id] = replace(held, attrs=attrs)
    return NONE


def data(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.data`: the output for the row, or for each of the rows; it is made once."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
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
        return _listed(frame, state, ref, held, instance, node)
    for option in options(instance):
        if _is_many(state, option) and held.attrs.get(MANY, NONE) != NONE:
            return _listed(frame, state, ref, held, option, node)
    return represent(frame, state, ref, held.symbol, instance, node)


def _is_many(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def _listed(frame: Frame, state: State, ref: Ref, held: Instance, rows: Value, node: ir.Node) -> Value:
    """The output of a list, by the class that `Meta.list_serializer_class` names."""
    meta = frame.world.names.class_member(held.symbol, "Meta")
    own = class_in(frame, meta, "list_serializer_class") if isinstance(meta, ClassSymbol) else None
    if own is not None and is_own(frame, own, "to_representation"):
        attrs = {"instance": rows, "child": ref, "context": held.attrs.get("context", NONE)}
        many = frame.make(state, ("list", node.at), Instance(own, frame.exec, attrs))
        shown = attributes.call_member(frame, state, many, "to_representation", node, rows)
        return shown if shown is not None else Plain()
    return _each(frame, state, _child(held, ref), rows, node)


def _child(held: Instance, ref: Ref) -> Ref:
    child = held.attrs.get("child")
    return child if isinstance(child, Ref) else ref


def _each(frame: Frame, state: State, child: Ref, rows: Value, node: ir.Node) -> Value:
    held = state.heap.get(child.id)
    if isinstance(held, Instance):
        symbol = held.symbol
        every(frame, state, rows, node, lambda inner, row: _drop(represent(frame, inner, child, symbol, row, node)))
    return frame.make(state, ("data", node.at), Box("list", frame.exec, Plain(), size="unknown"))


def _drop(_value: Value) -> None:
    """The output of one row."""


def list_to_representation(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_representation(rows)` in a list serializer of the project."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
    if not isinstance(held, Instance) or not isinstance(ref, Ref) or len(args.args) < 2:
        return Plain()
    return _each(frame, state, _child(held, ref), args.args[1], node)


def to_representation(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_representation(row)` in a serializer of the project."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
    if isinstance(held, Instance) and isinstance(ref, Ref) and len(args.args) > 1:
        show_fields(frame, state, ref, args.args[1])
    return _output(frame, state, node)


def represent(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, row: Value, node: ir.Node) -> Value:
    """The output for one row, as the class defines it."""
    calls = frame.calls
    frame.calls = (*calls, frame.stop(node))
    try:
        own = stated(frame.world, symbol, "to_representation")
        if own is not None:
            with caused(frame, replace(own, text=f"{symbol.node.name}.to_representation")):
                shown = attributes.call_member(frame, state, ref, "to_representation", node, row)
            return shown if shown is not None else Plain()
        show_fields(frame, state, ref, row)
        return _output(frame, state, node)
    finally:
        frame.calls = calls


def _output(frame: Frame, state: State, node: ir.Node) -> Ref:
    return frame.make(state, ("shown", node.at), Box("dict", frame.exec, Plain(), Plain()))


def show_fields(frame: Frame, state: State, ref: Ref, row: Value) -> None:
    """Reads all fields from a row, or from a dict."""
    for option in options(row):
        if isinstance(option, Ref) and isinstance(state.heap.get(option.id), Row | Instance | Box):
            _note(frame, state, ref, option)
            for field in shown_fields(frame, state, ref):
                _show(frame, state, ref, field, option)


def _note(frame: Frame, state: State, ref: Ref, row: Ref) -> None:
    """Notes that rows of a known model are shown by a serializer class, for `--statistics`."""
    held = state.heap.get(ref.id)
    if isinstance(held, Instance) and isinstance(state.heap.get(row.id), Row):
        frame.world.shown.add(held.symbol.key)


def _show(frame: Frame, state: State, ref: Ref, field: Field, row: Ref) -> None:
    kept = state.env.get(ROW)
    state.env[ROW] = row
    held = state.heap[ref.id]
    name = held.symbol.node.name if isinstance(held, Instance) else ""
    try:
        with caused(frame, replace(field.stop, text=f"{name}.{field.name}")):
            SHOWN[field.kind](frame, state, ref, field)
    finally:
        restore(state, kept)


def show_nested(frame: Frame, state: State, parent: Ref, field: Field, shown: Value) -> None:
    """Shows what a field gives by a serializer of its own."""
    symbol, at = field.symbol, field.stop.at
    if symbol is None or len(frame.calls) >= DEEPEST or _depth(frame, field) >= MOST_NESTED:
        return
    node = ir.Name(at, field.name)
    child = _nested(frame, state, field, symbol)
    held, outer = state.heap[child.id], state.heap.get(parent.id)
    assert isinstance(held, Instance)
    around = _around(frame, parent, symbol, outer.attrs if isinstance(outer, Instance) else {})
    attrs = {**around, **held.attrs, "instance": NONE, MANY: Const(field.many)}
    state.heap[child.id] = replace(held, attrs=attrs)
    if field.many:
        _listed(frame, state, child, held, shown, node)
    else:
        represent(frame, state, child, symbol, shown, node)


def _around(frame: Frame, parent: Ref, symbol: ClassSymbol, outer: Mapping[str, Value]) -> dict[str, Value]:
    """What a nested serializer knows of those around it, as far as its code asks: else one run does for all of them."""
    names = mentioned(frame.world, symbol)
    found: dict[str, Value] = {}
    if names & WAYS_OUT:
        found["parent"] = parent
    if names & {*WAYS_OUT, "context", "_context"}:
        found["context"] = outer.get("context", NONE)
    return found


def _depth(frame: Frame, field: Field) -> int:
    """How often a field is being shown already: serializers may nest themselves."""
    return sum(call.at == field.stop.at and call.module is field.stop.module for call in frame.calls)


def _nested(frame: Frame, state: State, field: Field, symbol: ClassSymbol) -> Ref:
    """The nested serializer: only one with code of its own is made as the project writes it."""
    if field.made is not None and isinstance(state.heap.get(field.made.id), Instance):
        return field.made
    if field.origin is not None and is_own(frame, symbol, "__init__"):
        origin = field.origin
        node = ir.Name(origin.expr.at, field.name)
        value = run_expression(frame, state, origin.module, origin.expr, origin.owner, node)
        held = state.heap.get(value.id) if isinstance(value, Ref) else None
        if isinstance(value, Ref) and isinstance(held, Instance) and held.symbol.key == symbol.key:
            return value
    return frame.make(state, ("nested", field.stop.at, symbol.key), Instance(symbol, frame.exec))


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
