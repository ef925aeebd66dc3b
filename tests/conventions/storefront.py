"""The shared project of the conventions: its packages, its probes, and what its comments say.

`# expect: ORM101` marks the line of a finding; `# deeper` a field or line whose query per row is named in the repair of
another mark, or hidden by one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

STOREFRONT = Path(__file__).parent.parent / "fixtures" / "storefront"
PACKAGES = sorted(path.parent.name for path in STOREFRONT.glob("*/probes.py"))
KINDS = ("bad", "ok", "repaired")
EXPECT = re.compile(r"# expect: (ORM\d{3}(?:, ORM\d{3})*)")
DEEPER = re.compile(r"# deeper$")
PER_ROW = re.compile(r"ORM10\d")


class Mark(NamedTuple):
    """A code that is expected on a line, or `deeper`."""

    path: str
    line: int
    text: str


class Probe(NamedTuple):
    """A function of `probes.py`: `kind` is what it shows, `subject` what a bad one and its repair have in common."""

    package: str
    name: str

    @property
    def kind(self) -> str:
        return self.name.partition("_")[0]

    @property
    def subject(self) -> str:
        return self.name.partition("_")[2]

    @property
    def key(self) -> str:
        return f"{self.package}::{self.name}"


@cache
def marks() -> tuple[Mark, ...]:
    """Every mark of the project, in the order of files and lines; a code that is expected twice is there twice."""
    return tuple(
        Mark(path.relative_to(STOREFRONT).as_posix(), number, word)
        for path in sorted(STOREFRONT.rglob("*.py"))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        for word in _words(line)
    )


def _words(line: str) -> list[str]:
    if found := EXPECT.search(line):
        return found[1].split(", ")
    return ["deeper"] if DEEPER.search(line) else []


@cache
def explained() -> frozenset[tuple[str, int]]:
    """The lines that may send a query per row."""
    return frozenset((mark.path, mark.line) for mark in marks() if mark.text == "deeper" or PER_ROW.match(mark.text))


@cache
def probes() -> tuple[Probe, ...]:
    """The probes of all packages."""
    return tuple(
        Probe(package, node.name) for package in PACKAGES for node in _functions(STOREFRONT / package / "probes.py")
    )


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef) and node.name.split("_")[0] in KINDS:
            yield node
