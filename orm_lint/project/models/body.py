"""Follows the body of a custom field's `__init__`, or of a helper that makes a field, up to the call that counts."""

from __future__ import annotations

from msgspec import structs
from msgspec.structs import replace

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Frame, Named, Positional, as_map, keyword_map, positional_list
from orm_lint.project.modules import Module
from orm_lint.project.scope import bindings_of


def base_call(frame: Frame, body: ir.Body) -> tuple[Positional, Named] | None:
    """The arguments of the first `super().__init__(…)` that the body reaches; None if it reaches none."""
    call = reached(frame, body)
    if call is None or not isinstance(call.func, ir.Attr):
        return None
    explicit_self = not isinstance(call.func.value, ir.Call)
    return positional_list(frame, call.args[1 if explicit_self else 0 :]), keyword_map(frame, call)


def reached(frame: Frame, body: ir.Body) -> ir.Call | None:
    """The first base constructor, or returned call, that the body reaches; the frame then holds what it holds there."""
    for statement in body:
        match statement:
            case ir.Import() | ir.ImportFrom():
                frame.module = _with_import(frame.module, statement)
            case ir.Do(value=ir.Call(func=ir.Attr(name="__init__")) as call) | ir.Return(value=ir.Call() as call):
                return call
            case ir.Do(value=ir.Call(func=ir.Attr(value=ir.Name(id=name), name=method)) as call):
                _call_on_map(frame, name, method, call)
            case ir.Assign(targets=targets, value=value) if value is not None:
                for target in targets:
                    _assign(frame, target, value)
            case ir.If(test=test, then=then, other=other):
                if called := reached(frame, then if _holds(frame, test) else other):
                    return called
            case ir.Try(body=inner) | ir.With(body=inner):
                if called := reached(frame, inner):
                    return called
    return None


def _with_import(module: Module, statement: ir.Import | ir.ImportFrom) -> Module:
    """The module as a function sees it that imports something itself; its own path keeps its names apart."""
    summary = structs.replace(module.summary, body=(*module.summary.body, statement))
    path = f"{module.path}:{statement.at}"
    return replace(module, path=path, summary=summary, bindings=bindings_of(summary.body))


def _call_on_map(frame: Frame, name: str, method: str, call: ir.Call) -> None:
    held = frame.maps.get(name)
    if held is None:
        return
    match method, call.args:
        case "setdefault", (ir.Const(value=str(key)), value):
            held.setdefault(key, frame.argument(value))
        case "pop", (ir.Const(value=str(key)), *_):
            held.pop(key, None)
        case "update", args:
            for arg in args:
                held |= as_map(frame, arg)
            held |= keyword_map(frame, call)


def _assign(frame: Frame, target: ir.Expr, value: ir.Expr) -> None:
    match target, value:
        case ir.Index(value=ir.Name(id=name), index=ir.Const(value=str(key))), _ if name in frame.maps:
            frame.maps[name][key] = frame.argument(value)
        case ir.Name(id=name), ir.Call(func=ir.Attr(value=ir.Name(id=held), name="pop" | "get" as method), args=args):
            _take(frame, name, held, method, args)
        case ir.Name(id=name), ir.Map() | ir.Call(func=ir.Name(id="dict")):
            frame.maps[name] = as_map(frame, value)
        case ir.Name(id=name), _:
            frame.variables[name] = frame.argument(value)


def _take(frame: Frame, name: str, held: str, method: str, args: tuple[ir.Expr, ...]) -> None:
    """`name = kwargs.pop("key", default)`."""
    match args:
        case (ir.Const(value=str(key)), *default) if held in frame.maps:
            found = frame.maps[held].get(key)
            if method == "pop":
                frame.maps[held].pop(key, None)
            if found is not None:
                frame.variables[name] = found
            elif default:
                frame.variables[name] = frame.argument(default[0])


def _holds(frame: Frame, test: ir.Expr) -> bool:
    """Whether a condition on what was given is known to hold."""
    match test:
        case ir.Op(op="not", operands=(inner,)):
            return not _holds(frame, inner)
        case ir.Op(op="in" | "not in" as op, operands=(ir.Const(value=str(key)), ir.Name(id=name))):
            return (key in frame.maps.get(name, {})) == (op == "in")
        case ir.Op(op="is" | "is not" as op, operands=(ir.Name(id=name), ir.Const(value=None))):
            return _is_none(frame, name) == (op == "is")
        case ir.Op(op="is" | "==" | "is not" | "!=" as op, operands=(ir.Name(id=name), wanted)):
            given = frame.variables.get(name)
            return given is not None and _says_the_same(given.expr, wanted) == (op in ("is", "=="))
        case ir.Op(op="and", operands=operands):
            return all(_holds(frame, operand) for operand in operands)
        case ir.Op(op="or", operands=operands):
            return any(_holds(frame, operand) for operand in operands)
        case ir.Call(func=ir.Attr(value=ir.Name(id=name), name="get"), args=(ir.Const(value=str(key)), *default)):
            found = frame.maps.get(name, {}).get(key)
            value = found.expr if found is not None else next(iter(default), None)
            return value is not None and not _is_false(value)
        case ir.Name(id=name):
            given = frame.variables.get(name)
            return given is not None and not _is_false(given.expr)
    return False


def _says_the_same(left: ir.Expr, right: ir.Expr) -> bool:
    match left, right:
        case (ir.Const(value=one), ir.Const(value=other)):
            return one == other
        case (ir.Name(id=one) | ir.Attr(name=one), ir.Name(id=other) | ir.Attr(name=other)):
            return one == other
    return False


def _is_none(frame: Frame, name: str) -> bool:
    given = frame.variables.get(name)
    return given is not None and isinstance(given.expr, ir.Const) and given.expr.value is None


def _is_false(expr: ir.Expr) -> bool:
    return isinstance(expr, ir.Const) and not expr.value
