"""Attributes of `self`, set in one method and read in another."""

from __future__ import annotations

from tests.interpreter.support import told


def test_what_init_and_other_methods_set() -> None:
    code = """
    class View:
        def __init__(self):
            self.books = Book.objects.all()

        def load(self):
            self.rows = Book.objects.select_related("author")

        def get(self):
            for book in self.books:
                print(book.author.name)
            for row in self.rows:
                print(row.author.name, row.editor.name)

    def page():
        view = View()
        for book in view.books:
            print(book.parent)
    """
    assert told(code) == [
        "11 book.author: author of shop.Book, per row | origin 4, loop 10, read 11",
        "13 row.editor: editor of shop.Book, per row | origin 7, loop 12, read 13",
        "18 book.parent: parent of shop.Book, per row | origin 4, loop 17, read 18",
    ]


def test_an_attribute_that_methods_set_differently_is_loaded_if_each_loads_it() -> None:
    code = """
    class View:
        def one(self):
            self.books = Book.objects.select_related("author", "editor")

        def two(self):
            self.books = Book.objects.select_related("author")

        def get(self):
            for book in self.books:
                print(book.author.name)
    """
    assert told(code) == []


def test_attributes_of_the_class_and_of_its_ancestors() -> None:
    code = """
    class Base:
        books = Book.objects.filter(sold=True)

        def setup(self):
            self.extra = Book.objects.all()

    class View(Base):
        def get(self):
            for book in self.books:
                print(book.author.name)
            for book in self.extra:
                print(book.editor.name)
    """
    assert told(code) == [
        "11 book.author: author of shop.Book, per row | origin 3, loop 10, read 11",
        "13 book.editor: editor of shop.Book, per row | origin 6, loop 12, read 13",
    ]


def test_super_goes_along_the_method_resolution_order() -> None:
    code = """
    class Base:
        def rows(self):
            return Book.objects.all()

    class Loads:
        def rows(self):
            return super().rows().select_related("author")

    class View(Loads, Base):
        def get(self):
            for book in self.rows():
                print(book.author.name, book.editor.name)

    class Other(Base):
        def get(self):
            for book in self.rows():
                print(book.author.name)
    """
    assert told(code) == [
        "13 book.editor: editor of shop.Book, per row | origin 8, loop 12, read 13",
        "18 book.author: author of shop.Book, per row | origin 4, loop 17, read 18",
    ]


def test_what_a_method_does_after_it_has_set_attributes_is_seen_where_the_method_runs() -> None:
    code = """
    class Page:
        def __init__(self):
            self.books = Book.objects.all()
            for book in Book.objects.all():
                print(book.author.name)

        def show(self):
            return [book.editor for book in self.books]
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 5, loop 5, read 6",
        "9 book.editor: editor of shop.Book, per row | origin 4, loop 9, read 9",
    ]
