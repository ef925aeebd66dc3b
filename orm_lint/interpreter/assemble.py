"""From events to facts: places, traces, and one fact for what was seen on many ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from orm_lint.finding import Evidence
from orm_lint.interpreter.events import Event, Stop
from orm_lint.interpreter.facts import Discarded, Doubt, Facts, Query, Read, Station
from orm_lint.interpreter.folding import folded
from orm_lint.interpreter.objects import Made, Within
from orm_lint.project.declarations import evidence_of
from orm_lint.project.models.graph import Place

HANDED: frozenset[Doubt] = frozenset({"self", "name"})
"""Rows that callers hand over."""


def assembled(
    found: Iterable[Event],
    served: set[tuple[str, int]],
    counts: Counter[str],
    prefetched: Mapping[Within, set[Made]] = {},
) -> Facts:
    """The facts in the order of the source. `prefetched` are the places of querysets in a Prefetch."""
    reads: dict[Read, None] = {}
    queries: dict[Query, None] = {}
    discarded: dict[Discarded, None] = {}
    for event in (_placed(event, prefetched) for event in found):
        if event.doubts & HANDED and (event.site.module.path, event.site.at) in served:
            continue  # some caller brings rows that have it loaded
        match event.kind:
            case "read":
                reads[_read(event)] = None
            case "query":
                queries[_query(event)] = None
            case "discard":
                discarded[Discarded(_place(event.site), event.site.text, event.name, event.model)] = None
    kept_reads, kept_queries = folded(reads, queries)
    return Facts(
        tuple(sorted(kept_reads, key=_order)),
        tuple(sorted(kept_queries, key=_order)),
        tuple(sorted(discarded, key=lambda fact: (fact.place.path, fact.place.at))),
        _counted(counts, found),
    )


def _placed(event: Event, prefetched: Mapping[Within, set[Made]]) -> Event:
    """Rows of a Prefetch come from its queryset, if there is but one like it."""
    places = prefetched.get(event.made.within, ()) if event.made.within is not None else ()
    return replace(event, made=next(iter(places))) if len(places) == 1 else event


def _order(fact: Read | Query) -> tuple[object, ...]:
    return (
        fact.place.path,
        fact.place.at,
        fact.site.path,
        fact.site.at,
        tuple((s.place.path, s.place.at) for s in fact.trace),
        str(sorted(fact.doubts)),
        (fact.heir.path, fact.heir.at) if fact.heir is not None else ("", 0),
    )


def _place(stop: Stop) -> Place:
    return Place(stop.module, stop.at)


def _origin(made: Made) -> Station | None:
    return Station("origin", Place(made.module, made.at), "") if made.module is not None else None


def _loop(event: Event) -> Station | None:
    if event.loop is None or event.place is None:
        return None
    module, at = event.place.module, event.loop.key[1]
    if event.loop.key[0] == module.path and isinstance(at, int):
        return Station("loop", Place(module, at), "")
    return Station("loop", _place(event.place), event.place.text) if event.cause is not None else None


def _trace(event: Event) -> tuple[Station, ...]:
    stations = [_origin(event.made)]
    cause = event.cause
    stations += [Station("handover", _place(call), _text(call, cause)) for call in event.handed if _is_seen(call)]
    stations.append(_loop(event))
    stations += [Station("call", _place(call), _text(call, cause)) for call in event.calls if _is_seen(call)]
    if cause is not None and not any(_same(cause, stop) for stop in (*event.handed, *event.calls, event.site)):
        stations.append(_cause(event))
    stations.append(Station("read", _place(event.site), _text(event.site, cause)))
    return tuple(station for station in stations if station is not None)


def _is_seen(call: Stop) -> bool:
    """Whether a reader can look at a call: not at one in a package that only the bundle holds."""
    return call.module.evidence != "bundle"


def _same(left: Stop, right: Stop) -> bool:
    return left.at == right.at and left.module is right.module


def _text(stop: Stop, cause: Stop | None) -> str:
    """What is written at a stop; what a framework does there goes by the name of what it is done for."""
    return cause.text if cause is not None and _same(cause, stop) else stop.text


def _cause(event: Event) -> Station | None:
    return Station("call", _place(event.cause), event.cause.text) if event.cause is not None else None


def _read(event: Event) -> Read:
    place = event.place or event.site
    trace = _trace(event)
    return Read(
        place=_place(place), site=_place(event.site), text=event.site.text, kind=event.accessor_kind,
        model=event.model, root=event.root, relation="__".join(event.relation),
        deeper=tuple(sorted("__".join(path) for path in event.deeper)), per_row=event.loop is not None,
        in_async=event.in_async, column=event.column, key_only=event.key_only, origin=_origin(event.made),
        streamed=event.made.is_streamed, alone=event.made.alone, loop=_loop(event), trace=trace, doubts=event.doubts,
        evidence=_evidence(event, trace), conditions=event.conditions, cause=_cause(event),
        heir=_place(event.heir) if event.heir is not None else None,
    )  # fmt: skip


def _query(event: Event) -> Query:
    place = event.place or event.site
    trace = _trace(event)
    return Query(
        place=_place(place), site=_place(event.site), text=event.site.text, method=event.name, model=event.model,
        writes=event.writes, accessor=event.accessor, owner=event.owner, path="__".join(event.relation) or None,
        prefetched=event.prefetched, whole_table=event.whole_table, repeats=_repeats(event), indexed=event.indexed,
        narrowed=event.narrowed, per_row=event.loop is not None, in_async=event.in_async, origin=_origin(event.made),
        streamed=event.made.is_streamed, alone=event.made.alone, loop=_loop(event), trace=trace, doubts=event.doubts,
        evidence=_evidence(event, trace), conditions=event.conditions, cause=_cause(event),
        heir=_place(event.heir) if event.heir is not None else None,
    )  # fmt: skip


def _evidence(event: Event, trace: tuple[Station, ...]) -> Evidence:
    return "environment" if "environment" in event.doubts else evidence_of(s.place for s in trace)


def _repeats(event: Event) -> bool:
    """Whether nothing in a query depends on the loop that repeats it."""
    return event.loop is not None and not event.deps.intersection(
        event.nest[event.nest.index(event.loop) :] if event.loop in event.nest else (event.loop,)
    )


def _counted(counts: Counter[str], found: Iterable[Event]) -> Mapping[str, int]:
    for event in found:
        if event.loop is not None:
            number = len(event.calls)
            counts[f"per-row facts behind {number if number < 3 else '3 or more'} calls"] += 1
    return dict(sorted(counts.items()))
