"""Two plans that become one: by an operator, or because two paths of a program meet.

Where paths meet, each property is joined towards silence: what is loaded on one of them counts as loaded.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec.structs import replace

from orm_lint.orm.loads import with_relations
from orm_lint.orm.plans import Arrival, Load, Plan, RowShape

Operator: TypeAlias = Literal["|", "&", "^"]


def combined(left: Plan, op: Operator, right: Plan) -> Plan:
    """`left | right` and the like: what is loaded is what the left one loads."""
    if left.empty or right.empty:
        return _combined_with_none(left, op, right)
    narrows = op == "&"
    return replace(
        left,
        filtered=left.filtered or right.filtered if narrows else left.filtered and right.filtered,
        single=narrows and (left.single or right.single),
        ordering=left.ordering if right.ordering == "default" else right.ordering,
        distinct=left.distinct or right.distinct,
    )


def _combined_with_none(left: Plan, op: Operator, right: Plan) -> Plan:
    if op == "&":
        return left if left.empty else right
    return right if left.empty else left


def joined(left: Plan, right: Plan) -> Plan:
    """What is known of a queryset that is one of these. No rows come out of an empty one: the other then decides."""
    if left == right:
        return left
    if left.empty != right.empty:
        return _beside_none(left, right) if right.empty else _beside_none(right, left)
    load = joined_loads(left.load, right.load)
    named, names_deferred = _joined_names(left, right)
    return Plan(
        model=min(left.model, right.model),
        load=load if left.model == right.model else replace(load, is_open=True),
        queryset=left.queryset if left.queryset == right.queryset else None,
        shape=_joined_shapes(left.shape, right.shape),
        fields=left.fields if left.fields == right.fields else (),
        filtered=left.filtered or right.filtered,
        single=left.single or right.single,
        sliced=left.sliced or right.sliced,
        limit=min((plan.limit for plan in (left, right) if plan.limit is not None), default=None),
        ordering=left.ordering if left.ordering == right.ordering else "stated",
        distinct=left.distinct or right.distinct,
        combined=left.combined or right.combined,
        empty=left.empty,
        named=named,
        names_deferred=names_deferred,
        joins_all=left.joins_all or right.joins_all,
        is_mixed=True,
    )


def _beside_none(plan: Plan, none: Plan) -> Plan:
    """A queryset that is `none()` on another path: every row is its own, but it is no whole table on every path."""
    queryset = plan.queryset if plan.queryset == none.queryset else None
    load = plan.load if plan.model == none.model else replace(plan.load, is_open=True)
    return replace(plan, load=load, queryset=queryset, filtered=True, is_mixed=True)


def joined_loads(left: Load, right: Load) -> Load:
    """What rows bring along that were loaded by one of the two."""
    if left == right:
        return left
    relations = dict(left.relations)
    for name, arrival in right.relations:
        relations[name] = _joined_arrivals(relations[name], arrival) if name in relations else arrival
    load = Load(
        deferred=left.deferred & right.deferred,
        annotations=left.annotations | right.annotations,
        fetch=left.fetch if left.fetch == right.fetch else "peers",
        is_open=left.is_open or right.is_open,
    )
    return with_relations(load, relations)


def _joined_arrivals(left: Arrival, right: Arrival) -> Arrival:
    return Arrival(
        plan=joined(left.plan, right.plan),
        how=left.how if left.how == right.how else "prefetch",
        accessor=min(left.accessor, right.accessor),
        known=left.known and right.known,
        prefetched=left.prefetched or right.prefetched,
    )


def _joined_shapes(left: RowShape, right: RowShape) -> RowShape:
    """Of rows and something else the latter: nothing is read from it."""
    return min((shape for shape in (left, right) if shape != "model"), default="model")


def _joined_names(left: Plan, right: Plan) -> tuple[frozenset[str], bool]:
    """The only() or defer() that leaves out what both leave out."""
    if left.names_deferred and right.names_deferred:
        return left.named & right.named, True
    if not left.names_deferred and not right.names_deferred:
        return (left.named | right.named if left.named and right.named else frozenset()), False
    only, deferred = (right, left) if left.names_deferred else (left, right)
    kept = frozenset(name for name in deferred.named if not _is_kept(name, only.named))
    return (kept if only.named else frozenset()), True


def _is_kept(name: str, only: frozenset[str]) -> bool:
    return any(kept == name or kept.startswith(f"{name}__") for kept in only)
