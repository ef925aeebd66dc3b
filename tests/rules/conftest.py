from __future__ import annotations

import pytest

from orm_lint.project.project import Project
from tests.rules.made import Find, finder, write_project


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that rules judge hand-made facts about."""
    return write_project(tmp_path_factory.mktemp("shop"))


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch, shop: Project) -> Find:
    return finder(monkeypatch, shop)
