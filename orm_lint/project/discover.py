"""Finds the Python files of a project in one walk, without opening any but the .gitignore files."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from orm_lint.errors import ConfigError
from orm_lint.finding import Notice
from orm_lint.project import layout
from orm_lint.project.ignore import Patterns, compile_patterns, is_excluded

_GITIGNORE_LIMIT = 1024 * 1024  # bytes

Class = Literal["linted", "silent", "excluded"]


class FileTree(Struct, frozen=True):
    """The Python files below a root; paths are posix, relative to it, and sorted.

    `linted` are reported on. `silent` (tests, migrations, vendored code) are opened only when a name leads there.
    `notices` tell of folders and names that could not be read.
    """

    root: Path
    linted: tuple[str, ...]
    silent: tuple[str, ...]
    notices: tuple[Notice, ...]
    files: frozenset[str]

    def __contains__(self, path: object) -> bool:
        return path in self.files

    def classify(self, path: str) -> Class:
        """What a file is to a run that names no files: one the walk did not find is excluded."""
        if path not in self.files:
            return "excluded"
        place = bisect_left(self.linted, path)
        return "linted" if self.linted[place : place + 1] == (path,) else "silent"


class _Folder(Struct, frozen=True):
    """A folder still to be read. `path` and `real` (all links resolved) are relative to the root and end in `/`."""

    path: str
    real: str
    name: str
    is_silent: bool
    ignores: tuple[Patterns, ...]
    beside: frozenset[str]


class _Walk(Struct):
    """What one walk has found so far. Links wait until all that is no link was seen, so that real paths win."""

    root: str
    exclude: tuple[Patterns, ...]
    unsaved: Mapping[str, frozenset[str]]
    packages_only: bool
    linted: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    links: list[tuple[str, _Folder]] = field(default_factory=list)
    seen_folders: set[str] = field(default_factory=set)
    seen_files: set[str] = field(default_factory=set)


def discover(
    root: Path,
    exclude: tuple[str, ...] = (),
    extend_exclude: tuple[str, ...] = (),
    unsaved: Iterable[str] = (),
    *,
    packages_only: bool = False,
) -> FileTree:
    """The Python files below `root` that git does not ignore and the patterns do not exclude.

    `exclude` and `extend_exclude` are gitignore patterns relative to the root. `unsaved` are paths of texts that an
    editor holds: they are sorted as files are, on disk or not. `packages_only` keeps to the root's own files and the
    packages in it. Links are followed once, and never to what lies outside of the root. Raises ConfigError for a
    pattern that is none.
    """
    patterns = _setting("exclude", exclude) + _setting("extend-exclude", extend_exclude)
    walk = _Walk(os.path.realpath(root), patterns, _by_folder(unsaved), packages_only)
    ignores = _ignores_above(walk)
    pending = [_Folder("", "", "", is_silent=False, ignores=ignores, beside=frozenset())]
    while pending:
        folder = pending.pop()
        if folder.real not in walk.seen_folders:
            walk.seen_folders.add(folder.real)
            pending.extend(_read(walk, folder))
        while not pending and walk.links:
            pending.extend(_follow(walk, *walk.links.pop(0)))
    files = frozenset(walk.linted).union(walk.silent)
    return FileTree(root, tuple(sorted(walk.linted)), tuple(sorted(walk.silent)), tuple(sorted(walk.notices)), files)


def _setting(key: str, patterns: tuple[str, ...]) -> tuple[Patterns, ...]:
    if not patterns:
        return ()
    compiled, errors = compile_patterns(patterns, "", 0)
    if errors:
        raise ConfigError("configuration", key, str(errors[0]))
    return (compiled,)


def _read(walk: _Walk, folder: _Folder) -> Iterator[_Folder]:
    """Sorts the files of a folder, and gives the folders in it."""
    found = _entries(walk, folder)
    if found is None:
        return
    names = found.keys()
    at_root = folder.path.count("/") == 1
    if folder.path and (
        layout.is_environment(names) or layout.is_build_output(folder.name, folder.beside, names, at_root=at_root)
    ):
        return
    if walk.packages_only and folder.path and "__init__.py" not in names:
        return
    is_silent = folder.is_silent or (bool(folder.path) and layout.is_silent_folder(folder.name, names))
    ignores = folder.ignores
    if ".gitignore" in found and found[".gitignore"].is_file(follow_symlinks=False):
        ignores += _gitignore(walk, folder.path)
    here = _Folder(folder.path, folder.real, folder.name, is_silent, ignores, frozenset(names & _RECIPES))
    for name in sorted(names):
        child = _sort(walk, here, name, found[name])
        if child:
            yield child
    yield from _unsaved(walk, here, names)


def _entries(walk: _Walk, folder: _Folder) -> dict[str, os.DirEntry[str]] | None:
    """What a folder holds, by name; None with a notice if it cannot be read."""
    try:
        with os.scandir(walk.root + "/" + folder.path) as entries:
            return {entry.name: entry for entry in entries}
    except OSError as error:
        if isinstance(error, FileNotFoundError) and folder.path in walk.unsaved:
            return {}
        reason = error.strerror or type(error).__name__
        walk.notices.append(Notice(folder.path or ".", 1, f"folder cannot be read: {reason}; not linted"))
        return None


_RECIPES = frozenset({"pyproject.toml", "setup.py"})


def _sort(walk: _Walk, here: _Folder, name: str, entry: os.DirEntry[str]) -> _Folder | None:
    """Puts one entry where it belongs: a folder or link to be read later, a file, or nothing."""
    if entry.is_symlink():
        if not layout.is_pruned(name):
            walk.links.append((name, here))
        return None
    if entry.is_dir(follow_symlinks=False):
        if layout.is_pruned(name) or not _is_wanted(walk, here, name, "/"):
            return None
        return _child(here, name, f"{here.real}{name}/")
    if not name.endswith(".py") or name[0] == "." or not entry.is_file(follow_symlinks=False):
        return None
    if _is_wanted(walk, here, name, ""):
        _add(walk, here, name, here.real + name)
    return None


def _unsaved(walk: _Walk, here: _Folder, names: AbstractSet[str]) -> Iterator[_Folder]:
    """Sorts what editors hold and the disk does not: files, and the folders that would be made for them."""
    for entry in sorted(walk.unsaved.get(here.path, ())):
        name = entry.removesuffix("/")
        if name in names or name.startswith("."):
            continue
        if entry.endswith("/"):
            if not layout.is_pruned(name) and _is_wanted(walk, here, name, "/"):
                yield _child(here, name, here.real + entry)
        elif name.endswith(".py") and _is_wanted(walk, here, name, ""):
            _add(walk, here, name, here.real + name)


def _by_folder(paths: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The entries that paths have in each folder on their way; folders end in `/`, the root is the empty text."""
    entries: dict[str, set[str]] = {}
    for path in paths:
        folder = ""
        for part in re.findall(r"[^/]+/?", path):
            entries.setdefault(folder, set()).add(part)
            folder += part
    return {folder: frozenset(names) for folder, names in entries.items()}


