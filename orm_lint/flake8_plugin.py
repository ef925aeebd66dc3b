"""The flake8 plugin: a thin adapter. flake8 reads and splits the files, the engine finds, flake8 selects and prints.

How flake8 runs plugins: https://flake8.pycqa.org/en/latest/plugin-development/. It asks `Plugin.parse_options` once
before it starts its workers (and again in workers that are spawned), and makes one `Plugin` for each file.
"""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from orm_lint import __version__
from orm_lint.engine.select import FAMILY, Selection
from orm_lint.engine.session import Session
from orm_lint.engine.shared import inherited, make_shared
from orm_lint.reports.printable import printable

Report = tuple[int, int, str, type]
STDIN = "-"


class Plugin:
    """Reports the findings of one file to flake8."""

    name = "orm_lint"
    version = __version__

    session: ClassVar[Session] = Session()
    is_wanted: ClassVar[bool] = True

    # The parameter `tree` is what tells flake8 to run this once for each file.
    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str], options: Namespace) -> None:  # noqa: ARG002
        self._path = Path(filename)
        self._text = "".join(lines)
        self._is_saved = STDIN not in options.filenames or filename != options.stdin_display_name

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
        """Starts a run: in the process that the user started, everything on disk is read before there are workers."""
        cls.is_wanted = _is_wanted(options)
        worker = inherited()
        cls.session = Session(
            selection=Selection(extend_select=tuple(_precise(options))),
            config=Path(options.orm_config) if options.orm_config else None,
            suppressed=options.disable_noqa,
            shared=worker or (make_shared() if cls.is_wanted and STDIN not in filenames else None),
        )
        if cls.is_wanted and worker is None and STDIN not in filenames:
            cls.session.prepare(map(Path, filenames or ["."]))

    def run(self) -> Iterator[Report]:
        """What flake8 reports: a 1-based line, a 0-based column, the code with the message, and who says so."""
        if not self.is_wanted:
            return
        find = self.session.saved if self._is_saved else self.session.unsaved
        for finding in find(self._path, self._text):
            text = f"{finding.code} {printable(finding.message)}"
            yield finding.span.line, finding.span.column - 1, text, type(self)


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
