"""What the interpreter found out: the one thing that rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.finding import Evidence, Role
from orm_lint.project.models.graph import Place

Doubt: TypeAlias = Literal[
    "annotation", "dispatch", "size", "escaped", "environment", "self", "name", "memo", "unknown", "asked"
]
Alone: TypeAlias = Literal["got", "created", "set"]
AccessorKind: TypeAlias = Literal[
    "column", "forward", "reverse_one", "reverse_many", "many_to_many", "generic_key", "generic_set"
]


class Station(Struct, frozen=True):
    """One stop on the way from the queryset to the read; `text` is the source of that stop, e.g. `ad.owner`."""

    role: Role
    place: Place
    text: str


class Remedy(Struct, frozen=True):
    """How more is loaded with rows that a framework makes.

    `rows` is where a queryset method is written ("a get_queryset() of AdAdmin"); `join`, if there is a shorter way for
    joins alone, says what to do, with `{paths}` for the quoted paths. `kept` are paths that are joined until somebody
    does that, and need to be named with the others then.
    """

    rows: str
    join: str = ""
    kept: tuple[str, ...] = ()


class Read(Struct, frozen=True):
    """An attribute of a row that Django fetches with a query of its own when it is read.

    `place` is where a person would look: the attribute token, or the call inside the loop if the read is in a callee;
    `site` is the read itself. `text` is the written expression at `site`. `root` is the label of the rows that were
    looped, `relation` the path from them to the first hop that was not loaded (`author__city`), `deeper` longer paths
    that were read through it. `per_row` says that it happens for each of an unbounded number of rows; `in_async`
    that it raises SynchronousOnlyOperation. `column` is the attname that holds the key for forward keys, `key_only`
    says that nothing but the key of the related object is used. `origin` is the expression that made the rows,
    `streamed` that a bare iterator() reads them: no prefetch works there; `alone` that each was fetched or made alone,
    so that nothing which is loaded with one is loaded with the others. `cause` is what a person wrote for which a
    framework reads (a field, a column); `heir` the class for which it was seen, if that inherits what is at `place`.
    """

    place: Place
    site: Place
    text: str
    kind: AccessorKind
    model: str
    root: str
    relation: str
    deeper: tuple[str, ...] = ()
    per_row: bool = False
    in_async: bool = False
    column: str | None = None
    key_only: bool = False
    origin: Station | None = None
    streamed: bool = False
    alone: Alone | None = None
    loop: Station | None = None
    trace: tuple[Station, ...] = ()
    doubts: frozenset[Doubt] = frozenset()
    evidence: Evidence = "project"
    conditions: int = 0
    cause: Station | None = None
    heir: Place | None = None


class Query(Struct, frozen=True):
    """A queryset or manager that is sent to the database.

    `method` is the method's name, or `iterate`, `len`, `bool`, `contains` (the operator `in`), `index`, `repr` for the
    implicit ones. `writes` says that rows are changed. `accessor` is set if it hangs on a row (`row.tags.filter()`):
    `owner` is then that row's model label, `path` the relation path from the rows looped, `deeper` longer ones that
    lead through it, `prefetched` whether the relation had been prefetched and the query goes past it. `narrowed` says
    that something in the chain (filter, order_by, values…) keeps a prefetch of `accessor` alone from answering it,
    whatever `method` is. `whole_table` says: no filter, no slice, a model's manager.
    `repeats` says that the same question is asked in each iteration (nothing in it depends on the loop).
    `per_row`, `streamed`, `alone`, `cause` and `heir` as in Read.
    """

    place: Place
    site: Place
    text: str
    method: str
    model: str
    writes: bool = False
    accessor: str | None = None
    owner: str | None = None
    path: str | None = None
    deeper: tuple[str, ...] = ()
    prefetched: bool = False
    narrowed: bool = False
    whole_table: bool = False
    repeats: bool = False
    indexed: bool = False
    per_row: bool = False
    in_async: bool = False
    origin: Station | None = None
    streamed: bool = False
    alone: Alone | None = None
    loop: Station | None = None
    trace: tuple[Station, ...] = ()
    doubts: frozenset[Doubt] = frozenset()
    evidence: Evidence = "project"
    conditions: int = 0
    cause: Station | None = None
    heir: Place | None = None


class Discarded(Struct, frozen=True):
    """A statement that builds a queryset and throws it away: nothing happens."""

    place: Place
    text: str
    method: str
    model: str
    evidence: Evidence = "project"


class Facts(Struct, frozen=True):
    """Everything that was found out about one project, in an order that depends on the source alone.

    `models_at` are the labels of all models whose rows come from a place, where there is more than one. `aside` are the
    definitions of functions that run where nobody waits for them. `remedies` are those of rows that a framework makes,
    by the place that stands for their queryset. `served` are the places where a prefetch answers on some way.
    """

    reads: tuple[Read, ...] = ()
    queries: tuple[Query, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    statistics: Mapping[str, int] = {}
    models_at: Mapping[Place, frozenset[str]] = {}
    aside: frozenset[Place] = frozenset()
    remedies: Mapping[Place, Remedy] = {}
    served: frozenset[tuple[str, int]] = frozenset()
