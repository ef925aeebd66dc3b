"""What a call does, once for each kind of arguments: from the memo, or run to a fixpoint where calls recur."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from orm_lint.interpreter.canonical import NO_ARGUMENTS, Canonical, Key, Summary, summarise
from orm_lint.interpreter.dead import Dead, NoValueYet
from orm_lint.interpreter.finish import hand_over, settled
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Value
from orm_lint.interpreter.world import MAX_BLIND_STEPS, MAX_DEPTH, MAX_PASSES, MAX_STEPS, Passing, Progress, differs
from orm_lint.project.modules import Module

LEVEL = 3
Run: TypeAlias = Callable[[Frame], tuple[Value | None, State | None]]


class Body(NamedTuple):
    """What a call runs. One that is `apart` is none to whoever reads a finding, and makes a way no longer."""

    module: Module
    call: Canonical
    is_async: bool
    run: Run
    is_coroutine: bool = False
    is_apart: bool = False

    def steps_down(self, frame: Frame) -> int:
        """How much longer the call makes a way."""
        return not self.is_apart and frame.world.is_counted(self.module)


def summarised(
    frame: Frame, key: Key, module: Module, call: Canonical, is_async: bool, run: Run, is_coroutine: bool = False
) -> Summary | None:
    """The summary of a call, from the memo or by running it; None if it was cut off by a bound."""
    return summary_of(frame, key, Body(module, call, is_async, run, is_coroutine))


def summary_of(frame: Frame, key: Key, body: Body) -> Summary | None:
    """The summary of a call of any kind."""
    world = frame.world
    depth = frame.depth + body.steps_down(frame)
    known = world.memo.get(key)
    if known is None or depth + known.height > MAX_DEPTH or (known.is_outer and world.level):
        known = world.memo_cut.get((world.level, depth, key))
    if known is not None:
        world.charge(known)
        return _noted(frame, known, body)
    if (progress := world.active.get((world.level, key))) is not None:
        progress.used = True
        world.asked[progress] = progress.version
        if progress.summary is None:
            frame.waits = True
            raise NoValueYet
        return progress.summary
    if (passing := world.passing.get((world.level, depth, key))) is not None and passing.holds:
        world.asked.update(passing.asked)
        for told in passing.asked:
            told.used = True
        frame.finished += passing.finished
        return _noted(frame, passing.summary, body)
    if depth > MAX_DEPTH:
        world.count("cut: calls deeper than 8")
        frame.is_cut = True
        return None
    if world.steps > (MAX_STEPS if world.saw_rows else MAX_BLIND_STEPS):
        world.count("cut: entry points that run too long")
        frame.is_spent = True
        return None
    summary, inner, asked, _ = _fixpoint(frame, key, body)
    if asked:
        frame.finished += inner.finished
        world.passing[world.level, depth, key] = Passing(summary, inner.finished, asked)
    else:
        hand_over(inner)
    if not asked and not summary.is_spent:
        if summary.is_cut or (summary.is_outer and world.level):
            world.memo_cut[world.level, depth, key] = summary
        else:
            world.memo[key] = summary
    frame.is_spent = frame.is_spent or summary.is_spent
    world.charged[id(summary)] = summary
    return _noted(frame, summary, body)


def standing(frame: Frame, key: Key, module: Module, run: Run) -> Summary | None:
    """The summary of what stands by itself, such as an expression of a class: the same wherever it is asked for.

    It is run as if from an entry point, but less deep inside others of its kind, which ends all circles of them. None
    if it was cut off by a bound.
    """
    world = frame.world
    base = Frame(world, module, depth=LEVEL * world.level)
    world.level += 1
    try:
        return summarised(base, key, module, NO_ARGUMENTS, False, run)
    finally:
        world.level -= 1
        frame.finished += base.finished
        frame.callees += base.callees
        frame.is_spent = frame.is_spent or base.is_spent
        frame.saw_rows = frame.saw_rows or base.saw_rows
        if world.level:
            frame.is_cut = frame.is_cut or base.is_cut
        else:
            frame.is_outer = frame.is_outer or base.is_cut


def _noted(frame: Frame, known: Summary, body: Body) -> Summary:
    frame.callees.append(known)
    frame.height = max(frame.height, known.height + body.steps_down(frame))
    frame.is_cut = frame.is_cut or known.is_cut
    frame.is_outer = frame.is_outer or known.is_outer
    frame.waits = frame.waits or (known.waits and known.value is None)
    if known.saw_rows:
        frame.saw_rows = frame.world.saw_rows = True
    return known


def _fixpoint(frame: Frame, key: Key, body: Body) -> Pass:
    """Runs a call until what it does is what its own recursive calls were told; and which outer calls it asked.

    Where an outer call was asked, one pass must do: its result is what the deeper calls are told in the next pass of
    the outermost one, which repeats until nothing changes.
    """
    world = frame.world
    place = (world.level, key)
    progress = world.active[place] = Progress(world.told.get(place))
    before, outer = len(world.told), world.asked
    try:
        result = _pass(frame, progress, body)
        for _ in range(MAX_PASSES - 1):
            if result.asked or result.is_settled:
                break
            progress.tell(result.summary)
            result = _pass(frame, progress, body)
    finally:
        progress.end()
        del world.active[place]
        world.asked = outer
    if result.asked:
        world.tell(place, progress, result.summary)
    else:
        world.forget(before)
    outer.update(result.asked)
    return result


class Pass(NamedTuple):
    """One pass of a call: `is_settled` if it found what the deeper calls were told."""

    summary: Summary
    inner: Frame
    asked: dict[Progress, int]
    is_settled: bool


def _pass(frame: Frame, progress: Progress, body: Body) -> Pass:
    world = frame.world
    changes, world.asked = world.changes, {}
    summary, inner = _once(frame, body)
    asked = {other: version for other, version in world.asked.items() if other is not progress}
    is_settled = world.changes == changes and not (progress.used and differs(progress.summary, summary))
    return Pass(summary, inner, asked, is_settled)


def _once(frame: Frame, body: Body) -> tuple[Summary, Frame]:
    call = body.call
    inner = Frame(frame.world, body.module, is_async=body.is_async, depth=frame.depth + body.steps_down(frame))
    inner.is_apart = body.is_apart
    inner.next_id = len(call.ids)
    try:
        value, end = body.run(inner)
    except Dead:
        value, end = None, None
    frame.world.steps += inner.own_steps
    events = settled(inner, body.is_coroutine, end)
    return summarise(inner, end, value, len(call.ids), call.heap, events), inner
