"""What is run: functions that can obtain rows themselves, and what conventions start."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.errors import UnreadableFileError
from orm_lint.interpreter.annotations import OPEN
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.finish import hand_over, settled
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Hooks, Start
from orm_lint.interpreter.managers import QUERYSET_BASES
from orm_lint.interpreter.objects import NOBODY, Box, Instance, QuerySet, Row
from orm_lint.interpreter.prefetched import note_prefetched
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, FunctionValue, ModelManager, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load, Plan
from orm_lint.project.context import LoadedContext
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.modules import Module
from orm_lint.project.project import Project
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, Symbol

WORD = re.compile(rb"\.?[A-Za-z_]\w*")  # an attribute keeps its dot
ALWAYS = frozenset({b".objects", b"._default_manager", b"._base_manager", b".get_queryset", b"get_object_or_404",
                    b"get_list_or_404", b".queryset"})  # fmt: skip
# Without rows of its own a function may loop over the lines of a file or what a browser sends.
UNBOUNDED = frozenset({b".reader", b".DictReader", b".readlines", b".POST", b".getlist"})
MAX_CONCRETE = 4
MANAGER_BASES = frozenset({"django.db.models.manager.BaseManager"})


PROVIDERS = 2
# Names that too many things have for them to say what is called.
COMMON = frozenset("get save delete update create run handle post put patch clean main call execute process".split())


class Entry(Struct, frozen=True):
    """One thing to run: a function as it stands, or what a convention starts."""

    module: Module
    function: FunctionSymbol | None = None
    start: Start | None = None


def entry_points(project: Project, context: LoadedContext, hooks: Hooks, world: World) -> list[Entry]:
    """The entry points of a context, in the order of the source."""
    from orm_lint.interpreter.requests import note_requests

    note_requests(project, world)
    words = vocabulary(context) | {b"." + word.encode() for word in hooks.words}
    candidates: list[tuple[Module, FunctionSymbol, frozenset[bytes]]] = []
    found: list[Entry] = []
    texts: list[bytes] = []
    for path in sorted({*project.tree.linted, *project.reader.overlay}):
        if not path.endswith(".py") or not context.context.owns(path):
            continue
        module = project_module(context, path)
        if module is None:
            continue
        text = words_of(project, path)
        texts.append(text or b"")
        for symbol in functions(world, module):
            candidates.append((module, symbol, mentioned(text, symbol)))
            if any(is_aside(world, symbol) for is_aside in hooks.aside):
                world.aside.add(Place(module, symbol.node.extent))
        found.extend(_started(world, module, hooks))
    note_prefetched(world, texts)
    for _ in range(PROVIDERS):
        names = {s.node.name.encode() for _, s, known in candidates if provides(s, known, words)}
        words |= names | {b"." + name for name in names}
    world.handlers.update(_key_of(one) for entry in found if entry.start is not None for one in entry.start.covers)
    covered = covered_by(found, candidates)
    chosen = [
        Entry(module, symbol)
        for module, symbol, known in candidates
        if not words.isdisjoint(known) and _key_of(symbol) not in covered
    ]
    return sorted([*chosen, *found], key=lambda entry: (entry.module.path, _place(entry)))


def covered_by(
    found: list[Entry], candidates: list[tuple[Module, FunctionSymbol, frozenset[bytes]]]
) -> set[tuple[str, int]]:
    """The functions that conventions run, and the methods beside them that these name: they are run from there."""
    covered = {_key_of(one) for entry in found if entry.start is not None for one in entry.start.covers}
    if not covered:
        return covered
    by_owner: defaultdict[tuple[str, int], list[tuple[FunctionSymbol, frozenset[bytes]]]] = defaultdict(list)
    for _, symbol, known in candidates:
        if symbol.owner is not None:
            by_owner[symbol.owner.key].append((symbol, known))
    for methods in by_owner.values():
        named = {word for symbol, known in methods if _key_of(symbol) in covered for word in known}
        while fresh := [
            (symbol, known) for symbol, known in methods
            if b"." + symbol.node.name.encode() in named and _key_of(symbol) not in covered
        ]:  # fmt: skip
            covered.update(_key_of(symbol) for symbol, _ in fresh)
            named.update(*(known for _, known in fresh))
    return covered


def _key_of(symbol: FunctionSymbol) -> tuple[str, int]:
    return symbol.module.path, symbol.node.at


def _place(entry: Entry) -> int:
    symbol = entry.function or (entry.start.symbol if entry.start is not None else None)
    return symbol.node.at if symbol is not None else 0


def provides(symbol: FunctionSymbol, known: frozenset[bytes], words: frozenset[bytes]) -> bool:
    """Whether a function may hand rows to whoever calls it by its name."""
    name = symbol.node.name
    if name in COMMON or name.startswith("__"):
        return False
    return (b"return" in known or b"yield" in known) and not words.isdisjoint(known)


def _started(world: World, module: Module, hooks: Hooks) -> Iterator[Entry]:
    if not hooks.entry_points:
        return
    symbols: list[ClassSymbol | FunctionSymbol] = [*classes(world, module), *functions(world, module)]
    for symbol in symbols:
        for hook in hooks.entry_points:
            for start in hook(world, symbol):
                yield Entry(module, None, start)


def project_module(context: LoadedContext, path: str) -> Module | None:
    """The module of one of the project's files."""
    tree = context.evaluator.tree
    return tree.module_at(path) if tree is not None else None


