"""The inlines of the admin's change form: a form for each row that points to the one that is changed.

Each of these forms evaluates its choices by itself. `InlineModelAdmin` in django/contrib/admin/options.py.
"""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from orm_lint.conventions.admin.choices import INLINE, RELATED
from orm_lint.conventions.admin.rows import default_rows, model_of, own_rows, queryset, refined
from orm_lint.conventions.admin.shown_form import Asked, Form, prepared, show_form
from orm_lint.conventions.common.members import call_own, entries_of, is_own, symbol_of
from orm_lint.conventions.common.places import caused, first_stated, placed, stated
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, Const, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol

INLINES = frozenset({INLINE})
OWN_ROWS = ("__init__", "get_queryset", "queryset", "forms")


def show_inlines(frame: Frame, state: State, page: Asked, node: ir.Call) -> None:
    """Shows the inlines that an admin class names."""
    names = frame.world.names
    for entry in entries_of(frame, state, page.admin, "inlines", "get_inlines", node, page.request, page.row):
        symbol = entry.value.symbol if isinstance(entry.value, ClassValue) else None
        if symbol is not None and symbol.module.evidence == "project" and names.descends_from(symbol, INLINES):
            stop = first_stated(frame.world, symbol, "model")
            with placed(frame, stop) as name, suppress(Dead):
                _show_inline(frame, state, symbol, page, name)


def _show_inline(frame: Frame, state: State, symbol: ClassSymbol, page: Asked, name: ir.Name) -> None:
    node = ir.Call(name.at, name, (), ())
    attrs: dict[str, Value] = {"parent_model": ClassValue(page.model.symbol)}
    inline = frame.make(state, ("inline", symbol.key), Instance(symbol, frame.exec, attrs))
    model = model_of(frame, state, inline, node)
    if model is None or stated(frame.world, symbol, "template") is not None:
        return
    link = _link(frame, state, inline, model, page.model, node)
    asked = Asked(inline, model, page.request, page.row)
    formset = call_own(frame, state, inline, "get_formset", node, page.request, page.row)
    made = state.held(formset)
    form = made.attrs.get("form") if isinstance(made, Instance) else None
    whole = _without(prepared(frame, state, asked, form or Unknown("form"), node), link)
    rows = _rows(frame, state, asked, made, link, node)
    if rows is not None:
        each(
            frame, state, source_of(frame, state, rows, name), name,
            lambda inner, row: _show_row(frame, inner, whole, row, node),
        )  # fmt: skip


def _show_row(frame: Frame, state: State, form: Form, row: Value, node: ir.Call) -> None:
    """The form of one row, below its text."""
    symbol = symbol_of(state, form.asked.admin)
    text = f"The heading of each row in {form.asked.model.name if symbol is None else symbol.node.name}"
    with caused(frame, Stop(frame.module, node.at, text)):
        show(frame, state, row, node.func)
    show_form(frame, state, form, row, node)


def _link(frame: Frame, state: State, inline: Ref, model: Model, parent: Model, node: ir.Node) -> str | None:
    """The name of the key that points to the row of the page; None for a generic key."""
    named = attributes.read(frame, state, inline, "fk_name", ir.Name(node.at, "fk_name"))
    if isinstance(named, Const) and isinstance(named.value, str):
        return named.value
    above = {one.label for one in frame.world.accessors.lineage(parent)}
    keys = [(field.name, field.relation.target) for field in model.fields if field.kind in RELATED and field.relation]
    of_page = [name for name, target in keys if target in above]
    unknown = [name for name, target in keys if target is None]  # one of them must be it, where no other is
    return next(iter((*of_page, *unknown)), None)


def _without(form: Form, link: str | None) -> Form:
    """The form without the key that points to the row of the page: it is never shown, not even among what only is."""
    return replace(form, shown=tuple(one for one in form.shown if one.name != link))


def _rows(
    frame: Frame, state: State, asked: Asked, formset: object, link: str | None, node: ir.Call
) -> Ref | None:  # fmt: skip
    """The rows of an inline, of which nothing is certain where the set of forms changes them."""
    rows = own_rows(frame, state, asked.admin, asked.request, node)
    symbol = symbol_of(state, asked.admin)
    if symbol is not None and not is_own(frame, symbol, "get_queryset"):
        frame.world.remedies[Place(frame.module, node.at)] = Remedy(f"a get_queryset() of {symbol.node.name}")
    if not isinstance(rows, Ref) or queryset(state, rows) is None:
        return None
    given = Given((), ((link or "object_id", asked.row if link else Plain()),))
    found = refined(frame, state, rows, "filter", given, node)
    held = queryset(state, found)
    if not isinstance(found, Ref) or held is None:
        return None
    if isinstance(formset, Instance) and any(stated(frame.world, formset.symbol, name) for name in OWN_ROWS):
        state.heap[found.id] = replace(held, plan=replace(held.plan, load=replace(held.plan.load, is_open=True)))
    return found


MODELS: tuple[tuple[str, CallModel], ...] = ((f"{INLINE}.get_queryset", default_rows),)
