"""Attributes of `self`: what any method of a class sets, gathered before one is read."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.interpreter.calls import run_body
from orm_lint.interpreter.canonical import NO_ARGUMENTS, Key, Replay, Summary, reached
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import join_values
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.state import State
from orm_lint.interpreter.summaries import standing
from orm_lint.interpreter.values import Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

Setters = dict[str, tuple[FunctionSymbol, ...]]


def setters(frame: Frame, symbol: ClassSymbol) -> Setters:
    """For each attribute, the methods of a class and its ancestors in the project that assign it."""
    key = ("setters", symbol.key)
    known = frame.world.class_values.get(key)
    if isinstance(known, dict):
        return known
    found: dict[str, list[FunctionSymbol]] = {}
    for method in _methods(frame, symbol):
        for name in _assigned(frame, method):
            found.setdefault(name, []).append(method)
    result = {name: tuple(methods) for name, methods in found.items()}
    frame.world.class_values[key] = result
    return result


def _methods(frame: Frame, symbol: ClassSymbol) -> Iterator[FunctionSymbol]:
    seen: set[str] = set()
    for owner in frame.world.names.mro(symbol):
        if isinstance(owner, ClassSymbol) and frame.world.is_run(owner.module):
            for name, bindings in frame.world.names.members(owner).names.items():
                binding = bindings[-1]
                if isinstance(binding, ir.Function | ir.Stub) and name not in seen:
                    seen.add(name)
                    yield FunctionSymbol(owner.module, binding, owner)


def _assigned(frame: Frame, method: FunctionSymbol) -> frozenset[str]:
    key = ("assigned", method.module.path, method.node.at)
    known = frame.world.class_values.get(key)
    if isinstance(known, frozenset):
        return known
    whole = frame.world.whole(method)
    first = whole.params[0].name if whole.params else ""
    names = frozenset(name for statement in whole.body for name in _sets(first, statement))
    frame.world.class_values[key] = names
    return names


def _setting(frame: Frame, method: FunctionSymbol) -> ir.Body:
    """The body of a method as far as it sets attributes: what comes after the last of them is not asked for here."""
    key = ("setting", method.module.path, method.node.at)
    known = frame.world.class_values.get(key)
    if isinstance(known, tuple):
        return known
    whole = frame.world.whole(method)
    first = whole.params[0].name if whole.params else ""
    last = max((number for number, found in enumerate(whole.body) if any(_sets(first, found))), default=-1)
    body = frame.world.class_values[key] = whole.body[: last + 1]
    return body


def _sets(first: str, statement: ir.Stmt) -> Iterator[str]:
    """The attributes that a statement, or one inside of it, assigns to the first parameter."""
    for node in statements((statement,)):
        if isinstance(node, ir.Assign) and node.value is not None:
            for target in _targets(node.targets):
                if isinstance(target, ir.Attr) and isinstance(target.value, ir.Name) and target.value.id == first:
                    yield target.name


def _targets(targets: tuple[ir.Expr, ...]) -> Iterator[ir.Expr]:
    for target in targets:
        if isinstance(target, ir.Seq):
            yield from _targets(target.items)
        else:
            yield target


def attribute_of(frame: Frame, state: State, symbol: ClassSymbol, name: str, is_stated: bool) -> Value | None:
    """The value that the methods of a class give `self.name`; None if none of them sets it.

    What answers one kind of request is no setter for another one, where the class itself states the attribute.
    """
    methods = setters(frame, symbol).get(name, ())
    values: list[Value] = []
    for method in methods:
        if is_stated and (method.module.path, method.node.at) in frame.world.handlers:
            continue
        value = _run_setter(frame, state, symbol, method, name)
        if value is not None:
            values.append(value)
    return join_values(frame, state, *values) if values else None


def _run_setter(frame: Frame, state: State, symbol: ClassSymbol, method: FunctionSymbol, name: str) -> Value | None:
    """Runs one method on an instance of which nothing is known, for what it leaves behind."""
    from orm_lint.interpreter.parameters import unhanded

    world = frame.world

    def run(inner: Frame) -> tuple[Value | None, State | None]:
        whole = world.whole(method)
        inner.owner = method.owner
        number = inner.number("self")
        inner.receiver = Ref(number)
        heap = {number: Instance(symbol, ())}
        start = State({}, dict(heap))
        for param in whole.params[1:]:
            start.env[param.name] = unhanded(inner, start, method.module, method.owner, whole, param)
        if whole.params:
            start.env[whole.params[0].name] = Ref(number)
        _, end = run_body(inner, start, _setting(frame, method))
        return (Ref(number), end) if end is not None else (None, None)

    key = Key(("setter", symbol.key, method.module.path, method.node.at))
    summary = standing(frame, key, method.module, run)
    held = summary.heap.get(summary.value.id) if summary is not None and type(summary.value) is Ref else None
    value = held.attrs.get(name) if isinstance(held, Instance) else None
    if summary is None or value is None:
        return None
    kept = Summary(value, reached(value, summary.heap), (), summary.size)
    return Replay(frame, state, NO_ARGUMENTS, kept, Stop(method.module, method.node.at, name)).run(None)
