"""One repository of hooks and one installed environment for all tests of a run, also where several workers share it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from orm_lint import __version__
from tests.precommit.project import CONFIG, FILES
from tests.precommit.support import PYTHON, Repository, hook_repository, new_repository


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for what all tests share. The runners themselves see to it that only one process installs."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "precommit"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def hooks(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = hook_repository(tmp_path_factory.mktemp("made") / "hooks", shared)
    place = shared / "hooks"
    try:
        made.root.rename(place)
    except OSError:
        assert place.is_dir()  # another worker was first
    return Repository(place, made.environment)


@pytest.fixture
def repository(tmp_path: Path, shared: Path, hooks: Repository) -> Repository:
    """A clean Django project with both hooks, everything committed."""
    made = Repository(tmp_path / "repository", hooks.environment)
    for path, text in FILES.items():
        made.write(path, text)
    config = CONFIG.format(python=f"python{PYTHON}", url=hooks.root, version=__version__)
    made.write(".pre-commit-config.yaml", config)
    return new_repository(made.root, shared)
