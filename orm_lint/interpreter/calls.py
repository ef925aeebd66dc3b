"""Calling functions: in the callee's own terms, once for each kind of arguments, and to a fixpoint where they recur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from orm_lint.interpreter.annotations import annotated
from orm_lint.interpreter.arguments import mentioned_nest
from orm_lint.interpreter.canonical import NO_ARGUMENTS, Key, Replay, Summary, canonical
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame, token_of
from orm_lint.interpreter.mapping import FLAT
from orm_lint.interpreter.objects import Box, Generator, Instance, Made, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import RETURNED, State
from orm_lint.interpreter.summaries import Body, standing, summarised, summary_of
from orm_lint.interpreter.text import text_of
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Closure,
    Const,
    FunctionValue,
    ModelManager,
    Ref,
    RelatedManager,
    Unknown,
    Value,
)
from orm_lint.interpreter.world import MAX_STEPS
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

GENERATED = "$generated"
MAX_ENTRIES = 16
MAX_INLINE = 6
MAX_UNROLLED = 2
Apart: TypeAlias = Callable[[Frame, State, tuple[Value, ...]], None]


def runs(frame: Frame, symbol: FunctionSymbol) -> bool:
    """Whether a function's body is run: the project's, and what packages put on models, managers and querysets."""
    if frame.world.is_run(symbol.module):
        return True
    if not frame.world.whole(symbol).body:
        return False
    owner = symbol.owner
    if owner is None or symbol.module.name.startswith(("django.db.", "django.core.", "django.views.")):
        return False
    return frame.world.names.descends_from(owner, ORM_BASES)


ORM_BASES = frozenset({
    "django.db.models.base.Model", "django.db.models.manager.BaseManager", "django.db.models.query.QuerySet",
})  # fmt: skip


def call_function(frame: Frame, state: State, value: FunctionValue, args: Given, node: ir.Node) -> Value:
    """Runs a function and carries out what it does in the state of its caller."""
    from orm_lint.interpreter.packaged import write_of_package
    from orm_lint.interpreter.trees import tree_method
    from orm_lint.interpreter.unknown import changed, escape

    symbol = value.symbol
    model = frame.world.model_of_call(symbol)
    if model is not None:
        given = args if value.bound is None else Given((value.bound, *args.args), args.keywords, args.is_complete)
        return model(frame, state, given, node)  # type: ignore[arg-type]
    if not runs(frame, symbol):
        asked = tree_method(frame, state, symbol.node.name, value.bound, node)
        if asked is None:
            asked = write_of_package(frame, state, symbol.node.name, value.bound, args, node)
        if asked is not None:
            return asked
        named = named_class(frame, node)
        if named is not None:
            return named
        escape(frame, state, args)
        changed(state, value.bound)
        return Unknown(f"call of {symbol.module.name.partition('.')[0]}", frame.exec)
    whole = frame.world.whole(symbol)
    how = decorated(frame.world, symbol)
    first = Unknown("task") if how.gives_self and value.bound is None else value.bound
    bound = bind_parameters(frame, state, symbol, whole, first, args, node)
    if frame.world.is_generator(symbol.module, whole):
        if how.is_manager:
            return _run_generator_body(frame, state, symbol, whole, bound, node)
        made = Generator(value, args.args, args.keywords, frame.exec, node.at)
        return frame.make(state, ("generator", node.at), made)
    guard = how.is_cached and (symbol.owner is None or how.binds == "static")
    frame.memo_guard += guard
    try:
        result = _run(frame, state, symbol, whole, bound, node, how.threaded)
    finally:
        frame.memo_guard -= guard
    if not how.keeps:
        return Unknown("call of a decorated function", frame.exec)
    if type(result) is Unknown and result.cause.startswith("call of") and (named := named_class(frame, node)):
        return named
    if type(result) is Unknown and whole.returns is not None:
        typed = annotated(frame, state, symbol.module, whole.returns, node, symbol.owner)
        return typed if type(typed) is not Unknown else result
    return result


def named_class(frame: Frame, node: ir.Node) -> Value | None:
    """The class that a call such as `get_user_model()` or `apps.get_model("shop", "Ad")` stands for."""
    if type(node) is not ir.Call or frame.world.names.calls is None:
        return None
    found = frame.world.names.calls(frame.module, node, (), None)
    return ClassValue(found) if isinstance(found, ClassSymbol) else None


def bind_parameters(
    frame: Frame, state: State, symbol: FunctionSymbol, whole: ir.Function, bound: Value | None, args: Given,
    node: ir.Node,
) -> dict[str, Value]:  # fmt: skip
    """The parameters with the values that a call gives them."""
    positional: list[Value] = [bound, *args.args] if bound is not None else list(args.args)
    named = dict(args.keywords)
    values: dict[str, Value] = {}
    place = 0
    for param in whole.params:
        match param.kind:
            case "*":
                rest = positional[place:]
                if args.spread is not None and not rest:
                    values[param.name] = _spread(frame, state, args.spread, param, node)
                    continue
                entries: dict[str | int | None, Value] = dict(enumerate(rest)) if len(rest) <= MAX_ENTRIES else {}
                element = None if args.is_complete else Unknown("*args")
                values[param.name] = frame.make(
                    state, ("rest", node.at, param.name), Box("tuple", frame.exec, element, entries=entries)
                )
                place = len(positional)
            case "**":
                taken = {found.name for found in whole.params}
                kept: dict[str | int | None, Value] = {n: value for n, value in named.items() if n not in taken}
                element = None if args.is_complete else Unknown("**kwargs")
                values[param.name] = frame.make(
                    state, ("named", node.at, param.name), Box("dict", frame.exec, element, entries=kept)
                )
            case "" | "/" if place < len(positional):
                values[param.name] = positional[place]
                place += 1
            case _ if param.name in named:
                values[param.name] = named[param.name]
            case _ if param.default is not None and args.is_complete:
                values[param.name] = _default(frame, state, symbol, param.default, node)
            case _ if args.is_complete and (symbol.owner is None or bound is not None) and not symbol.node.decorators:
                raise Dead  # a required argument is missing
            case _:
                values[param.name] = Unknown("argument that is not known")
    return values


def _spread(frame: Frame, state: State, value: Value, param: ir.Param, node: ir.Node) -> Value:
    """`*args` of a function that is called with `*iterable`."""
    from orm_lint.interpreter.loops import source_of

    source = source_of(frame, state, value, node)
    box = Box("tuple", source.base, source.element, size=source.size)
    return frame.make(state, ("rest", node.at, param.name), box)


def _default(frame: Frame, state: State, symbol: FunctionSymbol, default: ir.Expr, node: ir.Node) -> Value:
    if type(default) is ir.Const:
        return Const(default.value)
    return run_expression(frame, state, symbol.module, default, symbol.owner, node)


def _run(
    frame: Frame, state: State, symbol: FunctionSymbol, whole: ir.Function, values: Mapping[str, Value], node: ir.Node,
    threaded: bool = False,
) -> Value:  # fmt: skip
    call = canonical(state, tuple(values.values()), frame.exec)
    names = tuple(values)
    is_async = not threaded and (whole.is_async or frame.is_async)
    key = Key((symbol.module.path, symbol.node.at, names, is_async, _receiver_key(symbol, values), call.key))

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        inner.owner = symbol.owner
        first = whole.params[0].name if whole.params else None
        inner.receiver = call.values[0] if first is not None and names and names[0] == first else None
        inner.behalf = _class_of(call.heap, inner.receiver)
        inner_state = State(dict(zip(names, call.values, strict=True)), dict(call.heap))
        return run_body(inner, inner_state, whole.body)

    summary = summarised(frame, key, symbol.module, call, is_async, run, whole.is_async)
    if summary is None:
        from orm_lint.interpreter.unknown import escape

        escape(frame, state, Given(tuple(values.values())))
        return Unknown("call that was cut", frame.exec)
    value = summary.value
    if value is not None and type(value) in FLAT and not (summary.events or summary.heap or summary.uses):
        return value
    made = None
    if values and symbol.owner is not None and _makes_querysets(frame, state, next(iter(values.values()))):
        made = Made(frame.module, token_of(node))
    stop = Stop(frame.module, token_of(node), text_of(node) if summary.events else "")
    deps = mentioned_nest(frame, state, node) if summary.events else frozenset()
    result = Replay(frame, state, call, summary, stop, deps, _named(node)).run(made)
    if result is None:
        raise summary.end()
    return result


def _named(node: ir.Node) -> str:
    """What a call or a read of an attribute names."""
    match node:
        case ir.Call(func=ir.Name(id=name)) | ir.Name(id=name) | ir.Call(func=ir.Attr(name=name)) | ir.Attr(name=name):
            return name
    return ""


def _receiver_key(symbol: FunctionSymbol, values: Mapping[str, Value]) -> object:
    return symbol.owner.key if symbol.owner is not None else None


def _class_of(heap: Mapping[int, object], receiver: Value | None) -> ClassSymbol | None:
    held = heap.get(receiver.id) if type(receiver) is Ref else None
    return held.symbol if isinstance(held, Instance) else None


def _makes_querysets(frame: Frame, state: State, receiver: Value) -> bool:
    """A queryset that a manager's or queryset's method made counts as made where the method is called."""
    if isinstance(receiver, ModelManager | RelatedManager):
        return True
    return type(receiver) is Ref and isinstance(state.heap.get(receiver.id), QuerySet)


def run_body(inner: Frame, state: State, body: ir.Body) -> tuple[Value | None, State | None]:
    """Runs statements as a function's body: what it returns, and the state it leaves."""
    from orm_lint.interpreter.statements import block

    end = block(inner, state, body)
    if end is not None:
        inner.returns.append((NONE, end))
    return joined_returns(inner)


