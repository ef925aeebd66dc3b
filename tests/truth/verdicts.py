"""What the linter says of every program of the truth table, beside what the database said.

`python -m tests.truth.verdicts` prints the comparison, and with names of sections only those, row by row.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from orm_lint.project.project import ProjectOptions, load_project
from tests.truth.unsupported import UNSUPPORTED

HERE = Path(__file__).parent
PROJECT = HERE / "project"
VERSIONS = ("4.2", "5.0", "5.1", "5.2", "6.0", "6.1")
Outcome = Literal["reproduced", "unsupported", "wrong"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the truth table: a program, what was measured, and the versions of Django in which it was."""

    case: str
    file: str
    section: str
    construct: str
    setup: str
    versions: tuple[str, ...]
    per_row: float
    error: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the linter says of one program: `per_row` if anything in it is sent to the database for each row."""

    per_row: bool = False
    raises: bool = False
    facts: tuple[str, ...] = ()


SILENT = Verdict()
OF_CASE = re.compile(r"(?:View|Admin)(\d{4})")


@cache
def rows() -> tuple[Row, ...]:
    """The table, in the order of the programs."""
    table = [entry for path in sorted(HERE.glob("rows*.json")) for entry in json.loads(path.read_text("utf-8"))]
    return tuple(
        Row(entry["case"], entry["file"], entry["section"], entry["construct"], entry["setup"], **_measured(expected))
        for entry in table
        for expected in entry["expected"]
    )


def _measured(expected: dict[str, Any]) -> dict[str, Any]:
    return {**expected, "versions": tuple(expected["versions"])}


def outcome(row: Row, verdicts: dict[str, dict[str, Verdict]]) -> Outcome:
    """The fate of one row: it is reproduced if the verdict is right for each of its versions."""
    if not wrong_versions(row, verdicts):
        return "reproduced"
    return "unsupported" if row.case in UNSUPPORTED else "wrong"


def wrong_versions(row: Row, verdicts: dict[str, dict[str, Verdict]]) -> list[str]:
    """The versions of Django for which the linter says something else than the database."""
    return [version for version in row.versions if not agrees(row, verdicts[version].get(row.case, SILENT))]


def agrees(row: Row, verdict: Verdict) -> bool:
    """Growth is what a verdict is about; where async code raises, that it does is part of the verdict."""
    if row.error == "SynchronousOnlyOperation":
        return verdict.raises and not verdict.per_row
    return verdict.per_row == (row.per_row > 0)


@cache
def static_verdicts(version: str) -> dict[str, Verdict]:
    """The verdict of every program, for one version of Django."""
    from orm_lint.conventions import HOOKS
    from orm_lint.interpreter.run import facts_of

    project = load_project(PROJECT, ProjectOptions(django_version=version, frozen=True))
    return by_program(facts_of(project, HOOKS))


def by_program(facts: Any) -> dict[str, Verdict]:
    """The verdicts of all programs that any fact is about."""
    found: dict[str, list[Any]] = {}
    for fact in (*facts.reads, *facts.queries):
        for case in sorted({*_cases_of(fact)}):
            found.setdefault(case, []).append(fact)
    return {case: _verdict(of_case) for case, of_case in found.items()}


def _verdict(facts: list[Any]) -> Verdict:
    return Verdict(
        any(fact.per_row and not fact.in_async for fact in facts),
        any(fact.in_async for fact in facts),
        tuple(_described(fact) for fact in facts),
    )


def _described(fact: Any) -> str:
    what = fact.relation if hasattr(fact, "relation") else fact.method
    marks = [mark for mark in ("per_row", "in_async", "writes") if getattr(fact, mark, False)]
    return f"{type(fact).__name__} {what} {fact.text!r} {' '.join(marks)}".rstrip()


def _cases_of(fact: Any) -> Iterator[str]:
    """The programs that a fact is about: it stands in one, or it passed through one."""
    for place in (fact.place, fact.site, *(station.place for station in fact.trace)):
        case = _case_at(place.path, place.line)
        if case is not None:
            yield case


def _case_at(path: str, line: int) -> str | None:
    starts, spans = _spans(path)
    at = bisect_right(starts, line) - 1
    if at < 0:
        return None
    name, end = spans[at]
    return name if line <= end else None


@cache
def _spans(path: str) -> tuple[list[int], list[tuple[str, int]]]:
    """First lines of the programs of a file, and beside them names and last lines.

    What is named `View9140`, `Admin8001` or `Admin8001Form` is of the case with that number.
    """
    if not path.startswith("programs/"):
        return [], []
    tree = ast.parse((PROJECT / path).read_text("utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    return [node.lineno for node in found], [(_case_of(node.name), node.end_lineno or 0) for node in found]


def _case_of(name: str) -> str:
    number = OF_CASE.match(name)
    return f"case_{number[1]}" if number else name


def counted(outcomes: dict[Row, Outcome]) -> str:
    """The table of outcomes by section."""
    counts: dict[str, Counter[str]] = {}
    for row, result in outcomes.items():
        counts.setdefault(row.section, Counter())[result] += 1
    total = sum(counts.values(), Counter[str]())
    lines = [_line(section, count) for section, count in [*counts.items(), ("all", total)]]
    return "\n".join([f"{'section':<70} {'rows':>5} {'reproduced':>10} {'unsupported':>11} {'wrong':>5}", *lines])


def _line(section: str, count: Counter[str]) -> str:
    figures = f"{count['reproduced']:>10} {count['unsupported']:>11} {count['wrong']:>5}"
    return f"{section:<70} {count.total():>5} {figures}"


@cache
def source_of(row: Row) -> str:
    """The text of a program."""
    text = (PROJECT / "programs" / f"{row.file}.py").read_text("utf-8")
    starts, spans = _spans(f"programs/{row.file}.py")
    first, end = next((start, end) for start, (name, end) in zip(starts, spans, strict=True) if name == row.case)
    return "\n".join(text.splitlines()[first - 1 : end])


def main() -> None:
    """Prints every wrong row with what the linter saw, then the counts."""
    verdicts = {version: static_verdicts(version) for version in VERSIONS}
    wanted = [row for row in rows() if not sys.argv[1:] or row.section.startswith(tuple(sys.argv[1:]))]
    outcomes = {row: outcome(row, verdicts) for row in wanted}
    for row, result in outcomes.items():
        if result == "wrong":
            versions = wrong_versions(row, verdicts)
            seen = verdicts[versions[0]].get(row.case, SILENT)
            print(f"{row.case} measured {row.per_row} {row.error} in {' '.join(versions)}; seen {list(seen.facts)}")
            print(source_of(row), end="\n\n")
    print(counted(outcomes))


if __name__ == "__main__":
    main()
