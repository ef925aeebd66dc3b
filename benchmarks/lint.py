"""Runs the linter on a project as a process of its own and reads its JSON: what all measurements of findings share."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

MISTAKE = "internal error:"
WORD = re.compile(r"\w+")


class Step(msgspec.Struct, frozen=True):
    """One station of a finding's trace."""

    role: str
    path: str
    line: int
    text: str


class Found(msgspec.Struct, frozen=True):
    """One finding as the JSON report has it."""

    code: str
    message: str
    confidence: str
    evidence: str
    path: str
    line: int
    column: int
    end_line: int
    model: str | None = None
    relation: str | None = None
    trace: tuple[Step, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.code, self.path, self.relation or self.model or "")

    def places(self) -> Iterator[tuple[str, int]]:
        """Every path and line that the finding points at, its own first."""
        yield (self.path, self.line)
        yield from ((step.path, step.line) for step in self.trace)

    def mentions(self, word: str) -> bool:
        """Whether the finding names a relation, model or member, also as a part of a path such as `owner__city`.

        Its trace is not asked: a finding about a query behind `row.owner.books()` is not about `owner`.
        """
        texts = (self.relation, self.model, self.message)
        return any(word == found or word in found.split("__") for text in texts if text for found in WORD.findall(text))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"


class Notice(msgspec.Struct, frozen=True):
    """What the linter says beside its findings."""

    path: str
    line: int
    message: str


class Summary(msgspec.Struct, frozen=True):
    """How much was read."""

    files: int
    lines: int
    models: int


class Linted(msgspec.Struct, frozen=True):
    """The report of one run and the seconds of wall time that the process took."""

    findings: tuple[Found, ...]
    notices: tuple[Notice, ...]
    summary: Summary
    wall: float = 0.0

    def mistakes(self) -> list[str]:
        """What went wrong inside the linter."""
        return [f"{notice.path}: {notice.message}" for notice in self.notices if notice.message.startswith(MISTAKE)]


class NoReportError(Exception):
    """The linter ended without a report, or did not end; the text is its last words."""


def lint(project: Path, min_confidence: str = "medium", timeout: float = 900, more: Iterable[str] = ()) -> Linted:
    """The findings in a project, without anything that depends on this machine. Raises NoReportError."""
    command = [sys.executable, "-m", "orm_lint", "check", "--frozen", "--no-cache", "--exit-zero"]
    command += ["--output-format", "json", "--min-confidence", min_confidence, *more, str(project)]
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=timeout)
    except subprocess.TimeoutExpired:
        raise NoReportError(f"not done after {timeout:.0f} seconds") from None
    wall = time.perf_counter() - start
    try:
        return msgspec.structs.replace(msgspec.json.decode(done.stdout, type=Linted), wall=wall)
    except msgspec.DecodeError:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        raise NoReportError(f"exit code {done.returncode}: {' / '.join(last)}") from None


def built_codes() -> frozenset[str]:
    """The codes of the rules that the linter has."""
    from orm_lint.rules import all_rules

    return frozenset(rule.code for rule in all_rules())
