"""Values and objects under other numbers and in other loops."""

from __future__ import annotations

import pytest

from orm_lint.interpreter.mapping import mapped, mapped_object, parts, references
from orm_lint.interpreter.objects import NOBODY, Box, Generator, Object, QuerySet, Row
from orm_lint.interpreter.values import (
    NONE,
    BoundMethod,
    Const,
    ExternalValue,
    Loop,
    Nest,
    Partial,
    Plain,
    Ref,
    RelatedManager,
    Threaded,
    Union,
    Unknown,
    Value,
)
from orm_lint.orm.plans import Load, Plan

HERE = Loop(("a.py", 1), "rows")
THERE = Loop(("b.py", 2), "rows")


def number(known: int) -> int:
    return known + 10


def nest(known: Nest) -> Nest:
    return tuple(THERE if loop == HERE else loop for loop in known)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Ref(1), Ref(11)),
        (Const("x"), Const("x")),
        (ExternalValue("os.path"), ExternalValue("os.path")),
        (Plain((HERE,), "rows"), Plain((THERE,), "rows")),
        (Unknown("why", (HERE,)), Unknown("why", (THERE,))),
        (RelatedManager(1, "tags"), RelatedManager(11, "tags")),
        (BoundMethod(Ref(1), "filter"), BoundMethod(Ref(11), "filter")),
        (Union((Ref(1), NONE)), Union((Ref(11), NONE))),
        (Threaded(Ref(1)), Threaded(Ref(11))),
        (Partial(Ref(1), (Ref(2),), (("x", Ref(3)),)), Partial(Ref(11), (Ref(12),), (("x", Ref(13)),))),
    ],
)
def test_values(value: Value, expected: Value) -> None:
    assert mapped(value, number, nest) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            Row("m", Load(), (HERE,), NOBODY, attrs={"a": Ref(1)}),
            Row("m", Load(), (THERE,), NOBODY, attrs={"a": Ref(11)}),
        ),
        (
            QuerySet(Plan("m"), (HERE,), NOBODY, frozenset({HERE}), element=1, row=2),
            QuerySet(Plan("m"), (THERE,), NOBODY, frozenset({THERE}), element=11, row=12),
        ),
        (
            Box("dict", (HERE,), Ref(1), Ref(2), {"x": Ref(3)}, "rows", Ref(4)),
            Box("dict", (THERE,), Ref(11), Ref(12), {"x": Ref(13)}, "rows", Ref(14)),
        ),
        (
            Generator(Ref(1), (Ref(2),), (("x", Ref(3)),), (HERE,), 7),
            Generator(Ref(11), (Ref(12),), (("x", Ref(13)),), (THERE,), 7),
        ),
    ],
)
def test_objects(found: Object, expected: Object) -> None:
    assert mapped_object(found, number, nest) == expected


def test_what_a_value_names() -> None:
    assert references(Ref(3)) == (3,)
    assert references(Union((Ref(1), RelatedManager(2, "tags"), NONE))) == (1, 2)
    assert references(Const(1)) == ()


def test_what_an_object_holds() -> None:
    assert parts(Row("m", Load(), (), NOBODY, attrs={"a": Ref(1), "b": NONE})) == (Ref(1), NONE)
    assert parts(QuerySet(Plan("m"), (), NOBODY, element=1, row=2)) == (Ref(1), Ref(2))
    assert parts(Box("dict", (), Ref(1), None, {"x": Ref(3)}, None, Ref(4))) == (Ref(1), Ref(4), Ref(3))
    assert parts(Generator(Ref(1), (Ref(2),), (("x", NONE),), (), 7)) == (Ref(1), Ref(2), NONE)
