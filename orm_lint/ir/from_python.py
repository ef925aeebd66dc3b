"""Python source to IR: the header of a file, and the body of one function when somebody asks for it."""

from __future__ import annotations

import ast
import warnings
from array import array
from itertools import accumulate

import msgspec

from orm_lint.ir import nodes as ir
from orm_lint.ir.lower_expr import Lines
from orm_lint.ir.lower_stmt import body, function
from orm_lint.source.position import line_at


class LoweringError(Exception):
    """The text is not Python that the running interpreter can parse; `line` is 1-based."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


class TooDeepError(LoweringError):
    """The text may be Python, but nests deeper than the parser of the running interpreter goes."""

    def __init__(self) -> None:
        super().__init__(1, "nested too deeply to be parsed")


class Summary(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What every run needs of a file: its statements without function bodies, and where its lines start.

    `line_starts` holds 32-bit native-endian byte offsets; `is_ascii` says that byte columns are code point columns.
    """

    body: ir.Body
    line_starts: bytes
    is_ascii: bool

    def line_of(self, at: int) -> int:
        """The 1-based line on which a packed place starts."""
        return line_at(self.line_starts, at >> ir.LENGTH_BITS)


def summarize(data: bytes) -> Summary:
    """The header of a file. `data` is UTF-8 without BOM, with `\\n` line ends, and without a foreign encoding cookie.

    Raises LoweringError for text that does not parse.
    """
    starts = _starts(data, 0)
    lines = Lines([0, *starts], data, data)
    try:
        lowered = body(lines, parse(data).body, whole=False)
    except RecursionError:
        raise LoweringError(1, "nested too deeply to be read") from None
    if data and not data.endswith(b"\n"):
        starts.pop()
    return Summary(lowered, array("I", starts).tobytes(), data.isascii())


def whole_function(data: bytes, line_starts: bytes, found: ir.Stub) -> ir.Function:
    """One function of a file, lowered from its own lines, so that the rest need not be parsed again.

    Raises LoweringError if `data` is no longer the text that the stub was read from.
    """
    start, end = ir.unpack(found.extent)
    first = line_at(line_starts, start)
    offset = memoryview(line_starts).cast("I")[first - 1]
    # The lines keep their indentation, so the columns stay right; `if 1:` makes an indented definition a valid file.
    text = data[offset:end]
    is_indented = text.lstrip(b"\f")[:1] in (b" ", b"\t")
    try:
        tree = parse((b"if 1:\n" if is_indented else b"\n") + text).body
    except LoweringError:
        tree = []
    match tree[0].body if tree and isinstance(tree[0], ast.If) else tree:
        case [(ast.FunctionDef() | ast.AsyncFunctionDef()) as node] if node.name == found.name:
            lines = Lines([0, 0, *_starts(text, offset)], data, text)
            try:
                return function(lines, node)
            except RecursionError:
                raise LoweringError(first, "nested too deeply to be read") from None
    raise LoweringError(first, f"the text of {found.name} changed while it was read")


def _starts(text: bytes, offset: int) -> list[int]:
    """Where the lines of `text` start, and where it ends, if `text` itself starts at `offset`."""
    return [*accumulate(map(len, text.splitlines(keepends=True)), initial=offset)]


def parse(data: bytes) -> ast.Module:
    """The tree of a text. Raises LoweringError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except SyntaxError as error:
        raise LoweringError(error.lineno or 1, error.msg or "invalid syntax") from None
    except (RecursionError, MemoryError):
        raise TooDeepError from None
    except ValueError as error:  # null bytes, integers with too many digits
        raise LoweringError(1, str(error)) from None
