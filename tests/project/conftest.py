"""Projects written as a mapping of paths to texts, which live in memory only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from orm_lint.project.evaluate import Evaluator
from orm_lint.project.modules import ProjectTree, source_roots
from orm_lint.project.names import Names
from orm_lint.project.reader import Reader


@dataclass(frozen=True)
class Planted:
    """A project in memory; `read_text` also reads the files that are no Python."""

    files: frozenset[str]
    reader: Reader
    evaluator: Evaluator

    def read_text(self, path):
        return self.reader.text(path)

    def value(self, module, name):
        """The value that a module's name has after the module ran."""
        bound = self.evaluator.lookup(self.evaluator.names.module(module), name)
        return bound.value if bound else None


@pytest.fixture
def plant(tmp_path: Path):
    def planted(files: Mapping[str, str], roots: tuple[str, ...] = ("",)) -> Planted:
        reader = Reader(tmp_path, {path: dedent(text) for path, text in files.items()})
        python = frozenset(path for path in files if path.endswith(".py"))
        tree = ProjectTree(python, source_roots(python, roots), reader.module)
        return Planted(python, reader, Evaluator(Names([tree]), tree))

    return planted
