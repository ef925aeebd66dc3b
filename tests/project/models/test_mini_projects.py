"""Each folder of tests/fixtures/models is a Django project; our graph of it must equal what Django's `_meta` says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.models.shape import described, differences
from tests.project.support import loaded

HERE = Path(__file__).parent
CASES = HERE.parent.parent / "fixtures" / "models"


def djangos_word(folder):
    """What Django says of the models of a project; it runs in a process of its own."""
    source, settings = (folder / "src", "project.settings") if (folder / "src").is_dir() else (folder, "settings")
    found = subprocess.run(
        [sys.executable, "-B", str(HERE / "django_meta.py")],
        cwd=source,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)["models"]


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_the_graph_of_a_mini_project_equals_djangos_own(case):
    project = loaded(CASES / case)
    assert project.notices == ()
    expected = djangos_word(CASES / case)
    assert list(differences(described(project.graph, expected), expected)) == []
