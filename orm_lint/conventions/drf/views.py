"""Views of Django REST framework: one run for each action of a viewset, for each method of the other views.

The code of its generic views and mixins is run as it is. https://www.django-rest-framework.org/api-guide/viewsets/
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from orm_lint.conventions.common.build import attribute, put
from orm_lint.conventions.common.places import first_stated, nearest_stated
from orm_lint.conventions.views.class_based import HANDLERS, REST_VIEWS
from orm_lint.conventions.views.urls import actions
from orm_lint.interpreter.hooks import Anchor, Start
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

PACKAGES = ("rest_framework.generics", "rest_framework.mixins", "rest_framework.viewsets")
OF_ROWS = frozenset({"rest_framework.generics.GenericAPIView"})
VIEWSETS = frozenset({"rest_framework.viewsets.ViewSetMixin"})
ACTIONS = {"list": "get", "retrieve": "get", "create": "post", "update": "put", "partial_update": "patch",
           "destroy": "delete"}  # fmt: skip
OF_ALL_ROWS = frozenset({"list", "create"})
ACTION = frozenset({"rest_framework.decorators.action", "rest_framework.decorators.detail_route",
                    "rest_framework.decorators.list_route"})  # fmt: skip
# What `@action` takes for itself; all else becomes an attribute of the view.
OWN = frozenset({"methods", "detail", "url_path", "url_name", "name", "description", "suffix"})


class Handler(Struct, frozen=True):
    """A method that answers requests: the name of the action that it is, the HTTP method, what `@action` sets.

    `is_detail`: whether it is about one row; None where no router says so.
    """

    function: FunctionSymbol
    verb: str
    action: str = ""
    extra: tuple[ir.Keyword, ...] = ()
    is_detail: bool | None = None


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The actions of a viewset, with `self.action` set; the handlers of any other view."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, REST_VIEWS):
        return
    allowed = _allowed(world, symbol)
    for handler in _handlers(world, symbol):
        if handler.verb in allowed:
            yield Start(symbol, tuple(_body(world, symbol, handler)), symbol, (handler.function,))


def anchor(world: World, symbol: ClassSymbol) -> Anchor:
    """What the framework loops is reported where the view names its serializer, else its rows."""
    return Anchor(
        nearest_stated(world, symbol, "serializer_class", "get_serializer_class", "queryset", "get_queryset"),
        first_stated(world, symbol, "queryset", "get_queryset", "model"),
    )


def _handlers(world: World, symbol: ClassSymbol) -> Iterator[Handler]:
    is_viewset = world.names.descends_from(symbol, VIEWSETS)
    routed = actions(world, symbol) if is_viewset else None
    names = routed if routed is not None else ACTIONS if is_viewset else dict(zip(HANDLERS, HANDLERS, strict=True))
    for name, verb in names.items():
        found = world.names.class_member(symbol, name)
        if isinstance(found, FunctionSymbol):
            is_detail = name not in OF_ALL_ROWS if is_viewset and routed is None else None
            yield Handler(found, verb, name if is_viewset else "", (), is_detail)
    if is_viewset and routed is None:
        yield from _extra(world, symbol)


def _body(world: World, symbol: ClassSymbol, handler: Handler) -> Iterator[ir.Stmt]:
    """What the view is when the method is called, and the call: all that the URL gives is a text."""
    at = symbol.node.at
    request = attribute(at, "self", "request")
    yield ir.Assign(at, (ir.Attr(at, request, "method"),), ir.Const(at, handler.verb.upper()), None)
    if handler.action:
        yield put(at, "action", ir.Const(at, handler.action))
    if handler.is_detail is not None:
        yield put(at, "detail", ir.Const(at, handler.is_detail))
        yield put(at, "basename", ir.Op(at, "+", (ir.Const(at, ""), request)))
    for keyword in handler.extra:
        path = handler.function.module.path
        value = keyword.value if path == symbol.module.path else ir.Located(keyword.at, path, keyword.value)
        yield put(at, keyword.name or "", value)
    yield put(at, "kwargs", ir.Op(at, "+", (ir.Const(at, ""), request)))
    name = ir.Attr(at, ir.Name(at, "self"), handler.function.node.name)
    given = attribute(at, "self", "kwargs")
    named = [ir.Keyword(at, param, ir.Index(at, given, ir.Const(at, param))) for param in _named(world, handler)]
    yield ir.Do(at, ir.Call(at, name, (request,), (*named, ir.Keyword(at, None, given))))


def _named(world: World, handler: Handler) -> list[str]:
    """The parameters that the URL fills."""
    if handler.function.module.evidence != "project":
        return []
    params = world.whole(handler.function).params[2:]
    return [param.name for param in params if param.kind not in ("*", "**", "/")]


def _allowed(world: World, symbol: ClassSymbol) -> frozenset[str]:
    """The HTTP methods that a view answers."""
    found = world.names.class_member(symbol, "http_method_names")
    value = found.binding.value if isinstance(found, ValueSymbol) and found.module.evidence == "project" else None
    if not isinstance(value, ir.Seq) or not all(isinstance(item, ir.Const) for item in value.items):
        return frozenset(HANDLERS)
    return frozenset(str(item.value).lower() for item in value.items if isinstance(item, ir.Const))


def _extra(world: World, symbol: ClassSymbol) -> Iterator[Handler]:
    """The methods that `@action` makes actions."""
    seen: set[str] = set(ACTIONS)
    for owner in world.names.mro(symbol):
        if not isinstance(owner, ClassSymbol) or owner.module.evidence != "project":
            continue
        for name, bindings in world.names.members(owner).names.items():
            binding = bindings[-1]
            if isinstance(binding, ir.Function | ir.Stub) and name not in seen:
                seen.add(name)
                for decorator in binding.decorators:
                    if _is_action(world, owner, decorator):
                        yield _action(owner, name, binding, decorator)


def _is_action(world: World, owner: ClassSymbol, decorator: ir.Expr) -> bool:
    """`@action(…)`, and `@show.mapping.post` for another method of the action `show`."""
    match decorator:
        case ir.Attr(value=ir.Attr(value=ir.Name(id=name), name="mapping")):
            bindings = world.names.members(owner).names.get(name, ())
            first = [binding for binding in bindings if isinstance(binding, ir.Function | ir.Stub)][:1]
            return any(_makes_action(world, owner, one) for binding in first for one in binding.decorators)
    return _makes_action(world, owner, decorator)


def _makes_action(world: World, owner: ClassSymbol, decorator: ir.Expr) -> bool:
    expr = decorator.func if isinstance(decorator, ir.Call) else decorator
    found = world.names.follow(world.names.resolve(owner.module, expr, ()))
    return getattr(found, "dotted", "") in ACTION


def _action(owner: ClassSymbol, name: str, node: ir.Function | ir.Stub, decorator: ir.Expr) -> Handler:
    function = FunctionSymbol(owner.module, node, owner)
    if not isinstance(decorator, ir.Call):
        verb = decorator.name if isinstance(decorator, ir.Attr) else "get"
        return Handler(function, verb if verb in HANDLERS else "get", name)
    methods = next((keyword.value for keyword in decorator.keywords if keyword.name == "methods"), None)
    items = methods.items if isinstance(methods, ir.Seq) else ()
    verb = next((str(item.value).lower() for item in items if isinstance(item, ir.Const)), "get")
    extra = tuple(keyword for keyword in decorator.keywords if keyword.name and keyword.name not in OWN)
    is_detail = next((_truth(keyword.value) for keyword in decorator.keywords if keyword.name == "detail"), None)
    return Handler(function, verb if verb in HANDLERS else "get", name, extra, is_detail)


def _truth(value: ir.Expr) -> bool | None:
    return value.value if isinstance(value, ir.Const) and isinstance(value.value, bool) else None
