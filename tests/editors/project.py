"""A Django project in a folder with a space and a letter outside of ASCII, and what an editor holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MODELS = """\
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE)
"""
MANAGE = 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n'

# The finding stands behind a letter that takes two bytes: columns are those of letters.
FUNCTION = """\


def names():
    return ["é" + book.author.name for book in Book.objects.filter(pk__gt=3)]
"""
UNSAVED = f"from shop.models import Book\n{FUNCTION}"
SAVED = f"# An older text.\n{UNSAVED}"
ALONE = MODELS + FUNCTION
COLUMN = 24

SETUP = "[flake8]\nmax-line-length = 100\n"
PYLINTRC = "[MAIN]\nload-plugins=orm_lint.pylint_plugin\ndisable=all\nenable=orm-lint\n"


@dataclass(frozen=True)
class Buffer:
    """A file that is open: `text` is what stands in the window, whatever is on disk.

    `root` is the nearest folder above it that holds the linters' configuration, `inner` its path below the project.
    """

    workspace: Path
    root: Path
    inner: str
    text: str
    elsewhere: Path

    @property
    def path(self) -> Path:
        return self.root / self.inner

    @property
    def line(self) -> int:
        """Where the finding of the text is: in its last line."""
        return self.text.count("\n")


def make_project(base: Path) -> Path:
    """Writes `base/work space/böcker`, with configuration for the linters there and in the folder above."""
    project = base / "work space" / "böcker"
    files = {"manage.py": MANAGE, "config/__init__.py": "", "config/settings.py": 'INSTALLED_APPS = ["shop"]\n'}
    files |= {"shop/__init__.py": "", "shop/models.py": MODELS, "shop/views.py": SAVED}
    files |= {"pyproject.toml": "[tool.orm_lint]\n", "setup.cfg": SETUP, ".pylintrc": PYLINTRC}
    write(project, files)
    write(project.parent, {".pylintrc": PYLINTRC})
    return project


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True, parents=True)
        (folder / path).write_text(text, "utf-8")


def elsewhere(base: Path) -> Path:
    """A folder that has nothing to do with the project."""
    folder = base / "elsewhere"
    folder.mkdir(exist_ok=True)
    return folder
