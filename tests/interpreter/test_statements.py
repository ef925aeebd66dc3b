"""Statements, each with what it does to the paths through a function."""

from __future__ import annotations

from tests.interpreter.support import told


def test_try() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            try:
                book.author
            except Author.DoesNotExist:
                book.editor
            else:
                book.parent
            finally:
                book.content_type
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 3, read 5",
        "7 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 7",
        "9 book.parent: parent of shop.Book, per row | origin 3, loop 3, read 9",
        "11 book.content_type: content_type of shop.Book, per row | origin 3, loop 3, read 11",
    ]


def test_both_sides_of_an_if() -> None:
    code = """
    def page(flag):
        for book in Book.objects.all():
            if flag:
                book.author
            else:
                book.author
            book.author
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 3, read 5",
        "7 book.author: author of shop.Book, per row | origin 3, loop 3, read 7",
    ]


def test_match() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            match book.title:
                case "x":
                    book.author
                case _:
                    book.editor
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 3, loop 3, read 6",
        "8 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 8",
    ]


def test_imports_inside_a_function() -> None:
    code = """
    def page():
        from shop.models import Book as Volume
        import shop.models as models
        for book in Volume.objects.all():
            book.author
        for book in models.Book.objects.all():
            book.author
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 5, loop 5, read 6",
        "8 book.author: author of shop.Book, per row | origin 7, loop 7, read 8",
    ]


def test_statements_behind_a_return_do_not_run() -> None:
    code = """
    def page():
        return 1
        for book in Book.objects.all():
            book.author

    def fails():
        raise ValueError
        for book in Book.objects.all():
            book.author
    """
    assert told(code) == []


def test_augmented_assignments() -> None:
    code = """
    def page():
        rows = []
        rows += Book.objects.filter(price=1)
        for row in rows:
            row.author
        books = Book.objects.filter(price=1)
        books |= Book.objects.filter(price=2)
        for book in books:
            book.author
    """
    assert told(code) == [
        "6 row.author: author of shop.Book, per row | origin 4, loop 5, read 6",
        "10 book.author: author of shop.Book, per row | origin 7, loop 9, read 10",
    ]


def test_deleted_names() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            one = book
            del book
            one.author
    """
    assert told(code) == [
        "6 one.author: author of shop.Book, per row | origin 3, loop 3, read 6",
    ]
