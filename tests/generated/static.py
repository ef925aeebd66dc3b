"""What the linter says of programs, without running them: is a query repeated for each row?

Run as a script (`python -m tests.generated.static`): reads a list of sources as JSON from standard input and writes one
list of facts for each. A process of its own is what mutants need: they are another copy of the package.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import django

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.run import facts_of
from orm_lint.project.project import ProjectOptions, load_project

PROJECT = Path(__file__).parent / "project"
OPTIONS = ProjectOptions(django_version=f"{django.VERSION[0]}.{django.VERSION[1]}", frozen=True)


def judged(sources: Sequence[str]) -> list[list[tuple[int, str, str]]]:
    """The facts that happen for each row, of every program: line, kind, and the relation or the method."""
    files = {f"gen/program{number}.py": source for number, source in enumerate(sources)}
    facts = facts_of(load_project(PROJECT, OPTIONS, files), HOOKS)
    found: dict[str, list[tuple[int, str, str]]] = {path: [] for path in files}
    for read in facts.reads:
        if read.per_row and read.place.path in found:
            found[read.place.path].append((read.place.line, "read", f"{read.root}: {read.relation}"))
    for query in facts.queries:
        if query.per_row and query.place.path in found:
            found[query.place.path].append((query.place.line, "query", f"{query.model}: {query.method}"))
    return [sorted(set(lines)) for lines in found.values()]


def main() -> None:
    gc.disable()
    json.dump(judged(json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
