"""What each kind of expression means to the static evaluator."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.ir import nodes as ir
from orm_lint.project import calls, execute
from orm_lint.project.frames import MAX_LOOP, Bound, Env, Frame
from orm_lint.project.modules import Module
from orm_lint.project.operators import as_text, is_open, items_of, operate, parent, text
from orm_lint.project.symbols import ClassSymbol, External, ModuleSymbol, ValueSymbol
from orm_lint.project.values import (
    UNKNOWN,
    Items,
    Kind,
    PathValue,
    Table,
    Unknown,
    Value,
    either,
    make_items,
    make_table,
    mapped,
    truth,
)

if TYPE_CHECKING:
    from orm_lint.project.evaluate import Evaluator


def value_of(evaluator: Evaluator, frame: Frame, expr: ir.Expr) -> Value:
    """The value of an expression; `Evaluator.value` guards how deep this goes."""
    match expr:
        case ir.Name(id=name):
            return _name(evaluator, frame, name)
        case ir.Attr():
            return _attribute(evaluator, frame, expr)
        case ir.Call():
            return calls.call(evaluator, frame, expr)
        case ir.Seq(kind="list" | "tuple" | "set" as kind, items=exprs):
            return display(evaluator, frame, kind, exprs)
        case ir.Map(keys=keys, values=values):
            return _table(evaluator, frame, zip(keys, values, strict=True))
        case ir.Op():
            return _operation(evaluator, frame, expr)
        case ir.Index(value=value, index=index):
            return _item(evaluator, frame, value, index)
        case ir.Format(parts=parts):
            return _format(evaluator, frame, parts)
        case ir.Cond(test=test, then=then, other=other):
            decided = truth(evaluator.value(frame, test))
            taken = (then, other) if decided is None else (then if decided else other,)
            return either(*(evaluator.value(frame, branch) for branch in taken))
        case ir.Comp(kind="list" | "set" | "generator", value=None, clauses=(clause,)):
            return _comprehension(evaluator, frame, expr, clause)
        case ir.Bind(value=value):
            return evaluator.value(frame, value)
    return UNKNOWN


def display(evaluator: Evaluator, frame: Frame, kind: Kind, exprs: Iterable[ir.Expr]) -> Items:
    """A display of expressions with `*unpacking`."""
    found: list[Value] = []
    is_partial = False
    for expr in exprs:
        value = evaluator.value(frame, expr.value if isinstance(expr, ir.Star) else expr)
        if isinstance(expr, ir.Star):
            found += items_of(value)
            is_partial = is_partial or is_open(value)
        else:
            found.append(value)
    return make_items(kind, found, is_partial=is_partial)


def _name(evaluator: Evaluator, frame: Frame, name: str) -> Value:
    if bound := evaluator.force(frame.env.get(name)):
        return bound.value
    for owner in () if frame.instance else frame.scope:
        if bound := evaluator.force(evaluator.class_env(owner).get(name)):
            return bound.value
    if name == "__file__":
        return PathValue(frame.module.path) if frame.module.evidence == "project" else UNKNOWN
    found = evaluator.lookup(frame.module, name)
    return found.value if found else UNKNOWN


def _attribute(evaluator: Evaluator, frame: Frame, expr: ir.Attr) -> Value:
    if frame.instance and (found := _of_instance(evaluator, frame, frame.instance, expr)):
        return found.value
    match evaluator.symbol(frame, expr.value):
        case ModuleSymbol(module):
            bound = evaluator.lookup(module, expr.name)
            return bound.value if bound else UNKNOWN
        case ClassSymbol() as symbol:
            bound = evaluator.class_lookup(symbol, expr.name)
            return _member(evaluator, symbol, bound.value) if bound else UNKNOWN
        case External("django.conf.settings"):
            return evaluator.settings.get(expr.name, UNKNOWN)
        case ValueSymbol(Module(name="django.conf")):
            return evaluator.settings.get(expr.name, UNKNOWN)
    return mapped(lambda value: _attribute_of(value, expr.name), evaluator.value(frame, expr.value))


def _of_instance(evaluator: Evaluator, frame: Frame, instance: ClassSymbol, expr: ir.Attr) -> Bound | None:
    """`self.name` and `super().name` in a method."""
    match expr.value:
        case ir.Name(id="self" | "cls"):
            return evaluator.class_lookup(instance, expr.name)
        case ir.Call(func=ir.Name(id="super")) if frame.scope:
            return evaluator.class_lookup(instance, expr.name, frame.scope[0])
    return None


def _member(evaluator: Evaluator, symbol: ClassSymbol, value: Value) -> Value:
    """A class attribute; a member of Django's Choices is written as (value, label)."""
    match value:
        case Items(kind="tuple", items=(first, _)) if _is_choices(evaluator, symbol):
            return first
    return value


def _is_choices(evaluator: Evaluator, symbol: ClassSymbol) -> bool:
    return any(owner.dotted.endswith("Choices") for owner in evaluator.names.mro(symbol)[1:])


def _table(evaluator: Evaluator, frame: Frame, pairs: Iterable[tuple[ir.Expr | None, ir.Expr]]) -> Table:
    found: list[tuple[Value, Value]] = []
    is_partial = False
    for key, expr in pairs:
        value = evaluator.value(frame, expr)
        if key is not None:
            found.append((evaluator.value(frame, key), value))
        elif isinstance(value, Table):
            found += value.pairs
            is_partial = is_partial or value.is_partial
        else:
            is_partial = True
    return make_table(found, is_partial=is_partial)


