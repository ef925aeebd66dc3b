"""Suppression comments: which findings their author does not want to see, and on which lines.

`# noqa` means what it means to flake8 7 (`defaults.py`, `violation.py`): one space after the hash, any case; codes are
case-sensitive prefixes; what does not look like a code makes it a blanket one; the comment counts for its physical
line, and for all lines that a multi-line string or a backslash joins to it. Our own `# orm-lint: ignore[...]` takes
whole codes or rule names, and counts for the next code line where it stands on a line of its own.
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from orm_lint.finding import Span
from orm_lint.source import position

if TYPE_CHECKING:
    from orm_lint.source.file import SourceFile

Kind = Literal["noqa", "flake8", "ignore", "ignore-file"]

WHOLE_FILE = range(1, sys.maxsize)
NO_LINE = range(0)

_LONGEST_COMMENT = 2000  # in code points; the rest is not read, which bounds the time that a hostile comment costs
_NOQA = r"# noqa(?::[ \t\f]?(?P<codes>(?:[A-Z]+[0-9]+[, \t\f]*)+))?"
_NOQA_COMMENT = re.compile(_NOQA, re.IGNORECASE)
_NOQA_BYTES = re.compile(_NOQA.encode(), re.IGNORECASE)
_FLAKE8_FILE = re.compile(r"# flake8[:=]\s*noqa", re.IGNORECASE)
_FLAKE8_BYTES = re.compile(rb"# flake8[:=]", re.IGNORECASE)
_IGNORE = re.compile(
    r"#\s*orm-lint:\s*(?P<kind>ignore-file|ignore)(?:\[(?P<codes>[^\]]*)\]|(?![\[\w-]))"
    r"(?P<reason>.*?)(?=\s+#\s*[a-z]|\s*$)"
)
_CODE = re.compile(r"[^,\s]+")
_LAYOUT = (tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


class Suppression(Struct, frozen=True):
    """One suppression comment.

    `codes` are as written, each with its own span in `code_spans`; none means all findings. `lines` are the 1-based
    lines it applies to: NO_LINE where it can hide nothing (an `ignore-file` behind code, an `ignore` with no code
    below). `span` is the comment from its hash to the end of its reason.
    """

    kind: Kind
    codes: tuple[str, ...]
    span: Span
    lines: range
    reason: str = ""
    code_spans: tuple[Span, ...] = ()


class _Comment(Struct, frozen=True):
    """A comment from its hash on. `lines` are those it stands on; `target` those it stands for."""

    line: int
    column: int
    text: str
    stands_alone: bool
    lines: range
    target: range


def find_suppressions(source: SourceFile) -> tuple[Suppression, ...]:
    """The suppression comments of a file that can concern our findings, in the order of the text.

    A `# noqa` whose codes are all those of other tools is left out. Only text that holds a candidate is tokenized.
    """
    if not _may_suppress(source.data):
        return ()
    try:
        comments = list(_comments(source.data.decode()))
    except (tokenize.TokenError, SyntaxError, ValueError):
        comments = list(_apparent_comments(source))
    found = [suppression for comment in comments for suppression in _suppressions(source.path, comment)]
    return tuple(sorted(found, key=lambda suppression: suppression.span))


def matches(suppression: Suppression, code: str, name: str, line: int) -> bool:
    """Whether a suppression hides the finding with a code and a rule name that is reported on a 1-based line."""
    if line not in suppression.lines:
        return False
    return not suppression.codes or any(covers(suppression.kind, written, code, name) for written in suppression.codes)


def covers(kind: Kind, written: str, code: str, name: str) -> bool:
    """Whether one code, as written in a comment of a kind, stands for a rule's code or name."""
    return code.startswith(written) if kind == "noqa" else written in (code, name)


def _may_suppress(data: bytes) -> bool:
    """Whether the bytes hold what could be one of our comments, in a string perhaps."""
    if b"orm-lint:" in data:
        return True
    if b"noqa" not in data.lower():
        return False
    if _FLAKE8_BYTES.search(data):
        return True
    codes = (match["codes"] for match in _NOQA_BYTES.finditer(data))
    return any(found is None or _concern_us(found.decode()) for found in codes)


