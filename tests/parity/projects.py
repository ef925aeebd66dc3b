"""The projects that all frontends are run over: the demo, and Django apps as pip installs them, each a git repository."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from benchmarks.parity import PACKAGE_NAME, add_file, add_reader, make_repository

DEMO = Path(__file__).parents[2] / "demo"
APPS = ("oscar", "survey", "schedule")
PROJECTS = ("demo", *APPS)
# Not linted, though pylint would read it all the same; and a third of oscar, which is enough without it.
NOT_COPIED = ("__pycache__", "dashboard", "locale", "migrations", "static", "test", "tests")

# The reader of the demo relies on INSTALLED_APPS, that of the others on a foreign key to a model of the package.
DEMO_READER = f"""\
from {PACKAGE_NAME}.models import Book


def authors():
    return [book.author.name for book in Book.objects.in_print()]
"""


def make_project(name: str, root: Path) -> Path:
    """A project that reads rows of an installed package, without an environment that holds it."""
    if name == "demo":
        shutil.copytree(DEMO, root, ignore=shutil.ignore_patterns("__pycache__", ".venv"))
        add_file(root, "src/market/books.py", DEMO_READER)
        settings = root / "src/config/settings/base.py"
        text = settings.read_text("utf-8")
        assert text.count('THIRD_PARTY_APPS = ["rest_framework"]') == 1
        settings.write_text(text.replace('["rest_framework"]', f'["rest_framework", "{PACKAGE_NAME}"]'), "utf-8")
    else:
        spec = importlib.util.find_spec(name)
        assert spec is not None and spec.origin is not None, f"{name} is not installed: see `compare` in pyproject.toml"
        shutil.copytree(Path(spec.origin).parent, root / name, ignore=shutil.ignore_patterns(*NOT_COPIED))
        add_file(root, "pyproject.toml", "[tool.orm_lint]\n")
        add_reader(root)
    make_repository(root)
    return root
