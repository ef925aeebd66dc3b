"""SourceFile: the text of one Python file, in the one form that all layers above work on."""

from __future__ import annotations

import codecs
import re
import stat
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Span
from orm_lint.source import position

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes. Nobody wrote a larger file by hand, and reading one takes 500 times its size of memory at worst.

Packed places of the IR hold offsets below 16 MiB.
"""

_TOO_LARGE = f"larger than {SIZE_LIMIT // 1024 // 1024} MiB, not linted"
_COOKIE = re.compile(rb"(?:[ \t\f]*(?:#[^\n]*)?\n)??[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)")
_COOKIE_SIGN = re.compile(rb"coding[:=]")
_FOR_NAMES = frozenset({"idna", "punycode"})  # of hosts: quadratic in the length of the text
_UTF8 = re.compile(r"utf-8(?:-.*)?")
_LATIN1 = re.compile(r"(?:latin-1|iso-8859-1|iso-latin-1)(?:-.*)?")


class SourceFile(Struct, frozen=True, dict=True):
    """A file of the linted project. Not slotted: the table of lines is made when first asked for.

    `path` is posix and relative to the project root. `data` is UTF-8 without a byte order mark, every line ends in
    `\\n` as Python's tokenizer has it, and no encoding cookie names another codec, so that `ast.parse(data)` reads
    what the author wrote. Lines and columns (in code points) are those of the original text.
    """

    path: str
    data: bytes

    @classmethod
    def from_bytes(cls, path: str, raw: bytes) -> SourceFile:
        """The file with the bytes that are on disk. Null bytes are left to the parser.

        Raises UnreadableFileError for unknown encodings, bytes that do not decode, and more than SIZE_LIMIT bytes.
        """
        if len(raw) > SIZE_LIMIT:
            raise UnreadableFileError(path, 1, _TOO_LARGE)
        has_mark = raw.startswith(codecs.BOM_UTF8)
        data = _with_plain_line_ends(raw.removeprefix(codecs.BOM_UTF8))
        cookie = _COOKIE.match(data)
        codec = _codec(path, data, cookie) if cookie else "utf-8"
        if cookie and codec != "utf-8":
            if has_mark:
                raise UnreadableFileError(path, _line_of(data, cookie.start(1)), f"{codec} with a UTF-8 byte mark")
            return cls(path, _without_cookie(_with_plain_line_ends(_recoded(path, data, codec))))
        if not data.isascii():
            _decoded(path, data, "utf-8")
        return cls(path, data)

    @classmethod
    def from_text(cls, path: str, text: str) -> SourceFile:
        """The file with a text that an editor holds; the cookie no longer says anything about it.

        Raises UnreadableFileError for lone surrogates and for more than SIZE_LIMIT bytes.
        """
        data = _with_plain_line_ends(_encoded(path, text.removeprefix("\ufeff")))
        if len(data) > SIZE_LIMIT:
            raise UnreadableFileError(path, 1, _TOO_LARGE)
        return cls(path, _without_cookie(data) if _COOKIE.match(data) else data)

    @classmethod
    def read(cls, root: Path, path: str) -> SourceFile:
        """The file that `path`, relative to `root`, names on disk.

        Raises UnreadableFileError also for what cannot be opened, is no regular file, or is larger than SIZE_LIMIT;
        the latter two are not opened.
        """
        try:
            place = root / path
            status = place.stat()
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableFileError(path, 1, "not a regular file, not linted")
            if status.st_size > SIZE_LIMIT:
                raise UnreadableFileError(path, 1, _TOO_LARGE)
            with place.open("rb") as stream:
                raw = stream.read(SIZE_LIMIT + 1)
        except OSError as error:
            raise UnreadableFileError(path, 1, f"cannot be read: {error.strerror or type(error).__name__}") from None
        except ValueError:  # a null byte, or a surrogate that stands for no byte
            raise UnreadableFileError(path, 1, "cannot be read: not a file name") from None
        return cls.from_bytes(path, raw)

    @cached_property
    def line_starts(self) -> bytes:
        """The packed byte offsets of the line starts, see `position`."""
        return position.line_starts(self.data)

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line end; empty for a line that the file does not have."""
        return position.line_bytes(self.data, self.line_starts, line).decode()

    def span(self, at_start: int, at_end: int) -> Span:
        """The span between two byte offsets of `data`."""
        line, column = position.line_and_column(self.data, self.line_starts, at_start)
        end_line, end_column = position.line_and_column(self.data, self.line_starts, at_end)
        return Span(self.path, line, column + 1, end_line, end_column + 1)


def _with_plain_line_ends(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _codec(path: str, data: bytes, cookie: re.Match[bytes]) -> str:
    """The codec that a cookie names, with the short names that Python's tokenizer knows (`utf-8-unix`)."""
    written = cookie[1].decode("ascii")
    plain = written.lower().replace("_", "-")
    if _UTF8.fullmatch(plain):
        return "utf-8"
    if _LATIN1.fullmatch(plain):
        return "iso-8859-1"
    try:
        if (codec := codecs.lookup(written).name) not in _FOR_NAMES:
            return codec
        raise UnreadableFileError(path, 1, f"{codec} is no encoding for source code")
    except LookupError:
        raise UnreadableFileError(path, _line_of(data, cookie.start(1)), f"unknown encoding {written[:40]}") from None


def _decoded(path: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, _line_of(data, error.start), f"not valid {codec} text") from None
    except (LookupError, UnicodeError):
        raise UnreadableFileError(path, 1, f"{codec} is no encoding for source code") from None


def _recoded(path: str, data: bytes, codec: str) -> bytes:
    """The text as UTF-8. A codec by which the cookie itself is no longer readable cannot be that of the file."""
    recoded = _encoded(path, _decoded(path, data, codec))
    if not _COOKIE.match(recoded):
        raise UnreadableFileError(path, 1, f"{codec} is no encoding for source code")
    return recoded


def _encoded(path: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise UnreadableFileError(path, line, "lone surrogates, which no file can hold") from None


def _without_cookie(data: bytes) -> bytes:
    """The text with the colons of its cookies blanked: spaces in place of the codec would leave `-*-` as its name."""
    end = data.find(b"\n", data.find(b"\n") + 1)
    head = data if end < 0 else data[:end]
    lines = head.split(b"\n")
    blanked = [_COOKIE_SIGN.sub(b"coding ", line) if line.lstrip(b" \t\f").startswith(b"#") else line for line in lines]
    return b"\n".join(blanked) + data[len(head) :]


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
