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
    """The views that URLconfs name: functions, and for each class the different things handed to `as_view`.

    `actions` has the methods that `as_view({"get": "list"})` names with their verbs, by class; none of a class where
    other methods may answer, too.
    """

    functions: set[tuple[str, int]] = field(default_factory=set)
    classes: dict[tuple[str, int], list[Handed]] = field(default_factory=dict)
    actions: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    registered: set[tuple[str, int]] = field(default_factory=set)


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
        found.registered.update(_registered(world, module))
    return found


def actions(world: World, symbol: ClassSymbol) -> dict[str, str] | None:
    """The methods that answer for a viewset, with their verbs; None where that is a router's business."""
    known = routes(world)
    return None if symbol.key in known.registered else known.actions.get(symbol.key)


def _registered(world: World, module: Module) -> Iterator[tuple[str, int]]:
    """The classes that are given to `router.register("ads", AdViewSet)`."""
    for statement in world.names.statements(module):
        for node in walk(statement) if isinstance(statement, ir.Do | ir.For | ir.If | ir.Try) else ():
            match node:
                case ir.Call(func=ir.Attr(name="register"), args=args, keywords=keywords):
                    for expr in (*args, *(keyword.value for keyword in keywords)):
                        symbol = world.names.follow(world.names.resolve(module, expr, ()))
                        if isinstance(symbol, ClassSymbol):
                            yield symbol.key


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
        case ir.Call(func=ir.Attr(value=owner, name="as_view"), args=args, keywords=keywords):
            symbol = world.names.follow(world.names.resolve(module, owner, ()))
            if isinstance(symbol, ClassSymbol):
                _add_actions(symbol, args, keywords, found)
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


def _add_actions(
    symbol: ClassSymbol, args: tuple[ir.Expr, ...], keywords: tuple[ir.Keyword, ...], found: Routes
) -> None:
    """Notes what `as_view({"get": "list"})` names; a mapping that is not written out may name anything."""
    given = next((keyword.value for keyword in keywords if keyword.name == "actions"), args[0] if args else None)
    if given is None:
        return
    named = _written(given)
    if named is None:
        found.registered.add(symbol.key)
    else:
        found.actions.setdefault(symbol.key, {}).update(named)


def _written(given: ir.Expr) -> dict[str, str] | None:
    """Methods and verbs of a dict of constants."""
    if not isinstance(given, ir.Map):
        return None
    found: dict[str, str] = {}
    for verb, method in zip(given.keys, given.values, strict=True):
        if not isinstance(verb, ir.Const) or not isinstance(method, ir.Const):
            return None
        found[str(method.value)] = str(verb.value)
    return found


def _handed(module: Module, keywords: tuple[ir.Keyword, ...]) -> Iterator[tuple[str, ir.Expr]]:
    for keyword in keywords:
        if keyword.name is not None:
            yield keyword.name, ir.Located(keyword.value.at, module.path, keyword.value)
