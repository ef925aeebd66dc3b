"""IR for what frameworks run, at places that the project's author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol

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


def stated_by(world: World, owner: ClassSymbol, name: str) -> Stop | None:
    """Where a class of the project itself states a member: the value of an attribute, the name of a method."""
    if owner.module.evidence != "project":
        return None
    for binding in reversed(world.names.members(owner).names.get(name, ())):
        match binding:
            case Assigned(at=at, value=value):
                return Stop(owner.module, at if value is None else value.at, name)
            case ir.Function() | ir.Stub():
                return Stop(owner.module, binding.at, name)
    return None


def stated(world: World, symbol: ClassSymbol, name: str) -> Stop | None:
    """Where a class or an ancestor in the project states a member; None if none does."""
    found = (stated_by(world, owner, name) for owner in world.names.mro(symbol) if isinstance(owner, ClassSymbol))
    return next((stop for stop in found if stop is not None), None)


def nearest_stated(world: World, symbol: ClassSymbol, *names: str) -> Stop:
    """Where the first of some members is stated by the class nearest to it that states any; else the name of the class.

    What a class inherits is told at the ancestor only if the class states none of it. The text is `Class.member`.
    """
    for owner in world.names.mro(symbol):
        if isinstance(owner, ClassSymbol):
            for name in names:
                stop = stated_by(world, owner, name)
                if stop is not None:
                    return Stop(stop.module, stop.at, f"{owner.node.name}.{name}")
    return Stop(symbol.module, symbol.node.at, symbol.node.name)


def owner_of(stop: Stop) -> str:
    """The name of the class that states what stands there."""
    return stop.text.partition(".")[0]


@contextmanager
def caused(frame: Frame, stop: Stop) -> Iterator[None]:
    """What happens inside happens for what is written at a place, whose text is how messages call it."""
    module, cause = frame.module, frame.cause
    frame.module, frame.cause = stop.module, stop
    try:
        yield
    finally:
        frame.module, frame.cause = module, cause


def first_stated(world: World, symbol: ClassSymbol, *names: str) -> Stop:
    """Where the first of some members is stated, else the name of the class."""
    found = (stated(world, symbol, name) for name in names)
    stop = next((stop for stop in found if stop is not None), None)
    return stop if stop is not None else Stop(symbol.module, symbol.node.at, symbol.node.name)
