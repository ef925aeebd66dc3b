"""What is used of a related row: its key alone, or more, also in a function that is handed the row it hangs on."""

from __future__ import annotations

from tests.interpreter.support import told

HELPERS = """
def name_of(book):
    return book.author.name

def key_of(book):
    return book.author.pk
"""


def heads(code: str) -> list[str]:
    return [one.partition(" | ")[0] for one in told(HELPERS + code)]


def test_a_callee_uses_more_than_the_key() -> None:
    code = """
def page():
    for book in Book.objects.filter(price=1):
        print(book.author.pk)
        print(name_of(book))
    for book in Book.objects.filter(price=1):
        print(book.author.pk)
        print(key_of(book))
"""
    assert heads(code) == [
        "10 book.author: author of shop.Book, per row",
        "13 book.author: author of shop.Book, per row, key author_id",
    ]


def test_the_row_at_an_index_is_the_same_row_again() -> None:
    code = """
def page():
    books = Book.objects.filter(price=1)
    for i in range(len(books)):
        print(name_of(books[i]))
        print(books[i].author.pk)
    for i in range(len(books)):
        print(books[i].editor.pk)
        i += 1
        print(books[i].editor)
    for parent in Book.objects.filter(price=2):
        children = list(parent.children.all())
        print(children[0].author)
"""
    assert [one for one in heads(code) if "children:" not in one and "iterate" not in one] == [
        "11 book.author: author of shop.Book, per row",
        "14 books[i].editor: editor of shop.Book, per row, key editor_id",
        "16 books[i].editor: editor (editor__city) of shop.Book, per row",
        "19 children[0].author: author (author__city) of shop.Book, per row",
    ]
