"""The hook that parity is measured with is the one that pre-commit runs, and shows the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from identify.identify import tags_from_filename

from benchmarks.frontends import HOOK, HOOK_SUFFIXES, command_line, pre_commit, read_lines, tracked_files
from benchmarks.parity import add_environment
from orm_lint import __version__
from tests.parity.projects import make_project
from tests.precommit.conftest import hooks, shared  # noqa: F401
from tests.precommit.project import CONFIG
from tests.precommit.support import PYTHON, ROOT, Repository, new_repository

SUFFIXES = (".py", ".pyi", ".pyx", ".pyw", ".ipynb", ".html", ".htm", ".xhtml", ".jinja", ".j2", ".txt", ".toml")


@pytest.mark.parametrize("name", ["demo", "schedule"])
def test_pre_commit_shows_what_the_hook_shows(
    name: str,
    tmp_path: Path,
    shared: Path,  # noqa: F811
    hooks: Repository,  # noqa: F811
) -> None:
    root = make_project(name, tmp_path.resolve() / "project")
    add_environment(root)
    config = CONFIG.format(python=f"python{PYTHON}", url=hooks.root, version=__version__)
    (root / ".pre-commit-config.yaml").write_text(config)
    repository = new_repository(root, shared)
    ran = repository.pre_commit("run", "--all-files", "--hook-stage", "manual")
    expected = command_line(root, "--frozen").shown
    assert len(expected) > 10
    assert pre_commit(root, tracked_files(root)).shown == expected
    assert [hook.name for hook in ran.hooks] == ["orm-lint", "orm-lint (whole project)"]
    for hook in ran.hooks:
        assert tuple(sorted(read_lines("\n".join(hook.lines).encode(), root, root))) == expected


def test_the_measured_hook_is_that_of_the_manifest() -> None:
    hook, _ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].split() == ["orm-lint", *HOOK]
    types = set(hook["types_or"])
    assert tuple(suffix for suffix in SUFFIXES if types & tags_from_filename(f"a{suffix}")) == HOOK_SUFFIXES
