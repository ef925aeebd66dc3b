"""Tests: what they cost, whether they are decided, and what is known on either side of them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.kinds import Verdict, is_exactly, is_instance, kinds_of, type_asked_for
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Closure,
    Const,
    FunctionValue,
    ModelManager,
    Plain,
    Ref,
    RelatedManager,
    Union,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk

Sides = tuple[State | None, State | None]


def branch(frame: Frame, state: State, test: ir.Expr, evaluated: Value | None = None) -> Sides:
    """The states in which a test holds and does not hold; None where that cannot be. `state` is used up."""
    from orm_lint.interpreter.expressions import evaluate

    match test:
        case ir.Op(op="not", operands=(inner,)) if evaluated is None:
            yes, no = branch(frame, state, inner)
            return no, yes
        case ir.Op(op="and" | "or" as op, operands=operands) if evaluated is None:
            return _chain(frame, state, op, operands)
        case ir.Call(func=ir.Name(id="isinstance"), args=(subject, kind)) if evaluated is None:
            return _of_kind(frame, state, subject, kind, is_instance)
        case ir.Op(op="is" | "==" | "in" as op, operands=(ir.Call() | ir.Attr() as asked, kind)) if evaluated is None:
            if (whose := type_asked_for(asked)) is not None:
                return _of_kind(frame, state, whose, kind, is_exactly, many=op == "in")
        case ir.Op(op="is not" | "!=" | "not in" as op, operands=(ir.Call() | ir.Attr() as asked, _)) if (
            evaluated is None and type_asked_for(asked) is not None
        ):
            yes, no = branch(frame, state, replace(test, op={"is not": "is", "!=": "==", "not in": "in"}[op]))
            return no, yes
    try:
        value = evaluate(frame, state, test) if evaluated is None else evaluated
        decided = truth(frame, state, value, test)
    except Dead:
        return None, None
    if decided is not None:
        return (state, None) if decided else (None, state)
    other = state.copy()
    return _assume(frame, state, test, True, value), _assume(frame, other, test, False, value)


def _chain(frame: Frame, state: State, op: str, operands: tuple[ir.Expr, ...]) -> Sides:
    ended: list[State | None] = []
    current: State | None = state
    for operand in operands:
        if current is None:
            break
        yes, no = branch(frame, current, operand)
        ended.append(no if op == "and" else yes)
        current = yes if op == "and" else no
    rest = frame.join(*ended)
    return (current, rest) if op == "and" else (rest, current)


def truth(frame: Frame, state: State, value: Value, node: ir.Node) -> bool | None:
    """Whether a value is true; asking a queryset is a query."""
    results = {_truth(frame, state, option, node) for option in options(value)}
    return results.pop() if len(results) == 1 else None


def _truth(frame: Frame, state: State, value: Value, node: ir.Node) -> bool | None:
    match value:
        case Const(value=constant):
            return bool(constant)
        case Plain(is_true=True):
            return True
        case ClassValue() | FunctionValue() | Closure() | ModelManager() | RelatedManager():
            return True
        case Ref(id=number):
            match state.heap.get(number):
                case QuerySet():
                    querysets.evaluate(frame, state, value, "bool", node)
                    return None
                case Row():
                    return True
                case Box(element=None, entries=entries, size=None) if not entries:
                    return None
                case Instance():
                    return None
    return None


def _assume(frame: Frame, state: State, test: ir.Expr, holds: bool, value: Value) -> State | None:
    """What is known where a test holds (or does not)."""
    match test:
        case ir.Name() | ir.Attr() | ir.Bind():
            return _narrow(frame, state, test, value, lambda option: _can_be(state, option, holds), holds)
        case ir.Op(op="is" | "==" | "is not" | "!=" as op, operands=(subject, ir.Const(value=None))):
            wants_none = (op in ("is", "==")) == holds
            return _narrow_none(frame, state, subject, wants_none)
        case ir.Call(func=ir.Name(id="hasattr"), args=(subject, ir.Const(value=str(name)))):
            if not holds:
                _set_absent(frame, state, subject, name)
        case ir.Call(func=ir.Attr(value=ir.Attr(name=name), name="is_cached"), args=(subject,)) if holds:
            _set_loaded(frame, state, subject, name)
    return state


def _can_be(state: State, option: Value, holds: bool) -> bool:
    match option:
        case Const(value=constant):
            return bool(constant) == holds
        case Ref(id=number):
            return holds or not isinstance(state.heap.get(number), Row | Instance)
    return True


def _narrow(
    frame: Frame, state: State, test: ir.Expr, value: Value, keeps: Callable[[Value], bool], holds: bool
) -> State | None:
    if isinstance(test, ir.Bind):
        test = test.target
    kept = tuple(option for option in options(value) if keeps(option))
    if not kept:
        return None
    if type(value) is Union:
        _store(frame, state, test, kept[0] if len(kept) == 1 else Union(kept))
    if not holds and isinstance(test, ir.Attr):
        _set_absent_by_column(frame, state, test)
    return state


def _narrow_none(frame: Frame, state: State, subject: ir.Expr, wants_none: bool) -> State | None:
    value = peek(state, subject)
    if wants_none and isinstance(subject, ir.Attr):
        _set_absent_by_column(frame, state, subject)
    if value is None:
        return state
    kept = tuple(
        option for option in options(value) if (option == NONE) == wants_none or (wants_none and _may_be_none(option))
    )
    if not kept:
        return state if type(value) is Ref and not wants_none else None
    if wants_none and NONE in kept:
        kept = (NONE,)
    if type(value) is Union:
        _store(frame, state, subject, kept[0] if len(kept) == 1 else Union(kept))
    return state


def _may_be_none(option: Value) -> bool:
    if type(option) is Unknown:
        return not option.is_some
    return type(option) is Plain and not (option.is_true or option.is_given)


def peek(state: State, subject: ir.Expr) -> Value | None:
    """The value of a variable or of a row's attribute that is known already, without reading anything anew."""
    match subject:
        case ir.Name(id=name):
            return state.env.get(name)
        case ir.Bind(target=ir.Name(id=name)):
            return state.env.get(name)
        case ir.Attr(value=inner, name=name):
            held = peek(state, inner)
            found = state.heap.get(held.id) if type(held) is Ref else None
            if isinstance(found, Row | Instance):
                return found.attrs.get(name)
    return None


