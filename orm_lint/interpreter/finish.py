"""The end of an activation: which events its own loops repeat, and which its caller has to judge."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter.events import Event, Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import per_row_loop


def settled(frame: Frame, is_coroutine: bool, end: State | None = None) -> tuple[Event, ...]:
    """The events that the caller must know of; what is certain is handed to the world. `end` is where it returns.

    Numbers of events stay what they are, as rows point at them: an event that is dropped leaves its place. What runs
    apart leaves all to its caller.
    """
    if frame.is_apart:
        return tuple(frame.events)
    kept: list[Event] = []
    for number, event in enumerate(frame.events):
        kept.append(_settled(frame, replace(event, key_only=frame.uses.get(number) == {"key"}) if event.kind == "read"
                             and not event.calls and event.place is None else event, is_coroutine))  # fmt: skip
    sure = end.sure if end is not None else 0
    return tuple(
        event if event.place is not None or sure >> number & 1 else replace(event, conditions=event.conditions + 1)
        for number, event in enumerate(kept)
    )


def _settled(frame: Frame, event: Event, is_coroutine: bool) -> Event:
    if event.through:
        return event
    if event.in_async and is_coroutine:
        emit(frame, replace(event, place=event.calls[0] if event.calls else event.site))
        return replace(event, in_async=False, nest=())
    if event.place is None:
        loop = per_row_loop(event.nest)
        if loop is not None and not loop.is_outer:
            inside = len(loop.key) - 3 if loop.key[0] == frame.module.path else 0
            calls = event.calls[inside:]  # a loop in an inner function is that function's
            place = calls[0] if calls else event.site
            event = replace(event, place=place, loop=loop, calls=calls, handed=event.calls[:inside])
            event = _anchored(frame, event)
    if event.place is not None and event.made.outer < 0:
        emit(frame, event)
        return replace(event, nest=(), place=None, loop=None, whole_table=False)
    if not event.calls and event.place is None and (event.whole_table or event.kind == "discard"):
        emit(frame, event)
    return event


def emit(frame: Frame, event: Event) -> None:
    """Keeps an event until the run that saw it proves final: a pass of a recursion knows too little."""
    event = _anchored(frame, event)
    if (event.place or event.site).module.evidence != "project":
        return
    if any(_is_of_machine(frame, label) for label in (event.model, event.root)):
        event = replace(event, doubts=event.doubts | {"environment"})
    frame.finished.append(event)


def _anchored(frame: Frame, event: Event) -> Event:
    """The event where a person looks: what the code of a framework does is told of the class for which it runs."""
    anchor = frame.world.anchor(frame.behalf) if frame.behalf is not None else None
    if anchor is None or frame.behalf is None:
        return event
    place = event.place or event.site
    if place.module.evidence != "project":
        if event.place is None and event.cause is None:  # once: what the framework asks there, nobody can change
            event = replace(event, site=anchor.rows, name="iterate")
        event = replace(event, place=anchor.loop)
        place = anchor.loop
    if event.place is None or event.heir is not None or not frame.world.inherits(frame.behalf, place.module, place.at):
        return event
    return replace(event, heir=Stop(frame.behalf.module, frame.behalf.node.at, frame.behalf.node.name))


def _is_of_machine(frame: Frame, label: str) -> bool:
    """Whether a model is known only from a package that this machine happens to have."""
    model = frame.world.accessors.model(label) if label else None
    return model is not None and model.place.module.evidence == "environment"


def hand_over(frame: Frame) -> None:
    """What a final run has seen is certain."""
    frame.world.found.update(dict.fromkeys(frame.finished))
