"""The import contracts of pyproject.toml bite: tried on an empty skeleton of the package with one import planted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ["cli", "engine", "fixes", "reports", "rules", "interpreter", "orm", "project", "ir", "source"]
MODULES = [
    "__init__",
    "__main__",
    "finding",
    "errors",
    "pylint_plugin",
    "flake8_plugin",
    "lsp",
    "rules/one",
    "rules/two",
]

LAYERS = "Data travels one way: upper layers import lower ones only, and every module has its layer"
FRAMEWORKS = "The linted frameworks and the host linter are never imported"


def broken_contracts(root: Path) -> list[str]:
    """The names of the broken contracts of the skeleton below a folder."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        # Wide, so that no name is wrapped; the folder goes before the installed package.
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    broken = [line.partition(" BROKEN")[0] for line in done.stdout.splitlines() if " BROKEN" in line]
    assert done.returncode == (1 if broken else 0), done.stdout + done.stderr
    return broken


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    for package in PACKAGES:
        (tmp_path / "orm_lint" / package).mkdir(parents=True)
        (tmp_path / "orm_lint" / package / "__init__.py").touch()
    (tmp_path / "orm_lint" / "rules" / "base").mkdir()
    for module in [*MODULES, "rules/base/__init__", "rules/base/words"]:
        (tmp_path / "orm_lint" / f"{module}.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("errors", "import orm_lint.finding", LAYERS),
        ("ir/nodes", "def later():\n    import orm_lint.project", LAYERS),
        ("flake8_plugin", "import orm_lint.cli", LAYERS),
        ("reports/text", "import orm_lint.fixes", LAYERS),
        ("surprise", "", LAYERS),
        ("project/a", "import django.db", FRAMEWORKS),
        ("flake8_plugin", "from flake8 import style_guide", FRAMEWORKS),
        ("engine/a", "import libcst", "Only fixes imports libcst"),
        ("engine/a", "import astroid", "Only pylint_plugin imports pylint and astroid"),
        ("cli/a", "from pygls import server", "Only lsp imports pygls and lsprotocol"),
        ("reports/text", "import orm_lint.rules", "Reports know findings, not rules"),
        ("rules/one", "import orm_lint.rules.two", "Rules know their base, never each other"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(skeleton: Path, module: str, statement: str, contract: str) -> None:
    (skeleton / "orm_lint" / f"{module}.py").write_text(f"{statement}\n", "utf-8")
    assert broken_contracts(skeleton) == [contract]


def test_imports_downwards_and_the_appointed_importers_keep_every_contract(skeleton: Path) -> None:
    package = skeleton / "orm_lint"
    (package / "cli" / "a.py").write_text("import orm_lint.engine, orm_lint.errors\n", "utf-8")
    (package / "rules" / "one.py").write_text("import orm_lint.rules.base.words, orm_lint.project\n", "utf-8")
    (package / "fixes" / "a.py").write_text("import libcst.matchers\n", "utf-8")
    (package / "pylint_plugin.py").write_text("import pylint.checkers, astroid\n", "utf-8")
    (package / "lsp.py").write_text("import pygls\n", "utf-8")
    assert broken_contracts(skeleton) == []
