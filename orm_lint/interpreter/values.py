"""Abstract values: immutable, hashable, and never more than a few alternatives wide.

What can change (rows, querysets, containers, instances) lives in the heap of a `State`; here it is only a `Ref`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.orm.arguments import PrefetchArgument
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ModuleSymbol

MAX_ALTERNATIVES = 4

Size: TypeAlias = Literal["rows", "bounded", "unknown"]


class Loop(Struct, frozen=True, cache_hash=True):
    """A repetition that values vary with. `size` says what bounds it: rows of a table, a constant, or who knows.

    `key` is where it stands, or `("outer", n)` for a loop of a caller; `("here",)` stands for all loops around the
    running activation, which only its caller knows.
    """

    key: tuple[str | int, ...]
    size: Size

    @property
    def is_outer(self) -> bool:
        """Whether only a caller knows it; `past` is a loop of a caller that had made its rows before the call."""
        return self.key[0] in ("outer", "here", "past")

    @property
    def is_around(self) -> bool:
        """Whether it is a loop of a caller that is still running."""
        return self.key[0] in ("outer", "here")

    def called_from(self, calls: Iterable[int]) -> Loop:
        """The loop as it is told apart from others by the places of the calls around it."""
        if self.is_outer or self.key[0] == "in":
            return self
        return Loop((*self.key[:3], *calls, *self.key[3:]), self.size)


Nest: TypeAlias = tuple[Loop, ...]
HERE = Loop(("here",), "unknown")


class Const(Struct, frozen=True):
    """A constant that is known."""

    value: str | int | float | bool | None

    @property
    def identity(self) -> tuple[str, object]:
        """What tells `1` from `True`."""
        return type(self.value).__name__, self.value


class Plain(Struct, frozen=True):
    """A value that is no row and no queryset: a column, a number, a text. `size` is what a count is a count of,
    or what bounds the parts of a file or of what a browser sends; `is_true` says that it cannot be empty: the key of a
    row that was fetched; `is_fresh` that it is the key of one that was made on the way: nobody could ask for it before;
    `is_given` that it was put on a row for whoever asks whether it is there.
    """

    nest: Nest = ()
    size: Size | None = None
    is_true: bool = False
    is_fresh: bool = False
    is_given: bool = False


class Unknown(Struct, frozen=True):
    """Anything at all; `cause` says why it is not known, `is_some` that it is not None: what filter() returned."""

    cause: str
    nest: Nest = ()
    is_some: bool = False


class Ref(Struct, frozen=True):
    """An object of the heap."""

    id: int


class ClassValue(Struct, frozen=True):
    symbol: ClassSymbol


class FunctionValue(Struct, frozen=True, eq=False):
    """A function; `bound` is what its first parameter gets."""

    symbol: FunctionSymbol
    bound: Value | None = None

    def _identity(self) -> tuple[object, ...]:
        return self.symbol.module.path, self.symbol.node.at, self.bound

    def __eq__(self, other: object) -> bool:
        return type(other) is FunctionValue and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())


class ModuleValue(Struct, frozen=True):
    symbol: ModuleSymbol


class ExternalValue(Struct, frozen=True):
    """Something that is defined where we cannot see."""

    dotted: str


class Closure(Struct, frozen=True, eq=False):
    """A lambda or inner function with the variables that it captured."""

    node: ir.Lambda | ir.Function
    module: Module
    captured: tuple[tuple[str, Value], ...]
    owner: ClassSymbol | None = None

    def _identity(self) -> tuple[object, ...]:
        return self.module.path, self.node.at, self.captured

    def __eq__(self, other: object) -> bool:
        return type(other) is Closure and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())


class ModelManager(Struct, frozen=True):
    """`Model.objects`: the manager of a model, not of a row. `name` is None for `_base_manager`."""

    model: str
    name: str | None


class RelatedManager(Struct, frozen=True):
    """`row.tags`: the manager of a set that hangs on a row."""

    row: int
    accessor: str


class BoundMethod(Struct, frozen=True):
    """A method that we know by name only: of a queryset, a row, a container, a value of the standard library."""

    receiver: Value
    name: str


class Super(Struct, frozen=True):
    """`super()` inside a method that `owner` defines."""

    owner: ClassSymbol
    receiver: Value


class Partial(Struct, frozen=True):
    """`functools.partial(function, …)`."""

    function: Value
    args: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]


class Getter(Struct, frozen=True):
    """`attrgetter(…)` or `itemgetter(…)`, called once per element."""

    paths: tuple[str | int, ...]
    by_item: bool


class Lookup(Struct, frozen=True):
    """A `Prefetch(…)` object."""

    argument: PrefetchArgument


class Descriptor(Struct, frozen=True):
    """`Model.tags`: a many-to-many relation as its class has it; `through` is the label of the joining model."""

    through: str


class Threaded(Struct, frozen=True):
    """`sync_to_async(function)`: whatever it runs may query."""

    function: Value


class Union(Struct, frozen=True):
    """Alternatives that could not be merged into one value."""

    options: tuple[Value, ...]


# fmt: off
Value: TypeAlias = (
    Const | Plain | Unknown | Ref | ClassValue | FunctionValue | ModuleValue | ExternalValue | Closure | ModelManager
    | RelatedManager | BoundMethod | Super | Partial | Getter | Lookup | Descriptor | Threaded | Union
)
# fmt: on

CACHED = "value of a cache"
OVERFLOW = "more than four alternatives"
NONE = Const(None)
TRUE = Const(True)
FALSE = Const(False)
PLAIN = Plain()


def options(value: Value) -> tuple[Value, ...]:
    """The alternatives of a value."""
    return value.options if type(value) is Union else (value,)


def either(*values: Value) -> Value:
    """One of several values that need no merging of heap objects; more than a few are unknown."""
    found: dict[object, Value] = {}
    for value in values:
        for option in value.options if type(value) is Union else (value,):
            found.setdefault(option.identity if type(option) is Const else option, option)
    kept = list(found.values())
    if any(type(option) is Unknown and option.cause == OVERFLOW for option in kept):
        return Unknown(OVERFLOW)  # what was left out may be anything: the others are no better known
    if len(kept) == 1:
        return kept[0]
    if len(kept) == 2 and (type(kept[0]) is not Unknown or type(kept[1]) is not Unknown):
        return Union(tuple(kept))
    plain = [option for option in kept if type(option) in (Const, Plain) and option != NONE]
    if len(plain) > 1 and len(kept) > 2:
        nest = longest(*(option.nest for option in plain if type(option) is Plain))
        kept = [option for option in kept if option not in plain] + [Plain(nest)]
    unknown = [option for option in kept if type(option) is Unknown]
    if len(unknown) > 1:
        is_some = all(option.is_some for option in unknown)
        first = Unknown(unknown[0].cause, longest(*(option.nest for option in unknown)), is_some)
        kept = [option for option in kept if type(option) is not Unknown] + [first]
    if len(kept) > MAX_ALTERNATIVES:
        return Unknown(OVERFLOW)
    return kept[0] if len(kept) == 1 else Union(tuple(kept))


def longest(*nests: Nest) -> Nest:
    """The loops of several nests together: the longest, with what the others have beside it."""
    held = [nest for nest in nests if nest]
    if len(held) <= 1:
        return held[0] if held else ()
    result: Nest = ()
    for nest in sorted(held, key=len, reverse=True):
        result += tuple(loop for loop in nest if loop not in result)
    return result


def per_row_loop(nest: Nest) -> Loop | None:
    """The innermost loop over an unbounded number of rows."""
    for loop in reversed(nest):
        if loop.size == "rows":
            return loop
    return None