def words_of(project: Project, path: str) -> bytes | None:
    """The text of a file, for a look at the words in its functions."""
    try:
        return project.source(path).data
    except UnreadableFileError:
        return None


def mentioned(data: bytes | None, symbol: FunctionSymbol) -> frozenset[bytes]:
    """The words of a function, its own name apart; those behind a dot have it."""
    if data is None:
        return ALWAYS
    _, after = ir.unpack(symbol.node.at)
    _, end = ir.unpack(symbol.node.extent)
    return frozenset(WORD.findall(data, after, end))


def vocabulary(context: LoadedContext) -> frozenset[bytes]:
    """The words without which a function cannot obtain rows by itself."""
    found = {*ALWAYS, *UNBOUNDED}
    for model in context.graph.models:
        found.update(b"." + manager.name.encode() for manager in model.managers)
        found.update(b"." + back.accessor.encode() for back in context.graph.related(model) if back.accessor)
        found.update(b"." + f.name.encode() for f in model.fields if f.kind in ("many_to_many", "generic_relation"))
        if model.place.module.evidence == "project":
            found.add(model.name.encode())
    return frozenset(found)


def classes(world: World, module: Module) -> Iterator[ClassSymbol]:
    """The classes at the top of a module."""
    for statement in world.names.statements(module):
        if isinstance(statement, ir.Class):
            yield world.names.class_symbol(module, statement, statement.name)


def functions(world: World, module: Module) -> Iterator[FunctionSymbol]:
    """The functions and methods of a module."""
    for statement in world.names.statements(module):
        if isinstance(statement, ir.Function | ir.Stub):
            yield FunctionSymbol(module, statement)
        elif isinstance(statement, ir.Class):
            yield from _methods(world, module, statement, statement.name)


def _methods(world: World, module: Module, node: ir.Class, qualname: str) -> Iterator[FunctionSymbol]:
    owner = world.names.class_symbol(module, node, qualname)
    for statement in node.body:
        if isinstance(statement, ir.Function | ir.Stub):
            yield FunctionSymbol(module, statement, owner)
        elif isinstance(statement, ir.Class):
            yield from _methods(world, module, statement, f"{qualname}.{statement.name}")


def run_entry(world: World, entry: Entry) -> None:
    """Runs one entry point; what is found lies in the world."""
    world.start()
    frame = Frame(world, entry.module)
    frame.exec = ()
    state = State({}, {})
    try:
        if entry.function is not None:
            _run_function(frame, state, entry.function)
        elif entry.start is not None:
            _run_start(frame, state, entry.start)
    except Dead:
        pass
    except RecursionError:  # one function that nests too deeply costs only itself
        world.count("cut: code that nests too deeply")
        world.active.clear()
        return
    settled(frame, False)
    if entry.function is not None:
        start = entry.function.node.at
        frame.finished = [_without_start(event, entry.module, start) for event in frame.finished]
    hand_over(frame)


def _without_start(event: Event, module: Module, at: int) -> Event:
    """The event without a station at the function that was run: nobody is seen to call it."""
    if all(stop.at != at or stop.module is not module for stop in event.handed):
        return event
    return replace(event, handed=tuple(stop for stop in event.handed if stop.at != at or stop.module is not module))


def _run_function(frame: Frame, state: State, symbol: FunctionSymbol) -> None:
    """Runs a function as if somebody called it with arguments that nobody knows."""
    world = frame.world
    how = decorated(world, symbol).binds
    receivers: tuple[Value | None, ...] = (None,)
    if symbol.owner is not None and how != "static":
        node = ir.Name(symbol.node.at, symbol.node.name)
        receivers = receivers_of(frame, state, symbol.owner, node, is_class=how == "class")
    for found in receivers:
        try:
            _run_with(frame, state, symbol, found)
        except Dead:
            continue


def _run_with(frame: Frame, state: State, symbol: FunctionSymbol, first: Value | None) -> None:
    from orm_lint.interpreter.calls import _run, _run_generator_body
    from orm_lint.interpreter.parameters import unhanded

    world = frame.world
    whole = world.whole(symbol)
    values: dict[str, Value] = {}
    for number, param in enumerate(whole.params):
        if number == 0 and first is not None:
            values[param.name] = first
        elif param.kind == "*":
            values[param.name] = frame.make(state, ("rest", param.at), Box("tuple", (), Unknown("*args")))
        elif param.kind == "**":
            values[param.name] = frame.make(state, ("named", param.at), Box("dict", (), Unknown("**kwargs")))
        else:
            values[param.name] = unhanded(frame, state, symbol.module, symbol.owner, whole, param)
    node = ir.Name(symbol.node.at, symbol.node.name)
    if world.is_generator(symbol.module, whole):
        _run_generator_body(frame, state, symbol, whole, values, node)
    else:
        _run(frame, state, symbol, whole, values, node)


