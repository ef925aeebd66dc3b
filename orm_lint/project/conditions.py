"""Tests that are decided on import: TYPE_CHECKING, versions of Django and Python, settings, swapped models."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.symbols import External, FunctionSymbol, ValueSymbol
from orm_lint.project.values import UNKNOWN, Table, Value, truth

COMPARISONS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
VENDORS = {"sqlite": "sqlite", "postg": "postgresql", "mysql": "mysql", "oracle": "oracle"}
OLDEST_PYTHON = (3, 11)


class Conditions(Struct, frozen=True):
    """Decides the tests of `if` statements at the top of modules and classes, for one context."""

    names: Names
    django: tuple[int, int]
    settings: Mapping[str, Value]

    def __call__(self, module: Module, test: ir.Expr) -> bool | None:
        """Whether a test holds; None if that is not known."""
        match test:
            case ir.Const(value=value):
                return bool(value)
            case ir.Op(op="not", operands=(inner,)):
                decided = self(module, inner)
                return None if decided is None else not decided
            case ir.Op(op="and" | "or" as op, operands=operands):
                return self._joined(op == "or", [self(module, operand) for operand in operands])
            case ir.Op(op=op, operands=(left, right)) if op in COMPARISONS:
                return self._compared(module, op, left, right)
            case ir.Call(func=func, args=args):
                return self._called(module, func, args)
            case ir.Name() | ir.Attr():
                return self._named(module, test)
        return None

    def _joined(self, wanted: bool, decided: list[bool | None]) -> bool | None:
        if wanted in decided:
            return wanted
        return None if None in decided else not wanted

    def _named(self, module: Module, test: ir.Name | ir.Attr) -> bool | None:
        if self._dotted(module, test) in ("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"):
            return True
        if isinstance(test, ir.Attr) and self._is_settings(module, test.value):
            return truth(self.settings.get(test.name, UNKNOWN))
        return None

    def _compared(self, module: Module, op: str, left: ir.Expr, right: ir.Expr) -> bool | None:
        version = self._version(module, left)
        match right:
            case ir.Const(value=str(vendor)) if op in ("==", "!=") and self._is_vendor(module, left):
                return (self._vendor() == vendor) == (op == "==") if self._vendor() else None
            case ir.Seq(items=items) if version is not None:
                wanted = tuple(
                    item.value for item in items if isinstance(item, ir.Const) and isinstance(item.value, int)
                )
                return COMPARISONS[op](version[: len(wanted)], wanted) if wanted else None
        return None

    def _version(self, module: Module, expr: ir.Expr) -> tuple[int, ...] | None:
        base = expr.value if isinstance(expr, ir.Index) else expr
        match self._dotted(module, base):
            case "django.VERSION":
                return (*self.django, 99)
            case "sys.version_info":
                return (*OLDEST_PYTHON, 99)
        return None

    def _is_vendor(self, module: Module, expr: ir.Expr) -> bool:
        match expr:
            case ir.Attr(value=connection, name="vendor"):
                return self._dotted(module, connection) == "django.db.connection"
        return False

    def _vendor(self) -> str | None:
        """What `connection.vendor` is for the default database."""
        databases = self.settings.get("DATABASES")
        default = databases.get("default") if isinstance(databases, Table) else None
        engine = default.get("ENGINE") if isinstance(default, Table) else None
        return next((VENDORS[known] for known in VENDORS if isinstance(engine, str) and known in engine), None)

    def _called(self, module: Module, func: ir.Expr, args: tuple[ir.Expr, ...]) -> bool | None:
        match self._dotted(module, func), args:
            case "swapper.is_swapped", (ir.Const(value=str(app)), ir.Const(value=str(model))):
                ending = f"_{model}_MODEL".upper()
                known = [value for name, value in self.settings.items() if name.endswith(ending)]
                return any(isinstance(value, str) and value != f"{app}.{model}" for value in known)
            case "getattr", (holder, ir.Const(value=str(name)), ir.Const(value=default)) if self._is_settings(
                module, holder
            ):
                return truth(self.settings.get(name, default))
        return None

    def _is_settings(self, module: Module, expr: ir.Expr) -> bool:
        return self._dotted(module, expr) == "django.conf.settings"

    def _dotted(self, module: Module, expr: ir.Expr) -> str | None:
        match self.names.resolve(module, expr):
            case External(dotted):
                return dotted
            case FunctionSymbol() as function:
                return function.dotted
            case ValueSymbol(found, binding, None):
                name = next((name for name, known in found.bindings.names.items() if binding in known), "")
                return f"{found.name}.{name}"
            case None if isinstance(expr, ir.Name):
                return expr.id
        return None
