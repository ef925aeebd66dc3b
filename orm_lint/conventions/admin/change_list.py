"""The admin's change list: every entry of `list_display` is read from every row of the page.

`items_for_result` in django/contrib/admin/templatetags/admin_list.py, `lookup_field` in django/contrib/admin/utils.py.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from msgspec.structs import replace

from orm_lint.conventions.admin.anchor import for_entry
from orm_lint.conventions.admin.filters import chosen_from
from orm_lint.conventions.admin.permissions import has_actions
from orm_lint.conventions.admin.rows import listed_rows, model_of, queryset, tell_kept
from orm_lint.conventions.common.members import Entry, entries_of, stop_of, symbol_of
from orm_lint.conventions.common.places import caused
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.builtins import each, void
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    BoundMethod,
    Const,
    FunctionValue,
    Plain,
    Ref,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.joins import DEPTH
from orm_lint.project.models.graph import Model

SHOWS_ROW_IN_CHECKBOX = (5, 0)
LOOKUPS_IN_LIST = (5, 1)
TEXT = "__str__"
DISPLAY = ("list_display", "get_list_display")


def changelist(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.changelist_view()`."""
    admin = args.args[0]
    request = args.args[1] if len(args.args) > 1 else NONE
    model = model_of(frame, state, admin, node)
    if not isinstance(admin, Ref) or model is None:
        return Unknown("admin of a model that is not known")
    shown = entries_of(frame, state, admin, *DISPLAY, node, request)
    if any(_is_refused(frame, state, admin, model, entry) for entry in shown):
        return Unknown("response")
    rows = listed_rows(frame, state, admin, request, shown, model, node)
    if not isinstance(rows, Ref) or queryset(state, rows) is None:
        return Unknown("response")
    _show_page(frame, state, admin, request, rows, shown, model, node)
    return Unknown("response")


def _show_page(
    frame: Frame, state: State, admin: Ref, request: Value, rows: Ref, shown: tuple[Entry, ...], model: Model,
    node: ir.Call,
) -> None:  # fmt: skip
    edited = entries_of(frame, state, admin, "list_editable", "get_list_editable", node, request)
    has_checkbox = frame.world.django >= SHOWS_ROW_IN_CHECKBOX and has_actions(frame, state, admin, request, node)

    listed, kept = state.heap[rows.id], set[str]()

    def show_row(inner: State, row: Value) -> None:
        if has_checkbox:
            show_text(frame, inner, admin, row, node, "The label of the checkbox of each row in {}")
        for entry in shown:
            show_entry(frame, inner, admin, model, entry, row)
        for entry in edited:
            _offer_choices(frame, inner, admin, model, entry)
        kept.update(_joined_reads(inner, row))

    each_of_page(frame, state, admin, rows, node, show_row)
    if isinstance(listed, QuerySet):
        tell_kept(frame, listed, frozenset(kept))


def _joined_reads(state: State, value: Value, depth: int = DEPTH) -> set[str]:
    """The paths that were joined to a row and have been read, as far as Django joins by itself."""
    row = state.heap.get(value.id) if isinstance(value, Ref) else None
    found: set[str] = set()
    for name, arrival in row.load.relations if isinstance(row, Row) and depth else ():
        if arrival.how == "join" and not arrival.known and isinstance(row, Row) and name in row.attrs:
            deeper = {
                f"{name}__{path}" for one in options(row.attrs[name]) for path in _joined_reads(state, one, depth - 1)
            }
            found |= deeper or {name}
    return found


def each_of_page(
    frame: Frame, state: State, admin: Ref, rows: Ref, node: ir.Call, act: Callable[[State, Value], None]
) -> None:
    """Does something with each row of a page, which is as long as `list_per_page` says."""
    size = attributes.read(frame, state, admin, "list_per_page", node)
    upper = size if isinstance(size, Const) and isinstance(size.value, int) else Plain()
    page = querysets.index(frame, state, rows, None, (NONE, upper, NONE), node)
    each(frame, state, source_of(frame, state, page, node), node, act)


