"""Small projects for tests: written from a dict, read as a whole or name by name."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import django

from orm_lint.ir import nodes as ir
from orm_lint.project.bundle import Bundle
from orm_lint.project.modules import ProjectTree, source_roots
from orm_lint.project.names import Names
from orm_lint.project.project import Project, ProjectOptions, load_project
from orm_lint.project.reader import Reader
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, ModuleSymbol, ValueSymbol

DJANGO = django.VERSION[:2]
SETTINGS = "SECRET_KEY = 'x'\nINSTALLED_APPS = ['shop']\n"
MANAGE = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n"


@functools.cache
def bundle() -> Bundle:
    """The bundled packages, with the Django that is installed here."""
    return Bundle({}, DJANGO)


def written(root: Path, files: Mapping[str, str]) -> Path:
    """The root, after the files were written below it."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text))
    return root


def loaded(root: Path, files: Mapping[str, str] | None = None) -> Project:
    """The project below a root, read without an environment."""
    version = f"{DJANGO[0]}.{DJANGO[1]}"
    return load_project(written(root, files or {}), ProjectOptions(django_version=version, frozen=True))


def shop(root: Path, models: str, **more: str):
    """The model graph of a project of one app, `shop`; `more` holds further files (`__` for `/`, without `.py`)."""
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": models}
    files |= {f"{name.replace('__', '/')}.py": text for name, text in more.items()}
    return loaded(root, files).graph


def names_over(files: Mapping[str, str], roots: tuple[str, ...] = ("",)) -> Names:
    """Names over files that live in memory only, and over the bundle."""
    reader = Reader(Path("nowhere"), {path: dedent(text) for path, text in files.items()})
    tree = ProjectTree(frozenset(files), source_roots(files, roots), reader.module)
    return Names([tree, bundle()])


def shown(symbol) -> str | None:
    """What a symbol is, in one word and its dotted name."""
    match symbol:
        case ClassSymbol() | FunctionSymbol() | ModuleSymbol() | External():
            return f"{type(symbol).__name__.removesuffix('Symbol').lower()} {symbol.dotted}"
        case ValueSymbol(module, Assigned(value=ir.Const(value=value))):
            return f"value {value!r} in {module.name}"
        case ValueSymbol(module):
            return f"value in {module.name}"
    return None
