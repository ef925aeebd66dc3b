"""Tests: what is known on either side of them."""

from __future__ import annotations

import pytest

from tests.interpreter.support import queries, told


def test_a_key_that_is_none_means_no_query() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            if book.editor_id is None:
                book.editor
        for book in Book.objects.all():
            if book.editor_id:
                book.editor
        for book in Book.objects.all():
            if not book.editor_id:
                continue
            book.editor
    """
    assert told(code) == [
        "8 book.editor: editor of shop.Book, per row | origin 6, loop 6, read 8",
        "12 book.editor: editor of shop.Book, per row | origin 9, loop 9, read 12",
    ]


def test_hasattr_asks_for_what_may_be_missing() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            if hasattr(author, "profile"):
                author.profile
        for author in Author.objects.select_related("profile"):
            if hasattr(author, "profile"):
                author.profile
    """
    assert told(code) == [
        "4 hasattr(…): profile of shop.Author, reverse_one, per row | origin 3, loop 3, read 4",
    ]


def test_isinstance_tells_rows_apart() -> None:
    code = """
    def page(flag):
        for book in Book.objects.all():
            if isinstance(book, Author):
                book.books.count()
            if isinstance(book, (Tag, Book)):
                book.editor
            else:
                book.parent
        rows = Book.objects.all() if flag else Author.objects.all()
        for row in rows:
            if isinstance(row, Author):
                row.city
            else:
                row.author
    """
    assert told(code) == [
        "7 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 7",
        "13 row.city: city of shop.Author, per row | origin 10, loop 11, read 13",
        "15 row.author: author of shop.Book, per row | origin 10, loop 11, read 15",
    ]


def test_a_queryset_that_was_tested_has_its_rows() -> None:
    code = """
    def page():
        books = Book.objects.all()
        if books:
            for book in books:
                print(book.title)
        if not books.exists():
            return
        if Tag.objects.all():
            pass
    """
    assert queries(code) == [
        "4 books: bool of shop.Book, whole table | origin 3, read 4",
        "9 Tag.objects.all(): bool of shop.Tag, whole table | origin 9, read 9",
    ]


def test_none_is_no_row() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            book = author.books.first()
            if book is None:
                book.author
            assert book
            book.editor
    """
    assert told(code) == [
        "8 book.editor: editor of shop.Book, per row | origin 4, loop 3, read 8",
        "4 author.books.first(): first of shop.Book by books, per row | origin 3, loop 3, read 4",
    ]


@pytest.mark.parametrize("given", ["rows.filter(sold=True)", "rows.prefetch_related('author').all()"])
@pytest.mark.parametrize("test", ["Book.objects.all() if rows is None else rows", "rows"])
def test_what_a_method_of_a_queryset_returns_is_never_none(given: str, test: str) -> None:
    code = f"""
    def allowed(rows):
        if rows is None:
            rows = Book.objects.all()
        return {test}

    def page(rows):
        for book in allowed({given}):
            book.author.name
    """
    assert told(code) == []
    assert told(code.replace(given, "rows.shown()")) != []


def test_a_value_kept_for_later_is_in_doubt() -> None:
    code = """
    class View:
        _name = None
        cache = {}

        def name(self):
            if self._name is None:
                self._name = Author.objects.get(pk=1)
            return self._name

        def get(self):
            for book in Book.objects.all():
                self.name()
                if book.price not in self.cache:
                    self.cache[book.price] = Author.objects.get(pk=book.price)
    """
    assert told(code) == [
        "15 Author.objects.get(…): get of shop.Author, per row, memo? | origin 15, loop 12, read 15",
    ]


def test_and_or_and_conditional_expressions() -> None:
    code = """
    def page(flag):
        for book in Book.objects.all():
            flag and book.author
            flag or book.editor
            if (parent := book.parent):
                parent.title
            x = None and book.content_type
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
        "5 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 5",
        "6 book.parent: parent of shop.Book, per row | origin 3, loop 3, read 6",
    ]


PREPARED = """
from django.db.models import Count, Prefetch

def writers(book):
    try:
        return [review.writer for review in book.loaded]
    except AttributeError:
        return book.tags.filter(name="a").first()

def count(book):
    try:
        return book.number
    except {error}:
        return book.tags.count()

"""


@pytest.mark.parametrize(
    ("error", "rows", "expected"),
    [
        ("AttributeError", "Book.objects.all()", ["count", "filter"]),
        ("AttributeError", "Book.objects.annotate(number=Count('tags'))", ["filter"]),
        ("KeyError", "Book.objects.annotate(number=Count('tags'))", ["count", "filter"]),
        ("AttributeError", "Book.objects.prefetch_related(LOADED)", ["count"]),
    ],
)
def test_what_is_done_without_an_attribute_that_a_queryset_gives(error: str, rows: str, expected: list[str]) -> None:
    loaded = 'Prefetch("reviews", queryset=Review.objects.select_related("writer"), to_attr="loaded")'
    code = (
        PREPARED.format(error=error)
        + f"""
def page():
    for book in {rows.replace("LOADED", loaded)}:
        writers(book)
        count(book)
"""
    )
    found = [text.partition("book.tags.")[2].partition("(")[0] for text in told(code)]
    assert sorted(found) == expected


def test_a_relation_that_a_descriptor_says_is_loaded() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            if Book.editor.is_cached(book):
                book.editor.name
            else:
                book.editor
            if not Book.parent.is_cached(book):
                continue
            book.parent
            book.author
    """
    assert told(code) == [
        "7 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 7",
        "11 book.author: author of shop.Book, per row | origin 3, loop 3, read 11",
    ]