def show_text(frame: Frame, state: State, admin: Ref, row: Value, node: ir.Node, text: str) -> None:
    """The text of a row, which no entry of the class asks for: reported at the list. `text` says what it is for."""
    symbol = symbol_of(state, admin)
    assert symbol is not None
    stop = stop_of(frame, symbol, node, *DISPLAY)
    where = symbol.node.name if symbol.module.evidence == "project" else "the admin"
    with caused(frame, replace(stop, text=text.format(where))):
        show(frame, state, row, ir.Name(stop.at, stop.text))


def show_entry(
    frame: Frame, state: State, admin: Ref, model: Model, entry: Entry, row: Value, members: str = "list_display"
) -> None:
    """Shows one entry of one row: a field, a callable, a method of the admin, else an attribute of the row."""
    if isinstance(entry.value, Unknown):
        return  # what is not known of the list
    node = ir.Name(entry.stop.at, entry.stop.text)
    with for_entry(frame, state, admin, members, entry), suppress(Dead):  # the next entry is shown all the same
        show(frame, state, _value(frame, state, admin, model, entry, row, node), node)


def _value(frame: Frame, state: State, admin: Ref, model: Model, entry: Entry, row: Value, node: ir.Name) -> Value:
    call = ir.Call(entry.stop.at, node, (), ())
    if not entry.name:
        return call_value(frame, state, entry.value, Given((row,)), call)
    if entry.name == TEXT:
        return row
    if entry.name in model.by_name:
        return attributes.read(frame, state, row, entry.name, ir.Attr(entry.stop.at, node, entry.name))
    symbol = symbol_of(state, admin)
    if symbol is not None and frame.world.names.class_member(symbol, entry.name) is not None:
        value = attributes.read(frame, state, admin, entry.name, node)
        return call_value(frame, state, value, Given((row,)), call)
    if "__" in entry.name and frame.world.django >= LOOKUPS_IN_LIST and not _has(frame, state, model, entry.name, row):
        return _followed(frame, state, row, entry.name.split("__"), node)
    value = attributes.read(frame, state, row, entry.name, ir.Attr(entry.stop.at, node, entry.name))
    if isinstance(value, FunctionValue | BoundMethod):
        return call_value(frame, state, value, Given(), call)
    return value


def _is_refused(frame: Frame, state: State, admin: Ref, model: Model, entry: Entry) -> bool:
    """Whether Django raises for an entry that follows a relation, as it did before it could."""
    symbol = symbol_of(state, admin)
    if "__" not in entry.name.strip("_") or frame.world.django >= LOOKUPS_IN_LIST or symbol is None:
        return False
    first = model.by_name.get(entry.name.partition("__")[0])
    owners = (symbol, model.symbol)
    is_known = any(frame.world.names.class_member(owner, entry.name) is not None for owner in owners)
    return first is not None and first.relation is not None and not is_known


def _has(frame: Frame, state: State, model: Model, name: str, row: Value) -> bool:
    """Whether a row has an attribute of this name: a member of its class, or an annotation."""
    found = state.held(row)
    annotations = found.load.annotations if isinstance(found, Row) else frozenset()
    return name in annotations or frame.world.names.class_member(model.symbol, name) is not None


def _followed(frame: Frame, state: State, value: Value, names: list[str], node: ir.Name) -> Value:
    for name in names:
        value = attributes.read(frame, state, value, name, ir.Attr(node.at, node, name))
    return value


def _offer_choices(frame: Frame, state: State, admin: Ref, model: Model, entry: Entry) -> None:
    """A form for each row: its foreign keys ask for all rows that may be chosen, each form anew."""
    field = model.by_name.get(entry.name)
    target = field.relation.target if field is not None and field.relation is not None else None
    chosen = frame.world.graph.get(target) if target else None
    if chosen is None:
        return
    node = ir.Call(entry.stop.at, ir.Name(entry.stop.at, entry.stop.text), (), ())
    with for_entry(frame, state, admin, "list_editable", entry):
        rows = chosen_from(frame, state, chosen, node)
        found = queryset(state, rows)
        if isinstance(rows, Ref) and found is not None:
            state.heap[rows.id] = replace(found, deps=frozenset(frame.exec))
            querysets.evaluate(frame, state, rows, "chosen", node)
        each(frame, state, source_of(frame, state, rows, node), node,
             lambda inner, one: void(show(frame, inner, one, node.func)))  # fmt: skip
