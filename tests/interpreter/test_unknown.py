"""What nobody can see into: rows that are handed over may come back changed."""

from __future__ import annotations

from tests.interpreter.support import told


def test_an_unknown_function_may_have_loaded_anything() -> None:
    code = """
    from elsewhere import load

    def page():
        books = list(Book.objects.all())
        load(books)
        for book in books:
            book.author
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row, escaped? | origin 5, loop 7, read 8",
    ]


def test_an_unknown_function_gives_something_unknown() -> None:
    code = """
    from elsewhere import books

    def page():
        Book.objects.count()
        for book in books():
            book.author
    """
    assert told(code) == []


def test_a_body_that_was_left_out_decides_nothing() -> None:
    code = """
    from django.contrib.auth.models import User

    def page(user: User):
        assert user.is_authenticated
        for book in Book.objects.all():
            book.author
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
    ]
