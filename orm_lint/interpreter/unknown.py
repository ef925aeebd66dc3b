"""Calls that we cannot see into: what they are given may come back changed."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.mapping import parts, references
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Ref, Value

DEEPEST = 4


def changed(state: State, value: Value | None) -> None:
    """A row was written, or may have been: it may have to be fetched anew."""
    row = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(row, Row) and type(value) is Ref and not row.is_changed:
        state.heap[value.id] = replace(row, is_changed=True)


def escape(frame: Frame, state: State, args: Given) -> None:
    """Rows that reached an unknown callee may have been loaded there: what is read from them is less sure."""
    waiting = [(number, 0) for value in args.values for number in references(value)]
    seen: set[int] = set()
    while waiting:
        number, depth = waiting.pop()
        found = state.heap.get(number)
        if found is None or number in seen:
            continue
        seen.add(number)
        if isinstance(found, Row | QuerySet) and "escaped" not in found.doubts:
            state.heap[number] = replace(found, doubts=found.doubts | {"escaped"})
        if isinstance(found, QuerySet | Box | Instance) and depth < DEEPEST:
            waiting.extend((inner, depth + 1) for part in parts(found) for inner in references(part))
