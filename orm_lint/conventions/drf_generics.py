"""What generic views of Django REST framework do that their code does not show: filter backends and pagination."""

from __future__ import annotations

from orm_lint.interpreter import querysets
from orm_lint.interpreter.attributes import read
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.objects import QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.values import Table

VIEW = "rest_framework.generics.GenericAPIView"
SETTINGS = "REST_FRAMEWORK"
PAGINATION = "DEFAULT_PAGINATION_CLASS"


def filter_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """Backends drop rows and order them; what is loaded on the rows stays what it was."""
    return args.args[1] if len(args.args) > 1 else args.keyword("queryset") or Unknown("missing argument")


def paginate_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A slice of the rows, as long as the page is; None where neither the view nor the settings paginate."""
    view, rows = args.args[0], filter_queryset(frame, state, args, node)
    if _is_unpaginated(frame, state, view, node):
        return NONE
    found = queryset_from(frame, state, rows, node)
    if isinstance(found, Ref) and isinstance(state.heap.get(found.id), QuerySet):
        return querysets.index(frame, state, found, None, (Plain(), Plain(), NONE), node)
    return found


def _is_unpaginated(frame: Frame, state: State, view: Value, node: ir.Call) -> bool:
    stated = read(frame, state, view, "pagination_class", ir.Name(node.at, "pagination_class"))
    if stated == NONE:
        return True
    if isinstance(stated, ClassValue):
        return False
    settings = frame.world.evaluator.settings.get(SETTINGS)
    return not (settings.get(PAGINATION) if isinstance(settings, Table) else None)


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{VIEW}.filter_queryset", filter_queryset),
    (f"{VIEW}.paginate_queryset", paginate_queryset),
)
