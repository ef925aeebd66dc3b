"""The bundle: third-party packages that ship with orm_lint as summaries, so that no environment is needed.

`scripts/build_bundle.py` makes it with our own reader from the published packages; `bundle_data/` holds one file a
distribution (see `bundle_file.py`) and the catalogue of what there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

from orm_lint.project.bundle_file import SUFFIX, BundleFile, damaged
from orm_lint.project.lockfiles import normalised
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.scope import bindings_of

DATA = Path(__file__).parent / "bundle_data"
CATALOGUE = "catalogue.msgpack"


class Listed(msgspec.Struct, array_like=True, frozen=True):
    """A distribution of the bundle: its top-level packages, and its versions from oldest to newest."""

    packages: tuple[str, ...]
    versions: tuple[str, ...]


class _Distribution(Struct, frozen=True):
    file: BundleFile
    name: str
    version: int

    @property
    def folder(self) -> str:
        return f"{self.name}-{self.file.index.versions[self.version]}"


class Bundle:
    """The modules of third-party packages, in the versions nearest to those of a project; a ModuleSource.

    `versions` maps distributions to versions, `django` outranks its entry for Django. `folder` holds the data.
    Nothing is read before something is looked for; all lookups raise OrmLintError if the data is damaged.
    """

    def __init__(self, versions: Mapping[str, str], django: tuple[int, int] | None = None, folder: Path = DATA) -> None:
        self._versions = {normalised(name): version for name, version in versions.items()}
        if django:
            self._versions["django"] = f"{django[0]}.{django[1]}"
        self._folder = folder
        self._distributions: dict[str, _Distribution] = {}
        self._found: dict[str, Module | None] = {}

    @cached_property
    def catalogue(self) -> Mapping[str, Listed]:
        """What the bundle holds, by normalised name of the distribution."""
        path = self._folder / CATALOGUE
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, Listed])
        except (OSError, msgspec.MsgspecError) as error:
            raise damaged(path, error) from None

    @cached_property
    def packages(self) -> frozenset[str]:
        """The top-level names that the bundle knows."""
        return frozenset(self._holders)

    def find(self, name: str) -> Module | None:
        """The module of a dotted name in the chosen version of its distribution."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def modules(self, prefix: str) -> Iterator[str]:
        """The dotted names of a package and of all modules below it, sorted."""
        held = self._holder(prefix)
        if held is None:
            return
        names = {
            path.removesuffix("/__init__").replace("/", ".")
            for path, entry in held.file.index.entries.items()
            if entry.picks[held.version]
        }
        yield from sorted(name for name in names if f"{name}.".startswith(f"{prefix}."))

    def version(self, package: str) -> str | None:
        """The version that answers for a top-level package; None if the bundle does not know it."""
        held = self._holder(package)
        return held.file.index.versions[held.version] if held else None

    @cached_property
    def _holders(self) -> Mapping[str, str]:
        return {package: name for name, listed in self.catalogue.items() for package in listed.packages}

    def _holder(self, dotted: str) -> _Distribution | None:
        name = self._holders.get(dotted.partition(".")[0])
        if name is None:
            return None
        if name not in self._distributions:
            file = BundleFile.read(self._folder / f"{name}{SUFFIX}")
            version = nearest(self._versions.get(name), file.index.versions)
            self._distributions[name] = _Distribution(file, name, version)
        return self._distributions[name]

    def _read(self, name: str) -> Module | None:
        held = self._holder(name)
        if held is None:
            return None
        relative = name.replace(".", "/")
        for path, is_package in ((f"{relative}/__init__", True), (relative, False)):
            if summary := held.file.summary(path, held.version):
                shown = f"{held.folder}/{path}.py"
                return Module(name, shown, is_package, "bundle", summary, bindings_of(summary.body), unreadable)
        return None


def nearest(wanted: str | None, versions: Sequence[str]) -> int:
    """The index of the version nearest to `wanted` in an ascending list.

    That is the newest of the same minor version, else of the nearest lower one, else of the lowest there is; the
    newest of all if `wanted` is unknown.
    """
    asked = _minor(wanted or "")
    if not asked:
        return len(versions) - 1
    return max((index for index, version in enumerate(versions) if _minor(version) <= asked), default=0)


def _minor(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]{1,9}", version)[:2])
