"""What each field of a serializer reads from a row: section 9 of the truth table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.drf.fields import Field
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.containers import item
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    BoundMethod,
    Const,
    FunctionValue,
    ModelManager,
    Plain,
    Ref,
    RelatedManager,
    Value,
    either,
    options,
)
from orm_lint.ir import nodes as ir

ROW = "$row"
ON_THE_ROW_ALONE = frozenset({"key", "link"})
Shower: TypeAlias = Callable[[Frame, State, Ref, Field], None]
Act: TypeAlias = Callable[[State, Value], None]


def attribute(frame: Frame, state: State, value: Value, name: str, node: ir.Expr) -> Value:
    """One step of a source: of a dict it is a key; what can be called without arguments is called."""
    held = state.heap.get(value.id) if isinstance(value, Ref) else None
    if isinstance(held, Box) and held.kind == "dict":
        return item(frame, state, value, Const(name), None, node)
    found = attributes.read(frame, state, value, name, node)
    if isinstance(found, FunctionValue | BoundMethod):
        return call_value(frame, state, found, Given(), ir.Call(node.at, node, (), ()))
    return found


def source(frame: Frame, state: State, field: Field, names: tuple[str, ...]) -> Value:
    """What a source gives."""
    at = field.stop.at
    value: Value = state.env[ROW]
    node: ir.Expr = ir.Name(at, ROW)
    for name in names:
        node = ir.Attr(at, node, name)
        value = attribute(frame, state, value, name, node)
    return value


def _value(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    shown = source(frame, state, field, field.source)
    node = ir.Name(field.stop.at, field.name)
    if isinstance(shown, RelatedManager) or is_queryset(state, shown):
        every(frame, state, shown, node, _nothing)
    elif field.source:
        show(frame, state, shown, node)


def _list(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """`ListField(child=…)`: what is in it is shown by the child."""
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, element: Value) -> None:
        if field.child is not None:
            shown_as(frame, inner, ref, field.child, element)
        else:
            show(frame, inner, element, node)

    every(frame, state, source(frame, state, field, field.source), node, act)


def shown_as(frame: Frame, state: State, ref: Ref, field: Field, value: Value) -> None:
    """Shows a value by a field that has no source of its own."""
    from msgspec.structs import replace

    kept = state.env.get(ROW)
    state.env[ROW] = value
    try:
        SHOWN[field.kind](frame, state, ref, replace(field, source=()))
        if field.kind == "value":
            show(frame, state, value, ir.Name(field.stop.at, field.name))
    finally:
        restore(state, kept)


def restore(state: State, kept: Value | None) -> None:
    """Puts back the row that was shown before."""
    if kept is None:
        state.env.pop(ROW, None)
    else:
        state.env[ROW] = kept


def _method(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    attributes.call_member(frame, state, ref, field.related, ir.Name(field.stop.at, field.name), state.env[ROW])


def _nested(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    from orm_lint.conventions.drf.serializers import show_nested

    symbol = field.symbol
    if symbol is not None and is_own(frame, symbol, "get_attribute"):
        child = frame.make(state, ("field", field.stop.at), Instance(symbol, frame.exec))
        node = ir.Name(field.stop.at, field.name)
        shown = attributes.call_member(frame, state, child, "get_attribute", node, state.env[ROW]) or Plain()
    else:
        shown = source(frame, state, field, field.source)
    show_nested(frame, state, ref, field, shown)


def _key(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    """The key of a related row is on the row itself; those of a set are not."""
    node = ir.Name(field.stop.at, field.name)
    if field.many:
        every(frame, state, source(frame, state, field, field.source), node, _nothing)
        return
    owner = source(frame, state, field, field.source[:-1])
    for option in options(owner):
        read_key(frame, state, option, field.source[-1] if field.source else "pk", node)


def read_key(frame: Frame, state: State, value: Value, name: str, node: ir.Expr) -> None:
    """`row.serializable_value(name)`: the column, where there is one."""
    row = state.heap.get(value.id) if isinstance(value, Ref) else None
    accessor = frame.world.accessors.find(row.model, name) if isinstance(row, Row) else None
    if accessor is not None and accessor.column is not None:
        attributes.read(frame, state, value, accessor.column, node)
    elif accessor is not None and accessor.is_set:
        every(frame, state, attributes.read(frame, state, value, name, node), node, _nothing)
    else:
        attribute(frame, state, value, name, node)


def _text(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, row: Value) -> None:
        show(frame, inner, row, node)

    _each_shown(frame, state, field, node, act)


def _slug(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, row: Value) -> None:
        value = row
        for name in field.related.replace("__", ".").split("."):
            value = attributes.read(frame, inner, value, name, node)

    _each_shown(frame, state, field, node, act)


def _link(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    if field.related == "pk":
        _key(frame, state, ref, field)
    else:
        _slug(frame, state, ref, field)


def _implied(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """A name in `Meta.fields` that no field is declared for."""
    held = state.env[ROW]
    row = state.heap.get(held.id) if isinstance(held, Ref) else None
    name = field.source[0]
    accessor = frame.world.accessors.find(row.model, name) if isinstance(row, Row) else None
    if accessor is None or accessor.kind == "column" or len(field.source) > 1:
        _value(frame, state, ref, field)
    elif field.depth and (accessor.is_single or accessor.is_set):
        _deep(frame, state, field, held, name, field.depth)
    else:
        read_key(frame, state, held, name, ir.Name(field.stop.at, field.name))


def _deep(frame: Frame, state: State, field: Field, value: Value, name: str, depth: int) -> None:
    """`depth`: the related rows with all their columns, and the relations from there while there is depth left."""
    node = ir.Name(field.stop.at, field.name)
    related = attributes.read(frame, state, value, name, node)

    def act(inner: State, found: Value) -> None:
        row = inner.heap.get(found.id) if isinstance(found, Ref) else None
        model = frame.world.accessors.model(row.model) if isinstance(row, Row) else None
        for known in model.fields if model is not None else ():
            if known.kind in ("forward", "one_to_one", "many_to_many"):
                _deeper(frame, inner, field, found, known.name, depth)

    if isinstance(related, RelatedManager):
        every(frame, state, related, node, act)
    else:
        for option in options(related):
            act(state, option)


def _deeper(frame: Frame, state: State, field: Field, row: Value, name: str, depth: int) -> None:
    """One relation of a row that `depth` shows: loops over sets inside of each other stand at the same place."""
    node = ir.Name(field.stop.at, field.name)
    calls = frame.calls
    frame.calls = (*calls, frame.stop(node))
    try:
        if depth > 1:
            _deep(frame, state, field, row, name, depth - 1)
        else:
            read_key(frame, state, row, name, node)
    finally:
        frame.calls = calls


def _custom(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    """A field class of the project: its own `to_representation` gets the value, each of them if there are many."""
    assert field.symbol is not None
    node = ir.Name(field.stop.at, field.name)
    child = frame.make(state, ("field", field.stop.at, field.symbol.key), Instance(field.symbol, frame.exec))
    is_key = is_key_only(frame, state, child, field)

    def act(inner: State, value: Value) -> None:
        if attributes.call_member(frame, inner, child, "to_representation", node, value) is None:
            show(frame, inner, value, node)

    if is_own(frame, field.symbol, "get_attribute") and not field.many:
        act(state, attributes.call_member(frame, state, child, "get_attribute", node, state.env[ROW]) or Plain())
    elif field.many:
        every(frame, state, source(frame, state, field, field.source), node, act)
    elif is_key:
        _key(frame, state, child, field)
        act(state, Plain(frame.exec))
    else:
        act(state, source(frame, state, field, field.source))


def is_key_only(frame: Frame, state: State, child: Ref, field: Field) -> bool:
    """Whether only the key of the related row is asked for."""
    from orm_lint.conventions.drf.fields import kind_of
    from orm_lint.interpreter.values import FALSE

    assert field.symbol is not None
    if is_own(frame, field.symbol, "use_pk_only_optimization"):
        node = ir.Name(field.stop.at, field.name)
        return attributes.call_member(frame, state, child, "use_pk_only_optimization", node) != FALSE
    kind = kind_of(frame.world, field.symbol)
    return kind == "key" or (kind == "link" and field.related == "pk" and bool(field.source))


def _nothing(_state: State, _row: Value) -> None:
    """Rows of which only the key is shown."""


def _unsaid(_frame: Frame, _state: State, _ref: Ref, _field: Field) -> None:
    """A field that is not shown, or of which nothing is known."""


def _each_shown(frame: Frame, state: State, field: Field, node: ir.Node, act: Act) -> None:
    found = source(frame, state, field, field.source)
    if field.many:
        every(frame, state, found, node, act)
    else:
        for option in options(found):
            act(state, option)


MANAGERS = (ModelManager, RelatedManager)


def every(frame: Frame, state: State, value: Value, node: ir.Node, act: Act) -> None:
    """Does something with every row of a set: of a manager DRF asks `.all()`."""
    known = (option for option in options(value) if not _is_of_new_row(state, option))
    asked = (queryset_of(frame, state, o, node) if isinstance(o, MANAGERS) else o for o in known)
    found = [option for option in asked if _is_iterable(state, option)]
    if found:
        each(frame, state, source_of(frame, state, either(*found), node), node, act)


def _is_of_new_row(state: State, value: Value) -> bool:
    """Whether a set belongs to a row that was just made: what points to it is at most what was made with it."""
    row = state.heap.get(value.row) if isinstance(value, RelatedManager) else None
    return isinstance(row, Row) and row.is_new


def is_queryset(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def _is_iterable(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet | Box)


SHOWN: dict[str, Shower] = {
    "value": _value,
    "list": _list,
    "method": _method,
    "nested": _nested,
    "key": _key,
    "text": _text,
    "slug": _slug,
    "link": _link,
    "implied": _implied,
    "custom": _custom,
    "hidden": _unsaid,
    "unknown": _unsaid,
}
