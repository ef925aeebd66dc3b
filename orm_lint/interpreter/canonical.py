"""Calls in the callee's own terms, so that one result serves all callers that hand over the same kind of thing.

Objects are renumbered in the order in which the arguments reach them, loops likewise, and places of origin are left
out: what a row was loaded with stays in the key, where it was loaded does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.interpreter.events import Event, Stop, renamed_nest, replayed
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.mapping import mapped, mapped_object, parts, references
from orm_lint.interpreter.objects import Box, Generator, Instance, Made, Object, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import HERE, Loop, Nest, Ref, Unknown, Value

MAX_OBJECTS = 60
LOST = -1
REPORTED = -2
OUTER_LAZY = -10


class Canonical(Struct):
    """Arguments renumbered: `ids` and `loops` lead back to the caller's numbers and loops."""

    values: tuple[Value, ...]
    heap: dict[int, Object]
    key: tuple[object, ...]
    ids: tuple[int, ...]
    loops: Mapping[Loop, Nest]


class Summary(Struct):
    """What a call does: events in order, the value, and the objects as they are left behind."""

    value: Value | None
    heap: Mapping[int, Object]
    events: tuple[Event, ...]
    size: int
    cost: int = 0
    height: int = 0
    is_cut: bool = False


def canonical(state: State, values: Sequence[Value], active: Nest) -> Canonical:
    """The arguments of a call in the terms of the callee; `active` are the loops around the call."""
    ids: dict[int, int] = {}
    loops: dict[Loop, Loop] = {}

    def number(known: int) -> int:
        if known not in ids:
            if len(ids) >= MAX_OBJECTS or known not in state.heap:
                return LOST
            ids[known] = len(ids)
        return ids[known]

    def nest(known: Nest) -> Nest:
        return tuple(loops.setdefault(loop, Loop((_kind(loop), len(loops)), loop.size)) for loop in known)

    def _kind(loop: Loop) -> str:
        return "outer" if loop in active or loop.is_around else "past"

    mapped_values = tuple(
        Unknown("argument", nest(value.nest)) if type(value) is Unknown else mapped(value, number, nest)
        for value in values
    )
    heap: dict[int, Object] = {}
    order: list[int] = []
    while len(order) < len(ids):
        for known in list(ids)[len(order) :]:
            heap[len(order)] = _anonymous(mapped_object(state.heap[known], number, nest), len(order))
            order.append(known)
    key = (mapped_values, tuple(_frozen(found) for found in heap.values()))
    back: dict[Loop, Nest] = {outer: (loop,) for loop, outer in loops.items()}
    return Canonical(mapped_values, heap, key, tuple(ids), back)


def _anonymous(found: Object, number: int) -> Object:
    """The object without its origin."""
    made = Made(None, 0, number)
    match found:
        case Row():
            lazy = None if found.lazy is None else OUTER_LAZY - number
            return replace(found, made=made, root="", path=(), lazy=lazy)
        case QuerySet():
            return replace(found, made=made)
    return found


def _frozen(found: Object) -> tuple[object, ...]:
    """The object as part of a key."""
    match found:
        case Row():
            return ("row", found.model, found.load, found.nest, _items(found.attrs), found.lazy is None, found.absent,
                    found.present, found.is_one, bool(found.made.module or found.made.outer >= 0),
                    found.is_new, found.doubts)  # fmt: skip
        case QuerySet():
            return ("queryset", found.plan, found.nest, found.deps, found.evaluated, found.element, found.row,
                    found.accessor, found.past_prefetch, found.locks, found.streamed, found.narrowed, found.absent,
                    found.present, found.doubts)  # fmt: skip
        case Box():
            return (found.kind, found.nest, found.element, found.keys, found.size, found.default,
                    _items(found.entries))  # fmt: skip
        case Instance():
            return ("instance", found.symbol.key, found.nest, _items(found.attrs), found.is_open)
        case Generator():
            return ("generator", found)


def _items(attrs: Mapping[Any, Value]) -> tuple[object, ...]:
    return tuple(sorted(attrs.items(), key=lambda item: repr(item[0]))) if attrs else ()  # type: ignore[index]




def summarise(frame: Frame, end: State | None, value: Value | None, size: int, before: Mapping[int, Object],
              events: Iterable[Event]) -> Summary:  # fmt: skip
    """The summary of a run: only what its caller can reach is kept."""
    kept: dict[int, Object] = {}
    if end is not None and value is not None:
        waiting = list(references(value))
        for number in range(size):
            if end.heap.get(number) is not before.get(number):
                waiting.append(number)
        while waiting:
            number = waiting.pop()
            if number in kept or number not in end.heap or (number < size and end.heap[number] is before.get(number)):
                continue
            kept[number] = end.heap[number]
            for part in parts(kept[number]):
                waiting.extend(references(part))
    return Summary(value, kept, tuple(events), size, frame.steps + frame.own_steps, frame.height, frame.is_cut)


