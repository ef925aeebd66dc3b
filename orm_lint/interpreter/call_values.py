"""Calling whatever a value is."""

from __future__ import annotations

from orm_lint.interpreter import querysets
from orm_lint.interpreter.calls import call_closure, call_function, construct_instance, named_class
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.managers import QUERYSET_BASES, call_manager, call_related, construct_queryset
from orm_lint.interpreter.objects import NOBODY, Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.row_methods import call_row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.unknown import escape
from orm_lint.interpreter.values import (
    CACHED,
    BoundMethod,
    ClassValue,
    Closure,
    ExternalValue,
    FunctionValue,
    Getter,
    ModelManager,
    Partial,
    Plain,
    Ref,
    RelatedManager,
    Threaded,
    Union,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.orm.plans import Load
from orm_lint.project.symbols import ClassSymbol, External

SHAPED = frozenset(
    "filter exclude select_related prefetch_related annotate order_by values_list distinct only defer get_or_create "
    "update_or_create bulk_create aggregate in_bulk select_for_update exists".split()
)

COPYING = frozenset({"_clone", "_chain"})
"""What querysets use themselves, and those of projects too: the same rows, another queryset."""


def call_value(frame: Frame, state: State, called: Value, args: Given, node: ir.Call) -> Value:
    """The value of a call."""
    if isinstance(node.func, ir.Attr) and node.func.name in SHAPED:
        _count(frame, state, called, node.func)
    return _call(frame, state, called, args, node)


def _count(frame: Frame, state: State, called: Value, node: ir.Attr) -> None:
    """Counts the calls that look like a queryset's, and those where we know the model."""
    key = (frame.module.path, node.at)
    cause = ""
    for option in options(called):
        known = option.receiver if isinstance(option, BoundMethod) else option
        if isinstance(option, FunctionValue):
            known = option.bound or option
        held = state.heap.get(known.id) if type(known) is Ref else None
        if isinstance(held, QuerySet) or type(known) in (ModelManager, RelatedManager, FunctionValue):
            frame.world.seen_calls.add(key)
            frame.world.causes.pop(key, None)
            return
        cause = known.cause if type(known) is Unknown else type(held or known).__name__
    if key not in frame.world.seen_calls:
        frame.world.causes[key] = cause


def _call(frame: Frame, state: State, called: Value, args: Given, node: ir.Call) -> Value:
    match called:
        case BoundMethod():
            return _method(frame, state, called, args, node)
        case FunctionValue():
            return call_function(frame, state, called, args, node)
        case ClassValue(symbol=symbol):
            return construct(frame, state, symbol, args, node)
        case Closure():
            return call_closure(frame, state, called, args, node)
        case ExternalValue(dotted=dotted):
            return _external(frame, state, dotted, args, node)
        case Union(options=found):
            return _alternatives(frame, state, found, args, node)
        case Partial():
            merged = Given((*called.args, *args.args), (*called.keywords, *args.keywords), args.is_complete)
            return _call(frame, state, called.function, merged, node)
        case Getter():
            return get(frame, state, called, args.args[0], node) if args.args else Plain()
        case Threaded(function=function):
            return _threaded(frame, state, function, args, node)
        case RelatedManager():
            return called  # `row.tags(manager="objects")`
        case Ref():
            value = _call_object(frame, state, called, args, node)
            if value is not None:
                return value
    escape(frame, state, args)
    cause = called.cause if type(called) is Unknown else "call of a value that is not known"
    return Unknown(cause, frame.exec, _gives_rows(frame, node.func))


def _gives_rows(frame: Frame, func: ir.Expr) -> bool:
    """Whether something is called like a method that gives a queryset, and never None."""
    method = find_method(func.name, frame.world.django) if isinstance(func, ir.Attr) else None
    return method is not None and method.does in ("clone", "all")


def _alternatives(frame: Frame, state: State, found: tuple[Value, ...], args: Given, node: ir.Call) -> Value:
    """Any of several callees: each runs in a state of its own, then these are joined."""
    ends: list[State | None] = []
    is_unsure = any(type(option) is Unknown for option in found)
    for option in found:
        inner = state.copy()
        frame.unsure += is_unsure
        try:
            inner.env["$value"] = _call(frame, inner, option, args, node)
        except Dead:
            continue
        finally:
            frame.unsure -= is_unsure
        ends.append(inner)
    joined = frame.join(*ends)
    if joined is None:
        raise Dead
    state.become(joined)
    return state.env.pop("$value")


def get(frame: Frame, state: State, getter: Getter, value: Value, node: ir.Node) -> Value:
    """What `attrgetter` and `itemgetter` read from one element."""
    from orm_lint.interpreter.attributes import read
    from orm_lint.interpreter.containers import item
    from orm_lint.interpreter.values import Const

    results: list[Value] = []
    for path in getter.paths:
        current = value
        if getter.by_item:
            current = item(frame, state, value, Const(path), None, node)
        else:
            for name in str(path).split("."):
                current = read(frame, state, current, name, node)
        results.append(current)
    if len(results) == 1:
        return results[0]
    return frame.make(state, ("got", node.at), Box("tuple", frame.exec, entries=dict(enumerate(results))))


def _threaded(frame: Frame, state: State, function: Value, args: Given, node: ir.Call) -> Value:
    outer, frame.is_async = frame.is_async, False
    try:
        return _call(frame, state, function, args, node)
    finally:
        frame.is_async = outer


def _method(frame: Frame, state: State, called: BoundMethod, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.containers import call_box, call_plain

    receiver, name = called.receiver, called.name
    match receiver:
        case ModelManager():
            return call_manager(frame, state, receiver, name, args, node)
        case RelatedManager():
            return call_related(frame, state, receiver, name, args, node)
        case Ref(id=number):
            match state.heap.get(number):
                case QuerySet():
                    method = find_method("all" if name in COPYING else name, frame.world.django)
                    if method is not None:
                        return querysets.call_method(frame, state, receiver, method, args, node)
                    return Unknown("queryset method that is not known", frame.exec)
                case Row():
                    return call_row(frame, state, receiver, name, args, node)
                case Box():
                    return call_box(frame, state, receiver, name, args, node)
                case Instance(symbol=symbol):
                    for ancestor in frame.world.names.mro(symbol):
                        model = frame.world.models.get(f"{ancestor.dotted}.{name}")
                        if model is not None:
                            return model(frame, state, Given((receiver, *args.args), args.keywords), node)
                    escape(frame, state, args)
                    return Unknown("method of a library class", frame.exec)
        case ClassValue(symbol=symbol) if name == "$m2m":
            return Unknown("descriptor of a relation")
    return call_plain(frame, state, receiver, name, args, node)


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`Class(…)`."""
    for ancestor in frame.world.names.mro(symbol):
        if ancestor.dotted in frame.world.models:
            return frame.world.models[ancestor.dotted](frame, state, args, node)
    model = frame.world.model_of(symbol)
    if model is not None:
        attrs = dict(args.keywords)
        positional = [field.attname for field in model.fields if field.column is not None]
        attrs |= dict(zip(positional, args.args, strict=False))
        row = Row(model.label, Load(), frame.exec, NOBODY, model.label, attrs=attrs, is_new=True)
        return frame.make(state, ("new", node.at), row)
    if frame.world.names.descends_from(symbol, QUERYSET_BASES):
        return construct_queryset(frame, state, symbol, args, node)
    for ancestor in frame.world.names.mro(symbol) if frame.world.classes else ():
        if ancestor.dotted in frame.world.classes:
            return frame.world.classes[ancestor.dotted](frame, state, symbol, args, node)
    if not frame.world.is_run(symbol.module):
        escape(frame, state, args)
        return Unknown(f"instance of {symbol.module.name.partition('.')[0]}", frame.exec)
    if any(isinstance(found, External) and found.dotted.startswith("enum.") for found in frame.world.names.mro(symbol)):
        return Plain(frame.exec)
    return construct_instance(frame, state, symbol, args, node)


def _external(frame: Frame, state: State, dotted: str, args: Given, node: ir.Call) -> Value:
    from orm_lint.interpreter.builtins import BUILTINS

    handler = BUILTINS.get(dotted) or frame.world.models.get(dotted)
    if handler is not None:
        return handler(frame, state, args, node)
    if dotted.startswith("builtins."):
        return Plain(frame.exec)
    named = named_class(frame, node)
    if named is not None:
        return named
    escape(frame, state, args)
    if dotted.startswith("django.core.cache."):
        return Unknown(CACHED, frame.exec)
    return Unknown(f"call of {dotted.partition('.')[0]}", frame.exec)


def _call_object(frame: Frame, state: State, ref: Ref, args: Given, node: ir.Call) -> Value | None:
    from orm_lint.interpreter.attributes import class_of, in_library
    from orm_lint.project.symbols import FunctionSymbol

    start = class_of(frame, state, ref)
    if not isinstance(start, ClassValue):
        return None
    member = frame.world.names.class_member(start.symbol, "__call__")
    if isinstance(member, FunctionSymbol) and not in_library(frame, member):
        return call_function(frame, state, FunctionValue(member, ref), args, node)
    return None
