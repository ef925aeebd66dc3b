"""Django's class-based views: `dispatch` calls the method of the request, whose own code in Django is run as it is.

https://docs.djangoproject.com/en/stable/ref/class-based-views/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import attribute, put
from orm_lint.conventions.common.members import own_method
from orm_lint.conventions.common.places import nearest_stated, owner_of
from orm_lint.conventions.views.urls import routes
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.hooks import Anchor, Start
from orm_lint.interpreter.requests import REQUEST
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

PACKAGES = ("django.views.generic.",)
VIEW = "django.views.generic.base.View"
VIEWS = frozenset({VIEW})
REST_VIEW = "rest_framework.views.APIView"
REST_VIEWS = frozenset({REST_VIEW})
OF_ROWS = frozenset({"django.views.generic.list.MultipleObjectMixin", "django.views.generic.detail.SingleObjectMixin"})
CALLED = (
    "get_queryset", "get_context_data", "get_object", "form_valid", "form_invalid", "get_form_kwargs", "get_initial",
    "render_to_response",
)  # fmt: skip
"""What Django's code calls to answer a request: run from there, with what it hands over."""
HANDLERS = ("get", "post", "put", "patch", "delete")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """Each method of a view that answers requests, with what each URL hands to the view; functions of the URLconf."""
    if isinstance(symbol, FunctionSymbol):
        yield from _function(world, symbol)
    elif _is_view(world, symbol):
        at = symbol.node.at
        covers = tuple(found for name in (*HANDLERS, *CALLED) if (found := own_method(world, symbol, name)) is not None)
        for name in HANDLERS:
            handler = world.names.class_member(symbol, name)
            if isinstance(handler, FunctionSymbol):
                answer = _answer(world, handler, at)
                for handed in routes(world).classes.get(symbol.key, ((),)):
                    given = tuple(put(value.at, attribute_name, value) for attribute_name, value in handed)
                    yield Start(symbol, (*given, answer), symbol, covers)


def _answer(world: World, handler: FunctionSymbol, at: int) -> ir.Do:
    """The call of a method that answers requests: what the URL has to give is a text, what it may give is not known."""
    request = attribute(at, "self", "request")
    params = world.whole(handler).params[2:] if handler.module.evidence == "project" else ()
    text, unknown = ir.Op(at, "+", (ir.Const(at, ""), request)), ir.Name(at, "anything")
    given = [
        ir.Keyword(at, param.name, text if param.default is None else unknown)
        for param in params
        if param.kind not in ("*", "**", "/")
    ]
    rest = ir.Keyword(at, None, attribute(at, "self", "kwargs"))
    return ir.Do(at, ir.Call(at, attribute(at, "self", handler.node.name), (request,), (*given, rest)))


def _function(world: World, symbol: FunctionSymbol) -> Iterator[Start]:
    """A function view that is not run as it should be by itself: its request has another name, or it is decorated.

    The request is `self`, what else the URL or a decorator hands over is not known.
    """
    request = world.names.follow(world.names.dotted(REQUEST))
    if (symbol.module.path, symbol.node.at) not in routes(world).functions or not isinstance(request, ClassSymbol):
        return
    at = symbol.node.at
    view: ir.Expr = ir.Name(at, "subject")
    for decorator in reversed(symbol.node.decorators):
        if _is_own(world, symbol, decorator):
            view = ir.Call(at, decorator, (view,), ())
    params = world.whole(symbol).params
    if params and (isinstance(view, ir.Call) or params[0].name != "request"):
        rest = ir.Star(at, ir.Name(at, "anything"))
        yield Start(symbol, (ir.Do(at, ir.Call(at, view, (ir.Name(at, "self"), rest), ())),), request)


def _is_own(world: World, symbol: FunctionSymbol, decorator: ir.Expr) -> bool:
    """Whether the project defines a decorator."""
    func = decorator.func if isinstance(decorator, ir.Call) else decorator
    found = world.names.follow(world.names.resolve(symbol.module, func, ()))
    return isinstance(found, FunctionSymbol) and found.module.evidence == "project"


def anchor(world: World, symbol: ClassSymbol) -> Anchor:
    """A list that Django loops is reported where the view names its template or its rows."""
    rows = nearest_stated(world, symbol, "queryset", "get_queryset", "model")
    return Anchor(
        nearest_stated(world, symbol, "template_name", "queryset", "get_queryset", "model"),
        rows,
        Remedy(f"a get_queryset() of {owner_of(rows)}") if rows.text.endswith(".model") else None,
    )


def _is_view(world: World, symbol: ClassSymbol) -> bool:
    return world.names.descends_from(symbol, VIEWS) and not world.names.descends_from(symbol, REST_VIEWS)
