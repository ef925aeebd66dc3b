"""Which relations the project prefetches anywhere: those may be there on a row that nobody is seen to hand over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orm_lint.interpreter.objects import Row
from orm_lint.interpreter.world import World

CALLED = re.compile(rb"\b(a?prefetch_related(?:_objects)?|Prefetch)\(")
LITERAL = re.compile(rb"""["'](\w+)["']""")
LONGEST = 2_000
KEY = "prefetched"


def note_prefetched(world: World, texts: Iterable[bytes]) -> None:
    """Remembers the names in all calls that prefetch, each with whether more may be loaded on those rows."""
    found: dict[str, bool] = {}
    for text in texts:
        for call in CALLED.finditer(text):
            arguments = _arguments(text, call.end())
            is_own = call[1] == b"Prefetch" or b"Prefetch(" in arguments
            for literal in LITERAL.finditer(arguments):
                path = literal[1].decode().split("__")
                for number, name in enumerate(path):
                    found[name] = found.get(name, False) or is_own or number + 1 < len(path)
    world.class_values[KEY] = found


def _arguments(data: bytes, start: int) -> bytes:
    """The text up to the parenthesis that closes the one before `start`."""
    depth = 1
    for at in range(start, min(start + LONGEST, len(data))):
        depth += {ord("("): 1, ord(")"): -1}.get(data[at], 0)
        if depth == 0:
            return data[start:at]
    return data[start : start + LONGEST]


def may_be_prefetched(world: World, row: Row, name: str) -> bool | None:
    """Whether more may be loaded on the rows of a set that may be there already, on a row that only a name tells of.

    None if nobody prefetches a set of this name.
    """
    known = world.class_values.get(KEY)
    return known.get(name) if "name" in row.doubts and isinstance(known, dict) else None
