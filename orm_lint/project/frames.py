"""Where the static evaluator keeps the names of a body while it runs it."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Value

MAX_LOOP = 64


class Bound(Struct, frozen=True):
    """A name's value and where it was last assigned: `at` is a place in `module`."""

    value: Value
    module: Module
    at: int


class Later(Struct, frozen=True):
    """A name imported from another module, which is only run if somebody asks for the name."""

    module: Module
    name: str


Cell: TypeAlias = Bound | Later | None


class Env(Struct):
    """The names of a body; None is a deleted one. A branch is an Env over its parent: it costs what it changes."""

    own: dict[str, Cell] = field(default_factory=dict)
    parent: Env | None = None

    def get(self, name: str) -> Cell:
        env: Env | None = self
        while env is not None:
            if name in env.own:
                return env.own[name]
            env = env.parent
        return None


class Frame(Struct, frozen=True):
    """Where an expression stands: its module, the names around it, the classes it stands in (innermost first).

    In a method, `instance` is the class of `self`; in a function, `returned` takes what it may return.
    """

    module: Module
    env: Env
    scope: tuple[ClassSymbol, ...] = ()
    instance: ClassSymbol | None = None
    returned: list[Value] | None = None

    def branch(self) -> Frame:
        """A frame for statements that may not be run."""
        return replace(self, env=Env(parent=self.env))
