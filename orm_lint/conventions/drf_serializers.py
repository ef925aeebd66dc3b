"""What a serializer of Django REST framework does with rows: `serializer.data` reads every field of each of them.

https://www.django-rest-framework.org/api-guide/serializers/, section 9 of the truth table
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.conventions.build import caused
from orm_lint.conventions.drf_fields import Field, fields_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    TRUE,
    BoundMethod,
    FunctionValue,
    Plain,
    Ref,
    RelatedManager,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

BASE = "rest_framework.serializers.BaseSerializer"
ROW = "$row"
MANY = "$many"
MOST_NESTED = 4


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdSerializer(rows, many=True)`. What `__init__` of the project does besides is not run."""
    instance = args.args[0] if args.args else args.keyword("instance") or NONE
    attrs: dict[str, Value] = {"instance": instance, MANY: args.keyword("many") or NONE}
    data = args.args[1] if len(args.args) > 1 else args.keyword("data")
    if data is not None:
        attrs["initial_data"] = data
    return frame.make(state, ("serializer", node.at, symbol.key), Instance(symbol, frame.exec, attrs))


def data(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.data`: the output for the row, or for each of the rows."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    instance = held.attrs.get("instance", NONE)
    if held.attrs.get(MANY) == TRUE:
        source = source_of(frame, state, instance, node)
        each(frame, state, source, node, lambda inner, row: represent(frame, inner, ref, held.symbol, row, node))
        return frame.make(state, ("data", node.at), Box("list", frame.exec, Plain(), size=source.size))
    represent(frame, state, ref, held.symbol, instance, node)
    return frame.make(state, ("data", node.at), Box("dict", frame.exec, Plain(), Plain()))


def to_representation(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_representation(row)` in a serializer of the project."""
    ref = args.args[0]
    held = state.heap.get(ref.id) if isinstance(ref, Ref) else None
    if isinstance(held, Instance) and isinstance(ref, Ref) and len(args.args) > 1:
        show_fields(frame, state, ref, held.symbol, args.args[1])
    return frame.make(state, ("shown", node.at), Box("dict", frame.exec, Plain(), Plain()))


def represent(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, row: Value, node: ir.Node) -> None:
    """The output for one row, as the class defines it."""
    member = frame.world.names.class_member(symbol, "to_representation")
    calls = frame.calls
    frame.calls = (*calls, frame.stop(node))
    try:
        if isinstance(member, FunctionSymbol) and member.module.evidence == "project":
            attributes.call_member(frame, state, ref, "to_representation", node, row)
        else:
            show_fields(frame, state, ref, symbol, row)
    finally:
        frame.calls = calls


def show_fields(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, row: Value) -> None:
    """Reads all fields from a row."""
    for option in options(row):
        if isinstance(option, Ref) and isinstance(state.heap.get(option.id), Row | Instance):
            for field in fields_of(frame, state, symbol):
                _show(frame, state, ref, field, option)


def _show(frame: Frame, state: State, ref: Ref, field: Field, row: Ref) -> None:
    kept = state.env.get(ROW)
    state.env[ROW] = row
    held = state.heap[ref.id]
    name = held.symbol.node.name if isinstance(held, Instance) else ""
    try:
        with caused(frame, replace(field.stop, text=f"{name}.{field.name}")):
            SHOWN[field.kind](frame, state, ref, field)
    finally:
        if kept is None:
            state.env.pop(ROW, None)
        else:
            state.env[ROW] = kept


def _source(frame: Frame, state: State, field: Field, names: tuple[str, ...]) -> Value:
    """What a source gives, read as DRF reads it: what can be called without arguments is called."""
    at = field.stop.at
    value: Value = state.env[ROW]
    node: ir.Expr = ir.Name(at, ROW)
    for name in names:
        node = ir.Attr(at, node, name)
        value = attributes.read(frame, state, value, name, node)
        if isinstance(value, FunctionValue | BoundMethod):
            value = call_value(frame, state, value, Given(), ir.Call(at, node, (), ()))
    return value


def _value(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    shown = _source(frame, state, field, field.source)
    node = ir.Name(field.stop.at, field.name)
    if isinstance(shown, RelatedManager) or _is_queryset(state, shown):
        _each(frame, state, shown, node, _nothing)
    else:
        show(frame, state, shown, node)


def _method(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    attributes.call_member(frame, state, ref, field.related, ir.Name(field.stop.at, field.name), state.env[ROW])


def _nested(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    shown = _source(frame, state, field, field.source)
    node = ir.Name(field.stop.at, field.name)
    symbol = field.symbol
    if symbol is None or sum(call.at == field.stop.at for call in frame.calls) >= MOST_NESTED:
        return
    child = frame.make(state, ("nested", field.stop.at), Instance(symbol, frame.exec, {"instance": shown}))
    if field.many:
        _each(frame, state, shown, node, lambda inner, row: represent(frame, inner, child, symbol, row, node))
    else:
        represent(frame, state, child, symbol, shown, node)


def _key(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    """The key of a related row is on the row itself; those of a set are not."""
    node = ir.Name(field.stop.at, field.name)
    if field.many:
        _each(frame, state, _source(frame, state, field, field.source), node, _nothing)
        return
    owner = _source(frame, state, field, field.source[:-1])
    for option in options(owner):
        _read_key(frame, state, option, field.source[-1] if field.source else "pk", node)


def _read_key(frame: Frame, state: State, value: Value, name: str, node: ir.Node) -> None:
    row = state.heap.get(value.id) if isinstance(value, Ref) else None
    accessor = frame.world.accessors.find(row.model, name) if isinstance(row, Row) else None
    if accessor is not None and accessor.column is not None:
        attributes.read(frame, state, value, accessor.column, node)
    elif accessor is not None and accessor.is_set:
        _each(frame, state, attributes.read(frame, state, value, name, node), node, _nothing)
    else:
        attributes.read(frame, state, value, name, node)


def _text(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def read(inner: State, row: Value) -> None:
        show(frame, inner, row, node)

    _shown(frame, state, field, node, read)


def _slug(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def read(inner: State, row: Value) -> None:
        value = row
        for name in field.related.split("__"):
            value = attributes.read(frame, inner, value, name, node)

    _shown(frame, state, field, node, read)


def _link(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    if field.related == "pk":
        _key(frame, state, ref, field)
    else:
        _slug(frame, state, ref, field)


def _implied(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """A name in `Meta.fields` that no field is declared for."""
    row = state.heap.get(state.env[ROW].id)  # type: ignore[union-attr]
    accessor = frame.world.accessors.find(row.model, field.name) if isinstance(row, Row) else None
    if accessor is None or accessor.kind == "column":
        _value(frame, state, ref, field)
    elif field.depth and (accessor.is_single or accessor.is_set):
        _deep(frame, state, field, state.env[ROW], field.name, field.depth)
    else:
        _read_key(frame, state, state.env[ROW], field.name, ir.Name(field.stop.at, field.name))


def _deep(frame: Frame, state: State, field: Field, value: Value, name: str, depth: int) -> None:
    """`depth`: the related rows with all their columns, and the relations from there while there is depth left."""
    node = ir.Name(field.stop.at, field.name)
    related = attributes.read(frame, state, value, name, node)

    def inner_row(inner: State, found: Value) -> None:
        row = inner.heap.get(found.id) if isinstance(found, Ref) else None
        model = frame.world.accessors.model(row.model) if isinstance(row, Row) else None
        for known in model.fields if model is not None else ():
            if known.kind in ("forward", "one_to_one", "many_to_many"):
                if depth > 1:
                    _deep(frame, inner, field, found, known.name, depth - 1)
                else:
                    _read_key(frame, inner, found, known.name, node)

    if isinstance(related, RelatedManager):
        _each(frame, state, related, node, inner_row)
    else:
        for option in options(related):
            inner_row(state, option)


def _custom(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    """A field class of the project: its own `to_representation` gets the value."""
    assert field.symbol is not None
    node = ir.Name(field.stop.at, field.name)
    child = frame.make(state, ("field", field.stop.at), Instance(field.symbol, frame.exec))
    own = frame.world.names.class_member(field.symbol, "get_attribute")
    if isinstance(own, FunctionSymbol) and own.module.evidence == "project":
        shown = attributes.call_member(frame, state, child, "get_attribute", node, state.env[ROW]) or Plain()
    else:
        shown = _source(frame, state, field, field.source)
    if attributes.call_member(frame, state, child, "to_representation", node, shown) is None:
        show(frame, state, shown, node)


def _nothing(_state: State, _row: Value) -> None:
    """Rows of which only the key is shown."""


def _shown(frame: Frame, state: State, field: Field, node: ir.Node, act: Callable[[State, Value], None]) -> None:
    found = _source(frame, state, field, field.source)
    if field.many:
        _each(frame, state, found, node, act)
    else:
        for option in options(found):
            act(state, option)


def _each(frame: Frame, state: State, value: Value, node: ir.Node, act: Callable[[State, Value], None]) -> None:
    """Does something with every row of a set: of a manager DRF asks `.all()`."""
    for option in options(value):
        found = queryset_of(frame, state, option, node) if isinstance(option, RelatedManager) else option
        if _is_iterable(state, found):
            each(frame, state, source_of(frame, state, found, node), node, act)


def _is_queryset(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def _is_iterable(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet | Box)


SHOWN: dict[str, Callable[[Frame, State, Ref, Field], None]] = {
    "value": _value,
    "method": _method,
    "nested": _nested,
    "key": _key,
    "text": _text,
    "slug": _slug,
    "link": _link,
    "implied": _implied,
    "custom": _custom,
}

MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"rest_framework.serializers.{name}.data", data) for name in ("BaseSerializer", "Serializer", "ListSerializer")),
    *((f"rest_framework.serializers.{name}.to_representation", to_representation)
      for name in ("Serializer", "ModelSerializer")),
)  # fmt: skip
CLASSES: tuple[tuple[str, ClassModel], ...] = ((BASE, construct),)
