"""Every row of the method table against Django: that the method exists, and what it sends to the database.

`measure_methods.py` calls each method on five kinds of objects in three states of their cache.
"""

from __future__ import annotations

from typing import Any

import pytest

from orm_lint.orm.methods import (
    IMPLICIT,
    METHODS,
    RAW_METHODS,
    ROW_METHODS,
    Method,
    RowMethod,
    find_method,
    find_row_method,
)
from tests.orm.django_side import asked, django_version

RELATED = ("reverse_many", "required", "many_to_many", "generic_set")
KINDS = ("queryset", "manager", *RELATED)

GIVES = {
    "clone": {"queryset"},
    "all": {"queryset", "manager"},
    "row": {"row"},
    "value": {"value"},
    "mapping": {"mapping"},
    "iterator": {"iterator"},
    "create": {"row", "row, created"},
    "bulk": {"rows"},
    "write": {"value"},
    "raw": {"raw"},
    "plain": {"value", "manager"},
}


@pytest.fixture(scope="module")
def django() -> tuple[int, int]:
    return django_version()


@pytest.fixture(scope="module")
def measured() -> Any:
    return asked("measure_methods.py", [])


def rows_for(kind: str, django: tuple[int, int]) -> dict[str, Method]:
    """The rows of the table that a kind of object has in this version."""
    receiver = "related" if kind in RELATED else kind
    accessor = "reverse_many" if kind == "required" else kind
    found = {method.name: find_method(method.name, django) for method in METHODS}
    return {
        name: method
        for name, method in found.items()
        if method is not None
        and receiver in method.on
        and accessor not in method.missing_on
        and not (kind == "required" and method.needs_null)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_exactly_the_methods_there_are(kind, measured, django):
    assert sorted(rows_for(kind, django)) == measured["names"][kind]


def test_the_tables_of_rows_and_raw_querysets_are_complete(measured):
    assert sorted(ROW_METHODS) == measured["names"]["row"]
    assert sorted(RAW_METHODS) == measured["names"]["raw"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_claim_of_the_table_holds(kind, measured, django):
    table = rows_for(kind, django)
    calls = {name: states for name, states in measured["calls"][kind].items() if states is not None}
    wrong = [
        (name, state, claim, got)
        for name, states in calls.items()
        for state, got in states.items()
        for claim in broken(table[name], kind, state, got)
    ]
    assert wrong == []
    assert len(calls) >= 50


def broken(method: Method, kind: str, state: str, got: dict[str, Any]) -> list[str]:
    """The claims about a method that a measurement contradicts."""
    if "error" in got:
        return [] if refused_by_sqlite(method, state, got) else ["raises"]
    claims = {
        "gives": got["gives"] in GIVES[method.does],
        "called": (got["called"] > 0) == asks_at_once(method, state),
        "wrote": got["wrote"] == (method.does in ("create", "bulk", "write")),
        "served": method.served == "never" or asks_at_once(method, "fresh"),
        "iterated": (got["iterated"] > 0) == asks_later(method, kind, state),
    }
    if kind in RELATED and state != "fresh":
        accessor = "reverse_many" if kind == "required" else kind
        claims["drops_cache"] = (got["after"] > 0) == (accessor in method.drops_cache)
    return [claim for claim, holds in claims.items() if not holds]


def refused_by_sqlite(method: Method, state: str, got: dict[str, Any]) -> bool:
    """Parts of a compound statement cannot be ordered there."""
    combines = method.name in ("union", "intersection", "difference")
    return combines and state == "ordered" and got["error"] == "DatabaseError"


def asks_at_once(method: Method, state: str) -> bool:
    if method.does in ("clone", "all", "iterator", "raw", "plain"):
        return False
    is_served = {"never": False, "cached": state != "fresh", "ordered": state == "ordered"}[method.served]
    return not is_served


def asks_later(method: Method, kind: str, state: str) -> bool:
    """Whether going through the result sends a query."""
    if method.name == "none":
        return False
    if method.does == "all":
        return kind not in RELATED or state == "fresh"
    return method.does in ("clone", "iterator", "raw")


def test_methods_of_rows_do_what_the_table_says(measured):
    found = {name: outcome(find_row_method(name), got) for name, got in measured["rows"].items()}
    assert [name for name, holds in found.items() if not holds] == []
    assert len(found) >= 18


def outcome(method: RowMethod, got: dict[str, Any]) -> bool:
    """True if a row of the table says what was measured; a reload forgets the relation that was loaded."""
    asks = method.does != "plain" and method.base not in ("validate_unique", "validate_constraints")
    is_forgotten = bool(got["after"])
    return (
        (got["called"] > 0) == asks
        and is_forgotten == (method.does == "reload")
        and method.does in ROW_GIVES[got["gives"]]
    )


ROW_GIVES = {"row": {"row"}, "value": {"write", "reload", "value", "plain"}}


def test_methods_made_for_single_fields_are_known_by_their_form():
    found = [find_row_method(name) for name in ("get_next_by_created", "get_state_display", "get_next_in_order")]
    assert [(method.name, method.does) for method in found] == [
        ("get_next_by_created", "row"),
        ("get_state_display", "plain"),
        ("get_next_in_order", "row"),
    ]
    assert [find_row_method(name) for name in ("get_next_by_", "get__display", "titles")] == [None, None, None]


def test_what_python_does_to_a_queryset(measured):
    """One query except for a slice; afterwards the rows are kept or not; with kept rows none at all."""
    assert measured["implicit"] == {
        name: {"called": int(name != "slice"), "after": int(not keeps), "again": 0} for name, keeps in IMPLICIT.items()
    }


def test_a_version_decides_which_row_is_found():
    assert find_method("fetch_mode", (6, 0)) is None
    assert find_method("fetch_mode", (6, 1)).does == "clone"
    assert find_method("titles", (6, 1)) is None
    assert "reverse_many" not in find_method("create", (5, 0)).drops_cache
    assert "reverse_many" in find_method("create", (5, 1)).drops_cache


def test_asynchronous_forms_name_their_base():
    found = find_method("aget_or_create", (4, 2))
    assert (found.base, found.is_async, found.does) == ("get_or_create", True, "create")
    assert (find_method("get", (4, 2)).base, find_method("get", (4, 2)).is_async) == ("get", False)
