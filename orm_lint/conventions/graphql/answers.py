"""What answers a GraphQL query: a field that gives rows, and for each of them the fields of their type.

Which fields those are, a client decides: what is read for one is said with the doubt "asked".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.common.places import placed
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.facts import Doubt
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box, Generator, Instance, QuerySet, Row
from orm_lint.interpreter.prefetched import may_be_prefetched
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

ASKED: frozenset[Doubt] = frozenset({"asked"})
DEEPEST = 2

Asked: TypeAlias = Callable[[Frame, State, Value, ir.Name], Value]


class Field(Struct, frozen=True):
    """A field of an object type: `ask` gives its value for an object, `rows` what is looped of it.

    `rows` is None where the field is no list; `target` is the object type that is shown. `is_called` says that a
    function of the project gives the value.
    """

    name: str
    stop: Stop
    ask: Asked
    rows: Asked | None = None
    target: ClassSymbol | None = None
    is_called: bool = False


class Schema(Struct, frozen=True):
    """How a framework says what a type has."""

    fields: Callable[[Frame, State, ClassSymbol], tuple[Field, ...]]


class Way(Struct, frozen=True):
    """How one gets to an object: the types on the way, and the list field of whose rows it is one."""

    types: tuple[ClassSymbol, ...] = ()
    loop: Stop | None = None


def answer(frame: Frame, state: State, schema: Schema, field: Field, root: Value, way: Way) -> None:
    """The value of one field, and what a client can ask of it."""
    with placed(frame, field.stop) as node:
        if field.is_called and way.loop is not None:
            frame.module = way.loop.module  # the call of the function is what the loop repeats
            value = field.ask(frame, state, root, ir.Name(way.loop.at, way.loop.text))
        else:
            with called_by(frame, way.loop):
                value = field.ask(frame, state, root, node)
    if field.target is None or len(way.types) > DEEPEST or field.target in way.types:
        return
    if field.rows is None:
        _show_each(frame, state, schema, field.target, value, way)
        return
    with called_by(frame, way.loop), placed(frame, field.stop) as node:
        for option in options(field.rows(frame, state, value, node)):
            held = state.held(option)
            if isinstance(held, QuerySet) and not way.types and _may_be_there(frame, state, held):
                continue
            if way.types and isinstance(held, QuerySet) and not held.evaluated:
                source_of(frame, state, option, node)  # asked for each object: what these rows lack belongs to that
            elif isinstance(held, QuerySet | Box | Generator):
                _loop(frame, state, schema, field, option, way, node)


def _loop(frame: Frame, state: State, schema: Schema, field: Field, rows: Value, way: Way, node: ir.Name) -> None:
    target = field.target
    assert target is not None

    def show_row(inner: State, row: Value) -> None:
        with asked(frame):
            _show_each(frame, inner, schema, target, row, Way(way.types, field.stop))

    each(frame, state, source_of(frame, state, rows, node), node, show_row)


def _show_each(frame: Frame, state: State, schema: Schema, target: ClassSymbol, value: Value, way: Way) -> None:
    """All fields of an object; of a row that was fetched on its own, none: what it lacks belongs to that query."""
    for option in options(value):
        held = state.held(option)
        if isinstance(held, Instance) or (isinstance(held, Row) and held.lazy is None):
            for field in schema.fields(frame, state, target):
                answer(frame, state, schema, field, option, Way((*way.types, target), way.loop))


def _may_be_there(frame: Frame, state: State, rows: QuerySet) -> bool:
    """Whether rows of an object that nobody is seen to fetch may come with it: some code prefetches a set like that."""
    owner = state.heap.get(rows.row) if rows.row is not None else None
    if not isinstance(owner, Row) or rows.narrowed or rows.accessor is None:
        return False
    unseen = replace(owner, doubts=frozenset({"name"}))
    return may_be_prefetched(frame.world, unseen, rows.accessor) is not None


@contextmanager
def called_by(frame: Frame, loop: Stop | None) -> Iterator[None]:
    """What happens inside does for each row of a list field."""
    outer, frame.calls = frame.calls, (*frame.calls, *((loop,) if loop is not None else ()))
    try:
        yield
    finally:
        frame.calls = outer


@contextmanager
def asked(frame: Frame) -> Iterator[None]:
    """What happens inside does where a client asks for it."""
    outer, frame.doubts = frame.doubts, frame.doubts | ASKED
    try:
        yield
    finally:
        frame.doubts = outer
