"""One form of the admin, of the row that is changed or of a row of an inline, as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.admin.anchor import for_entry
from orm_lint.conventions.admin.change_list import show_entry
from orm_lint.conventions.admin.choices import RELATED
from orm_lint.conventions.admin.fields import Shown, shown_fields
from orm_lint.conventions.common.members import Entry, call_own, entries_of, is_own, symbol_of
from orm_lint.conventions.common.places import caused
from orm_lint.conventions.forms.choices import show_field, shows
from orm_lint.conventions.forms.model_forms import instantiated
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each, void
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Instance, QuerySet
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import FALSE, Const, Plain, Ref, RelatedManager, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol

READONLY = "readonly_fields"


class Asked(Struct, frozen=True):
    """An admin class or inline with its model, and what its getters are given: the request, the row of the page."""

    admin: Ref
    model: Model
    request: Value
    row: Value


class Form(Struct, frozen=True):
    """What a form shows: `readonly` are those of its names that cannot be changed, `made` is its class."""

    asked: Asked
    shown: tuple[Shown, ...]
    readonly: Mapping[str, Entry]
    made: Value


def prepared(frame: Frame, state: State, asked: Asked, made: Value, node: ir.Call) -> Form:
    """The form of an admin class or inline."""
    admin, request, row = asked.admin, asked.request, asked.row
    entries = entries_of(frame, state, admin, READONLY, "get_readonly_fields", node, request, row)
    readonly = {entry.name: entry for entry in entries}
    shown = shown_fields(frame, state, admin, request, row, node)
    if call_own(frame, state, admin, "has_change_permission", node, request, row) == FALSE:
        readonly = {one.name: Entry(one.name, Const(one.name), one.stop) for one in shown} | readonly
    return Form(asked, tuple(shown), readonly, made)


def show_form(frame: Frame, state: State, form: Form, row: Value, node: ir.Call) -> None:
    """Shows the form of one row: the fields that can be changed, and those that cannot."""
    fields = instantiated(frame, state, form.made, row, node)
    for one in form.shown:
        field = fields.get(one.name)
        if one.name in form.readonly:
            _show_readonly(frame, state, form.asked, form.readonly[one.name], row)
        elif isinstance(field, Ref):
            _show_field(frame, state, form.asked, one, field, row)


def _show_field(frame: Frame, state: State, asked: Asked, one: Shown, field: Ref, row: Value) -> None:
    """An exception that a field ends with, as far as we see, is no reason not to show the next one."""
    symbol, node = symbol_of(state, asked.admin), ir.Name(one.stop.at, one.name)
    is_own = symbol is not None and symbol.module.evidence == "project"
    held = state.heap.get(field.id)
    is_lookup = isinstance(held, Instance) and shows(frame, state, held) == "selected"
    only = "label of what is selected in the " if is_lookup else ""
    name = symbol.node.name if symbol is not None and is_own else asked.model.name
    text = f'The {only}field "{one.name}" of {name}'
    with caused(frame, replace(one.stop, text=text)), suppress(Dead):
        show_field(frame, state, field, _chosen(frame, state, asked.model, one, row, node), node)


def _chosen(frame: Frame, state: State, model: Model, one: Shown, row: Value, node: ir.Name) -> Value:
    """What the row has for a field: a key, or the rows of a set, which are fetched for the form."""
    field = model.by_name.get(one.name)
    if field is None or not isinstance(row, Ref):
        return Plain()
    if field.kind in RELATED:
        return attributes.read(frame, state, row, field.attname, ir.Attr(node.at, node, field.attname))
    related = attributes.read(frame, state, row, field.name, ir.Attr(node.at, node, field.name))
    if not isinstance(related, RelatedManager):
        return Plain()
    found = queryset_of(frame, state, related, node)
    return source_of(frame, state, found, node).element or Plain()


def _show_readonly(frame: Frame, state: State, asked: Asked, entry: Entry, row: Value) -> None:
    """What cannot be changed: of a set, the text of each of its rows."""
    field = asked.model.by_name.get(entry.name)
    if field is None or field.kind != "many_to_many":
        show_entry(frame, state, asked.admin, asked.model, entry, row, READONLY)
        return
    node = ir.Name(entry.stop.at, entry.name)
    symbol = symbol_of(state, asked.admin)
    with for_entry(frame, state, asked.admin, READONLY, entry), suppress(Dead):
        related = attributes.read(frame, state, row, entry.name, ir.Attr(node.at, node, entry.name))
        if isinstance(related, RelatedManager):
            rows = queryset_of(frame, state, related, node)
            _tell_prefetch(frame, state.heap.get(rows.id) if isinstance(rows, Ref) else None, symbol)
            source = source_of(frame, state, rows, node)
            each(frame, state, source, node, lambda inner, found: void(show(frame, inner, found, node)))


def _tell_prefetch(frame: Frame, rows: object, symbol: ClassSymbol | None) -> None:
    """The rows of a set are nobody's queryset: what is loaded on them goes with a prefetch of the row of the page."""
    if symbol is None or not isinstance(rows, QuerySet) or rows.made.module is None:
        return
    name = symbol.node.name
    where = f"{name}.get_queryset()" if is_own(frame, symbol, "get_queryset") else f"a get_queryset() of {name}"
    remedy = Remedy(f"the queryset of a Prefetch of this field in {where}")
    frame.world.remedies.setdefault(Place(rows.made.module, rows.made.at), remedy)
