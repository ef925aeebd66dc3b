"""Annotations: all that is known of what nobody hands over."""

from __future__ import annotations

from tests.interpreter.support import told


def test_rows_of_which_only_the_model_is_known_may_have_all_loaded() -> None:
    code = """
    from django.db.models import QuerySet

    def rows(books: QuerySet[Book]) -> None:
        for book in books:
            book.author

    def many(books: list[Book]):
        for book in books:
            book.author

    def text(books: "list[Book]"):
        for book in books:
            book.author
    """
    assert told(code) == []


def test_what_is_asked_by_an_annotated_row_is_fetched() -> None:
    code = """
    def page(author: Author):
        for book in Book.objects.filter(author=author):
            book.editor
    """
    assert told(code) == [
        "4 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 4",
    ]


def test_callers_know_better() -> None:
    code = """
    def author(book: Book):
        return book.author

    def page():
        for book in Book.objects.all():
            author(book)
        for book in Book.objects.select_related("author"):
            author(book)
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, call 7 author(…), read 3",
    ]
