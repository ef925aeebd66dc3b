"""What the interpreter hands over with a call: the arguments, as far as it could evaluate them."""

from __future__ import annotations

import enum
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from orm_lint.orm.plans import Plan


class Unknown(enum.Enum):
    """The type of UNKNOWN, an enum so that type checkers tell it from all values."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
"""A value that could not be evaluated."""


class PrefetchArgument(Struct, frozen=True):
    """A `Prefetch(lookup, queryset=…, to_attr=…)`, or a GenericPrefetch; `plan` is None without a queryset.

    `lookup` is None if it could not be evaluated; `is_open` says the same of the queryset.
    """

    lookup: str | None
    plan: Plan | None = None
    to_attr: str | None = None
    is_open: bool = False


Argument: TypeAlias = (
    "str | int | float | bool | tuple[Argument, ...] | PrefetchArgument | Literal[Unknown.UNKNOWN] | None"
)


class Arguments(Struct, frozen=True):
    """The arguments of one call. `is_complete` is false if `*args` or `**kwargs` could not be evaluated."""

    args: tuple[Argument, ...] = ()
    keywords: tuple[tuple[str, Argument], ...] = ()
    is_complete: bool = True

    def keyword(self, name: str) -> Argument:
        """The value of a keyword argument; UNKNOWN if it was not given or could not be evaluated."""
        for given, value in self.keywords:
            if given == name:
                return value
        return UNKNOWN

    @property
    def names(self) -> frozenset[str]:
        """The names of the keyword arguments."""
        return frozenset(name for name, _ in self.keywords)

    @property
    def is_empty(self) -> bool:
        """True if the call certainly has no argument."""
        return self.is_complete and not self.args and not self.keywords
