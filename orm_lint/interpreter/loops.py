"""Loops: what is iterated, what one element is, and which of the things that happen do so in every iteration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.dead import Dead, NoValueYet
from orm_lint.interpreter.events import without
from orm_lint.interpreter.focus import Focus, leave, settle
from orm_lint.interpreter.frame import Frame, Jumps
from orm_lint.interpreter.objects import Box, Generator, Instance, QuerySet, Row
from orm_lint.interpreter.state import Joiner, State, larger
from orm_lint.interpreter.values import (
    Const,
    Loop,
    ModelManager,
    Nest,
    Plain,
    Ref,
    RelatedManager,
    Size,
    Union,
    Unknown,
    Value,
    longest,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

if TYPE_CHECKING:
    from orm_lint.interpreter.hooks import CallModel

PASSES = 2
WALK = "walk"


class Source(Struct):
    """What a loop runs over: one element standing for all, the loops that make a new iterable, the bound."""

    element: Value | None
    base: Nest
    size: Size
    absent: frozenset[str] = frozenset()


def join_values(frame: Frame, state: State, *values: Value | None) -> Value | None:
    """One value for several that live in the same state."""
    result: Value | None = None
    for value in values:
        if value is None or value == result:
            continue
        if result is None:
            result = value
            continue
        joiner = Joiner(state, state, frame.merge_number)
        joiner.heap = state.heap
        result = joiner.values(result, value)
    return result


def source_of(frame: Frame, state: State, value: Value, node: ir.Node, is_async: bool = False) -> Source:
    """Starts the iteration of a value; a queryset is evaluated."""
    match value:
        case Ref(id=number):
            return _of_object(frame, state, value, state.heap.get(number), node, is_async)
        case Union(options=found):
            kept = [option for option in found if option != Const(None)]
            is_unsure = any(type(option) is Unknown for option in kept)
            frame.unsure += is_unsure
            sources = [source_of(frame, state, option, node, is_async) for option in kept]
            frame.unsure -= is_unsure
            size: Size | None = None
            for source in sources:
                size = larger(size, source.size)
            element = join_values(frame, state, *(source.element for source in sources))
            return Source(element, min((source.base for source in sources), key=len), size or "unknown")
        case Const(value=str()):
            return Source(Plain(), frame.exec, "bounded")
        case ModelManager() | RelatedManager() | Const():
            raise Dead  # a manager is not iterable
        case Plain(nest=nest):
            return Source(Plain(nest), longest(frame.exec, nest), value.size or "unknown")
        case Unknown(nest=nest):
            return Source(Unknown(value.cause, nest), frame.exec, "unknown")
    return Source(Unknown("element of something that is not known"), frame.exec, "unknown")


def _of_object(frame: Frame, state: State, ref: Ref, found: object, node: ir.Node, is_async: bool) -> Source:
    match found:
        case QuerySet():
            querysets.evaluate(frame, state, ref, "iterate", node, is_async)
            frame.world.seen_loops.add((frame.module.path, node.at))
            if found.plan.empty:
                return Source(None, found.nest, "bounded")
            return Source(querysets.element_of(frame, state, ref, node), found.nest, querysets.size_of(found.plan))
        case Box(kind="dict"):
            keys = found.keys or (Plain(found.nest) if found.entries or found.element else None)
            return Source(keys, found.nest, found.size or "bounded")
        case Box():
            element = join_values(frame, state, found.element, *found.entries.values())
            return Source(element, found.nest, found.size or "bounded", frozenset() if found.entries else found.absent)
        case Generator():
            from orm_lint.interpreter.calls import run_generator

            return source_of(frame, state, run_generator(frame, state, ref, node), node)
        case Instance(attrs=attrs) if "object_list" in attrs:
            return source_of(frame, state, attrs["object_list"], node, is_async)
        case Instance(symbol=symbol) if (model := _iterated(frame, symbol)) is not None:
            return source_of(frame, state, model(frame, state, querysets.Given((ref,)), node), node)  # type: ignore[arg-type]
        case Instance():
            from orm_lint.interpreter.attributes import call_member

            value = call_member(frame, state, ref, "__iter__", node)
            if value == ref:  # an iterator is its own: what it gives is what __next__ gives
                element = call_member(frame, state, ref, "__next__", node)
                return Source(element or Unknown("element of an iterator"), frame.exec, "unknown")
            if value is not None and not isinstance(_object_of(state, value), Instance):
                return source_of(frame, state, value, node)
    return Source(Unknown("element of something that is not known"), frame.exec, "unknown")


def _object_of(state: State, value: Value) -> object:
    return state.heap.get(value.id) if type(value) is Ref else None


def _iterated(frame: Frame, symbol: ClassSymbol) -> CallModel | None:
    """The model of a library class's `__iter__`."""
    found = (frame.world.models.get(f"{ancestor.dotted}.__iter__") for ancestor in frame.world.names.mro(symbol))
    return next((model for model in found if model is not None), None)


