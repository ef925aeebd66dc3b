"""The repair that a finding states is made where it says, while the function runs: the line then asks nothing per row."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orm_lint.finding import Finding
from tests.judge.market import MARKET, functions
from tests.judge.test_measured import MANY, growing
from tests.judge.test_static import report

SCRIPT = Path(__file__).parent / "repairs.py"
ADVICE = re.compile(r'add \.(select_related|prefetch_related)\("(\w+)"\).*? to (the querysets? at .*)')
PLACE = re.compile(r"([\w/]+\.py):(\d+)")
# Nothing that can be written down loads a tree of any depth: the repair saves the queries of the levels it names.
WALKS = frozenset({"bad_walk_up", "bad_walk_up_in_a_helper", "bad_recursion_up"})
# What the script cannot do to a raw query, or to the parts of a union once they are one.
# The message names one of the two querysets whose rows meet.
NOT_DONE = frozenset({"bad_raw", "bad_union", "bad_chain", "bad_loaded_on_neither_branch"})
Line = tuple[str, int]


def calls(finding: Finding) -> list[Any]:
    advice = ADVICE.search(finding.message)
    if advice is None:
        return []
    found: list[Any] = [[(path, int(line)), (advice[1], advice[2])] for path, line in PLACE.findall(advice[3])]
    return [*found, *([[line, ("chunk_size", "")] for line, _ in found] if "chunk_size=…" in finding.message else ())]


@cache
def advised() -> dict[Line, list[Any]]:
    """For each line with findings that advise to load something: what to call where."""
    by_line: dict[Line, list[Any]] = defaultdict(list)
    for finding in report().findings:
        if finding.code != "ORM110":
            by_line[finding.span.path, finding.span.line].extend(calls(finding))
    return {line: found for line, found in by_line.items() if found}


@pytest.fixture(scope="session")
def repaired(runs: dict[str, Any]) -> list[tuple[str, Line, int, dict[str, Any]]]:
    """Function, line, reads at 12 rows before the repair, and what was sent after it."""
    cases = []
    for function in functions():
        for group, by in growing(runs[function.key]) if runs[function.key] and function.kind == "bad" else ():
            lines = {(path, line) for path, line, _ in group["stack"]} & advised().keys()
            cases.extend((function.key, line, by, advised()[line]) for line in lines)
    wanted = [{"key": key, "line": line, "calls": done} for key, line, _, done in cases]
    done = subprocess.run(
        [sys.executable, SCRIPT, MARKET], input=json.dumps(wanted), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    return [(key, line, by, result) for (key, line, by, _), result in zip(cases, results, strict=True)]


def test_the_stated_repair_ends_the_queries_per_row(repaired: list[Any]) -> None:
    left = []
    for key, line, by, result in repaired:
        name = key.partition("::")[2]
        grows_by = result[MANY] - result["3"]
        limit = by - 1 if name in WALKS else 0
        if name not in NOT_DONE and (result["error"] or grows_by > limit):
            left.append((key, line, grows_by, result["error"], advised()[line]))
    assert not left, "\n".join(map(str, left))


def test_most_lines_are_repaired_by_loading_something(repaired: list[Any]) -> None:
    assert len({line for _, line, _, _ in repaired}) >= 100
