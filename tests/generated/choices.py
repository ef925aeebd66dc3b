"""What the parts of the generator share: drawing, and remembering what was reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import indent
from typing import TypeVar

T = TypeVar("T")
Lines = list[str]


class Choices:
    """Decisions for one program, two bytes each; when the bytes are used up, always the first option.

    `reached` says what the program holds, `coins` how many unknown conditions.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self.reached: set[str] = set()
        self.coins = 0
        self.names = 0

    def below(self, size: int) -> int:
        found = self._data[self._at : self._at + 2]
        self._at += 2
        return int.from_bytes(found, "big") % size

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def chance(self, percent: int) -> bool:
        return self.below(100) >= 100 - percent

    def weighted(self, options: dict[T, int]) -> T:
        rest = self.below(sum(options.values()))
        for option, weight in options.items():
            rest -= weight
            if rest < 0:
                return option
        raise AssertionError

    def some(self, options: Sequence[T], most: int) -> list[T]:
        return [self.pick(options) for _ in range(self.below(most + 1))]

    def coin(self) -> str:
        """A condition that nobody knows; at most two in a program."""
        self.coins = min(self.coins + 1, 2)
        return f"coin({self.coins - 1})"

    def name(self, stem: str) -> str:
        self.names += 1
        return f"{stem}{self.names}"

    def mark(self, *what: str) -> None:
        self.reached.update(what)


def block(head: str, body: Iterable[str]) -> Lines:
    return [head, *(indent(line, "    ") for line in (list(body) or ["pass"]))]
