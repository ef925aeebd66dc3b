"""What `--statistics` says of the admin: of how many registered classes the rows are known."""

from __future__ import annotations

from collections.abc import Mapping

from orm_lint.conventions.admin.anchor import ADMINS
from orm_lint.conventions.admin.registry import registered
from orm_lint.conventions.common.build import attribute, put
from orm_lint.conventions.common.seen import knows_rows, seen_classes
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol


def seen(world: World, modules: tuple[Module, ...]) -> Mapping[str, int]:
    """The admin classes of some modules."""
    admins = dict.fromkeys(one for one, _ in seen_classes(world, modules, ADMINS))
    used = [(one, models[0]) for one in admins if (models := tuple(registered(world, one)))]
    return {
        "admin classes": len(used),
        "admin classes whose queryset is known": sum(_knows_rows(world, one, model) for one, model in used),
    }


def _knows_rows(world: World, symbol: ClassSymbol, model: ir.Expr) -> bool:
    at = symbol.node.at
    return knows_rows(world, symbol, (put(at, "model", model),), (attribute(at, "self", "request"),))
