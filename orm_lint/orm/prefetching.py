"""prefetch_related() and prefetch_related_objects(): what further statements bring.

Facts: sections 1b, 1d, 2 and 6 of the truth table.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from orm_lint.orm.accessors import Accessor
from orm_lint.orm.arguments import Argument, PrefetchArgument
from orm_lint.orm.around import Around, PlanError
from orm_lint.orm.joins import masked
from orm_lint.orm.loads import (
    far_columns,
    knowing,
    lifted,
    matching_columns,
    opened,
    reloaded,
    unknown_rows,
    with_arrival,
)
from orm_lint.orm.plans import Arrival, Load, Plan


def prefetched(plan: Plan, lookups: Iterable[Argument], around: Around) -> Plan:
    """The plan after prefetch_related() with these lookups; the same for rows and prefetch_related_objects()."""
    load = plan.load
    for lookup in lookups:
        match lookup:
            case str():
                load = _fetched(load, plan.model, lookup.split("__"), PrefetchArgument(lookup), around)
            case PrefetchArgument(str(path)):
                load = _fetched(load, plan.model, path.split("__"), lookup, around)
            case tuple():
                raise PlanError("AttributeError")
            case _:
                load = opened(load)
    plan = replace(plan, load=load)
    return masked(plan, around) if plan.named else plan


def _fetched(load: Load, label: str, parts: list[str], given: PrefetchArgument, around: Around) -> Load:
    if len(parts) == 1:
        return _fetched_last(load, label, parts[0], given, around)
    arrival = load.arrival(parts[0])
    if arrival is None:
        accessor = _prefetchable(label, parts[0], around)
        if accessor is None:
            return with_arrival(load, parts[0], Arrival(unknown_rows(), "prefetch", parts[0]))
        if accessor.kind == "column":
            return load
        arrival = Arrival(_own_plan(load, accessor, around), "prefetch", accessor.name)
    deeper = _fetched(arrival.plan.load, arrival.plan.model, parts[1:], given, around)
    if deeper.deferred:
        deeper = replace(deeper, deferred=deeper.deferred - matching_columns(deeper, arrival.plan.model, around))
    if not arrival.known:
        load, deeper = lifted(load, deeper)
    return with_arrival(load, parts[0], reloaded(arrival, deeper))


def _fetched_last(load: Load, label: str, name: str, given: PrefetchArgument, around: Around) -> Load:
    key = given.to_attr or name
    current = load.arrival(key)
    if current is not None:
        return with_arrival(load, key, _again(current, given))
    accessor = _prefetchable(label, name, around)
    if accessor is None:
        return with_arrival(load, key, Arrival(unknown_rows(), "attribute" if given.to_attr else "prefetch", name))
    if accessor.kind == "column":
        raise PlanError("ValueError")
    if given.to_attr is not None and around.accessors.has_field(label, key):
        raise PlanError("ValueError")
    if given.to_attr is not None and accessor.is_single and load.arrival(name) is not None and around.django < (5, 0):
        return load
    plan = _stated_plan(accessor, given, around) or _own_plan(load, accessor, around)
    if given.is_open:
        plan = replace(plan, load=opened(plan.load))
    load, below = lifted(load, plan.load)
    plan = replace(plan, load=below)
    return with_arrival(load, key, Arrival(plan, "attribute" if given.to_attr else "prefetch", accessor.name))


def _again(current: Arrival, given: PrefetchArgument) -> Arrival:
    """A relation that is loaded already: by a join it stays as it is, another queryset is refused."""
    if current.how != "join" and given.plan is not None:
        raise PlanError("ValueError")
    return current if current.how != "join" or current.known else replace(current, prefetched=True)


def _prefetchable(label: str, name: str, around: Around) -> Accessor | None:
    """The attribute of that name; None if we do not know it."""
    accessor = around.accessors.find(label, name)
    if accessor is None and around.is_closed and around.accessors.model(label) is not None:
        raise PlanError("AttributeError")
    return accessor


def _stated_plan(accessor: Accessor, given: PrefetchArgument, around: Around) -> Plan | None:
    """The plan of the queryset that the Prefetch brought."""
    if given.plan is None:
        return None
    if given.plan.shape != "model":
        raise PlanError("ValueError")
    if given.plan.sliced and not (given.to_attr and accessor.kind in ("reverse_many", "many_to_many")):
        raise PlanError("TypeError")
    plan = knowing(given.plan, accessor.back, accessor.model, accessor.is_single)
    loaded = far_columns(accessor, around) if plan.load.deferred else frozenset()
    return replace(plan, load=replace(plan.load, deferred=plan.load.deferred - loaded)) if loaded else plan


def _own_plan(load: Load, accessor: Accessor, around: Around) -> Plan:
    """What Django asks the target's manager for."""
    if accessor.target is None:
        return unknown_rows()
    plan = around.manager_plan(accessor.target, accessor.manager)
    if accessor.is_single and load.fetch != "one":
        plan = replace(plan, load=replace(plan.load, fetch=load.fetch))
    return knowing(plan, accessor.back, accessor.model, accessor.is_single)
