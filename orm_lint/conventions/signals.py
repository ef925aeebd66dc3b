"""Signal handlers: `instance` is one row of the sender, which Django hands over when that row is saved or deleted.

https://docs.djangoproject.com/en/stable/ref/signals/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.members import own_method
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.expressions import evaluate
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks, Start
from orm_lint.interpreter.objects import NOBODY, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    FALSE,
    NONE,
    ClassValue,
    Closure,
    Const,
    FunctionValue,
    Plain,
    Unknown,
    Value,
    options,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.plans import Load
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

RECEIVER = frozenset({"django.dispatch.receiver", "django.dispatch.dispatcher.receiver"})
SIGNALS = "django.db.models.signals."
OF_ROWS = ("pre_save", "post_save", "pre_delete", "post_delete", "pre_init", "post_init")
APPS = frozenset({"django.apps.AppConfig", "django.apps.config.AppConfig"})
MADE_BY_SIGNAL: dict[str, Value] = {
    "created": Plain(), "raw": FALSE, "using": Plain(), "update_fields": Unknown("names of fields"),
    "origin": Unknown("row or queryset"), "action": Plain(), "reverse": Plain(), "pk_set": Unknown("keys"),
    "model": Unknown("model at the other end"), "signal": Unknown("signal"),
}  # fmt: skip


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """A handler for each sender that it is connected with, and `ready()`, where apps connect theirs."""
    if isinstance(symbol, ClassSymbol):
        if world.names.descends_from(symbol, APPS) and own_method(world, symbol, "ready") is not None:
            yield Start(symbol, (method(symbol.node.at, "ready"),), symbol)
        return
    if symbol.owner is not None:
        return
    for call in _connections(world, symbol):
        yield Start(symbol, (ir.Do(call.at, call),))


def _connections(world: World, symbol: FunctionSymbol) -> Iterator[ir.Call]:
    """`signal.connect(handler, sender=…)` in the module of a handler, and what `@receiver(signal, sender=…)` means."""
    for decorator in symbol.node.decorators:
        if isinstance(decorator, ir.Call) and decorator.args and _is_receiver(world, symbol, decorator.func):
            signals = decorator.args[0]
            for signal in signals.items if isinstance(signals, ir.Seq) else (signals,):
                connect = ir.Attr(decorator.at, signal, "connect")
                yield ir.Call(decorator.at, connect, (ir.Name(decorator.at, "subject"),), decorator.keywords)
    for call in _connected(world, symbol):
        rest = (ir.Name(call.at, "subject"), *call.args[1:])
        yield ir.Call(call.at, call.func, rest, call.keywords)


def _is_receiver(world: World, symbol: FunctionSymbol, func: ir.Expr) -> bool:
    found = world.names.follow(world.names.resolve(symbol.module, func, ()))
    return getattr(found, "dotted", "") in RECEIVER


def _connected(world: World, symbol: FunctionSymbol) -> Iterator[ir.Call]:
    for statement in world.names.statements(symbol.module):
        match statement:
            case ir.Do(value=ir.Call(func=ir.Attr(name="connect"), args=(ir.Name(id=name), *_)) as call):
                if name == symbol.node.name:
                    yield call


def connect(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`signal.connect(handler, sender)`: the handler runs with one row of the sender."""
    sender = args.args[1] if len(args.args) > 1 else args.keyword("sender") or NONE
    return _connect(frame, state, args, sender, node)


def connect_m2m(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`m2m_changed.connect(handler, sender=Ad.tags.through)`: the row has the relation, or is at its other end.

    What is read from it as from an `Ad` is there if it is one.
    """
    for keyword in node.keywords:
        match keyword:
            case ir.Keyword(name="sender", value=ir.Attr(value=ir.Attr(value=owner), name="through")):
                return _connect(frame, state, args, evaluate(frame, state, owner), node)
    return NONE


def _connect(frame: Frame, state: State, args: Given, sender: Value, node: ir.Call) -> Value:
    handler = args.args[0] if args.args else args.keyword("receiver") or NONE
    model = _model_of(frame, sender)
    for option in options(handler):
        if model is not None and isinstance(option, FunctionValue | Closure):
            _receive(frame, state, option, sender, model, node)
    return NONE


def _model_of(frame: Frame, sender: Value) -> Model | None:
    """The model that a sender is: the class, or its label."""
    found = None
    match sender:
        case ClassValue(symbol=symbol):
            found = frame.world.model_of(symbol)
        case Const(value=str(label)):
            found = frame.world.graph.get(label)
    return None if found is None or found.is_abstract else found


def _receive(frame: Frame, state: State, handler: Value, sender: Value, model: Model, node: ir.Call) -> None:
    row = Row(model.label, Load(), (), NOBODY, model.label, is_one=True, doubts=frozenset({"self"}))
    instance = frame.make(state, ("instance", node.at, model.label), row)
    keywords = {"sender": sender, "instance": instance, **MADE_BY_SIGNAL}
    call_value(frame, state, handler, Given((), tuple(keywords.items())), node)


MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"{SIGNALS}{name}.connect", connect) for name in OF_ROWS),
    (f"{SIGNALS}m2m_changed.connect", connect_m2m),
)
PART = Part(
    name="Django signals",
    summary="A handler is given one row of its sender, each time that such a row is saved or deleted.",
    recognised=("`@receiver(…)` and `signal.connect(…)`, in modules and in `AppConfig.ready()`",),
    hooks=Hooks(entry_points=(started,), models=MODELS),
)
