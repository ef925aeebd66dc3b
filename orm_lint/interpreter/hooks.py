"""The two protocols by which conventions tell the interpreter what a framework does.

A framework calls code that nobody calls in the source, and its functions do things to rows that their names do not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol


class Start(Struct, frozen=True):
    """Something that is run because a framework runs it.

    `body` are IR statements over the variables `self` (an instance of `receiver`, if that is given) and `subject` (the
    class or function that the hook was asked about); nodes that stand elsewhere are `ir.Located`. `covers` are the
    functions that are run so as their framework does it: they are not run once more by themselves. `given` are further
    variables.
    """

    symbol: ClassSymbol | FunctionSymbol
    body: ir.Body
    receiver: ClassSymbol | None = None
    covers: tuple[FunctionSymbol, ...] = ()
    given: tuple[tuple[str, Value], ...] = ()


class EntryPoints(Protocol):
    """Given a class or function of the project, the IR that its framework runs for it."""

    def __call__(self, world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterable[Start]: ...


class CallModel(Protocol):
    """What a callable does that is not run itself: its value, and its effects on the state."""

    def __call__(self, frame: Frame, state: State, args: Given, node: ir.Call) -> Value: ...


class ClassModel(Protocol):
    """What an instance of a class is that derives from one of a framework."""

    def __call__(self, frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value: ...


class Anchor(Struct, frozen=True):
    """Where to look for what a framework does for a class: `loop` for what it loops, `rows` for what it loads.

    `remedy` says how more is loaded with rows that the framework makes, where nothing that the class states does it.
    """

    loop: Stop
    rows: Stop
    remedy: Remedy | None = None


class Anchors(Protocol):
    """The places of a class that derives from one of a framework."""

    def __call__(self, world: World, symbol: ClassSymbol) -> Anchor: ...


class Aside(Protocol):
    """Whether a function is run where nobody waits for it: a task, a command."""

    def __call__(self, world: World, symbol: FunctionSymbol) -> bool: ...


class Seen(Protocol):
    """Counts for `--statistics`, of what a run of the modules of linted files has found out."""

    def __call__(self, world: World, modules: tuple[Module, ...]) -> Mapping[str, int]: ...


class Hooks(Struct, frozen=True):
    """All conventions of one run. `models` is keyed by the dotted name of where a callable is defined.

    `classes` and `anchors` are keyed by the dotted name of a base class: of those that a class has, the nearest counts.
    `packages` are prefixes of the names of modules whose code is run as if it were the project's; a loop in them counts
    for the class on whose behalf they run. `words` are names of methods by which frameworks obtain rows themselves: who
    calls one is run. `transparent` are prefixes of the names of decorators that leave what a function gives as it is.
    """

    entry_points: tuple[EntryPoints, ...] = ()
    models: tuple[tuple[str, CallModel], ...] = ()
    classes: tuple[tuple[str, ClassModel], ...] = ()
    packages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    transparent: tuple[str, ...] = ()
    anchors: tuple[tuple[str, Anchors], ...] = ()
    aside: tuple[Aside, ...] = ()
    seen: tuple[Seen, ...] = ()
