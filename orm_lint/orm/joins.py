"""select_related(), only() and defer(): what one statement brings, in columns and in joined rows.

Facts: sections 2 and 6 of the truth table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from orm_lint.orm.accessors import Accessor
from orm_lint.orm.around import Around, PlanError
from orm_lint.orm.loads import (
    knowing,
    matching_columns,
    opened,
    reloaded,
    unknown_rows,
    with_arrival,
    with_relations,
    without_joins,
)
from orm_lint.orm.plans import Arrival, Load, Plan

Mask: TypeAlias = "dict[str, Mask]"

DEPTH = 5
"""How far select_related() without names follows foreign keys."""

WIDTH = 400
"""Joins of one select_related() without names that are worked out; beyond them anything may be loaded."""


def selected(plan: Plan, names: Iterable[str], around: Around) -> Plan:
    """The plan after select_related() with names."""
    load = without_joins(plan.load) if plan.joins_all else plan.load
    for name in names:
        load = _joined(load, plan.model, name.split("__"), around)
    return masked(replace(plan, load=load, joins_all=False), around)


def selected_all(plan: Plan, around: Around) -> Plan:
    """The plan after select_related() without names: all foreign keys that cannot be null."""
    left = [WIDTH]
    load = _joined_all(without_joins(plan.load), plan.model, 1, left, around)
    return masked(replace(plan, load=load, joins_all=True), around)


def masked(plan: Plan, around: Around) -> Plan:
    """The plan with the columns that its only() or defer() leaves out, on its rows and on all that is joined."""
    masking = Masking(plan.names_deferred, plan.joins_all, around)
    return replace(plan, load=masking.checked(plan.load, plan.model, _mask(plan.named)))


def left_out(plan: Plan, around: Around) -> frozenset[str]:
    """The columns that the statement itself does not ask for."""
    masking = Masking(plan.names_deferred, plan.joins_all, around)
    return frozenset(masking.left_out(plan.model, _mask(plan.named)))


def _mask(names: Iterable[str]) -> Mask:
    mask: Mask = {}
    for name in names:
        part = mask
        for word in name.split("__"):
            part = part.setdefault(word, {})
    return mask


def _joined(load: Load, label: str, parts: list[str], around: Around) -> Load:
    if not parts or parts[0] in load.annotations:
        return load
    accessor = _joinable(label, parts[0], around)
    if accessor is None:
        return with_arrival(load, parts[0], Arrival(unknown_rows(), "join", parts[0]))
    if accessor.kind == "reverse_many" or (accessor.is_parent_link and accessor.kind == "forward"):
        return load
    current = load.arrival(accessor.name)
    if current is not None and current.known:
        return load
    arrival = _join(load, accessor, current)
    deeper = _joined(arrival.plan.load, arrival.plan.model, parts[1:], around)
    return with_arrival(load, accessor.name, reloaded(arrival, deeper))


def _joinable(label: str, name: str, around: Around) -> Accessor | None:
    """The relation that select_related() can follow; None if we do not know it."""
    accessor = around.accessors.find_joined(label, name)
    if accessor is None and around.is_closed and around.accessors.model(label) is not None:
        raise PlanError("FieldError")
    if accessor is None and around.accessors.find(label, name) is not None:
        raise PlanError("FieldError")  # a set, which no join brings
    if accessor is not None and accessor.kind not in ("forward", "reverse_one", "reverse_many"):
        raise PlanError("FieldError")
    return accessor


def _join(load: Load, accessor: Accessor, current: Arrival | None) -> Arrival:
    if current is not None and current.how == "join":
        return current
    plan = unknown_rows()
    if accessor.target is not None:
        before = current.plan.load.relations if current is not None else ()
        deeper = tuple(entry for entry in before if entry[1].how != "join")
        plan = Plan(accessor.target, Load(deeper, fetch=load.fetch))
        plan = knowing(plan, accessor.back, accessor.model, is_single=True)
    return Arrival(plan, "join", accessor.name, prefetched=current is not None)


def _joined_all(load: Load, label: str, depth: int, left: list[int], around: Around) -> Load:
    for accessor in _always_there(label, around) if depth <= DEPTH else ():
        left[0] -= 1
        if left[0] < 0:
            return opened(load)
        arrival = _join(load, accessor, load.arrival(accessor.name))
        if arrival.known:
            continue
        if not arrival.plan.load.is_open:
            deeper = _joined_all(arrival.plan.load, arrival.plan.model, depth + 1, left, around)
            arrival = reloaded(arrival, deeper)
        load = with_arrival(load, accessor.name, arrival)
    return load


def _always_there(label: str, around: Around) -> Iterator[Accessor]:
    for field in around.accessors.columns(label).values():
        if field.relation is not None and not field.null:
            accessor = around.accessors.find(label, field.name)
            if accessor is not None and not accessor.is_parent_link:
                yield accessor


class Masking:
    """One only() or defer(), applied to the rows of a queryset and to all that is joined to them."""

    def __init__(self, is_defer: bool, joins_all: bool, around: Around) -> None:
        self.is_defer = is_defer
        self.joins_all = joins_all
        self.around = around

    def checked(self, load: Load, label: str, mask: Mask) -> Load:
        """The load of the queryset's own rows."""
        self._check(load, label, mask)
        return self.load(load, label, mask, {})

    def load(self, load: Load, label: str, mask: Mask, copied: Mapping[str, bool]) -> Load:
        """The load of rows of this model; `copied` are columns of a parent's row: are they missing there?"""
        own = {attname for attname in self.left_out(label, mask) if attname not in copied}
        deferred = frozenset(own.union(attname for attname, is_missing in copied.items() if is_missing))
        relations = {
            name: self._arrival(arrival, label, mask, deferred)
            if arrival.how == "join" and not arrival.known
            else arrival
            for name, arrival in load.relations
        }
        if deferred:
            deferred -= matching_columns(load, label, self.around)
        return with_relations(replace(load, deferred=deferred), relations)

    def _arrival(self, arrival: Arrival, label: str, mask: Mask, deferred: frozenset[str]) -> Arrival:
        accessor = self.around.accessors.find(label, arrival.accessor)
        if accessor is None or accessor.target is None:
            return arrival
        shared = self.around.accessors.columns(label) if accessor.is_parent_link else ()
        copied = {attname: attname in deferred for attname in shared}
        deeper = self._deeper(accessor, mask)
        return reloaded(arrival, self.load(arrival.plan.load, arrival.plan.model, deeper, copied))

    def _deeper(self, accessor: Accessor, mask: Mask) -> Mask:
        """The part of the mask that is about a joined relation."""
        names = _mask_names(accessor)
        found = [mask[name] for name in names if name in mask]
        is_kept = any(found) or not found if self.is_defer else bool(found)
        is_refused = accessor.kind == "forward" or self.around.django >= (5, 1)
        if mask and not is_kept and is_refused and not self.joins_all:
            raise PlanError("FieldError")
        return mask.get(names[0], {})

    def left_out(self, label: str, mask: Mask) -> Iterator[str]:
        """The attnames that the mask takes out of the rows of a model; never the primary key."""
        model = self.around.accessors.model(label)
        key = model.primary_key.attname if model is not None and model.primary_key is not None else None
        for attname, field in self.around.accessors.columns(label).items() if mask else ():
            named = field.name in mask or attname in mask
            if attname != key and (named and not mask.get(field.name) if self.is_defer else not named):
                yield attname

    def _check(self, load: Load, label: str, mask: Mask) -> None:
        """Names that are no fields are refused, also below relations that are not joined."""
        if not self.around.is_closed or self.around.accessors.model(label) is None:
            return
        for name, deeper in mask.items():
            if name in load.annotations:
                continue
            if not self.around.accessors.has_field(label, name):
                raise PlanError("FieldDoesNotExist")
            if deeper:
                self._check_related(label, name, deeper)

    def _check_related(self, label: str, name: str, deeper: Mask) -> None:
        accessor = self.around.accessors.find_joined(label, name)
        if accessor is not None and accessor.kind == "column" and accessor.field and accessor.field.relation is None:
            raise PlanError("FieldError")
        if accessor is not None and accessor.target is not None:
            self._check(Load(), accessor.target, deeper)


def _mask_names(accessor: Accessor) -> tuple[str, ...]:
    if accessor.kind == "forward" and accessor.column is not None:
        return (accessor.name, accessor.column)
    relation = accessor.field.relation if accessor.field is not None else None
    return (relation.query_name or accessor.name,) if relation is not None else (accessor.name,)
