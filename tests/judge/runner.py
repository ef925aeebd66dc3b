"""Runs every fixture function of the shared project on a database with 3 and with 12 rows, in a process of its own.

Usage: python tests/judge/runner.py MARKET [CODE]. Prints JSON: for each function and each number of rows the queries,
grouped by the lines of the project they were sent from, the value (models as their keys) and the error. Async functions
run under an event loop while their queries run in this thread; a query belongs to the lines that awaited it.
"""

from __future__ import annotations

import contextvars
import importlib
import inspect
import json
import os
import re
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

SIZES = (3, 12)
KINDS = ("bad_", "ok_", "repaired_")
NEEDS = re.compile(r"# needs: (python|django) (\d+)\.(\d+)")
OWN = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
WHOLE_COUNT = re.compile(r"SELECT COUNT\((?!.* WHERE )(?!.* LIMIT )", re.DOTALL)
WHOLE_ROWS = re.compile(r"SELECT (?!1 AS|COUNT\(|SUM\(|MAX\(|MIN\(|AVG\()(?!.* WHERE )(?!.* LIMIT )", re.DOTALL)


class Sent(NamedTuple):
    """One statement; `frames` are those of the project, outermost first, with the line each stood on."""

    sql: str
    frames: list[tuple[FrameType, int]]


awaiting: contextvars.ContextVar[list[tuple[FrameType, int]]] = contextvars.ContextVar("awaiting")


def frames_here(market: str) -> list[tuple[FrameType, int]]:
    frames = []
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith(market):
            frames.append((frame, frame.f_lineno))
        frame = frame.f_back
    return [*awaiting.get([]), *reversed(frames)]


def follow_awaits(market: str) -> None:
    """Lets a thread that runs sync code for a coroutine know the lines that wait for it."""
    from asgiref.sync import SyncToAsync

    original = SyncToAsync.__call__

    async def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        token = awaiting.set(frames_here(market))
        try:
            return await original(self, *args, **kwargs)
        finally:
            awaiting.reset(token)

    SyncToAsync.__call__ = call


def place(frame: FrameType, line: int, market: str) -> tuple[str, int, str]:
    """File, line and outermost function of a frame."""
    path = Path(frame.f_code.co_filename).relative_to(market).as_posix()
    return path, line, frame.f_code.co_qualname.split(".<locals>")[0]


def grouped(sent: list[Sent], market: str) -> list[dict[str, Any]]:
    groups: dict[Any, list[Sent]] = defaultdict(list)
    for one in sent:
        groups[tuple(dict.fromkeys(place(*frame, market) for frame in one.frames))].append(one)
    return [described(stack, same, market) for stack, same in groups.items()]


def described(stack: tuple[Any, ...], same: list[Sent], market: str) -> dict[str, Any]:
    reads = [one for one in same if one.sql.startswith("SELECT")]
    return {
        "stack": stack,
        "owners": sorted({owner for pair in pairwise(same) if (owner := shared(*pair, market))}),
        "reads": len(reads),
        "writes": len(same) - len(reads),
        "whole_counts": sum(1 for one in reads if WHOLE_COUNT.match(one.sql)),
        "whole_tables": sum(1 for one in reads if WHOLE_ROWS.match(one.sql)),
    }


def shared(one: Sent, other: Sent, market: str) -> tuple[str, str] | None:
    """The innermost function that ran on between two queries: the one that owns the loop."""
    mine = {frame for frame, _ in one.frames}
    for frame, line in reversed(other.frames):
        if frame in mine:
            path, _, function = place(frame, line, market)
            return path, function
    return None


def measured(function: Any, market: str) -> dict[str, Any]:
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction

    sent: list[Sent] = []

    def note(execute: Any, sql: str, *args: Any) -> Any:
        if not sql.startswith(OWN):
            sent.append(Sent(sql, frames_here(market)))
        return execute(sql, *args)

    ContentType.objects.clear_cache()
    outcome: dict[str, Any] = {"value": None, "error": None, "error_lines": []}
    with transaction.atomic():
        try:
            with connection.execute_wrapper(note):
                value = called(function)
            outcome["value"] = shape(value)
        except Exception as error:  # noqa: BLE001 - what a fixture raises is a result
            outcome["error"] = type(error).__name__
            outcome["error_lines"] = error_lines(error, market)
        transaction.set_rollback(True)
    outcome["groups"] = grouped(sent, market)
    return outcome


def called(function: Any) -> Any:
    from asgiref.sync import async_to_sync

    value = async_to_sync(function)() if inspect.iscoroutinefunction(function) else function()
    return list(value) if inspect.isgenerator(value) else value


def error_lines(error: BaseException, market: str) -> list[tuple[str, int]]:
    lines = []
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(market):
            lines.append(place(trace.tb_frame, trace.tb_lineno, market)[:2])
        trace = trace.tb_next
    return lines


def shape(value: Any) -> Any:
    """A value that can be compared: models as their keys, sets sorted."""
    from django.db.models import Model, QuerySet

    if isinstance(value, Model):
        return [value._meta.concrete_model._meta.label, value.pk]
    if isinstance(value, (set, frozenset)):
        return sorted((shape(one) for one in value), key=repr)
    if isinstance(value, (list, tuple, QuerySet)):
        return [shape(one) for one in value]
    if isinstance(value, dict):
        return [[shape(key), shape(one)] for key, one in value.items()]
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)


def is_runnable(function: Any) -> bool:
    import django

    versions = {"python": sys.version_info[:2], "django": django.VERSION[:2]}
    lines, _ = inspect.getsourcelines(function)
    needs = NEEDS.search(lines[0])
    return needs is None or versions[needs[1]] >= (int(needs[2]), int(needs[3]))


def functions(market: Path, code: str) -> list[tuple[str, str, Any]]:
    found = []
    for path in sorted(market.glob(f"rules/{code}/*.py")):
        module = importlib.import_module(".".join(path.relative_to(market).with_suffix("").parts))
        for name, function in vars(module).items():
            is_own = inspect.isfunction(function) and function.__module__ == module.__name__
            if is_own and name.startswith(KINDS):
                found.append((path.relative_to(market).as_posix(), name, function))
    return found


def prepare(market: Path) -> None:
    sys.path.insert(0, str(market))
    sys.dont_write_bytecode = True
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    follow_awaits(str(market))


def main() -> None:
    market = Path(sys.argv[1]).resolve()
    prepare(market)
    from populate import populate

    found = functions(market, sys.argv[2].lower() if len(sys.argv) > 2 else "orm*")
    results: dict[str, dict[str, Any]] = {f"{path}::{name}": {} for path, name, _ in found}
    for size in SIZES:
        populate(size)
        for path, name, function in found:
            if is_runnable(function):
                results[f"{path}::{name}"][str(size)] = measured(function, str(market))
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
