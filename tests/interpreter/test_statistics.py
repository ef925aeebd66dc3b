"""What `--statistics` counts of a project whose calls and loops can be counted by hand."""

from __future__ import annotations

from pathlib import Path

from orm_lint.interpreter.hooks import Hooks
from orm_lint.interpreter.run import run_context
from orm_lint.interpreter.statistics import NOT_REACHED, NOT_RUN, SHOWN_CAUSES, Seen, seen_in, statistics
from orm_lint.ir import nodes as ir
from orm_lint.project.project import Project
from tests.interpreter.support import MODELS, SETTINGS, project
from tests.project.support import MANAGE, loaded

CODE = """
CHEAP = Book.objects.filter(price=1)

def known():
    books = Book.objects.filter(price=1).order_by("title")
    for book in books:
        book.tags.filter(name="x").exists()
    return [tag for tag in Tag.objects.all()]

def asked(rows):
    for row in rows.filter(name="x"):
        print(row)
    return Book.objects.all()

def asked_of_a_row(row):
    return row.things.exclude(name="x")

def after_the_end():
    if Book.objects.exists():
        return
    else:
        return
    Book.objects.distinct()

def of_a_dict(mapping):
    Book.objects.get(pk=1)
    for value in mapping.values():
        print(value)

class Shelf:
    class Board:
        def books(self):
            return [book for book in Book.objects.values("title")[:10]]
"""


def seen(found: Project) -> Seen:
    return seen_in(found, [run_context(found, context, Hooks()) for context in found.contexts])


def lines(found: Project, spots: set[tuple[str, int]]) -> list[int]:
    return sorted(found.source(path).span(*ir.unpack(at)).line for path, at in spots if path == "shop/views.py")


def test_calls_are_those_in_functions_and_known_are_those_whose_model_is() -> None:
    read = project(CODE)
    found = seen(read)
    assert lines(read, found.calls.keys()) == [5, 5, 7, 7, 11, 16, 19, 23]
    assert lines(read, found.known_calls) == [5, 5, 7, 7, 19]


def test_each_call_whose_model_is_not_known_has_a_cause() -> None:
    read = project(CODE)
    found = seen(read)
    causes = {lines(read, {spot})[0]: cause for spot, cause in found.causes.items() if spot[0] == "shop/views.py"}
    assert causes == {11: "argument", 16: NOT_RUN, 23: NOT_REACHED}


def test_loops_over_what_is_written_like_a_queryset() -> None:
    read = project(CODE)
    found = seen(read)
    assert lines(read, found.loops.keys()) == [6, 8, 11, 33]
    assert lines(read, found.known_loops) == [6, 8, 33]


def test_files_that_are_not_linted_are_not_counted(tmp_path: Path) -> None:
    call = "from shop.models import Book\ndef f():\n    return Book.objects.filter(price=1)\n"
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}
    places = ("shop/other.py", "shop/tests/test_books.py", "shop/migrations/0001_initial.py")
    read = loaded(tmp_path, files | dict.fromkeys(places, call))
    assert {path for path, _ in seen(read).calls} == {"shop/models.py", "shop/other.py"}


def test_counts_by_phrase(tmp_path: Path) -> None:
    models = "from django.db import models\nclass Book(models.Model):\n    pass\n"
    code = """
        from shop.models import Book
        def f(rows):
            Book.objects.filter(pk=1)
            return rows.filter(a=1).filter(b=2)
    """
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": models}
    assert statistics(loaded(tmp_path, files | {"shop/views.py": code})) == {
        "calls like a queryset's": 3,
        "calls like a queryset's with a known model": 1,
        "loops over what looks like a queryset": 0,
        "loops over what looks like a queryset, with known rows": 0,
        "no known model: argument": 2,
    }


def test_only_the_commonest_causes_are_shown() -> None:
    packages = range(SHOWN_CAUSES + 5)
    imports = "".join(f"from package_{number} import rows_{number}\n" for number in packages)
    calls = "".join(f"    rows_{number}().filter(a=1)\n" for number in packages)
    found = project(f"{imports}def f():\n    Book.objects.all()\n{calls}")
    assert len(set(seen(found).causes.values())) > SHOWN_CAUSES
    assert sum(phrase.startswith("no known model: ") for phrase in statistics(found)) == SHOWN_CAUSES


def test_what_was_cut_is_counted() -> None:
    chain = "".join(f"def f{number}(book):\n    return f{number + 1}(book)\n" for number in range(12))
    code = f"{chain}def f12(book):\n    return book.author\ndef page():\n    f0(Book.objects.get(pk=1))\n"
    counts = statistics(project(code))
    assert [phrase for phrase in counts if phrase.startswith("cut: ")] == ["cut: calls deeper than 8"]
    assert counts["cut: calls deeper than 8"] > 0
