"""Parameters that nobody hands over: a row of the model that the name and all that is read from it agree on."""

from __future__ import annotations

from tests.interpreter.support import told


def test_a_parameter_that_is_named_after_a_model_is_one_of_its_rows() -> None:
    code = """
    def whole(author):
        for book in author.books.filter(price=1):
            book.editor

    def last_word(old_author):
        for book in old_author.books.filter(price=1):
            book.editor

    class Shelf:
        def __init__(self, author):
            self.author = author
            self.name = author.city

        def show(self):
            for book in self.author.books.filter(price=1):
                book.editor
    """
    assert told(code) == [
        "4 book.editor: editor of shop.Book, per row, name? | origin 3, loop 3, read 4",
        "8 book.editor: editor of shop.Book, per row, name? | origin 7, loop 7, read 8",
        "17 book.editor: editor of shop.Book, per row, name? | origin 16, loop 16, read 17",
    ]


def test_what_no_row_of_the_model_has_speaks_against_it() -> None:
    code = """
    def other(author):
        author.split(",")
        for book in author.books.filter(price=1):
            book.editor

    def rebound(author):
        author = find(author)
        for book in author.books.filter(price=1):
            book.editor

    def many(author):
        for one in author:
            one.name
        for book in author.books.filter(price=1):
            book.editor

    def another_default(author="nobody"):
        for book in author.books.filter(price=1):
            book.editor

    def only_a_key(author):
        return Book.objects.filter(author=author, pk=author.pk)

    def nothing_of_its_own(old_author):
        for book in shelf(old_author.name).books.filter(price=1):
            book.editor
    """
    assert told(code) == []


def test_callers_that_prefetch_are_believed() -> None:
    code = """
    def show(author):
        for book in author.books.all():
            book.editor
        for book in author.edited.all():
            book.author
        for book in author.books.all().order_by("title"):
            book.parent

    def page():
        return Author.objects.prefetch_related("edited")

    def long_page():
        return Author.objects.prefetch_related("books__editor")
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row, name? | origin 5, loop 5, read 6",
        "8 book.parent: parent of shop.Book, per row, name? | origin 7, loop 7, read 8",
    ]


def test_a_set_of_one_row_in_a_loop_over_something_else() -> None:
    code = """
    def counted(author):
        for tag in Tag.objects.filter(name="x"):
            author.books.filter(tags=tag).count()
    """
    assert told(code) == [
        "4 author.books.filter(…).count(): count of shop.Book, per row, name? | loop 3, read 4",
    ]
