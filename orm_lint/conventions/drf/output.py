"""The output of a serializer: each of its fields for one row, or for every row of a list; serializers inside of others.

https://www.django-rest-framework.org/api-guide/serializers/#dealing-with-nested-objects
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.common.places import called_at, caused, placed, stated
from orm_lint.conventions.drf.bound import WAY, shown_fields
from orm_lint.conventions.drf.declared import class_in
from orm_lint.conventions.drf.fields import Field
from orm_lint.conventions.drf.lean import around, show_lean, way_into
from orm_lint.conventions.drf.shown import SHOWN, Shower
from orm_lint.conventions.drf.source import ROW, every, showing, source
from orm_lint.interpreter import attributes
from orm_lint.interpreter.calls import run_expression
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Instance, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Const, Plain, Ref, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

MANY = "$many"


def listed(frame: Frame, state: State, ref: Ref, held: Instance, rows: Value, node: ir.Node) -> Value:
    """The output of a list, by the class that `Meta.list_serializer_class` names."""
    meta = frame.world.names.class_member(held.symbol, "Meta")
    own = class_in(frame, meta, "list_serializer_class") if isinstance(meta, ClassSymbol) else None
    if own is not None and is_own(frame, own, "to_representation"):
        attrs = {"instance": rows, "child": ref, "context": held.attrs.get("context", NONE)}
        many = frame.make(state, ("list", node.at), Instance(own, frame.exec, attrs))
        shown = attributes.call_member(frame, state, many, "to_representation", node, rows)
        return shown if shown is not None else Plain()
    return show_each(frame, state, child_of(held, ref), rows, node)


def child_of(held: Instance, ref: Ref) -> Ref:
    """The serializer of one row: the one that a list was given, else the serializer itself."""
    child = held.attrs.get("child")
    return child if isinstance(child, Ref) else ref


def show_each(frame: Frame, state: State, child: Ref, rows: Value, node: ir.Node) -> Value:
    """The output of each row."""
    held = state.heap.get(child.id)
    if isinstance(held, Instance):
        symbol = held.symbol

        def act(inner: State, row: Value) -> None:
            represent(frame, inner, child, symbol, row, node)

        every(frame, state, rows, node, act)
    return frame.make(state, ("data", node.at), Box("list", frame.exec, Plain(), size="unknown"))


def represent(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, row: Value, node: ir.Node) -> Value:
    """The output for one row, as the class defines it."""
    own = stated(frame.world, symbol, "to_representation")
    with called_at(frame, node):
        if own is None:
            show_fields(frame, state, ref, row, node)
            return as_dict(frame, state, node)
        with placed(frame, replace(own, text=f"{symbol.node.name}.to_representation")) as place:
            shown = attributes.call_member(frame, state, ref, "to_representation", place, row)
        return shown if shown is not None else Plain()


def as_dict(frame: Frame, state: State, node: ir.Node) -> Ref:
    """What the output of one row is for code that looks at it."""
    return frame.make(state, ("shown", node.at), Box("dict", frame.exec, Plain(), Plain()))


def show_fields(frame: Frame, state: State, ref: Ref, row: Value, node: ir.Node) -> None:
    """Reads all fields from a row, or from a dict."""
    for option in options(row):
        if isinstance(option, Ref) and isinstance(state.heap.get(option.id), Row | Instance | Box):
            _note(frame, state, ref, option)
            show_lean(frame, state, ref, option, _show_all, node)


def _show_all(frame: Frame, state: State, values: tuple[Value, ...]) -> None:
    ref, row = values
    assert isinstance(ref, Ref) and isinstance(row, Ref)
    for field in shown_fields(frame, state, ref):
        frame.own_steps += 1
        _show(frame, state, ref, field, row)


def _note(frame: Frame, state: State, ref: Ref, row: Ref) -> None:
    """Notes that rows of a known model are shown by a serializer class, for `--statistics`."""
    held = state.heap.get(ref.id)
    if isinstance(held, Instance) and isinstance(state.heap.get(row.id), Row):
        frame.world.shown.add(held.symbol.key)


def _show(frame: Frame, state: State, ref: Ref, field: Field, row: Ref) -> None:
    held = state.heap[ref.id]
    name = held.symbol.node.name if isinstance(held, Instance) else ""
    with showing(state, row), caused(frame, replace(field.stop, text=f"{name}.{field.name}")):
        BY_KIND[field.kind](frame, state, ref, field)


def _show_list(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """`ListField(child=…)`: what is in it is shown by the child."""
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, element: Value) -> None:
        if field.child is not None:
            _shown_as(frame, inner, ref, field.child, element)
        else:
            show(frame, inner, element, node)

    every(frame, state, source(frame, state, field, field.source), node, act)


def _shown_as(frame: Frame, state: State, ref: Ref, field: Field, value: Value) -> None:
    """Shows a value by a field that has no source of its own."""
    with showing(state, value):
        BY_KIND[field.kind](frame, state, ref, replace(field, source=()))
        if field.kind == "value":
            show(frame, state, value, ir.Name(field.stop.at, field.name))


def _show_nested(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """A serializer as a field: its `get_attribute()`, or its source, gives what it shows."""
    symbol = field.symbol
    if symbol is not None and is_own(frame, symbol, "get_attribute"):
        child = frame.make(state, ("field", field.stop.at), Instance(symbol, frame.exec))
        node = ir.Name(field.stop.at, field.name)
        shown = attributes.call_member(frame, state, child, "get_attribute", node, state.env[ROW]) or Plain()
    else:
        shown = source(frame, state, field, field.source)
    _show_inside(frame, state, ref, field, shown)


def _show_inside(frame: Frame, state: State, parent: Ref, field: Field, shown: Value) -> None:
    """Shows what a field gives by a serializer of its own."""
    symbol, outer = field.symbol, state.heap.get(parent.id)
    known = outer.attrs if isinstance(outer, Instance) else {}
    way = way_into(frame, field, symbol, known) if symbol is not None else None
    if symbol is None or way is None:
        return
    node = ir.Name(field.stop.at, field.name)
    child = _made(frame, state, field, symbol)
    held = state.heap[child.id]
    assert isinstance(held, Instance)
    attrs = {**held.attrs, **around(frame, parent, symbol, known), "instance": NONE, MANY: Const(field.many), WAY: way}
    state.heap[child.id] = replace(held, attrs=attrs)
    if field.many:
        listed(frame, state, child, held, shown, node)
    else:
        represent(frame, state, child, symbol, shown, node)


def _made(frame: Frame, state: State, field: Field, symbol: ClassSymbol) -> Ref:
    """The nested serializer: only one with code of its own is made as the project writes it."""
    if field.made is not None and isinstance(state.heap.get(field.made.id), Instance):
        return field.made
    if field.origin is not None and is_own(frame, symbol, "__init__"):
        origin = field.origin
        node = ir.Name(origin.expr.at, field.name)
        value = run_expression(frame, state, origin.module, origin.expr, origin.owner, node)
        held = state.held(value)
        if isinstance(value, Ref) and isinstance(held, Instance) and held.symbol.key == symbol.key:
            return value
    return frame.make(state, ("nested", field.stop.at, symbol.key), Instance(symbol, frame.exec))


BY_KIND: dict[str, Shower] = {**SHOWN, "list": _show_list, "nested": _show_nested}
