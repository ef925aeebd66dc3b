"""What the interpreter finds out with all conventions, about the small project of its tests."""

from __future__ import annotations

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.facts import Facts
from tests.interpreter.support import facts, query, read


def facts_with_conventions(code: str, **more: str) -> Facts:
    return facts(code, HOOKS, **more)


def told(code: str, **more: str) -> list[str]:
    """The reads, and the queries for each row, one line each."""
    found = facts_with_conventions(code, **more)
    return [read(one) for one in found.reads] + [query(one) for one in found.queries if one.per_row]
