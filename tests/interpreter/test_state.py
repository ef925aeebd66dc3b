"""Two paths meet: what is known behind both."""

from __future__ import annotations

import pytest

from orm_lint.interpreter.objects import NOBODY, Box, Object, QuerySet, Row
from orm_lint.interpreter.state import State, join, larger
from orm_lint.interpreter.values import NONE, Const, Loop, Plain, Ref, Size, Union
from orm_lint.orm.plans import Arrival, Load, Plan

ROWS = Loop(("a.py", 1), "rows")
AUTHOR = ("author", Arrival(Plan("shop.Author"), "join", "author"))
EDITOR = ("editor", Arrival(Plan("shop.Author"), "join", "editor"))


def merged_number(left: int, right: int) -> int:
    return 100 * left + right


def joined(left: dict[int, Object], right: dict[int, Object], here: object = Ref(1), there: object = Ref(1)) -> State:
    found = join(State({"x": here}, left), State({"x": there}, right), merged_number)  # type: ignore[dict-item]
    assert found is not None
    return found


def queryset(*relations: tuple[str, Arrival], evaluated: bool = False, element: int | None = None) -> QuerySet:
    return QuerySet(Plan("shop.Book", Load(relations)), (), NOBODY, evaluated=evaluated, element=element)


def row(*relations: tuple[str, Arrival], **attrs: object) -> Row:
    return Row("shop.Book", Load(relations), (ROWS,), NOBODY, attrs=attrs)  # type: ignore[arg-type]


def test_a_path_that_does_not_get_here_adds_nothing() -> None:
    state = State({}, {})
    assert join(state, None, merged_number) is state
    assert join(None, state, merged_number) is state
    assert join(None, None, merged_number) is None


def test_variables_of_both_paths_are_there() -> None:
    found = join(
        State({"x": Const(1), "y": NONE}, {}, 0b01), State({"x": Const(2), "z": NONE}, {}, 0b10), merged_number
    )
    assert found is not None
    assert found.env == {"x": Union((Const(1), Const(2))), "y": NONE, "z": NONE}
    assert found.trail == 0b11


def test_what_one_of_two_querysets_loads_may_be_loaded() -> None:
    found = joined({1: queryset(AUTHOR)}, {1: queryset(EDITOR)})
    merged = found.heap[1]
    assert isinstance(merged, QuerySet)
    assert [name for name, _ in merged.plan.load.relations] == ["author", "editor"]
    assert merged.plan.is_mixed


def test_a_queryset_is_evaluated_if_both_are() -> None:
    both = joined({1: queryset(evaluated=True, element=5)}, {1: queryset(evaluated=True, element=5)}).heap[1]
    one = joined({1: queryset(evaluated=True, element=5)}, {1: queryset()}).heap[1]
    assert isinstance(both, QuerySet)
    assert isinstance(one, QuerySet)
    assert (both.evaluated, both.element) == (True, 5)
    assert (one.evaluated, one.element) == (False, None)


def test_two_objects_of_one_kind_become_a_third() -> None:
    found = joined({1: queryset(AUTHOR)}, {2: queryset(AUTHOR)}, Ref(1), Ref(2))
    assert found.env["x"] == Ref(102)
    assert found.heap[102] == queryset(AUTHOR)
    assert found.heap.keys() == {1, 2, 102}


def test_rows_of_two_models_stay_apart() -> None:
    author = Row("shop.Author", Load(), (), NOBODY)
    found = joined({1: row()}, {2: author}, Ref(1), Ref(2))
    assert found.env["x"] == Union((Ref(1), Ref(2)))
    assert found.heap == {1: row(), 2: author}


def test_attributes_that_were_set_on_either_path_are_kept() -> None:
    found = joined({1: row(note=Const(1))}, {1: row(note=Const(2), mark=NONE)}).heap[1]
    assert isinstance(found, Row)
    assert found.attrs == {"note": Union((Const(1), Const(2))), "mark": NONE}


def test_containers_hold_what_either_held() -> None:
    left = Box("list", (), Ref(1), size="rows")
    right = Box("list", (), None, entries={0: Plain()}, size="bounded")
    found = joined({1: row(), 7: left}, {1: row(), 7: right}, Ref(7), Ref(7)).heap[7]
    assert found == Box("list", (), Ref(1), entries={0: Plain()}, size="rows")


def test_a_list_in_itself_is_joined() -> None:
    here, there = Box("list", (), entries={0: Ref(1)}), Box("list", (), entries={0: Ref(2)})
    found = joined({1: here}, {2: there}, Ref(1), Ref(2))
    assert found.env["x"] == Ref(102)
    assert found.heap[102] == Box("list", (), entries={0: Ref(102)})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(None, "bounded", "bounded"), ("bounded", "unknown", "unknown"), ("rows", "unknown", "rows"), (None, None, None)],
)
def test_the_size_that_reaches_further(left: Size | None, right: Size | None, expected: Size | None) -> None:
    assert larger(left, right) == expected
    assert larger(right, left) == expected


def test_a_copy_changes_by_itself() -> None:
    state = State({"x": NONE}, {1: row()}, 1)
    copy = state.copy()
    copy.env["x"], copy.heap[2], copy.trail = Const(1), row(), 3
    assert (state.env, state.heap.keys(), state.trail) == ({"x": NONE}, {1}, 1)
    state.become(copy)
    assert (state.env, state.trail) == ({"x": Const(1)}, 3)
