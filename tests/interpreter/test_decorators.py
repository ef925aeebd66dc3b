"""Decorators that keep the function, cache it, bind it or run it elsewhere."""

from __future__ import annotations

import pytest

from tests.interpreter.support import told


def test_wrapped_functions_are_still_called() -> None:
    code = """
    import functools

    def loud(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            return function(*args, **kwargs)
        return inner

    @loud
    def author(book):
        return book.author

    def page():
        for book in Book.objects.all():
            print(author(book).city.name)
    """
    assert told(code) == [
        "16 book.author: author (author__city) of shop.Book, per row | origin 15, loop 15, call 16 author(…), read 12",
    ]


@pytest.mark.parametrize(
    ("decorator", "shown"),
    [
        ("return rows(*args, **kwargs)", True),
        ("if args:\n                return rows(*args, **kwargs)\n            return None", True),
        ("return list(rows(*args, **kwargs))", False),
        ("return rows(1)", False),
        ("return other(*args, **kwargs)", False),
    ],
)
def test_a_decorator_that_hands_all_on_keeps_the_result(decorator: str, shown: bool) -> None:
    code = f"""
    def remembered(rows):
        def wrapper(*args, **kwargs):
            {decorator}
        return wrapper

    @remembered
    def allowed(user):
        return Book.objects.all()

    def page(user):
        for book in allowed(user):
            print(book.title, book.author.name)
    """
    assert ("author" in str(told(code))) is shown


def test_what_a_cache_of_the_project_returns_is_in_doubt() -> None:
    code = """
    def cached_for_request(function):
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)
        return wrapper

    @cached_for_request
    def author(pk):
        return Author.objects.get(pk=pk)

    def page():
        for book in Book.objects.all():
            author(book.author_id)
    """
    assert told(code) == [
        "13 Author.objects.get(…): get of shop.Author, per row, memo? | origin 9, loop 12, call 13 author(…), read 9",
    ]


def test_a_cached_function_is_in_doubt() -> None:
    code = """
    import functools

    @functools.lru_cache
    def author(pk):
        return Author.objects.get(pk=pk)

    def page():
        for book in Book.objects.all():
            author(book.author_id)
    """
    assert told(code) == [
        "10 Author.objects.get(…): get of shop.Author, per row, memo? | origin 6, loop 9, call 10 author(…), read 6",
    ]


def test_class_and_static_methods() -> None:
    code = """
    class Shelf:
        @classmethod
        def make(cls):
            return cls.rows()

        @staticmethod
        def rows():
            return Book.objects.all()

        @staticmethod
        def author(book):
            return book.author

    def page(shelf: Shelf):
        for book in Shelf.make():
            Shelf.author(book)
        for book in shelf.rows():
            print(book.editor.name)
    """
    assert told(code) == [
        "17 book.author: author of shop.Book, per row | origin 9, loop 16, call 17 Shelf.author(…), read 13",
        "19 book.editor: editor of shop.Book, per row | origin 9, loop 18, read 19",
    ]


def test_properties_of_rows_run_for_each_row() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            print(book.by)
        for book in Book.objects.all():
            book.place, book.place
        for book in Book.objects.select_related("author"):
            book.by, book.place
    """
    assert told(code) == [
        "4 self.author: author of shop.Book, per row | origin 3, loop 3, call 4 book.by, read models:58",
        "6 self.author: author (author__city) of shop.Book, per row | origin 5, loop 5, call 6 book.place, read models:62",
        "8 self.author.city: author__city of shop.Book, per row | origin 7, loop 7, call 8 book.place, read models:62",
    ]


def test_context_managers_give_what_they_yield() -> None:
    code = """
    from contextlib import contextmanager

    @contextmanager
    def opened():
        yield Book.objects.all()

    @contextmanager
    def loaded():
        yield Book.objects.select_related("author")

    class Shelf:
        def __enter__(self):
            return Book.objects.all()

        def __exit__(self, *args):
            pass

    def page():
        with opened() as books:
            for book in books:
                print(book.author.name)
        with loaded() as books:
            for book in books:
                print(book.author.name)
        with Shelf() as books:
            for book in books:
                print(book.editor.name)
    """
    assert told(code) == [
        "22 book.author: author of shop.Book, per row | origin 6, loop 21, read 22",
        "28 book.editor: editor of shop.Book, per row | origin 14, loop 27, read 28",
    ]


def test_a_static_method_that_remembers_its_results_is_less_sure() -> None:
    code = """
    from functools import cache

    class Names:
        @staticmethod
        @cache
        def of(pk):
            return Book.objects.get(pk=pk)

    def page():
        for author in Author.objects.all():
            print(Names.of(author.pk))
    """
    assert told(code) == [
        "12 Book.objects.get(…): get of shop.Book, per row, memo? | origin 8, loop 11, call 12 Names.of(…), read 8",
    ]
