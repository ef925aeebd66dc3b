"""What the configuration files of other tools say about a Django project: settings module and import paths."""

from __future__ import annotations

import configparser
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from orm_lint.source.plain import parse_toml

ReadText = Callable[[str], str | None]

LONGEST_LINE = 1000  # in code points; configparser takes quadratic time for a line that is nearly an option
_DS_OPTION = re.compile(r"--ds[= ]([\w.]+)")
_SETENV = re.compile(r"DJANGO_SETTINGS_MODULE\s*=\s*([A-Za-z_][\w.]*)")
_INI_SECTIONS = {"pytest.ini": "pytest", "setup.cfg": "tool:pytest", "tox.ini": "pytest"}


class Said(Struct, frozen=True):
    """A dotted settings module and the file that names it."""

    module: str
    origin: str


def folders_above(folder: str) -> Iterator[str]:
    """A posix folder and those above it, up to the project's root, which is the empty path."""
    yield folder
    while folder:
        folder = posixpath.dirname(folder)
        yield folder


def stubs_settings(folder: str, read_text: ReadText) -> Iterator[Said]:
    """What mypy's Django plugin is told, nearest file first."""
    for above in folders_above(folder):
        path = posixpath.join(above, "pyproject.toml")
        yield from _said(_at(toml(read_text(path)), "tool", "django-stubs", "django_settings_module"), path)
        for name in ("mypy.ini", ".mypy.ini", "setup.cfg"):
            path = posixpath.join(above, name)
            section = ini(read_text(path)).get("mypy.plugins.django-stubs", {})
            yield from _said(section.get("django_settings_module"), path)


def pytest_settings(folder: str, read_text: ReadText) -> Iterator[Said]:
    """What pytest-django is told, nearest file first."""
    for path, options in _pytest_options(folder, read_text):
        yield from _said(options.get("DJANGO_SETTINGS_MODULE", options.get("django_settings_module")), path)
        if found := _DS_OPTION.search(str(options.get("addopts", ""))):
            yield Said(found[1], path)


def pytest_paths(folder: str, read_text: ReadText) -> Iterator[str]:
    """The folders that pytest adds to `sys.path`, relative to the root."""
    for path, options in _pytest_options(folder, read_text):
        stated = options.get("pythonpath", options.get("python_paths", ()))
        parts = stated.split() if isinstance(stated, str) else stated if isinstance(stated, list) else ()
        for part in parts:
            if isinstance(part, str):
                joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), part))
                yield "" if joined == "." else joined


def tox_settings(folder: str, read_text: ReadText) -> Iterator[Said]:
    """What tox puts into the environment of the tests."""
    for above in folders_above(folder):
        path = posixpath.join(above, "tox.ini")
        for found in _SETENV.finditer(read_text(path) or ""):
            yield Said(found[1], path)


def toml(text: str | None) -> Mapping[str, Any]:
    """A TOML text; empty if there is none or it is broken, which is for other tools to say."""
    try:
        return parse_toml(text) if text else {}
    except ValueError:
        return {}


def ini(text: str | None) -> Mapping[str, Mapping[str, str]]:
    """The sections of an INI text; empty if it is broken."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string("\n".join(line for line in (text or "").splitlines() if len(line) <= LONGEST_LINE))
    except (configparser.Error, ValueError):
        return {}
    return {section: dict(parser.items(section)) for section in parser.sections()}


def _pytest_options(folder: str, read_text: ReadText) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for above in folders_above(folder):
        for name, section in _INI_SECTIONS.items():
            path = posixpath.join(above, name)
            if options := ini(read_text(path)).get(section):
                yield path, options
        path = posixpath.join(above, "pyproject.toml")
        tables = (_at(toml(read_text(path)), "tool", "pytest", *rest) for rest in (("ini_options",), ()))
        yield from ((path, table) for table in tables if isinstance(table, dict))


def _at(table: Mapping[str, Any], *keys: str) -> Any:
    found: Any = table
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _said(value: object, origin: str) -> Iterator[Said]:
    if isinstance(value, str) and (module := value.strip().strip("\"'")):
        yield Said(module, origin)
