"""A disagreement is made small without changing what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generated.compare import Judged
from tests.generated.programs import Program
from tests.generated.shrink import coins, shrunk, smaller

SOURCE = """\
from app.models import Book
from harness import coin

def main():
    out = []
    if coin(0):
        out.append(1)
    for book in list(Book.objects.all()):
        with open(book) as handle:
            out.append(book.author.name)
    return out
"""


def judge(programs: Sequence[Program]) -> list[Judged]:
    """What reads `book.author` in a loop is wrong."""
    return [
        Judged(one, "grows" if "for book" in one.source and "book.author" in one.source else "silent", ())
        for one in programs
    ]


def test_what_the_disagreement_does_not_need_is_left_out() -> None:
    found = shrunk(Judged(Program(SOURCE, 1, frozenset()), "grows", ()), judge)
    assert found.program.source == "def main():\n    for book in list():\n        book.author.name\n"
    assert (found.program.coins, found.measured) == (0, "grows")


def test_every_smaller_program_is_python_and_shorter() -> None:
    texts = smaller(SOURCE)
    assert len(texts) > 20
    assert all(len(text) < len(SOURCE) for text in texts)
    for text in texts:
        compile(text, "smaller", "exec")


def test_coins_are_counted_by_their_highest_number() -> None:
    assert [coins(text) for text in ("", "coin(0)", "coin(0) or coin(1)")] == [0, 1, 2]
