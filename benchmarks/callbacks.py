"""Functions that something else than a visible call starts: receivers of signals, and tasks that tests run at once."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

TASKS = frozenset("task shared_task periodic_task db_task db_periodic_task job app_task".split())
Function = ast.FunctionDef | ast.AsyncFunctionDef


def started_by(project: Path, path: str, line: int) -> str | None:
    """`signals` or `tasks` if the line lies in such a function."""
    return next((kind for first, last, kind in _callbacks(project / path) if first <= line <= last), None)


@functools.cache
def _callbacks(path: Path) -> tuple[tuple[int, int, str], ...]:
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return ()
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return tuple((node.lineno, node.end_lineno or node.lineno, kind) for node in functions if (kind := _kind(node)))


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
