"""Functions of Python and its library that iterate, wrap or read rows."""

from __future__ import annotations

from textwrap import dedent

from tests.interpreter.support import told


def test_functions_that_hand_on_rows() -> None:
    code = """
    from itertools import chain, islice

    def page():
        for number, book in enumerate(Book.objects.all()):
            book.author
        for left, right in zip(Book.objects.all(), Author.objects.all()):
            print(left.author.name, right.city.name)
        for book in reversed(Book.objects.all()):
            book.author
        for book in list(Book.objects.all()):
            book.author
        for book in set(Book.objects.all()):
            book.author
        for book in chain(Book.objects.filter(price=1), Book.objects.filter(price=2)):
            book.author
        for book in islice(Book.objects.all(), 3):
            book.author
        for book in islice(Book.objects.all(), 100):
            book.author
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 5, loop 5, read 6",
        "8 left.author: author of shop.Book, per row | origin 7, loop 7, read 8",
        "8 right.city: city of shop.Author, per row | origin 7, loop 7, read 8",
        "10 book.author: author of shop.Book, per row | origin 9, loop 9, read 10",
        "12 book.author: author of shop.Book, per row | origin 11, loop 11, read 12",
        "14 book.author: author of shop.Book, per row | origin 13, loop 13, read 14",
        "16 book.author: author of shop.Book, per row | origin 15, loop 15, read 16",
        "20 book.author: author of shop.Book, per row | origin 19, loop 19, read 20",
    ]


def test_functions_that_call_a_key() -> None:
    code = """
    from operator import attrgetter

    def page():
        for book in sorted(Book.objects.all(), key=attrgetter("author.name")):
            book.editor
        sorted(Book.objects.select_related("author"), key=attrgetter("author.name"))
        max(Book.objects.all(), key=lambda row: row.parent)
        min(Book.objects.all(), key=lambda row: row.price)
    """
    assert told(code) == [
        "5 sorted(…): author of shop.Book, per row | origin 5, loop 5, read 5",
        "6 book.editor: editor of shop.Book, per row | origin 5, loop 5, read 6",
        "8 row.parent: parent of shop.Book, per row | origin 8, loop 8, read 8",
    ]


def test_map_and_filter() -> None:
    code = """
    from functools import partial

    def name(prefix, book):
        return book.author

    def page():
        list(map(lambda row: row.author, Book.objects.all()))
        list(filter(lambda row: row.editor, Book.objects.all()))
        list(map(partial(name, "x"), Book.objects.all()))
        any(book.parent for book in Book.objects.all())
    """
    assert told(code) == [
        "8 row.author: author of shop.Book, per row | origin 8, loop 8, read 8",
        "9 row.editor: editor of shop.Book, per row | origin 9, loop 9, read 9",
        "10 book.author: author of shop.Book, per row | origin 10, loop 10, call 10 map(…), read 5",
        "11 book.parent: parent of shop.Book, per row | origin 11, loop 11, read 11",
    ]


def test_groupby() -> None:
    code = """
    from itertools import groupby

    def page():
        for name, group in groupby(Book.objects.all(), key=lambda row: row.author.name):
            for book in group:
                book.editor
    """
    assert told(code) == [
        "5 row.author: author of shop.Book, per row | origin 5, loop 5, read 5",
        "7 book.editor: editor of shop.Book, per row | origin 5, loop 6, read 7",
    ]


def test_batched() -> None:
    code = """
    from itertools import batched

    def page():
        for some in batched(Book.objects.all(), 10):
            for book in some:
                book.author
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 5, loop 6, read 7",
    ]


BATCHES = """
def batches(rows, size):
    some = []
    for row in rows:
        some.append(row)
        if len(some) >= size:
            yield some
            some = []
    if some:
        yield some

def pairs(rows):
    for row in rows:
        some = [row]
        some.append(row.title)
        yield some
"""


def test_batches_that_a_generator_of_the_project_makes() -> None:
    code = """
    def page():
        for number, some in enumerate(batches(Book.objects.all(), 100)):
            list(Author.objects.filter(books__in=some))
            for book in some:
                book.author

    def other_page():
        for some in pairs(Book.objects.all()):
            Author.objects.get(name=some[1])
    """
    assert [found.partition(" ")[2] for found in told(BATCHES + dedent(code))] == [
        "book.author: author of shop.Book, per row | origin 19, loop 21, read 22",
        "Author.objects.get(…): get of shop.Author, per row | origin 26, loop 25, read 26",
    ]


def test_batches_in_a_list() -> None:
    code = """
    def page():
        parts, some = [], []
        for book in Book.objects.all():
            some.append(book)
            if len(some) == 100:
                parts.append(some)
                some = []
        for part in parts:
            list(Author.objects.filter(books__in=part))
    """
    assert told(code) == []


def test_attributes_by_name() -> None:
    code = """
    def page(name):
        for book in Book.objects.all():
            getattr(book, "author")
            getattr(book, name)
            setattr(book, "editor", None)
            book.editor
        for name in ("author", "parent"):
            for book in Book.objects.all():
                getattr(book, name)
    """
    assert told(code) == [
        "4 getattr(…): author of shop.Book, per row | origin 3, loop 3, read 4",
        "10 getattr(…): author of shop.Book, per row | origin 9, loop 9, read 10",
        "10 getattr(…): parent of shop.Book, per row | origin 9, loop 9, read 10",
    ]


def test_one_of_them() -> None:
    code = """
    def page():
        next(iter(Book.objects.all())).author
        next((book for book in Book.objects.all() if book.price), None)
        len([book for book in Book.objects.all()])
    """
    assert told(code) == []


GIVEN = """
from django.db.models import Count

def counted(author):
    if (number := getattr(author, "number", None)) is not None:
        return number
    return author.books.count()
"""


def test_an_annotation_that_is_asked_for_is_there():
    code = """
    def page():
        return [counted(author) for author in Author.objects.annotate(number=Count("books"))]

    def listed(counts):
        for author in Author.objects.all():
            author.number = counts.get(author.pk, 0)
            counted(author)
    """
    assert told(GIVEN + dedent(code)) == []


def test_a_column_that_is_asked_for_may_be_empty():
    code = """
    def page():
        for book in Book.objects.all():
            if getattr(book, "editor_id", None) is None:
                book.author.name
    """
    assert [one.partition(" |")[0] for one in told(code)] == ["5 book.author: author of shop.Book, per row"]
