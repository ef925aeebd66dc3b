"""A project that holds files and nothing else: what the run does with rules must not depend on models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import orm_lint.engine.opened as opened_module
import orm_lint.engine.run as run_module
from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Notice
from orm_lint.rules import all_rules
from orm_lint.rules.base import AnyRule, RunRule
from orm_lint.source.file import SourceFile


@dataclass
class FakeProject:
    """All `.py` files below a root but those in folders called `excluded`."""

    root: Path
    options: Any
    overlay: Mapping[str, str]
    models: tuple[Any, ...] = (
        SimpleNamespace(label="shop.Order", db_table="shop_order", symbol=SimpleNamespace(dotted="shop.models.Order")),
    )
    statistics: Mapping[str, int] = field(default_factory=lambda: {"relations": 2})
    lines_read: int = 10

    @property
    def paths(self) -> list[str]:
        found = {path.relative_to(self.root).as_posix() for path in self.root.rglob("*.py")}
        return sorted(path for path in found if "excluded/" not in path)

    @property
    def files_read(self) -> int:
        return len(self.paths)

    @property
    def tree(self) -> Any:
        unsaved = [path for path in self.overlay if path.endswith(".py") and "excluded/" not in path]
        linted = tuple(sorted({*self.paths, *unsaved}))
        return SimpleNamespace(linted=linted, files=frozenset(linted), notices=(Notice("locked", 1, "no permission"),))

    @property
    def notices(self) -> tuple[Notice, ...]:
        unreadable = []
        for path in self.paths:
            try:
                self.source(path)
            except UnreadableFileError as error:
                unreadable.append(Notice(path, error.line, error.problem))
        return (*self.tree.notices, *unreadable)

    def source(self, path: str) -> SourceFile:
        if path in self.overlay:
            return SourceFile.from_text(path, self.overlay[path])
        return SourceFile.read(self.root, path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[tool.orm_lint]\n")
    return tmp_path.resolve()


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[FakeProject]:
    """The fake projects that runs have loaded."""
    projects: list[FakeProject] = []

    def load(root: Path, options: Any, overlay: Mapping[str, str], progress: Any) -> FakeProject:
        projects.append(FakeProject(root, options, overlay))
        return projects[-1]

    monkeypatch.setattr(opened_module, "load_project", load)
    return projects


@pytest.fixture
def use_rules(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Replaces the rules about projects by some others."""
    about_run = tuple(rule for rule in all_rules() if isinstance(rule, RunRule))

    def use(*rules: AnyRule) -> None:
        monkeypatch.setattr(run_module, "all_rules", lambda: (*rules, *about_run))

    return use
