"""What a run has to say: the one thing that every report shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from orm_lint.finding import Finding, Notice

CLEAN = 0
FOUND = 1
FAILED = 2


class Summary(Struct, frozen=True):
    """How much was read, and in how many seconds of wall time."""

    files: int
    lines: int
    models: int
    seconds: float


class Report(Struct, frozen=True):
    """The outcome of a run; paths in findings and notices are relative to `root`.

    `failures` are mistakes of orm_lint itself: the findings beside them are right, but some may be missing.
    `texts` holds the text of every file that a finding or its trace points at.
    """

    root: Path
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    failures: tuple[Notice, ...]
    summary: Summary
    texts: Mapping[str, str] = field(default_factory=dict)
    statistics: Mapping[str, int] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 without findings, 1 with findings, 2 where orm_lint itself failed."""
        if self.failures:
            return FAILED
        return FOUND if self.findings else CLEAN
