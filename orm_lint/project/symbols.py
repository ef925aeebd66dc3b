"""What a name can mean: a class, a function, a module, a value, or something that is defined where we cannot see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.scope import Assigned


class ClassSymbol(Struct, frozen=True, eq=False):
    """A class statement. `qualname` is dotted where the class stands inside another one.

    `key` is what makes two symbols the same class, whichever way they were reached. It and the dotted name are asked
    for so often that they are kept.
    """

    module: Module
    node: ir.Class
    qualname: str
    key: tuple[str, int]
    dotted: str


class FunctionSymbol(Struct, frozen=True):
    """A function, or a method if `owner` is set."""

    module: Module
    node: ir.Function | ir.Stub
    owner: ClassSymbol | None = None

    @property
    def dotted(self) -> str:
        prefix = self.owner.dotted if self.owner else self.module.name
        return f"{prefix}.{self.node.name}"


class ModuleSymbol(Struct, frozen=True):
    module: Module

    @property
    def dotted(self) -> str:
        return self.module.name


class ValueSymbol(Struct, frozen=True):
    """A name bound by an assignment whose value is no class, function or module that could be followed."""

    module: Module
    binding: Assigned
    owner: ClassSymbol | None = None


class External(Struct, frozen=True):
    """Something that is defined where we cannot see: its dotted name is all there is."""

    dotted: str


Symbol: TypeAlias = ClassSymbol | FunctionSymbol | ModuleSymbol | ValueSymbol | External
Scope: TypeAlias = Sequence[ClassSymbol]
