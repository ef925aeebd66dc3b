"""IR for what frameworks run."""

from __future__ import annotations

from orm_lint.ir import nodes as ir

SELF = "self"


def attribute(at: int, start: str, *names: str) -> ir.Expr:
    """`start.name.name`."""
    value: ir.Expr = ir.Name(at, start)
    for name in names:
        value = ir.Attr(at, value, name)
    return value


def method(at: int, name: str, *args: ir.Expr) -> ir.Do:
    """`self.name(…)`."""
    return ir.Do(at, ir.Call(at, attribute(at, SELF, name), args, ()))


def put(at: int, name: str, value: ir.Expr) -> ir.Assign:
    """`self.name = value`."""
    return ir.Assign(at, (attribute(at, SELF, name),), value, None)
