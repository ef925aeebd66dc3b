"""The URLconf: which views it names, and what it hands them: `path("ads/", AdList.as_view(queryset=…))`.

https://docs.djangoproject.com/en/stable/topics/http/urls/
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

PATHS = "django.urls.conf"
URL = "django.conf.urls.url"
MAX_ROUTES = 4
KEY = "routes"
Handed = tuple[tuple[str, ir.Expr], ...]


class Routes(Struct):
    """The views that URLconfs name: functions, and for each class the different things handed to `as_view`."""

    functions: set[tuple[str, int]] = field(default_factory=set)
    classes: dict[tuple[str, int], list[Handed]] = field(default_factory=dict)


def routes(world: World) -> Routes:
    """The routes of the project, looked up once a run."""
    known = world.class_values.get(KEY)
    if not isinstance(known, Routes):
        known = world.class_values[KEY] = _routes(world)
    return known


def _routes(world: World) -> Routes:
    found = Routes()
    for module in world.context.own:
        for statement in world.names.statements(module) if _imports_paths(world, module) else ():
            if isinstance(statement, ir.Assign | ir.Augment | ir.Do | ir.If | ir.Try | ir.For):
                for node in walk(statement):
                    if isinstance(node, ir.Call) and len(node.args) > 1 and _is_path(world, module, node.func):
                        _add(world, module, node.args[1], found)
    return found


def _imports_paths(world: World, module: Module) -> bool:
    """Most modules are no URLconf."""
    imports = (found for found in world.names.statements(module) if isinstance(found, ir.ImportFrom))
    return any(found.module.startswith(("django.urls", "django.conf.urls")) for found in imports)


def _is_path(world: World, module: Module, func: ir.Expr) -> bool:
    """`path` and `re_path` are variables of Django's module, made with `partial`."""
    found = world.names.resolve(module, func, ())
    return found.module.name == PATHS if isinstance(found, ValueSymbol) else getattr(found, "dotted", "") == URL


def _add(world: World, module: Module, view: ir.Expr, found: Routes) -> None:
    """Notes a view, whatever decorators are called with it."""
    match view:
        case ir.Call(func=ir.Attr(value=owner, name="as_view"), keywords=keywords):
            symbol = world.names.follow(world.names.resolve(module, owner, ()))
            if isinstance(symbol, ClassSymbol):
                handed = tuple(_handed(module, keywords))
                known = found.classes.setdefault(symbol.key, [])
                if handed not in known and len(known) < MAX_ROUTES:
                    known.append(handed)
        case ir.Call(args=args):
            for expr in args:
                _add(world, module, expr, found)
        case ir.Name() | ir.Attr():
            symbol = world.names.follow(world.names.resolve(module, view, ()))
            if isinstance(symbol, FunctionSymbol):
                found.functions.add((symbol.module.path, symbol.node.at))


def _handed(module: Module, keywords: tuple[ir.Keyword, ...]) -> Iterator[tuple[str, ir.Expr]]:
    for keyword in keywords:
        if keyword.name is not None:
            yield keyword.name, ir.Located(keyword.value.at, module.path, keyword.value)
