"""Makes `orm_lint/project/bundle_data/` from the published wheels named in `bundle.toml`; `--check` only compares.

The wheels are downloaded with pip and read as zip files: nothing of them is installed, imported or run (which is why
source distributions are not used: pip runs their build scripts). Packages without a wheel are described in `stubs/`.
The same wheels give the same bytes.
"""

from __future__ import annotations

import argparse
import fnmatch
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

import msgspec
from bundle_pruning import pruned

from orm_lint.ir.from_python import Summary
from orm_lint.project.bundle import CATALOGUE, DATA, Listed
from orm_lint.project.bundle_file import SUFFIX, packed
from orm_lint.project.lockfiles import normalised
from orm_lint.source.file import SourceFile

TABLE = Path(__file__).with_name("bundle.toml")
STUBS = Path(__file__).with_name("stubs")
LIMIT = 1_200_000
"""Bytes of all data together."""


class Distribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the table; patterns are those of fnmatch on paths in the wheel, where `*` also matches `/`.

    `bodies` are the modules whose functions are kept whole: the interpreter runs them, as a framework does. What
    `is_stub` stands in `stubs/`, once for all versions.
    """

    name: str
    packages: tuple[str, ...]
    versions: tuple[str, ...]
    include: tuple[str, ...] = ("*",)
    exclude: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    is_stub: bool = False


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`exclude` holds for all distributions."""

    exclude: tuple[str, ...]
    distribution: tuple[Distribution, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the data is not current")
    parser.add_argument("--wheels", type=Path, help="a folder that keeps the wheels for the next run")
    options = parser.parse_args()
    table = msgspec.convert(tomllib.loads(TABLE.read_text()), Table)
    with tempfile.TemporaryDirectory() as folder:
        made = build(table, options.wheels or Path(folder))
    if options.check:
        return _compare(made)
    _write(made)
    return 0


def build(table: Table, wheels: Path) -> dict[str, bytes]:
    """The files of the bundle by name."""
    made: dict[str, bytes] = {}
    listed: dict[str, Listed] = {}
    for distribution in sorted(table.distribution, key=lambda found: found.name):
        read = [_modules(_files(distribution, version, wheels), distribution, table.exclude)
                for version in distribution.versions]  # fmt: skip
        names = sorted({name for modules in read for name in modules})
        modules = {name: tuple(found.get(name) for found in read) for name in names}
        made[f"{distribution.name}{SUFFIX}"] = data = packed(distribution.versions, modules)
        listed[distribution.name] = Listed(distribution.packages, distribution.versions)
        print(f"{distribution.name} {' '.join(distribution.versions)}: {len(names)} modules, {len(data)} bytes")
    made[CATALOGUE] = msgspec.msgpack.encode(listed)
    size = sum(map(len, made.values()))
    print(f"{len(listed)} distributions, {size} bytes")
    if size > LIMIT:
        raise SystemExit(f"larger than {LIMIT} bytes")
    return made


def _files(distribution: Distribution, version: str, wheels: Path) -> dict[str, bytes]:
    """The Python files of a release by path."""
    if distribution.is_stub:
        found = (path for package in distribution.packages for path in (STUBS / package).rglob("*.py"))
        return {path.relative_to(STUBS).as_posix(): path.read_bytes() for path in found}
    with zipfile.ZipFile(_wheel(distribution.name, version, wheels)) as archive:
        return {path: archive.read(path) for path in archive.namelist() if path.endswith(".py")}


def _wheel(name: str, version: str, folder: Path) -> Path:
    """The wheel of a release, downloaded unless the folder holds it."""
    if found := _downloaded(name, version, folder):
        return found
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
               "--python-version=3.13", f"--dest={folder}", f"{name}=={version}"]  # fmt: skip
    subprocess.run(command, check=True)
    found = _downloaded(name, version, folder)
    assert found is not None
    return found


def _downloaded(name: str, version: str, folder: Path) -> Path | None:
    wanted = (normalised(name), version)
    for wheel in folder.glob("*.whl"):
        parts = wheel.name.split("-")
        if (normalised(parts[0]), parts[1]) == wanted:
            return wheel
    return None


def _modules(files: dict[str, bytes], distribution: Distribution, exclude: tuple[str, ...]) -> dict[str, Summary]:
    """The pruned modules of a release, by path without `.py`."""
    modules: dict[str, Summary] = {}
    run = _pattern(distribution.bodies)
    for path in _chosen(list(files), distribution, exclude):
        module = path.removesuffix(".py")
        data = SourceFile.from_bytes(path, files[path]).data
        modules[module] = pruned(module, data, is_run=run.match(path) is not None)
    return modules


def _chosen(paths: list[str], distribution: Distribution, exclude: tuple[str, ...]) -> list[str]:
    """The modules that are wanted, and the packages they stand in."""
    unwanted = _pattern((*exclude, *distribution.exclude))
    wanted = _pattern(distribution.include)
    held = {
        path
        for path in paths
        if path.endswith(".py") and path.split("/")[0].removesuffix(".py") in distribution.packages
    }
    chosen = {path for path in held if wanted.match(path) and not unwanted.match(path)}
    packages = {f"{folder}/__init__.py" for path in chosen for folder in map(str, Path(path).parents)}
    return sorted(chosen | (packages & held))


def _pattern(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(fnmatch.translate, globs)) or r"(?!)")


def _write(made: dict[str, bytes]) -> None:
    DATA.mkdir(exist_ok=True)
    for path in DATA.iterdir():
        if path.name not in made:
            path.unlink()
    for name, data in made.items():
        (DATA / name).write_bytes(data)


def _compare(made: dict[str, bytes]) -> int:
    held = {path.name: path.read_bytes() for path in DATA.iterdir()} if DATA.is_dir() else {}
    stale = sorted(name for name in held.keys() | made.keys() if held.get(name) != made.get(name))
    for name in stale:
        print(f"{name} is not current: run scripts/build_bundle.py")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
