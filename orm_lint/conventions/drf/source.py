"""What a field reads from the row that is shown: the names of its source, and each row of a set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from orm_lint.conventions.common.row import rows_of_set
from orm_lint.conventions.drf.fields import Field
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.containers import item
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    BoundMethod,
    Const,
    FunctionValue,
    ModelManager,
    Ref,
    RelatedManager,
    Value,
    either,
    options,
)
from orm_lint.ir import nodes as ir

ROW = "$row"
Act: TypeAlias = Callable[[State, Value], None]


@contextmanager
def showing(state: State, row: Value) -> Iterator[None]:
    """What happens inside is done with a row that is shown."""
    kept = state.env.get(ROW)
    state.env[ROW] = row
    try:
        yield
    finally:
        if kept is None:
            state.env.pop(ROW, None)
        else:
            state.env[ROW] = kept


def attribute(frame: Frame, state: State, value: Value, name: str, node: ir.Expr) -> Value:
    """One step of a source: of a dict it is a key; what can be called without arguments is called."""
    held = state.held(value)
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


def each_shown(frame: Frame, state: State, field: Field, node: ir.Node, act: Act) -> None:
    """Does something with what a field gives, with each row if it shows many."""
    found = source(frame, state, field, field.source)
    if field.many:
        every(frame, state, found, node, act)
    else:
        for option in options(found):
            act(state, option)


def every(frame: Frame, state: State, value: Value, node: ir.Node, act: Act) -> None:
    """Does something with every row of a set: of a manager DRF asks `.all()`."""
    known = (option for option in options(value) if not _is_of_new_row(state, option))
    asked = (_asked(frame, state, option, node) for option in known)
    found = [option for option in asked if _is_iterable(state, option)]
    if found:
        each(frame, state, source_of(frame, state, either(*found), node), node, act)


def _asked(frame: Frame, state: State, value: Value, node: ir.Node) -> Value:
    match value:
        case RelatedManager():
            return rows_of_set(frame, state, value, node)
        case ModelManager():
            return queryset_of(frame, state, value, node)
    return value


def _is_of_new_row(state: State, value: Value) -> bool:
    """Whether a set belongs to a row that was just made: what points to it is at most what was made with it."""
    row = state.heap.get(value.row) if isinstance(value, RelatedManager) else None
    return isinstance(row, Row) and row.is_new


def is_queryset(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def _is_iterable(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet | Box)
