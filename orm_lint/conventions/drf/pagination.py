"""Pagination of Django REST framework: which rows of a view are shown, and how many they are at most.

A paginator of the project is run; what DRF's own do is a slice that is evaluated.
https://www.django-rest-framework.org/api-guide/pagination/
"""

from __future__ import annotations

from orm_lint.conventions.common.members import call_own, is_own
from orm_lint.conventions.drf import settings
from orm_lint.interpreter import querysets
from orm_lint.interpreter.attributes import read
from orm_lint.interpreter.calls import construct_instance
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    BoundMethod,
    ClassValue,
    Const,
    ExternalValue,
    Plain,
    Ref,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

VIEW = "rest_framework.generics.GenericAPIView"
PAGINATION = "rest_framework.pagination"
NUMBERS = frozenset({f"{PAGINATION}.PageNumberPagination", f"{PAGINATION}.CursorPagination"})
OFFSET = frozenset({f"{PAGINATION}.LimitOffsetPagination"})


def paginate_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`GenericAPIView.paginate_queryset`: what the paginator of the view makes of the rows, None without one."""
    view = args.args[0]
    rows = args.args[1] if len(args.args) > 1 else args.keyword("queryset") or Unknown("missing argument")
    stated = read(frame, state, view, "pagination_class", ir.Name(node.at, "pagination_class"))
    if isinstance(stated, ExternalValue | Unknown):
        stated = settings.setting(frame, "DEFAULT_PAGINATION_CLASS")
    if stated == NONE:
        return NONE
    if not isinstance(stated, ClassValue):
        return _page(frame, state, rows, None, node)
    paginator = construct_instance(frame, state, stated.symbol, Given(), node)
    request = read(frame, state, view, "request", ir.Name(node.at, "request"))
    if is_own(frame, stated.symbol, "paginate_queryset"):
        return call_own(frame, state, paginator, "paginate_queryset", node, rows, request, view)
    return _paginated(frame, state, paginator, stated.symbol, rows, node)


def paginate(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`paginator.paginate_queryset(rows, request)` of DRF's own paginators."""
    held = state.held(args.args[0])
    rows = args.args[1] if len(args.args) > 1 else args.keyword("queryset") or Unknown("missing argument")
    if not isinstance(held, Instance):
        return _page(frame, state, rows, None, node)
    return _paginated(frame, state, args.args[0], held.symbol, rows, node)


def _paginated(frame: Frame, state: State, paginator: Value, symbol: ClassSymbol, rows: Value, node: ir.Call) -> Value:
    stated = Stated(frame, state, paginator, node)
    names = frame.world.names
    if names.descends_from(symbol, NUMBERS):
        is_asked_for = stated.of("page_size_query_param") != NONE or is_own(frame, symbol, "get_page_size")
        size = stated.number("max_page_size") if is_asked_for else stated.number("page_size", "PAGE_SIZE")
        return _page(frame, state, rows, size, node)
    limit = stated.number("max_limit") if names.descends_from(symbol, OFFSET) else None
    return _page(frame, state, rows, limit, node)


class Stated:
    """The attributes of a paginator, as the project states them."""

    def __init__(self, frame: Frame, state: State, paginator: Value, node: ir.Call) -> None:
        self._frame, self._state, self._paginator, self._node = frame, state, paginator, node

    def of(self, name: str) -> Value:
        """The value of an attribute; DRF's own are all None."""
        found = read(self._frame, self._state, self._paginator, name, ir.Name(self._node.at, name))
        return NONE if isinstance(found, ExternalValue | BoundMethod) else found

    def number(self, name: str, setting: str | None = None) -> Value:
        """A number that the project states, else that of its settings."""
        found = self.of(name)
        return settings.setting(self._frame, setting) if found == NONE and setting is not None else found


def _page(frame: Frame, state: State, rows: Value, size: Value | None, node: ir.Call) -> Value:
    """A list of at most `size` rows."""
    upper = size if isinstance(size, Const) and isinstance(size.value, int) else Plain()
    found = queryset_from(frame, state, rows, node)
    for option in options(found):
        if isinstance(option, Ref) and isinstance(state.heap.get(option.id), QuerySet):
            found = querysets.index(frame, state, option, None, (NONE, upper, NONE), node)
    source = source_of(frame, state, found, node)
    if source.element is None:
        return found
    return frame.make(state, ("page", node.at), Box("list", source.base, source.element, size=source.size))


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """A paginator that the project makes itself."""
    return construct_instance(frame, state, symbol, args, node)


CLASSES: tuple[tuple[str, ClassModel], ...] = ((f"{PAGINATION}.BasePagination", construct),)
MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{VIEW}.paginate_queryset", paginate_queryset),
    *((f"{PAGINATION}.{name}.paginate_queryset", paginate)
      for name in ("PageNumberPagination", "LimitOffsetPagination", "CursorPagination")),
)  # fmt: skip