def joined_returns(inner: Frame) -> tuple[Value | None, State | None]:
    states = []
    for value, state in inner.returns:
        states.append(State({RETURNED: value}, state.heap, state.trail, state.sure))
    end = inner.join(*states)
    return (None, None) if end is None else (end.env[RETURNED], end)


def run_apart(
    frame: Frame, state: State, key: tuple[object, ...], behalf: ClassSymbol | None, args: tuple[Value, ...],
    node: ir.Node, act: Apart,
) -> None:  # fmt: skip
    """Runs what a framework does with some values as a call of its own: once for each kind of values.

    To whoever reads a finding it is no call: it happens where `node` stands. All that it depends on besides the values
    is in `key` and `behalf`.
    """
    call = canonical(state, args, frame.exec)
    whose = behalf.key if behalf is not None else None

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        inner.behalf = behalf
        inner_state = State({}, dict(call.heap))
        act(inner, inner_state, call.values)
        return NONE, inner_state

    known = Key(("apart", *key, whose, frame.is_async, call.key))
    summary = summary_of(frame, known, Body(frame.module, call, frame.is_async, run, is_apart=True))
    if summary is None:
        from orm_lint.interpreter.unknown import escape

        escape(frame, state, Given(args))
        return
    Replay(frame, state, call, summary, frame.stop(node), name=str(key), is_station=False).run(None)
    if summary.value is None:
        raise summary.end()