def run(
    frame: Frame,
    state: State,
    source: Source,
    node: ir.Node,
    body: Callable[[State, Value], State | None],
    tag: str = "",
) -> State | None:
    """Runs a loop's body over one element that stands for all; gives the state after the loop.

    The body runs twice: the second pass shows what still happens when an iteration has gone before.
    """
    if source.element is None:
        return state
    loop = Loop((frame.module.path, node.at, tag, *_inside(frame)), source.size)
    outer_exec, outer_touched, saved = frame.exec, frame.touched, state.trail
    frame.touched = set()
    exits = [state.copy()]
    current: State | None = state.copy()
    raised: list[bool] = []
    survived = 0
    matters = source.size == "rows" or tag == WALK
    for number in range(PASSES):
        is_seen_again = matters and (frame.touched or (current is not None and _carries(state, current)))
        if current is None or (number and not is_seen_again):
            break  # only what happens in a loop over rows, or on a walk, has to be seen again
        current, survived = _iteration(frame, current, source, loop, body, exits, node, raised)
    for number in frame.touched if source.size == "rows" else ():
        if not survived >> number & 1:
            frame.events[number] = without(frame.events[number], loop)
    _written(frame, loop, drains=isinstance(node, ir.While))
    if tag == WALK:
        _walked(frame, loop)
    frame.touched |= outer_touched
    outer_touched |= frame.touched
    frame.touched = outer_touched
    frame.exec = outer_exec
    if raised and len(exits) == 1 and source.size == "rows":
        raise Dead  # the first row ends it
    after = frame.join(*exits)
    if after is not None:
        after.trail |= saved
        settle(frame, after, loop)
    return after


def _carries(before: State, after: State) -> bool:
    """Whether an iteration leaves an object in a variable for the next one."""
    return any(
        type(value) in (Ref, Union) and name in before.env and before.env[name] != value
        for name, value in after.env.items()
    )


def _inside(frame: Frame) -> tuple[str | int, ...]:
    """Tells the loops of one function apart that is run inline at several places."""
    return tuple(call.at for call in frame.calls)


def _iteration(
    frame: Frame, state: State, source: Source, loop: Loop, body: Callable[[State, Value], State | None],
    exits: list[State], node: ir.Node, raised: list[bool],
) -> tuple[State | None, int]:  # fmt: skip
    """One pass: the state at its end, and the events that lie on a path to the next iteration."""
    outer = frame.exec
    state.trail = 0
    inner = (loop,) if source.base == outer else tuple(known for known in (loop,) if known not in source.base)
    before = state.heap.copy()
    focus = Focus(frame, state, source.base, inner, (node.at, *_inside(frame)))
    assert source.element is not None
    element = focus.value(source.element)
    row = state.heap.get(element.id) if source.absent and type(element) is Ref else None
    if isinstance(row, Row) and type(element) is Ref:
        state.heap[element.id] = replace(row, absent=row.absent | source.absent)
    frame.exec = (*outer, loop)
    jumps = Jumps()
    frame.jumps.append(jumps)
    try:
        end = body(state, element)
    except Dead as error:
        end = None
        if not isinstance(error, NoValueYet):
            raised.append(True)
    finally:
        frame.jumps.pop()
        frame.exec = outer
    end = frame.join(end, *jumps.continues)
    for exit_state in (None if end is None else end.copy(), *jumps.breaks):
        if exit_state is not None:
            leave(exit_state, focus.copies, before)
            exits.append(exit_state)
    if end is not None:
        leave(end, focus.copies, before, learns=False)  # the next iteration is about another row
    return end, end.trail if end is not None else 0


def _written(frame: Frame, loop: Loop, drains: bool) -> None:
    """A question about a table that the loop itself changes is not the same in each iteration.

    Where a `while` loop asks it again until nothing is left (`drains`), it belongs to the write.
    """
    changed = {frame.events[number].model for number in frame.touched if frame.events[number].writes}
    for number in frame.touched:
        event = frame.events[number]
        if event.kind == "query" and event.model in changed and loop not in event.deps:
            part_of_write = drains and loop in event.nest and (event.narrowed or event.accessor is None)
            frame.events[number] = replace(event, deps=event.deps | {loop}, writes=event.writes or part_of_write)


def _walked(frame: Frame, loop: Loop) -> None:
    """What a step of a walk asks depends on what the step before found: it cannot be asked for all at once."""
    for number in frame.touched:
        event = frame.events[number]
        if event.kind == "query" and event.accessor is None and loop in event.deps and loop in event.nest:
            frame.events[number] = replace(event, nest=event.nest[event.nest.index(loop) + 1 :])