def receivers_of(frame: Frame, state: State, owner: ClassSymbol, node: ir.Node, is_class: bool) -> tuple[Value, ...]:
    """`self` (or the class) of a method that is run by itself: for an abstract model, its concrete ones."""
    model = frame.world.model_of(owner)
    if model is None:
        return (ClassValue(owner) if is_class else receiver(frame, state, owner, node),)
    models = concrete(frame.world, model) if model.is_abstract else (model,)
    if is_class:
        return tuple(ClassValue(found.symbol) for found in models)
    return tuple(_self_row(frame, state, found, node) for found in models)


def concrete(world: World, model: Model) -> tuple[Model, ...]:
    """The first concrete models that derive from an abstract one; the abstract one itself if there are none or many."""
    key = ("concrete", model.label)
    known = world.class_values.get(key)
    if not isinstance(known, tuple):
        known = world.class_values[key] = _concrete(world, model)
    return known


def _concrete(world: World, model: Model) -> tuple[Model, ...]:
    found = [
        other
        for other in world.graph.models
        if not other.is_abstract and not other.is_proxy
        and any(_key(ancestor) == model.symbol.key for ancestor in world.names.mro(other.symbol))
    ]  # fmt: skip
    keys = {other.symbol.key for other in found}
    first = [other for other in found if not keys & {_key(up) for up in world.names.mro(other.symbol)[1:]}]
    return tuple(first) if 0 < len(first) <= MAX_CONCRETE else (model,)


def _key(ancestor: Symbol) -> object:
    return getattr(ancestor, "key", None)


def _self_row(frame: Frame, state: State, model: Model, node: ir.Node) -> Value:
    if model.is_abstract:
        row = Row(model.label, OPEN, (), NOBODY, model.label)
    else:
        row = Row(model.label, Load(), (), NOBODY, model.label, doubts=frozenset({"self"}))
    return frame.make(state, ("self", node.at, model.label), row)


def receiver(frame: Frame, state: State, owner: ClassSymbol, node: ir.Node) -> Value:
    """`self` of a method of a class that is no model."""
    world = frame.world
    if world.names.descends_from(owner, MANAGER_BASES):
        held = _manager_of(world, owner)
        return ModelManager(held[0].label, held[1]) if held else Unknown("manager of a model that is not known")
    if world.names.descends_from(owner, QUERYSET_BASES):
        held = _manager_of(world, owner)
        if held is None:
            return Unknown("queryset of a model that is not known")
        plan = Plan(held[0].label, OPEN, owner.dotted, filtered=True)
        return frame.make(state, ("self", node.at), QuerySet(plan, (), NOBODY))
    return frame.make(state, ("self", node.at), Instance(owner, ()))


def _manager_of(world: World, owner: ClassSymbol) -> tuple[Model, str] | None:
    """The first model that has a manager of this class, or one made from this queryset class."""
    for model in world.graph.models:
        if not model.is_abstract:
            for manager in model.managers:
                if owner.dotted in (manager.type, manager.queryset):
                    return model, manager.name
    for model in world.graph.models:
        if not model.is_abstract and model.place.module.evidence == "project":
            for manager in model.managers:
                for dotted in (manager.type, manager.queryset):
                    found = world.names.follow(world.names.dotted(dotted)) if dotted else None
                    if isinstance(found, ClassSymbol) and world.names.descends_from(found, frozenset({owner.dotted})):
                        return model, manager.name
    return None


def _run_start(frame: Frame, state: State, start: Start) -> None:
    """Runs the IR that a convention gave."""
    from orm_lint.interpreter.calls import run_body
    from orm_lint.interpreter.canonical import NO_ARGUMENTS, Key, Replay
    from orm_lint.interpreter.summaries import summarised

    call = NO_ARGUMENTS

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        env: dict[str, Value] = dict(start.given)
        heap: dict[int, object] = {}
        match start.symbol:
            case ClassSymbol():
                env["subject"] = ClassValue(start.symbol)
            case FunctionSymbol():
                env["subject"] = FunctionValue(start.symbol)
        if start.receiver is not None:
            number = inner.number("self")
            heap[number] = Instance(start.receiver, ())
            env["self"] = Ref(number)
            inner.behalf = start.receiver
        return run_body(inner, State(env, heap), start.body)  # type: ignore[arg-type]

    key = Key(("start", start.symbol.module.path, start.symbol.node.at, start.body, start.given))
    summary = summarised(frame, key, start.symbol.module, call, False, run)
    if summary is not None:
        Replay(frame, state, call, summary, frame.stop(start.symbol.node)).run(None)
