"""The functions of a running script as nodes, and what the names in them stand for."""

from __future__ import annotations

import ast
import builtins
import functools
import types
from dataclasses import dataclass, field
from typing import Any


class NeedsStatements(Exception):  # noqa: N818 (not an error: the caller tries another form)
    """What is to be written has no form as an expression."""


@dataclass
class Known:
    """A value of the running script: a constant, a class, a helper function."""

    value: Any


@dataclass
class Written:
    """An expression of the program that is being written."""

    node: ast.expr


@dataclass
class Closure:
    """A function of the script together with what its free names mean."""

    node: ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef
    env: Env
    defaults: dict[str, Any] = field(default_factory=dict)
    name: str = ""


@dataclass
class Env:
    """Names of one activation; what is not here is looked up in `outer`, and then in the script itself."""

    names: dict[str, Any]
    outer: Env | None = None
    function: types.FunctionType | None = None

    def find(self, name: str) -> Any:
        if name in self.names:
            return self.names[name]
        if self.outer is not None:
            return self.outer.find(name)
        assert self.function is not None
        code, cells = self.function.__code__, self.function.__closure__ or ()
        if name in code.co_freevars:
            return Known(cells[code.co_freevars.index(name)].cell_contents)
        return Global(name, self.function.__globals__)


@dataclass
class Global:
    """A name of the script's module or of Python."""

    name: str
    namespace: dict[str, Any]

    @property
    def value(self) -> Any:
        return self.namespace[self.name] if self.name in self.namespace else getattr(builtins, self.name)


@functools.cache
def lambdas_of(tree: ast.Module) -> list[ast.Lambda]:
    """The lambdas of the script, short ones first."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Lambda)]
    return sorted(found, key=lambda node: (_span(node.body)[1][0] - node.body.lineno, len(ast.unparse(node))))


def _span(node: ast.expr) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)


@functools.cache
def definitions_of(tree: ast.Module) -> dict[tuple[int, str], ast.AST]:
    """The `def`s of the script by line and name."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {(node.lineno, node.name): node for node in ast.walk(tree) if isinstance(node, kinds)}


def node_of(function: types.FunctionType, tree: ast.Module) -> Any:
    """The node that made a function: its code knows the span of its body."""
    code = function.__code__
    if code.co_name != "<lambda>":
        return definitions_of(tree)[code.co_firstlineno, code.co_name]
    spans = [(s[0], s[2], s[1], s[3]) for s in code.co_positions() if None not in s and s[3] > 0]
    start = min((line, column) for line, column, _, _ in spans)
    end = max((line, column) for _, _, line, column in spans)
    return next(node for node in lambdas_of(tree) if _span(node.body)[0] <= start and end <= _span(node.body)[1])
