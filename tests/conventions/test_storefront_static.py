"""The linter against the marks, both ways, and against the exact text of each finding."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.finding import Finding
from orm_lint.reports.report import Report
from tests.conventions.storefront import PACKAGES, STOREFRONT, marks


@cache
def report() -> Report:
    """The shared project as a user would lint it."""
    return check(CheckRequest(paths=(STOREFRONT,), frozen=True))


def found(package: str) -> list[Finding]:
    return [one for one in report().findings if one.span.path.startswith(f"{package}/")]


def written(package: str) -> str:
    """The findings of a package as the concise report prints them."""
    lines = (f"{f.span.path}:{f.span.line}:{f.span.column}: {f.code} {f.message}\n" for f in found(package))
    return "".join(lines)


@pytest.mark.parametrize("package", ["shop", *PACKAGES])
def test_what_is_found_is_what_is_marked(package: str) -> None:
    places = Counter((one.span.path, one.span.line, one.code) for one in found(package))
    expected = Counter(mark for mark in marks() if mark.path.startswith(f"{package}/") and mark.text != "deeper")
    assert places == expected


@pytest.mark.parametrize("package", ["shop", *PACKAGES])
def test_the_findings_read_as_expected(package: str) -> None:
    assert written(package) == (STOREFRONT / package / "expected.txt").read_text()


def test_nothing_of_the_project_is_unreadable() -> None:
    assert (report().notices, report().failures) == ((), ())


def test_each_station_of_a_trace_is_a_place_with_code() -> None:
    for finding in report().findings:
        for step in finding.trace:
            lines = (STOREFRONT / step.span.path).read_text().splitlines()
            line = lines[step.span.line - 1]
            assert line[step.span.column - 1 :].strip() and not line.startswith(("from ", "import ")), (finding, step)
