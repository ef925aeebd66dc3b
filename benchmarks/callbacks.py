"""What the source says around a line: who starts its function, and what its loops go over."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

TASKS = frozenset("task shared_task periodic_task db_task db_periodic_task job app_task".split())
Function = ast.FunctionDef | ast.AsyncFunctionDef


def started_by(project: Path, path: str, line: int) -> str | None:
    """`signals` or `tasks` if the line lies in a function that something else than a visible call starts."""
    functions = (node for node in _nodes(project / path) if isinstance(node, Function) and _holds(node, line))
    return next((kind for node in functions if (kind := _kind(node))), None)


def counts_only(project: Path, path: str, line: int) -> bool:
    """Whether all loops around a line in its file go over numbers or written constants, or are `while` loops.

    Without a loop in the source (recursion, `map`) this is not known: False.
    """
    iterated = [*_iterated(project / path, line)]
    return bool(iterated) and all(source is None or _is_constant(source) for source in iterated)


def _iterated(path: Path, line: int) -> Iterator[ast.expr | None]:
    """What each loop around a line goes over; None for `while`."""
    for node in _nodes(path):
        if not _holds(node, line):
            continue
        match node:
            case ast.For(iter=source) | ast.AsyncFor(iter=source) if not _holds(source, line):
                yield source
            case ast.While():
                yield None
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                yield from (clause.iter for clause in node.generators)


def _is_constant(source: ast.expr) -> bool:
    if isinstance(source, ast.Tuple | ast.List | ast.Set):
        return not any(isinstance(item, ast.Starred) for item in source.elts)
    return isinstance(source, ast.Constant) or (isinstance(source, ast.Call) and _name(source) == "range")


def _holds(node: ast.AST, line: int) -> bool:
    first, last = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
    return isinstance(first, int) and isinstance(last, int) and first <= line <= last


@functools.cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    try:
        return tuple(ast.walk(ast.parse(path.read_bytes())))
    except (OSError, SyntaxError, ValueError):
        return ()


def _kind(node: Function) -> str | None:
    names = {_name(decorator) for decorator in node.decorator_list}
    if names & TASKS:
        return "tasks"
    arguments = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    takes_sender = "sender" in arguments[:2] and node.args.kwarg is not None
    return "signals" if "receiver" in names or takes_sender else None


def _name(node: ast.expr) -> str:
    while isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