class Replay:
    """Carries out a summary in a caller's state."""

    def __init__(
        self,
        frame: Frame,
        state: State,
        call: Canonical,
        summary: Summary,
        stop: Stop,
        deps: frozenset[Loop] = frozenset(),
    ) -> None:
        self.deps = deps
        self.frame = frame
        self.state = state
        self.call = call
        self.summary = summary
        self.stop = stop
        self.loops: dict[Loop, Nest] = {**call.loops, HERE: frame.exec}
        self.lazy: dict[int, int] = {}
        self.before = dict(state.heap)

    def run(self, made: Made | None) -> Value | None:
        """The value of the call; None if it never returns. `made` is where its new querysets count as made."""
        for number, event in enumerate(self.summary.events):
            self._event(number, event)
        for number, found in self.summary.heap.items():
            there = self.number(number)
            if there != LOST:
                self.state.heap[there] = self._object(number, found, there, made)
        value = self.summary.value
        return None if value is None else mapped(value, self.number, self.nest)

    def number(self, known: int) -> int:
        if known < 0:
            return LOST
        if known < self.summary.size:
            return self.call.ids[known] if known < len(self.call.ids) else LOST
        return self.frame.number("call", self.stop.module.path, self.stop.at, self.frame.exec, known)

    def nest(self, known: Nest) -> Nest:
        return renamed_nest(known, self.loops)

    def _caller(self, made: Made) -> Object | None:
        if made.outer < 0 or made.outer >= len(self.call.ids):
            return None
        return self.before.get(self.call.ids[made.outer])

    def _event(self, number: int, event: Event) -> None:
        known = self._caller(event.made)
        origin = {event.made.outer: known.made} if isinstance(known, Row | QuerySet) else {}
        seen = replayed(event, self.stop, self.loops, origin)
        if seen is None:
            return
        if not self.deps <= seen.deps:
            seen = replace(seen, deps=seen.deps | self.deps)
        if isinstance(known, Row):
            seen = replace(
                seen,
                relation=(*known.path, *seen.relation),
                deeper=tuple((*known.path, *path) for path in seen.deeper),
                root=seen.root or known.root,
                doubts=seen.doubts | known.doubts,
            )
            if event.through:
                self._deeper(known, seen)
                return
        elif isinstance(known, QuerySet):
            seen = replace(seen, root=seen.root or known.plan.model, doubts=seen.doubts | known.doubts)
        self.lazy[number] = self.frame.record(self.state, seen)

    def _deeper(self, known: Row, seen: Event) -> None:
        """What was read through a row that the caller fetched on its own belongs to the caller's event."""
        note_deeper(self.frame, self.state, known.lazy, seen)

    def _object(self, number: int, found: Object, there: int, made: Made | None) -> Object:
        result = mapped_object(found, self.number, self.nest)
        if number < self.summary.size:
            old = self.before.get(there)
            if isinstance(result, Row) and isinstance(old, Row):
                return replace(result, made=old.made, root=old.root, path=old.path, lazy=old.lazy, nest=old.nest)
            if isinstance(result, QuerySet) and isinstance(old, QuerySet):
                return replace(result, made=old.made, nest=old.nest)
            return result
        if isinstance(result, QuerySet):
            known = self._caller(result.made)
            here = made
            origin = known.made if isinstance(known, Row | QuerySet) else result.made
            return replace(result, made=here or origin)
        if isinstance(result, Row):
            return self._row(result)
        return result

    def _row(self, row: Row) -> Row:
        known = self._caller(row.made)
        lazy = row.lazy
        if lazy is not None and lazy >= 0:
            lazy = self.lazy.get(lazy, REPORTED)
        if isinstance(known, Row):
            if lazy is not None and lazy <= OUTER_LAZY:
                lazy = known.lazy
            return replace(
                row, made=known.made, root=row.root or known.root, path=(*known.path, *row.path), lazy=lazy,
                doubts=row.doubts | known.doubts,
            )  # fmt: skip
        if isinstance(known, QuerySet):
            return replace(row, made=known.made, root=row.root or known.plan.model, lazy=lazy)
        return replace(row, lazy=lazy)


def note_deeper(frame: Frame, state: State, lazy: int | None, seen: Event) -> None:
    """Adds a longer path to the event that fetched the row it starts from."""
    if lazy is None or lazy == REPORTED:
        return
    if lazy >= 0:
        event = frame.events[lazy]
        if seen.relation not in event.deeper:
            frame.events[lazy] = replace(event, deeper=(*event.deeper, seen.relation))
    else:
        frame.record(state, seen)


def lost(value: Value, state: State) -> bool:
    """Whether a reference leads nowhere, as too many objects hung on an argument."""
    return type(value) is Ref and value.id not in state.heap
