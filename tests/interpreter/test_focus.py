"""The row of this round and those of the others."""

from __future__ import annotations

from tests.interpreter.support import told


def test_what_the_first_loop_read_the_second_has() -> None:
    code = """
    def page():
        books = list(Book.objects.all())
        for book in books:
            book.author
        for book in books:
            book.author
            book.editor
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 4, read 5",
        "8 book.editor: editor of shop.Book, per row | origin 3, loop 6, read 8",
    ]


def test_what_was_put_on_each_row_is_there_later() -> None:
    code = """
    def page():
        books = list(Book.objects.all())
        for book in books:
            book.note = book.author
        for book in books:
            book.note.city
    """
    assert told(code) == [
        "5 book.author: author (author__city) of shop.Book, per row | origin 3, loop 4, read 5",
    ]


def test_a_relation_that_was_set_is_not_read() -> None:
    code = """
    def page():
        books = list(Book.objects.all())
        for book in books:
            book.author = Author()
        for book in books:
            book.author
    """
    assert told(code) == []


def test_a_queryset_iterated_anew_has_new_rows() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.author
        books = Book.objects.all()
        for book in books.all():
            book.editor
        for book in books.all():
            book.editor
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
        "7 book.editor: editor of shop.Book, per row | origin 6, loop 6, read 7",
        "9 book.editor: editor of shop.Book, per row | origin 8, loop 8, read 9",
    ]


def test_the_row_of_the_round_before() -> None:
    code = """
    def page():
        previous = None
        for book in Book.objects.all():
            if previous:
                previous.author
            previous = book
    """
    assert told(code) == [
        "6 previous.author: author of shop.Book, per row | origin 4, loop 4, read 6",
    ]
