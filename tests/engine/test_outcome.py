from __future__ import annotations

import itertools

import pytest

from orm_lint.engine.config import Config
from orm_lint.engine.outcome import joined, per_file_ignores, shown
from orm_lint.errors import ConfigError
from orm_lint.finding import Confidence, Finding, Span, TraceStep
from orm_lint.rules.base import Rule

RULES = (Rule("ORM501", "a", "", True, lambda _: ()), Rule("ORM601", "b", "", True, lambda _: ()))


def span(line: int, path: str = "a.py") -> Span:
    return Span(path, line, 1, line, 2)


def step(line: int) -> TraceStep:
    return TraceStep("origin", span(line), "rows")


def test_one_key_is_one_finding_with_all_traces_in_any_order_of_arrival() -> None:
    low = Finding("ORM501", "a", "less sure", span(1), Confidence.LOW, trace=(step(5), step(6)))
    high = Finding("ORM501", "a", "sure", span(1), Confidence.HIGH, trace=(step(6), step(7)))
    other = Finding("ORM501", "a", "another relation", span(1), relation="owner")
    expected = Finding("ORM501", "a", "sure", span(1), Confidence.HIGH, trace=(step(6), step(7), step(5)))
    for order in itertools.permutations([low, high, other]):
        assert joined(order) == [other, expected]


def test_findings_are_sorted_by_place_then_code() -> None:
    first = Finding("ORM601", "b", "m", span(1))
    second = Finding("ORM501", "a", "m", span(2))
    third = Finding("ORM501", "a", "m", span(1, "b.py"))
    fourth = Finding("ORM601", "b", "m", span(1, "b.py"))
    assert joined([fourth, third, second, first]) == [first, second, third, fourth]


def test_less_sure_findings_are_not_shown() -> None:
    sure = Finding("ORM501", "a", "m", span(1), Confidence.MEDIUM)
    unsure = Finding("ORM501", "a", "m", span(2), Confidence.LOW)
    assert shown([sure, unsure], Config(), Confidence.MEDIUM, RULES) == (sure,)
    assert shown([sure, unsure], Config(), Confidence.LOW, RULES) == (sure, unsure)


def test_per_file_ignores_are_gitignore_patterns_that_add_up() -> None:
    config = Config(per_file_ignores=(("legacy/", ("ORM5",)), ("*_old.py", ("b",)), ("/setup.py", ("ALL",))))
    is_ignored = per_file_ignores(config, RULES)
    paths = ["legacy/a.py", "x/legacy/y/a_old.py", "a_old.py", "setup.py", "x/setup.py"]
    assert [(is_ignored(path, "ORM501"), is_ignored(path, "ORM601")) for path in paths] == [
        (True, False),
        (True, True),
        (False, True),
        (True, True),
        (False, False),
    ]


def test_a_pattern_that_is_none_is_an_error_of_the_configuration() -> None:
    with pytest.raises(ConfigError, match=r"tool\.orm_lint\.per-file-ignores: '!' is no gitignore pattern"):
        per_file_ignores(Config(per_file_ignores=(("!", ("ORM5",)),)), RULES)
