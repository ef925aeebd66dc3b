"""What a queryset will load and return: the abstract counterpart of `django.db.models.QuerySet` and its `Query`.

All of it is immutable, so that a plan can be part of a memo key. Facts: sections 1, 2, 6 and 11 of the truth table.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

FetchMode: TypeAlias = Literal["one", "peers", "raise"]
RowShape: TypeAlias = Literal["model", "dict", "tuple", "flat", "named", "date", "raw"]
Ordering: TypeAlias = Literal["default", "stated", "cleared"]


class Arrival(Struct, frozen=True, cache_hash=True):
    """A relation that comes with a row: `plan` is what the related rows were loaded by.

    `how` is `join` (select_related), `prefetch` (the relation's own cache) or `attribute` (to_attr: a list, or the
    object itself for a single-valued relation); `accessor` is the relation, the same as its key unless to_attr.
    `known` says that Django fills it with the very row that these rows were reached from; its `plan` is then empty.
    `prefetched` marks a join that prefetch_related names too: it outlives select_related(None).
    """

    plan: Plan
    how: Literal["join", "prefetch", "attribute"]
    accessor: str
    known: bool = False
    prefetched: bool = False


class Load(Struct, frozen=True, cache_hash=True):
    """What every row of a queryset brings along.

    `relations` are sorted by the attribute that holds them. `deferred` holds attnames left out. `is_open` says that an
    argument could not be evaluated: anything may be loaded, and no read through such a row is reported.
    """

    relations: tuple[tuple[str, Arrival], ...] = ()
    deferred: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    fetch: FetchMode = "one"
    is_open: bool = False

    def arrival(self, name: str) -> Arrival | None:
        """What the attribute of a row holds without a query."""
        for known, arrival in self.relations:
            if known == name:
                return arrival
        return None


class Plan(Struct, frozen=True, cache_hash=True):
    """A queryset before it runs. `model` is the label, `queryset` the dotted class if it is not Django's own.

    `filtered` is true after filter/exclude with arguments, `single` if a filter pins a unique field (at most one row),
    `limit` the number of rows that a slice with constant bounds leaves at most, `combined` after union, intersection
    and difference. `named` are the arguments of only() or, if `names_deferred`, of defer(): what is joined later on
    depends on them. `joins_all` holds after select_related() without names, `is_mixed` where different plans met.
    """

    model: str
    load: Load = Load()
    queryset: str | None = None
    shape: RowShape = "model"
    fields: tuple[str, ...] = ()
    filtered: bool = False
    single: bool = False
    sliced: bool = False
    limit: int | None = None
    ordering: Ordering = "default"
    distinct: bool = False
    combined: bool = False
    empty: bool = False
    named: frozenset[str] = frozenset()
    names_deferred: bool = True
    joins_all: bool = False
    is_mixed: bool = False
