"""Runs the statements of a module or class body for the evaluator: assignments, mutations, branches, star imports."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msgspec.structs import replace

from orm_lint.ir import nodes as ir
from orm_lint.project.frames import MAX_LOOP, Bound, Cell, Frame, Later
from orm_lint.project.modules import Module, absolute_name
from orm_lint.project.operators import is_open, items_of, merge, operate
from orm_lint.project.values import (
    MAX_ALTERNATIVES,
    UNKNOWN,
    Alternatives,
    Items,
    Table,
    Unknown,
    Value,
    either,
    make_items,
    make_table,
    mapped,
    same,
    truth,
    union,
)

if TYPE_CHECKING:
    from orm_lint.project.evaluate import Evaluator

SPLIT_SETTINGS_INCLUDE = "split_settings.tools.include"
SPLIT_SETTINGS_OPTIONAL = "split_settings.tools.optional"


def run(evaluator: Evaluator, frame: Frame, body: ir.Body) -> bool:
    """Runs statements in order; what they bind is in the frame's Env. True if what follows them is not reached.

    A module is always taken to load: a check of what nobody configured yet does not end it.
    """
    for statement in body:
        try:
            if not evaluator.step() or _statement(evaluator, frame, statement):
                return True
        except RecursionError:  # nested deeper than Python recurses: as if it were not there
            continue
    return False


def _statement(evaluator: Evaluator, frame: Frame, statement: ir.Stmt) -> bool:
    match statement:
        case ir.Raise():
            return True
        case ir.Return(value=result):
            if frame.returned is not None:
                frame.returned.append(None if result is None else evaluator.value(frame, result))
            return True
        case ir.If(test=test, then=then, other=other):
            ended = _branch(evaluator, frame, truth(evaluator.value(frame, test)), then, other)
            return ended and frame.returned is not None
        case ir.Try(body=body, handlers=handlers, other=other, final=final):
            ended = _try(evaluator, frame, body, [other, *(handler.body for handler in handlers)], final)
            return ended and frame.returned is not None
        case ir.With(body=body) | ir.While(body=body):
            return run(evaluator, frame, body)
        case ir.Match(cases=cases):
            return _alternatives(evaluator, frame, [(), *(case.body for case in cases)])
        case _:
            _simple(evaluator, frame, statement)
    return False


def _simple(evaluator: Evaluator, frame: Frame, statement: ir.Stmt) -> None:
    match statement:
        case ir.Assign(targets=targets, value=ir.Node() as expr):
            value = evaluator.value(frame, expr)
            for target in targets:
                store(evaluator, frame, target, value)
        case ir.Augment(target=target, op=op, value=expr):
            changed = _augmented(op, evaluator.value(frame, target), evaluator.value(frame, expr))
            store(evaluator, frame, target, changed)
        case ir.Do(value=ir.Call() as call):
            _call(evaluator, frame, call)
        case ir.ImportFrom():
            _import(evaluator, frame, statement)
        case ir.Delete(targets=targets):
            frame.env.own.update({target.id: None for target in targets if isinstance(target, ir.Name)})
        case ir.For(target=target, iter=iterable, body=body):
            _loop(evaluator, frame, target, evaluator.value(frame, iterable), body)


def store(evaluator: Evaluator, frame: Frame, target: ir.Expr, value: Value) -> None:
    """`target = value` for names, unpacked targets, `name[key]` and `globals()[key]`; other targets are left alone."""
    match target:
        case ir.Name(at=at, id=name):
            evaluator.spend(value)
            frame.env.own[name] = Bound(value, frame.module, at)
        case ir.Seq(items=targets):
            values = value.items if isinstance(value, Items) and len(value.items) == len(targets) else None
            for index, inner in enumerate(targets):
                store(evaluator, frame, inner, values[index] if values else UNKNOWN)
        case ir.Index(value=ir.Call(func=ir.Name(id="globals" | "locals" | "vars"), args=()), index=index):
            key = evaluator.value(frame, index)
            if isinstance(key, str):
                frame.env.own[key] = Bound(value, frame.module, target.at)
        case ir.Index(value=container, index=ir.Slice()):
            old = evaluator.value(frame, container)
            store(evaluator, frame, container, mapped(lambda found: _extended(found, value), old))
        case ir.Index(value=container, index=index):
            old, key = evaluator.value(frame, container), evaluator.value(frame, index)
            if not isinstance(old, Unknown):
                store(evaluator, frame, container, mapped(lambda found: _with_item(found, key, value), old))


def _with_item(container: Value, key: Value, value: Value) -> Value:
    match container, key:
        case Table(pairs=pairs, is_partial=is_partial), _:
            return make_table((*pairs, (key, value)), is_partial=is_partial)
        case Items(kind="list", items=items, is_partial=is_partial), int() if -len(items) <= key < len(items):
            changed = list(items)
            changed[key] = value
            return make_items("list", changed, is_partial=is_partial)
    return container


def _augmented(op: str, old: Value, value: Value) -> Value:
    """`old op= value`; a list takes the items of any iterable."""
    if op == "+" and isinstance(old, Items) and old.kind == "list":
        return _extended(old, value)
    return operate(op, old, value)


def _extended(old: Value, value: Value) -> Value:
    """A list with the items of any iterable at its end."""
    if not isinstance(old, Items):
        return old
    return make_items(old.kind, (*old.items, *items_of(value)), is_partial=old.is_partial or is_open(value))


def _call(evaluator: Evaluator, frame: Frame, call: ir.Call) -> None:
    match call.func:
        case ir.Attr(value=ir.Name() | ir.Index() as target, name=method) if method in _MUTATIONS:
            old = evaluator.value(frame, target)
            if isinstance(old, Items | Table | Alternatives):
                arguments = evaluator.items(frame, "tuple", call.args).items
                named = {key.name: evaluator.value(frame, key.value) for key in call.keywords if key.name}
                store(evaluator, frame, target, mapped(lambda found: _mutated(found, method, arguments, named), old))
        case ir.Name() | ir.Attr() as func if evaluator.dotted(frame, func) == SPLIT_SETTINGS_INCLUDE:
            _include(evaluator, frame, call.args)


_MUTATIONS = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "remove", "discard", "pop"})


def _mutated(old: Value, method: str, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    match old, method, arguments:
        case Items(kind=kind, items=items, is_partial=partial), "append" | "add", (value,):
            return make_items(kind, (*items, value), is_partial=partial)
        case Items(), "extend" | "update", (value,):
            return _extended(old, value)
        case Items(kind=kind, items=items, is_partial=partial), "insert", (index, value):
            place = index if isinstance(index, int) and -len(items) <= index <= len(items) else len(items)
            place += len(items) if place < 0 else 0
            return make_items(kind, (*items[:place], value, *items[place:]), is_partial=partial)
        case Items(kind=kind, items=items, is_partial=partial), "remove" | "discard", (value,):
            return make_items(kind, [item for item in items if not same(item, value)], is_partial=partial)
        case Table(), "update", _:
            other = arguments[0] if arguments else make_table(())
            merged = merge(old, other) if isinstance(other, Table) else make_table(old.pairs, is_partial=True)
            return merge(merged, make_table(named.items()))
        case Table(pairs=pairs, is_partial=partial), "setdefault", (key, value):
            return make_table(((key, value), *pairs), is_partial=partial)
        case Table(pairs=pairs, is_partial=partial), "pop", (key, *_):
            return make_table([pair for pair in pairs if not same(pair[0], key)], is_partial=partial)
    return old


def _import(evaluator: Evaluator, frame: Frame, statement: ir.ImportFrom) -> None:
    dotted = absolute_name(frame.module, statement)
    source = evaluator.names.module(dotted) if dotted else None
    if source is None or source.path == frame.module.path:
        return
    for alias in statement.names:
        if alias.name == "*":
            frame.env.own.update(_public(evaluator, source))
        else:
            frame.env.own[alias.alias or alias.name] = Later(source, alias.name)


def _public(evaluator: Evaluator, source: Module) -> dict[str, Cell]:
    """What `from source import *` binds."""
    cells = dict(evaluator.cells(source))
    listed = evaluator.force(cells.get("__all__"))
    if listed and isinstance(listed.value, Items) and not listed.value.is_partial:
        return {name: cells[name] for name in listed.value.texts if name in cells}
    return {name: cell for name, cell in cells.items() if not name.startswith("_")}


def _include(evaluator: Evaluator, frame: Frame, arguments: Iterable[ir.Expr]) -> None:
    """`include("base.py", optional("local_*.py"))` of django-split-settings: the files run in the names of this one."""
    tree = evaluator.tree
    if tree is None:
        return
    for argument in arguments:
        match argument:
            case ir.Call(func=func, args=(inner,)) if evaluator.dotted(frame, func) == SPLIT_SETTINGS_OPTIONAL:
                argument = inner  # noqa: PLW2901
        pattern = evaluator.value(frame, argument)
        if not isinstance(pattern, str):
            continue
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(frame.module.path), pattern))
        for path in sorted(path for path in tree.files if path == wanted or fnmatchcase(path, wanted)):
            if included := tree.read(path.removesuffix(".py").replace("/", "."), path, False):
                run(evaluator, replace(frame, module=included), included.summary.body)


def _branch(evaluator: Evaluator, frame: Frame, decided: bool | None, then: ir.Body, other: ir.Body) -> bool:
    """An `if`. Settings' lists take the items of the branch not taken as well: what is installed may be in use."""
    if decided is None:
        # The first is taken for likely: what is unknown is mostly unset.
        return _alternatives(evaluator, frame, [other, then])
    taken, left = (then, other) if decided else (other, then)
    if frame.returned is not None:
        return run(evaluator, frame, taken)
    aside = frame.branch()
    run(evaluator, aside, left)
    ended = run(evaluator, frame, taken)
    for name, cell in aside.env.own.items():
        current = frame.env.get(name)
        if not (name.isupper() and isinstance(cell, Bound) and isinstance(current, Bound)):
            continue
        if isinstance(cell.value, Items) and isinstance(current.value, Items):
            frame.env.own[name] = Bound(union(current.value, cell.value), current.module, current.at)
    return ended


