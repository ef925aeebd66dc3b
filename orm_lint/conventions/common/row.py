"""What frameworks do with one row: read a path of names, run a member that the project wrote, ask for its page."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import NOBODY, Box, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    BoundMethod,
    Closure,
    FunctionValue,
    Getter,
    Partial,
    Plain,
    Ref,
    RelatedManager,
    Value,
    options,
)
from orm_lint.ir import nodes as ir

ROW = "row"
PAGE = "get_absolute_url"
CALLABLE = FunctionValue | BoundMethod | Closure | Partial | Getter


def call(frame: Frame, state: State, function: Value, node: ir.Name, *args: Value, **named: Value) -> Value:
    """Calls a function whose other arguments nobody knows."""
    given = Given(args, tuple(named.items()), is_complete=False)
    return call_value(frame, state, function, given, ir.Call(node.at, node, (), ()))


def read_path(frame: Frame, state: State, value: Value, names: tuple[str, ...], node: ir.Name) -> Value:
    """What a dotted name gives, where each part that can be called is called."""
    place: ir.Expr = ir.Name(node.at, ROW)
    for name in names:
        place = ir.Attr(node.at, place, name)
        value = attributes.read(frame, state, value, name, place)
        if isinstance(value, FunctionValue | BoundMethod):
            value = call_value(frame, state, value, Given(), ir.Call(node.at, place, (), ()))
    return value


def ask_page(frame: Frame, state: State, value: Value, node: ir.Name) -> None:
    """`row.get_absolute_url()`."""
    for option in options(value):
        if isinstance(option, Ref):
            attributes.call_member(frame, state, option, PAGE, node)


def rows_of_set(frame: Frame, state: State, manager: RelatedManager, node: ir.Node) -> Value:
    """The rows of a set that a framework asks `.all()` for.

    As nobody wrote this queryset, what its rows lack is loaded where the row that they belong to comes from: the query
    for the set says so if it is one of many, else the rows themselves.
    """
    found, row = queryset_of(frame, state, manager, node), state.heap.get(manager.row)
    held = state.heap.get(found.id) if isinstance(found, Ref) else None
    if not isinstance(found, Ref) or not isinstance(held, QuerySet) or held.element is not None:
        return found
    if isinstance(row, Row) and row.is_one and row.made != NOBODY and not (row.is_new or row.is_changed):
        element = querysets.element_of(frame, state, found, node)
        related = state.heap.get(element.id) if isinstance(element, Ref) else None
        if isinstance(element, Ref) and isinstance(related, Row):
            path = (*row.path, manager.accessor)
            state.heap[element.id] = replace(related, made=row.made, root=row.root, path=path)
    return found


def each_row(frame: Frame, state: State, value: Value, node: ir.Node, act: Callable[[State, Value], None]) -> None:
    """Does something with every row of a set or queryset: of the manager of a set `.all()` is asked."""
    for option in options(value):
        rows = rows_of_set(frame, state, option, node) if isinstance(option, RelatedManager) else option
        if isinstance(rows, Ref) and isinstance(state.heap.get(rows.id), QuerySet | Box):
            each(frame, state, source_of(frame, state, rows, node), node, act)


def one_page(frame: Frame, state: State, rows: Value, node: ir.Node) -> Value:
    """A slice of some rows, as long as somebody else decides; what is no queryset stays what it is."""
    if isinstance(rows, Ref) and isinstance(state.heap.get(rows.id), QuerySet):
        return querysets.index(frame, state, rows, None, (Plain(), Plain(), NONE), node)
    return rows


def takes(frame: Frame, value: Value) -> int | None:
    """How many arguments a function can be given by place; None where that is not known."""
    if not isinstance(value, FunctionValue):
        return None
    params = frame.world.whole(value.symbol).params
    return len([param for param in params if param.kind in ("", "/")]) - (value.bound is not None)
