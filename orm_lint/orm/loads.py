"""Loads as trees: relations put in, taken out and merged. Nothing here knows a method."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.orm.plans import Arrival, FetchMode, Load, Plan

UNKNOWN_MODEL = ""
"""The label in plans of related rows whose model we do not know."""


def opened(load: Load) -> Load:
    """The load of a queryset with an argument we cannot evaluate."""
    return load if load.is_open else replace(load, is_open=True)


def unknown_rows() -> Plan:
    """Rows of a model we do not know."""
    return Plan(UNKNOWN_MODEL, Load(is_open=True))


def with_arrival(load: Load, name: str, arrival: Arrival) -> Load:
    """The load with one relation more, or another one by that name."""
    others = [entry for entry in load.relations if entry[0] != name]
    return replace(load, relations=tuple(sorted([*others, (name, arrival)], key=_by_name)))


def with_relations(load: Load, relations: dict[str, Arrival]) -> Load:
    """The load with exactly these relations."""
    return replace(load, relations=tuple(sorted(relations.items(), key=_by_name)))


def reloaded(arrival: Arrival, load: Load) -> Arrival:
    """The same arrival, its rows being loaded otherwise."""
    return replace(arrival, plan=replace(arrival.plan, load=load))


def knowing(plan: Plan, back: str | None, label: str, is_single: bool) -> Plan:
    """The plan of related rows whose attribute `back` Django fills with the row they belong to.

    What the rows joined themselves stays, unless there is one row: then Django overwrites it.
    """
    if back is None:
        return plan
    current = plan.load.arrival(back)
    if current is not None and current.how == "join" and not is_single:
        return plan
    beyond = current.plan.load if current is not None and current.how == "prefetch" else Load()
    arrival = Arrival(Plan(label, beyond), "join", back, known=True)
    return replace(plan, load=with_arrival(plan.load, back, arrival))


def without_joins(load: Load) -> Load:
    """What is left after select_related(None): what is prefetched, also through a join, is fetched by itself."""
    kept: dict[str, Arrival] = {}
    for name, arrival in load.relations:
        if arrival.how != "join" or arrival.known:
            kept[name] = arrival
        elif arrival.prefetched or has_prefetch(arrival.plan.load):
            kept[name] = replace(reloaded(arrival, without_joins(arrival.plan.load)), how="prefetch", prefetched=False)
    return with_relations(load, kept)


def without_prefetches(load: Load) -> Load:
    """What is left after prefetch_related(None)."""
    kept = {
        name: replace(reloaded(arrival, without_prefetches(arrival.plan.load)), prefetched=False)
        for name, arrival in load.relations
        if arrival.how == "join"
    }
    return with_relations(load, kept)


def with_fetch(load: Load, mode: FetchMode) -> Load:
    """The load in another fetch mode, which joined rows share."""
    relations = {
        name: reloaded(arrival, with_fetch(arrival.plan.load, mode)) if arrival.how == "join" else arrival
        for name, arrival in load.relations
    }
    return with_relations(replace(load, fetch=mode), relations)


def has_prefetch(load: Load) -> bool:
    """True if something below is prefetched."""
    return any(
        arrival.how != "join" or arrival.prefetched or has_prefetch(arrival.plan.load) for _, arrival in load.relations
    )


def _by_name(entry: tuple[str, Arrival]) -> str:
    return entry[0]
