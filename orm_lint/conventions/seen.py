"""What `--statistics` says of conventions: of how many views, admin classes and serializers the rows are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orm_lint.conventions.admin_anchor import ADMINS
from orm_lint.conventions.admin_models import registered
from orm_lint.conventions.build import attribute, put, stated
from orm_lint.conventions.drf_declared import MODEL_SERIALIZER
from orm_lint.interpreter.calls import run_body
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.entries import classes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Instance, QuerySet
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ModelManager, Ref, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

VIEWS = frozenset(
    {
        "django.views.generic.list.MultipleObjectMixin",
        "django.views.generic.detail.SingleObjectMixin",
        "rest_framework.generics.GenericAPIView",
    }
)  # fmt: skipROWS = ("queryset", "get_queryset", "model")

ROWS = ("queryset", "get_queryset", "model")


def seen(world: World, modules: tuple[Module, ...]) -> Mapping[str, int]:
    """The counts of one context, after its run."""
    found = [symbol for module in modules for symbol in classes(world, module)]
    bases = {owner.key for one in found for owner in world.names.mro(one)[1:] if isinstance(owner, ClassSymbol)}
    views = [one for one in found if _is(world, one, VIEWS) and _has_rows(world, one, one.key in bases)]
    admins = {one.key: (one, tuple(registered(world, one))) for one in found if _is(world, one, ADMINS)}
    used = [(one, models) for one, models in admins.values() if models]
    shown = [one for one in found if _is(world, one, MODEL_SERIALIZER) and one.key not in bases]
    return {
        "views with a queryset": len(views),
        "views with a queryset that is known": sum(_knows(world, one, ()) for one in views),
        "admin classes": len(used),
        "admin classes whose queryset is known": sum(
            _knows(world, one, (put(one.node.at, "model", models[0]),)) for one, models in used
        ),
        "serializers of models": len(shown),
        "serializers of models that were seen with rows": sum(one.key in world.shown for one in shown),
    }


def _is(world: World, symbol: ClassSymbol, bases: frozenset[str]) -> bool:
    return world.names.descends_from(symbol, bases)


def _has_rows(world: World, symbol: ClassSymbol, is_base: bool) -> bool:
    """Whether a view says which rows it shows: some show none, and a base may leave that to others."""
    return any(stated(world, symbol, name) is not None for name in (ROWS[:1] if is_base else ROWS))


def _knows(world: World, symbol: ClassSymbol, first: tuple[ir.Stmt, ...]) -> bool:
    """Whether `get_queryset()` gives rows of a known model."""
    at = symbol.node.at
    asked = ir.Call(at, attribute(at, "self", "get_queryset"), (*_request(world, symbol, at),), ())
    frame = Frame(world, symbol.module)
    frame.behalf = symbol
    number = frame.number("self")
    world.start()
    try:
        value, end = run_body(frame, State({"self": Ref(number)}, {number: Instance(symbol, ())}),
                              (*first, ir.Return(at, asked)))  # fmt: skip
    except Dead:
        return False
    if value is None or end is None:
        return False
    return any(
        isinstance(one, ModelManager) or (isinstance(one, Ref) and isinstance(end.heap.get(one.id), QuerySet))
        for one in options(value)
    )


def _request(world: World, symbol: ClassSymbol, at: int) -> Iterator[ir.Expr]:
    if _is(world, symbol, ADMINS):
        yield attribute(at, "self", "request")
