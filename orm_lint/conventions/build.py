"""IR for what frameworks run, at places that the project's author wrote."""

from __future__ import annotations

from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

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


def stated(world: World, symbol: ClassSymbol, name: str) -> Stop | None:
    """Where the project states a member: the value of an attribute, the name of a method; None if it does not."""
    match world.names.class_member(symbol, name):
        case ValueSymbol(module=module, binding=Assigned(at=at, value=value)) if module.evidence == "project":
            return Stop(module, at if value is None else value.at, name)
        case FunctionSymbol(module=module, node=node) if module.evidence == "project":
            return Stop(module, node.at, name)
        case ClassSymbol():
            return _binding(world, symbol, name)
    return None


def _binding(world: World, symbol: ClassSymbol, name: str) -> Stop | None:
    """The assignment `name = Class`: a name that means a class is followed to it, so the ancestors are asked."""
    for owner in world.names.mro(symbol):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project":
            for binding in reversed(world.names.members(owner).names.get(name, ())):
                if isinstance(binding, Assigned):
                    return Stop(owner.module, binding.at if binding.value is None else binding.value.at, name)
    return None


def first_stated(world: World, symbol: ClassSymbol, *names: str) -> Stop:
    """Where the first of some members is stated, else the name of the class."""
    found = (stated(world, symbol, name) for name in names)
    stop = next((stop for stop in found if stop is not None), None)
    return stop if stop is not None else Stop(symbol.module, symbol.node.at, symbol.node.name)