def run_expression(
    frame: Frame, state: State, module: Module, expr: ir.Expr, owner: ClassSymbol | None, node: ir.Node
) -> Value:
    """The value of an expression that stands at the top of a module or class: evaluated once, when it is imported."""
    from orm_lint.interpreter.expressions import evaluate

    key = Key(("expression", module.path, expr.at, type(expr).__name__))

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        inner.owner = owner
        inner.exec = ()
        inner_state = State({}, {})
        return evaluate(inner, inner_state, expr), inner_state

    summary = standing(frame, key, module, run)
    if summary is None:
        return Unknown("value that was cut")
    kept = Summary(summary.value, summary.heap, (), summary.size)
    result = Replay(frame, state, NO_ARGUMENTS, kept, Stop(module, expr.at, "")).run(None)
    return Unknown("value that cannot be made") if result is None else result


def run_generator(frame: Frame, state: State, ref: Ref, node: ir.Node) -> Value:
    """Runs the body of a generator when its first element is asked for; gives a container of what it yields."""
    found = state.heap[ref.id]
    assert isinstance(found, Generator) and isinstance(found.function, FunctionValue)
    symbol = found.function.symbol
    whole = frame.world.whole(symbol)
    args = Given(found.args, found.keywords)
    values = bind_parameters(frame, state, symbol, whole, found.function.bound, args, node)
    return _run_generator_body(frame, state, symbol, whole, values, node)


def _run_generator_body(
    frame: Frame, state: State, symbol: FunctionSymbol, whole: ir.Function, values: Mapping[str, Value], node: ir.Node
) -> Value:
    call = canonical(state, tuple(values.values()), frame.exec)
    names = tuple(values)
    is_async = whole.is_async or frame.is_async
    key = Key(("generator", symbol.module.path, symbol.node.at, names, is_async, call.key))

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        inner.owner = symbol.owner
        inner.receiver = call.values[0] if names else None
        inner_state = State(dict(zip(names, call.values, strict=True)), dict(call.heap))
        number = inner.number(GENERATED)
        inner_state.heap[number] = Box("iterator", inner.exec)
        inner.yielded = Ref(number)
        _, end = run_body(inner, inner_state, whole.body)
        return (Ref(number), end) if end is not None else (None, None)

    summary = summarised(frame, key, symbol.module, call, is_async, run, whole.is_async)
    if summary is None:
        return Unknown("generator that was cut", frame.exec)
    result = Replay(frame, state, call, summary, frame.stop(node, token_of(node))).run(None)
    if result is None:
        raise summary.end()
    return result


