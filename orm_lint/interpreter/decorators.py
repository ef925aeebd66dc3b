"""What decorators make of a function, as far as a caller can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, Symbol

Binding: TypeAlias = Literal["method", "class", "static"]

PROPERTIES = frozenset({"property", "cached_property", "classproperty", "abstractproperty", "hybrid_property"})
CACHING = frozenset({"lru_cache", "cache", "cached_property", "cached", "memoize", "cache_result", "cachedmethod"})
CACHES = re.compile(r"cache|memo")
"""In the name of a decorator of the project."""
KEEPS_RESULT = frozenset({
    "atomic", "override", "login_required", "permission_required", "require_POST", "require_GET",
    "require_http_methods",
    "csrf_exempt", "wraps", "lru_cache", "cache", "abstractmethod", "display", "action", "register", "receiver",
    "overload", "final", "staticmethod", "classmethod", "property", "cached_property", "classproperty", "never_cache",
    "method_decorator", "sensitive_post_parameters", "transaction", "shared_task", "task", "app", "simple_tag",
    "filter",
    "inclusion_tag", "api_view", "permission_classes", "user_passes_test", "cache_page", "xframe_options_exempt",
    "ensure_csrf_cookie", "csrf_protect", "sync_to_async", "async_to_sync", "singledispatch", "require_safe",
    "non_atomic_requests", "last_modified", "condition", "vary_on_headers", "vary_on_cookie", "gzip_page",
    "no_append_slash",
})  # fmt: skip


class Decorated(Struct, frozen=True):
    """`binds` says what the first parameter is, `keeps` that a call gives what the body returns.

    `is_property` that it is read without a call, `is_cached` that the body runs once however often it is asked,
    `is_manager` that it is a context manager, `threaded` that it runs outside the event loop, `gives_self` that the
    decorator hands over the first argument: `@shared_task(bind=True)`.
    """

    binds: Binding = "method"
    is_property: bool = False
    is_cached: bool = False
    is_manager: bool = False
    threaded: bool = False
    keeps: bool = True
    gives_self: bool = False


PLAIN_FUNCTION = Decorated()


def decorated(world: World, symbol: FunctionSymbol) -> Decorated:
    """What the decorators of a function mean."""
    if not symbol.node.decorators:
        if symbol.owner is not None and symbol.node.name in ("__new__", "__init_subclass__", "__class_getitem__"):
            return Decorated(binds="class")
        return PLAIN_FUNCTION
    key = ("decorators", symbol.module.path, symbol.node.at)
    found = world.class_values.get(key)
    if not isinstance(found, Decorated):
        found = world.class_values[key] = _read(world, symbol)
    return found


def _read(world: World, symbol: FunctionSymbol) -> Decorated:
    binds: Binding = "method"
    is_property = is_cached = is_manager = threaded = False
    keeps = True
    for decorator in symbol.node.decorators:
        expr = decorator.func if isinstance(decorator, ir.Call) else decorator
        name = expr.name if isinstance(expr, ir.Attr) else expr.id if isinstance(expr, ir.Name) else ""
        if name in ("staticmethod", "classmethod"):
            binds = "static" if name == "staticmethod" else "class"
        is_property = is_property or name in PROPERTIES
        is_cached = is_cached or name in CACHING or (CACHES.search(name) is not None and _is_own(world, symbol, expr))
        is_manager = is_manager or name in ("contextmanager", "asynccontextmanager")
        threaded = threaded or name in ("sync_to_async", "database_sync_to_async")
        keeps = keeps and (name in KEEPS_RESULT or name in PROPERTIES or _is_transparent(world, symbol, expr))
    if is_property and any(
        isinstance(d, ir.Name | ir.Attr) and _name(d) == "classproperty" for d in symbol.node.decorators
    ):
        binds = "class"
    gives_self = symbol.owner is None and any(_binds(decorator) for decorator in symbol.node.decorators)
    return Decorated(binds, is_property, is_cached, is_manager, threaded, keeps, gives_self)


def _binds(decorator: ir.Expr) -> bool:
    keywords = decorator.keywords if isinstance(decorator, ir.Call) else ()
    return any(k.name == "bind" and isinstance(k.value, ir.Const) and k.value.value is True for k in keywords)


def _name(expr: ir.Expr) -> str:
    return expr.name if isinstance(expr, ir.Attr) else expr.id if isinstance(expr, ir.Name) else ""


def _resolved(world: World, symbol: FunctionSymbol, expr: ir.Expr) -> Symbol | None:
    return world.names.follow(world.names.resolve(symbol.module, expr, (symbol.owner,) if symbol.owner else ()))


def _is_own(world: World, symbol: FunctionSymbol, expr: ir.Expr) -> bool:
    found = _resolved(world, symbol, expr)
    return isinstance(found, FunctionSymbol) and found.module.evidence == "project"


def _is_transparent(world: World, symbol: FunctionSymbol, expr: ir.Expr) -> bool:
    """Whether a decorator only wraps: it is well known, or its body shows it."""
    found = _resolved(world, symbol, expr)
    match found:
        case External(dotted):
            return dotted.startswith(world.transparent)
        case FunctionSymbol():
            if found.module.evidence != "project":
                return found.dotted.startswith(world.transparent)
            whole = world.whole(found)
            wraps = any(_mentions_wraps(node) for node in statements(whole.body))
            return wraps or any(_hands_on(inner, names) for inner, names in _inner(whole, frozenset()))
        case ClassSymbol():
            return found.dotted.startswith(world.transparent)
    return isinstance(expr, ir.Attr) and expr.name in ("setter", "getter", "deleter", "register")


def _mentions_wraps(node: ir.Node) -> bool:
    if not isinstance(node, ir.Function | ir.Stub):
        return False
    return any(
        _name(decorator.func if isinstance(decorator, ir.Call) else decorator) == "wraps"
        for decorator in node.decorators
    )


def _inner(function: ir.Function, names: frozenset[str]) -> Iterator[tuple[ir.Function, frozenset[str]]]:
    """The functions inside of one, at any depth, each with the parameters of those around it."""
    around = names | {param.name for param in function.params}
    for node in statements(function.body):
        if isinstance(node, ir.Function):
            yield node, around
            yield from _inner(node, around)


def _hands_on(function: ir.Function, names: frozenset[str]) -> bool:
    """`return wrapped(*args, **kwargs)`, where `wrapped` is a parameter of a function around."""
    packed = {param.kind: param.name for param in function.params if param.kind in ("*", "**")}
    for node in statements(function.body):
        match node:
            case ir.Return(
                value=ir.Call(
                    func=ir.Name(id=called),
                    args=(ir.Star(value=ir.Name(id=args)),),
                    keywords=(ir.Keyword(name=None, value=ir.Name(id=keywords)),),
                )
            ) if called in names and packed == {"*": args, "**": keywords}:
                return True
    return False
