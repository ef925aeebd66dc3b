"""The counts of `--statistics`: what was read, what the interpreter saw, and how far the findings reach."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from orm_lint.conventions import HOOKS
from orm_lint.finding import Finding
from orm_lint.interpreter.statistics import statistics as seen
from orm_lint.project.project import Project

PER_ROW = re.compile(r"ORM10[1-9]")
MANY = 3


def statistics(project: Project, findings: Iterable[Finding]) -> Mapping[str, int]:
    """All counts by phrase; those of the interpreter are missing where it fails, which its rules report."""
    try:
        interpreted = seen(project, HOOKS)
    except Exception:  # noqa: BLE001 - whatever it is, the rules have said so
        interpreted = {}
    return {**project.statistics, **interpreted, **hand_overs(findings)}


def hand_overs(findings: Iterable[Finding]) -> dict[str, int]:
    """How many of the findings about a query for each row lie behind how many hand-overs from function to function."""
    counts: Counter[int] = Counter()
    for finding in findings:
        if PER_ROW.fullmatch(finding.code):
            counts[min(MANY, sum(step.role in ("handover", "call") for step in finding.trace))] += 1
    return {_phrase(number): counts[number] for number in sorted(counts)}


def _phrase(number: int) -> str:
    hops = f"{number} or more" if number == MANY else str(number)
    return f"findings of a query per row behind {hops} hand-over{'' if number == 1 else 's'}"
