"""Which model a relation points at, in every way Django lets one name it."""

from __future__ import annotations

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.inherit import Built
from orm_lint.project.models.registry import Registry
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol, External


class Target(Struct, frozen=True):
    """A resolved target, or why there is none. `written` is what the source says, as far as it is known."""

    model: Built | None
    written: str
    cause: str | None = None


def resolve_target(names: Names, registry: Registry, argument: Argument | None, owner: Built) -> Target:
    """The model that `argument` names when it stands in a field of `owner`."""
    if argument is None:
        return Target(None, "", "no target was given")
    symbol = names.follow(names.resolve(argument.module, argument.expr, argument.scope))
    if isinstance(symbol, ClassSymbol):
        if model := registry.of_class(symbol):
            return Target(model, registry.label(model))
        return Target(None, symbol.dotted, "the class is no model of an app that could be read")
    value = registry.evaluate(argument)
    if isinstance(value, str):
        return _of_label(registry, value, owner)
    if isinstance(symbol, External):
        return Target(None, symbol.dotted, f"{symbol.dotted} is defined in a package that could not be read")
    return Target(None, written(argument.expr), "the expression could not be evaluated")


def _of_label(registry: Registry, label: str, owner: Built) -> Target:
    if label == "self":
        return Target(owner, registry.label(owner))
    full = label if "." in label else f"{registry.app_label(owner)}.{label}"
    model = registry.find(full)
    if model is not None:
        return Target(model, registry.label(model))
    app = full.partition(".")[0]
    return Target(None, label, f"no app with the label {app} holds such a model")


def written(expr: ir.Expr) -> str:
    """The source of an expression of names, shortened where it is something else."""
    match expr:
        case ir.Name(id=name):
            return name
        case ir.Attr(value=value, name=name):
            return f"{written(value)}.{name}"
        case ir.Call(func=func):
            return f"{written(func)}(…)"
        case ir.Const(value=value):
            return str(value)
    return "…"
