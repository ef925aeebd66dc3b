"""Which models an admin class is registered for: `@admin.register(Ad)` or `admin.site.register(Ad, AdAdmin)`.

https://docs.djangoproject.com/en/stable/ref/contrib/admin/#modeladmin-objects
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, Symbol, ValueSymbol

REGISTER = frozenset({"django.contrib.admin.decorators.register", "django.contrib.admin.register"})
PLAIN = "django.contrib.admin.options.ModelAdmin"
SITES = frozenset({"django.contrib.admin.sites.AdminSite"})
SITE = "django.contrib.admin.sites.site"
BARE_SITES = frozenset({SITE, "django.contrib.admin.site"})
MODEL = frozenset({"django.db.models.base.Model"})
DEFAULT = "site"
MAX_MODELS = 12


class Registered(Struct, frozen=True):
    """A model that some call registers; `expr` names it, in the module of the call. `site` tells sites apart."""

    model: ClassSymbol
    module: Module
    expr: ir.Expr
    at: int
    site: str


class Registry(Struct):
    """All that the project registers: the models of each admin class, those without one, the classes of each model."""

    of_admin: dict[tuple[str, int], list[Registered]] = field(default_factory=dict)
    plain: dict[tuple[str, int], Registered] = field(default_factory=dict)
    admins: dict[tuple[str, int], list[tuple[str, ClassSymbol]]] = field(default_factory=dict)

    def add(self, admin: ClassSymbol, found: Registered) -> None:
        known = self.of_admin.setdefault(admin.key, [])
        if found.model.key not in {one.model.key for one in known} and len(known) < MAX_MODELS:
            known.append(found)
            self.admins.setdefault(found.model.key, []).append((found.site, admin))

    def beside(self, admin: ClassSymbol, model: ClassSymbol) -> tuple[ClassSymbol, ...]:
        """The admin classes of a model on the sites that have another admin class; on all for one that is on none."""
        sites = {found.site for found in self.of_admin.get(admin.key, ())}
        return tuple(found for site, found in self.admins.get(model.key, ()) if site in sites or not sites)


def registered(world: World, symbol: ClassSymbol) -> Iterator[ir.Expr]:
    """The expressions that name the models of an admin class, each with its module."""
    for found in registry(world).of_admin.get(symbol.key, ()):
        yield ir.Located(found.at, found.module.path, found.expr)


def registry(world: World) -> Registry:
    """What the project registers, looked up once a run."""
    known = world.class_values.get(PLAIN)
    if not isinstance(known, Registry):
        known = world.class_values[PLAIN] = _registry(world)
    return known


def _registry(world: World) -> Registry:
    found = Registry()
    for module in world.context.own:
        loops: dict[str, tuple[ir.Expr, ...]] = {}
        for statement in world.names.statements(module):
            match statement:
                case ir.Class(decorators=decorators) if decorators:
                    _decorated(world, module, statement, found)
                case ir.For(target=ir.Name(id=name), iter=iterated):
                    loops[name] = _items(world, module, iterated)
                case ir.Do(value=ir.Call() as call):
                    _called(world, module, call, found, loops)
    return found


def _items(world: World, module: Module, expr: ir.Expr) -> tuple[ir.Expr, ...]:
    """What a list at the top of a module holds."""
    found = world.names.resolve(module, expr, ()) if isinstance(expr, ir.Name) else None
    value = getattr(getattr(found, "binding", None), "value", None) if found is not None else expr
    return value.items if isinstance(value, ir.Seq) else ()


def _decorated(world: World, module: Module, node: ir.Class, found: Registry) -> None:
    for decorator in node.decorators:
        if isinstance(decorator, ir.Call) and _dotted(world, module, decorator.func) in REGISTER:
            admin = world.names.class_symbol(module, node, node.name)
            site = _site(world, module, next((k.value for k in decorator.keywords if k.name == "site"), None))
            for expr in decorator.args:
                _add(world, module, admin, expr, decorator.at, site, found)


def _called(
    world: World, module: Module, call: ir.Call, found: Registry, loops: dict[str, tuple[ir.Expr, ...]]
) -> None:
    """`site.register(Ad, AdAdmin)`, `site.register([Ad, Owner])`, `register(Ad)(AdAdmin)`."""
    match call:
        case ir.Call(func=ir.Call(args=models) as decorator, args=(admin,)) if models:
            if _dotted(world, module, decorator.func) in REGISTER:
                for expr in models:
                    _add(world, module, _class(world, module, admin), expr, call.at, DEFAULT, found)
        case ir.Call(func=ir.Attr(name="register", value=site), args=(models, *rest)) if _is_site(world, module, site):
            name = _site(world, module, site)
            given = rest[0] if rest else next((k.value for k in call.keywords if k.name == "admin_class"), None)
            admin_class = _class(world, module, given) if given is not None else _plain(world)
            for expr in _spread(models, loops):
                for named in _items(world, module, expr) or (expr,):
                    _add(world, module, admin_class, named, call.at, name, found)


def _spread(expr: ir.Expr, loops: dict[str, tuple[ir.Expr, ...]]) -> tuple[ir.Expr, ...]:
    if isinstance(expr, ir.Name) and expr.id in loops:
        return loops[expr.id]
    return expr.items if isinstance(expr, ir.Seq) else (expr,)


def _add(
    world: World, module: Module, admin: ClassSymbol | None, expr: ir.Expr, at: int, site: str, found: Registry
) -> None:
    model = _class(world, module, expr)
    if admin is None or model is None or not world.names.descends_from(model, MODEL):
        return
    one = Registered(model, module, expr, at, site)
    if admin.dotted == PLAIN:
        found.plain.setdefault(model.key, one)
    found.add(admin, one)


def _site(world: World, module: Module, expr: ir.Expr | None) -> str:
    """Which site an expression means: the place of its assignment, as far as it is not Django's own."""
    symbol = world.names.resolve(module, expr, ()) if expr is not None else None
    if symbol is None or _is_bare(world, symbol) or not isinstance(symbol, ValueSymbol):
        return DEFAULT
    return f"{symbol.module.path}:{symbol.binding.at}"


