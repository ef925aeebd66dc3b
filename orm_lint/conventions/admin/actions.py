"""Actions of the change list: each is called with the queryset behind it, of which some rows were ticked.

https://docs.djangoproject.com/en/stable/ref/contrib/admin/actions/
"""

from __future__ import annotations

from orm_lint.conventions.admin.change_list import DISPLAY, show_text
from orm_lint.conventions.admin.permissions import may_delete
from orm_lint.conventions.admin.rows import listed_rows, model_of, queryset, refined
from orm_lint.conventions.common.members import Entry, entries_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir

DELETED = "The text of each row that {} asks about before it is deleted"
TICKED = Given((), (("pk__in", Plain()),))


def response_action(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.response_action()`: any of the actions, and the page that asks whether to delete."""
    admin = args.args[0]
    request = args.args[1] if len(args.args) > 1 else NONE
    model = model_of(frame, state, admin, node)
    actions = entries_of(frame, state, admin, "actions", "", node) if isinstance(admin, Ref) else ()
    deletes = isinstance(admin, Ref) and may_delete(frame, state, admin, request, node)
    if not isinstance(admin, Ref) or model is None or not (actions or deletes):
        return Unknown("response")
    shown = entries_of(frame, state, admin, *DISPLAY, node, request)
    rows = listed_rows(frame, state, admin, request, shown, model, node)
    if not isinstance(rows, Ref) or queryset(state, rows) is None:
        return Unknown("response")
    rows = refined(frame, state, rows, "filter", TICKED, node)
    for entry in actions:
        _run(frame, state.copy(), admin, request, entry, rows)
    if deletes:
        each(frame, state, source_of(frame, state, rows, node), node,
             lambda inner, row: show_text(frame, inner, admin, row, node, DELETED))  # fmt: skip
    return Unknown("response")


def _run(frame: Frame, state: State, admin: Ref, request: Value, entry: Entry, rows: Value) -> None:
    """A method of the admin by its name, or a function that is given the admin."""
    outer, frame.module = frame.module, entry.stop.module
    node = ir.Name(entry.stop.at, entry.stop.text)
    call = ir.Call(entry.stop.at, node, (), ())
    try:
        if entry.name:
            action = attributes.read(frame, state, admin, entry.name, node)
            call_value(frame, state, action, Given((request, rows)), call)
        else:
            call_value(frame, state, entry.value, Given((admin, request, rows)), call)
    except Dead:  # it ends with an exception, as far as we see
        pass
    finally:
        frame.module = outer
