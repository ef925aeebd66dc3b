"""A file with a statement too deep for Python's own parser: the other statements are worth reading."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

from orm_lint.ir.from_python import LoweringError, TooDeepError, parse

LONGEST_LINE = 100_000  # bytes; the tokenizer of Python 3.12 takes time by the square of a line
_CONTINUES = frozenset({"elif", "else", "except", "finally"})
_LAYOUT = frozenset({tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT})
_NOT_LINE_END = re.compile(rb"[^\n]")


def shallow_part(data: bytes) -> tuple[bytes, tuple[int, ...]]:
    """The text with the statements of the top level that nest too deeply blanked, and the 1-based lines of these.

    Every other byte stays where it is. Raises TooDeepError where the statements cannot be told apart.
    """
    lines = data.splitlines(keepends=True)
    if max(map(len, lines), default=0) > LONGEST_LINE:
        raise TooDeepError
    starts = _starts(data.decode())
    kept = lines[: starts[0] - 1] if starts else lines
    deep: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        text = b"".join(lines[start - 1 : end - 1])
        if _is_deep(text):
            deep.append(start)
            text = _NOT_LINE_END.sub(b" ", text)
        kept.append(text)
    return b"".join(kept), tuple(deep)


def _starts(text: str) -> list[int]:
    """The lines on which the statements of the top level start; several on one line are one."""
    try:
        return list(dict.fromkeys(_found(text)))
    except (tokenize.TokenError, SyntaxError):
        raise TooDeepError from None


def _found(text: str) -> Iterator[int]:
    depth = 0
    is_start, is_decorated = True, False
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        depth += (token.type == tokenize.INDENT) - (token.type == tokenize.DEDENT)
        if is_start and not depth and token.type not in _LAYOUT and token.type != tokenize.ENDMARKER:
            if token.string not in _CONTINUES and not is_decorated:
                yield token.start[0]
            is_decorated = token.string == "@"
        if token.type not in _LAYOUT:
            is_start = False
        elif token.type == tokenize.NEWLINE:
            is_start = True


def _is_deep(text: bytes) -> bool:
    try:
        parse(text)
    except LoweringError as error:
        return isinstance(error, TooDeepError)
    return False