def _child(here: _Folder, name: str, real: str) -> _Folder:
    return _Folder(f"{here.path}{name}/", real, name, here.is_silent, here.ignores, here.beside)


def _add(walk: _Walk, here: _Folder, name: str, real: str) -> None:
    walk.seen_files.add(real)
    is_silent = here.is_silent or layout.is_silent_file(name)
    (walk.silent if is_silent else walk.linted).append(here.path + name)


def _is_wanted(walk: _Walk, here: _Folder, name: str, mark: str) -> bool:
    """Whether neither a pattern nor its own bytes keep an entry out; a name that is not UTF-8 fits in no report."""
    path = here.path + name + mark
    if here.ignores and is_excluded(here.ignores, path, name + mark):
        return False
    if walk.exclude and is_excluded(walk.exclude, path, name + mark):
        return False
    if not name.isascii() and not _is_utf8(name):
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        walk.notices.append(Notice(shown, 1, "name is not UTF-8; not linted"))
        return False
    return True


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _follow(walk: _Walk, name: str, here: _Folder) -> Iterator[_Folder]:
    """What a link leads to, if that lies below the root and was not seen under its own name."""
    target = os.path.realpath(f"{walk.root}/{here.path}{name}")
    if not target.startswith(walk.root.rstrip("/") + "/"):
        return
    real = target[len(walk.root.rstrip("/")) + 1 :]
    if os.path.isdir(target):  # noqa: PTH112 - names may hold bytes that are no text, and there are many
        if real + "/" not in walk.seen_folders and _is_wanted(walk, here, name, "/"):
            yield _child(here, name, real + "/")
        return
    is_new = name.endswith(".py") and os.path.isfile(target) and real not in walk.seen_files  # noqa: PTH113
    if is_new and name[0] != "." and _is_wanted(walk, here, name, ""):
        _add(walk, here, name, real)


def _ignores_above(walk: _Walk) -> tuple[Patterns, ...]:
    """The patterns of the checkout that the root lies in, as far as they are about what is below the root.

    A root that git itself ignores was asked for by name: then nothing above it counts.
    """
    root = Path(walk.root)
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    if top is None:
        return ()
    inner = root.relative_to(top).as_posix() + "/" if root != top else ""
    chain = _pattern_file(walk, top / ".git" / "info" / "exclude", inner)
    parts = inner.split("/")[:-1]
    for depth in range(len(parts)):
        folder = top.joinpath(*parts[:depth])
        chain += _pattern_file(walk, folder / ".gitignore", "/".join(parts[depth:]) + "/")
        if _ignores_root(chain, parts, depth):
            return ()
    return chain


def _ignores_root(chain: tuple[Patterns, ...], parts: list[str], depth: int) -> bool:
    """Whether the pattern files down to a depth ignore the folder below, on the way from the top to the root."""
    verdicts = []
    for patterns in chain:
        above = len(parts) - patterns.prefix.count("/")
        path = "/".join(parts[above : depth + 1]) + "/"
        local = Patterns("", 0, patterns.by_name, patterns.by_path)
        verdicts.append(local.excludes(path, parts[depth] + "/"))
    return next((verdict for verdict in reversed(verdicts) if verdict is not None), False)


def _gitignore(walk: _Walk, folder: str) -> tuple[Patterns, ...]:
    return _pattern_file(walk, Path(walk.root, folder, ".gitignore"), "", len(folder))


def _pattern_file(walk: _Walk, place: Path, prefix: str, skip: int = 0) -> tuple[Patterns, ...]:
    """The patterns of one file, read as git does; nothing if it does not exist or cannot be read."""
    try:
        if not place.is_file():
            return ()
        with place.open("rb") as stream:
            data = stream.read(_GITIGNORE_LIMIT)
    except OSError:
        return ()
    lines = os.fsdecode(data.removeprefix(b"\xef\xbb\xbf")).split("\n")
    patterns, errors = compile_patterns([line.removesuffix("\r") for line in lines], prefix, skip)
    shown = os.path.relpath(place, walk.root).replace(os.sep, "/")
    walk.notices.extend(Notice(shown, error.line, str(error)) for error in errors)
    return (patterns,) if patterns.by_name or patterns.by_path else ()
