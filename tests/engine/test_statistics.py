"""How far findings reach, and what is left to say where the interpreter fails."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import orm_lint.engine.statistics as statistics_module
from orm_lint.engine.statistics import hand_overs, statistics
from orm_lint.finding import Finding, Role, Span, TraceStep

SPAN = Span("a.py", 1, 1, 1, 2)


def finding(code: str, *roles: Role) -> Finding:
    return Finding(code, "", "", SPAN, trace=tuple(TraceStep(role, SPAN, "") for role in roles))


def test_findings_by_how_often_rows_are_handed_over() -> None:
    findings = [
        finding("ORM101", "origin", "loop", "read"),
        finding("ORM102", "origin", "loop", "read"),
        finding("ORM108", "origin", "loop", "call", "read"),
        finding("ORM101", "origin", "handover", "loop", "call", "read"),
        finding("ORM101", "loop", "call", "call", "call", "read"),
        finding("ORM101", "loop", "handover", "call", "call", "call", "call", "read"),
        finding("ORM110", "call", "read"),
        finding("ORM201", "read"),
    ]
    assert hand_overs(findings) == {
        "findings of a query per row behind 0 hand-overs": 2,
        "findings of a query per row behind 1 hand-over": 1,
        "findings of a query per row behind 2 hand-overs": 1,
        "findings of a query per row behind 3 or more hand-overs": 2,
    }


def test_what_was_read_is_said_though_the_interpreter_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> dict[str, int]:
        raise RecursionError

    monkeypatch.setattr(statistics_module, "seen", fails)
    project: Any = SimpleNamespace(statistics={"files read": 3})
    assert statistics(project, [finding("ORM101", "read")]) == {
        "files read": 3,
        "findings of a query per row behind 0 hand-overs": 1,
    }


def test_the_phrases_of_all_layers_are_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistics_module, "seen", lambda *_: {"cut: calls deeper than 8": 2})
    project: Any = SimpleNamespace(statistics={"files read": 3})
    assert list(statistics(project, []).items()) == [("files read", 3), ("cut: calls deeper than 8", 2)]
