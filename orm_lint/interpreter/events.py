"""What happens while a function runs, in terms that its caller can translate into its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from orm_lint.interpreter.facts import AccessorKind, Doubt
from orm_lint.interpreter.objects import NOBODY, Made
from orm_lint.interpreter.values import Loop, Nest
from orm_lint.project.modules import Module

MAX_CALLS = 10
MAX_EVENTS = 400


class Stop(Struct, frozen=True):
    """A place in the source, with what is written there."""

    module: Module
    at: int
    text: str


class Event(Struct, frozen=True):
    """One query, or a row's attribute that takes one.

    `nest` are the loops that repeat it, `deps` those that it varies with. `calls` lead from the running function to
    `site`, outermost first. `place` is decided once a loop of the running function repeats it: the token in that
    function, and the loop; from there on it only travels to learn where its rows come from (`made`).
    `conditions` counts the calls on the way that may also return without it. `cause` is what a person wrote that made a
    framework do it, `heir` the class it was seen for, if that has inherited what stands at `place`.
    """

    kind: Literal["read", "query", "discard"]
    site: Stop
    name: str
    model: str
    nest: Nest
    made: Made = NOBODY
    deps: frozenset[Loop] = frozenset()
    calls: tuple[Stop, ...] = ()
    place: Stop | None = None
    handed: tuple[Stop, ...] = ()
    loop: Loop | None = None
    root: str = ""
    relation: tuple[str, ...] = ()
    deeper: tuple[tuple[str, ...], ...] = ()
    accessor: str | None = None
    accessor_kind: AccessorKind = "column"
    column: str | None = None
    key_only: bool = False
    owner: str | None = None
    prefetched: bool = False
    whole_table: bool = False
    indexed: bool = False
    narrowed: bool = False
    writes: bool = False
    in_async: bool = False
    through: bool = False
    conditions: int = 0
    doubts: frozenset[Doubt] = frozenset()
    cause: Stop | None = None
    heir: Stop | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two events the same one, whatever pass of a loop they come from."""
        return (self.kind, self.site.module.path, self.site.at, self.name, self.model, self.relation,
                tuple((call.module.path, call.at) for call in self.calls), self.made, self.accessor,
                self.place is None)  # fmt: skip


def renamed_nest(nest: Nest, loops: Mapping[Loop, Nest]) -> Nest:
    """A nest in the terms of the caller: its own loops for the outer ones, all of them for HERE."""
    for loop in nest:
        if loop in loops:
            break
    else:
        return nest
    result: list[Loop] = []
    for loop in nest:
        for known in loops.get(loop, (loop,)):
            if known not in result:
                result.append(known)
    return tuple(result)


def without(event: Event, loop: Loop) -> Event:
    """The event as it is if a loop does not repeat it after all; what was decided in a callee stays so."""
    if loop not in event.nest or event.place is not None:
        return event
    return msgspec.structs.replace(event, nest=tuple(known for known in event.nest if known != loop))


def replayed(event: Event, call: Stop | None, loops: Mapping[Loop, Nest], made: Mapping[int, Made]) -> Event | None:
    """The event as the caller sees it: one call further away, if there is one to see; None if that adds nothing."""
    origin = event.made.known_as(made.get(event.made.outer, event.made)) if event.made.outer >= 0 else event.made
    is_decided = event.place is not None
    if (
        call is not None
        and not is_decided
        and any(call.at == known.at and call.module is known.module for known in event.calls)
    ):
        return None  # the same call further down: recursion, which was seen from where it starts
    around = () if call is None else (call,)
    calls = event.calls if is_decided or len(event.calls) >= MAX_CALLS else (*around, *event.calls)
    handed = (*around, *event.handed)[:MAX_CALLS] if is_decided else event.handed
    deps = frozenset(known for loop in event.deps for known in loops.get(loop, (loop,)))
    return msgspec.structs.replace(
        event, nest=renamed_nest(event.nest, loops), deps=deps, calls=calls, handed=handed, made=origin
    )
