"""What is read from related rows that a framework fetches belongs to the query that fetches them.

Nobody wrote a queryset for those rows: only what loads them, where the rows around them come from, can load more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from orm_lint.interpreter.facts import Query, Read
from orm_lint.project.models.graph import Place

MOST_NESTED = 8
Spot: TypeAlias = tuple[Place, Place]
"""Where the rows come from, and where the loop over the outermost ones is."""


def folded(reads: Iterable[Read], queries: Iterable[Query]) -> tuple[list[Read], list[Query]]:
    """The facts without those about rows of a set that is reported itself, which names their paths instead."""
    queries = list(queries)
    sets: defaultdict[Spot, list[Query]] = defaultdict(list)
    roots: defaultdict[Spot, list[Query]] = defaultdict(list)
    for query in queries:
        if _is_of_framework(query):
            sets[_made(query)].append(query)
            if query.origin is not None:
                roots[query.origin.place, query.place].append(query)
    deeper: defaultdict[int, set[str]] = defaultdict(set)
    kept = [
        read
        for read in reads
        if not _fold(read, (read.relation, *read.deeper), sets, deeper) and not _leads_through(read, roots, deeper)
    ]
    asked = [query for query in queries if not query.path or not _fold(query, (query.path,), sets, deeper)]
    return kept, [_with(query, deeper[id(query)]) for query in asked]


def _made(query: Query) -> Spot:
    return query.site, query.place


def _is_of_framework(query: Query) -> bool:
    return query.per_row and bool(query.path) and query.cause is not None and query.cause.place == query.site


def _fold(
    fact: Read | Query, paths: Iterable[str], sets: Mapping[Spot, list[Query]], deeper: dict[int, set[str]]
) -> bool:
    """Whether a fact belongs to the query of a set, which is given its paths; through sets in sets."""
    query = _set_around(fact, sets) if fact.per_row and fact.cause is not None else None
    if query is None:
        return False
    found = list(paths)
    for _ in range(MOST_NESTED):
        found = [f"{query.path}__{path}" for path in found]
        outer = _set_around(query, sets)
        if outer is None or _made(outer) == _made(query):
            break
        query = outer
    deeper[id(query)].update(found)
    return True


def _leads_through(read: Read, roots: Mapping[Spot, list[Query]], deeper: dict[int, set[str]]) -> bool:
    """Whether a read is told with a set on its way, which rows of a list are asked for as well as a row alone."""
    at = (read.origin.place, read.place) if read.origin is not None and read.cause is not None else None
    for query in roots.get(at, ()) if at is not None and read.per_row else ():
        if query.path and read.relation.startswith(f"{query.path}__"):
            deeper[id(query)].update((read.relation, *read.deeper))
            return True
    return False


def _set_around(fact: Read | Query, sets: Mapping[Spot, list[Query]]) -> Query | None:
    """The query that fetches the rows of a fact; a field may fetch sets of sets, all at its own place."""
    if fact.origin is None:
        return None
    model = fact.root if isinstance(fact, Read) else fact.owner if fact.path == fact.accessor else None
    found = sets.get((fact.origin.place, fact.place), ())
    return next((query for query in found if query is not fact and model in (None, query.model)), None)


def _with(query: Query, deeper: set[str]) -> Query:
    return replace(query, deeper=tuple(sorted(deeper))) if deeper else query
