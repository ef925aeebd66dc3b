"""Which distributions a project pins or asks for, read from lock files, requirements and package metadata."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from orm_lint.project.inifiles import ReadText, ini, toml

REQUIREMENT_FOLDERS = ("", "requirements", "requirements/compiled", "docker", "deploy", "dependencies")
REQUIREMENT_NAMES = (
    *("requirements.txt", "requirements.in", "base.txt", "base.in", "common.txt", "main.txt", "production.txt"),
    *("prod.txt", "pip.txt", "default.txt", "django.txt", "docker.txt", "deploy.txt", "local.txt", "dev.txt"),
    *("development.txt", "devel.txt", "tests.txt", "test.txt", "testing.txt", "constraints.txt"),
    *("requirements-dev.txt", "requirements-base.txt", "requirements-test.txt", "requirements_dev.txt"),
    *("requirements_migrations.txt", "base_requirements.txt", "pip/requirements.txt", "project-requirements.txt"),
    *("base-requirements.txt", "prod-requirements.txt", "dev-requirements.txt", "test-requirements.txt"),
    *("requirements.common.txt", "requirements.dev.txt", "requirements-tests.txt"),
)
MAX_INCLUDES = 8
MAX_FILES = 1000

_REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:\(\s*)?((?:===?|~=|!=|[<>]=?)[^;#)\\]*)?")
_INCLUDE = re.compile(r"^(?:-r|-c|--requirement|--constraint)[ =]?\s*(\S+)")
_QUOTED = re.compile(
    r"""["']([A-Za-z0-9][\w.-]*(?:\[[^\]\n]*\])?[ \t]*(?:(?:===?|~=|!=|[<>]=?)[^"';\n]*)?)(?:;[^"'\n]*)?["']"""
)
LONGEST_LINE = 1000  # in code points; the expressions above may take quadratic time, and nobody writes longer ones


# Lock files run to megabytes and are written by machines alone: parsing one as TOML costs as much as reading a project.
LOCKED = re.compile(r'^name = "([^"\n]+)"\r?\nversion = "([^"\n]+)"', re.MULTILINE)


class Requirement(Struct, frozen=True):
    """A distribution (its name normalised) with what is demanded of its version, such as `>=4.2,<5`; empty for any."""

    name: str
    specifier: str


def normalised(name: str) -> str:
    """The one spelling of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(folders: Iterable[str], read_text: ReadText) -> Iterator[Requirement]:
    """What the files of some folders demand, the most exact files first: locks, requirements, metadata."""
    places = tuple(folders)
    for kind in (_locked, _listed, _stated):
        for folder in places:
            yield from kind(folder, read_text)


def _locked(folder: str, read_text: ReadText) -> Iterator[Requirement]:
    for name in ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"):
        for package, version in LOCKED.findall(read_text(posixpath.join(folder, name)) or ""):
            yield from _pinned(package, version)
    pipfile = _json(read_text(posixpath.join(folder, "Pipfile.lock")))
    for section in ("default", "develop"):
        packages = pipfile.get(section)
        for name, package in packages.items() if isinstance(packages, dict) else ():
            version = package.get("version") if isinstance(package, dict) else None
            yield from _pinned(name, version.lstrip("=") if isinstance(version, str) else None)


def _json(text: str | None) -> dict[str, Any]:
    import json

    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _pinned(name: object, version: object) -> Iterator[Requirement]:
    if isinstance(name, str) and isinstance(version, str):
        yield Requirement(normalised(name), f"=={version}")


def _listed(folder: str, read_text: ReadText) -> Iterator[Requirement]:
    seen: set[str] = set()
    for below in REQUIREMENT_FOLDERS:
        for name in REQUIREMENT_NAMES:
            yield from _requirements_file(posixpath.join(folder, below, name), read_text, seen)


def _requirements_file(path: str, read_text: ReadText, seen: set[str], depth: int = 0) -> Iterator[Requirement]:
    """A requirements file with the files it includes, each once."""
    if path in seen or depth > MAX_INCLUDES or len(seen) > MAX_FILES:
        return
    seen.add(path)
    for entry in _short_lines(read_text(path)):
        if included := _INCLUDE.match(entry):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), included[1]))
            if not target.startswith(("..", "/")):
                yield from _requirements_file(target, read_text, seen, depth + 1)
        elif found := parse_requirement(entry):
            yield found


def _short_lines(text: str | None) -> Iterator[str]:
    """The lines of a requirements file without blanks around them, those that a backslash continues joined."""
    for line in (text or "").replace("\\\n", " ").splitlines():
        if len(line) <= LONGEST_LINE and (entry := line.strip()):
            yield entry


def parse_requirement(entry: str) -> Requirement | None:
    """`Django[argon2]>=4.2,<5 ; python_version > "3"` and the like; None for an option, a path or a comment."""
    found = _REQUIREMENT.match(entry)
    return Requirement(normalised(found[1]), (found[2] or "").strip().rstrip(",")) if found else None


def _stated(folder: str, read_text: ReadText) -> Iterator[Requirement]:
    """The demands of the package's own metadata: PEP 621, PEP 735, Poetry, setuptools; the last as text."""
    project = toml(read_text(posixpath.join(folder, "pyproject.toml")))
    for entry in _entries(project):
        if found := parse_requirement(entry):
            yield found
    poetry = _dig(project, "tool", "poetry")
    for table in (poetry, *_values(_dig(poetry, "group"))):
        for name, stated in _pairs(_dig(table, "dependencies")):
            version = stated.get("version") if isinstance(stated, dict) else stated
            if isinstance(version, str):
                yield Requirement(normalised(name), caret(version))
    options = ini(read_text(posixpath.join(folder, "setup.cfg"))).get("options", {})
    for line in options.get("install_requires", "").splitlines():
        if found := parse_requirement(line.strip()):
            yield found
    setup = "\n".join(_short_lines(read_text(posixpath.join(folder, "setup.py"))))
    for quoted in _QUOTED.findall(setup):
        if found := parse_requirement(quoted):
            yield found


def _entries(project: object) -> Iterator[str]:
    groups = [_dig(project, "project", "dependencies"), *_values(_dig(project, "project", "optional-dependencies"))]
    groups += _values(_dig(project, "dependency-groups"))
    groups.append(_dig(project, "tool", "uv", "dev-dependencies"))
    for group in groups:
        yield from (entry for entry in group if isinstance(entry, str)) if isinstance(group, list) else ()


def caret(version: str) -> str:
    """Poetry's `^4.2` and `~4.2.1`, and a bare version, in the terms of PEP 440."""
    stated = version.strip()
    if found := re.fullmatch(r"\^\s*(\d+)((?:\.\d+)*)", stated):
        return f">={found[1]}{found[2]},<{int(found[1][:6]) + 1}"
    if found := re.fullmatch(r"~\s*(\d+(?:\.\d+)*)", stated):
        parts = found[1].split(".")
        return f"~={found[1]}" if len(parts) > 2 else f"=={found[1]}.*"
    return f"=={stated}" if re.fullmatch(r"\d[\w.]*(?:\.\*)?", stated) else stated


def _dig(table: object, *keys: str) -> object:
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _values(table: object) -> list[object]:
    return list(table.values()) if isinstance(table, dict) else []


def _pairs(table: object) -> Iterable[tuple[str, Any]]:
    return table.items() if isinstance(table, dict) else ()
