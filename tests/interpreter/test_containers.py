"""Containers: rows go in, and come out as what they were."""

from __future__ import annotations

import pytest

from tests.interpreter.support import told


def test_lists_and_their_methods() -> None:
    code = """
    def page():
        rows = []
        for book in Book.objects.all():
            rows.append(book)
        for row in rows:
            row.author
        more = [*rows]
        more.extend(Book.objects.filter(price=1))
        for row in more:
            row.editor
        rows[0].parent
        while rows:
            rows.pop().parent
    """
    assert told(code) == [
        "7 row.author: author of shop.Book, per row | origin 4, loop 6, read 7",
        "11 row.editor: editor of shop.Book, per row | origin 4, loop 10, read 11",
        "14 rows.pop().parent: parent of shop.Book, per row | origin 4, loop 13, read 14",
    ]


def test_dicts_by_key() -> None:
    code = """
    def page():
        by_key = {book.pk: book for book in Book.objects.all()}
        for key, row in by_key.items():
            row.author
        for row in by_key.values():
            row.editor
        for key in by_key:
            by_key[key].parent
        by_key[3].content_type
    """
    assert told(code) == [
        "5 row.author: author of shop.Book, per row | origin 3, loop 4, read 5",
        "7 row.editor: editor of shop.Book, per row | origin 3, loop 6, read 7",
        "9 by_key[key].parent: parent of shop.Book, per row | origin 3, loop 8, read 9",
    ]


def test_groups_of_rows() -> None:
    code = """
    from collections import defaultdict

    def page():
        groups = defaultdict(list)
        for book in Book.objects.all():
            groups[book.price].append(book)
        for price, books in groups.items():
            for book in books:
                book.author
    """
    assert told(code) == [
        "10 book.author: author of shop.Book, per row | origin 6, loop 9, read 10",
    ]


def test_tuples_are_taken_apart() -> None:
    code = """
    def page():
        pairs = [(book, book.title) for book in Book.objects.all()]
        for book, title in pairs:
            book.author
        first, *rest = Book.objects.all()
        first.author
        for row in rest:
            row.editor
        one, two = Book.objects.get(pk=1), Book.objects.select_related("author").get(pk=2)
        for one in [two]:
            one.author
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 4, read 5",
        "9 row.editor: editor of shop.Book, per row | origin 6, loop 8, read 9",
    ]


def test_constant_keys_are_told_apart() -> None:
    code = """
    def context():
        return {"plain": Book.objects.all(), "loaded": Book.objects.select_related("author")}

    def page():
        found = context()
        for book in found["plain"]:
            book.author
        for book in found["loaded"]:
            book.author
        for book in found.get("plain"):
            book.editor
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row | origin 3, loop 7, read 8",
        "12 book.editor: editor of shop.Book, per row | origin 3, loop 11, read 12",
    ]


@pytest.mark.parametrize("put", ["kept.setdefault(book.pk, book)", "kept[book.pk] = book", "rows.append(book)"])
@pytest.mark.parametrize("test", ["not book.editor_id", "book.editor_id is None"])
def test_what_a_test_said_of_rows_is_known_of_those_in_a_container(put: str, test: str) -> None:
    code = f"""
    def page():
        kept, rows = {{}}, []
        for book in Book.objects.all():
            if {test}:
                {put}
        for book in kept.values():
            book.editor or book.author
        for book in rows:
            book.editor or book.author
    """
    assert [text.split(": ")[1].split(",")[0] for text in told(code)] == ["author of shop.Book"]


def test_what_a_test_said_of_some_of_the_rows_in_a_container() -> None:
    code = """
    def page():
        rows = []
        for book in Book.objects.all():
            if not book.editor_id:
                rows.append(book)
            elif book.price:
                rows.append(book)
        for book in rows:
            book.editor
    """
    assert told(code) == ["10 book.editor: editor of shop.Book, per row | origin 4, loop 9, read 10"]


def test_what_stands_under_one_key_does_not_stand_under_another() -> None:
    code = """
    def page(found):
        found = {"rows": Book.objects.all(), **found}
        if found["shelf"] or found.get("shelf") or found.pop("shelf"):
            print([book.author for book in found["rows"]])
    """
    assert told(code) == [
        "5 book.author: author (author__city) of shop.Book, per row | origin 3, loop 5, read 5",
    ]
