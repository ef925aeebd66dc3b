from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.project.root import find_root, is_marked


def write(base: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = base / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_folder_with_own_section_wins_over_git_above(tmp_path):
    (tmp_path / ".git").mkdir()
    write(tmp_path, service__pyproject_dot_toml="[tool.orm_lint]\n", service__shop__views_dot_py="")
    assert find_root(tmp_path / "service" / "shop" / "views.py") == tmp_path / "service"


def test_empty_own_section_counts(tmp_path):
    write(tmp_path, pyproject_dot_toml="[tool.orm_lint]\n", shop__models_dot_py="")
    assert find_root(tmp_path / "shop") == tmp_path


def test_git_wins_over_nearer_pyproject_without_own_section(tmp_path):
    (tmp_path / ".git").mkdir()
    write(tmp_path, app__pyproject_dot_toml="[tool.ruff]\n", app__shop__views_dot_py="")
    assert find_root(tmp_path / "app" / "shop" / "views.py") == tmp_path


def test_git_file_of_a_worktree_counts(tmp_path):
    write(tmp_path, _dot_git="gitdir: elsewhere\n", shop__views_dot_py="")
    assert find_root(tmp_path / "shop" / "views.py") == tmp_path


def test_setup_cfg_wins_over_nearer_manage(tmp_path):
    write(tmp_path, setup_dot_cfg="", site__manage_dot_py="", site__shop__views_dot_py="")
    assert find_root(tmp_path / "site" / "shop") == tmp_path


def test_manage_alone_marks_a_project(tmp_path):
    write(tmp_path, manage_dot_py="", shop__views_dot_py="")
    assert find_root(tmp_path / "shop" / "views.py") == tmp_path


def test_single_file_with_nothing_around_stays_in_its_folder(tmp_path):
    write(tmp_path, alone__views_dot_py="")
    assert find_root(tmp_path / "alone" / "views.py") == tmp_path / "alone"


def test_folder_with_nothing_around_is_its_own_root(tmp_path):
    (tmp_path / "alone").mkdir()
    assert find_root(tmp_path / "alone") == tmp_path / "alone"


def test_path_that_does_not_exist_belongs_to_its_folder(tmp_path):
    write(tmp_path, manage_dot_py="")
    assert find_root(tmp_path / "shop" / "unsaved.py") == tmp_path


def test_home_under_git_is_no_project_for_what_lies_below(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".git").mkdir()
    write(tmp_path, notes__views_dot_py="")
    assert find_root(tmp_path / "notes" / "views.py") == tmp_path / "notes"


def test_home_itself_may_be_linted(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".git").mkdir()
    assert find_root(tmp_path) == tmp_path


def test_shared_temporary_folder_is_no_project(tmp_path):
    write(tmp_path, tmp__pyproject_dot_toml="[tool.orm_lint]\n", tmp__scratch__a_dot_py="")
    assert find_root(tmp_path / "tmp" / "scratch" / "a.py") == tmp_path / "tmp" / "scratch"


@pytest.mark.parametrize("text", ["[tool.orm_lint", "tool = 3\n", "[tool]\norm-lint = 1\n"])
def test_pyproject_that_says_nothing_of_us_is_a_plain_mark(tmp_path, text):
    write(tmp_path, pyproject_dot_toml=text, shop__a_dot_py="")
    assert find_root(tmp_path / "shop" / "a.py") == tmp_path


def test_pyproject_that_is_no_utf8_is_a_plain_mark(tmp_path):
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.orm_lint]\nx = '\xff'\n")
    assert find_root(tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("mark", "is_project"), [(".git/HEAD", True), ("pyproject.toml", True), ("manage.py", True), ("notes.py", False)]
)
def test_a_folder_with_a_mark_is_a_project(tmp_path: Path, mark: str, is_project: bool) -> None:
    (tmp_path / mark).parent.mkdir(exist_ok=True)
    (tmp_path / mark).touch()
    assert is_marked(tmp_path) is is_project
