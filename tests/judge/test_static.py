"""The linter against the marks, both ways: what it finds in the shared project is what the comments expect."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.reports.report import Report
from tests.judge.market import CODES, MARKET, marks

Place = tuple[str, int, str]


@cache
def report() -> Report:
    """The shared project as a user would lint it."""
    return check(CheckRequest(paths=(MARKET,), frozen=True))


def found(folder: str) -> Counter[Place]:
    findings = report().findings
    places = ((one.span.path, one.span.line, one.code) for one in findings)
    return Counter(place for place in places if place[0].startswith(folder))


def expected(folder: str) -> Counter[Place]:
    return Counter(
        (mark.path, mark.line, mark.text)
        for mark in marks()
        if mark.text.startswith("ORM") and mark.path.startswith(folder)
    )


@pytest.mark.parametrize("code", CODES)
def test_no_marked_line_is_missed(code: str) -> None:
    folder = f"rules/{code.lower()}/"
    assert expected(folder) - found(folder) == Counter()


@pytest.mark.parametrize("code", CODES)
def test_nothing_but_marked_lines_is_found(code: str) -> None:
    folder = f"rules/{code.lower()}/"
    assert found(folder) - expected(folder) == Counter()


def test_the_shared_modules_have_the_findings_that_are_marked() -> None:
    def shared(places: Counter[Place]) -> Counter[Place]:
        return Counter({place: number for place, number in places.items() if not place[0].startswith("rules/")})

    assert shared(found("")) == shared(expected(""))


def test_nothing_of_the_project_is_unreadable() -> None:
    assert (report().notices, report().failures) == ((), ())
