"""Runs the body of a custom field's `__init__` on what it was given, up to its call of the base constructor."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, field, structs
from msgspec.structs import replace

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.names import ClassSymbol
from orm_lint.project.scope import bindings_of


class Argument(Struct, frozen=True):
    """An expression and where it stands, because names mean what they mean there."""

    expr: ir.Expr
    module: Module
    scope: tuple[ClassSymbol, ...] = ()


Positional: TypeAlias = list[Argument]
Named: TypeAlias = dict[str, Argument]


class Frame(Struct):
    """The local variables of one constructor: parameters, `*args` (in `rest`) and dicts such as `**kwargs` (in `maps`).

    `module` is where its expressions are looked up: the class's own, with the imports of the body added.
    """

    owner: ClassSymbol
    module: Module
    variables: Named = field(default_factory=dict)
    rest: dict[str, Positional] = field(default_factory=dict)
    maps: dict[str, Named] = field(default_factory=dict)

    @classmethod
    def bind(cls, owner: ClassSymbol, init: ir.Function, args: Positional, named: Named) -> Frame:
        """The frame in which `init` starts, as Python binds a call; surplus arguments are dropped."""
        frame = cls(owner, owner.module)
        left, given = list(args), dict(named)
        for param in init.params[1:]:
            match param.kind:
                case "*":
                    frame.rest[param.name], left = left, []
                case "**":
                    frame.maps[param.name] = given
                case _ if left and param.kind != "k":
                    frame.variables[param.name] = left.pop(0)
                case _ if param.name in given:
                    frame.variables[param.name] = given.pop(param.name)
                case _ if param.default is not None:
                    frame.variables[param.name] = frame.argument(param.default)
        return frame

    def argument(self, expr: ir.Expr) -> Argument:
        """An expression of the body: a parameter stands for what was given for it."""
        if isinstance(expr, ir.Name) and expr.id in self.variables:
            return self.variables[expr.id]
        return Argument(expr, self.module, (self.owner,))

    def surplus(self) -> tuple[Positional, Named]:
        """What `*args` and `**kwargs` hold."""
        rest = [argument for held in self.rest.values() for argument in held]
        named: Named = {}
        for held in self.maps.values():
            named |= held
        return rest, named


def base_call(frame: Frame, body: ir.Body) -> tuple[Positional, Named] | None:
    """The arguments of the first `super().__init__(…)` that the body reaches; None if it reaches none."""
    for statement in body:
        match statement:
            case ir.Import() | ir.ImportFrom():
                frame.module = _with_import(frame.module, statement)
            case ir.Do(value=ir.Call(func=ir.Attr(name="__init__", value=base)) as call):
                explicit_self = not (isinstance(base, ir.Call))
                return _arguments(frame, call, skipped=1 if explicit_self else 0)
            case ir.Do(value=ir.Call(func=ir.Attr(value=ir.Name(id=name), name=method)) as call):
                _call_on_map(frame, name, method, call)
            case ir.Assign(targets=targets, value=value) if value is not None:
                for target in targets:
                    _assign(frame, target, value)
            case ir.If(test=test, then=then, other=other):
                if called := base_call(frame, then if _holds(frame, test) else other):
                    return called
            case ir.Try(body=inner) | ir.With(body=inner):
                if called := base_call(frame, inner):
                    return called
    return None


def _with_import(module: Module, statement: ir.Import | ir.ImportFrom) -> Module:
    """The module as a function sees it that imports something itself; its own path keeps its names apart."""
    summary = structs.replace(module.summary, body=(*module.summary.body, statement))
    path = f"{module.path}:{statement.at}"
    return replace(module, path=path, summary=summary, bindings=bindings_of(summary.body))


def _arguments(frame: Frame, call: ir.Call, skipped: int) -> tuple[Positional, Named]:
    args: Positional = []
    for arg in call.args[skipped:]:
        match arg:
            case ir.Star(value=ir.Name(id=name)):
                args += frame.rest.get(name, [])
            case ir.Star():
                continue
            case _:
                args.append(frame.argument(arg))
    named: Named = {}
    for keyword in call.keywords:
        if keyword.name is not None:
            named[keyword.name] = frame.argument(keyword.value)
        else:
            named |= _as_map(frame, keyword.value)
    return args, named


def _as_map(frame: Frame, expr: ir.Expr) -> Named:
    """The items of a dict that a constructor works with: a variable, a display, `dict(…)`, a union of these."""
    match expr:
        case ir.Name(id=name):
            return dict(frame.maps.get(name, {}))
        case ir.Map(keys=keys, values=values):
            found: Named = {}
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ir.Const) and isinstance(key.value, str):
                    found[key.value] = frame.argument(value)
                elif key is None:
                    found |= _as_map(frame, value)
            return found
        case ir.Call(func=ir.Name(id="dict"), args=args, keywords=keywords):
            found = {}
            for arg in args:
                found |= _as_map(frame, arg)
            for keyword in keywords:
                found |= {keyword.name: frame.argument(keyword.value)} if keyword.name else _as_map(frame, keyword.value)
            return found
        case ir.Op(op="|", operands=operands):
            found = {}
            for operand in operands:
                found |= _as_map(frame, operand)
            return found
    return {}


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
                held |= _as_map(frame, arg)
            for keyword in call.keywords:
                held |= {keyword.name: frame.argument(keyword.value)} if keyword.name else _as_map(frame, keyword.value)


def _assign(frame: Frame, target: ir.Expr, value: ir.Expr) -> None:
    match target, value:
        case ir.Index(value=ir.Name(id=name), index=ir.Const(value=str(key))), _ if name in frame.maps:
            frame.maps[name][key] = frame.argument(value)
        case ir.Name(id=name), ir.Call(func=ir.Attr(value=ir.Name(id=held), name="pop" | "get" as method), args=args):
            _take(frame, name, held, method, args)
        case ir.Name(id=name), ir.Map() | ir.Call(func=ir.Name(id="dict")):
            frame.maps[name] = _as_map(frame, value)
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
