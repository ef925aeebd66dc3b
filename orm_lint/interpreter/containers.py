"""Lists, tuples, sets and dicts: their items, and what their methods do."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.arguments import argument_nest
from orm_lint.interpreter.attributes import call_member
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import join_values, source_of
from orm_lint.interpreter.objects import Box, Generator, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State, larger
from orm_lint.interpreter.unknown import escape
from orm_lint.interpreter.values import (
    HERE,
    NONE,
    Const,
    ExternalValue,
    Loop,
    Nest,
    Plain,
    Ref,
    RelatedManager,
    Size,
    Unknown,
    Value,
    longest,
    options,
)
from orm_lint.ir import nodes as ir

MAX_ENTRIES = 16
ADDING = frozenset({"append", "add", "appendleft", "insert"})

TAKEN = "key that was taken away"
KEEPING = frozenset("read readlines splitlines split strip decode get getlist items keys values lists".split())
"""Methods of texts, files and what a browser sends: what they give has as many parts."""


def item(
    frame: Frame, state: State, base: Value, at: Value | None, bounds: tuple[Value, Value, Value] | None, node: ir.Node
) -> Value:
    """`base[at]` or `base[lower:upper:step]`."""
    results: list[Value] = []
    for option in options(base):
        if option == NONE:
            continue
        results.append(_item(frame, state, option, at, bounds, node))
    return join_values(frame, state, *results) or Unknown("item of None")


def _item(
    frame: Frame, state: State, base: Value, at: Value | None, bounds: tuple[Value, Value, Value] | None, node: ir.Node
) -> Value:
    match base:
        case Ref(id=number):
            match state.heap.get(number):
                case QuerySet():
                    return querysets.index(frame, state, base, at, bounds, node)
                case Box() as box:
                    return _of_box(frame, state, base, box, at, bounds, node)
                case Generator():
                    raise Dead
            value = call_member(frame, state, base, "__getitem__", node, at if at is not None else Plain(frame.exec))
            return value if value is not None else Unknown("item of an object", frame.exec)
        case RelatedManager():
            raise Dead
        case ExternalValue(dotted=dotted) if dotted.startswith("django.core.cache."):
            return base
        case Plain(nest=nest, size=size):
            return Plain(longest(nest, argument_nest(state, at) if at is not None else ()), size)
        case Const():
            return Plain()
        case Unknown(nest=nest):
            return Unknown(base.cause, longest(nest, argument_nest(state, at) if at is not None else ()))
    return Unknown("item of a value that is not known", frame.exec)


def _of_box(
    frame: Frame, state: State, ref: Ref, box: Box, at: Value | None, bounds: tuple[Value, Value, Value] | None,
    node: ir.Node,
) -> Value:  # fmt: skip
    if bounds is not None:
        return _sliced(frame, state, box, bounds, node)
    if type(at) is Const and at.value in box.entries and not isinstance(at.value, float):
        return box.entries[at.value]
    if type(at) is Const and isinstance(at.value, int) and at.value < 0 and box.element is None:
        held = list(box.entries.values())
        if -at.value <= len(held):
            return held[at.value]
    if box.kind == "dict" and type(at) is Const and is_complete(box) and box.entries:
        raise Dead  # KeyError
    if box.default is not None:
        put(frame, state, ref, box.default, at)
    element = join_values(frame, state, *_may_be(box, at), box.default)
    if element is None:
        return Unknown("item of an empty container", frame.exec)
    if box.kind == "dict" and type(element) is Ref and isinstance(state.heap.get(element.id), Box):
        return element  # what is put into one of the containers inside must be found in it again
    return one_of(frame, state, element, box, node, at)


def _may_be(box: Box, at: Value | None) -> tuple[Value | None, ...]:
    """What an item may be: what stands under other constant keys of a dict does not."""
    if box.kind == "dict" and type(at) is Const:
        return (box.element,)
    return (box.element, *box.entries.values())


def is_complete(box: Box) -> bool:
    """Whether all that a container holds is known, each under its key."""
    return box.element is None and box.keys is None and box.default is None and box.size is None


def has(state: State, container: Value, value: Value) -> bool | None:
    """Whether a constant is in a container of constants (the keys of a dict); None if that is not known."""
    box = state.heap.get(container.id) if type(container) is Ref else None
    if not isinstance(box, Box) or not is_complete(box) or type(value) is not Const or box.kind == "iterator":
        return None
    if box.kind == "dict":
        return value.value in box.entries
    if any(type(held) is not Const for held in box.entries.values()):
        return None
    is_held = value in box.entries.values()
    return is_held if box.kind == "tuple" or not is_held else None  # a list may have got it on one of two ways


def one_of(frame: Frame, state: State, element: Value, box: Box, node: ir.Node, at: Value | None = None) -> Value:
    """One element that was picked out of many: it varies only with the loops around the place that picks it."""
    from orm_lint.interpreter.focus import Focus

    varies = argument_nest(state, at) if at is not None else ()
    nest = tuple(loop for loop in frame.exec if loop in varies or loop in box.nest or loop == HERE)
    nest = longest(nest, tuple(loop for loop in varies if loop not in nest))
    focus = Focus(
        frame, state, box.nest, tuple(loop for loop in nest if loop not in box.nest), ("one", node.at, str(frame.exec))
    )
    return focus.value(element)


def _sliced(frame: Frame, state: State, box: Box, bounds: tuple[Value, Value, Value], node: ir.Node) -> Value:
    lower, upper, _ = bounds
    size: Size | None = box.size
    if type(upper) is Const and isinstance(upper.value, int):
        start = lower.value if type(lower) is Const and isinstance(lower.value, int) else 0
        if 0 <= upper.value - start < querysets.SMALL:
            size = "bounded" if size is not None else None
    element = join_values(frame, state, box.element, *box.entries.values())
    held = Box(box.kind, box.nest, element, box.keys, {}, size or "bounded")
    return frame.make(state, ("part", node.at, box.kind), held)


def put(frame: Frame, state: State, ref: Ref, value: Value, at: Value | None = None) -> None:
    """Puts a value into a container; in a loop the container holds many of that loop."""
    box = state.heap.get(ref.id)
    if not isinstance(box, Box):
        return
    inner = tuple(loop for loop in frame.exec if loop not in box.nest)
    if box.kind == "dict" and all(loop.is_outer for loop in inner):
        inner = ()  # a dict that a caller hands over: under a constant key it holds what is put there last
    if (
        type(at) is Const
        and isinstance(at.value, str | int)
        and not inner
        and (at.value in box.entries or len(box.entries) < MAX_ENTRIES)
    ):
        state.heap[ref.id] = replace(box, entries={**box.entries, at.value: value})
        return
    is_counted = box.kind in ("list", "iterator", "set") and len(box.entries) < MAX_ENTRIES
    if not inner and at is None and box.size is None and box.element is None and is_counted:
        state.heap[ref.id] = replace(box, entries={**box.entries, len(box.entries): value})
        return
    if box.kind == "dict":
        value = _held(frame, state, ref, box, value)
    size: Size = "bounded"
    for loop in inner:
        size = larger(size, "unknown" if _is_batch(state, value, loop) else loop.size) or "bounded"
    element = join_values(frame, state, box.element, value)
    keys = box.keys if at is None else join_values(frame, state, box.keys, at)
    # What the join put into the heap stays; the box itself may have been replaced meanwhile.
    current = state.heap[ref.id]
    assert isinstance(current, Box)
    absent = _absent(state, value) if box.is_empty else box.absent & _absent(state, value)
    state.heap[ref.id] = replace(current, element=element, keys=keys, size=larger(box.size, size), absent=absent)


def _absent(state: State, value: Value) -> frozenset[str]:
    """What a row that is put into a container is known not to have: where it comes out, no test says so any more."""
    row = state.heap.get(value.id) if type(value) is Ref else None
    return row.absent if isinstance(row, Row) else frozenset()


def _is_batch(state: State, value: Value, loop: Loop) -> bool:
    """Whether a list is one that several iterations of a loop fill: there are fewer of them than iterations."""
    box = state.heap.get(value.id) if type(value) is Ref else None
    return isinstance(box, Box) and box.kind in ("list", "set") and box.size == loop.size and loop not in box.nest


def _held(frame: Frame, state: State, ref: Ref, box: Box, value: Value) -> Value:
    """An empty container that a dict keeps under some key: what later iterations put into it, it holds as well."""
    found = state.heap.get(value.id) if type(value) is Ref else None
    if not isinstance(found, Box) or found.element is not None or found.entries or found.nest == box.nest:
        return value
    number = frame.number("held", ref.id, found.kind)
    kept = state.heap.get(number)
    if not isinstance(kept, Box):
        state.heap[number] = replace(found, nest=(*box.nest, Loop(("held", ref.id), "unknown")))
    return Ref(number)


def extend(frame: Frame, state: State, ref: Ref, value: Value, node: ir.Node) -> None:
    """`list.extend(iterable)` and `list += iterable`."""
    source = source_of(frame, state, value, node)
    box = state.heap.get(ref.id)
    if not isinstance(box, Box) or source.element is None:
        return
    element = join_values(frame, state, box.element, source.element)
    size: Size | None = source.size
    for loop in frame.exec:
        if loop not in box.nest:
            size = larger(size, loop.size)
    state.heap[ref.id] = replace(box, element=element, size=larger(box.size, size), absent=frozenset())


def call_box(frame: Frame, state: State, ref: Ref, name: str, args: Given, node: ir.Call) -> Value:
    """A method of a container."""
    box = state.heap[ref.id]
    assert isinstance(box, Box)
    if name in ADDING and args.args:
        put(frame, state, ref, args.args[-1])
        return NONE
    if name in ("extend", "update", "extendleft") and box.kind != "dict":
        for value in args.args:
            extend(frame, state, ref, value, node)
        return NONE
    if box.kind == "dict":
        return _call_dict(frame, state, ref, box, name, args, node)
    held = join_values(frame, state, box.element, *box.entries.values())
    match name:
        case "pop" | "popleft" | "__next__":
            return (
                one_of(frame, state, held, box, node, Plain(frame.exec))
                if held is not None
                else Unknown("item of an empty container")
            )
        case "copy" | "union" | "difference" | "intersection" | "symmetric_difference":
            for value in args.args:
                held = join_values(frame, state, held, source_of(frame, state, value, node).element)
            return frame.make(
                state, ("copy", node.at), replace(box, element=held, entries={}, size=box.size or "bounded")
            )
        case "sort":
            from orm_lint.interpreter.builtins import with_key

            with_key(frame, state, ref, args, node)
            return NONE
        case "index" | "count" | "__len__":
            return Plain(box.nest, box.size)
        case "clear":
            state.heap[ref.id] = replace(box, element=None, entries={}, size=None)
            return NONE
    return Plain(longest(box.nest, frame.exec))


def _call_dict(frame: Frame, state: State, ref: Ref, box: Box, name: str, args: Given, node: ir.Call) -> Value:
    element = join_values(frame, state, box.element, *box.entries.values(), box.default)
    size = box.size or "bounded"
    keys = box.keys or Plain(box.nest)
    match name:
        case "values":
            held = Box("list", box.nest, element, size=size, absent=box.absent)
            return frame.make(state, ("values", node.at, ref.id), held)
        case "keys":
            return frame.make(state, ("keys", node.at, ref.id), Box("list", box.nest, keys, size=size))
        case "items":
            if element is None:
                return frame.make(state, ("items", node.at, ref.id), Box("list", box.nest))
            pair_nest: Nest = (*box.nest, Loop(("items", frame.module.path, node.at), size))
            number = frame.number("pair", node.at, ref.id)
            state.heap[number] = Box("tuple", pair_nest, entries={0: keys, 1: element})
            return frame.make(state, ("items", node.at, ref.id), Box("list", box.nest, Ref(number), size=size))
        case "get" | "setdefault" | "__getitem__":
            return _get(frame, state, ref, box, name, args, node)
        case "pop":
            value = _get(frame, state, ref, box, name, args, node)
            take_away(state, ref, args.args[0] if args.args else Plain())
            return value
        case "update":
            for value in args.args:
                _merge(frame, state, ref, value)
            for key, value in args.keywords:
                put(frame, state, ref, value, Const(key))
            return NONE
        case "copy":
            return frame.make(state, ("copy", node.at), box)
        case "clear":
            state.heap[ref.id] = replace(box, element=None, entries={}, size=None)
            return NONE
    return Plain(longest(box.nest, frame.exec))


def take_away(state: State, ref: Ref, at: Value) -> None:
    """`del d[key]`: under a key that is not known it may have been any of them."""
    box = state.heap.get(ref.id)
    if not isinstance(box, Box) or box.kind != "dict":
        return
    if type(at) is Const:
        kept = {name: value for name, value in box.entries.items() if name != at.value}
        state.heap[ref.id] = replace(box, entries=kept)
    elif box.entries:
        state.heap[ref.id] = replace(box, keys=Unknown(TAKEN))


def _get(frame: Frame, state: State, ref: Ref, box: Box, name: str, args: Given, node: ir.Call) -> Value:
    at = args.args[0] if args.args else None
    default = args.args[1] if len(args.args) > 1 else NONE
    if name == "setdefault" and len(args.args) > 1:
        put(frame, state, ref, default, at)
        return _item(frame, state, ref, at, None, node)
    if type(at) is Const and at.value in box.entries:
        return box.entries[at.value]  # type: ignore[index]
    element = join_values(frame, state, *_may_be(box, at))
    if element is None or (type(at) is Const and is_complete(box)):
        return default
    picked = _item(frame, state, ref, at, None, node)
    return join_values(frame, state, picked, default) or default


def _merge(frame: Frame, state: State, ref: Ref, value: Value) -> None:
    for option in options(value):
        other = state.heap.get(option.id) if type(option) is Ref else None
        box = state.heap[ref.id]
        if isinstance(other, Box) and isinstance(box, Box):
            element = join_values(frame, state, box.element, other.element)
            keys = join_values(frame, state, box.keys, other.keys)
            state.heap[ref.id] = replace(
                box, element=element, keys=keys, entries={**box.entries, **other.entries},
                size=larger(box.size, other.size), absent=box.absent & other.absent,
            )  # fmt: skip


def call_plain(frame: Frame, state: State, receiver: Value, name: str, args: Given, node: ir.Call) -> Value:
    """A method of a text, number or other value that is no row: it gives another such value."""
    from orm_lint.interpreter.expressions import show

    if name == "join" and args.args:
        source = source_of(frame, state, args.args[0], node)
        return Plain(longest(frame.exec if source.size == "unknown" else source.base, argument_nest(state, receiver)))
    if name == "format":
        for value in args.values:
            show(frame, state, value, node)
    nest = longest(argument_nest(state, receiver), *(argument_nest(state, value) for value in args.values))
    if isinstance(receiver, Plain | Const):
        return Plain(nest, receiver.size if type(receiver) is Plain and name in KEEPING else None)
    escape(frame, state, args)
    return Unknown("method of a value that is not known", longest(nest, frame.exec))
