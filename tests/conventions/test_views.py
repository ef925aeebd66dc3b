"""Django's class-based views, whose own code is run."""

from __future__ import annotations

from orm_lint.conventions import HOOKS
from tests.interpreter.support import facts, query, read

HEADER = "from django.views.generic import DetailView, ListView\n"


def told(code: str, **more: str) -> list[str]:
    """The reads and queries for each row, one line each; the first line of the code is line 3."""
    found = facts(HEADER + code.lstrip("\n"), HOOKS, **more)
    return [read(one) for one in found.reads if one.per_row] + [query(one) for one in found.queries if one.per_row]


def test_a_loop_in_a_method_that_django_calls_stands_where_it_is_written() -> None:
    code = """
class Books(ListView):
    model = Book

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"names": [book.author.name for book in context["object_list"]]}
"""
    assert told(code) == ["8 book.author: author of shop.Book, per row | origin 4, loop 8, read 8"]
