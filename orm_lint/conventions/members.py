"""Members of classes that frameworks read: lists of names with the place of each, methods that may be overridden."""

from __future__ import annotations

from msgspec import Struct

from orm_lint.conventions.build import first_stated
from orm_lint.interpreter import attributes
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import BoundMethod, Const, FunctionValue, Ref, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol


class Entry(Struct, frozen=True):
    """One entry of a list: a name, or a value that is none (a callable), and where it stands."""

    name: str
    value: Value | None
    stop: Stop


def entries_of(
    frame: Frame, state: State, owner: Ref, name: str, getter: str, node: ir.Call, *args: Value
) -> tuple[Entry, ...]:
    """The entries of a list that a class states, or that a method of the project gives."""
    held = state.heap[owner.id]
    assert isinstance(held, Instance)
    value = call_own(frame, state, owner, getter, node, *args)
    if isinstance(value, Unknown):
        value = attributes.read(frame, state, owner, name, ir.Name(node.at, name))
    stop = first_stated(frame.world, held.symbol, name, getter)
    places = places_of(frame.world, held.symbol, name)
    found: dict[str, Entry] = {}
    for option in options(value):
        box = state.heap.get(option.id) if isinstance(option, Ref) else None
        for number, item in enumerate(box.entries.values() if isinstance(box, Box) else ()):
            text = item.value if isinstance(item, Const) and isinstance(item.value, str) else ""
            found.setdefault(text or str(number), Entry(text, item, places.get(text, stop)))
    return tuple(found.values())


def places_of(world: World, symbol: ClassSymbol, name: str) -> dict[str, Stop]:
    """Where the texts stand in a list that a class writes out, through `+` and `*` as well."""
    found = world.names.class_member(symbol, name)
    if not isinstance(found, ValueSymbol) or found.binding.value is None or found.module.evidence != "project":
        return {}
    constants = [node for node in walk(found.binding.value) if isinstance(node, ir.Const)]
    return {c.value: Stop(found.module, c.at, c.value) for c in constants if isinstance(c.value, str)}


def texts_of(state: State, value: Value) -> tuple[str, ...]:
    """The texts in a list or tuple, as far as they are known."""
    found: list[str] = []
    for option in options(value):
        box = state.heap.get(option.id) if isinstance(option, Ref) else None
        items = box.entries.values() if isinstance(box, Box) and box.kind != "dict" else ()
        found += [item.value for item in items if isinstance(item, Const) and isinstance(item.value, str)]
    return tuple(dict.fromkeys(found))


def call_own(frame: Frame, state: State, owner: Value, name: str, node: ir.Call, *args: Value) -> Value:
    """What a method gives that the project may have overridden; unknown where only the framework has it."""
    value = attributes.read(frame, state, owner, name, ir.Attr(node.at, ir.Name(node.at, "self"), name))
    if isinstance(value, FunctionValue | BoundMethod):
        return call_value(frame, state, value, Given(args), ir.Call(node.at, ir.Name(node.at, name), (), ()))
    return Unknown("method that is not known")


def is_own(frame: Frame, symbol: ClassSymbol, name: str) -> bool:
    """Whether the project defines a method."""
    found = frame.world.names.class_member(symbol, name)
    return isinstance(found, FunctionSymbol) and found.module.evidence == "project"
