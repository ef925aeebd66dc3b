"""The admin's change form: every field that has rows to choose from shows them all, with the text of each.

Section 8d of the truth table; `ModelAdmin._changeform_view` in django/contrib/admin/options.py.
"""

from __future__ import annotations

from orm_lint.conventions.admin.fields import ADMIN
from orm_lint.conventions.admin.inlines import show_inlines
from orm_lint.conventions.admin.rows import model_of, own_rows
from orm_lint.conventions.admin.shown_form import Asked, prepared, show_form
from orm_lint.conventions.common.members import call_own
from orm_lint.interpreter import querysets
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.objects import QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method


def change_view(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.change_view()` calls `changeform_view()`, which a class may have replaced."""
    return call_own(frame, state, args.args[0], "changeform_view", node, *args.args[1:3])


def changeform_view(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.changeform_view()`."""
    admin, request = (*args.args, NONE)[:2]
    model = model_of(frame, state, admin, node)
    if isinstance(admin, Ref) and model is not None:
        row = _row(frame, state, admin, request, node)
        asked = Asked(admin, model, request, row)
        form = call_own(frame, state, admin, "get_form", node, request, row)
        show_form(frame, state, prepared(frame, state, asked, form, node), row, node)
        show_inlines(frame, state, asked, node)
    return Unknown("response")


def _row(frame: Frame, state: State, admin: Ref, request: Value, node: ir.Call) -> Value:
    """`ModelAdmin.get_object()`: one row of the admin's queryset."""
    rows = own_rows(frame, state, admin, request, node)
    get = find_method("get", frame.world.django)
    if get is None or not isinstance(rows, Ref) or not isinstance(state.heap.get(rows.id), QuerySet):
        return Unknown("row of a queryset that is not known")
    return querysets.call_method(frame, state, rows, get, Given((), (("pk", Plain()),)), node)


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{ADMIN}.change_view", change_view),
    (f"{ADMIN}.changeform_view", changeform_view),
)
