"""What hangs on a request: its user, and what the project's own functions assign."""

from __future__ import annotations

from tests.interpreter.support import told


def test_what_middleware_assigns_is_there_in_each_view() -> None:
    code = """
    def middleware(get_response):
        def inner(request):
            request.shelf = Author.objects.get(pk=1)
            return get_response(request)
        return inner

    class View:
        def get(self):
            for book in self.request.shelf.books.filter(price=1):
                book.editor

    def page(request):
        for book in request.shelf.books.filter(price=1):
            book.editor
        for tag in Tag.objects.filter(name="x"):
            request.shelf.city
    """
    assert told(code) == [
        "11 book.editor: editor of shop.Book, per row, escaped? | origin 10, loop 10, read 11",
        "15 book.editor: editor of shop.Book, per row, escaped? | origin 14, loop 14, read 15",
    ]


def test_an_attribute_that_nobody_assigns_is_not_known() -> None:
    code = """
    def page(request):
        for book in request.shelf.books.filter(price=1):
            book.editor
    """
    assert told(code) == []
