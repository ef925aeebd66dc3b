"""The flake8 plugin: a thin adapter. flake8 reads and splits the files, the engine finds, flake8 selects and prints.

How flake8 runs plugins: https://flake8.pycqa.org/en/latest/plugin-development/. It asks `Plugin.parse_options` once
before it starts its workers (and again in workers that are spawned), and makes one `Plugin` for each file.
"""

from __future__ import annotations

import ast
import os
import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, ClassVar

from orm_lint import __version__
from orm_lint.engine.select import FAMILY, Selection
from orm_lint.engine.session import Session
from orm_lint.engine.shared import end_shared, inherited, make_shared
from orm_lint.reports.printable import printable

Report = tuple[int, int, str, type]
STDIN = "-"
UNREADABLE = "ORM902"
_WORD = re.compile(r"[^\s:,]+|:")
_CODE = re.compile(r"[A-Z]{1,3}[0-9]{0,3}")
_SKIPPED = re.compile(r"^\s*# flake8[:=]\s*noqa", re.IGNORECASE | re.MULTILINE)


class Plugin:
    """Reports the findings of one file to flake8."""

    name = "orm_lint"
    version = __version__

    session: ClassVar[Session] = Session()

    # The parameter `tree` is what tells flake8 to run this once for each file.
    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str], options: Namespace) -> None:  # noqa: ARG002
        self._filename = filename
        self._path = Path(filename)
        self._text = "".join(lines)
        self._options = options

    @staticmethod
    def add_options(manager: Any) -> None:
        """Adds the one option; everything else stands in `[tool.orm_lint]`, which all frontends read."""
        manager.add_option(
            "--orm-config",
            metavar="FILE",
            parse_from_config=True,
            normalize_paths=True,
            help="read [tool.orm_lint] from this file, not from the nearest pyproject.toml",
        )

    @classmethod
    def parse_options(cls, _manager: object, options: Namespace, filenames: Sequence[str]) -> None:
        """Starts a run: in the process that the user started, everything on disk is read before there are workers.

        One that was spawned takes what its parent has read.
        """
        end_shared()
        on_disk = [Path(name) for name in filenames or ["."] if name != STDIN] if _is_wanted(options) else []
        shared = inherited() or (make_shared() if on_disk and _has_workers(options) else None)
        cls.session = Session(*_settings(options), shared=shared)
        cls.session.prepare(on_disk)

    def run(self) -> Iterator[Report]:
        """What flake8 reports: a 1-based line, a 0-based column, the code with the message, and who says so."""
        if not _is_wanted(self._options):
            return
        session = self._session()
        find = session.unsaved if self._is_stdin() else session.saved
        for finding in find(self._path, self._text, _shows_failures(self._options, self._path, self._text)):
            text = f"{finding.code} {printable(finding.message)}"
            yield finding.span.line, finding.span.column - 1, text, type(self)

    def _is_stdin(self) -> bool:
        options = self._options
        return STDIN in (options.filenames or ()) and self._filename in (options.stdin_display_name, "stdin")

    def _session(self) -> Session:
        """The session of the run; a new one where who embeds flake8 has changed the options since they were parsed."""
        session, settings = type(self).session, _settings(self._options)
        if settings != (session.selection, session.config, session.suppressed):
            type(self).session = session = Session(*settings, shared=session.shared)
        return session


def _settings(options: Namespace) -> tuple[Selection, Path | None, bool]:
    """What flake8's options say to a session: its first fields."""
    config = _found(Path(options.orm_config)) if options.orm_config else None
    return Selection(extend_select=tuple(_precise(options))), config, options.disable_noqa


def _found(config: Path) -> Path:
    """The file of an option. flake8 has joined it with the folder of its own configuration, unless it is a mere name.

    Such a one is looked for as flake8 looks for its configuration: here, then in the folders above.
    """
    if len(config.parts) > 1:
        return config
    here = Path.cwd()
    # Not Path.exists: it raises for a name that is too long.
    found = (folder / config for folder in (here, *here.parents) if os.path.exists(folder / config))  # noqa: PTH110
    return next(found, config)


def _has_workers(options: Namespace) -> bool:
    jobs = getattr(options, "jobs", None)
    return getattr(jobs, "is_auto", True) or getattr(jobs, "n_jobs", 2) > 1


def _shows_failures(options: Namespace, path: Path, text: str) -> bool:
    """Whether flake8 shows a complaint about a file: neither `per-file-ignores` nor the file itself may hide it."""
    if not options.disable_noqa and _SKIPPED.search(text):
        return False
    names = (path.name, os.path.abspath(path))  # noqa: PTH100 - flake8 compares what this gives
    return not any(
        UNREADABLE.startswith(code) and any(fnmatch(name, pattern) for name in names)
        for pattern, code in _per_file(options.per_file_ignores or "")
    )


def _per_file(text: str) -> Iterator[tuple[str, str]]:
    """The pairs of pattern and code in `per-file-ignores`: files, a colon, codes, and the next files."""
    files: list[str] = []
    is_code = False
    for word in _WORD.findall(text):
        if word == ":":
            is_code = True
        elif is_code and _CODE.fullmatch(word):
            yield from ((os.path.abspath(file) if "/" in file else file, word) for file in files)  # noqa: PTH100
        else:
            files, is_code = ([word] if is_code else [*files, word]), False


def _precise(options: Namespace) -> Iterator[str]:
    """The selectors that turn rules on which are off by default.

    flake8 selects `ORM` for whoever installs the plugin, and a user's `ignore` replaces all default ones, so what names
    the whole family says nothing about them.
    """
    for selector in (*(options.select or ()), *(options.extend_select or ())):
        if selector.startswith(FAMILY) and selector != FAMILY:
            yield selector


def _is_wanted(options: Namespace) -> bool:
    """Whether flake8 may show any of our findings: otherwise nothing need be read. Of two selectors the longer wins."""
    chosen = (*(options.select or ()), *(options.extend_select or ()))
    selected = [len(code) for code in chosen if code.startswith(FAMILY) or FAMILY.startswith(code)]
    if options.select is not None and not selected:
        return False
    left_out = (*(options.ignore or ()), *(options.extend_ignore or ()))
    ignored = [len(code) for code in left_out if FAMILY.startswith(code)]
    return not ignored or max(selected, default=0) > max(ignored)
