"""Views of Django REST framework: one run for each action of a viewset, for each method of the other views.

The code of its generic views and mixins is run as it is. https://www.django-rest-framework.org/api-guide/viewsets/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.build import attribute, first_stated, method, put
from orm_lint.conventions.views import HANDLERS, REST_VIEWS
from orm_lint.interpreter.hooks import Anchor, Start
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

PACKAGES = ("rest_framework.generics", "rest_framework.mixins", "rest_framework.viewsets")
VIEWSETS = frozenset({"rest_framework.viewsets.ViewSetMixin"})
ACTIONS = ("list", "retrieve", "create", "update", "partial_update", "destroy")
ACTION = frozenset({"rest_framework.decorators.action", "rest_framework.decorators.detail_route",
                    "rest_framework.decorators.list_route"})  # fmt: skip


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The actions of a viewset, with `self.action` set; the handlers of any other view."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, REST_VIEWS):
        return
    at = symbol.node.at
    request = attribute(at, "self", "request")
    if not world.names.descends_from(symbol, VIEWSETS):
        for name in HANDLERS:
            if isinstance(world.names.class_member(symbol, name), FunctionSymbol):
                yield Start(symbol, (method(at, name, request),), symbol)
        return
    for name in (*ACTIONS, *_extra(world, symbol)):
        if isinstance(world.names.class_member(symbol, name), FunctionSymbol):
            yield Start(symbol, (put(at, "action", ir.Const(at, name)), method(at, name, request)), symbol)


def anchor(world: World, symbol: ClassSymbol) -> Anchor | None:
    """What the framework loops is reported where the view names its serializer, else its rows."""
    if not world.names.descends_from(symbol, REST_VIEWS):
        return None
    return Anchor(
        first_stated(world, symbol, "serializer_class", "get_serializer_class", "queryset", "get_queryset"),
        first_stated(world, symbol, "queryset", "get_queryset", "model"),
    )


def _extra(world: World, symbol: ClassSymbol) -> Iterator[str]:
    """The methods that `@action` makes actions."""
    seen: set[str] = set(ACTIONS)
    for owner in world.names.mro(symbol):
        if not isinstance(owner, ClassSymbol) or owner.module.evidence != "project":
            continue
        for name, bindings in world.names.members(owner).names.items():
            binding = bindings[-1]
            if isinstance(binding, ir.Function | ir.Stub) and name not in seen:
                seen.add(name)
                if any(_is_action(world, owner, decorator) for decorator in binding.decorators):
                    yield name


def _is_action(world: World, owner: ClassSymbol, decorator: ir.Expr) -> bool:
    expr = decorator.func if isinstance(decorator, ir.Call) else decorator
    found = world.names.follow(world.names.resolve(owner.module, expr, ()))
    return getattr(found, "dotted", "") in ACTION
