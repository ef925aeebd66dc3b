"""IR as a line of text, so that a test can state a whole tree with the source text of every place."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import summarize, whole_function


def text(data: bytes, at: int) -> str:
    """The source text of a packed place."""
    start, end = ir.unpack(at)
    return data[start:end].decode()


def show(data: bytes, value: object) -> str:
    """`Type<text of the place>` of a node, followed by its fields in brackets."""
    if isinstance(value, ir.Function | ir.Stub):
        return f"{type(value).__name__}<{text(data, value.at)}>[{', '.join(_fields(data, value))}]"
    if isinstance(value, ir.Node):
        fields = [show(data, getattr(value, name)) for name in value.__struct_fields__[1:]]
        return f"{type(value).__name__}<{text(data, value.at)}>[{', '.join(fields)}]"
    if isinstance(value, tuple):
        return f"({', '.join(show(data, item) for item in value)})"
    return repr(value)


def _fields(data: bytes, function: ir.Function | ir.Stub) -> Iterator[str]:
    for name in function.__struct_fields__[1:]:
        value = getattr(function, name)
        yield repr(text(data, value)) if name == "extent" else show(data, value)


def show_module(source: str) -> str:
    """All statements of a module, one a line."""
    data = source.encode()
    return "\n".join(show(data, statement) for statement in summarize(data).body)


def show_expression(source: str) -> str:
    """One expression, lowered as the value of an assignment: a bare constant would be dropped."""
    data = f"_ = {source}".encode()
    (statement,) = summarize(data).body
    assert isinstance(statement, ir.Assign)
    return show(data, statement.value)


def show_body(source: str) -> str:
    """The body of the only function of a module, lowered on demand."""
    data = source.encode()
    summary = summarize(data)
    (function,) = summary.body
    assert isinstance(function, ir.Stub)
    return "\n".join(show(data, statement) for statement in whole_function(data, summary.line_starts, function).body)


def show_function(source: str) -> str:
    """The only function of a module with its signature and body."""
    data = source.encode()
    summary = summarize(data)
    (function,) = summary.body
    assert isinstance(function, ir.Stub)
    return show(data, whole_function(data, summary.line_starts, function))
