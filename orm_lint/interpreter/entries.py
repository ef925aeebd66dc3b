"""What is run: functions that can obtain rows themselves, and what conventions start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from orm_lint.errors import UnreadableFileError
from orm_lint.interpreter.annotations import OPEN, annotated
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.finish import settled
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Hooks, Start
from orm_lint.interpreter.managers import QUERYSET_BASES
from orm_lint.interpreter.objects import NOBODY, Box, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, FunctionValue, ModelManager, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load, Plan
from orm_lint.project.context import LoadedContext
from orm_lint.project.models.graph import Model
from orm_lint.project.modules import Module
from orm_lint.project.project import Project
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

WORD = re.compile(rb"[A-Za-z_]\w*")
ALWAYS = frozenset({b"objects", b"_default_manager", b"_base_manager", b"get_queryset", b"get_object_or_404",
                    b"get_list_or_404", b"queryset"})  # fmt: skip
MANAGER_BASES = frozenset({"django.db.models.manager.BaseManager"})


class Entry(Struct, frozen=True):
    """One thing to run: a function as it stands, or what a convention starts."""

    module: Module
    function: FunctionSymbol | None = None
    start: Start | None = None


def entry_points(project: Project, context: LoadedContext, hooks: Hooks, world: World) -> list[Entry]:
    """The entry points of a context, in the order of the source."""
    words = vocabulary(context)
    found: list[Entry] = []
    for path in sorted({*project.tree.linted, *project.reader.overlay}):
        if not path.endswith(".py") or not context.context.owns(path):
            continue
        module = project_module(context, path)
        if module is None:
            continue
        mentioned = words_of(project, path)
        for symbol in functions(world, module):
            if mentioned is None or mentions(mentioned, symbol, words):
                found.append(Entry(module, symbol))
        found.extend(_started(world, module, hooks))
    return found


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


def mentions(data: bytes, symbol: FunctionSymbol, words: frozenset[bytes]) -> bool:
    """Whether a function names anything that leads to rows."""
    start, end = ir.unpack(symbol.node.extent)
    return not words.isdisjoint(WORD.findall(data, start, end))


def vocabulary(context: LoadedContext) -> frozenset[bytes]:
    """The words without which a function cannot obtain rows by itself."""
    found = set(ALWAYS)
    for model in context.graph.models:
        found.update(manager.name.encode() for manager in model.managers)
        if model.place.module.evidence == "project":
            found.update(back.accessor.encode() for back in context.graph.related(model) if back.accessor)
            found.update(field.name.encode() for field in model.fields if field.kind in ("many_to_many", "generic_relation"))
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
    world.steps = 0
    world.lowest = 1 << 30
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
    settled(frame, False)


def _run_function(frame: Frame, state: State, symbol: FunctionSymbol) -> None:
    """Runs a function as if somebody called it with arguments that nobody knows."""
    from orm_lint.interpreter.calls import _run, _run_generator_body

    world = frame.world
    whole = world.whole(symbol)
    values: dict[str, Value] = {}
    for number, param in enumerate(whole.params):
        node = ir.Name(param.at, param.name)
        if number == 0 and symbol.owner is not None and decorated(world, symbol).binds != "static":
            binds = decorated(world, symbol).binds
            values[param.name] = receiver(frame, state, symbol.owner, node, is_class=binds == "class")
        elif param.kind == "*":
            values[param.name] = frame.make(state, ("rest", param.at), Box("tuple", (), Unknown("*args")))
        elif param.kind == "**":
            values[param.name] = frame.make(state, ("named", param.at), Box("dict", (), Unknown("**kwargs")))
        elif param.annotation is not None:
            values[param.name] = annotated(frame, state, symbol.module, param.annotation, node, symbol.owner)
        else:
            values[param.name] = Unknown("parameter")
    node = ir.Name(symbol.node.at, symbol.node.name)
    if world.is_generator(symbol.module, whole):
        _run_generator_body(frame, state, symbol, whole, values, node)
    else:
        _run(frame, state, symbol, whole, values, node)


def receiver(frame: Frame, state: State, owner: ClassSymbol, node: ir.Node, is_class: bool) -> Value:
    """`self` of a method that is run by itself."""
    world = frame.world
    if is_class:
        return ClassValue(owner)
    model = world.model_of(owner)
    if model is not None:
        if model.is_abstract:
            row = Row(model.label, OPEN, (), NOBODY, model.label)
        else:
            row = Row(model.label, Load(), (), NOBODY, model.label, doubts=frozenset({"self"}))  # type: ignore[arg-type]
        return frame.make(state, ("self", node.at), row)
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
    return None


def _run_start(frame: Frame, state: State, start: Start) -> None:
    """Runs the IR that a convention gave."""
    from orm_lint.interpreter.calls import run_body, summarised
    from orm_lint.interpreter.canonical import Canonical, Replay

    call = Canonical((), {}, (), (), {})

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        env: dict[str, Value] = {}
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
        return run_body(inner, State(env, heap), start.body)  # type: ignore[arg-type]

    key = ("start", start.symbol.module.path, start.symbol.node.at, start.body)
    summary = summarised(frame, key, start.symbol.module, call, False, run)
    if summary is not None:
        Replay(frame, state, call, summary, frame.stop(start.symbol.node)).run(None)
