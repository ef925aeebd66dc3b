from __future__ import annotations

from pathlib import Path

import pytest

from tests.pylint_plugin.support import PROJECT, write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with findings, and a folder beside it for what pylint leaves."""
    return write(tmp_path / "project", PROJECT)
