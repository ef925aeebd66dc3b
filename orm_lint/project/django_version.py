"""Which Django a project runs on, and which versions of its other packages, as far as its own files say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from orm_lint.project.inifiles import ReadText, folders_above
from orm_lint.project.lockfiles import Requirement, requirements

SUPPORTED: tuple[tuple[int, int], ...] = ((4, 2), (5, 0), (5, 1), (5, 2), (6, 0), (6, 1))
CLASSIFIER = re.compile(r"Framework :: Django :: (\d+)\.(\d+)")

_CLAUSE = re.compile(r"(===?|~=|!=|<=?|>=?)\s*v?(\d+)(?:\.(\d+|\*))?(?:\.(\d+))?")


def django_version(files: frozenset[str], read_text: ReadText, declared: str | None) -> tuple[int, int] | None:
    """Major and minor version of Django; None if no file says.

    `declared` is the user's own word. A pinned version is taken as it is, a range as the newest supported one in it.
    """
    if declared and (found := re.match(r"\s*(\d+)\.(\d+)", declared)):
        return int(found[1]), int(found[2])
    stated = [one.specifier for one in requirements(_folders(files), read_text) if one.name == "django"]
    decided = (_version(specifier) for specifier in stated)
    return next((version for version in decided if version), None) or _classified(files, read_text)


def package_versions(files: frozenset[str], read_text: ReadText) -> dict[str, str]:
    """The version of each distribution that a file pins, by its normalised name; the lower bound where none does."""
    pinned: dict[str, str] = {}
    lowest: dict[str, str] = {}
    for found in requirements(_folders(files), read_text):
        for operator, version in _versions(found):
            (pinned if operator in ("==", "===") else lowest).setdefault(found.name, version)
    return lowest | pinned


def newest(specifier: str) -> tuple[int, int] | None:
    """The newest supported Django that a specifier such as `>=4.2,<5` allows; None if it allows none of them."""
    clauses = _CLAUSE.findall(specifier)
    fitting = [version for version in SUPPORTED if all(_allows(version, *clause) for clause in clauses)]
    return fitting[-1] if fitting and clauses else None


def _version(specifier: str) -> tuple[int, int] | None:
    if found := re.match(r"===?\s*v?(\d+)\.(\d+)", specifier):
        return int(found[1]), int(found[2])
    return newest(specifier)


def _allows(version: tuple[int, int], operator: str, major: str, minor: str, patch: str) -> bool:
    """Whether some patch release of a minor version fulfils one clause."""
    has_minor = minor not in ("", "*")
    wanted = (int(major), int(minor) if has_minor else 0)
    is_same = version == wanted if has_minor else version[0] == wanted[0]
    match operator:
        case "==" | "===":
            return is_same
        case "!=":
            return not is_same or bool(patch)
        case "~=":
            return is_same if patch else version >= wanted and version[0] == wanted[0]
        case "<":
            return version < wanted or (version == wanted and patch not in ("", "0"))
        case "<=":
            return version <= wanted
    return version >= wanted


def _versions(found: Requirement) -> Iterator[tuple[str, str]]:
    yield from re.findall(r"(===?|~=|>=)\s*v?([\w.+!-]*\w)", found.specifier)


def _folders(files: Iterable[str]) -> tuple[str, ...]:
    """Where packaging files lie: the folders of manage.py files and above them, the nearest first; the root."""
    managed = sorted(posixpath.dirname(path) for path in files if posixpath.basename(path) == "manage.py")
    found = [above for folder in managed for above in folders_above(folder)]
    return tuple(sorted(dict.fromkeys([*found, ""]), key=lambda folder: -folder.count("/") - bool(folder)))


def _classified(files: Iterable[str], read_text: ReadText) -> tuple[int, int] | None:
    """The newest Django that the package's classifiers name."""
    texts = (read_text(posixpath.join(folder, name)) for folder in _folders(files) for name in _METADATA)
    found = [(int(major), int(minor)) for text in texts if text for major, minor in CLASSIFIER.findall(text)]
    return max(found, default=None)


_METADATA = ("pyproject.toml", "setup.cfg", "setup.py")
