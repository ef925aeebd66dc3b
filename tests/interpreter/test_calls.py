"""Calls of functions: arguments, the memo, recursion, closures, bounds."""

from __future__ import annotations

from tests.interpreter.support import told


def test_a_helper_is_judged_by_what_each_caller_hands_over() -> None:
    code = """
    def names(books):
        return [book.author.name for book in books]

    def bad():
        return names(Book.objects.filter(price=1))

    def good():
        return names(Book.objects.select_related("author"))
    """
    assert told(code) == [
        "3 book.author: author of shop.Book, per row | origin 6, handover 6 names(…), loop 3, read 3",
    ]


def test_a_finding_stands_at_the_call_in_the_loop() -> None:
    code = """
    def name(book):
        return book.author.name

    def bad():
        for book in Book.objects.all():
            print(name(book))

    def good():
        for book in Book.objects.select_related("author"):
            print(name(book))
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, call 7 name(…), read 3",
    ]


def test_what_a_callee_leaves_on_a_row_is_seen_by_its_caller() -> None:
    code = """
    def fill(book, author):
        book.author = author

    def warm(book):
        return book.editor

    def page():
        for book in Book.objects.all():
            fill(book, None)
            warm(book)
            print(book.author.name, book.editor.name)
    """
    assert told(code) == [
        "11 book.editor: editor of shop.Book, per row | origin 9, loop 9, call 11 warm(…), read 6",
    ]


def test_one_row_may_come_in_twice() -> None:
    code = """
    def both(left, right):
        print(left.author.name, right.author.name)

    def page():
        for book in Book.objects.all():
            both(book, book)
        for book in Book.objects.select_related("author"):
            both(book, book.parent)
    """
    assert told(code) == [
        "7 left.author: author of shop.Book, per row | origin 6, loop 6, call 7 both(…), read 3",
        "9 book.parent: parent (parent__author) of shop.Book, per row | origin 8, loop 8, read 9",
    ]


def test_arguments_by_name_by_star_and_by_default() -> None:
    code = """
    def named(*, book, flag=False, **rest):
        return book.author

    def each(*books):
        for book in books:
            print(book.editor.name)

    def kept(rest, **named):
        return named["book"].parent

    def page():
        for book in Book.objects.all():
            named(book=book, other=1)
            kept(1, book=book)
        each(*Book.objects.all())
        each(Book.objects.get(pk=1), Book.objects.get(pk=2))
    """
    assert told(code) == [
        "7 book.editor: editor of shop.Book, per row | origin 16, handover 16 each(…), loop 6, read 7",
        "14 book.author: author of shop.Book, per row | origin 13, loop 13, call 14 named(…), read 3",
        '15 named["book"].parent: parent of shop.Book, per row | origin 13, loop 13, call 15 kept(…), read 10',
    ]


def test_recursion_over_a_tree_of_rows() -> None:
    code = """
    def tree(book, depth=0):
        print(book.title)
        for child in book.children.all():
            tree(child, depth + 1)

    def page():
        for book in Book.objects.filter(parent=None):
            tree(book)
    """
    asked = "book.children.all(): iterate of shop.Book by children, per row"
    assert told(code) == [
        f"5 {asked}, name? | origin 4, loop 4, call 5 tree(…), read 4",
        f"5 {asked} | origin 4, loop 4, call 5 tree(…), read 4",
        f"9 {asked} | origin 8, loop 8, call 9 tree(…), read 4",
    ]


def test_a_function_that_hands_its_rows_to_itself() -> None:
    code = """
    def again(number, books):
        if number:
            return again(number - 1, books)
        return books

    def page(number):
        for book in again(number, Book.objects.all()):
            print(book.editor.name)
        for book in again(number, Book.objects.select_related("editor")):
            print(book.editor.name)
    """
    assert told(code) == [
        "9 book.editor: editor of shop.Book, per row | origin 8, loop 8, read 9",
    ]


def test_closures_see_the_variables_around_them() -> None:
    code = """
    def page():
        books = Book.objects.all()

        def name(book):
            return book.author.name

        def all_names():
            return [book.editor for book in books]

        all_names()
        return [name(book) for book in books]

    def late():
        for book in Book.objects.all():
            def name():
                return book.author.name
            name()
        found = lambda row: row.editor
        return list(map(found, Book.objects.all()))
    """
    assert told(code) == [
        "9 book.editor: editor of shop.Book, per row | origin 3, handover 11 all_names(), loop 9, read 9",
        "12 book.author: author of shop.Book, per row | origin 3, loop 12, call 12 name(…), read 6",
        "18 book.author: author of shop.Book, per row | origin 15, loop 15, call 18 name(), read 17",
        "19 row.editor: editor of shop.Book, per row | origin 20, loop 20, read 19",
    ]


def test_generators_run_where_they_are_iterated() -> None:
    code = """
    def each():
        for book in Book.objects.all():
            yield book

    def pairs():
        for book in Book.objects.all():
            yield book.author, book

    def delegated():
        yield from each()

    def page():
        for book in each():
            print(book.author.name)
        for author, book in pairs():
            print(book.editor.name)
        for book in delegated():
            print(book.parent)
        rows = (book.author for book in Book.objects.all())
        list(rows)
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row | origin 7, loop 7, read 8",
        "15 book.author: author of shop.Book, per row | origin 3, loop 14, read 15",
        "17 book.editor: editor of shop.Book, per row | origin 7, loop 16, read 17",
        "19 book.parent: parent of shop.Book, per row | origin 3, loop 18, read 19",
        "20 book.author: author of shop.Book, per row | origin 20, loop 20, read 20",
    ]


