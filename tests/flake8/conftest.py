from __future__ import annotations

from pathlib import Path

import pytest

from tests.flake8.support import PROJECT, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Django project with two findings, both in shop/views.py."""
    return write(tmp_path.resolve() / "project", PROJECT)
