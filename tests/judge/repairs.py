"""Runs fixture functions as if the querysets that a finding names had the method that it advises.

Usage: python tests/judge/repairs.py MARKET < repairs.json. A repair is a dictionary: `key` of the fixture function,
`line` of the finding, and `calls`: pairs of the lines where querysets are made and of [method, argument]. Prints, for
each repair, how many reads each of 3 and 12 rows sent from that line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from runner import SIZES, frames_here, functions, measured, prepare

Line = tuple[str, int]


class Repair:
    """What is done to querysets when they are evaluated; `calls` are pairs of a line and [method, argument]."""

    def __init__(self, market: str) -> None:
        self.market = market
        self.calls: list[tuple[Line, tuple[str, str]]] = []
        self.running = 0

    def lines_here(self) -> frozenset[Line]:
        """Where a queryset is being made; nowhere, if Django makes it to prefetch for one that is evaluated."""
        if self.running:
            return frozenset()
        market = Path(self.market)
        return frozenset(
            (Path(frame.f_code.co_filename).relative_to(market).as_posix(), line)
            for frame, line in frames_here(self.market)
        )

    def apply(self, queryset: Any) -> None:
        if queryset._result_cache is not None or queryset._fields is not None:
            return
        for line, (method, argument) in self.calls:
            if line in queryset._made_at and method != "chunk_size":
                changed = getattr(queryset, method)(argument)
                queryset.query = changed.query
                queryset._prefetch_related_lookups = changed._prefetch_related_lookups

    def chunk_size_of(self, queryset: Any) -> int | None:
        is_told = any(line in queryset._made_at for line, (method, _) in self.calls if method == "chunk_size")
        return 2000 if is_told else None


def install(repair: Repair) -> None:
    """Querysets remember the lines that made them, and are repaired when they are evaluated."""
    from django.db.models import QuerySet

    create, clone, fetch, iterate = QuerySet.__init__, QuerySet._clone, QuerySet._fetch_all, QuerySet._iterator

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **kwargs)
        self._made_at = repair.lines_here()

    def cloned(self: Any) -> Any:
        copy = clone(self)
        copy._made_at |= self._made_at
        return copy

    def fetched(self: Any) -> None:
        repair.apply(self)
        repair.running += 1
        try:
            fetch(self)
        finally:
            repair.running -= 1

    def iterated(self: Any, is_chunked: bool, chunk_size: int | None) -> Any:
        repair.apply(self)
        return iterate(self, is_chunked, chunk_size or repair.chunk_size_of(self))

    QuerySet.__init__, QuerySet._clone, QuerySet._fetch_all, QuerySet._iterator = created, cloned, fetched, iterated


def reads_from(outcome: dict[str, Any], line: Line) -> int:
    groups = outcome["groups"]
    return sum(one["reads"] for one in groups if line in {(path, number) for path, number, _ in one["stack"]})


def main() -> None:
    market = Path(sys.argv[1]).resolve()
    wanted = json.load(sys.stdin)
    prepare(market)
    from populate import populate

    repair = Repair(str(market))
    install(repair)
    found = {f"{path}::{name}": function for path, name, function in functions(market, "orm*")}
    results: list[dict[str, Any]] = [{} for _ in wanted]
    for size in SIZES:
        repair.calls = []
        populate(size)
        for one, result in zip(wanted, results, strict=True):
            repair.calls = [((path, line), (method, argument)) for (path, line), (method, argument) in one["calls"]]
            outcome = measured(found[one["key"]], str(market))
            result[str(size)] = reads_from(outcome, (one["line"][0], one["line"][1]))
            result["error"] = outcome["error"]
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
