"""Whether a project of strawberry-django has an optimizer that loads what a client asks for."""

from __future__ import annotations

from orm_lint.conventions.graphql.strawberry_types import dotted_of
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.modules import Module

SCHEMAS = frozenset({"strawberry.Schema", "strawberry.schema.Schema", "strawberry.schema.schema.Schema",
                     "strawberry.federation.Schema", "strawberry.federation.schema.Schema"})  # fmt: skip
OPTIMIZERS = ("strawberry_django.optimizer", "strawberry_django_plus.optimizer")
OPTIMIZED = "strawberry optimizer"


def is_optimized(world: World) -> bool:
    """Whether something may load for the fields that a client asks for; so it may where no schema is seen."""
    known = world.class_values.get(OPTIMIZED)
    if not isinstance(known, bool):
        known = any(_imports_optimizer(world, module) for module in world.context.own)
        known = known or not any(_makes_schema(world, module) for module in world.context.own)
        world.class_values[OPTIMIZED] = known
    return known


def _imports_optimizer(world: World, module: Module) -> bool:
    for node in walk(tuple(world.names.statements(module))):
        match node:
            case ir.ImportFrom(module=name, level=0, names=names):
                paths = [name, *(f"{name}.{one.name}" for one in names)]
            case ir.Import(names=names):
                paths = [one.name for one in names]
            case _:
                continue
        if any(path in OPTIMIZERS for path in paths):
            return True
    return False


def _makes_schema(world: World, module: Module) -> bool:
    for statement in world.names.statements(module):
        match statement:
            case ir.Assign(value=ir.Call(func=func)) if dotted_of(world, module, func) in SCHEMAS:
                return True
    return False
