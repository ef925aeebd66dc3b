"""What Python's own functions do with rows and querysets: most of them are loops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.arguments import argument_nest
from orm_lint.interpreter.attributes import class_of, read
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import Source, join_values, run, source_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State, larger
from orm_lint.interpreter.values import (
    FALSE,
    NONE,
    TRUE,
    Const,
    ExternalValue,
    Getter,
    Loop,
    Nest,
    Partial,
    Plain,
    Ref,
    Size,
    Threaded,
    Unknown,
    Value,
    longest,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.symbols import ClassSymbol

Handler: TypeAlias = Callable[[Frame, State, Given, ir.Call], Value]


def each(frame: Frame, state: State, source: Source, node: ir.Node, act: Callable[[State, Value], None]) -> None:
    """Does something with every element, as a loop that is not written down."""

    def body(inner: State, element: Value) -> State | None:
        act(inner, element)
        return inner

    after = run(frame, state, source, node, body, "each")
    if after is not None:
        state.become(after)


def _apply(frame: Frame, function: Value, node: ir.Call, state: State, *values: Value) -> Value:
    from orm_lint.interpreter.call_values import call_value

    return call_value(frame, state, function, Given(values), node)


def _box(frame: Frame, state: State, source: Source, node: ir.Node, kind: str, tag: str) -> Ref:
    size = source.size if source.element is not None else None
    box = Box(kind, source.base, source.element, size=size)  # type: ignore[arg-type]
    return frame.make(state, (tag, node.at), box)


def _first(args: Given) -> Value:
    return args.args[0] if args.args else Unknown("missing argument")


def _copied(kind: str) -> Handler:
    def handler(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
        if not args.args:
            return frame.make(state, (kind, node.at), Box(kind, frame.exec))  # type: ignore[arg-type]
        value = _first(args)
        found = state.heap.get(value.id) if type(value) is Ref else None
        if isinstance(found, Box) and found.element is None and found.kind != "dict":
            return frame.make(state, (kind, node.at), replace(found, kind=kind, nest=frame.exec))
        source = source_of(frame, state, value, node)
        if type(source.element) is Unknown and source.size == "unknown":
            return Unknown(source.element.cause, source.element.nest)
        return _box(frame, state, source, node, kind, kind)

    return handler


def _same_elements(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return _box(frame, state, source_of(frame, state, _first(args), node), node, "iterator", "same")


def _iter(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return _box(frame, state, source_of(frame, state, _first(args), node), node, "iterator", "iter")


def _dict(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    entries: dict[str | int | None, Value] = {**dict(args.keywords)}
    if not args.args:
        return frame.make(state, ("dict", node.at), Box("dict", frame.exec, entries=entries))
    value = _first(args)
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, Box) and found.kind == "dict":
        return frame.make(state, ("dict", node.at), replace(found, entries={**found.entries, **entries}))
    source = source_of(frame, state, value, node)
    from orm_lint.interpreter.containers import item

    if source.element is None:
        return frame.make(state, ("dict", node.at), Box("dict", frame.exec, entries=entries))
    keys = item(frame, state, source.element, Const(0), None, node)
    element = item(frame, state, source.element, Const(1), None, node)
    box = Box("dict", source.base, element, keys, entries, source.size)
    return frame.make(state, ("dict", node.at), box)


def _sorted(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    source = with_key(frame, state, _first(args), args, node)
    return _box(frame, state, source, node, "list", "sorted")


def with_key(frame: Frame, state: State, value: Value, args: Given, node: ir.Call) -> Source:
    """Runs `key=` on every element."""
    source = source_of(frame, state, value, node)
    key = args.keyword("key")
    if key is not None and key != NONE:
        each(frame, state, source, node, lambda inner, element: void(_apply(frame, key, node, inner, element)))
    return source


def void(value: Value) -> None:
    """Drops a value."""


def _extreme(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if len(args.args) > 1:
        return join_values(frame, state, *args.args) or Plain()
    source = with_key(frame, state, _first(args), args, node)
    if source.element is None:
        return args.keyword("default") or NONE
    from orm_lint.interpreter.containers import one_of

    picked = one_of(frame, state, source.element, Box("list", source.base, source.element, size=source.size), node)
    default = args.keyword("default")
    return picked if default is None else join_values(frame, state, picked, default) or picked


def _map(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if len(args.args) < 2:
        return Plain()
    source = _zipped(frame, state, args.args[1:], node)
    return _mapped(frame, state, source, args.args[0], node, len(args.args) > 2)


def _mapped(frame: Frame, state: State, source: Source, function: Value, node: ir.Call, spread: bool) -> Value:
    from orm_lint.interpreter.containers import item, put

    ref = frame.make(state, ("mapped", node.at), Box("iterator", frame.exec))
    width = len(node.args) - 1

    def act(inner: State, element: Value) -> None:
        values = (
            tuple(item(frame, inner, element, Const(n), None, node) for n in range(width)) if spread else (element,)
        )
        put(frame, inner, ref, _apply(frame, function, node, inner, *values))

    each(frame, state, source, node, act)
    return ref


def _filter(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if len(args.args) < 2:
        return Plain()
    source = source_of(frame, state, args.args[1], node)
    test = args.args[0]
    if test != NONE:
        each(frame, state, source, node, lambda inner, element: void(_apply(frame, test, node, inner, element)))
    return _box(frame, state, source, node, "iterator", "filtered")


def _zip(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return _box(frame, state, _zipped(frame, state, args.args, node, always=True), node, "iterator", "zip")


def _zipped(frame: Frame, state: State, values: tuple[Value, ...], node: ir.Call, always: bool = False) -> Source:
    sources = [source_of(frame, state, value, node) for value in values]
    if len(sources) == 1 and not always:
        return sources[0]
    size: Size = "bounded"
    for source in sources:
        size = larger(size, source.size) or size
    if any(_is_small(state, value) for value in values):
        size = "bounded"
    base = min((source.base for source in sources), key=len, default=frame.exec)
    return Source(_tuple(frame, state, node, base, size, [source.element or NONE for source in sources]), base, size)


def _is_small(state: State, value: Value) -> bool:
    """Whether a constant below ten bounds the length of a value."""
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, QuerySet):
        return querysets.size_of(found.plan) == "bounded"
    return isinstance(found, Box) and found.element is None and len(found.entries) < querysets.SMALL


def _tuple(frame: Frame, state: State, node: ir.Node, base: Nest, size: Size, values: list[Value]) -> Ref:
    number = frame.number("tuple", node.at, frame.exec, len(values))
    nest = (*base, Loop(("tuple", frame.module.path, node.at), size))
    state.heap[number] = Box("tuple", nest, entries=dict(enumerate(values)))
    return Ref(number)


def _enumerate(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    source = source_of(frame, state, _first(args), node)
    if source.element is None:
        return frame.make(state, ("enumerate", node.at), Box("iterator", frame.exec))
    counter = Plain((*source.base, Loop(("tuple", frame.module.path, node.at), source.size)))
    element = _tuple(frame, state, node, source.base, source.size, [counter, source.element])
    return _box(frame, state, Source(element, source.base, source.size), node, "iterator", "enumerate")


def _chain(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.expressions import evaluate

    if not args.is_complete and len(node.args) == 1 and type(node.args[0]) is ir.Star:
        return _flattened(frame, state, evaluate(frame, state, node.args[0].value), node)
    sources = [source_of(frame, state, value, node) for value in args.args]
    return _chained(frame, state, sources, node)


def _chained(frame: Frame, state: State, sources: list[Source], node: ir.Call) -> Value:
    element = join_values(frame, state, *(source.element for source in sources))
    size: Size | None = None
    for source in sources:
        size = larger(size, source.size)
    base = min((source.base for source in sources), key=len, default=frame.exec)
    return _box(frame, state, Source(element, base, size or "bounded"), node, "iterator", "chain")


def _chain_from(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return _flattened(frame, state, _first(args), node)


def _flattened(frame: Frame, state: State, value: Value, node: ir.Call) -> Value:
    """All elements of all elements."""
    outer = source_of(frame, state, value, node)
    inner = [source_of(frame, state, outer.element, node)] if outer.element is not None else []
    for source in inner:
        source.size = larger(source.size, outer.size) or source.size
        source.base = outer.base
    return _chained(frame, state, inner, node)


def _groupby(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    source = source_of(frame, state, _first(args), node)
    key = args.args[1] if len(args.args) > 1 else args.keyword("key")
    results: list[Value] = []
    if key is not None:
        each(
            frame, state, source, node, lambda inner, element: results.append(_apply(frame, key, node, inner, element))
        )
    if source.element is None:
        return frame.make(state, ("groupby", node.at), Box("iterator", frame.exec))
    number = frame.number("group", node.at, frame.exec)
    nest = (*source.base, Loop(("tuple", frame.module.path, node.at), source.size))
    state.heap[number] = Box("iterator", nest, source.element, size=source.size)
    element = _tuple(frame, state, node, source.base, source.size, [Plain(nest), Ref(number)])
    return _box(frame, state, Source(element, source.base, source.size), node, "iterator", "groupby")


def _islice(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    source = source_of(frame, state, _first(args), node)
    stop = args.args[1] if len(args.args) == 2 else args.args[2] if len(args.args) > 2 else NONE
    if type(stop) is Const and isinstance(stop.value, int) and stop.value < querysets.SMALL:
        source.size = "bounded"
    return _box(frame, state, source, node, "iterator", "islice")


def _batched(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    source = source_of(frame, state, _first(args), node)
    number = frame.number("batch", node.at, frame.exec)
    nest = (*source.base, Loop(("tuple", frame.module.path, node.at), "unknown"))
    state.heap[number] = Box("tuple", nest, source.element, size=source.size)
    return _box(frame, state, Source(Ref(number), source.base, "unknown"), node, "iterator", "batched")


def _quantified(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if args.args:
        source_of(frame, state, args.args[0], node)
    return Plain(frame.exec)


def _len(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    value = _first(args)
    size: Size | None = None
    is_unsure = any(type(option) is Unknown for option in options(value))
    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(found, QuerySet) and type(option) is Ref:
            frame.unsure += is_unsure
            querysets.evaluate(frame, state, option, "len", node)
            frame.unsure -= is_unsure
            size = larger(size, querysets.size_of(found.plan))
        elif isinstance(found, Box):
            size = larger(size, found.size or "bounded")
    return Plain(argument_nest(state, value), size)


def _bool(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.conditions import truth

    decided = truth(frame, state, _first(args), node)
    return Plain() if decided is None else Const(decided)


def _str(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.expressions import show

    if args.args and type(args.args[0]) is Const:
        return Const(str(args.args[0].value))
    return show(frame, state, _first(args), node) if args.args else Const("")


def _repr(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.expressions import show

    return show(frame, state, _first(args), node, "__repr__")


def _print(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.expressions import show

    for value in args.args:
        show(frame, state, value, node)
    return NONE


def _range(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    stop = args.args[0] if len(args.args) == 1 else None
    if type(stop) is Const and isinstance(stop.value, int) and 0 <= stop.value < querysets.SMALL:
        numbers: dict[str | int | None, Value] = {number: Const(number) for number in range(stop.value)}
        return frame.make(state, ("range", node.at), Box("list", frame.exec, entries=numbers))
    size: Size | None = "bounded"
    for value in args.args:
        size = larger(
            size, value.size or "unknown" if type(value) is Plain else None if type(value) is Const else "unknown"
        )
    if len(args.args) == 3:
        size = "unknown"  # batches
    nest = (*frame.exec, Loop(("range", frame.module.path, node.at), size or "bounded"))
    return frame.make(state, ("range", node.at), Box("iterator", frame.exec, Plain(nest), size=size))


def _getattr(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    names = [option.value for option in options(args.args[1]) if type(option) is Const] if len(args.args) > 1 else []
    if len(names) > 1 and all(isinstance(name, str) for name in names):
        held = [_getattr(frame, state, Given((args.args[0], Const(name), *args.args[2:])), node) for name in names]
        return join_values(frame, state, *held) or NONE
    if len(names) == 1 and isinstance(names[0], str):
        name = names[0]
        known = has_attribute(frame, state, args.args[0], name)
        if known is False and len(args.args) > 2:
            return args.args[2]
        value = read(frame, state, args.args[0], name, node)
        if len(args.args) > 2 and known is None:
            return join_values(frame, state, value, args.args[2]) or value
        if len(args.args) > 2 and _is_given(frame, state, args.args[0], name):
            return Plain(argument_nest(state, value), is_given=True)
        return value
    return Unknown("getattr with a name that is not known", frame.exec)


def _is_given(frame: Frame, state: State, value: Value, name: str) -> bool:
    """Whether a plain value was annotated or put on a row that has no field of that name."""
    row = state.heap.get(value.id) if type(value) is Ref else None
    if not isinstance(row, Row) or frame.world.accessors.find(row.model, name) is not None:
        return False
    put = [option for option in options(row.attrs[name]) if option != NONE] if name in row.attrs else []
    return name in row.load.annotations or any(type(option) in (Plain, Unknown) for option in put)


def _setattr(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.statements import _set_attribute

    if len(args.args) == 3 and type(args.args[1]) is Const:
        _set_attribute(frame, state, args.args[0], str(args.args[1].value), args.args[2])
    return NONE


def has_attribute(frame: Frame, state: State, value: Value, name: str) -> bool | None:
    """Whether an object has an attribute; a reverse one-to-one has to be fetched to know."""
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, Row):
        if name in found.attrs:
            return None if NONE in options(found.attrs[name]) else True
        if name in found.load.annotations or found.load.arrival(name) is not None:
            accessor = frame.world.accessors.find(found.model, name)
            return None if accessor is not None and accessor.kind == "reverse_one" else True
        accessor = frame.world.accessors.find(found.model, name)
        if accessor is not None:
            return None if accessor.kind == "reverse_one" else True
        model = frame.world.accessors.model(found.model)
        if model is None or found.load.is_open:
            return None
        if frame.world.names.class_member(model.symbol, name) is not None:
            return True
        return None if frame.world.names.has_unread_base(model.symbol) else False
    if isinstance(found, QuerySet):
        if find_method(name, frame.world.django) is not None or name in ("model", "query", "db", "ordered"):
            return True
        symbol = (
            frame.world.names.follow(frame.world.names.dotted(found.plan.queryset)) if found.plan.queryset else None
        )
        return isinstance(symbol, ClassSymbol) and frame.world.names.class_member(symbol, name) is not None
    if isinstance(found, Instance):
        return True if name in found.attrs or frame.world.names.class_member(found.symbol, name) else None
    return None


def _hasattr(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if len(args.args) == 2 and type(args.args[1]) is Const and isinstance(args.args[1].value, str):
        known = has_attribute(frame, state, args.args[0], args.args[1].value)
        if known is False:
            return FALSE
        read(frame, state, args.args[0], args.args[1].value, node)
        return TRUE if known else Plain()
    return Plain()


def _next(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.containers import one_of

    source = source_of(frame, state, _first(args), node)
    default = args.args[1] if len(args.args) > 1 else None
    if source.element is None:
        return default or NONE
    held = Box("list", source.base, source.element, size=source.size)
    picked = one_of(frame, state, source.element, held, node, Plain(frame.exec))
    return picked if default is None else join_values(frame, state, picked, default) or picked


def _type(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return class_of(frame, state, _first(args)) or Plain()


def _partial(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return Partial(_first(args), args.args[1:], args.keywords)


def _getter(by_item: bool) -> Handler:
    def handler(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
        paths = tuple(value.value for value in args.args if type(value) is Const)
        if len(paths) != len(args.args) or not all(isinstance(path, str | int) for path in paths):
            return Unknown("getter with a name that is not known")
        return Getter(paths, by_item)  # type: ignore[arg-type]

    return handler


def _threaded(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return Threaded(_first(args)) if args.args else Unknown("decorator")


def _defaultdict(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    default: Value | None = None
    if args.args:
        made = _apply(frame, args.args[0], node, state)
        default = made
        if type(made) is Ref and isinstance(box := state.heap.get(made.id), Box):
            number = frame.number("default", node.at, frame.exec)
            state.heap[number] = replace(
                box, nest=(*frame.exec, Loop(("items", frame.module.path, node.at), "unknown"))
            )
            default = Ref(number)
    return frame.make(state, ("defaultdict", node.at), Box("dict", frame.exec, default=default))


def _record_class(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`namedtuple(name, fields)`: a class whose instances hold their arguments by name and number."""
    names: list[Value] = []
    for option in options(args.args[1]) if len(args.args) > 1 else ():
        box = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(box, Box):
            names = list(box.entries.values())
        elif type(option) is Const and isinstance(option.value, str):
            names = [Const(name) for name in option.value.replace(",", " ").split()]
    return Partial(ExternalValue(RECORD), tuple(names), ())


