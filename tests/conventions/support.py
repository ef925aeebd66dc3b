"""What the conventions make of a module of the small project of `tests.interpreter.support`."""

from __future__ import annotations

from orm_lint.conventions import HOOKS
from tests.interpreter.support import facts, line, query, read


def repeated(code: str, **more: str) -> list[str]:
    """What is read or asked for each row, one line each."""
    seen = facts(code, HOOKS, **more)
    return [read(one) for one in seen.reads if one.per_row] + [query(one) for one in seen.queries if one.per_row]


def placed(code: str, **more: str) -> list[tuple[str, str]]:
    """Relation (or method) and place of what is read or asked for each row."""
    seen = facts(code, HOOKS, **more)
    reads = [(one.relation, line(one.place)) for one in seen.reads if one.per_row]
    return reads + [(one.method, line(one.place)) for one in seen.queries if one.per_row]