def _operation(evaluator: Evaluator, frame: Frame, expr: ir.Op) -> Value:
    match expr:
        case ir.Op(op="and" | "or" as op, operands=operands):
            return _first_of(evaluator, frame, op == "or", operands)
        case ir.Op(op="not", operands=(operand,)):
            decided = truth(evaluator.value(frame, operand))
            return UNKNOWN if decided is None else not decided
        case ir.Op(op="-", operands=(operand,)):
            return operate("-", 0, evaluator.value(frame, operand))
        case ir.Op(op="+" | "-" | "|" | "&" | "%" as op, operands=(first, _, _, *_)):
            return _fold(evaluator, frame, op, first, expr.operands[1:])
        case ir.Op(op=op, operands=(_, _)):
            return _chain(evaluator, frame, expr, op)
    return UNKNOWN


def _chain(evaluator: Evaluator, frame: Frame, expr: ir.Op, op: str) -> Value:
    """`a + b + c …` without a level of recursion for each operand."""
    pending: list[ir.Expr] = []
    first: ir.Expr = expr
    while isinstance(first, ir.Op) and first.op == op and len(first.operands) == 2:
        first, right = first.operands
        pending.append(right)
    return _fold(evaluator, frame, op, first, pending[::-1])


def _fold(evaluator: Evaluator, frame: Frame, op: str, first: ir.Expr, rest: Iterable[ir.Expr]) -> Value:
    value = evaluator.value(frame, first)
    for right in rest:
        value = operate(op, value, evaluator.value(frame, right))
    return value


def _first_of(evaluator: Evaluator, frame: Frame, wanted: bool, operands: Iterable[ir.Expr]) -> Value:
    """`a or b` (wanted is True) and `a and b`: the first operand that decides, those before it if they may."""
    possible: list[Value] = []
    value: Value = UNKNOWN
    for operand in operands:
        value = evaluator.value(frame, operand)
        decided = truth(value)
        if decided is wanted:
            return either(*possible, value)
        if decided is None:
            possible.append(value)
    return either(*possible, value)


def _item(evaluator: Evaluator, frame: Frame, container: ir.Expr, index: ir.Expr) -> Value:
    if isinstance(container, ir.Attr) and container.name == "parents":
        value, steps = evaluator.value(frame, container.value), evaluator.value(frame, index)
        if isinstance(value, PathValue) and isinstance(steps, int) and 0 <= steps < MAX_LOOP:
            return PathValue(parent(value.path, steps + 1))
        return UNKNOWN
    value = evaluator.value(frame, container)
    if isinstance(index, ir.Slice):
        return _slice(evaluator, frame, value, index)
    key = evaluator.value(frame, index)
    return mapped(lambda found: item_of(found, key), value)


def _slice(evaluator: Evaluator, frame: Frame, value: Value, index: ir.Slice) -> Value:
    values = [None if part is None else evaluator.value(frame, part) for part in (index.lower, index.upper, index.step)]
    bounds = [value for value in values if value is None or isinstance(value, int)]
    if len(bounds) < len(values) or bounds[2] == 0:
        return UNKNOWN
    match value:
        case Items(kind=kind, items=items, is_partial=False):
            return make_items(kind, items[slice(*bounds)])
        case str():
            return value[slice(*bounds)]
    return UNKNOWN


def _format(evaluator: Evaluator, frame: Frame, parts: Iterable[ir.Expr]) -> Value:
    found: Value = ""
    for part in parts:
        written = mapped(_written, evaluator.value(frame, part))
        found = operate("+", found, written)
    return text(found) if isinstance(found, str) else found


def _comprehension(evaluator: Evaluator, frame: Frame, expr: ir.Comp, clause: ir.Clause) -> Value:
    source = evaluator.value(frame, clause.iter)
    found: list[Value] = []
    is_partial = is_open(source)
    for item in items_of(source)[:MAX_LOOP]:
        inner = Frame(frame.module, Env(parent=frame.env), frame.scope)
        execute.store(evaluator, inner, clause.target, item)
        tests = [truth(evaluator.value(inner, test)) for test in clause.tests]
        if False not in tests:
            found.append(evaluator.value(inner, expr.element))
            is_partial = is_partial or None in tests
    return make_items("set" if expr.kind == "set" else "list", found, is_partial=is_partial)


def item_of(container: Value, key: Value) -> Value:
    """`container[key]`."""
    match container, key:
        case Table(), _ if not isinstance(key, Unknown):
            found = container.get(key)
            return UNKNOWN if found is None and not _has_none(container, key) else found
        case Items(kind="list" | "tuple", items=items, is_partial=False), int() if -len(items) <= key < len(items):
            return items[key]
        case Items(kind="list" | "tuple", items=items), int() if 0 <= key < len(items) and UNKNOWN not in items[:key]:
            return items[key]
    return UNKNOWN


def _has_none(container: Table, key: Value) -> bool:
    return any(known == key and value is None for known, value in container.pairs)


def _attribute_of(value: Value, name: str) -> Value:
    match value, name:
        case PathValue(path=path), "parent":
            return PathValue(parent(path))
        case PathValue(path=path), "name":
            return path.rpartition("/")[2]
        case PathValue(path=path), "root":
            return PathValue(path)
        case ((str() | int()), "value"):
            return value
    return UNKNOWN


def _written(value: Value) -> Value:
    if isinstance(value, PathValue):
        return value
    found = as_text(value)
    return UNKNOWN if found is None else found
