"""Whether the change list has actions at all: without one there are no checkboxes either."""

from __future__ import annotations

from orm_lint.conventions.common.members import call_own, entries_of, is_own, symbol_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import FALSE, NONE, Ref, Value
from orm_lint.ir import nodes as ir


def may_delete(frame: Frame, state: State, admin: Ref, request: Value, node: ir.Call) -> bool:
    """Whether Django's own action is there; a class that decides on its actions itself may take it away."""
    symbol = symbol_of(state, admin)
    if symbol is None or is_own(frame, symbol, "get_actions") or _has_none(frame, state, admin, node):
        return False
    if is_own(frame, symbol, "has_delete_permission"):
        return call_own(frame, state, admin, "has_delete_permission", node, request) != FALSE
    return True


def has_actions(frame: Frame, state: State, admin: Ref, request: Value, node: ir.Call) -> bool:
    """Whether some action is there."""
    if _has_none(frame, state, admin, node):
        return False
    return bool(entries_of(frame, state, admin, "actions", "", node)) or may_delete(frame, state, admin, request, node)


def _has_none(frame: Frame, state: State, admin: Ref, node: ir.Call) -> bool:
    return attributes.read(frame, state, admin, "actions", ir.Name(node.at, "actions")) == NONE
