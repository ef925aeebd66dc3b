"""Where a running class states something in its source: the database's side of where findings are placed."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

Spot = tuple[str, int]


class Behalf(NamedTuple):
    """The lines where a finding may stand, and what was shown ("AdSerializer.owner"), if that is known."""

    spots: list[Spot]
    cause: str | None = None
    cause_spots: list[Spot] = []


Reader = Callable[[str, dict[str, Any]], Behalf]
"""Given the folder of the project and the variables of a frame of a framework."""


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text())


def _node(cls: type) -> ast.ClassDef | None:
    """The definition of a class, found by its qualified name."""
    path = inspect.getsourcefile(cls)
    if path is None:
        return None
    body: list[ast.stmt] = _tree(path).body
    found = None
    for name in cls.__qualname__.split("."):
        found = next((node for node in body if isinstance(node, ast.ClassDef) and node.name == name), None)
        body = found.body if found is not None else []
    return found


def _statement(cls: type, name: str) -> ast.stmt | None:
    for statement in _node(cls).body if _node(cls) is not None else ():  # type: ignore[union-attr]
        match statement:
            case ast.Assign(targets=[ast.Name(id=known)]) | ast.AnnAssign(target=ast.Name(id=known)) if known == name:
                return statement
            case ast.FunctionDef(name=known) | ast.ClassDef(name=known) if known == name:
                return statement
    return None


def is_of(project: str, cls: type) -> bool:
    """Whether a class is defined in the project."""
    return (getattr(sys.modules.get(cls.__module__), "__file__", None) or "").startswith(project)


def member(project: str, cls: type, *names: str) -> list[Spot]:
    """The line of the first of some members that a class or an ancestor in the project states; else of the class."""
    for name in names:
        for owner in cls.__mro__:
            if is_of(project, owner) and name in vars(owner):
                statement = _statement(owner, name)
                if statement is not None:
                    return [(_relative(project, owner), statement.lineno)]
    return whole(project, cls)


def declared(project: str, cls: type, name: str) -> list[Spot]:
    """The line of an assignment that a metaclass took out of a class or an ancestor; none if there is none."""
    found = ((owner, _statement(owner, name)) for owner in cls.__mro__ if is_of(project, owner))
    return next(([(_relative(project, owner), one.lineno)] for owner, one in found if one is not None), [])


def states(project: str, cls: type, name: str) -> bool:
    """Whether a class or an ancestor in the project states a member."""
    return any(is_of(project, owner) and name in vars(owner) for owner in cls.__mro__)


def made(project: str, function: Any, cls: type) -> list[Spot]:
    """The lines of a function that make an instance of a class."""
    path = inspect.getsourcefile(function) or ""
    nodes = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef))
    body = next(node for node in nodes if node.name == function.__name__)
    calls = [node for node in ast.walk(body) if isinstance(node, ast.Call)]
    lines = [call.lineno for call in calls if ast.unparse(call.func).rpartition(".")[2] == cls.__name__]
    return [(Path(path).relative_to(project).as_posix(), line) for line in lines]


def calls(project: str, name: str, method: str) -> list[Spot]:
    """The lines of the project that call a method of a variable."""
    return [
        (path.relative_to(project).as_posix(), node.lineno)
        for path in sorted(Path(project).rglob("admin.py"))
        for node in ast.walk(_tree(str(path)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == f"{name}.{method}"
    ]


def written(project: str, cls: type, name: str) -> list[Spot]:
    """The line where the source of a class or of an ancestor in the project has a member, annotations included."""
    for owner in cls.__mro__:
        statement = _statement(owner, name) if is_of(project, owner) else None
        if statement is not None:
            return [(_relative(project, owner), statement.lineno)]
    return []


def whole(project: str, cls: type) -> list[Spot]:
    """The line of a class, or of the first ancestor that the project has."""
    for owner in cls.__mro__:
        node = _node(owner) if is_of(project, owner) else None
        if node is not None:
            return [(_relative(project, owner), node.lineno)]
    return []


def entry(project: str, cls: type, name: str, text: Any) -> list[Spot]:
    """The lines of the entries of a list that a class states; of the whole list for one that is not written there."""
    for owner in cls.__mro__:
        statement = _statement(owner, name) if is_of(project, owner) and name in vars(owner) else None
        if statement is not None:
            lines = [n.lineno for n in ast.walk(statement) if isinstance(n, ast.Constant) and n.value == text]
            return [(_relative(project, owner), line) for line in lines or [statement.lineno]]
    return whole(project, cls)


def nested_entry(project: str, cls: type, inner: str, name: str, text: Any) -> list[Spot]:
    """As `entry`, of a class inside of a class, which may be gone when the class is made."""
    found = _statement(cls, inner) if is_of(project, cls) else None
    for statement in found.body if isinstance(found, ast.ClassDef) else ():
        match statement:
            case ast.Assign(targets=[ast.Name(id=known)]) if known == name:
                lines = [n.lineno for n in ast.walk(statement) if isinstance(n, ast.Constant) and n.value == text]
                return [(_relative(project, cls), line) for line in lines or [statement.lineno]]
    return whole(project, cls)


def _relative(project: str, cls: type) -> str:
    return Path(inspect.getsourcefile(cls) or "").relative_to(project).as_posix()
