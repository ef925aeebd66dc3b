"""Expressions as they are quoted."""

from __future__ import annotations

import pytest

from orm_lint.interpreter.text import MAX_LENGTH, text_of
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import summarize


def quoted(written: str) -> str:
    body = summarize(f"x = {written}\n".encode()).body
    (statement,) = body
    assert isinstance(statement, ir.Assign)
    assert statement.value is not None
    return text_of(statement.value)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("book.author.name", "book.author.name"),
        ("Book.objects.filter(price=1, sold=True).all()", "Book.objects.filter(…).all()"),
        ("rows[0].author", "rows[0].author"),
        ("rows[1:].author", "rows[:].author"),
        ('found["books"]', 'found["books"]'),
        ('found["a key that is longer than twenty letters"]', 'found["…"]'),
        ("await rows.afirst()", "await rows.afirst()"),
        ("None", "None"),
        ("(left + right).author", "….author"),
        ("[book for book in rows]", "…"),
    ],
)
def test_arguments_and_operators_are_left_out(written: str, expected: str) -> None:
    assert quoted(written) == expected


def test_long_expressions_end_early() -> None:
    written = ".".join(["reviewed"] * 8)
    assert quoted(written) == f"{written[: MAX_LENGTH - 1]}…"


def test_deep_expressions_start_late() -> None:
    assert quoted(".".join("abcdefghijklmnop")) == "….d.e.f.g.h.i.j.k.l.m.n.o.p"


def test_what_stands_in_another_file_is_quoted_alike() -> None:
    assert text_of(ir.Located(0, "list.html", ir.Attr(0, ir.Name(0, "row"), "author"))) == "row.author"


def test_what_is_bound_is_quoted_without_the_name() -> None:
    assert quoted("(found := Book.objects.filter(price=1))") == "Book.objects.filter(…)"
