"""The database alone against the marks: what is marked sends more queries for more rows, nothing else does."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.conventions.storefront import PACKAGES, PER_ROW, Probe, explained, marks, probes

FEW, MANY = "3", "12"
ADDED_ROWS = 9
Line = tuple[str, int]


def of_kind(*kinds: str) -> list[Any]:
    return [pytest.param(one, id=one.key) for one in probes() if one.kind in kinds]


def result(runs: dict[str, Any], probe: Probe) -> dict[str, Any]:
    found = runs[probe.key]
    if not found:
        pytest.skip("needs a newer Python or Django")
    return found


def growing(run: dict[str, Any]) -> list[tuple[dict[str, Any], int]]:
    """The groups of queries that were sent more often for 12 rows than for 3, and how much more often."""
    few = {_name(group): group["queries"] for group in run[FEW]["groups"]} if run else {}
    grown = ((group, group["queries"] - few.get(_name(group), 0)) for group in run[MANY]["groups"]) if run else ()
    return [(group, by) for group, by in grown if by > 0]


def _name(group: dict[str, Any]) -> str:
    return str((group["stack"], group["behalf"], group["cause"]))


def lines(group: dict[str, Any]) -> set[Line]:
    """The lines of the project's function that loops, and those on whose behalf a framework does."""
    owners = {tuple(owner) for owner in group["owners"]}
    own = {(path, line) for path, line, function in group["stack"] if (path, function) in owners}
    causes = {tuple(spot) for spot in (group["cause"] or (None, ()))[1]}
    return own | causes | {tuple(spot) for spot in group["behalf"]}


@pytest.mark.parametrize("probe", of_kind("ok", "repaired"))
def test_what_is_right_sends_the_same_queries_for_more_rows(probe: Probe, runs: dict[str, Any]) -> None:
    run = result(runs, probe)
    assert [outcome["error"] for outcome in run.values()] == [None, None]
    assert growing(run) == []


@pytest.mark.parametrize("probe", of_kind("bad"))
def test_what_is_wrong_grows_where_a_mark_says_so(probe: Probe, runs: dict[str, Any]) -> None:
    run = result(runs, probe)
    assert [outcome["error"] for outcome in run.values()] == [None, None]
    assert growing(run) != []
    assert [group for group, _ in growing(run) if not lines(group) & explained()] == []


def test_each_mark_stands_for_a_query_for_each_row(runs: dict[str, Any]) -> None:
    added: Counter[Line] = Counter()
    for probe in probes():
        here: Counter[Line] = Counter()
        for group, by in growing(runs[probe.key]):
            here.update(dict.fromkeys(lines(group), by))
        added |= here
    wanted = Counter((mark.path, mark.line) for mark in marks() if PER_ROW.match(mark.text))
    assert {line: added[line] for line in wanted if added[line] < ADDED_ROWS * wanted[line]} == {}


def test_each_line_marked_for_a_whole_table_loads_one(runs: dict[str, Any]) -> None:
    loading = {
        line
        for run in runs.values()
        for outcome in run.values()
        for group in outcome["groups"]
        if group["whole_tables"]
        for line in lines(group) | {(path, number) for path, number, _ in group["stack"]}
    }
    assert {(mark.path, mark.line) for mark in marks() if mark.text == "ORM301"} - loading == set()


@pytest.mark.parametrize("probe", of_kind("repaired"))
def test_a_repair_shows_the_same(probe: Probe, runs: dict[str, Any]) -> None:
    wrong = next(one for one in probes() if one == (probe.package, f"bad_{probe.subject}"))
    before, after = result(runs, wrong), result(runs, probe)
    assert after[MANY]["value"] == before[MANY]["value"]
    assert after[MANY]["value"] not in (None, [], "")


@pytest.mark.parametrize("package", PACKAGES)
def test_a_convention_has_five_bad_probes_and_eight_look_alikes(package: str) -> None:
    kinds = Counter(probe.kind for probe in probes() if probe.package == package)
    assert kinds["bad"] >= 5
    assert kinds["ok"] >= 8