def _record(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    names = [value.value for value in args.args if type(value) is Const and isinstance(value.value, str)]
    given = args.args[len(args.args) - len(node.args) :]
    names = names[: len(args.args) - len(given)]
    entries: dict[str | int | None, Value] = {**dict(enumerate(given)), **dict(zip(names, given, strict=False))}
    entries |= {name: value for name, value in args.keywords if name in names}
    return frame.make(state, ("record", node.at), Box("tuple", frame.exec, entries=entries))


RECORD = "orm_lint.record"


def _super(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.values import ClassValue, Super

    if len(args.args) == 2 and type(args.args[0]) is ClassValue:
        return Super(args.args[0].symbol, args.args[1])
    if frame.owner is None or frame.receiver is None:
        return Unknown("super() outside of a method")
    return Super(frame.owner, frame.receiver)


def _plain(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    return Plain(longest(*(argument_nest(state, value) for value in args.values)))


def _lines(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A file, or what reads one line by line."""
    return Plain(longest(*(argument_nest(state, value) for value in args.values)), "rows")


def _reduced(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    if len(args.args) >= 2:
        source = source_of(frame, state, args.args[1], node)
        each(frame, state, source, node,
             lambda inner, element: void(_apply(frame, args.args[0], node, inner, Plain(), element)))  # fmt: skip
    return Unknown("reduced value", frame.exec)


def _copy(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    value = _first(args)
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, QuerySet):
        return frame.make(state, ("copy", node.at), replace(found, nest=frame.exec))
    return frame.make(state, ("copy", node.at), found) if found is not None else value


BUILTINS: dict[str, Handler] = {
    **{f"builtins.{name}": _copied(name) for name in ("list", "tuple", "set")},
    "builtins.frozenset": _copied("set"),
    "builtins.dict": _dict,
    "builtins.sorted": _sorted,
    "builtins.reversed": _same_elements,
    "builtins.iter": _iter,
    "builtins.aiter": _iter,
    "builtins.next": _next,
    "builtins.anext": _next,
    "builtins.min": _extreme,
    "builtins.max": _extreme,
    "builtins.sum": _quantified,
    "builtins.any": _quantified,
    "builtins.all": _quantified,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.zip": _zip,
    "builtins.enumerate": _enumerate,
    "builtins.len": _len,
    "builtins.bool": _bool,
    "builtins.str": _str,
    "builtins.format": _str,
    "builtins.repr": _repr,
    "builtins.print": _print,
    "builtins.range": _range,
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.hasattr": _hasattr,
    "builtins.type": _type,
    "builtins.super": _super,
    "builtins.int": _plain,
    "builtins.float": _plain,
    "builtins.round": _plain,
    "builtins.abs": _plain,
    "builtins.id": _plain,
    "builtins.hash": _plain,
    "builtins.isinstance": _plain,
    "builtins.open": _lines,
    "io.open": _lines,
    "csv.reader": _lines,
    "csv.DictReader": _lines,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_from,
    "itertools.groupby": _groupby,
    "itertools.islice": _islice,
    "itertools.batched": _batched,
    "itertools.zip_longest": _zip,
    "itertools.product": _zip,
    "itertools.tee": _same_elements,
    "itertools.filterfalse": _filter,
    "itertools.takewhile": _filter,
    "itertools.dropwhile": _filter,
    "functools.partial": _partial,
    "functools.reduce": _reduced,
    "operator.attrgetter": _getter(by_item=False),
    "operator.itemgetter": _getter(by_item=True),
    "collections.defaultdict": _defaultdict,
    "collections.OrderedDict": _dict,
    "collections.namedtuple": _record_class,
    RECORD: _record,
    "collections.deque": _copied("list"),
    "collections.Counter": _quantified,
    "copy.copy": _copy,
    "copy.deepcopy": _copy,
    "random.shuffle": _quantified,
    "heapq.nlargest": lambda frame, state, args, node: _sorted(frame, state, Given(args.args[1:], args.keywords), node),
    "asgiref.sync.sync_to_async": _threaded,
    "channels.db.database_sync_to_async": _threaded,
}
"""By dotted name; a name that is missing is a call that we cannot see into."""
