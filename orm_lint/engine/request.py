"""What a frontend asks for, and what that means on disk: one target for each project that the paths lie in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from orm_lint.engine.config import Config, find_config, given_config
from orm_lint.engine.select import Selection
from orm_lint.errors import UsageError
from orm_lint.finding import Confidence
from orm_lint.project.root import find_root, is_marked

Progress = Callable[[int, int], None]


class CheckRequest(Struct, frozen=True):
    """What to lint, and how.

    `overlay` holds unsaved texts by path; they replace what is on disk, or stand for files that are not there yet.
    `selection` and `min_confidence` come from the command line and go before the configuration. `frozen` leaves the
    installed packages of this machine out. `config` is a file to read instead of the nearest pyproject.toml.
    `force_exclude` leaves excluded files out even where `paths` names them. `related` adds findings in other files
    whose way leads through a named one, `whole` those in all files of the projects that the paths lie in. `suppressed`
    asks for what comments hide. `progress` is told how many files are read, of how many. `statistics` asks for counts
    that cost another run.
    """

    paths: tuple[Path, ...]
    overlay: Mapping[Path, str] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)
    min_confidence: Confidence | None = None
    frozen: bool = False
    config: Path | None = None
    force_exclude: bool = False
    related: bool = False
    whole: bool = False
    suppressed: bool = False
    progress: Progress | None = None
    statistics: bool = False


class Target(Struct, frozen=True):
    """The part of a request that lies in one project; paths are posix and relative to `root`, `""` is the root.

    `is_loose`: the root is only the folder of a file, and may hold anything. `outside` are folders with projects of
    their own.
    """

    root: Path
    config: Config
    files: frozenset[str]
    folders: frozenset[str]
    overlay: Mapping[str, str]
    is_loose: bool = False
    outside: frozenset[str] = frozenset()

    def asks_for(self, path: str) -> bool:
        """Whether a file of the project was asked for, by itself or with a folder that holds it."""
        return path in self.files or (_lies_in(path, self.folders) and not _lies_in(path, self.outside))


def _lies_in(path: str, folders: Iterable[str]) -> bool:
    return any(not folder or path.startswith(f"{folder}/") for folder in folders)


def targets(request: CheckRequest) -> tuple[Target, ...]:
    """The projects that the paths of a request lie in, in the order of their roots.

    Raises UsageError for a path that does not exist, ConfigError for a configuration that is wrong.
    """
    given = given_config(request.config) if request.config else None
    overlay = {_real(path): text for path, text in request.overlay.items()}
    by_root: dict[Path, tuple[Config, list[Path]]] = {}
    by_folder: dict[Path, tuple[Path, Config]] = {}
    for path in request.paths:
        real = _real(path)
        if real not in overlay and not os.path.exists(real):  # noqa: PTH110 - Path.exists raises without permission
            raise UsageError(f"{path}: no such file or directory")
        folder = real if real.is_dir() else real.parent
        if folder not in by_folder:
            config = find_config(real) if given is None else given
            by_folder[folder] = (find_root(real) if given or not config.source else config.source.parent, config)
        root, config = by_folder[folder]
        by_root.setdefault(root, (config, []))[1].append(real)
    return tuple(
        _target(root, config, paths, overlay, request.whole) for root, (config, paths) in sorted(by_root.items())
    )


def _target(root: Path, config: Config, paths: Iterable[Path], overlay: Mapping[Path, str], whole: bool) -> Target:
    folders = {path for path in paths if path.is_dir() and path not in overlay}
    return Target(
        root,
        config,
        frozenset() if whole else frozenset(_relative(root, path) for path in paths if path not in folders),
        frozenset({""}) if whole else frozenset(_relative(root, path) for path in folders),
        {_relative(root, path): text for path, text in overlay.items() if path.is_relative_to(root)},
        not folders and not is_marked(root),
    )


def _relative(root: Path, path: Path) -> str:
    return "" if path == root else path.relative_to(root).as_posix()


def _real(path: Path) -> Path:
    # Not Path.resolve: it raises on a loop of symbolic links, and which error depends on the version of Python.
    return Path(os.path.realpath(path))
