"""Calls in the callee's own terms, so that one result serves all callers that hand over the same kind of thing.

Objects are renumbered in the order in which the arguments reach them, loops likewise, and places of origin are left
out: what a row was loaded with stays in the key, where it was loaded does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.interpreter.dead import Dead, NoValueYet
from orm_lint.interpreter.events import Event, Stop, renamed_nest, replayed
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.mapping import mapped, mapped_object, object_references, references
from orm_lint.interpreter.objects import MOST_BASES, Box, Generator, Instance, Made, Object, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.uses import OUTER_LAZY, note_use
from orm_lint.interpreter.values import HERE, Loop, Nest, Ref, Unknown, Value

MAX_OBJECTS = 60
LOST = -1
REPORTED = -2
ARGUMENT = Unknown("argument")


class Key(Struct, frozen=True, cache_hash=True):
    """What a call depends on; the hash is kept, as keys are large and looked up more than once."""

    parts: tuple[object, ...]


class Canonical(Struct):
    """Arguments renumbered: `ids` and `loops` lead back to the caller's numbers and loops."""

    values: tuple[Value, ...]
    objects: Sequence[Object]
    key: tuple[object, ...]
    ids: tuple[int, ...]
    loops: Mapping[Loop, Nest]
    made: dict[int, Object] | None = None

    @property
    def heap(self) -> dict[int, Object]:
        """The objects as the callee finds them: without their origin. Only who runs the callee needs them."""
        if self.made is None:
            self.made = {number: _anonymous(found, number) for number, found in enumerate(self.objects)}
        return self.made


NO_ARGUMENTS = Canonical((), (), (), (), {})


class Summary(Struct):
    """What a call does: events in order, the value, and the objects as they are left behind.

    `cost` are the steps of the function itself, `callees` what it called on the way. `is_cut` by the depth of calls,
    which is the same whoever calls from there; `is_spent` by the steps of one entry point. `is_outer`: something that
    stands by itself was cut on the way, so that the result holds only where nothing of that kind is being run around
    it. `uses` are the attributes that it reads of rows which a caller fetched one by one. `waits`: some way ended
    because a call around it has no value yet. `trail` and `sure` say which events lie on a way to its end, see `State`.
    """

    value: Value | None
    heap: Mapping[int, Object]
    events: tuple[Event, ...]
    size: int
    cost: int = 0
    callees: tuple[Summary, ...] = ()
    height: int = 0
    is_cut: bool = False
    is_spent: bool = False
    saw_rows: bool = False
    is_outer: bool = False
    uses: tuple[tuple[int, str], ...] = ()
    waits: bool = False
    trail: int = 0
    sure: int = 0

    def end(self) -> Dead:
        """What a call without a value raises where it stands."""
        return NoValueYet() if self.waits else Dead()


def canonical(state: State, values: Sequence[Value], active: Nest) -> Canonical:
    """The arguments of a call in the terms of the callee; `active` are the loops around the call."""
    heap = state.heap
    order: list[int] = []
    ids: dict[int, int] = {}
    loops: dict[Loop, Loop] = {}
    nests: dict[Nest, Nest] = {}

    def number(known: int) -> int:
        found = ids.get(known)
        if found is None:
            if len(order) >= MAX_OBJECTS or known not in heap:
                return LOST
            found = ids[known] = len(order)
            order.append(known)
        return found

    def nest(known: Nest) -> Nest:
        found = nests.get(known)
        if found is None:
            found = nests[known] = tuple([loops.get(loop) or outer(loop) for loop in known])
        return found

    def outer(loop: Loop) -> Loop:
        kind = "outer" if loop in active or loop.is_around else "past"
        found = loops[loop] = Loop((kind, len(loops)), loop.size)
        return found

    mapped_values = tuple([
        (Unknown("argument", nest(value.nest), value.is_some) if value.nest or value.is_some else ARGUMENT)
        if type(value) is Unknown
        else mapped(value, number, nest)
        for value in values
    ])  # fmt: skip
    objects: list[Object] = []
    for known in order:  # grows on the way, which a comprehension would hide
        objects.append(mapped_object(heap[known], number, nest))  # noqa: PERF401
    key = (mapped_values, *map(_frozen, objects))
    back: dict[Loop, Nest] = {there: (loop,) for loop, there in loops.items()}
    return Canonical(mapped_values, objects, key, tuple(order), back)


def _anonymous(found: Object, number: int) -> Object:
    """The object without its origin."""
    made = Made(None, 0, number)
    match found:
        case Row():
            lazy = None if found.lazy is None else OUTER_LAZY - number
            return replace(found, made=made, root="", path=(), lazy=lazy)
        case QuerySet():
            return replace(found, made=made, bases=())
    return found


def _frozen(found: Object) -> tuple[object, ...]:
    """The object as part of a key."""
    match found:
        case Row():
            return ("row", found.model, found.load, found.nest, _items(found.attrs), found.lazy is None, found.absent,
                    found.present, found.is_one, found.is_new, found.is_changed, found.doubts)  # fmt: skip
        case Instance():
            return ("instance", found.symbol.key, found.nest, _items(found.attrs), found.is_open)
        case Box():
            return (found.kind, found.nest, found.element, found.keys, found.size, found.default, found.absent,
                    _items(found.entries))  # fmt: skip
        case QuerySet():
            return ("queryset", found.plan, found.nest, found.deps, found.evaluated, found.element, found.row,
                    found.accessor, found.past_prefetch, found.locks, found.fails, found.streamed, found.narrowed,
                    found.absent, found.present, found.doubts)  # fmt: skip
        case Generator():
            return ("generator", found)


def _items(attrs: Mapping[Any, Value]) -> tuple[object, ...]:
    if len(attrs) <= 1:
        return tuple(attrs.items())
    return tuple(sorted(attrs.items(), key=lambda item: repr(item[0])))