def _concern_us(codes: str) -> bool:
    """Whether one of the codes could be meant for us: ORM501, a prefix such as O5, or orm501, which hides nothing."""
    return any(match[0][:3].upper().rstrip("0123456789") in ("O", "OR", "ORM") for match in _CODE.finditer(codes))


def _comments(text: str) -> Iterator[_Comment]:
    """All comments by Python's own tokenizer, with the lines they stand on and for."""
    alone: list[tokenize.TokenInfo] = []
    piece: list[tokenize.TokenInfo] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in _LAYOUT:
            continue
        piece.append(token)
        if token.type not in (tokenize.NL, tokenize.NEWLINE):
            continue
        comments = [part for part in piece if part.type == tokenize.COMMENT]
        if len(piece) == len(comments) + 1:
            alone += comments
        else:
            lines = range(piece[0].start[0], max(part.end[0] for part in piece[:-1]) + 1)
            yield from (_comment(part, stands_alone=False, lines=lines, target=lines) for part in comments)
            yield from (_lone(part, lines) for part in alone)
            alone.clear()
        piece.clear()
    yield from (_lone(part, NO_LINE) for part in alone)


def _lone(token: tokenize.TokenInfo, target: range) -> _Comment:
    line = token.start[0]
    return _comment(token, stands_alone=True, lines=range(line, line + 1), target=target)


def _comment(token: tokenize.TokenInfo, *, stands_alone: bool, lines: range, target: range) -> _Comment:
    line, column = token.start
    return _Comment(line, column, token.string[:_LONGEST_COMMENT], stands_alone, lines, target)


def _apparent_comments(source: SourceFile) -> Iterator[_Comment]:
    """What looks like comments, in text that Python cannot tokenize: from the first hash of each line on."""
    below = NO_LINE
    for line in range(position.line_count(source.line_starts), 0, -1):
        code, sign, comment = source.line_text(line).partition("#")
        lines = range(line, line + 1)
        if code.strip():
            below = lines
        if sign:
            text = (sign + comment)[:_LONGEST_COMMENT]
            yield _Comment(line, len(code), text, not code.strip(), lines, below)


def _suppressions(path: str, comment: _Comment) -> Iterator[Suppression]:
    for match in _NOQA_COMMENT.finditer(comment.text):
        if match["codes"] is None or _concern_us(match["codes"]):
            yield _suppression(path, comment, match, "noqa", comment.lines)
    if comment.stands_alone and (whole := _FLAKE8_FILE.match(comment.text)):
        yield _suppression(path, comment, whole, "flake8", WHOLE_FILE)
    for match in _IGNORE.finditer(comment.text):
        if match["codes"] is not None and not _CODE.search(match["codes"]):
            continue  # `ignore[]` names nothing, and must not hide everything
        if match["kind"] == "ignore":
            yield _suppression(path, comment, match, "ignore", comment.target)
        else:
            lines = WHOLE_FILE if comment.stands_alone else NO_LINE
            yield _suppression(path, comment, match, "ignore-file", lines)


def _suppression(path: str, comment: _Comment, match: re.Match[str], kind: Kind, lines: range) -> Suppression:
    def span(start: int, end: int) -> Span:
        first = comment.column + 1
        return Span(path, comment.line, first + start, comment.line, first + end)

    parts = match.groupdict()
    codes = list(_CODE.finditer(comment.text, *match.span("codes"))) if parts.get("codes") else []
    end = match.start() + len(match[0].rstrip(", \t\f"))
    return Suppression(
        kind=kind,
        codes=tuple(code[0] for code in codes),
        span=span(match.start(), end),
        lines=lines,
        reason=(parts.get("reason") or "").strip(),
        code_spans=tuple(span(*code.span()) for code in codes),
    )
