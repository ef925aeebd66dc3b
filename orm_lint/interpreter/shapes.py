"""Shapes of code that say more than their parts: caches, loops that use something up, walks, reads that may fail."""

from __future__ import annotations

from orm_lint.interpreter.conditions import peek
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import CACHED, Plain, Ref, Size, Union, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk

TAKES = frozenset({"pop", "popleft", "popitem"})


def fills_a_cache(node: ir.If) -> bool:
    """`if key not in cache: cache[key] = …` and `if self._x is None: self._x = …`: asked once a key, not once a row."""
    subject: ir.Expr
    match node.test:
        case ir.Op(op="not in", operands=(_, container)):
            return any(
                isinstance(target, ir.Index) and _same(target.value, container) for target in _assigned(node.then)
            )
        case ir.Op(op="not", operands=(ir.Call(func=ir.Name(id="hasattr"), args=(found, ir.Const(value=str(name)))),)):
            subject = ir.Attr(found.at, found, name)
        case ir.Op(op="is", operands=(found, ir.Const(value=None))) | ir.Op(op="not", operands=(found,)):
            subject = found
        case _:
            return False
    if isinstance(subject, ir.Call):
        return False
    return any(_same(target, subject) for target in _assigned(node.then))


def asks_a_cache(state: State, test: ir.Expr) -> bool:
    """Whether a test looks at what a cache had: what follows happens once for each time the cache forgets."""
    if type(test) is ir.Name:
        return _is_from_cache(state.env.get(test.id))
    if type(test) is ir.Attr:
        return _is_from_cache(peek(state, test)) or asks_a_cache(state, test.value)
    if type(test) is ir.Const:
        return False
    if type(test) is ir.Op:
        return any(asks_a_cache(state, part) for part in test.operands)
    return any(_is_from_cache(peek(state, node)) for node in walk(test) if isinstance(node, ir.Name | ir.Attr))


def _is_from_cache(value: Value | None) -> bool:
    if value is None or type(value) not in (Unknown, Union):
        return False
    return any(type(found) is Unknown and found.cause == CACHED for found in options(value))


def _assigned(body: ir.Body) -> list[ir.Expr]:
    return [target for statement in body if isinstance(statement, ir.Assign) for target in statement.targets]


def _same(left: ir.Expr, right: ir.Expr) -> bool:
    match left, right:
        case ir.Name(id=a), ir.Name(id=b):
            return a == b
        case ir.Attr(value=a, name=x), ir.Attr(value=b, name=y):
            return x == y and _same(a, b)
        case ir.Index(value=a, index=x), ir.Index(value=b, index=y):
            return _same(a, b) and _same(x, y)
        case ir.Const(value=a), ir.Const(value=b):
            return a == b
    return False


def walks(node: ir.While) -> bool:
    """`while rows: … rows = found`: what the next round is about is only known after this one."""
    if type(node.test) is not ir.Name:
        return False
    name = node.test.id
    if any(type(part) is ir.Attr and part.name in TAKES and _same(part.value, node.test) for part in walk(node.body)):
        return False  # it takes one row after the other
    return any(
        isinstance(found, ir.Assign)
        and any(type(target) is ir.Name and target.id == name for target in found.targets)
        and found.value is not None
        and not any(type(part) is ir.Name and part.id == name for part in walk(found.value))
        for found in walk(node.body)
    )


def size_of_test(state: State, test: ir.Expr) -> Size:
    """What bounds a loop that takes from a container until it is empty, or counts up to a number of rows."""
    match test:
        case ir.Name(id=name) | ir.Call(func=ir.Name(id="len"), args=(ir.Name(id=name),)):
            value = state.env.get(name)
            found = state.heap.get(value.id) if type(value) is Ref else None
            return (found.size or "unknown") if isinstance(found, Box) else _counted(value)
        case ir.Op(op="<" | ">" | "<=" | ">=" | "!=", operands=operands):
            sizes = [size_of_test(state, operand) for operand in operands]
            return "rows" if "rows" in sizes else "unknown"
        case ir.Bind(value=ir.Call(func=ir.Name(id="next"), args=(ir.Name(id=name), *_))):
            return size_of_test(state, ir.Name(test.at, name))
        case ir.Op(op="is not", operands=(ir.Bind() as bound, _)):
            return size_of_test(state, bound)
    return "unknown"


def _counted(value: Value | None) -> Size:
    return value.size or "unknown" if type(value) is Plain else "unknown"


def sought(node: ir.Try) -> frozenset[int]:
    """The attributes that are read to see whether they raise AttributeError.

    A generic key whose kind of target is gone does so, and a prefetch of it would do so for all rows.
    """
    catches = any(
        type(found) is ir.Name and found.id == "AttributeError"
        for handler in node.handlers
        if handler.type is not None
        for found in walk(handler.type)
    )
    if not catches or len(node.body) > 1 or not isinstance(node.body[0], ir.Do | ir.Assign):
        return frozenset()
    value = node.body[0].value
    return frozenset({value.at}) if type(value) is ir.Attr else frozenset()