def _store(frame: Frame, state: State, subject: ir.Expr, value: Value) -> None:
    match subject:
        case ir.Name(id=name) | ir.Bind(target=ir.Name(id=name)):
            if name in state.env:
                state.env[name] = value
        case ir.Attr(value=inner, name=name):
            held = peek(state, inner)
            found = state.heap.get(held.id) if type(held) is Ref else None
            if isinstance(found, Row | Instance) and type(held) is Ref and name in found.attrs:
                state.heap[held.id] = replace(found, attrs={**found.attrs, name: value})


def _set_absent_by_column(frame: Frame, state: State, subject: ir.Attr) -> None:
    """`row.owner_id` is empty, so `row.owner` is None without a query."""
    held = peek(state, subject.value)
    found = state.heap.get(held.id) if type(held) is Ref else None
    if not isinstance(found, Row) or type(held) is not Ref:
        return
    model = frame.world.accessors.model(found.model)
    field = model.by_attname.get(subject.name) if model else None
    if field is not None and field.relation is not None and field.name != subject.name:
        state.heap[held.id] = replace(found, absent=found.absent | {field.name})


def _set_loaded(frame: Frame, state: State, subject: ir.Expr, name: str) -> None:
    """`Ad.owner.is_cached(ad)`: the relation of that name has been read, or came with the row."""
    held = peek(state, subject)
    found = state.heap.get(held.id) if type(held) is Ref else None
    if not isinstance(found, Row) or type(held) is not Ref or name in found.attrs:
        return
    accessor = frame.world.accessors.find(found.model, name)
    if accessor is not None and found.load.arrival(name) is None:
        known = Unknown("relation that has been loaded", found.nest)
        state.heap[held.id] = replace(found, attrs={**found.attrs, name: known})


def _set_absent(frame: Frame, state: State, subject: ir.Expr, name: str) -> None:
    held = peek(state, subject)
    found = state.heap.get(held.id) if type(held) is Ref else None
    if isinstance(found, Row) and type(held) is Ref:
        accessor = frame.world.accessors.find(found.model, name)
        if accessor is not None and accessor.kind == "reverse_one":
            state.heap[held.id] = replace(found, absent=found.absent | {name})


def _of_kind(
    frame: Frame, state: State, subject: ir.Expr, kind: ir.Expr, verdict_of: Verdict, many: bool = True
) -> Sides:
    """The states in which a value is of a kind and is not; its alternatives are told apart."""
    from orm_lint.interpreter.expressions import evaluate

    try:
        value = evaluate(frame, state, subject)
        kinds = kinds_of(state, evaluate(frame, state, kind), many)
    except Dead:
        return None, None
    verdicts = [(option, verdict_of(frame, state, option, kinds)) for option in options(value)]
    yes = tuple(option for option, verdict in verdicts if verdict is not False)
    no = tuple(option for option, verdict in verdicts if verdict is not True)
    other = state.copy()
    return _only(frame, state, subject, value, yes), _only(frame, other, subject, value, no)


def _only(frame: Frame, state: State, subject: ir.Expr, value: Value, kept: tuple[Value, ...]) -> State | None:
    if not kept:
        return None
    if len(kept) < len(options(value)):
        _store(frame, state, subject, kept[0] if len(kept) == 1 else Union(kept))
    return state


def is_prepared(state: State, node: ir.Try, handler: ir.Handler) -> bool:
    """Whether `except AttributeError` waits in vain: a prefetch or an annotation has set what is read."""
    if type(handler.type) is not ir.Name or handler.type.id != "AttributeError":
        return False
    for read in walk(node.body):
        held = peek(state, read.value) if type(read) is ir.Attr else None
        row = state.heap.get(held.id) if type(held) is Ref else None
        if isinstance(row, Row) and type(read) is ir.Attr:
            arrival = row.load.arrival(read.name)
            if read.name in row.load.annotations or (arrival is not None and arrival.how == "attribute"):
                return True
    return False
