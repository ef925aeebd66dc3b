"""The local variables of a constructor or helper while its body is followed, and the dicts that it works with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct, field, structs

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, ValueSymbol

MAX_HOPS = 12


class Argument(Struct, frozen=True):
    """An expression and where it stands, because names mean what they mean there."""

    expr: ir.Expr
    module: Module
    scope: tuple[ClassSymbol, ...] = ()


Positional: TypeAlias = list[Argument]
Named: TypeAlias = dict[str, Argument]


class Frame(Struct):
    """The local variables of one call: parameters, `*args` (in `rest`) and dicts such as `**kwargs` (in `maps`).

    `module` is where its expressions are looked up: the function's own, with the imports of the body added.
    """

    names: Names
    module: Module
    scope: tuple[ClassSymbol, ...] = ()
    variables: Named = field(default_factory=dict)
    rest: dict[str, Positional] = field(default_factory=dict)
    maps: dict[str, Named] = field(default_factory=dict)

    def bind(self, params: Sequence[ir.Param], args: Positional, named: Named) -> Frame:
        """Fills the parameters as Python binds a call; surplus arguments are dropped."""
        left, given = list(args), dict(named)
        for param in params:
            match param.kind:
                case "*":
                    self.rest[param.name], left = left, []
                case "**":
                    self.maps[param.name] = given
                case _ if left and param.kind != "k":
                    self.variables[param.name] = left.pop(0)
                case _ if param.name in given:
                    self.variables[param.name] = given.pop(param.name)
                case _ if param.default is not None:
                    self.variables[param.name] = self.argument(param.default)
        return self

    def argument(self, expr: ir.Expr) -> Argument:
        """An expression of the body: a parameter stands for what was given for it."""
        if isinstance(expr, ir.Name) and expr.id in self.variables:
            return self.variables[expr.id]
        return Argument(self._filled(expr), self.module, self.scope)

    def surplus(self) -> tuple[Positional, Named]:
        """What `*args` and `**kwargs` hold."""
        rest = [argument for held in self.rest.values() for argument in held]
        named: Named = {}
        for held in self.maps.values():
            named |= held
        return rest, named

    def _filled(self, expr: ir.Expr) -> ir.Expr:
        """An expression such as `not required` with the constants that its variables hold in their place."""
        match expr:
            case ir.Name(id=name) if name in self.variables:
                given = self.variables[name].expr
                return given if isinstance(given, ir.Const) else expr
            case ir.Op(operands=operands):
                return structs.replace(expr, operands=tuple(map(self._filled, operands)))
            case ir.Format(parts=parts):
                return structs.replace(expr, parts=tuple(map(self._filled, parts)))
            case ir.Cond(test=test, then=then, other=other):
                return ir.Cond(expr.at, self._filled(test), self._filled(then), self._filled(other))
        return expr


def as_map(frame: Frame, expr: ir.Expr, hops: int = 0) -> Named:
    """The items of a dict with constant keys: a variable, a display, `dict(…)`, a union of these, or a name of one."""
    found: Named = {}
    match expr:
        case ir.Name(id=name) if name in frame.maps:
            return dict(frame.maps[name])
        case ir.Name() | ir.Attr() if hops < MAX_HOPS:
            match frame.names.resolve(frame.module, expr, frame.scope):
                case ValueSymbol(module, Assigned(value=value, index=None), owner) if value is not None:
                    return as_map(Frame(frame.names, module, (owner,) if owner else ()), value, hops + 1)
        case ir.Map(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ir.Const) and isinstance(key.value, str):
                    found[key.value] = frame.argument(value)
                elif key is None:
                    found |= as_map(frame, value, hops)
        case ir.Call(func=ir.Name(id="dict"), args=args):
            for arg in args:
                found |= as_map(frame, arg, hops)
            found |= keyword_map(frame, expr, hops)
        case ir.Op(op="|", operands=operands):
            for operand in operands:
                found |= as_map(frame, operand, hops)
    return found


def keyword_map(frame: Frame, call: ir.Call, hops: int = 0) -> Named:
    """The keyword arguments of a call, `**unpacked` ones included."""
    found: Named = {}
    for keyword in call.keywords:
        if keyword.name is not None:
            found[keyword.name] = frame.argument(keyword.value)
        else:
            found |= as_map(frame, keyword.value, hops)
    return found


def positional_list(frame: Frame, args: Sequence[ir.Expr]) -> Positional:
    """Positional arguments, with `*args` of the frame unpacked."""
    found: Positional = []
    for arg in args:
        match arg:
            case ir.Star(value=ir.Name(id=name)):
                found += frame.rest.get(name, [])
            case ir.Star():
                continue
            case _:
                found.append(frame.argument(arg))
    return found
