"""The elements of a list that a program writes in pieces: displays, sums, unpackings and names of other lists."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument
from orm_lint.project.names import Names
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ValueSymbol

MAX_DEPTH = 12


def items(names: Names, argument: Argument | None, depth: int = 0) -> Iterator[Argument]:
    """The element expressions of a list or tuple, each with where it stands; nothing where it is no such thing."""
    if argument is None or depth > MAX_DEPTH:
        return
    match argument.expr:
        case ir.Seq(items=elements):
            for element in elements:
                inner = Argument(element, argument.module, argument.scope)
                if isinstance(element, ir.Star):
                    yield from items(names, Argument(element.value, argument.module, argument.scope), depth + 1)
                else:
                    yield inner
        case ir.Op(op="+", operands=operands):
            for operand in operands:
                yield from items(names, Argument(operand, argument.module, argument.scope), depth + 1)
        case ir.Call(func=ir.Name(id="list" | "tuple" | "set" | "sorted"), args=(inner_expr,)):
            yield from items(names, Argument(inner_expr, argument.module, argument.scope), depth + 1)
        case ir.Name() | ir.Attr():
            match names.resolve(argument.module, argument.expr, argument.scope):
                case ValueSymbol(module, Assigned(value=value), owner) if value is not None:
                    yield from items(names, Argument(value, module, (owner,) if owner else ()), depth + 1)


def are_calls(names: Names, argument: Argument | None, depth: int = 0) -> bool:
    """Whether `items` gives all elements of a list and each is a call; true of a list that is not stated."""
    if argument is None:
        return True
    if depth > MAX_DEPTH:
        return False
    match argument.expr:
        case ir.Call(func=ir.Name(id="list" | "tuple" | "set" | "sorted"), args=(inner,)):
            parts = [inner]
        case ir.Seq(items=elements):
            parts = [element.value for element in elements if isinstance(element, ir.Star)]
            if not all(isinstance(element, ir.Call | ir.Star) for element in elements):
                return False
        case ir.Op(op="+", operands=operands):
            parts = list(operands)
        case ir.Name() | ir.Attr():
            match names.resolve(argument.module, argument.expr, argument.scope):
                case ValueSymbol(module, Assigned(value=value, index=None), owner) if value is not None:
                    return are_calls(names, Argument(value, module, (owner,) if owner else ()), depth + 1)
            return False
        case _:
            return False
    return all(are_calls(names, Argument(part, argument.module, argument.scope), depth + 1) for part in parts)
