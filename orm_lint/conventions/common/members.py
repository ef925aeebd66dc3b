"""Members of classes that frameworks read: lists of names with the place of each, methods that may be overridden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from orm_lint.conventions.common.places import first_stated
from orm_lint.interpreter import attributes
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.calls import call_function
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.text import text_of
from orm_lint.interpreter.values import BoundMethod, Const, FunctionValue, Ref, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

ALL = "*"
OF_CLASS = frozenset({"classmethod", "staticmethod"})


class Entry(Struct, frozen=True):
    """One entry of a list: a name, or a value that is none (a callable), and where it stands."""

    name: str
    value: Value
    stop: Stop


def entries_of(
    frame: Frame, state: State, owner: Ref, name: str, getter: str, node: ir.Call, *args: Value
) -> tuple[Entry, ...]:
    """The entries of a list that a class states, or that a method of the project gives.

    What is not known stands last, as one entry without a name: see `is_known`.
    """
    symbol = symbol_of(state, owner)
    if symbol is None:
        return ()
    value = member_value(frame, state, owner, name, getter, node, *args)
    places = places_of(frame.world, symbol, name, getter)
    stop = stop_of(frame, symbol, node, *((getter, name) if is_own(frame, symbol, getter) else (name, getter)))
    found: dict[str, Entry] = {}
    items = [pair for option in options(value) for pair in enumerate(items_of(state, option))]
    for number, item in sorted(items, key=lambda pair: isinstance(pair[1], Unknown)):
        text = item.value if isinstance(item, Const) and isinstance(item.value, str) else ""
        place = places.get(text) or places.get(number) or stop
        found.setdefault(text or f"{number}", Entry(text, item, place))
    return tuple(found.values())


def symbol_of(state: State, owner: Value) -> ClassSymbol | None:
    """The class of an instance."""
    held = state.held(owner)
    return held.symbol if isinstance(held, Instance) else None


def stop_of(frame: Frame, symbol: ClassSymbol, node: ir.Node, *names: str) -> Stop:
    """Where the first of some members is stated, else where what is run stands: the name of a class, a call."""
    found = first_stated(frame.world, symbol, *names)
    return found if found.module.evidence == "project" else frame.stop(node)


def items_of(state: State, value: Value) -> tuple[Value, ...]:
    """What a list or tuple holds, as far as it is known."""
    box = state.held(value)
    if not isinstance(box, Box):
        return (value,) if isinstance(value, Unknown) else ()
    more = options(box.element) if box.element is not None else ()
    return (*box.entries.values(), *more) if box.kind != "dict" else ()


def is_known(entries: tuple[Entry, ...]) -> bool:
    """Whether a list is known to its end."""
    return not any(isinstance(entry.value, Unknown) for entry in entries)


def places_of(world: World, symbol: ClassSymbol, name: str, getter: str = "") -> dict[str | int, Stop]:
    """Where the entries stand in a list that a class writes out, by text (through `+`, `*` and code) and by number."""
    method = own_method(world, symbol, getter)
    if method is not None:
        return _texts(method.module, world.whole(method).body)
    found = world.names.class_member(symbol, name)
    if not isinstance(found, ValueSymbol) or found.binding.value is None or found.module.evidence != "project":
        return {}
    value = found.binding.value
    items = value.items if isinstance(value, ir.Seq) and not any(isinstance(i, ir.Star) for i in value.items) else ()
    places: dict[str | int, Stop] = {}
    for number, item in enumerate(items):
        places[number] = Stop(found.module, item.at, text_of(item))
    return places | _texts(found.module, value)


def _texts(module: Module, node: ir.Node | ir.Body) -> dict[str | int, Stop]:
    constants = [found for found in walk(node) if isinstance(found, ir.Const)]
    return {c.value: Stop(module, c.at, c.value) for c in constants if isinstance(c.value, str)}


def texts_of(state: State, value: Value) -> tuple[str, ...]:
    """The texts in a list or tuple, as far as they are known."""
    found = [item.value for option in options(value) for item in items_of(state, option) if isinstance(item, Const)]
    return tuple(dict.fromkeys(text for text in found if isinstance(text, str)))


def member_value(frame: Frame, state: State, owner: Ref, name: str, getter: str, node: ir.Call, *args: Value) -> Value:
    """What a member is: what its getter gives where the project defines one, else the attribute."""
    symbol = symbol_of(state, owner)
    if symbol is not None and is_own(frame, symbol, getter):
        return call_own(frame, state, owner, getter, node, *args)
    return attributes.read(frame, state, owner, name, ir.Name(node.at, name))


def call_own(frame: Frame, state: State, owner: Value, name: str, node: ir.Call, *args: Value) -> Value:
    """What a method gives that the project may have overridden; unknown where only the framework has it."""
    value = attributes.read(frame, state, owner, name, ir.Attr(node.at, ir.Name(node.at, "self"), name))
    if isinstance(value, FunctionValue | BoundMethod):
        return call_value(frame, state, value, Given(args), ir.Call(node.at, ir.Name(node.at, name), (), ()))
    return Unknown("method that is not known")


def own_method(world: World, symbol: ClassSymbol, name: str) -> FunctionSymbol | None:
    """A method that the project defines."""
    found = world.names.class_member(symbol, name)
    return found if isinstance(found, FunctionSymbol) and found.module.evidence == "project" else None


def is_own(frame: Frame, symbol: ClassSymbol, name: str) -> bool:
    """Whether the project defines a method."""
    return own_method(frame.world, symbol, name) is not None


def runs_own_init(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, args: Given, node: ir.Node) -> bool:
    """Runs the `__init__` that the project defines; false if it defines none."""
    init = own_method(frame.world, symbol, "__init__")
    if init is not None:
        call_function(frame, state, FunctionValue(init, ref), args, node)
    return init is not None


def mentioned(world: World, symbol: ClassSymbol, aside: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names of all attributes that the code of the project in a class and its ancestors mentions.

    `aside` are methods that are not asked, unless others mention them.
    """
    key = ("mentioned", symbol.key, aside)
    known = world.class_values.get(key)
    if isinstance(known, frozenset):
        return known
    by_method: defaultdict[str, set[str]] = defaultdict(set)
    for owner in world.names.mro(symbol):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project":
            for name, names in _mentioned_by(world, owner):
                by_method[name] |= names
    found: set[str] = set()
    waiting = [name for name in by_method if name not in aside]
    for name in waiting:  # grows on the way
        fresh = by_method[name] - found
        found |= fresh
        waiting.extend(name for name in fresh if name in aside and name in by_method)
    result = world.class_values[key] = frozenset(found)
    return result


