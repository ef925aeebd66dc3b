"""Which models an admin class is registered for: `@admin.register(Ad)` or `admin.site.register(Ad, AdAdmin)`.

https://docs.djangoproject.com/en/stable/ref/contrib/admin/#modeladmin-objects
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.symbols import ClassSymbol

REGISTER = frozenset({"django.contrib.admin.decorators.register", "django.contrib.admin.register"})
METHOD = "register"


def registered(world: World, symbol: ClassSymbol) -> Iterator[ir.Expr]:
    """The expressions that name the models, in the module of the class."""
    for decorator in symbol.node.decorators:
        if isinstance(decorator, ir.Call):
            found = world.names.follow(world.names.resolve(symbol.module, decorator.func, ()))
            if getattr(found, "dotted", "") in REGISTER:
                yield from decorator.args
    for statement in world.names.statements(symbol.module):
        for node in walk(statement) if isinstance(statement, ir.Do | ir.For | ir.If | ir.Try) else ():
            match node:
                case ir.Call(func=ir.Attr(name="register"), args=(models, ir.Name() as admin)):
                    if _is(world, symbol, admin):
                        yield from models.items if isinstance(models, ir.Seq) else (models,)


def _is(world: World, symbol: ClassSymbol, name: ir.Name) -> bool:
    found = world.names.follow(world.names.resolve(symbol.module, name, ()))
    return isinstance(found, ClassSymbol) and found.key == symbol.key