def _is_site(world: World, module: Module, expr: ir.Expr) -> bool:
    """Whether an expression is an admin site: Django's own, or an instance of a class of the project."""
    symbol = world.names.resolve(module, expr, ())
    if _is_bare(world, symbol) or _is_bare(world, world.names.follow(symbol)):
        return True
    value = getattr(getattr(symbol, "binding", None), "value", None)
    where = getattr(symbol, "module", module)
    made = _class(world, where, value.func) if isinstance(value, ir.Call) else None
    return made is not None and world.names.descends_from(made, SITES)


def _is_bare(world: World, symbol: Symbol | None) -> bool:
    """Whether something is the site that Django makes."""
    if not isinstance(symbol, ValueSymbol):
        return getattr(symbol, "dotted", "") in BARE_SITES
    own = world.names.dotted(SITE)
    is_there = isinstance(own, ValueSymbol) and own.module is symbol.module
    return is_there and isinstance(own, ValueSymbol) and own.binding.at == symbol.binding.at


def _plain(world: World) -> ClassSymbol | None:
    found = world.names.follow(world.names.dotted(PLAIN))
    return found if isinstance(found, ClassSymbol) else None


def _class(world: World, module: Module, expr: ir.Expr) -> ClassSymbol | None:
    found = world.names.follow(world.names.resolve(module, expr, ()))
    return found if isinstance(found, ClassSymbol) else None


def _dotted(world: World, module: Module, expr: ir.Expr) -> str:
    found = world.names.follow(world.names.resolve(module, expr, ()))
    return found.dotted if isinstance(found, FunctionSymbol) else getattr(found, "dotted", "")
