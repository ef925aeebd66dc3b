"""What happens when rows are fetched: related managers start a plan, and what was left out may be read at once.

Facts: sections 1a, 2, 7 and A of the truth table.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.orm.accessors import Accessor
from orm_lint.orm.around import Around
from orm_lint.orm.joins import left_out
from orm_lint.orm.loads import knowing, matching_columns, with_relations
from orm_lint.orm.plans import Load, Plan


class Fetched(Struct, frozen=True):
    """What rows bring along, and the columns that cost a query for each row while they are fetched."""

    load: Load
    read_alone: frozenset[str]


def set_plan(accessor: Accessor, owner: Load, around: Around) -> Plan | None:
    """The queryset of a row's related manager: its rows know that row. None if their model is not known."""
    if accessor.target is None:
        return None
    plan = replace(around.manager_plan(accessor.target, "default"), filtered=True)
    if owner.fetch != "one":
        plan = replace(plan, load=replace(plan.load, fetch=owner.fetch))
    return knowing(plan, accessor.back, accessor.model, is_single=False)


def fetched(plan: Plan, around: Around) -> Fetched:
    """What the rows of a queryset bring along, once they are there.

    A key that only() or defer() left out is read for every row if Django needs it: to find what it prefetches, or to
    tell a row of a related manager its parent. Since 6.1 such a row does not get to know its parent.
    """
    alone = left_out(plan, around) & matching_columns(plan.load, plan.model, around)
    unread = {name for name, column in _parents(plan, around) if column in plan.load.deferred}
    if not unread:
        return Fetched(plan.load, alone)
    if around.django >= (6, 1):
        kept = {name: arrival for name, arrival in plan.load.relations if name not in unread}
        return Fetched(with_relations(plan.load, kept), alone)
    read = frozenset(column for name, column in _parents(plan, around) if name in unread)
    return Fetched(replace(plan.load, deferred=plan.load.deferred - read), alone | read)


def parent_link_is_free(accessor: Accessor, load: Load, around: Around) -> bool:
    """True if reading a child's link to its parent needs no query: the parent is made from the child's columns."""
    if not accessor.is_parent_link or accessor.kind != "forward" or accessor.target is None:
        return False
    return not load.deferred & around.accessors.columns(accessor.target).keys()


def _parents(plan: Plan, around: Around) -> list[tuple[str, str]]:
    """The relations that lead back to the row of the related manager, with their columns."""
    found = []
    for name, arrival in plan.load.relations:
        accessor = around.accessors.find(plan.model, name) if arrival.known else None
        if accessor is not None and accessor.column is not None:
            found.append((name, accessor.column))
    return found
