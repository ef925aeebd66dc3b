"""Loads as trees: relations put in, taken out and merged. Nothing here knows a method."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.orm.accessors import Accessor
from orm_lint.orm.around import Around
from orm_lint.orm.plans import Arrival, FetchMode, Load, Plan
from orm_lint.project.models.graph import Field

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

    What the rows of a set have loaded there themselves stays. A single row's is overwritten, and what its queryset
    prefetches through it is then fetched for the row that is there: see `lifted`.
    """
    current = plan.load.arrival(back) if back is not None else None
    if back is None or (current is not None and not is_single):
        return plan
    beyond = Load(current.plan.load.relations) if current is not None and current.how == "prefetch" else Load()
    return replace(plan, load=with_arrival(plan.load, back, Arrival(Plan(label, beyond), "join", back, known=True)))


def lifted(load: Load, below: Load) -> tuple[Load, Load]:
    """The load of rows and of their related rows, after a lookup went from the latter back to the former."""
    for name, arrival in below.relations:
        if arrival.known and arrival.plan.load.relations:
            for beyond, found in arrival.plan.load.relations:
                if not found.known and load.arrival(beyond) is None:
                    load = with_arrival(load, beyond, found)
            below = with_arrival(below, name, reloaded(arrival, Load()))
    return load, below


def matching_columns(load: Load, label: str, around: Around) -> frozenset[str]:
    """The columns of rows that Django reads to find what it prefetches for them: they are loaded in any case."""
    found: set[str] = set()
    for _, arrival in load.relations:
        if arrival.how != "join":
            accessor = around.accessors.find(label, arrival.accessor)
            if accessor is not None and accessor.field is not None:
                found.update(_near_columns(accessor, label, around))
    return frozenset(found)


def _near_columns(accessor: Accessor, label: str, around: Around) -> Iterator[str]:
    field = accessor.field
    if field is None:
        return
    if accessor.kind == "forward":
        yield field.attname
    elif accessor.kind == "generic_key":
        yield from _generic_columns(label, field, around)
    elif accessor.kind in ("reverse_one", "reverse_many"):
        yield from _pointed_column(label, field, around)


def far_columns(accessor: Accessor, around: Around) -> frozenset[str]:
    """The columns of prefetched rows that Django reads to find the rows they belong to."""
    field, target = accessor.field, accessor.target
    if field is None or target is None:
        return frozenset()
    if accessor.kind in ("reverse_one", "reverse_many"):
        return frozenset({field.attname})
    if accessor.kind == "forward":
        return frozenset(_pointed_column(target, field, around))
    if accessor.kind == "generic_set":
        return frozenset(_generic_columns(target, field, around))
    return frozenset()


def _pointed_column(label: str, field: Field, around: Around) -> Iterator[str]:
    """The column that a key refers to; of a child's rows it may be the primary key of the parent."""
    key = around.accessors.key(field)
    if key is not None and key in around.accessors.columns(label):
        yield key


def _generic_columns(label: str, field: Field, around: Around) -> Iterator[str]:
    model = around.accessors.model(label)
    for name in (field.content_type_field or "content_type", field.object_id_field or "object_id"):
        if model is not None and name in model.by_name:
            yield model.by_name[name].attname


def without_joins(load: Load) -> Load:
    """What is left after select_related(None): what is prefetched, also through a join, is fetched by itself.

    A queryset that a Prefetch brought for what was joined is not remembered: anything may then be loaded.
    """
    kept: dict[str, Arrival] = {}
    for name, arrival in load.relations:
        if arrival.how != "join" or arrival.known:
            kept[name] = arrival
        elif arrival.prefetched or has_prefetch(arrival.plan.load):
            own = replace(without_joins(arrival.plan.load), deferred=frozenset(), is_open=True)
            kept[name] = replace(reloaded(arrival, own), how="prefetch", prefetched=False)
    return with_relations(load, kept)


def without_prefetches(load: Load) -> Load:
    """What is left after prefetch_related(None)."""
    kept = {
        name: replace(reloaded(arrival, without_prefetches(arrival.plan.load)), prefetched=False)
        for name, arrival in load.relations
        if arrival.how == "join"
    }
    return with_relations(load, kept)


def with_fetch(load: Load, label: str, mode: FetchMode, around: Around) -> Load:
    """The load in another fetch mode, which single related rows share; those of a set are fetched on their own."""
    relations = {
        name: reloaded(arrival, with_fetch(arrival.plan.load, arrival.plan.model, mode, around))
        if not arrival.known and _is_single(arrival, label, around)
        else arrival
        for name, arrival in load.relations
    }
    return with_relations(replace(load, fetch=mode), relations)


def _is_single(arrival: Arrival, label: str, around: Around) -> bool:
    accessor = around.accessors.find(label, arrival.accessor)
    return accessor is not None and accessor.is_single


def has_prefetch(load: Load) -> bool:
    """True if something below is prefetched."""
    return any(
        arrival.how != "join" or arrival.prefetched or has_prefetch(arrival.plan.load) for _, arrival in load.relations
    )


def _by_name(entry: tuple[str, Arrival]) -> str:
    return entry[0]
