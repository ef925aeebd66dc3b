"""Values: when two are the same, and what stands for one of several."""

from __future__ import annotations

import pytest

from orm_lint.interpreter.values import (
    FALSE,
    MAX_ALTERNATIVES,
    NONE,
    TRUE,
    Const,
    ExternalValue,
    Loop,
    Plain,
    Ref,
    Union,
    Unknown,
    Value,
    either,
    longest,
    options,
    per_row_loop,
)

ROWS = Loop(("a.py", 1), "rows")
FEW = Loop(("a.py", 2), "bounded")
SOME = Loop(("a.py", 3), "unknown")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((Ref(1), Ref(1)), Ref(1)),
        ((Ref(1), Ref(2)), Union((Ref(1), Ref(2)))),
        ((Union((Ref(1), NONE)), Ref(2)), Union((Ref(1), NONE, Ref(2)))),
        ((Union((Ref(1), NONE)), NONE), Union((Ref(1), NONE))),
        ((Const(1), TRUE), Union((Const(1), TRUE))),
        ((Const(0), FALSE, Const(0)), Union((Const(0), FALSE))),
        ((Ref(1), Const(1), Const("x")), Union((Ref(1), Plain()))),
        ((Ref(1), Plain((ROWS,)), Const(1)), Union((Ref(1), Plain((ROWS,))))),
        ((Unknown("first"), Unknown("second", (ROWS,))), Unknown("first", (ROWS,))),
        ((Ref(1), Unknown("first"), NONE, Unknown("second")), Union((Ref(1), NONE, Unknown("first")))),
    ],
)
def test_one_of_several(values: tuple[Value, ...], expected: Value) -> None:
    assert either(*values) == expected


def test_a_union_that_is_too_wide_is_unknown() -> None:
    found = [ExternalValue(f"package.name_{number}") for number in range(MAX_ALTERNATIVES + 1)]
    assert either(*found[:-1]) == Union(tuple(found[:-1]))
    assert either(*found) == Unknown("more than four alternatives")
    assert either(either(*found), found[0]) == Unknown("more than four alternatives")


def test_a_value_is_its_only_alternative() -> None:
    assert options(Ref(1)) == (Ref(1),)
    assert options(Union((Ref(1), NONE))) == (Ref(1), NONE)


def test_true_is_not_one() -> None:
    assert Const(1).identity != TRUE.identity
    assert Const(1).identity == Const(1).identity


def test_nests_are_put_together() -> None:
    assert longest() == ()
    assert longest((ROWS,), (ROWS, FEW)) == (ROWS, FEW)
    assert longest((ROWS, FEW), (SOME,)) == (ROWS, FEW, SOME)


def test_the_innermost_loop_over_rows() -> None:
    inner = Loop(("a.py", 9), "rows")
    assert per_row_loop((ROWS, inner, FEW)) == inner
    assert per_row_loop((SOME, FEW)) is None
    assert per_row_loop(()) is None
