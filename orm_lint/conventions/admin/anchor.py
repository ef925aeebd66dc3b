"""Where findings about an admin class stand, what they call its entries, and how its rows are loaded with more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from orm_lint.conventions.admin.registry import PLAIN
from orm_lint.conventions.common.members import Entry, symbol_of
from orm_lint.conventions.common.places import caused, nearest_stated, owner_of, stated
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Anchor
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, Closure, FunctionValue, Ref
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, ValueSymbol

ADMINS = frozenset({PLAIN})
ROWS = ("list_select_related", "list_display", "get_list_display")
ADDING = "add {paths} to "
"""How advice starts for classes that name already what to join."""
LOOP = ("list_display", "get_list_display")


def anchor(world: World, symbol: ClassSymbol) -> Anchor:
    """What the admin does is reported at what the class lists, rows at its queryset."""
    loop = nearest_stated(world, symbol, *LOOP)
    own = stated(world, symbol, "get_queryset")
    if own is not None:
        return Anchor(loop, own)
    rows = nearest_stated(world, symbol, *ROWS)
    return Anchor(loop, rows, _remedy(world, symbol, owner_of(rows)))


def _remedy(world: World, symbol: ClassSymbol, name: str) -> Remedy:
    """An admin that does not say which rows it shows joins what `list_select_related` names."""
    joined = nearest_stated(world, symbol, "list_select_related")
    if "." not in joined.text:
        return Remedy(f"a get_queryset() of {name}", f"add list_select_related = [{{paths}}] to {name}")
    where = f"{joined.text} at {joined.module.path}:{joined.module.line_of(joined.at)}"
    if _joins_by_itself(world, symbol):
        return Remedy(f"a get_queryset() of {name}", f"name {{paths}} in {where}: True joins no key that may be null")
    return Remedy(f"a get_queryset() of {name}", f"{ADDING}{where}")


def _joins_by_itself(world: World, symbol: ClassSymbol) -> bool:
    """Whether a class says True instead of names."""
    found = world.names.class_member(symbol, "list_select_related")
    return isinstance(found, ValueSymbol) and isinstance(found.binding.value, ir.Const)


def _name(entry: Entry) -> str:
    match entry.value:
        case FunctionValue(symbol=symbol):
            return symbol.node.name
        case ClassValue(symbol=symbol):
            return symbol.node.name
        case Closure():
            return "lambda"
    return entry.name or entry.stop.text


@contextmanager
def for_entry(frame: Frame, state: State, admin: Ref, members: str, entry: Entry) -> Iterator[None]:
    """What happens inside happens for an entry of `list_display` or another list of an admin class."""
    symbol = symbol_of(state, admin)
    name = _name(entry)
    text = f'{symbol.node.name if symbol is not None else ""}.{members} "{name}"'
    with caused(frame, Stop(entry.stop.module, entry.stop.at, text)):
        yield
