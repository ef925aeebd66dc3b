"""Standard output and standard error of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from orm_lint.finding import Notice
from orm_lint.reports.printable import Locate, printable


def prepare() -> None:
    """Makes both streams take any text: a terminal that knows no `é` gets an escape, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be coloured, see https://no-color.org."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_lines(lines: Iterable[str]) -> None:
    """Writes lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(message: str) -> None:
    """Writes one line to standard error."""
    sys.stderr.write(f"orm-lint: {printable(message)}\n")


def complain_about(notices: Iterable[Notice], locate: Locate) -> None:
    """Writes notices to standard error, one line each."""
    for notice in notices:
        place = f"{locate(notice.path)}:{notice.line}: " if notice.path else ""
        sys.stderr.write(f"orm-lint: {place}{printable(notice.message)}\n")
