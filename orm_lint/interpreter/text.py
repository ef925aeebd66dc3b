"""Expressions as a person would quote them, shortened."""

from __future__ import annotations

from orm_lint.ir import nodes as ir

MAX_LENGTH = 60


def text_of(node: ir.Node) -> str:
    """The source of an expression, with the arguments of calls left out where they are long."""
    written = _written(node, 0)
    return written if len(written) <= MAX_LENGTH else f"{written[: MAX_LENGTH - 1]}…"


def _written(node: ir.Node, depth: int) -> str:
    if depth > 12:
        return "…"
    match node:
        case ir.Name(id=name):
            return name
        case ir.Attr(value=value, name=name):
            return f"{_written(value, depth + 1)}.{name}"
        case ir.Call(func=func, args=args, keywords=keywords):
            return f"{_written(func, depth + 1)}({'…' if args or keywords else ''})"
        case ir.Const(value=str() as text):
            return f'"{text}"' if len(text) < 20 else '"…"'
        case ir.Const(value=value):
            return repr(value)
        case ir.Index(value=value, index=index):
            return f"{_written(value, depth + 1)}[{_written(index, depth + 1)}]"
        case ir.Await(value=value):
            return f"await {_written(value, depth + 1)}"
        case ir.Located(value=value) | ir.Bind(value=value):
            return _written(value, depth + 1)
        case ir.Slice():
            return ":"
    return "…"
