"""Tests of what kind a value is: they are decided where it is known, and tell alternatives apart."""

from __future__ import annotations

from tests.interpreter.support import queries, told


def heads(found: list[str]) -> list[str]:
    return [one.partition(" | ")[0] for one in found]


def test_the_class_of_a_row_is_known() -> None:
    code = """
    def page():
        for book in Book.objects.filter(price=1):
            if type(book).__name__ == "Author":
                book.editor
            elif type(book) is Author or book.__class__.__name__ in ("Tag", "City"):
                book.editor
            elif type(book) != Book:
                book.editor
            elif book.__class__.__name__ == "Book":
                book.author
            else:
                book.parent
    """
    assert heads(told(code)) == ["11 book.author: author of shop.Book, per row"]


def test_the_class_of_an_annotated_row_may_be_a_deeper_one() -> None:
    code = """
    def page(book: Book):
        for other in Review.objects.filter(price=1):
            if type(book) is Book:
                other.book
            else:
                other.writer
            if type(book) is Author:
                other.book.editor
    """
    assert heads(told(code)) == [
        "5 other.book: book of shop.Review, per row",
        "7 other.writer: writer of shop.Review, per row",
    ]


def test_alternatives_are_told_apart_by_class() -> None:
    code = """
    def page(flag):
        rows = Book.objects.filter(price=1) if flag else Author.objects.filter(name="x")
        for row in rows:
            if type(row).__name__ == "Author":
                row.city
            else:
                row.author

    def text(name):
        for book in Book.objects.filter(price=1):
            if type(book).__name__ in name or type(book).__name__ in "Booking":
                book.author
    """
    assert heads(told(code)) == [
        "6 row.city: city of shop.Author, per row",
        "8 row.author: author of shop.Book, per row",
        "13 book.author: author of shop.Book, per row",
    ]


def test_a_queryset_is_no_list_and_no_dictionary() -> None:
    code = """
    def size(things):
        return len(things)

    def page(things):
        if isinstance(things, (list, dict)):
            return size(things)
        return None

    def run():
        page(Book.objects.all())
    """
    assert queries(code) == []
    assert heads(queries(code.replace("(list, dict)", "Sequence"))) == ["3 len(…): len of shop.Book, whole table"]


def test_a_row_from_the_database_is_not_being_added() -> None:
    code = """
    def fill(book):
        is_new = not bool(book.pk)
        if is_new or book._state.adding:
            book.author
        else:
            book.editor

    def page():
        for book in Book.objects.filter(price=1):
            fill(book)
    """
    assert heads(told(code)) == ["11 book.editor: editor of shop.Book, per row"]


def test_what_may_be_something_else_is_no_whole_table() -> None:
    code = """
    def rows(known):
        return Book.objects.all() if known is None else known

    def page(request):
        return len(rows(request.data)), len(rows(None))
    """
    assert [one.partition(" |")[0] for one in queries(code)] == ["6 len(…): len of shop.Book, whole table"]


def test_rows_may_turn_out_to_be_of_a_deeper_class() -> None:
    models = """
    from django.db import models
    from shop.models import Book

    class Novel(Book):
        plot = models.TextField()
    """
    code = """
    from shop.novels import Novel

    def page():
        for book in Book.objects.filter(price=1):
            if type(book) is Novel or type(book).__name__ == "Novel":
                book.author
            elif type(book) is Tag:
                book.editor
    """
    assert heads(told(code, shop__novels=models)) == ["7 book.author: author of shop.Book, per row"]
