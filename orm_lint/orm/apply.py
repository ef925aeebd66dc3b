"""What a call does to a plan: every method that gives a new queryset, slices, operators, and paths that meet.

Facts: sections 2, 6, 7 and 11 of the truth table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from msgspec.structs import replace

from orm_lint.orm.arguments import Argument, Arguments, Unknown
from orm_lint.orm.around import Around, PlanError, Raises
from orm_lint.orm.joins import masked, selected, selected_all
from orm_lint.orm.loads import opened, with_fetch, without_joins, without_prefetches
from orm_lint.orm.merging import combined, joined
from orm_lint.orm.plans import FetchMode, Load, Plan, RowShape
from orm_lint.orm.prefetching import prefetched

__all__ = ["Around", "Raises", "cloned", "combined", "joined", "prefetched_rows", "sliced"]

Step: TypeAlias = Callable[[Plan, Arguments, Around], Plan]
Bound: TypeAlias = int | Literal[Unknown.UNKNOWN] | None


def cloned(plan: Plan, name: str, given: Arguments, around: Around) -> Plan | Raises:
    """The plan of `queryset.name(*given)`, for every method of the table that gives a queryset without a query."""
    try:
        _refuse(plan, name, given)
        return _STEPS[name](plan, given, around)
    except PlanError as refused:
        return _refused(plan, refused)


def prefetched_rows(plan: Plan, given: Arguments, around: Around) -> Plan | Raises:
    """What the rows bring along after `prefetch_related_objects(rows, *given)`, the rows left out of `given`."""
    try:
        return _prefetch(plan, given, around)
    except PlanError as refused:
        return _refused(plan, refused)


def _refused(plan: Plan, refused: PlanError) -> Plan | Raises:
    """What Django raises; it may do so on one of the paths only that met in a plan."""
    return replace(plan, load=opened(plan.load)) if plan.is_mixed else Raises(refused.error)


def sliced(plan: Plan, lower: Bound, upper: Bound, step: Bound) -> Plan | Raises:
    """The plan of `queryset[lower:upper:step]`; with a step it is a list of these rows."""
    if any(isinstance(bound, int) and bound < 0 for bound in (lower, upper)) or step == 0:
        return Raises("ValueError")
    if lower in (None, 0) and upper is None:
        return plan
    limit = _narrowed(plan.limit, lower, upper)
    return replace(plan, sliced=True, limit=limit, empty=plan.empty or limit == 0)


def _narrowed(limit: int | None, lower: Bound, upper: Bound) -> int | None:
    start = lower if isinstance(lower, int) else 0
    stop = upper if isinstance(upper, int) else None
    if stop is None or (limit is not None and limit < stop):
        stop = limit
    return None if stop is None else max(stop - start, 0)


def _refuse(plan: Plan, name: str, given: Arguments) -> None:
    if plan.shape == "raw" and name not in _OF_RAW:
        raise PlanError("AttributeError")
    if plan.combined and name in _NOT_COMBINED:
        raise PlanError("NotSupportedError")
    if plan.shape != "model" and name in _ONLY_MODELS and plan.shape != "raw":
        raise PlanError("TypeError")
    if plan.sliced and name in _NOT_SLICED and not (name in _FILTERS and given.is_empty):
        raise PlanError("TypeError")


_FILTERS = frozenset({"filter", "exclude", "complex_filter"})
_OF_RAW = frozenset({"prefetch_related", "using"})
_ONLY_MODELS = frozenset({"select_related", "only", "defer"})
_NOT_SLICED = _FILTERS | {"order_by", "reverse", "distinct", "extra", "dates", "datetimes"}
_NOT_COMBINED = _FILTERS | frozenset(
    "select_related prefetch_related annotate alias distinct extra defer only dates datetimes".split()
)


def _same(plan: Plan, _given: Arguments, _around: Around) -> Plan:
    return plan


def _filter(plan: Plan, given: Arguments, around: Around) -> Plan:
    if given.is_empty or plan.single:
        return plan
    pinned = bool(given.keywords) and around.accessors.pins(plan.model, given.names)
    return replace(plan, filtered=True, single=pinned)


def _exclude(plan: Plan, given: Arguments, _around: Around) -> Plan:
    return plan if given.is_empty else replace(plan, filtered=True)


def _order_by(plan: Plan, given: Arguments, _around: Around) -> Plan:
    return replace(plan, ordering="cleared" if given.is_empty else "stated")


def _distinct(plan: Plan, _given: Arguments, _around: Around) -> Plan:
    return replace(plan, distinct=True)


def _none(plan: Plan, _given: Arguments, _around: Around) -> Plan:
    return replace(plan, empty=True)


def _values(plan: Plan, given: Arguments, _around: Around) -> Plan:
    return _with_shape(plan, "dict", given.args, given)


def _values_list(plan: Plan, given: Arguments, _around: Around) -> Plan:
    flat, named = given.keyword("flat"), given.keyword("named")
    if flat is True and named is True:
        raise PlanError("TypeError")
    if flat is True and given.is_complete and len(given.args) > 1:
        raise PlanError("TypeError")
    shape: RowShape = "flat" if flat is True else "named" if named is True else "tuple"
    return _with_shape(plan, shape, given.args, Arguments(given.args, (), given.is_complete))


def _with_shape(plan: Plan, shape: RowShape, args: tuple[Argument, ...], given: Arguments) -> Plan:
    """The plan of values(): nothing but columns is loaded, and prefetch_related() does nothing any more."""
    fields = tuple(name for name in (*args, *(name for name, _ in given.keywords)) if isinstance(name, str))
    is_known = given.is_complete and len(fields) == len(args) + len(given.keywords)
    annotations = plan.load.annotations | given.names
    load = Load(annotations=annotations, is_open=plan.load.is_open)
    return replace(
        plan, load=load, shape=shape, fields=fields if is_known else (), named=frozenset(), names_deferred=True
    )


def _dates(plan: Plan, given: Arguments, _around: Around) -> Plan:
    shaped = _with_shape(plan, "date", given.args[:1], Arguments(given.args[:1]))
    return replace(shaped, distinct=True, ordering="stated")


def _select(plan: Plan, given: Arguments, around: Around) -> Plan:
    if given.is_empty:
        return selected_all(plan, around)
    if given.args == (None,) and given.is_complete:
        return replace(plan, load=without_joins(plan.load), joins_all=False)
    if any(isinstance(name, tuple) for name in given.args):
        raise PlanError("AttributeError")
    plan = selected(plan, [name for name in given.args if isinstance(name, str)], around)
    return _opened_unless_known(plan, given)


def _prefetch(plan: Plan, given: Arguments, around: Around) -> Plan:
    if plan.shape not in ("model", "raw"):
        return plan
    if given.args == (None,) and given.is_complete:
        return masked(replace(plan, load=without_prefetches(plan.load)), around)
    plan = prefetched(plan, given.args, around)
    return plan if given.is_complete else replace(plan, load=opened(plan.load))


def _only(plan: Plan, given: Arguments, around: Around) -> Plan:
    if given.args == (None,):
        raise PlanError("TypeError")
    model = around.accessors.model(plan.model)
    key = model.primary_key.name if model is not None and model.primary_key is not None else "pk"
    names = frozenset(key if name == "pk" else name for name in given.args if isinstance(name, str))
    named = names - plan.named if plan.names_deferred else names
    return _opened_unless_known(masked(replace(plan, named=named, names_deferred=False), around), given)


def _defer(plan: Plan, given: Arguments, around: Around) -> Plan:
    if given.args == (None,):
        return masked(replace(plan, named=frozenset(), names_deferred=True), around)
    names = frozenset(name for name in given.args if isinstance(name, str))
    if plan.names_deferred:
        named, is_defer = plan.named | names, True
    elif plan.named - names:
        named, is_defer = plan.named - names, False
    else:
        named, is_defer = names - plan.named, True
    return _opened_unless_known(masked(replace(plan, named=named, names_deferred=is_defer), around), given)


def _opened_unless_known(plan: Plan, given: Arguments) -> Plan:
    if given.is_complete and all(isinstance(name, str) for name in given.args):
        return plan
    return replace(plan, load=opened(plan.load))


def _annotate(plan: Plan, given: Arguments, _around: Around) -> Plan:
    names = plan.load.annotations | given.names
    fields = plan.fields
    if plan.shape != "model" and fields:
        fields = (*fields, *(name for name, _ in given.keywords if name not in fields)) if given.is_complete else ()
    return replace(plan, load=replace(plan.load, annotations=names), fields=fields)


def _extra(plan: Plan, given: Arguments, _around: Around) -> Plan:
    """extra(select, where, params, tables, order_by, select_params)."""
    narrows = bool(given.names & {"where", "tables"}) or len(given.args) > 1 or not given.is_complete
    orders = "order_by" in given.names or len(given.args) > 4
    return replace(plan, filtered=plan.filtered or narrows, ordering="stated" if orders else plan.ordering)


def _combine(plan: Plan, given: Arguments, _around: Around) -> Plan:
    """union(), intersection() and difference() load as the first one does; `none().union(other)` is the other."""
    if plan.empty:
        return plan if given.is_empty else Plan(plan.model, opened(plan.load), queryset=plan.queryset, filtered=True)
    return replace(plan, combined=True, sliced=False, limit=None, ordering="cleared")


def _intersect(plan: Plan, given: Arguments, around: Around) -> Plan:
    return plan if plan.empty else _combine(plan, given, around)


def _fetch_mode(plan: Plan, given: Arguments, around: Around) -> Plan:
    mode = given.args[0] if given.args else given.keyword("mode")
    word = mode.rpartition(".")[2] if isinstance(mode, str) else ""
    if word not in _FETCH_MODES:
        return replace(plan, load=opened(plan.load))
    return replace(plan, load=with_fetch(plan.load, plan.model, _FETCH_MODES[word], around))


_FETCH_MODES: Mapping[str, FetchMode] = {"FETCH_ONE": "one", "FETCH_PEERS": "peers", "FETCH_RAISE": "raise"}


def _raw(plan: Plan, _given: Arguments, _around: Around) -> Plan:
    return Plan(plan.model, Load(fetch=plan.load.fetch), shape="raw", filtered=True)


_STEPS: dict[str, Step] = {
    **dict.fromkeys(("all", "using", "select_for_update", "reverse", "get_queryset", "db_manager"), _same),
    "filter": _filter,
    "complex_filter": _filter,
    "exclude": _exclude,
    "order_by": _order_by,
    "distinct": _distinct,
    "none": _none,
    "values": _values,
    "values_list": _values_list,
    "dates": _dates,
    "datetimes": _dates,
    "select_related": _select,
    "prefetch_related": _prefetch,
    "only": _only,
    "defer": _defer,
    "annotate": _annotate,
    "alias": _annotate,
    "extra": _extra,
    "union": _combine,
    "intersection": _intersect,
    "difference": _intersect,
    "fetch_mode": _fetch_mode,
    "raw": _raw,
}
