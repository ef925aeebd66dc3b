"""A project that deletes itself and kills the process as soon as a line of it runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.hostile.conftest import GOOD

KILLER = """\
import os, shutil, sys
open(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "EXECUTED"), "w").close()
shutil.rmtree(os.path.dirname(os.path.abspath(__file__)))
os.kill(os.getpid(), 9)
"""
APP = ("__init__", "models", "admin", "apps", "conftest", "sitecustomize")
BESIDE = (
    "conftest",
    "sitecustomize",
    "usercustomize",
    "setup",
    "noxfile",
    "backend",
    "msgspec",
    "pathspec",
    "orm_lint",
    "ast",
    "tomllib",
    "json",
)


@pytest.fixture
def killers(root):
    for name in APP:
        (root / "bad" / f"{name}.py").write_text(KILLER + GOOD)
    for name in BESIDE:
        (root / f"{name}.py").write_text(KILLER)
    for name in ("manage.py", "settings.py"):
        text = (root / name).read_text()
        (root / name).write_text(KILLER + text)
    (root / "pyproject.toml").write_text(
        "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n[project]\nname = 'x'\ndynamic = ['version']\n"
    )
    return root


def test_nothing_of_a_project_is_imported(killers, lint) -> None:
    before = set(sys.modules)
    outcome = lint()
    assert [one for one in outcome.findings if one[0] == "bad/models.py"] == [
        ("bad/models.py", 13, "ORM501"),
        ("bad/models.py", 14, "ORM506"),
    ]
    assert not any(
        name.partition(".")[0] in ("bad", "shop", "settings", "manage", "backend") for name in set(sys.modules) - before
    )
    assert not any("EXECUTED" in files for _, _, files in os.walk(killers.parent))


def test_nothing_of_the_current_folder_is_imported_by_the_command(killers) -> None:
    """As installed: the script's folder, not the current one, comes first on `sys.path`."""
    code = "import sys; from orm_lint.cli import main; sys.exit(main(['check', '.', '--frozen', '--output-format', 'concise']))"
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=killers, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")
    assert "shop/models.py:9:5: ORM501" in done.stdout
    assert not any("EXECUTED" in files for _, _, files in os.walk(killers.parent))