def summarise(frame: Frame, end: State | None, value: Value | None, size: int, before: Mapping[int, Object],
              events: Iterable[Event]) -> Summary:  # fmt: skip
    """The summary of a run: only what its caller can reach is kept."""
    kept: dict[int, Object] = {}
    if end is not None and value is not None:
        heap = end.heap
        waiting = [number for number in range(size) if heap.get(number) is not before.get(number)]
        waiting.extend(references(value))
        for number in waiting:  # grows on the way, so that what is near comes first
            found = heap.get(number)
            if found is None or number in kept or (number < size and found is before.get(number)):
                continue
            if number >= size and len(kept) >= MAX_OBJECTS:
                frame.world.count("cut: results of more than 60 objects")
                break
            kept[number] = found
            waiting.extend(object_references(found))
    return Summary(value, kept, tuple(events), size, frame.own_steps, tuple(frame.callees), frame.height, frame.is_cut,
                   frame.is_spent, frame.saw_rows, frame.is_outer, tuple(sorted(frame.outer_uses)),
                   frame.waits, end.trail if end is not None else 0, end.sure if end is not None else 0)  # fmt: skip


def reached(value: Value, heap: Mapping[int, Object]) -> dict[int, Object]:
    """The part of a heap that a value leads to."""
    kept: dict[int, Object] = {}
    waiting = list(references(value))
    while waiting:
        number = waiting.pop()
        if number in heap and number not in kept:
            kept[number] = heap[number]
            waiting.extend(object_references(heap[number]))
    return kept


class Replay:
    """Carries out a summary in a caller's state.

    `name` is what the call names: frameworks call several methods at one place, and each makes objects of its own.
    Where `is_station` is false, nobody sees a call there.
    """

    def __init__(
        self,
        frame: Frame,
        state: State,
        call: Canonical,
        summary: Summary,
        stop: Stop,
        deps: frozenset[Loop] = frozenset(),
        name: str = "",
        is_station: bool = True,
    ) -> None:
        self.deps = deps
        self.station = stop if is_station else None
        self.name = name
        self.frame = frame
        self.state = state
        self.call = call
        self.summary = summary
        self.stop = stop
        self.loops: dict[Loop, Nest] = {**call.loops, HERE: frame.exec}
        self.lazy: dict[int, int] = {}
        self.before = dict(state.heap) if summary.heap else state.heap

    def run(self, made: Made | None) -> Value | None:
        """The value of the call; None if it never returns. `made` is where its new querysets count as made."""
        for number, event in enumerate(self.summary.events):
            self._event(number, event)
        for known, name in self.summary.uses:
            note_use(self.frame, self.state, Ref(self.number(known)), name)
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
        if known not in self.summary.heap:
            return LOST
        return self.frame.number("call", self.stop.module.path, self.stop.at, self.name, self.frame.exec, known)

    def nest(self, known: Nest) -> Nest:
        if self.station is None:
            self._reached(known)
        return renamed_nest(known, self.loops)

    def _reached(self, loops: Iterable[Loop]) -> None:
        """What nobody sees as a call has its loops where the caller stands, see `loops.run`."""
        for loop in loops:
            if loop not in self.loops:
                self.loops[loop] = (loop.called_from(call.at for call in self.frame.calls),)

    def _caller(self, made: Made) -> Object | None:
        if made.outer < 0 or made.outer >= len(self.call.ids):
            return None
        return self.before.get(self.call.ids[made.outer])

    def _event(self, number: int, event: Event) -> None:
        known = self._caller(event.made)
        if self.station is None:
            self._reached((*event.nest, *event.deps))
        origin = {event.made.outer: known.made} if isinstance(known, Row | QuerySet) else {}
        seen = replayed(event, self.station, self.loops, origin)
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
        trail, sure = self.state.trail, self.state.sure
        self.lazy[number] = self.frame.record(self.state, seen)
        if self.station is None:  # it happens as surely as if it were done here
            self.state.trail = self.state.trail if self.summary.trail >> number & 1 else trail
            self.state.sure = self.state.sure if self.summary.sure >> number & 1 else sure

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
                return replace(result, made=old.made, bases=old.bases, nest=old.nest)
            return result
        if isinstance(result, QuerySet):
            known = self._caller(result.made)
            here = made
            origin = result.made.known_as(known.made) if isinstance(known, Row | QuerySet) else result.made
            bases = () if here is not None else tuple(dict.fromkeys(self._bases(result.bases)))[:MOST_BASES]
            result = replace(result, made=here or origin, bases=bases)
            self.frame.world.note_made(result)
            return result
        if isinstance(result, Row):
            return self._row(result)
        return result

    def _bases(self, bases: Iterable[Made]) -> Iterator[Made]:
        """The places of the querysets before this one, in the terms of the caller."""
        for made in bases:
            known = self._caller(made)
            if isinstance(known, QuerySet):
                yield from (*known.bases, known.made)
            elif made.outer < 0:
                yield made

    def _row(self, row: Row) -> Row:
        known = self._caller(row.made)
        lazy = row.lazy
        if lazy is not None and lazy >= 0:
            lazy = self.lazy.get(lazy, REPORTED)
        if isinstance(known, Row):
            if lazy is not None and lazy <= OUTER_LAZY:
                lazy = known.lazy
            return replace(
                row, made=row.made.known_as(known.made), root=row.root or known.root, path=(*known.path, *row.path),
                lazy=lazy, doubts=row.doubts | known.doubts,
            )  # fmt: skip
        if isinstance(known, QuerySet):
            return replace(row, made=row.made.known_as(known.made), root=row.root or known.plan.model, lazy=lazy)
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
