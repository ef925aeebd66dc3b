"""What is known of one framework, and how that becomes what the interpreter is told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from orm_lint.interpreter.hooks import Hooks


class Part(Struct, frozen=True):
    """One framework: the name that its users know, what it repeats in one sentence, what of it is recognised.

    These are for docs/frameworks.md; `hooks` is what the interpreter is told.
    """

    name: str
    summary: str
    recognised: tuple[str, ...]
    hooks: Hooks


def joined(parts: Iterable[Part]) -> Hooks:
    """What all frameworks do."""
    told = [part.hooks for part in parts]
    return Hooks(*(tuple(chain.from_iterable(getattr(one, kind) for one in told)) for kind in Hooks.__struct_fields__))
