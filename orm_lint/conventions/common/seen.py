"""What `--statistics` says of conventions: of how many classes of a framework the rows are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orm_lint.conventions.common.build import attribute
from orm_lint.conventions.common.places import stated
from orm_lint.interpreter.calls import run_body
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.entries import classes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Seen
from orm_lint.interpreter.objects import Instance, QuerySet
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ModelManager, Ref, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

ROWS = ("queryset", "get_queryset", "model")


def views_seen(bases: frozenset[str]) -> Seen:
    """Counts the views that derive from classes of a framework that have rows."""

    def seen(world: World, modules: tuple[Module, ...]) -> Mapping[str, int]:
        views = [one for one, is_base in seen_classes(world, modules, bases) if _has_rows(world, one, is_base)]
        return {
            "views with a queryset": len(views),
            "views with a queryset that is known": sum(knows_rows(world, one) for one in views),
        }

    return seen


def seen_classes(
    world: World, modules: tuple[Module, ...], bases: frozenset[str]
) -> Iterator[tuple[ClassSymbol, bool]]:
    """The classes that derive from some, each with whether another derives from it."""
    found = [symbol for module in modules for symbol in classes(world, module)]
    ancestors = {owner.key for one in found for owner in world.names.mro(one)[1:] if isinstance(owner, ClassSymbol)}
    for one in found:
        if world.names.descends_from(one, bases):
            yield one, one.key in ancestors


def _has_rows(world: World, symbol: ClassSymbol, is_base: bool) -> bool:
    """Whether a view says which rows it shows: some show none, and a base may leave that to others."""
    return any(stated(world, symbol, name) is not None for name in (ROWS[:1] if is_base else ROWS))


def knows_rows(world: World, symbol: ClassSymbol, first: ir.Body = (), args: tuple[ir.Expr, ...] = ()) -> bool:
    """Whether `get_queryset()` gives rows of a known model, after some statements and with some arguments."""
    at = symbol.node.at
    asked = ir.Call(at, attribute(at, "self", "get_queryset"), args, ())
    frame = Frame(world, symbol.module)
    frame.behalf = symbol
    number = frame.number("self")
    state = State({"self": Ref(number)}, {number: Instance(symbol, ())})
    world.start()
    try:
        value, end = run_body(frame, state, (*first, ir.Return(at, asked)))
    except Dead:
        return False
    if value is None or end is None:
        return False
    return any(
        isinstance(one, ModelManager) or (isinstance(one, Ref) and isinstance(end.heap.get(one.id), QuerySet))
        for one in options(value)
    )
