"""The same findings everywhere: the command line, flake8, pylint and pre-commit's hook over whole projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.frontends import Run, Shown, command_line, flake8, pylint, tracked_files
from benchmarks.parity import FRONTENDS, add_environment, differences, freeze, from_environment, runs
from tests.parity.projects import APPS, PROJECTS, make_project

READERS = {"demo": ("src/market/books.py", 5)} | dict.fromkeys(APPS, ("reads_installed_books.py", 10))


pytestmark = pytest.mark.usefixtures("quick_pylint")


def shown(ran: dict[str, Run]) -> dict[str, tuple[Shown, ...]]:
    return {name: ran[name].shown for name in FRONTENDS}


@pytest.mark.parametrize("name", PROJECTS)
def test_without_an_environment(name: str, tmp_path: Path) -> None:
    ran = runs(make_project(name, tmp_path / "project"))
    assert list(differences(ran)) == []
    assert from_environment(ran) == set()
    assert len(ran["command line"].shown) > 10
    assert set(shown(ran).values()) == {ran["command line"].shown}


@pytest.mark.parametrize("name", PROJECTS)
def test_with_an_environment(name: str, tmp_path: Path) -> None:
    root = make_project(name, tmp_path / "project")
    add_environment(root)
    ran = runs(root)
    path, line = READERS[name]
    message = f'`book.author` runs one query per Book; add .select_related("author") to the queryset at {path}:{line}'
    assert list(differences(ran)) == []
    assert from_environment(ran) == {Shown(path, line, 18, "ORM101", message)}
    assert len(ran["pre-commit"].shown) == len(ran["flake8"].shown) - 1 > 10


def test_a_frozen_project_with_an_environment_is_one_without(tmp_path: Path) -> None:
    root = make_project("demo", tmp_path / "project")
    expected = command_line(root).shown
    add_environment(root)
    freeze(root)
    assert shown(runs(root)) == dict.fromkeys(FRONTENDS, expected)


def test_neither_chance_nor_order_nor_workers_change_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project("demo", tmp_path / "project")
    backwards = [file for file in reversed(tracked_files(root)) if file.endswith(".py")]
    shown = []
    for seed in ("0", "1"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        shown += [command_line(root).shown, flake8(root, "--jobs=1").shown]
    shown += [command_line(root, *backwards).shown, flake8(root, "--jobs=2", *backwards).shown]
    shown += [pylint(root, "--jobs=2", *backwards).shown]
    assert len(shown[0]) > 10
    assert shown == [shown[0]] * 7
