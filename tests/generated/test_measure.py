"""What is measured of a program: growth with the rows, for each outcome of what nobody knows."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.generated.compare import measure
from tests.generated.measure import verdict_of
from tests.generated.programs import Program

PER_ROW = """
    from app.models import Book

    def main():
        for book in Book.objects.all():
            book.author.name
"""
LOADED = PER_ROW.replace("Book.objects.all()", 'Book.objects.select_related("author")')
COIN = """
    from app.models import Book
    from harness import coin

    def main():
        for book in Book.objects.all():
            if coin(0):
                book.author.name
"""
METHOD = """
    from app.models import Book

    class View:
        @property
        def names(self):
            return [book.author.name for book in Book.objects.all()]
"""
GENERATOR = """
    from app.models import Book

    def names(books):
        for book in books:
            yield book.author.name

    def main():
        names(Book.objects.all())
"""
COROUTINE = """
    from app.models import Book

    async def main():
        return [await book.tags.acount() async for book in Book.objects.all()]
"""
CHANGED = """
    from app.models import Mark

    def main():
        Mark.objects.all().delete()

    def next_one():
        return [mark.page.name for mark in Mark.objects.all()]
"""
WRONG = "def main():\n    return 1 / 0\n"
CASES = {
    "per row": (PER_ROW, 0, "grows", [[[4, 13]]]),
    "loaded": (LOADED, 0, "silent", [[[1, 1]]]),
    "coin": (COIN, 1, "mixed", [[[1, 1]], [[4, 13]]]),
    "method": (METHOD, 0, "grows", [[[4, 13]]]),
    "generator that nobody consumes": (GENERATOR, 0, "silent", [[[0, 0]]]),
    "coroutine": (COROUTINE, 0, "grows", [[[4, 13]]]),
    "each entry point starts from the same rows": (CHANGED, 0, "grows", [[[1, 1], [4, 13]]]),
}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict]:
    programs = [Program(dedent(source), coins, frozenset()) for source, coins, _, _ in CASES.values()]
    return dict(zip(CASES, measure(programs, by_line=True), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_the_queries_of_each_outcome_are_counted(measured: dict, name: str) -> None:
    _, _, verdict, counts = CASES[name]
    assert (measured[name]["verdict"], measured[name]["counts"]) == (verdict, counts)


def test_growth_is_attributed_to_its_line(measured: dict) -> None:
    assert measured["per row"]["lines"] == [[6, [3, 12]]]


def test_a_program_that_raises_is_no_evidence() -> None:
    [seen] = measure([Program(WRONG, 0, frozenset())])
    assert seen == {"verdict": "raises", "error": "ZeroDivisionError: division by zero"}


@pytest.mark.parametrize(
    ("growth", "verdict"),
    [
        ([9, 2], "grows"),
        ([0, 0], "silent"),
        ([9, 0], "mixed"),
        ([1], "unclear"),
        ([9, 1], "unclear"),
        ([0, -1], "silent"),
    ],
)
def test_the_outcomes_of_a_program_give_one_verdict(growth: list[int], verdict: str) -> None:
    assert verdict_of(growth) == verdict
