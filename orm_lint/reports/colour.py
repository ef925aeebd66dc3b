"""The text report in colour. Imported only when a terminal shows it: rich takes longer to load than small runs take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from orm_lint.reports.text import Line, Style

STYLES: dict[Style, str] = {
    "plain": "",
    "path": "bold",
    "code": "bold red",
    "caret": "red",
    "faint": "cyan",
    "good": "green",
    "bad": "bold red",
}


def write(lines: Iterable[Line], stream: TextIO) -> None:
    """Writes lines with their styles. Long lines are left to the terminal: a broken path could not be clicked."""
    console = Console(file=stream, highlight=False, soft_wrap=True, emoji=False, markup=False)
    for line in lines:
        console.print(Text.assemble(*((text, STYLES[style]) for text, style in line)))
