"""What lives in the heap: abstract objects, each standing for one object or for many of a nest of loops.

They are frozen; a change puts another one under the same number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.interpreter.facts import Alone, Doubt
from orm_lint.interpreter.values import Nest, Size, Value
from orm_lint.orm.plans import Load, Plan
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

Within: TypeAlias = tuple[str, frozenset[str], bool]
"""The model, and what only() or defer() names."""


class Made(Struct, frozen=True):
    """Where rows come from: the token in the source that made their queryset, or an object that the caller knows.

    `is_streamed` says that iterator() reads them without a chunk_size, and so nothing can be prefetched for them.
    `alone` says that each was fetched by itself (`got`) or made (`created`); those of a `set` of one are many.
    `within` tells the queryset of a Prefetch by what it names; its place is found when all are known.
    """

    module: Module | None
    at: int
    outer: int = -1
    is_streamed: bool = False
    within: Within | None = None
    alone: Alone | None = None

    def known_as(self, known: Made) -> Made:
        """The same in the terms of the caller, where the object is `known`."""
        if self.is_streamed and not known.is_streamed:
            known = replace(known, is_streamed=True)
        return replace(known, alone=self.alone) if self.alone is not None else known


NOBODY = Made(None, 0)
MOST_BASES = 6


class QuerySet(Struct, frozen=True):
    """A queryset object. `nest` are the loops that make new ones; `deps` the loops its arguments vary with.

    `evaluated` says that the result cache is filled, `element` is then the row object that stands for all its rows.
    `row` and `accessor` tell the row it hangs on, `past_prefetch` that it goes past a prefetched relation,
    `narrowed` that no prefetch of the relation alone could answer it, `streamed` that no
    result cache is kept, `locks` that the rows are locked to be written, `fails` that Django raises instead of
    fetching them. `bases` are the places of the querysets that it was made from, one from the other.
    """

    plan: Plan
    nest: Nest
    made: Made
    deps: frozenset = frozenset()  # type: ignore[type-arg]
    evaluated: bool = False
    element: int | None = None
    row: int | None = None
    accessor: str | None = None
    past_prefetch: bool = False
    narrowed: bool = False
    streamed: bool = False
    locks: bool = False
    fails: bool = False
    absent: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    doubts: frozenset[Doubt] = frozenset()
    bases: tuple[Made, ...] = ()


class Row(Struct, frozen=True):
    """A model instance, one or one of many. `attrs` is what has been read or set on it so far.

    `path` leads here from the rows of `made`; `lazy` is the read that fetched this row on its own, with the path from
    there: what is read through it belongs to the same finding. `absent` and `present` are relations that a filter or
    test tells of, `is_one` that the row was fetched alone, not with others. `is_new` says that its class made it,
    `is_changed` that it was written, or may have been by code that is not run.
    """

    model: str
    load: Load
    nest: Nest
    made: Made
    root: str = ""
    path: tuple[str, ...] = ()
    attrs: Mapping[str, Value] = {}
    lazy: int | None = None
    lazy_path: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    is_one: bool = False
    is_new: bool = False
    is_changed: bool = False
    doubts: frozenset[Doubt] = frozenset()


class Box(Struct, frozen=True):
    """A container: `element` joins all its elements (dict values), `keys` the keys, `entries` those at constant keys.

    `size` bounds the number of elements that were put in by loops; None as long as only `entries` are known. `absent`
    are relations of which a test said, for each row that was put in, that there is nothing at the other end.
    """

    kind: Literal["list", "tuple", "dict", "set", "iterator"]
    nest: Nest
    element: Value | None = None
    keys: Value | None = None
    entries: Mapping[str | int | None, Value] = {}
    size: Size | None = None
    default: Value | None = None
    absent: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put in."""
        return self.element is None and not self.entries


class Instance(Struct, frozen=True):
    """An instance of a class that is no model; `attrs` is what was set on it in this run."""

    symbol: ClassSymbol
    nest: Nest
    attrs: Mapping[str, Value] = {}
    is_open: bool = False


class Generator(Struct, frozen=True):
    """A call of a generator function that has not run yet."""

    function: Value
    args: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]
    nest: Nest
    at: int


Object: TypeAlias = QuerySet | Row | Box | Instance | Generator
