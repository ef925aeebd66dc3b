"""docs/pre-commit.md: its blocks are used as they stand, but for the addresses of the repositories."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from orm_lint import __version__
from tests.precommit.project import CHANGED_MODELS, DEFECT, FILES, REPAIRED, finding, report
from tests.precommit.support import ROOT, Repository, failed, new_repository, passed

PAGE = (ROOT / "docs" / "pre-commit.md").read_text("utf-8")
ALL = "orm-lint (whole project)"
BLOCKED = (*report("shop/reports.py"), "1 finding in 7 files")
SILENCED = DEFECT.replace("=True)]", "=True)]  # noqa: ORM101")

RUFF = """\
- id: ruff-check
  name: ruff check
  entry: {ruff} check --force-exclude
  language: system
  types: [python]
- id: ruff-format
  name: ruff format
  entry: {ruff} format --force-exclude
  language: system
  types: [python]
"""

FLAKE8 = """\
- id: flake8
  name: flake8
  entry: flake8
  language: python
  types: [python]
  require_serial: true
"""
FLAKE8_PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "only-flake8"
version = "1"
dependencies = ["flake8>=7.0"]

[tool.hatch.build.targets.wheel]
bypass-selection = true
"""


def block(heading: str, language: str) -> str:
    """The only block in a language under a heading of the page."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    (found,) = section.split(f"```{language}\n")[1:]
    return found.partition("```")[0]


def configure(repository: Repository, hooks: Repository, text: str) -> None:
    """Commits the configuration of a block. The version that it names is a tag of the hooks."""
    repository.write(".pre-commit-config.yaml", text.replace("REPOSITORY", str(hooks.root)))
    repository.commit()


@pytest.fixture
def set_up(repository: Repository, hooks: Repository) -> Repository:
    """The repository after all that the page says under 'Set up'."""
    configure(repository, hooks, block("Set up", "yaml"))
    (command,) = block("Set up", "sh").splitlines()[1:]
    assert command == "pre-commit install"
    assert repository.pre_commit("install").exit_code == 0
    return repository


def test_a_commit_is_stopped_until_the_defect_is_repaired(set_up: Repository) -> None:
    before = set_up.head()
    set_up.stage("shop/reports.py", DEFECT)
    assert set_up.outcome("git", "commit", "--message", "names") == failed(*BLOCKED)
    assert (set_up.head(), set_up.git("status", "--porcelain")) == (before, "A  shop/reports.py\n")
    set_up.stage("shop/reports.py", REPAIRED)
    assert set_up.outcome("git", "commit", "--quiet", "--message", "names") == passed("orm-lint")
    assert set_up.git("rev-parse", "HEAD^").strip() == before


def test_a_push_is_stopped_by_what_is_committed(set_up: Repository, tmp_path: Path) -> None:
    set_up.git("init", "--quiet", "--bare", str(tmp_path / "remote"))
    set_up.git("remote", "add", "origin", str(tmp_path / "remote"))
    set_up.write("shop/reports.py", DEFECT)
    set_up.commit()
    blocked = failed(*BLOCKED, name=ALL)
    assert set_up.outcome("git", "push", "--quiet", "origin", "HEAD") == blocked
    assert set_up.git("ls-remote", "origin") == ""
    set_up.write("shop/reports.py", REPAIRED)
    set_up.commit()
    assert set_up.outcome("git", "push", "--quiet", "origin", "HEAD") == passed(ALL)
    assert set_up.git("ls-remote", "origin").partition("\t")[0] == set_up.head()


def test_what_ci_runs(set_up: Repository) -> None:
    program, *arguments = block("What `orm-lint-all` reports", "sh").splitlines()[1].split()
    assert program == "pre-commit"
    assert set_up.pre_commit(*arguments) == passed(ALL)
    set_up.write("shop/reports.py", DEFECT)
    set_up.commit()
    assert set_up.pre_commit(*arguments) == failed(*BLOCKED, name=ALL)


def test_several_projects(repository: Repository, hooks: Repository) -> None:
    for path, text in FILES.items():
        repository.git("rm", "--quiet", path)
        for folder in ("backend", "office"):
            repository.write(f"{folder}/{path}", text)
    repository.write("office/pyproject.toml", "[tool.orm_lint]\n")
    configure(repository, hooks, block("Several projects in one repository", "yaml"))
    for path in ("backend/shop/reports.py", "backend/legacy/reports.py", "office/legacy/reports.py"):
        repository.stage(path, DEFECT)
    # In findings, places beside that of the finding itself are relative to the project.
    found = [finding("shop/reports.py"), finding("legacy/reports.py")]
    lines = [f"backend/{found[0]}", f"office/{found[1]}"]
    for name, arguments in (("orm-lint", ()), (ALL, ("--hook-stage", "manual"))):
        (hook,) = repository.pre_commit("run", *arguments).hooks
        assert (hook.name, [line for line in hook.lines if " ORM" in line]) == (name, lines)


@pytest.fixture
def beside_ruff(repository: Repository, hooks: Repository, shared: Path, tmp_path: Path) -> Repository:
    """The repository with the hooks of the page; those of ruff are ruff as it is installed here."""
    ruff = Repository(tmp_path / "ruff", hooks.environment)
    ruff.write(".pre-commit-hooks.yaml", RUFF.format(ruff=Path(sys.executable).with_name("ruff")))
    new_repository(ruff.root, shared).git("tag", "v0.17.6")
    text = block("Beside ruff", "yaml")
    configure(repository, hooks, text.replace("https://github.com/astral-sh/ruff-pre-commit", str(ruff.root)))
    return repository


def test_ruff_deletes_our_comments_unless_it_is_told_not_to(beside_ruff: Repository) -> None:
    told = FILES["pyproject.toml"] + block("Beside ruff", "toml") + 'extend-select = ["RUF102"]\n'
    beside_ruff.stage("pyproject.toml", told)
    beside_ruff.stage("shop/reports.py", SILENCED)
    assert beside_ruff.pre_commit("run") == passed("ruff check", "ruff format", "orm-lint")
    assert beside_ruff.read("shop/reports.py") == SILENCED
    beside_ruff.stage("pyproject.toml", told.replace('external = ["ORM"]', ""))
    assert [hook.status for hook in beside_ruff.pre_commit("run").hooks] == ["Failed", "Passed", "Failed"]
    assert beside_ruff.read("shop/reports.py") == DEFECT


def test_the_plugin_in_the_hook_of_flake8(
    repository: Repository, hooks: Repository, shared: Path, tmp_path: Path
) -> None:
    flake8 = Repository(tmp_path / "flake8", hooks.environment)
    flake8.write(".pre-commit-hooks.yaml", FLAKE8)
    flake8.write("pyproject.toml", FLAKE8_PROJECT)
    new_repository(flake8.root, shared).git("tag", "7.5.0")
    text = block("Through flake8", "yaml").replace("https://github.com/PyCQA/flake8", str(flake8.root))
    configure(repository, hooks, text.replace(f"orm-lint=={__version__}", str(hooks.root)))
    repository.write(".flake8", "[flake8]\nmax-line-length = 120\n")
    repository.write("pyproject.toml", block("The same findings everywhere", "toml"))
    repository.commit()
    repository.stage("shop/reports.py", DEFECT)
    assert repository.pre_commit("run") == failed(finding("shop/reports.py"), name="flake8")
    repository.git("rm", "--quiet", "--force", "shop/reports.py")
    repository.stage("shop/models.py", CHANGED_MODELS)
    assert repository.pre_commit("run") == passed("flake8")