def test_a_chain_of_calls_is_followed_to_eight() -> None:
    code = """
    def a(book): return b(book)
    def b(book): return c(book)
    def c(book): return d(book)
    def d(book): return e(book)
    def e(book): return f(book)
    def f(book): return g(book)
    def g(book): return h(book)
    def h(book): return i(book)
    def i(book): return book.author

    def page():
        for book in Book.objects.all():
            a(book)
        for book in Book.objects.all():
            c(book)
    """
    assert told(code) == [
        "16 book.author: author of shop.Book, per row | origin 15, loop 15, call 16 c(…), call 4 d(…), call 5 e(…), call 6 f(…), call 7 g(…), call 8 h(…), call 9 i(…), read 10",
    ]


def test_functions_of_other_modules() -> None:
    code = """
    from shop.helpers import name, start

    def page():
        for book in start():
            print(name(book))
    """
    helpers = """
    from shop.models import Book

    def start():
        return Book.objects.filter(sold=True)

    def name(book):
        return book.author.name
    """
    assert told(code, shop__helpers=helpers) == [
        "6 book.author: author of shop.Book, per row | origin helpers:4, loop 5, call 6 name(…), read helpers:7",
    ]


def test_one_arm_may_not_come_back() -> None:
    code = """
    def fail():
        raise ValueError

    def conditional(flag):
        kept = 1 if flag else fail()
        for book in Book.objects.all():
            book.author

    def logical(flag):
        flag or fail()
        for book in Book.objects.all():
            book.author

    def always():
        fail()
        for book in Book.objects.all():
            book.author
    """
    assert told(code) == [
        "8 book.author: author of shop.Book, per row | origin 7, loop 7, read 8",
        "13 book.author: author of shop.Book, per row | origin 12, loop 12, read 13",
    ]


def test_functions_that_call_each_other_and_give_rows() -> None:
    code = """
    def even(number, books):
        return odd(number - 1, books) if number else books

    def odd(number, books):
        return even(number - 1, books) if number else books.select_related("author")

    def page():
        for book in even(4, Book.objects.all()):
            print(book.author.name, book.editor.name)
    """
    assert told(code) == [
        "10 book.editor: editor of shop.Book, per row | origin 9, loop 9, read 10",
    ]


def test_a_call_without_a_required_argument_raises() -> None:
    code = """
    class Sender:
        def send(self, book, to):
            return book.author

        def send_all(self):
            for book in Book.objects.filter(price=1):
                self.send(book)
            for book in Book.objects.filter(price=2):
                self.send(book, *self.names)

    def page():
        Sender().send_all()
    """
    unclear = "10 book.author: author of shop.Book, per row | origin 9, loop 9, call 10 self.send(…), read 4"
    assert told(code) == [unclear]
    assert told(code.replace("to):", "to=None):")) == [
        "8 book.author: author of shop.Book, per row | origin 7, loop 7, call 8 self.send(…), read 4",
        unclear,
    ]


def test_an_item_of_an_object_is_asked_for_by_its_key() -> None:
    code = """
    class Shelf:
        def __getitem__(self, key):
            return Book.objects.filter(title=key)

        def rows(self):
            return [book.author for book in self["x"]]
    """
    assert told(code) == []
