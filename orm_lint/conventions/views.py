"""Django's class-based views: `dispatch` calls the method of the request, whose own code in Django is run as it is.

https://docs.djangoproject.com/en/stable/ref/class-based-views/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.build import attribute, method, nearest_stated, owner_of
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.hooks import Anchor, Start
from orm_lint.interpreter.world import World
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

PACKAGES = ("django.views.generic.",)
VIEWS = frozenset({"django.views.generic.base.View"})
REST_VIEWS = frozenset({"rest_framework.views.APIView"})
HANDLERS = ("get", "post", "put", "patch", "delete")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """Each method of a view that answers requests."""
    if isinstance(symbol, ClassSymbol) and _is_view(world, symbol):
        for name in HANDLERS:
            if isinstance(world.names.class_member(symbol, name), FunctionSymbol):
                at = symbol.node.at
                yield Start(symbol, (method(at, name, attribute(at, "self", "request")),), symbol)


def anchor(world: World, symbol: ClassSymbol) -> Anchor | None:
    """A list that Django loops is reported where the view names its template or its rows."""
    if not _is_view(world, symbol):
        return None
    rows = nearest_stated(world, symbol, "queryset", "get_queryset", "model")
    return Anchor(
        nearest_stated(world, symbol, "template_name", "queryset", "get_queryset", "model"),
        rows,
        Remedy(f"a get_queryset() of {owner_of(rows)}") if rows.text.endswith(".model") else None,
    )


def _is_view(world: World, symbol: ClassSymbol) -> bool:
    return world.names.descends_from(symbol, VIEWS) and not world.names.descends_from(symbol, REST_VIEWS)
