"""Which code a fact is: one evaluation gives one code, so the rules that judge facts decide here, in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Query, Read

COUNTING = frozenset({"count", "acount"})
LOADING = frozenset({"iterate", "list", "len", "bool", "contains", "in_bulk", "ain_bulk"})
"""How all rows of a queryset are held in memory at once; `repr` fetches 21 of them, `iterator` some at a time."""


def code_of_read(read: Read) -> str | None:
    """The code of the rule that a read is a finding of; None if it is none."""
    if read.in_async:
        return "ORM110"
    if not read.per_row:
        return None
    match read.kind:
        case "forward" if read.key_only and read.column is not None:
            return "ORM107"
        case "column":
            return "ORM106"
        case "generic_key":
            return "ORM105"
        case "forward" | "reverse_one":
            return "ORM101"
    return None


def code_of_query(query: Query) -> str | None:
    """The code of the rule that a query is a finding of; None if it is none. Writes are judged by other rules."""
    if query.writes:
        return None
    if query.in_async:
        return "ORM110"
    if query.per_row:
        return _code_per_row(query)
    if query.whole_table and query.method in COUNTING:
        return "ORM201"
    if query.whole_table and query.method in LOADING:
        return "ORM301"
    return None


def _code_per_row(query: Query) -> str:
    if query.accessor is not None and query.prefetched:
        return "ORM103"
    if query.accessor is not None and not query.repeats:
        return "ORM102"
    if query.indexed:
        return "ORM109"
    return "ORM108" if query.repeats else "ORM104"
