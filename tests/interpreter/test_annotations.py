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


def test_a_set_of_an_annotated_row_is_fetched_unless_it_may_be_prefetched() -> None:
    code = """
    from typing import Optional
    from elsewhere import unknown

    def filtered(author: Author):
        for book in author.books.filter(price=1):
            book.editor

    def all_of_them(author: Author):
        for book in author.books.all():
            book.editor

    def maybe(author: Optional[Author]):
        if author:
            for book in author.books.filter(price=1):
                book.editor

    def newer(author: "Author | None" = None):
        for book in author.books.filter(price=1):
            book.editor

    def made() -> Author:
        return unknown()

    def page():
        for book in made().books.filter(price=1):
            book.editor
    """
    assert told(code) == [
        "7 book.editor: editor of shop.Book, per row, annotation? | origin 6, loop 6, read 7",
        "16 book.editor: editor of shop.Book, per row, annotation? | origin 15, loop 15, read 16",
        "20 book.editor: editor of shop.Book, per row, annotation? | origin 19, loop 19, read 20",
        "27 book.editor: editor of shop.Book, per row, annotation? | origin 26, loop 26, read 27",
    ]
