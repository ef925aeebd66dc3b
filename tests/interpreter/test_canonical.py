"""Calls in the terms of the callee: the same summary for the same kind of arguments."""

from __future__ import annotations

from tests.interpreter.support import told


def test_origins_are_those_of_the_caller() -> None:
    code = """
    def names(books):
        return [book.author.name for book in books]

    def one():
        return names(Book.objects.filter(price=1))

    def two():
        return names(Book.objects.filter(price=2))
    """
    assert told(code) == [
        "3 book.author: author of shop.Book, per row | origin 6, handover 6 names(…), loop 3, read 3",
        "3 book.author: author of shop.Book, per row | origin 9, handover 9 names(…), loop 3, read 3",
    ]


def test_containers_instances_and_closures_go_through() -> None:
    code = """
    class Shelf:
        def __init__(self, books):
            self.books = books

    def of_list(groups):
        for books in groups:
            for book in books:
                book.author

    def of_shelf(shelf):
        for book in shelf.books:
            book.editor

    def of_function(get, books):
        for book in books:
            get(book)

    def page():
        of_list([Book.objects.all()])
        of_shelf(Shelf(Book.objects.all()))
        of_shelf(Shelf(Book.objects.select_related("editor")))
        of_function(lambda row: row.parent, Book.objects.all())
    """
    assert told(code) == [
        "9 book.author: author of shop.Book, per row | origin 20, handover 20 of_list(…), loop 8, read 9",
        "13 book.editor: editor of shop.Book, per row | origin 21, handover 21 of_shelf(…), loop 12, read 13",
        "23 row.parent: parent of shop.Book, per row | origin 23, handover 23 of_function(…), loop 16, read 23",
    ]


def test_what_a_callee_made_is_new_in_each_round() -> None:
    code = """
    def books_of(author):
        return Book.objects.filter(author=author)

    def page():
        for author in Author.objects.all():
            for book in books_of(author):
                book.editor
    """
    assert told(code) == [
        "8 book.editor: editor of shop.Book, per row | origin 3, loop 7, read 8",
        "7 books_of(…): iterate of shop.Book, per row | origin 3, loop 6, read 7",
    ]
