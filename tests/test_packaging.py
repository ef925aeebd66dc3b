"""What users and host linters import stays light, and the package says of itself what it is."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import entry_points, metadata, version
from pathlib import Path

import pytest

import orm_lint

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# Host linters import their plugin in every process they start, so each of these costs every user.
SLOW = ["libcst", "rich", "sqlite3"]
FRONT_ENDS = ["orm_lint", "orm_lint.cli", "orm_lint.engine", "orm_lint.flake8_plugin", "orm_lint.pylint_plugin"]
FORBIDDEN = ["django", "rest_framework", "flake8"]


def loaded_after_importing(module: str, candidates: list[str]) -> str:
    program = f"import sys, {module}; print(sorted(set({candidates!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.parametrize("module", FRONT_ENDS)
def test_importing_a_front_end_loads_nothing_slow_or_foreign(module: str) -> None:
    assert loaded_after_importing(module, SLOW + FORBIDDEN) == "[]"


def test_the_check_itself_sees_a_slow_import() -> None:
    assert loaded_after_importing("sqlite3", SLOW) == "['sqlite3']"


def test_the_installed_version_is_the_one_of_the_package() -> None:
    assert version("orm-lint") == orm_lint.__version__


def test_the_command_is_the_main_function_of_the_command_line() -> None:
    (script,) = entry_points(group="console_scripts", name="orm-lint")
    assert script.value == "orm_lint.cli:main"


def test_flake8_finds_the_plugin_under_the_prefix_of_its_codes() -> None:
    (plugin,) = entry_points(group="flake8.extension", name="ORM")
    assert plugin.value == "orm_lint.flake8_plugin:Plugin"


def test_only_the_four_decided_packages_are_needed_at_run_time() -> None:
    needed = [requirement.partition(">=")[0] for requirement in PYPROJECT["project"]["dependencies"]]
    assert needed == ["libcst", "msgspec", "pathspec", "rich"]


def test_the_package_is_typed_and_free() -> None:
    assert (ROOT / "orm_lint" / "py.typed").read_bytes() == b""
    assert metadata("orm-lint")["License-Expression"] == "MIT"


def test_the_layer_contract_is_exhaustive() -> None:
    contracts = {contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}
    assert contracts["layers"]["exhaustive"] is True
    assert contracts["layers"]["containers"] == ["orm_lint"]


def test_module_and_command_answer_alike() -> None:
    script = Path(sys.executable).with_name("orm-lint")
    by_name = subprocess.run([script, "rules"], capture_output=True, text=True)
    by_module = subprocess.run([sys.executable, "-m", "orm_lint", "rules"], capture_output=True, text=True)
    assert (by_name.returncode, by_name.stdout, by_name.stderr) == (0, by_module.stdout, by_module.stderr)
    assert "ORM901" in by_name.stdout