def _try(evaluator: Evaluator, frame: Frame, body: ir.Body, rest: Sequence[ir.Body], final: ir.Body) -> bool:
    """A `try`. Its body is taken to be run whole, and then one of `else` and the handlers."""
    ended = run(evaluator, frame, body)
    ended = _alternatives(evaluator, frame, rest[1:] if ended else rest) or (ended and len(rest) == 1)
    return run(evaluator, frame, final) or ended


def _alternatives(evaluator: Evaluator, frame: Frame, bodies: Sequence[ir.Body]) -> bool:
    """Bodies of which one is run, nobody knows which; one that ends with `raise` or `return` leaves nothing behind."""
    frames = [frame.branch() for _ in bodies]
    branches = [one.env for one, body in zip(frames, bodies, strict=True) if not run(evaluator, one, body)]
    for name in dict.fromkeys(name for branch in branches for name in branch.own):
        cells = [branch.get(name) for branch in branches]
        frame.env.own[name] = cells[0] if len(cells) == 1 else _joined(evaluator, frame.env.get(name), cells)
    return bool(bodies) and not branches


def _joined(evaluator: Evaluator, before: Cell, cells: Sequence[Cell]) -> Cell:
    bound = [evaluator.force(cell) for cell in cells]
    known = [one for one in bound if one]
    if not known:
        return next((cell for cell in cells if cell), None)
    last = next((one for one in reversed(known) if one is not before), known[-1])
    for one in known:
        evaluator.spend(one.value)
    value = _either([one.value if one else UNKNOWN for one in bound], [one.value for one in known])
    return Bound(value, last.module, last.at)


