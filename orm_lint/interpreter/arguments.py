"""Arguments of queryset methods, from abstract values to what the method table understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Generator, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    Const,
    ExternalValue,
    Lookup,
    Loop,
    Nest,
    Plain,
    Ref,
    RelatedManager,
    Union,
    Unknown,
    Value,
    longest,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.arguments import UNKNOWN, Argument, Arguments

if TYPE_CHECKING:
    from orm_lint.interpreter.querysets import Given


def given(frame: Frame, state: State, args: Given) -> Arguments:
    """The arguments of a queryset method."""
    return Arguments(
        tuple(_argument(state, value) for value in args.args),
        tuple((name, _argument(state, value)) for name, value in args.keywords),
        args.is_complete,
    )


def _argument(state: State, value: Value) -> Argument:
    match value:
        case Const(value=constant):
            return constant
        case Lookup(argument=argument):
            return argument
        case ExternalValue(dotted=dotted) if ".FETCH_" in dotted:
            return dotted
        case Ref(id=number):
            found = state.heap.get(number)
            if isinstance(found, Box) and found.element is None and found.kind in ("list", "tuple", "set"):
                return tuple(_argument(state, item) for item in found.entries.values())
    return UNKNOWN


def mentioned_nest(frame: Frame, state: State, node: ir.Node) -> frozenset[Loop]:
    """The loops that the variables named in a call vary with, whatever became of their values."""
    if type(node) is not ir.Call:
        return frozenset()
    names = frame.world.named(node)
    held = (state.env.get(name) for name in names)
    varying = frozenset(loop for value in held if value is not None for loop in argument_nest(state, value))
    return varying.union(*(frame.bound.get(name, ()) for name in names))


def argument_nest(state: State, value: Value, seen: frozenset[int] = frozenset()) -> Nest:
    """The loops that a value varies with."""
    match value:
        case Plain(nest=nest) | Unknown(nest=nest):
            return nest
        case Union(options=found):
            return longest(*(argument_nest(state, option, seen) for option in found))
        case RelatedManager(row=row):
            return argument_nest(state, Ref(row))
        case Ref(id=number):
            found_here = None if number in seen else state.heap.get(number)
            match found_here:
                case Row(nest=nest) | Instance(nest=nest) | Generator(nest=nest):
                    return nest
                case QuerySet():
                    return longest(found_here.nest, tuple(found_here.deps))
                case Box():
                    inner = [item for item in (found_here.element, *found_here.entries.values()) if item is not None]
                    kept = [argument_nest(state, item, seen | {number}) for item in inner[:8]]
                    return longest(found_here.nest, *kept)
    return ()
