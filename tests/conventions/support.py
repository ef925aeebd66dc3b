"""What the conventions make of a module of the small project of `tests.interpreter.support`."""

from __future__ import annotations

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.facts import Facts
from orm_lint.interpreter.hooks import Hooks
from tests.interpreter.support import facts, line, query, read


def found_in(code: str, hooks: Hooks = HOOKS, **more: str) -> Facts:
    """All facts."""
    return facts(code, hooks, **more)


def told(code: str, hooks: Hooks = HOOKS, **more: str) -> list[str]:
    """The reads, and the queries for each row, one line each."""
    seen = found_in(code, hooks, **more)
    return [read(one) for one in seen.reads] + [query(one) for one in seen.queries if one.per_row]


def repeated(code: str, **more: str) -> list[str]:
    """What is read or asked for each row, one line each."""
    seen = found_in(code, **more)
    return [read(one) for one in seen.reads if one.per_row] + [query(one) for one in seen.queries if one.per_row]


def placed(code: str, **more: str) -> list[tuple[str, str]]:
    """Relation (or method) and place of what is read or asked for each row."""
    seen = found_in(code, **more)
    reads = [(one.relation, line(one.place)) for one in seen.reads if one.per_row]
    return reads + [(one.method, line(one.place)) for one in seen.queries if one.per_row]
