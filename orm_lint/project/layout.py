"""What the folders and files of a Django project are, told from their names and from what lies beside them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

_NEVER_WALKED = frozenset(
    {"LC_MESSAGES", "__pycache__", "node_modules", "bower_components", "site-packages", "venv", "CVS"}
)
_VENDORED = frozenset(
    {"vendor", "_vendor", "vendored", "_vendored", "third_party", "thirdparty", "_thirdparty", "extern", "_extern"}
)
_TEST_FOLDER = re.compile(r"tests?|testing|unittests|.+_tests")
_TEST_FILE = re.compile(r"tests?\.py|test_.*\.py|.*_test\.py|conftest\.py")
_MIGRATION = re.compile(r"\d{3,}_.*\.py")


def is_pruned(name: str) -> bool:
    """Whether a folder is never walked. A name with a dot in front (.git, .venv, .tox) is none that Python imports."""
    return name.startswith(".") or name in _NEVER_WALKED or name.endswith(".egg-info")


def is_environment(names: AbstractSet[str]) -> bool:
    """Whether the folder with these entries is a virtual or a conda environment."""
    return "pyvenv.cfg" in names or "conda-meta" in names


def is_build_output(name: str, beside: AbstractSet[str], names: AbstractSet[str], *, at_root: bool) -> bool:
    """Whether a folder holds what a build made: build or dist, no package, at the root or beside a package's recipe."""
    if name not in ("build", "dist") or "__init__.py" in names:
        return False
    return at_root or "pyproject.toml" in beside or "setup.py" in beside


def is_silent_folder(name: str, names: AbstractSet[str]) -> bool:
    """Whether nothing in a folder is reported on: it holds tests, migrations or code of others.

    Shops have an app `vendor`, and defectdojo one that is called `test`: a folder that looks like an app is none.
    """
    if name == "tests":
        return True
    if name.endswith("migrations"):
        return _is_migrations(name, names)
    return (name in _VENDORED or _TEST_FOLDER.fullmatch(name) is not None) and not _is_app(names)


def is_silent_file(name: str) -> bool:
    """Whether a file holds tests by its name, as pytest and Django's test runner look for them."""
    return "test" in name and _TEST_FILE.fullmatch(name) is not None


def _is_app(names: AbstractSet[str]) -> bool:
    return not names.isdisjoint(("models.py", "models")) and not names.isdisjoint(("admin.py", "apps.py", "migrations"))


def _is_migrations(name: str, names: AbstractSet[str]) -> bool:
    """Whether Django would find migrations: numbered files, or in `migrations` the empty package of a new app."""
    modules = [entry for entry in names if entry.endswith(".py")]
    return any(map(_MIGRATION.fullmatch, modules)) or (name == "migrations" and modules == ["__init__.py"])
