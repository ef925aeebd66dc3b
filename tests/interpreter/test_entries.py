"""What is run: functions that can obtain rows by themselves."""

from __future__ import annotations

from tests.interpreter.support import told


def test_functions_and_methods_wherever_they_stand() -> None:
    code = """
    class View:
        @classmethod
        def make(cls):
            for book in Book.objects.all():
                book.author

        @staticmethod
        def still(book):
            for book in Book.objects.all():
                book.author

        class Inner:
            def get(self):
                for book in Book.objects.all():
                    book.author

    if True:
        def under_if():
            for book in Book.objects.all():
                book.author
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 5, loop 5, read 6",
        "11 book.author: author of shop.Book, per row | origin 10, loop 10, read 11",
        "16 book.author: author of shop.Book, per row | origin 15, loop 15, read 16",
        "21 book.author: author of shop.Book, per row | origin 20, loop 20, read 21",
    ]


def test_nobody_calls_them() -> None:
    code = """
    def parameter(books):
        for book in books:
            book.author

    def inner():
        def never_called():
            for book in Book.objects.all():
                book.author
        return 1
    """
    assert told(code) == []


def test_methods_of_models_run_on_a_row_of_their_own() -> None:
    code = """
    from shop.models import Book
    from django.db import models

    class Shelf(models.Model):
        book = models.ForeignKey(Book, models.CASCADE)

        def reviews(self):
            for review in self.book.reviews.all():
                review.writer

        def lazily(self):
            return self.book.author
    """
    assert told(code) == [
        "10 review.writer: writer of shop.Review, per row, self? | origin 9, loop 9, read 10",
    ]


def test_generators_and_coroutines() -> None:
    code = """
    def rows():
        for book in Book.objects.all():
            yield book.author

    async def coroutine():
        async for book in Book.objects.select_related("author"):
            print(book.author.name)
            book.editor
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
        "9 book.editor: editor of shop.Book, async | origin 7, read 9",
    ]
