"""The database alone against the marks: a marked line sends more queries for more rows, no other line does."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.judge.market import CODES, PER_ROW, Function, commits, functions, marked, marks

FEW, MANY = "3", "12"
ADDED_ROWS = 9
EXPLAINED = frozenset().union(marked("deeper"), *(marked(code) for code in PER_ROW))
KNOWN = frozenset({*CODES, "ORM501", "deeper", "streamed", "counted"})
Line = tuple[str, int]


def of_kind(*kinds: str) -> list[Any]:
    return [pytest.param(one, id=one.key) for one in functions() if one.kind in kinds]


def result(runs: dict[str, Any], function: Function) -> dict[str, Any]:
    found = runs[function.key]
    if not found:
        pytest.skip("needs a newer Python or Django")
    return found


def growing(run: dict[str, Any]) -> list[tuple[dict[str, Any], int]]:
    """The groups of reads that were sent more often for 12 rows than for 3, and how much more often."""
    few = {str(group["stack"]): group["reads"] for group in run[FEW]["groups"]}
    grown = ((group, group["reads"] - few.get(str(group["stack"]), 0)) for group in run[MANY]["groups"])
    return [(group, by) for group, by in grown if by > 0]


def lines_of_the_loop(group: dict[str, Any]) -> set[Line]:
    """The lines of a stack that stand in the function which owns the loop."""
    owners = {tuple(owner) for owner in group["owners"]}
    return {(path, line) for path, line, function in group["stack"] if (path, function) in owners}


def reads(run: dict[str, Any]) -> int:
    return sum(group["reads"] for group in run[MANY]["groups"])


def sent_from(runs: dict[str, Any], what: str) -> set[Line]:
    """The innermost lines that sent statements of a kind, over all functions."""
    return {
        (path, line)
        for run in runs.values()
        for outcome in run.values()
        for group in outcome["groups"]
        if group[what]
        for path, line, _ in group["stack"][-1:]
    }


@pytest.mark.parametrize("function", of_kind("ok", "repaired"))
def test_what_is_right_sends_the_same_queries_for_more_rows(function: Function, runs: dict[str, Any]) -> None:
    run = result(runs, function)
    assert [outcome["error"] for outcome in run.values()] == [None, None]
    assert growing(run) == []


@pytest.mark.parametrize("function", of_kind("bad"))
def test_what_is_wrong_grows_in_a_marked_line_of_the_function_that_loops(
    function: Function, runs: dict[str, Any]
) -> None:
    run = result(runs, function)
    unexplained = [group["stack"] for group, _ in growing(run) if not lines_of_the_loop(group) & EXPLAINED]
    assert unexplained == []
    assert bool(growing(run)) == (function.code in PER_ROW - {"ORM110"})


@pytest.mark.parametrize("code", sorted(PER_ROW - {"ORM110"}))
def test_each_marked_line_sends_a_query_for_each_row(code: str, runs: dict[str, Any]) -> None:
    added: Counter[Line] = Counter()
    for function in functions():
        for group, by in growing(runs[function.key]) if runs[function.key] else ():
            for line in lines_of_the_loop(group):
                added[line] = max(added[line], by)
    wanted = Counter((mark.path, mark.line) for mark in marks() if mark.text == code)
    too_new = {line for function in functions() if not runs[function.key] for line in function.lines}
    assert {line for line in wanted if line not in too_new and added[line] < ADDED_ROWS * wanted[line]} == set()


@pytest.mark.parametrize("function", of_kind("bad"))
def test_only_lazy_loads_in_async_code_raise_and_in_the_marked_line(function: Function, runs: dict[str, Any]) -> None:
    run = result(runs, function)
    error = "SynchronousOnlyOperation" if function.code == "ORM110" else None
    assert [outcome["error"] for outcome in run.values()] == [error, error]
    for outcome in run.values():
        lines = {tuple(line) for line in outcome["error_lines"]}
        assert len(lines & marked("ORM110")) == (1 if error else 0)


def test_each_line_marked_for_async_code_raises(runs: dict[str, Any]) -> None:
    outcomes = [outcome for run in runs.values() for outcome in run.values()]
    raising = {tuple(line) for outcome in outcomes for line in outcome["error_lines"]}
    assert marked("ORM110") - raising == set()


def test_whole_tables_are_counted_in_the_marked_lines_and_in_no_other(runs: dict[str, Any]) -> None:
    assert sent_from(runs, "whole_counts") == marked("ORM201") | marked("counted")


def test_whole_tables_are_fetched_in_the_marked_lines_and_in_no_other(runs: dict[str, Any]) -> None:
    assert sent_from(runs, "whole_tables") == marked("ORM301") | marked("streamed")


def test_discarded_querysets_send_nothing(runs: dict[str, Any]) -> None:
    assert (sent_from(runs, "reads") | sent_from(runs, "writes")) & marked("ORM209") == set()


@pytest.mark.parametrize("function", of_kind("repaired"))
def test_a_repair_returns_the_same_with_fewer_queries(function: Function, runs: dict[str, Any]) -> None:
    wrong = next(one for one in functions() if one.path == function.path and one.name == f"bad_{function.subject}")
    before, after = result(runs, wrong), result(runs, function)
    if function.code != "ORM110":
        assert after[MANY]["value"] == before[MANY]["value"]
    assert after[MANY]["value"] not in (None, [])
    if function.code in PER_ROW - {"ORM110"}:
        assert reads(after) < reads(before)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_five_bad_functions_and_eight_look_alikes_four_of_them_real(code: str) -> None:
    kinds = Counter(function.kind for function in functions() if function.code == code)
    assert kinds["bad"] >= 5
    assert kinds["ok"] >= 8
    assert commits(code) >= 4


def test_every_mark_is_known() -> None:
    assert {mark.text for mark in marks()} <= KNOWN
