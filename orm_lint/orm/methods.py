"""THE TABLE: what every method of querysets, managers, related managers and rows does, for Django 4.2 to 6.1.

The tests check it row by row against the installed Django: that the method exists, and what it sends to the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.orm.accessors import AccessorKind

Version: TypeAlias = tuple[int, int]
Receiver: TypeAlias = Literal["queryset", "manager", "related"]
Does: TypeAlias = Literal[
    "clone", "all", "row", "value", "mapping", "iterator", "create", "bulk", "write", "raw", "plain"
]
RowDoes: TypeAlias = Literal["write", "reload", "value", "row", "plain"]
Served: TypeAlias = Literal["never", "cached", "ordered"]


class Method(Struct, frozen=True):
    """One method. `on` are the objects that have it; `related` are the managers of a row's related rows.

    `does`:
    clone: a new queryset, no query; all: the same, but on a related manager served by the prefetch cache;
    row: one query, gives a row (or None); value: one query, gives no rows; mapping: one query, rows by key;
    iterator: rows that are fetched when iterated, no result cache; create: writes, gives a row or (row, created);
    bulk: writes, gives rows; write: writes, gives no rows; raw: a RawQuerySet; plain: no query, nothing of interest.

    `served` tells whether an evaluated queryset or a prefetch answers it without a query, `ordered` only if it has an
    ordering. `missing_on` are the related managers that do not have it, `drops_cache` those whose prefetch it drops.
    `needs_null`: of the sets of a foreign key only those have it whose key may be null.
    `base` is the name without the leading `a` of the asynchronous form; `until` is the last version that has it.
    """

    name: str
    on: frozenset[Receiver]
    does: Does
    served: Served = "never"
    is_async: bool = False
    base: str = ""
    since: Version | None = None
    until: Version | None = None
    missing_on: frozenset[AccessorKind] = frozenset()
    needs_null: bool = False
    drops_cache: frozenset[AccessorKind] = frozenset()


class RowMethod(Struct, frozen=True):
    """One method of a model instance. reload: one query, what was loaded on the row is forgotten.

    `per_field` says that it is one query for each foreign key that is set or each unique field, not one.
    """

    name: str
    does: RowDoes
    is_async: bool = False
    base: str = ""
    per_field: bool = False


IMPLICIT: dict[str, bool] = {
    "iterate": True,
    "len": True,
    "bool": True,
    "contains": True,
    "repr": False,
    "index": False,
    "slice": False,
}
"""What Python does to a queryset without a method, and whether the result cache is filled by it.

All of them are answered by a result cache that is there. `index` and `repr` send a query of their own; a slice is a
new queryset, or a list if it has a step. None of them works on a manager, whose truth is constant.
"""

_QUERYSET: frozenset[Receiver] = frozenset({"queryset"})
_MANAGER: frozenset[Receiver] = frozenset({"manager", "related"})
_RELATED: frozenset[Receiver] = frozenset({"related"})
_EVERY: frozenset[Receiver] = frozenset({"queryset", "manager", "related"})
_SETS: frozenset[AccessorKind] = frozenset({"reverse_many", "many_to_many", "generic_set"})
_NOT_REVERSE: frozenset[AccessorKind] = _SETS - {"reverse_many"}
_ONLY_M2M: frozenset[AccessorKind] = frozenset({"many_to_many"})
_ONLY_GENERIC: frozenset[AccessorKind] = frozenset({"generic_set"})

_CLONES = """
    alias annotate complex_filter dates datetimes defer difference distinct exclude extra filter intersection none only
    order_by prefetch_related select_for_update select_related union using values values_list
