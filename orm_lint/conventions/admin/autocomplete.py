"""Autocomplete: what a form looks up is listed by the admin of the related model, the text of each row.

`AutocompleteJsonView` in django/contrib/admin/views/autocomplete.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.conventions.admin.registry import registered, registry
from orm_lint.conventions.admin.rows import model_of, own_rows, queryset, searched
from orm_lint.conventions.common.members import entries_of, is_own, stop_of, symbol_of
from orm_lint.conventions.common.places import caused
from orm_lint.interpreter import querysets
from orm_lint.interpreter.builtins import each, void
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance, Made
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Plain, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol, ValueSymbol

FIELDS = "autocomplete_fields"
INLINES = frozenset({"django.contrib.admin.options.InlineModelAdmin"})


def looked_up(world: World, symbol: ClassSymbol) -> Iterator[ir.Expr]:
    """The models of an admin or inline whose forms look rows up."""
    stated = world.names.class_member(symbol, FIELDS)
    if not isinstance(stated, ValueSymbol) or stated.module.evidence != "project":
        return
    if world.names.descends_from(symbol, INLINES):
        yield ir.Attr(symbol.node.at, ir.Name(symbol.node.at, "subject"), "model")
    yield from registered(world, symbol)


def autocomplete(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """All that the forms of an admin class look up, in the admin classes of the models that they look for."""
    admin, request = args.args[0], args.args[1] if len(args.args) > 1 else NONE
    model = model_of(frame, state, admin, node)
    entries = entries_of(frame, state, admin, FIELDS, f"get_{FIELDS}", node, request) if isinstance(admin, Ref) else ()
    for entry in entries if model is not None else ():
        target = _target(frame, model, entry.name)
        asking = symbol_of(state, admin)
        if target is not None and asking is not None:
            for symbol in registry(frame.world).beside(asking, target.symbol):
                _search(frame, state, symbol, target, request, node)
    return Unknown("response")


def _target(frame: Frame, model: Model | None, name: str) -> Model | None:
    field = model.by_name.get(name) if model is not None else None
    label = field.relation.target if field is not None and field.relation is not None else None
    return frame.world.graph.get(label) if label else None


def _search(frame: Frame, state: State, symbol: ClassSymbol, model: Model, request: Value, node: ir.Call) -> None:
    """The results, 20 a page, each with its text."""
    made = Instance(symbol, frame.exec, {"model": ClassValue(model.symbol)})
    admin = frame.make(state, ("admin", symbol.key), made)
    stop = stop_of(frame, symbol, node, "search_fields", "get_search_fields")
    shown = ir.Name(stop.at, stop.text)
    call = ir.Call(stop.at, shown, (), ())
    with caused(frame, replace(stop, text=f"The text of each row that is looked up with {symbol.node.name}")):
        if not entries_of(frame, state, admin, "search_fields", "get_search_fields", call, request):
            return  # Django looks nothing up for it
        rows = own_rows(frame, state, admin, request, call)
        if not is_own(frame, symbol, "get_queryset"):
            _tell(frame, state, symbol, rows, stop)
        rows = searched(frame, state, admin, request, rows, call)
        if isinstance(rows, Ref) and queryset(state, rows) is not None:
            page = querysets.index(frame, state, rows, None, (Plain(), Plain(), NONE), call)
            each(frame, state, source_of(frame, state, page, call), call,
                 lambda inner, row: void(show(frame, inner, row, shown)))  # fmt: skip


def _tell(frame: Frame, state: State, symbol: ClassSymbol, rows: Value, stop: Stop) -> None:
    """What the list joins by itself is not joined here: only a queryset of the class is for both."""
    found = queryset(state, rows)
    if isinstance(rows, Ref) and found is not None and found.made.outer < 0:
        state.heap[rows.id] = replace(found, made=Made(stop.module, stop.at))
        frame.world.remedies[Place(stop.module, stop.at)] = Remedy(f"a get_queryset() of {symbol.node.name}")
