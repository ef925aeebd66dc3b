"""What generic views of Django REST framework do with their rows: `get_queryset` and the filter backends.

https://www.django-rest-framework.org/api-guide/filtering/
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.members import call_own, is_own
from orm_lint.conventions.drf import settings
from orm_lint.interpreter.attributes import read
from orm_lint.interpreter.calls import construct_instance
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.objects import Box, Instance, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.unknown import escape
from orm_lint.interpreter.values import NONE, ClassValue, ExternalValue, Ref, Unknown, Value, either, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, External

VIEW = "rest_framework.generics.GenericAPIView"
FILTERS = ("rest_framework.filters.BaseFilterBackend", "rest_framework.filters.SearchFilter",
           "rest_framework.filters.OrderingFilter", "django_filters.rest_framework.backends.DjangoFilterBackend",
           "django_filters.rest_framework.DjangoFilterBackend")  # fmt: skip
# Packages whose mixins for views leave the rows of `super().get_queryset()` as they are, or drop some of them.
KEEPING = frozenset(
    "builtins abc typing django drf_nested_routers drf_spectacular drf_standardized_errors drf_yasg guardian "
    "oauth2_provider rest_access_policy rest_framework rest_framework_extensions rest_framework_nested "
    "rest_framework_tracking reversion rules waffle".split()
)
# Packages whose filter backends load what the serializer shows.
LOADING = ("auto_prefetch", "django_auto_prefetching", "dynamic_rest", "rest_flex_fields")


def get_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`GenericAPIView.get_queryset`: a copy of `self.queryset`, in version 2 else the rows of `self.model`."""
    view = args.args[0]
    held = state.held(view)
    if isinstance(held, Instance) and is_hidden(frame, held.symbol):
        return Unknown("rows of a view with a base class that we cannot see")
    found = read(frame, state, view, "queryset", ir.Name(node.at, "queryset"))
    if found == NONE:
        return _of_model(frame, state, view, node)
    return either(*(_copy(frame, state, option, node) for option in options(found) if option != NONE))


def _of_model(frame: Frame, state: State, view: Value, node: ir.Call) -> Value:
    """All rows of the model that a view names: version 3 raises without a queryset."""
    place = ir.Name(node.at, "model")
    model = read(frame, state, view, "model", place)
    if not isinstance(model, ClassValue):
        raise Dead
    manager = read(frame, state, model, "_default_manager", ir.Attr(node.at, place, "_default_manager"))
    return queryset_from(frame, state, manager, node)


def _copy(frame: Frame, state: State, value: Value, node: ir.Call) -> Value:
    found = state.held(value)
    if not isinstance(found, QuerySet) or not isinstance(value, Ref):
        return value
    fresh = replace(found, nest=frame.exec, evaluated=False, element=None)
    return frame.make(state, ("clone", node.at, value.id), fresh)


def is_hidden(frame: Frame, symbol: ClassSymbol) -> bool:
    """Whether a class that we cannot read may define what DRF's own view is asked for."""
    for ancestor in frame.world.names.mro(symbol):
        if ancestor.dotted == VIEW:
            return False
        if isinstance(ancestor, External) and ancestor.dotted.partition(".")[0] not in KEEPING:
            return True
    return False


def filter_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`GenericAPIView.filter_queryset`: the backends one after the other."""
    view = args.args[0]
    rows = args.args[1] if len(args.args) > 1 else args.keyword("queryset") or Unknown("missing argument")
    request = read(frame, state, view, "request", ir.Name(node.at, "request"))
    for backend in _backends(frame, state, view, node):
        rows = _filtered(frame, state, backend, (rows, request, view), node)
    return rows


def _backends(frame: Frame, state: State, view: Value, node: ir.Call) -> tuple[Value, ...]:
    stated = read(frame, state, view, "filter_backends", ir.Name(node.at, "filter_backends"))
    found: list[Value] = []
    for option in options(stated):
        box = state.held(option)
        if isinstance(box, Box):
            found += [*box.entries.values(), *([box.element] if box.element is not None else [])]
        elif isinstance(option, ExternalValue):
            found += settings.classes(frame, "DEFAULT_FILTER_BACKENDS")
    return tuple(found)


def _filtered(frame: Frame, state: State, backend: Value, given: tuple[Value, ...], node: ir.Call) -> Value:
    match backend:
        case ClassValue(symbol=symbol) if is_own(frame, symbol, "filter_queryset"):
            made = construct_instance(frame, state, symbol, Given(), node)
            found = call_own(frame, state, made, "filter_queryset", node, given[1], given[0], given[2])
            return _still_of_view(state, given[0], found)
        case ExternalValue(dotted=dotted) if dotted.startswith(LOADING):
            return Unknown("rows that a filter backend loads")
        case ExternalValue() | Unknown():
            escape(frame, state, Given(given[:1]))
    return given[0]


def _still_of_view(state: State, before: Value, after: Value) -> Value:
    """What a backend gives are the view's rows: more is loaded where the view states them."""
    start = next((found for _, found in _querysets(state, before)), None)
    for number, found in _querysets(state, after):
        if start is not None and start.plan.model == found.plan.model:
            state.heap[number] = replace(found, made=start.made)
    return after


def _querysets(state: State, value: Value) -> list[tuple[int, QuerySet]]:
    held = [(option.id, state.heap.get(option.id)) for option in options(value) if isinstance(option, Ref)]
    return [(number, found) for number, found in held if isinstance(found, QuerySet)]


def keep(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().filter_queryset(request, queryset, view)` in a backend of the project: the same rows, or fewer."""
    return args.args[2] if len(args.args) > 2 else args.keyword("queryset") or Unknown("missing argument")


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{VIEW}.get_queryset", get_queryset),
    (f"{VIEW}.filter_queryset", filter_queryset),
    *((f"{name}.filter_queryset", keep) for name in FILTERS),
)
