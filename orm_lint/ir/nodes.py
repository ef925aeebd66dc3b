"""The node types of the IR: small, immutable, MessagePack-able.

`at` packs where a node stands: the UTF-8 byte offset of its start in the file's normalised text, and its length
(see `pack` and `unpack`). One integer instead of a span object a node, because there are some hundred thousand nodes;
the file is held by the `Summary` the node came from, or by a `Located` node where a convention mixes files.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

LENGTH_BITS = 24
LENGTH_MASK = (1 << LENGTH_BITS) - 1


def pack(start: int, end: int) -> int:
    """The packed place of the bytes `start` to `end`; both below 16 MiB, which the reader's size limit guarantees."""
    return start << LENGTH_BITS | (end - start)


def unpack(at: int) -> tuple[int, int]:
    """The byte offsets (start, end) of a packed place."""
    start = at >> LENGTH_BITS
    return start, start + (at & LENGTH_MASK)


class Node(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What all nodes share: the packed place in the source."""

    at: int


# --- expressions -----------------------------------------------------------------------------------------------------


class Name(Node, tag=1, frozen=True):
    """A variable, read or bound; `at` is the name."""

    id: str


class Attr(Node, tag=2, frozen=True):
    """`value.name`; `at` is the attribute token alone, the place where findings point."""

    value: Expr
    name: str


class Call(Node, tag=3, frozen=True):
    """`func(*args, **keywords)`; `at` is the whole call. A keyword without a name is `**value`."""

    func: Expr
    args: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]


class Index(Node, tag=4, frozen=True):
    """`value[index]`."""

    value: Expr
    index: Expr


class Slice(Node, tag=5, frozen=True):
    """`lower:upper:step` inside an index."""

    lower: Expr | None
    upper: Expr | None
    step: Expr | None


class Const(Node, tag=6, frozen=True):
    """A constant: short strings, numbers that fit 64 bits, booleans, None."""

    value: str | int | float | bool | None


class Opaque(Node, tag=7, frozen=True):
    """A constant without its value (long string, bytes, huge or complex number, `...`); `kind` is its type's name."""

    kind: str


class Seq(Node, tag=8, frozen=True):
    """A tuple, list or set display; `kind` is one of these words."""

    kind: str
    items: tuple[Expr, ...]


class Map(Node, tag=9, frozen=True):
    """A dict display; a key of None is `**value`."""

    keys: tuple[Expr | None, ...]
    values: tuple[Expr, ...]


class Op(Node, tag=10, frozen=True):
    """An operator over its operands, in source order.

    `op` is `+ - | & %` (also unary minus), `and or not`, one comparison, or several comparisons joined by a blank
    (`< <` for `a < b < c`); `?` stands for every other operator: its operands are kept, what it does is not.
    `+ - | & %` have two operands or one, and more where a chain of them is too long to be nested.
    """

    op: str
    operands: tuple[Expr, ...]


class Cond(Node, tag=11, frozen=True):
    """`then if test else other`."""

    test: Expr
    then: Expr
    other: Expr


class Comp(Node, tag=12, frozen=True):
    """A comprehension; `kind` is list, set, dict or generator. `value` is set for dicts, whose key is `element`."""

    kind: str
    element: Expr
    value: Expr | None
    clauses: tuple[Clause, ...]


class Lambda(Node, tag=13, frozen=True):
    """A lambda; also the value of `type X[T] = ...`, which is evaluated as lazily."""

    params: Params
    body: Expr


class Await(Node, tag=14, frozen=True):
    value: Expr


class Yield(Node, tag=15, frozen=True):
    """`yield value`, or `yield from value` if `delegates`."""

    value: Expr | None
    delegates: bool


class Bind(Node, tag=16, frozen=True):
    """`name := value`."""

    target: Expr
    value: Expr


class Format(Node, tag=17, frozen=True):
    """An f-string: constants and the expressions between them; `conversion` letters are dropped."""

    parts: tuple[Expr, ...]


class Star(Node, tag=18, frozen=True):
    """`*value` in a call, a display or a target."""

    value: Expr


class Located(Node, tag=19, frozen=True):
    """An expression that stands in another file than its surroundings; made by conventions and templates only."""

    path: str
    value: Expr


# --- parts of expressions and statements -----------------------------------------------------------------------------


class Keyword(Node, frozen=True):
    """`name=value` in a call; `at` is the whole argument."""

    name: str | None
    value: Expr


class Clause(Node, frozen=True):
    """`for target in iter if tests` of a comprehension."""

    target: Expr
    iter: Expr
    tests: tuple[Expr, ...]
    is_async: bool


class Param(Node, frozen=True):
    """One parameter; `at` is the name with its annotation.

    `kind` is `/`, `` (positional or keyword), `*`, `k` (keyword only) or `**`; for a type parameter it is `t`, `*t` or
    `**t`, and the annotation is its bound.
    """

    name: str
    kind: str
    annotation: Expr | None
    default: Expr | None


Params: TypeAlias = tuple[Param, ...]


class Handler(Node, frozen=True):
    """`except type as name`."""

    type: Expr | None
    name: str | None
    body: Body


class WithItem(Node, frozen=True):
    context: Expr
    target: Expr | None


class Case(Node, frozen=True):
    """One case of `match`: the pattern written as an expression (class pattern = call, capture = Bind or Name)."""

    pattern: Expr
    guard: Expr | None
    body: Body


class Alias(Node, frozen=True):
    """`name as alias` of an import; `alias` is None where it is not renamed."""

    name: str
    alias: str | None


# --- statements ------------------------------------------------------------------------------------------------------


class Do(Node, tag=30, frozen=True):
    """An expression statement."""

    value: Expr


class Assign(Node, tag=31, frozen=True):
    """`a = b = value` and `a: annotation = value`; `value` is None for a bare annotation."""

    targets: tuple[Expr, ...]
    value: Expr | None
    annotation: Expr | None


class Augment(Node, tag=32, frozen=True):
    """`target op= value`; `op` as in Op."""

    target: Expr
    op: str
    value: Expr


class Return(Node, tag=33, frozen=True):
    value: Expr | None


class Raise(Node, tag=34, frozen=True):
    value: Expr | None
    cause: Expr | None


class Delete(Node, tag=35, frozen=True):
    targets: tuple[Expr, ...]


class If(Node, tag=36, frozen=True):
    """`if`/`elif`/`else`; an `assert` is an If whose `other` raises."""

    test: Expr
    then: Body
    other: Body


class For(Node, tag=37, frozen=True):
    target: Expr
    iter: Expr
    body: Body
    other: Body
    is_async: bool


class While(Node, tag=38, frozen=True):
    test: Expr
    body: Body
    other: Body


class Try(Node, tag=39, frozen=True):
    body: Body
    handlers: tuple[Handler, ...]
    other: Body
    final: Body


class With(Node, tag=40, frozen=True):
    items: tuple[WithItem, ...]
    body: Body
    is_async: bool


class Match(Node, tag=41, frozen=True):
    subject: Expr
    cases: tuple[Case, ...]


class Jump(Node, tag=42, frozen=True):
    """`break`, `continue` or `pass`."""

    kind: str


class Scope(Node, tag=43, frozen=True):
    """`global names` or `nonlocal names`."""

    kind: str
    names: tuple[str, ...]


class Import(Node, tag=44, frozen=True):
    """`import a.b as c, d`."""

    names: tuple[Alias, ...]


class ImportFrom(Node, tag=45, frozen=True):
    """`from ..module import name as alias`; `level` counts the dots, a star is an alias named `*`."""

    module: str
    level: int
    names: tuple[Alias, ...]


class Function(Node, frozen=True, tag=46):
    """A function, lowered whole; `at` is its name, `extent` the packed place of the definition, decorators included."""

    name: str
    params: Params
    type_params: Params
    decorators: tuple[Expr, ...]
    returns: Expr | None
    is_async: bool
    extent: int
    body: Body


class Stub(Node, frozen=True, tag=48):
    """A function of which a header knows name and decorators only; `from_python.whole_function` lowers the rest.

    Signatures and bodies are nearly half of what lowering a file costs, and most are never asked for.
    """

    name: str
    decorators: tuple[Expr, ...]
    is_async: bool
    extent: int


class Class(Node, tag=47, frozen=True):
    """A class; `at` is its name. In a header its methods are stubs."""

    name: str
    bases: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]
    type_params: Params
    decorators: tuple[Expr, ...]
    body: Body


# fmt: off
Expr: TypeAlias = (
    Name | Attr | Call | Index | Slice | Const | Opaque | Seq | Map | Op | Cond | Comp | Lambda | Await | Yield | Bind
    | Format | Star | Located
)
Stmt: TypeAlias = (
    Do | Assign | Augment | Return | Raise | Delete | If | For | While | Try | With | Match | Jump | Scope | Import
    | ImportFrom | Function | Stub | Class
)
# fmt: on
Body: TypeAlias = tuple[Stmt, ...]
