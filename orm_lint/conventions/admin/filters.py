"""`list_filter`: choices that show a row each, and filters of the project that see the rows of the list.

https://docs.djangoproject.com/en/stable/ref/contrib/admin/filters/
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.admin.anchor import for_entry
from orm_lint.conventions.common.members import Entry, call_own, entries_of, is_own, items_of, symbol_of
from orm_lint.conventions.common.places import stated
from orm_lint.interpreter.builtins import each, void
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance, QuerySet
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, Const, Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol

FILTERS = "django.contrib.admin.filters"
LISTS_ROWS = frozenset({f"{FILTERS}.RelatedFieldListFilter", f"{FILTERS}.RelatedOnlyFieldListFilter"})
FILTER = frozenset({f"{FILTERS}.ListFilter"})
LISTS = ("list_filter", "get_list_filter")
RELATIONS = ("forward", "one_to_one", "many_to_many")


def run_filters(
    frame: Frame, state: State, admin: Ref, request: Value, rows: Value, model: Model, node: ir.Call
) -> None:
    """What the filters beside the list do, which are set up before the list is."""
    symbol = symbol_of(state, admin)
    if symbol is None or not any(stated(frame.world, symbol, name) for name in LISTS):
        return  # those of Django's own classes show rows whose text is their name
    for entry in entries_of(frame, state, admin, *LISTS, node, request):
        try:
            _run_filter(frame, state, admin, request, rows, model, entry)
        except Dead:  # what we see of one filter ends with an exception: the others are there still
            continue


def _run_filter(
    frame: Frame, state: State, admin: Ref, request: Value, rows: Value, model: Model, entry: Entry
) -> None:
    node = ir.Call(entry.stop.at, ir.Name(entry.stop.at, entry.stop.text), (), ())
    with for_entry(frame, state, admin, "list_filter", entry):
        match entry.value:
            case Const(value=str() as path):
                _list_rows(frame, state, _target(frame, model, path), node)
            case ClassValue(symbol=symbol):
                _run_own(frame, state, symbol, admin, request, rows, node)
            case Ref():
                match items_of(state, entry.value):
                    case (Const(value=str() as path), ClassValue(symbol=symbol)) if symbol.dotted in LISTS_ROWS:
                        _list_rows(frame, state, _target(frame, model, path), node)


def _target(frame: Frame, model: Model | None, path: str) -> Model | None:
    """The model that a path of foreign keys leads to; None if it ends at a column."""
    for name in path.split("__"):
        field = model.by_name.get(name) if model is not None else None
        relation = field.relation if field is not None and field.kind in RELATIONS else None
        model = frame.world.graph.get(relation.target) if relation is not None and relation.target else None
    return model


def _list_rows(frame: Frame, state: State, target: Model | None, node: ir.Call) -> None:
    """`field.get_choices()`: the text of every row of the related model's default manager."""
    if target is not None:
        rows = chosen_from(frame, state, target, node)
        each(frame, state, source_of(frame, state, rows, node), node,
             lambda inner, row: void(show(frame, inner, row, node.func)))  # fmt: skip


def chosen_from(frame: Frame, state: State, target: Model, node: ir.Call) -> Value:
    """The rows that may be chosen: those of the default manager that `limit_choices_to` leaves."""
    rows = queryset_from(frame, state, ClassValue(target.symbol), node)
    found = state.held(rows)
    if isinstance(rows, Ref) and isinstance(found, QuerySet):
        state.heap[rows.id] = replace(found, plan=replace(found.plan, filtered=True))
        if found.made.module is not None:
            frame.world.remedies[Place(found.made.module, found.made.at)] = Remedy(
                f"the default manager of {target.name}"
            )
    return rows


def _run_own(
    frame: Frame, state: State, symbol: ClassSymbol, admin: Ref, request: Value, rows: Value, node: ir.Call
) -> None:
    """A filter of the project: `lookups()` lists the choices, `queryset()` is called whatever is chosen."""
    if symbol.module.evidence != "project" or not frame.world.names.descends_from(symbol, FILTER):
        return
    made = frame.make(state, ("filter", node.at), Instance(symbol, frame.exec))
    if is_own(frame, symbol, "lookups"):
        found = call_own(frame, state, made, "lookups", node, request, admin)
        if isinstance(found, Ref) and not isinstance(state.heap.get(found.id), QuerySet):
            source_of(frame, state, found, node)
    if is_own(frame, symbol, "queryset"):
        call_own(frame, state, made, "queryset", node, request, rows)
