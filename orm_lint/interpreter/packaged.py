"""Methods that a package has put in the place of Django's own, whose code is not run: they write, as Django's do."""

from __future__ import annotations

from orm_lint.interpreter import querysets
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.managers import call_manager
from orm_lint.interpreter.objects import QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ModelManager, Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method

WRITING = ("write", "bulk")


def write_of_package(
    frame: Frame, state: State, name: str, receiver: Value | None, args: Given, node: ir.Node
) -> Value | None:
    """What `delete()`, `update()` and the like of a package's queryset or manager do; None if it is none of them."""
    method = find_method(name, frame.world.django)
    if method is None or method.does not in WRITING or not isinstance(node, ir.Call):
        return None
    match receiver:
        case ModelManager():
            return call_manager(frame, state, receiver, name, args, node)
        case Ref(id=number) if isinstance(state.heap.get(number), QuerySet):
            return querysets.call_method(frame, state, receiver, method, args, node)
    return None