def _either(values: Sequence[Value], known: Sequence[Value]) -> Value:
    """Lists are joined; dicts stay apart while they are few, then they are joined key by key."""
    if all(isinstance(value, Items) for value in known):
        joined = make_items("list", ())
        for value in known:
            if isinstance(value, Items):
                joined = union(make_items(value.kind, joined.items, is_partial=joined.is_partial), value)
        return joined
    tables = [one for value in values for one in (value.values if isinstance(value, Alternatives) else (value,))]
    if len(tables) > MAX_ALTERNATIVES and all(isinstance(one, Table) for one in tables):
        return _by_key([one for one in tables if isinstance(one, Table)])
    return either(*values)


def _by_key(tables: Sequence[Table]) -> Table:
    keys = dict.fromkeys(key for table in tables for key, _ in table.pairs)
    pairs = [(key, either(*(_value_of(table, key) for table in tables))) for key in keys]
    return make_table(pairs, is_partial=any(table.is_partial for table in tables))


def _value_of(table: Table, key: Value) -> Value:
    return next((value for known, value in table.pairs if same(known, key)), UNKNOWN)


def _loop(evaluator: Evaluator, frame: Frame, target: ir.Expr, source: Value, body: ir.Body) -> None:
    """A loop over known items runs its body for each; over unknown ones the body may run."""
    for item in items_of(source)[:MAX_LOOP]:
        if not evaluator.step():
            return
        store(evaluator, frame, target, item)
        run(evaluator, frame, body)
    if is_open(source):
        store(evaluator, frame, target, UNKNOWN)
        _alternatives(evaluator, frame, [(), body])
