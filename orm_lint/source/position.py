"""Places in normalised text: UTF-8 bytes, code points and UTF-16 units, converted here and nowhere else.

A table of line starts is packed as 32-bit native-endian byte offsets, the form in which the summaries store it.
Lines are 1-based and end at `\\n` alone, as for Python's parser: form feeds and Unicode line ends are characters.
Columns are 0-based here, as `ast` and editors count; a `Span` adds 1. A column inside of a character is taken back
to the start of that character, and a column behind the line to the end of the line.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate

_BEYOND_BMP = "\U00010000"


def line_starts(data: bytes) -> bytes:
    """The packed table of the byte offsets at which the lines start; text that ends in `\\n` has an empty last line."""
    lines = data.splitlines(keepends=True)
    if lines and not lines[-1].endswith(b"\n"):
        lines.pop()
    return array("I", accumulate(map(len, lines), initial=0)).tobytes()


def line_at(starts: bytes, offset: int) -> int:
    """The 1-based line that holds a byte offset."""
    return bisect_right(memoryview(starts).cast("I"), offset)


def line_count(starts: bytes) -> int:
    return len(memoryview(starts).cast("I"))


def line_bytes(data: bytes, starts: bytes, line: int) -> bytes:
    """The bytes of a 1-based line without its line end; empty for a line that the text does not have."""
    table = memoryview(starts).cast("I")
    if not 1 <= line <= len(table):
        return b""
    return data[table[line - 1] : table[line] - 1 if line < len(table) else len(data)]


def line_and_column(data: bytes, starts: bytes, offset: int) -> tuple[int, int]:
    """The 1-based line and the 0-based column in code points of a byte offset."""
    line = line_at(starts, offset)
    start = memoryview(starts).cast("I")[line - 1]
    return line, code_points(data[start:offset], offset - start)


def code_points(line: bytes, byte_column: int) -> int:
    """The column in code points of a column in UTF-8 bytes."""
    return len(line[:byte_column].decode("utf-8", "ignore"))


def utf8_bytes(line: str, column: int) -> int:
    """The column in UTF-8 bytes of a column in code points."""
    return len(line[:column].encode())


def utf16_units(line: str, column: int) -> int:
    """The column in UTF-16 code units, which editors speak, of a column in code points."""
    before = line[:column]
    return len(before) if before.isascii() else sum(1 + (character >= _BEYOND_BMP) for character in before)


def from_utf16_units(line: str, units: int) -> int:
    """The column in code points of a column in UTF-16 code units."""
    if line.isascii():
        return min(units, len(line))
    return bisect_right(list(accumulate(1 + (character >= _BEYOND_BMP) for character in line)), units)
