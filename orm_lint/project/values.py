"""Values that the static evaluator computes. None of them can grow without bound."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module

MAX_ITEMS = 4000
MAX_ALTERNATIVES = 4
MAX_SIZE = 20_000
MAX_HEIGHT = 20

Kind: TypeAlias = Literal["list", "tuple", "set"]


class Unknown(enum.Enum):
    """The type of UNKNOWN: a value that cannot be known without running the code."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN


class PathValue(Struct, frozen=True):
    """A path below the project root, posix and relative to it; `..` parts lead above it."""

    path: str


class Made(Struct, frozen=True, eq=False):
    """The result of a call that was not computed: `Index(fields=["name"])`. Who knows the callee reads `call`.

    `function` is the callee's dotted name where it resolves.
    """

    module: Module
    call: ir.Call
    function: str | None

    def __repr__(self) -> str:
        return f"Made({self.function!r})"


class Items(Struct, frozen=True, eq=False):
    """A list, tuple or set. `is_partial` says that items may be missing or are UNKNOWN.

    `size` counts what it holds, however deep, and `height` how deep that is; `make_items` keeps both within bounds.
    """

    kind: Kind
    items: tuple[Value, ...]
    is_partial: bool = False
    size: int = 1
    height: int = 1

    def __iter__(self) -> Iterator[Value]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        same_kind = isinstance(other, Items) and self.kind == other.kind and self.is_partial == other.is_partial
        return same_kind and isinstance(other, Items) and self.items == other.items

    def __hash__(self) -> int:
        return hash((self.kind, self.items))

    @property
    def texts(self) -> tuple[str, ...]:
        """The items that are strings."""
        return tuple(item for item in self.items if isinstance(item, str))


class Table(Struct, frozen=True, eq=False):
    """A dict in the order of its keys. `is_partial` says that keys may be missing; see Items for the rest."""

    pairs: tuple[tuple[Value, Value], ...]
    is_partial: bool = False
    size: int = 1
    height: int = 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self.pairs == other.pairs and self.is_partial == other.is_partial

    def __hash__(self) -> int:
        return hash(self.pairs)

    def get(self, key: Value) -> Value | None:
        """The value of a key; None if the dict is not known to hold it."""
        return next((value for known, value in self.pairs if same(known, key)), None)


class Alternatives(Struct, frozen=True):
    """One of several values, depending on something that is not known; never nested, at most four."""

    values: tuple[Value, ...]


Value: TypeAlias = str | int | float | bool | PathValue | Made | Items | Table | Alternatives | Unknown | None


def same(left: Value, right: Value) -> bool:
    """Equal and of one type: in Python `1 == True`, which would merge alternatives that differ."""
    return type(left) is type(right) and left == right


def either(*found: Value) -> Value:
    """One of these values; UNKNOWN if they are too many."""
    distinct: list[Value] = []
    for value in found:
        for one in value.values if isinstance(value, Alternatives) else (value,):
            if not any(same(one, known) for known in distinct):
                distinct.append(one)
    if len(distinct) == 1:
        return distinct[0]
    return Alternatives(tuple(distinct)) if 1 < len(distinct) <= MAX_ALTERNATIVES else UNKNOWN


def union(left: Items, right: Items) -> Items:
    """The items of both, in order, each once."""
    distinct = {(type(item), item): item for item in (*left.items, *right.items)}
    return make_items(left.kind, distinct.values(), is_partial=left.is_partial or right.is_partial)


def make_items(kind: Kind, items: Iterable[Value], *, is_partial: bool = False) -> Items:
    """Items within bounds; partial if one of them is UNKNOWN."""
    kept = tuple(items)
    is_partial = is_partial or len(kept) > MAX_ITEMS
    kept, size, height = _bounded(kept[:MAX_ITEMS])
    return Items(kind, kept, is_partial or UNKNOWN in kept, size, height)


def make_table(pairs: Iterable[tuple[Value, Value]], *, is_partial: bool = False) -> Table:
    """A dict within bounds; a later pair replaces an earlier one of the same key, an unknown key is only counted."""
    distinct: dict[tuple[type, Value], tuple[Value, Value]] = {}
    for key, value in pairs:
        if isinstance(key, Unknown) or len(distinct) >= MAX_ITEMS:
            is_partial = True
        else:
            distinct[type(key), key] = (key, value)
    keys, values = [key for key, _ in distinct.values()], [value for _, value in distinct.values()]
    bounded, size, height = _bounded((*keys, *values))
    return Table(tuple(zip(keys, bounded[len(keys) :], strict=True)), is_partial, size, height)


def _bounded(values: tuple[Value, ...]) -> tuple[tuple[Value, ...], int, int]:
    """The values with their size and height; what is nested in them is given up where it is too much."""
    nested = [value for value in values if isinstance(value, Items | Table | Alternatives)]
    size = len(values) + sum(map(_size, nested))
    height = 1 + max(map(_height, nested), default=0)
    if size <= MAX_SIZE and height <= MAX_HEIGHT:
        return values, size, height
    flat = tuple(UNKNOWN if isinstance(value, Items | Table | Alternatives) else value for value in values)
    return flat, len(flat), 1


def _size(value: Value) -> int:
    return sum(map(_size, value.values)) if isinstance(value, Alternatives) else getattr(value, "size", 1)


def _height(value: Value) -> int:
    return max(map(_height, value.values)) if isinstance(value, Alternatives) else getattr(value, "height", 0)


def alternatives_of(value: Value) -> tuple[Value, ...]:
    """The values that this one may be; one value for most."""
    return value.values if isinstance(value, Alternatives) else (value,)


def mapped(operation: Callable[[Value], Value], value: Value) -> Value:
    """An operation on every alternative of a value."""
    return either(*map(operation, value.values)) if isinstance(value, Alternatives) else operation(value)


def truth(value: Value) -> bool | None:
    """Whether a value counts as true; None if that is not known."""
    match value:
        case Items(items=items, is_partial=is_partial):
            return True if items else None if is_partial else False
        case Table(pairs=pairs, is_partial=is_partial):
            return True if pairs else None if is_partial else False
        case Alternatives(values=values):
            found = {truth(one) for one in values}
            return found.pop() if len(found) == 1 else None
        case Unknown() | Made():
            return None
        case PathValue():
            return True
    return bool(value)
