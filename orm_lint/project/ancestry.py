"""The order in which Python looks through the ancestors of a class."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, External


def stated_bases(node: ir.Class) -> tuple[ir.Expr, ...]:
    """The base expressions of a class; `with_metaclass(Meta, Base)`, from Python 2's days, stands for `Base`."""
    match node.bases:
        case (ir.Call(func=ir.Name(id="with_metaclass") | ir.Attr(name="with_metaclass"), args=(_, *bases)),):
            return tuple(bases)
    return node.bases


def stated_metaclass(node: ir.Class) -> ir.Expr | None:
    """The metaclass that a class statement names."""
    match node.bases:
        case (ir.Call(func=ir.Name(id="with_metaclass") | ir.Attr(name="with_metaclass"), args=(metaclass, *_)),):
            return metaclass
    return next((keyword.value for keyword in node.keywords if keyword.name == "metaclass"), None)


def identity(symbol: ClassSymbol | External) -> tuple[str, int]:
    """What makes two ancestors the same one."""
    return symbol.key if isinstance(symbol, ClassSymbol) else (symbol.dotted, -1)


def linearised(orders: list[list[ClassSymbol | External]]) -> Iterator[ClassSymbol | External]:
    """The order of C3; where the bases contradict each other, the first head is taken, which Python would refuse."""
    while orders := [order for order in orders if order]:
        later = {identity(found) for order in orders for found in order[1:]}
        heads = [order[0] for order in orders]
        chosen = next((head for head in heads if identity(head) not in later), heads[0])
        yield chosen
        wanted = identity(chosen)
        orders = [[found for found in order if identity(found) != wanted] for order in orders]
