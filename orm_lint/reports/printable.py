"""Text that a terminal and a line-based reader can take, whatever the linted files are called or hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

# Controls, separators of lines and paragraphs, halves of surrogate pairs (bytes that were no UTF-8), and the marks that
# reorder or hide text: a file name must not be able to forge a line of our output.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_TAB_WIDTH = 4

Locate = Callable[[str], str]


def printable(text: str) -> str:
    """The text on one line, with everything that is not shown as itself written as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) if unicodedata.category(char) in _ESCAPED else char for char in text)


def locator(root: Path, current: Path) -> Locate:
    """How paths of a report are shown: relative to the current directory where they lie in it, else absolute."""
    base = root.relative_to(current).as_posix() if root.is_relative_to(current) else root.as_posix()
    prefix = "" if base == "." else base.rstrip("/") + "/"
    inner = current.relative_to(root).as_posix() + "/" if current.is_relative_to(root) and current != root else None

    def located(path: str) -> str:
        if inner is not None and path.startswith(inner):
            return printable(path.removeprefix(inner))
        return printable(prefix + path)

    return located


def source_line(text: str) -> str:
    """A line of source to show in a frame: tabs widened, nothing that could drive a terminal."""
    return printable(text.expandtabs(_TAB_WIDTH))


def width(text: str) -> int:
    """How many terminal cells a shown text takes."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _escape(char: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    point = ord(char)
    if 0xDC80 <= point <= 0xDCFF:
        return f"\\x{point - 0xDC00:02x}"
    if point < 0x100:
        return named.get(char) or f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
