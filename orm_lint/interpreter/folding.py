"""What is read from related rows that a framework fetches belongs to the query that fetches them.

Nobody wrote a queryset for those rows: only what loads them, where the rows around them come from, can load more.
"""

from __future__ import annotations

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
    sets = {_made(query): query for query in queries if _is_of_framework(query)}
    deeper: dict[Spot, set[str]] = {}
    kept = [read for read in reads if not _fold(read, (read.relation, *read.deeper), sets, deeper)]
    asked = [query for query in queries if not query.path or not _fold(query, (query.path,), sets, deeper)]
    return kept, [_with(query, deeper.get(_made(query), set())) for query in asked]


def _made(query: Query) -> Spot:
    return query.site, query.place


def _is_of_framework(query: Query) -> bool:
    return query.per_row and bool(query.path) and query.cause is not None and query.cause.place == query.site


def _fold(fact: Read | Query, paths: Iterable[str], sets: Mapping[Spot, Query], deeper: dict[Spot, set[str]]) -> bool:
    """Whether a fact belongs to the query of a set, which is given its paths; through sets in sets."""
    if fact.origin is None or not fact.per_row or fact.cause is None:
        return False
    spot = (fact.origin.place, fact.place)
    if spot not in sets:
        return False
    found = list(paths)
    for _ in range(MOST_NESTED):
        query = sets[spot]
        found = [f"{query.path}__{path}" for path in found]
        outer = (query.origin.place, query.place) if query.origin is not None else None
        if outer is None or outer not in sets or outer == spot:
            break
        spot = outer
    deeper.setdefault(spot, set()).update(found)
    return True


def _with(query: Query, deeper: set[str]) -> Query:
    return replace(query, deeper=tuple(sorted(deeper))) if deeper else query
