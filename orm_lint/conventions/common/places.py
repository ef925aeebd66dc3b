"""Where the project's author wrote what a framework does: members of classes, and what is done on their behalf."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol


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


def first_stated(world: World, symbol: ClassSymbol, *names: str) -> Stop:
    """Where the first of some members is stated, else the name of the class."""
    found = (stated(world, symbol, name) for name in names)
    stop = next((stop for stop in found if stop is not None), None)
    return stop if stop is not None else Stop(symbol.module, symbol.node.at, symbol.node.name)


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


def asked_at(world: World, symbol: ClassSymbol, name: str, *others: str) -> Stop:
    """Where a class states a member that a framework asks for; else where it states what is asked of."""
    if stated(world, symbol, name) is not None:
        return nearest_stated(world, symbol, name)
    return replace(nearest_stated(world, symbol, *others), text=f"{symbol.node.name}.{name}")


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


@contextmanager
def placed(frame: Frame, stop: Stop) -> Iterator[ir.Name]:
    """What is done inside happens for what the project's author wrote at a place; gives a node that stands there."""
    with caused(frame, stop):
        yield ir.Name(stop.at, stop.text.rpartition(".")[2])


@contextmanager
def called_at(frame: Frame, node: ir.Node) -> Iterator[None]:
    """What is done inside counts as done by the call that `node` is."""
    calls, frame.calls = frame.calls, (*frame.calls, frame.stop(node))
    try:
        yield
    finally:
        frame.calls = calls