"""
_PLAIN_ON_MANAGERS = "check contribute_to_class deconstruct from_queryset"


def _both(name: str, on: frozenset[Receiver], does: Does, **more: object) -> Iterator[Method]:
    """A method and its asynchronous form."""
    yield _one(name, on, does, **more)
    yield _one(f"a{name}", on, does, is_async=True, base=name, **more)


def _one(name: str, on: frozenset[Receiver], does: Does, **more: object) -> Method:
    return Method(name, on, does, **{"base": name, **more})  # type: ignore[arg-type]


def _all_rows() -> Iterator[Method]:
    yield from _building()
    yield from _asking()
    yield from _writing()
    yield from _internal()


def _building() -> Iterator[Method]:
    yield from (_one(name, _EVERY, "clone") for name in _CLONES.split())
    yield _one("fetch_mode", _EVERY, "clone", since=(6, 1))
    # The manager of a many-to-many relation hides it behind an attribute of that name.
    yield _one("reverse", _EVERY, "clone", missing_on=_ONLY_M2M)
    yield _one("all", _EVERY, "all")
    yield _one("get_queryset", _MANAGER, "all")
    yield _one("db_manager", _MANAGER, "all")
    yield _one("raw", _EVERY, "raw")


def _asking() -> Iterator[Method]:
    for name in ("get", "last", "earliest", "latest"):
        yield from _both(name, _EVERY, "row")
    yield from _both("first", _EVERY, "row", served="ordered")
    for name in ("count", "exists", "contains"):
        yield from _both(name, _EVERY, "value", served="cached")
    for name in ("aggregate", "explain"):
        yield from _both(name, _EVERY, "value")
    yield from _both("in_bulk", _EVERY, "mapping")
    yield from _both("iterator", _EVERY, "iterator")


def _writing() -> Iterator[Method]:
    yield from _both("create", _EVERY, "create", until=(5, 0), drops_cache=_NOT_REVERSE)
    yield from _both("create", _EVERY, "create", since=(5, 1), drops_cache=_SETS)
    for name in ("get_or_create", "update_or_create"):
        yield from _both(name, _EVERY, "create", drops_cache=_ONLY_M2M)
    yield from _both("bulk_create", _EVERY, "bulk")
    yield from _both("bulk_update", _EVERY, "write")
    yield from _both("update", _EVERY, "write", drops_cache=_SETS)
    yield from _both("delete", _QUERYSET, "write")
    for name in ("add", "set"):
        yield from _both(name, _RELATED, "write", drops_cache=_SETS)
    for name in ("remove", "clear"):
        yield from _both(name, _RELATED, "write", drops_cache=_SETS, needs_null=True)
    yield _one("set_base", _RELATED, "write", since=(6, 1), missing_on=_SETS - _ONLY_M2M, drops_cache=_SETS)


def _internal() -> Iterator[Method]:
    yield _one("as_manager", _QUERYSET, "plain")
    yield _one("resolve_expression", _QUERYSET, "plain")
    yield from (_one(name, _MANAGER, "plain") for name in _PLAIN_ON_MANAGERS.split())
    yield _one("get_prefetch_queryset", _RELATED, "plain", until=(5, 2))
    yield _one("get_prefetch_querysets", _RELATED, "plain", since=(5, 0))
    yield _one("get_content_type", _RELATED, "plain", missing_on=_SETS - _ONLY_GENERIC)
    yield _one("get_prefetch_cache", _RELATED, "plain", since=(5, 1), missing_on=_SETS - _ONLY_M2M)


METHODS: tuple[Method, ...] = tuple(_all_rows())
"""One row for each method; two where versions differ."""

_BY_NAME: dict[str, tuple[Method, ...]] = {}
for _method in METHODS:
    _BY_NAME[_method.name] = (*_BY_NAME.get(_method.name, ()), _method)

RAW_METHODS: dict[str, Method] = {
    "iterator": _one("iterator", _QUERYSET, "iterator"),
    "prefetch_related": _one("prefetch_related", _QUERYSET, "clone"),
    "using": _one("using", _QUERYSET, "clone"),
    "resolve_model_init_order": _one("resolve_model_init_order", _QUERYSET, "plain"),
}
"""What a RawQuerySet has; it keeps its rows like a queryset."""


def find_method(name: str, django: Version) -> Method | None:
    """The row for a method; None if nothing has one of that name in this version of Django."""
    for method in _BY_NAME.get(name, ()):
        if _exists(method, django):
            return method
    return None


def _exists(method: Method, django: Version) -> bool:
    return (method.since is None or method.since <= django) and (method.until is None or django <= method.until)


def _row_methods() -> Iterator[RowMethod]:
    for name in ("save", "delete"):
        yield from (RowMethod(name, "write", base=name), RowMethod(f"a{name}", "write", is_async=True, base=name))
    yield RowMethod("save_base", "write", base="save_base")
    yield RowMethod("refresh_from_db", "reload", base="refresh_from_db")
    yield RowMethod("arefresh_from_db", "reload", is_async=True, base="refresh_from_db")
    for name in ("full_clean", "clean_fields", "validate_unique", "validate_constraints"):
        yield RowMethod(name, "value", base=name, per_field=True)
    for name in _PLAIN_ON_ROWS.split():
        yield RowMethod(name, "plain", base=name)


_PLAIN_ON_ROWS = """
    check clean date_error_message from_db get_constraints get_deferred_fields prepare_database_save
    serializable_value unique_error_message
"""

ROW_METHODS: dict[str, RowMethod] = {method.name: method for method in _row_methods()}
"""What every model instance has."""

_ORDERED: dict[str, RowDoes] = {"get_next_in_order": "row", "get_previous_in_order": "row"}

_GENERATED: tuple[tuple[str, str, RowDoes], ...] = (
    ("get_next_by_", "", "row"),
    ("get_previous_by_", "", "row"),
    ("get_", "_display", "plain"),
)


def find_row_method(name: str) -> RowMethod | None:
    """The row for a method that Django gives to model instances, those made for single fields included."""
    if name in ROW_METHODS:
        return ROW_METHODS[name]
    if name in _ORDERED:
        return RowMethod(name, _ORDERED[name], base=name)
    for start, end, does in _GENERATED:
        if name.startswith(start) and name.endswith(end) and len(name) > len(start) + len(end):
            return RowMethod(name, does, base=name)
    return None
