"""Celery tasks and management commands: functions that obtain their rows themselves, and that nobody waits for.

`task.delay(ad.pk)` and its like are no calls of the body: what they hand over travels as text.
https://docs.celeryq.dev/en/stable/userguide/tasks.html
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.members import own_method
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.hooks import Hooks, Start
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

RUN = ("handle", "run")
BASES = frozenset({"django.core.management.BaseCommand", "django.core.management.base.BaseCommand", "celery.Task",
                     "celery.app.task.Task", "celery.task.Task", "celery.task.base.Task"})  # fmt: skip
DECORATORS = frozenset({"celery.shared_task", "celery.app.shared_task", "celery.task.task", "celery.task.periodic_task",
                        "celery.decorators.task", "celery.decorators.periodic_task"})  # fmt: skip
APPS = frozenset({"celery.Celery", "celery.app.base.Celery"})


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The body that a command or task inherits, with the members of the class itself."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, BASES):
        return
    for name in RUN:
        found = own_method(world, symbol, name)
        if found is not None and found.owner is not None and found.owner.key != symbol.key:
            yield Start(symbol, (method(symbol.node.at, name),), symbol)


def is_aside(world: World, symbol: FunctionSymbol) -> bool:
    """Whether a function is a task or stands in the class of a command or a task."""
    if symbol.owner is not None:
        return world.names.descends_from(symbol.owner, BASES)
    return any(_is_task(world, symbol, decorator) for decorator in symbol.node.decorators)


def _is_task(world: World, symbol: FunctionSymbol, decorator: ir.Expr) -> bool:
    expr = decorator.func if isinstance(decorator, ir.Call) else decorator
    if getattr(world.names.follow(world.names.resolve(symbol.module, expr, ())), "dotted", "") in DECORATORS:
        return True
    match expr:
        case ir.Attr(value=app, name="task"):
            return _is_app(world, symbol, app)
    return False


def _is_app(world: World, symbol: FunctionSymbol, app: ir.Expr) -> bool:
    """Whether a name means what `Celery(…)`, or a class of the project that derives from it, has made."""
    found = world.names.follow(world.names.resolve(symbol.module, app, ()))
    if not isinstance(found, ValueSymbol) or not isinstance(found.binding.value, ir.Call):
        return False
    made = world.names.follow(world.names.resolve(found.module, found.binding.value.func, ()))
    if isinstance(made, ClassSymbol):
        return world.names.descends_from(made, APPS)
    return getattr(made, "dotted", "") in APPS


PART = Part(
    name="Celery and management commands",
    summary="They are run by themselves, and nobody waits for them: findings about size are less sure there.",
    recognised=(
        "`@shared_task`, `@app.task`, classes that derive from `celery.Task`",
        "classes that derive from `BaseCommand`",
    ),
    hooks=Hooks(entry_points=(started,), transparent=("celery.",), aside=(is_aside,)),
)
