"""Django's admin: the pages of each registered class, its actions, and what other forms look up in it.

Section 8d of the truth table; `ChangeList` in django/contrib/admin/views/main.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orm_lint.conventions.admin.actions import response_action
from orm_lint.conventions.admin.anchor import ADMINS
from orm_lint.conventions.admin.autocomplete import autocomplete, looked_up
from orm_lint.conventions.admin.change_list import changelist
from orm_lint.conventions.admin.registry import PLAIN, Registered, registered, registry
from orm_lint.conventions.admin.rows import FILTERING, default_rows, search_results
from orm_lint.conventions.common.build import attribute, method, put
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Start
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

BASE = "django.contrib.admin.options.BaseModelAdmin"
FORMS = frozenset({BASE})
AUTOCOMPLETE = "$autocomplete"
GETTERS = ("list_display", "list_filter", "list_select_related", "search_fields", "list_display_links")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The pages of an admin class, for each model that it is registered for; those of a model without a class."""
    if not isinstance(symbol, ClassSymbol):
        return
    plain = registry(world).plain.get(symbol.key)
    if plain is not None:
        yield from _plain(world, symbol, plain)
    at = symbol.node.at
    request = attribute(at, "self", "request")
    if world.names.descends_from(symbol, ADMINS):
        for model in registered(world, symbol):
            for page in (*_pages(at), method(at, "response_action", request)):
                yield Start(symbol, (put(at, "model", model), page), symbol)
    if world.names.descends_from(symbol, FORMS):
        for model in looked_up(world, symbol):
            yield Start(symbol, (put(at, "model", model), method(at, AUTOCOMPLETE, request)), symbol)


def _pages(at: int) -> tuple[ir.Do, ...]:
    request = attribute(at, "self", "request")
    return method(at, "changelist_view", request), method(at, "change_view", request, ir.Const(at, "1"))


def _plain(world: World, model: ClassSymbol, found: Registered) -> Iterator[Start]:
    """`admin.site.register(Ad)`: Django's own class, whose pages are reported at the call."""
    admin = world.names.follow(world.names.dotted(PLAIN))
    if not isinstance(admin, ClassSymbol):
        return
    at, path = found.at, found.module.path
    for page in _pages(at):
        body = (put(at, "model", ir.Located(at, path, found.expr)), ir.Do(at, ir.Located(at, path, page.value)))
        yield Start(model, body, admin)


def stated(name: str, frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.get_list_display()` and the like: the attribute."""
    return attributes.read(frame, state, args.args[0], name, ir.Name(node.at, name))


MODELS: tuple[tuple[str, CallModel], ...] = (
    *((name, default_rows) for name in FILTERING),
    (f"{BASE}.get_queryset", default_rows),
    (f"{PLAIN}.get_queryset", default_rows),
    (f"{PLAIN}.get_search_results", search_results),
    (f"{PLAIN}.changelist_view", changelist),
    (f"{PLAIN}.response_action", response_action),
    (f"{BASE}.{AUTOCOMPLETE}", autocomplete),
    *((f"{PLAIN}.get_{name}", partial(stated, name)) for name in GETTERS),
)
