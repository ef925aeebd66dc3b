"""The linted project's own environment: packages that are installed there and that the bundle lacks, read as files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from orm_lint.errors import ConfigError, UnreadableFileError
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, summarize, whole_function
from orm_lint.project.modules import Module, namespace_package, unreadable
from orm_lint.project.scope import bindings_of
from orm_lint.source.file import SourceFile

SHOWN_AS = "<environment>"

_BESIDE_THE_ROOT = (".venv", "venv")
_PTH_LIMIT = 64 * 1024
"""Bytes that are read of a `.pth` file; those that list folders have one or two lines."""


def find_environment(root: Path, declared: str | None, environ: Mapping[str, str]) -> Path | None:
    """The site-packages folder of a project's environment; None if there is none.

    The setting `python-environment` (`declared`, relative to the root) comes first, then `VIRTUAL_ENV` of `environ`,
    then `.venv` and `venv` in the root. Raises ConfigError if the setting names no environment.
    """
    if declared is not None:
        found = _site_packages(root / Path(declared).expanduser())
        if found is None:
            raise ConfigError("python-environment", declared, "no Python environment is there")
        return found
    activated = environ.get("VIRTUAL_ENV")
    candidates = [Path(activated)] if activated else []
    candidates += [root / name for name in _BESIDE_THE_ROOT]
    return next((found for folder in candidates if (found := _site_packages(folder))), None)


class Environment:
    """Modules below a site-packages folder and the folders that its `.pth` files list; a ModuleSource.

    Each is read when it is asked for, and nothing is run: lines of `.pth` files that hold code are ignored. Top-level
    packages in `known` are left to who knows them better. What cannot be read is not found.
    """

    def __init__(self, site_packages: Path, known: Set[str]) -> None:
        self._site_packages = site_packages
        self._known = known
        self._found: dict[str, Module | None] = {}

    def find(self, name: str) -> Module | None:
        """The module of a dotted name, or None if the environment does not hold it."""
        if name not in self._found:
            parts = name.split(".")
            is_ours = parts[0] not in self._known and all(part.isidentifier() for part in parts)
            self._found[name] = self._locate(name, "/".join(parts)) if is_ours else None
        return self._found[name]

    def holds(self, package: str) -> bool:
        """Whether a top-level package is installed, known better elsewhere or not."""
        return any(_is_folder(folder / package) for folder in self._folders)

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        return (self._site_packages, *_listed_folders(self._site_packages))

    def _locate(self, name: str, relative: str) -> Module | None:
        for folder in self._folders:
            for path, is_package in ((f"{relative}/__init__.py", True), (f"{relative}.py", False)):
                if _is_file(folder / path):
                    return _read(name, folder, path, is_package)
        if any(_is_folder(folder / relative) for folder in self._folders):
            return replace(namespace_package(name, f"{SHOWN_AS}/{relative}"), evidence="environment")
        return None


def _read(name: str, folder: Path, path: str, is_package: bool) -> Module | None:
    try:
        summary = summarize(SourceFile.read(folder, path).data)
    except (UnreadableFileError, LoweringError):
        return None

    def lower(found: ir.Stub) -> ir.Function:
        try:
            return whole_function(SourceFile.read(folder, path).data, summary.line_starts, found)
        except (UnreadableFileError, LoweringError):
            return unreadable(found)

    shown = f"{SHOWN_AS}/{path}"
    return Module(name, shown, is_package, "environment", summary, bindings_of(summary.body), lower)


def _site_packages(environment: Path) -> Path | None:
    """The site-packages folder of an environment, of its newest Python; the folder itself if it is one."""
    if environment.name == "site-packages" and _is_folder(environment):
        return environment
    try:
        found = [*environment.glob("lib/python*/site-packages"), *environment.glob("lib/pypy*/site-packages")]
    except (OSError, ValueError):
        return None
    windows = environment / "Lib" / "site-packages"
    return max(filter(_is_folder, found), key=_python, default=windows if _is_folder(windows) else None)


def _python(site_packages: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]{1,4}", site_packages.parent.name))


def _listed_folders(site_packages: Path) -> Iterator[Path]:
    """The folders that `.pth` files put on the path: editable installs."""
    for file in sorted(site_packages.glob("*.pth")):
        try:
            with file.open("rb") as stream:
                text = stream.read(_PTH_LIMIT).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        for line in text.splitlines():
            entry = line.rstrip()
            is_path = entry and not entry.startswith(("#", "import ", "import\t"))
            if is_path and _is_folder(folder := site_packages / entry):
                yield folder


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no permission; a null byte
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
