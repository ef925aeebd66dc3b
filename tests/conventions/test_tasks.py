"""Celery tasks and management commands: what is run, and what is said of the size of tables."""

from __future__ import annotations

import pytest

from tests.conventions.support import found_in, told

WORKER = "from celery import Celery\n\napp = Celery('shop')\n"
CELERY = "from celery import shared_task\nfrom shop.worker import app\n"


def test_a_task_that_is_bound_gets_itself_first() -> None:
    code = "@shared_task(bind=True)\ndef names(self, books):\n    return [book.author.name for book in books]\n"
    called = "\ndef run():\n    return names(Book.objects.all())\n"
    assert told(CELERY + code + called, shop__worker=WORKER) == [
        "6 book.author: author of shop.Book, per row | origin 9, handover 9 names(…), loop 6, read 6",
    ]


@pytest.mark.parametrize("call", ["names.delay(books)", "names.apply_async((books,))", "names.s(books)"])
def test_what_is_sent_to_a_task_is_not_looped_by_it(call: str) -> None:
    code = "@shared_task\ndef names(books):\n    return [book.author.name for book in books]\n"
    assert told(f"{CELERY}{code}\ndef run():\n    books = Book.objects.all()\n    {call}\n", shop__worker=WORKER) == []


@pytest.mark.parametrize(
    "decorator", ["@shared_task", "@shared_task(name='a')", "@app.task", "@app.task(bind=True)", "@worker.app.task"]
)
def test_a_task_runs_aside(decorator: str) -> None:
    code = f"{CELERY}from shop import worker\n{decorator}\ndef names(*args):\n    return list(Book.objects.all())\n"
    found = found_in(code, shop__worker=WORKER)
    assert [place.line for place in found.aside] == [5]


@pytest.mark.parametrize("decorator", ["@task", "@other.task", "@app.route('/')", "@property"])
def test_what_only_looks_like_a_task_does_not(decorator: str) -> None:
    code = f"{CELERY}from somewhere import other\n{decorator}\ndef names():\n    return list(Book.objects.all())\n"
    assert found_in(code, shop__worker=WORKER).aside == frozenset()


COMMANDS = """
    from django.core.management.base import BaseCommand

    class Base(BaseCommand):
        def handle(self, *args, **options):
            return [self.line(book) for book in self.rows()]

        def rows(self):
            return Book.objects.all()

        def line(self, book):
            return book.title
"""


def test_a_command_that_inherits_its_body_runs_it_with_its_own_members() -> None:
    more = """
    class Command(Base):
        def line(self, book):
            return book.author.name
    """
    assert told(COMMANDS + more) == [
        "6 book.author: author of shop.Book, per row | origin 9, loop 6, call 6 self.line(…), read 16",
    ]


def test_a_command_that_loads_what_it_reads_is_fine() -> None:
    more = """
    class Command(Base):
        def rows(self):
            return super().rows().select_related("author")

        def line(self, book):
            return book.author.name
    """
    assert told(COMMANDS + more) == []


def test_the_methods_of_a_command_run_aside() -> None:
    assert sorted(place.line for place in found_in(COMMANDS).aside) == [5, 8, 11]
