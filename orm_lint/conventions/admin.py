"""The admin's change list: every entry of `list_display` is read from every row of the page.

Section 8d of the truth table; `ChangeList` in django/contrib/admin/views/main.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.admin_models import registered
from orm_lint.conventions.build import attribute, first_stated, method, put
from orm_lint.conventions.members import Entry, call_own, entries_of, texts_of
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Anchor, CallModel, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    TRUE,
    BoundMethod,
    ClassValue,
    Const,
    FunctionValue,
    Plain,
    Ref,
    Unknown,
    Value,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

ADMIN = "django.contrib.admin.options.ModelAdmin"
ADMINS = frozenset({ADMIN})
BASE = "django.contrib.admin.options.BaseModelAdmin"
SHOWS_ROW_IN_CHECKBOX = (5, 0)
LOOKUPS_IN_LIST = (5, 1)
SELECTS_WHAT_IS_LISTED = (6, 1)
TEXT = "__str__"


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The change list of an admin class, for each model that it is registered for."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, ADMINS):
        return
    at = symbol.node.at
    for model in registered(world, symbol):
        yield Start(
            symbol, (put(at, "model", model), method(at, "changelist_view", attribute(at, "self", "request"))), symbol
        )


def anchor(world: World, symbol: ClassSymbol) -> Anchor | None:
    """What the admin does is reported at what the class lists, rows at its queryset."""
    if not world.names.descends_from(symbol, ADMINS):
        return None
    return Anchor(
        first_stated(world, symbol, "list_display", "get_list_display"),
        first_stated(world, symbol, "get_queryset", "list_select_related", "list_display"),
    )


def get_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.get_queryset()`: the rows of the model's default manager."""
    model = attributes.read(frame, state, args.args[0], "model", node)
    return queryset_from(frame, state, model, node)


def changelist(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.changelist_view()`."""
    admin = args.args[0]
    request = args.args[1] if len(args.args) > 1 else NONE
    rows = call_own(frame, state, admin, "get_queryset", node, request)
    model = _model(frame, state, admin, node)
    if not isinstance(admin, Ref) or model is None:
        return Unknown("admin of a model that is not known")
    shown = entries_of(frame, state, admin, "list_display", "get_list_display", node, request)
    rows = _selected(frame, state, admin, rows, shown, model, node)
    with_text = _shows_rows(frame, state, admin, node)

    def show_row(inner: State, row: Value) -> None:
        if with_text:
            show(frame, inner, row, node)
        for entry in shown:
            _show_entry(frame, inner, admin, model, entry, row)

    if isinstance(rows, Ref) and _is_queryset(state, rows):
        rows = querysets.index(frame, state, rows, None, (Plain(), Plain(), NONE), node)  # a page of them
        each(frame, state, source_of(frame, state, rows, node), node, show_row)
    return Unknown("response")


def _model(frame: Frame, state: State, admin: Value, node: ir.Node) -> Model | None:
    value = attributes.read(frame, state, admin, "model", node)
    return frame.world.model_of(value.symbol) if isinstance(value, ClassValue) else None


def _shows_rows(frame: Frame, state: State, admin: Ref, node: ir.Node) -> bool:
    """Whether each row has a checkbox, whose label is the row's text."""
    actions = attributes.read(frame, state, admin, "actions", node)
    return frame.world.django >= SHOWS_ROW_IN_CHECKBOX and actions != NONE


def _selected(
    frame: Frame, state: State, admin: Ref, rows: Value, shown: tuple[Entry, ...], model: Model, node: ir.Call
) -> Value:
    """The rows with what `list_select_related` (or the admin by itself) joins, unless the queryset joins already."""
    found = state.heap.get(rows.id) if isinstance(rows, Ref) else None
    if not isinstance(rows, Ref) or not isinstance(found, QuerySet):
        return rows
    if found.plan.load.is_open or any(arrival.how == "join" for _, arrival in found.plan.load.relations):
        return rows
    stated = attributes.read(frame, state, admin, "list_select_related", ir.Name(node.at, "list_select_related"))
    method_value = call_own(frame, state, admin, "get_list_select_related", node, NONE)
    stated = stated if isinstance(method_value, Unknown) else method_value
    names = texts_of(state, stated)
    keys = [entry.name for entry in shown if _is_key(model, entry.name)]
    if stated == TRUE or (not names and keys and frame.world.django < SELECTS_WHAT_IS_LISTED):
        names = ()
    elif not names:
        names = tuple(keys)
        if not keys:
            return rows
    select = find_method("select_related", frame.world.django)
    assert select is not None
    given = Given(tuple(Const(name) for name in names))
    return querysets.call_method(frame, state, rows, select, given, node)


def _is_key(model: Model, name: str) -> bool:
    field = model.by_name.get(name)
    return field is not None and field.kind in ("forward", "one_to_one")


def _is_queryset(state: State, value: Value) -> bool:
    return isinstance(value, Ref) and isinstance(state.heap.get(value.id), QuerySet)


def _show_entry(frame: Frame, state: State, admin: Ref, model: Model, entry: Entry, row: Value) -> None:
    """Shows one entry of one row: a callable, a method of the admin, else an attribute of the row."""
    outer = frame.module
    frame.module = entry.stop.module
    node = ir.Name(entry.stop.at, entry.stop.text)
    calls, frame.calls = frame.calls, frame.calls
    try:
        show(frame, state, _value(frame, state, admin, model, entry, row, node), node)
    finally:
        frame.module = outer
        frame.calls = calls


def _value(frame: Frame, state: State, admin: Ref, model: Model, entry: Entry, row: Value, node: ir.Name) -> Value:
    call = ir.Call(entry.stop.at, node, (), ())
    if entry.value is not None and not isinstance(entry.value, Const):
        return call_value(frame, state, entry.value, Given((row,)), call)
    if entry.name == TEXT:
        return row
    held = state.heap[admin.id]
    symbol = getattr(held, "symbol", None)
    own = frame.world.names.class_member(symbol, entry.name) if isinstance(symbol, ClassSymbol) else None
    if own is not None and entry.name not in model.by_name:
        value = attributes.read(frame, state, admin, entry.name, node)
        return call_value(frame, state, value, Given((row,)), call)
    names = entry.name.split("__") if frame.world.django >= LOOKUPS_IN_LIST else [entry.name]
    value = row
    for name in names:
        value = attributes.read(frame, state, value, name, ir.Attr(entry.stop.at, node, name))
        if isinstance(value, FunctionValue | BoundMethod):
            value = call_value(frame, state, value, Given(), call)
    return value


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{BASE}.get_queryset", get_queryset),
    (f"{ADMIN}.get_queryset", get_queryset),
    (f"{ADMIN}.changelist_view", changelist),
)
