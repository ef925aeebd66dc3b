"""The shared project and what its comments say.

`# expect: ORM101` marks the line of a finding, `# deeper` a line that sends a query per row and is named in the repair
of the mark before it, `# streamed` one that sends for a whole table and takes its rows in portions, `# counted` one where Django's paginator
counts a whole table, which is another rule's business.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

MARKET = Path(__file__).parent.parent / "fixtures" / "market"
CODES = sorted(path.name.upper() for path in (MARKET / "rules").glob("orm*"))
PER_ROW = frozenset(code for code in CODES if code.startswith("ORM10"))
KINDS = ("bad", "ok", "repaired")
EXPECT = re.compile(r"# expect: (ORM\d{3}(?:, ORM\d{3})*)")
COMMIT = re.compile(r"^# [\w. -]+ [0-9a-f]{8,10}[,:]", re.MULTILINE)
NOTE = re.compile(r"# (deeper|streamed|counted)$")


class Mark(NamedTuple):
    """A code that is expected on a line, or `deeper`, `streamed` or `counted`."""

    path: str
    line: int
    text: str


class Function(NamedTuple):
    """A fixture function: `kind` is what it shows, `subject` what a bad one and its repair have in common."""

    path: str
    name: str
    first: int
    last: int

    @property
    def lines(self) -> set[tuple[str, int]]:
        return {(self.path, line) for line in range(self.first, self.last + 1)}

    @property
    def kind(self) -> str:
        return self.name.partition("_")[0]

    @property
    def subject(self) -> str:
        return self.name.partition("_")[2]

    @property
    def code(self) -> str:
        return self.path.split("/")[1].upper()

    @property
    def key(self) -> str:
        return f"{self.path}::{self.name}"


def _modules() -> Iterator[tuple[str, str]]:
    for path in sorted(MARKET.rglob("*.py")):
        yield path.relative_to(MARKET).as_posix(), path.read_text()


@cache
def marks() -> tuple[Mark, ...]:
    """Every mark of the project, in the order of files and lines; a code that is expected twice is there twice."""
    return tuple(
        Mark(path, number, word)
        for path, text in _modules()
        for number, line in enumerate(text.splitlines(), 1)
        for word in _words(line)
    )


def _words(line: str) -> list[str]:
    if found := EXPECT.search(line):
        return found[1].split(", ")
    return [found[1]] if (found := NOTE.search(line)) else []


@cache
def marked(text: str) -> frozenset[tuple[str, int]]:
    """The lines with a mark of this text."""
    return frozenset((mark.path, mark.line) for mark in marks() if mark.text == text)


@cache
def functions() -> tuple[Function, ...]:
    """The fixture functions of all rules, in the order of files and lines."""
    return tuple(
        Function(path, node.name, node.lineno, node.end_lineno or node.lineno)
        for path, text in _modules()
        if path.startswith("rules/")
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.split("_")[0] in KINDS
    )


def commits(code: str) -> int:
    """The number of comments that name the commit which a look-alike of a rule is taken from."""
    folder = MARKET / "rules" / code.lower()
    return sum(len(COMMIT.findall(path.read_text())) for path in folder.glob("*.py"))
