from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from orm_lint.engine.failures import Boundary, Failure, described, outcomes, traced, write_log
from orm_lint.finding import Finding, Notice, Span
from orm_lint.rules.base import EachSubject
from orm_lint.rules.base.found import SharedFailureError


def finding(path: str) -> Finding:
    return Finding("ORM501", "generic-foreign-key", "x", Span(path, 1, 1, 1, 2))


def failing_rule(check: object, facts: object) -> list[object]:
    """The outcomes, without the lines of orm_lint that the failures went through."""
    return [
        Notice(result.path, result.line, re.sub(r" at orm_lint/\S+:\d+;", ";", result.message))
        if isinstance(result, Notice)
        else result
        for result in outcomes("ORM501", check, facts)  # type: ignore[arg-type]
    ]


def judge(subject: str) -> Iterator[Finding]:
    yield finding(subject)
    if subject == "b.py":
        raise KeyError("gone")


def test_a_rule_that_goes_by_subjects_loses_only_the_rest_of_the_failed_one() -> None:
    results = failing_rule(lambda facts: EachSubject(facts, judge, str), ["a.py", "b.py", "c.py"])
    message = "internal error: ORM501 failed with KeyError ('gone'); please report it"
    assert results == [finding("a.py"), finding("b.py"), Notice("b.py", 1, message), finding("c.py")]


def test_a_generator_keeps_what_it_found_before_it_failed() -> None:
    results = failing_rule(judge, "b.py")
    message = "internal error: ORM501 failed with KeyError ('gone'); please report it"
    assert results == [finding("b.py"), Notice("", 1, message)]


def test_a_rule_that_fails_at_once_is_one_notice() -> None:
    def check(facts: object) -> list[Finding]:
        raise RecursionError

    message = "internal error: ORM501 failed with RecursionError; please report it"
    assert failing_rule(check, None) == [Notice("", 1, message)]


def test_a_judge_that_fails_before_its_first_finding_costs_its_subject() -> None:
    def fails(subject: str) -> list[Finding]:
        return [finding(subject)] if subject != "a.py" else [finding(subject[99])]

    results = failing_rule(lambda facts: EachSubject(facts, fails, str), ["a.py", "b.py"])
    message = "internal error: ORM501 failed with IndexError (string index out of range); please report it"
    assert results == [Notice("a.py", 1, message), finding("b.py")]


def test_a_failure_keeps_the_traceback_of_the_mistake_whichever_rule_it_costs() -> None:
    mistake = LookupError("no such thing")

    def check(facts: object) -> list[Finding]:
        raise SharedFailureError("the interpreter", mistake)

    (first,), (second,) = outcomes("ORM501", check, None), outcomes("ORM502", check, None)
    assert (
        first
        == second
        == Failure("", 1, described("", SharedFailureError("the interpreter", mistake)), traced(mistake))
    )
    assert traced(mistake) == "LookupError: no such thing\n"
    (failure,) = outcomes("ORM501", lambda _: {}["gone"], None)
    assert failure.traceback.startswith("Traceback (most recent call last):\n")
    assert failure.traceback.endswith("KeyError: 'gone'\n")


def test_the_place_in_orm_lint_is_named() -> None:
    with Boundary() as boundary:
        Span("a")  # type: ignore[call-arg]
    assert isinstance(boundary.error, TypeError)
    with Boundary() as boundary:
        next(iter(EachSubject([1], judge, lambda _: 1 / 0)))  # type: ignore[arg-type]
    assert boundary.error is not None
    assert described("check", boundary.error).startswith(
        "internal error: check failed with ZeroDivisionError (division by zero) at orm_lint/rules/base/__init__.py:"
    )


def test_interrupts_and_what_is_let_pass_are_not_kept() -> None:
    with pytest.raises(KeyboardInterrupt), Boundary():
        raise KeyboardInterrupt
    with pytest.raises(BrokenPipeError), Boundary(passing=(OSError,)):
        raise BrokenPipeError


def test_a_log_is_written_once_for_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first, same, other = write_log("one \udc80"), write_log("one \udc80"), write_log("two")
    assert first == same != other
    assert sorted(path.read_text() for path in tmp_path.iterdir()) == ["one ?", "two"]


def test_a_log_never_follows_a_link_that_waits_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    place = write_log("text")
    assert place is not None
    place.unlink()
    place.symlink_to(tmp_path / "victim")
    assert write_log("text") is None
    assert not (tmp_path / "victim").exists()
    place.unlink()
    place.write_text("something else")
    assert write_log("text") is None


def test_without_a_place_there_is_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    assert write_log("text") is None