def _mentioned_by(world: World, owner: ClassSymbol) -> tuple[tuple[str, frozenset[str]], ...]:
    key = ("mentioned by", owner.key)
    known = world.class_values.get(key)
    if isinstance(known, tuple):
        return known
    methods = [node for node in owner.node.body if isinstance(node, ir.Function | ir.Stub)]
    wholes = [world.whole(FunctionSymbol(owner.module, node, owner)) for node in methods]
    result = tuple((whole.name, frozenset(_names_in(whole))) for whole in wholes)
    world.class_values[key] = result
    return result


def _names_in(whole: ir.Function) -> Iterator[str]:
    """The attributes that a method names; all of them where it hands its object on."""
    is_of_class = any(isinstance(node, ir.Name) and node.id in OF_CLASS for node in whole.decorators)
    first = whole.params[0].name if whole.params and not is_of_class else ""
    alone = 0
    for node in walk(whole.body):
        match node:
            case ir.Attr(name=name, value=value):
                yield name
                alone -= isinstance(value, ir.Name) and value.id == first
            case ir.Name(id=name):
                alone += name == first
            case ir.Call(
                func=ir.Name(id="getattr" | "hasattr"), args=(ir.Name(id=owner), ir.Const(value=str(name)), *_)
            ):
                yield name
                alone -= owner == first
    if alone > 0:
        yield ALL
