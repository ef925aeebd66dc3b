"""Where the project starts that a linted path belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from orm_lint.source.plain import parse_toml, read_plain


def find_root(path: Path) -> Path:
    """The root of the project around a path.

    The nearest folder whose pyproject.toml has `[tool.orm_lint]`, else the nearest with `.git`, with pyproject.toml or
    setup.cfg, with manage.py; else the path's own folder. Home directories and the file system's root are no projects,
    whatever lies in them, unless the path itself is one.
    """
    start = path.absolute()
    if not start.is_dir():
        start = start.parent
    above = [folder for folder in _above(start) if folder == start or not _is_shared(folder)]
    for marks in _MARKS:
        if found := next((folder for folder in above if marks(folder)), None):
            return found
    return start


def is_marked(folder: Path) -> bool:
    """Whether anything says that a folder is the root of a project, rather than one with loose files."""
    return any(marks(folder) for marks in _MARKS)


def _above(start: Path) -> Iterator[Path]:
    yield start
    yield from start.parents


def _is_shared(folder: Path) -> bool:
    """Whether a folder holds many projects of which none owns the rest."""
    try:
        homes = {Path.home(), Path.home().parent}
    except RuntimeError:  # nobody's home
        homes = set()
    return folder == folder.parent or folder in homes or folder.name in {"tmp", "temp"}


def _has_own_section(folder: Path) -> bool:
    try:
        data = read_plain(folder / "pyproject.toml")
        found = parse_toml(data.decode()) if b"orm_lint" in data else {}
    except (OSError, ValueError):  # absent, not readable, not UTF-8, no TOML
        return False
    tool = found.get("tool")
    return isinstance(tool, dict) and "orm_lint" in tool


def _has(*names: str) -> Callable[[Path], bool]:
    def marks(folder: Path) -> bool:
        return any(_exists(folder / name) for name in names)

    return marks


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


_MARKS: tuple[Callable[[Path], bool], ...] = (
    _has_own_section,
    _has(".git"),
    _has("pyproject.toml", "setup.cfg"),
    _has("manage.py"),
)