def call_closure(frame: Frame, state: State, closure: Closure, args: Given, node: ir.Node) -> Value:
    """Runs a lambda or inner function where it is called, with the variables that it captured."""
    from orm_lint.interpreter.expressions import evaluate
    from orm_lint.interpreter.statements import block

    if frame.inline_depth >= MAX_INLINE or frame.inlined.count(closure.node.at) >= MAX_UNROLLED:
        frame.world.count("cut: inner functions that call each other too deeply")
        return Unknown("inner function that recurs", frame.exec)
    if frame.world.steps + frame.own_steps > MAX_STEPS:
        frame.world.count("cut: entry points that run too long")
        frame.is_spent = True
        return Unknown("call that was cut", frame.exec)
    body = closure.node
    symbol = FunctionSymbol(closure.module, body, closure.owner) if isinstance(body, ir.Function) else None
    values = _closure_values(frame, state, closure, args, node)
    outer_env, outer_calls, outer_returns, outer_jumps = state.env, frame.calls, frame.returns, frame.jumps
    outer_module, outer_yielded = frame.module, frame.yielded
    current = {name: value for name, value in outer_env.items() if outer_module is closure.module}
    state.env = {**dict(closure.captured), **{n: current[n] for n, _ in closure.captured if n in current}, **values}
    if symbol is not None:
        frame.calls = (*outer_calls, frame.stop(node, token_of(node)))
    frame.returns, frame.jumps, frame.module = [], [], closure.module
    if isinstance(body, ir.Function):
        state.env.setdefault(body.name, closure)
    frame.inline_depth += 1
    frame.inlined.append(body.at)
    result: Value = NONE
    try:
        if isinstance(body, ir.Lambda):
            result = evaluate(frame, state, body.body)
        else:
            if frame.world.is_generator(closure.module, body):
                frame.yielded = frame.make(state, ("inner", node.at), Box("iterator", frame.exec))
            held = frame.yielded
            end = block(frame, state.copy(), body.body)
            if end is not None:
                frame.returns.append((NONE, end))
            result = _inline_result(frame, state)
            if held is not None and held is not outer_yielded:
                result = held
    finally:
        frame.inline_depth -= 1
        frame.inlined.pop()
        frame.returns, frame.jumps, frame.calls, frame.module = outer_returns, outer_jumps, outer_calls, outer_module
        frame.yielded = outer_yielded
        state.env = outer_env
    return result


def _inline_result(frame: Frame, state: State) -> Value:
    value, end = joined_returns(frame)
    if end is None or value is None:
        raise Dead
    state.heap, state.trail, state.sure = end.heap, end.trail, end.sure
    return value


def _closure_values(frame: Frame, state: State, closure: Closure, args: Given, node: ir.Node) -> dict[str, Value]:
    params = closure.node.params
    symbol = FunctionSymbol(closure.module, ir.Stub(node.at, "lambda", (), False, node.at), None)
    shell = ir.Function(node.at, "lambda", params, (), (), None, False, node.at, ())
    return bind_parameters(frame, state, symbol, shell, None, args, node)


def construct_instance(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Node) -> Value:
    """`Class(…)` of a class that is no model: an instance, with `__init__` run on it."""
    from orm_lint.interpreter.attributes import in_library

    unread = frame.world.names.has_unread_base(symbol)
    ref = frame.make(state, ("instance", node.at, symbol.key), Instance(symbol, frame.exec, is_open=False))
    init = frame.world.names.class_member(symbol, "__init__")
    if isinstance(init, FunctionSymbol) and not in_library(frame, init):
        call_function(frame, state, FunctionValue(init, ref), args, node)
    else:
        from orm_lint.interpreter.unknown import escape

        if unread:
            escape(frame, state, args)
        found = state.heap[ref.id]
        if isinstance(found, Instance):
            attrs = {**found.attrs, **_dataclass_fields(symbol, args)}
            state.heap[ref.id] = replace(found, attrs=attrs)
    return ref


def _dataclass_fields(symbol: ClassSymbol, args: Given) -> dict[str, Value]:
    """Fields that a dataclass (or the like) takes as arguments, in the order in which its body annotates them."""
    names = [
        target.id
        for statement in symbol.node.body
        if isinstance(statement, ir.Assign) and statement.annotation is not None
        for target in statement.targets
        if isinstance(target, ir.Name)
    ]
    if not names:
        return {}
    return {**dict(zip(names, args.args, strict=False)), **dict(args.keywords)}
