"""Watches the loops of a Django project while its tests run: how often a line ran, and what it sent to the database.

    PYTHONPATH=benchmarks/watch WATCH_ROOT=CHECKOUT WATCH_OUT=FILE.json python -m pytest …

Python imports this file by its name in every process (CPython 3.12 and later). It uses only the standard library, as it
runs in the environment of the project. FILE.PID.json lists every line in a loop that ran at least three times in one
call of its function: in how many such calls (`calls`), how often at most (`runs`; the head of a loop counts when the
loop begins), how many rounds the loops had that are written on that one line (`inner`), and how often at most such a
call sent the same SELECT, parameters apart, from that line or from what it called (`same`). The lines of a lambda
belong to the function that the lambda was called from.
"""

from __future__ import annotations

import atexit
import dis
import functools
import importlib.util
import itertools
import json
import os
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

ROOT = os.path.realpath(os.environ.get("WATCH_ROOT", ".")) + os.sep
OUT = os.environ.get("WATCH_OUT", "")
LAMBDA = "<lambda>"
LEAST = 3
TOOL = 4
CURSORS = "django.db.backends.utils"
# Calls that are still running when the store is emptied are counted in two parts: rare with so many.
MOST_CALLS = 100_000
LISTS = re.compile(r"\(\s*(?:%s|\?|\d+)(?:\s*,\s*(?:%s|\?|\d+))*\s*\)")
monitoring: Any = getattr(sys, "monitoring", None)


class Call:
    """One call of a function: how often each line in a loop ran, and what was sent from it."""

    __slots__ = ("inner", "path", "runs", "sent")

    def __init__(self, path: str) -> None:
        self.path = path
        self.runs: Counter[int] = Counter()
        self.inner: Counter[int] = Counter()
        self.sent: defaultdict[int, Counter[int]] = defaultdict(Counter)


calls: dict[int, Call] = {}
seen: dict[tuple[str, int], list[int]] = {}
numbers = itertools.count(1)


@functools.cache
def project_path(file: str) -> str | None:
    """The path in the project, None outside of it."""
    real = "" if file.startswith("<") else os.path.realpath(file)
    inside = real.startswith(ROOT) and "site-packages" not in real
    return real[len(ROOT) :].replace(os.sep, "/") if inside else None


@functools.cache
def looping_lines(code: CodeType) -> frozenset[int]:
    """The lines between the start of a loop and the jump back to it; all lines of a lambda, which others loop."""
    lines = offset_lines(code)
    found = set(lines.values()) if code.co_name == LAMBDA else set()
    for instruction in dis.get_instructions(code):
        if instruction.opcode in dis.hasjrel and "BACKWARD" in instruction.opname:
            start = instruction.argval
            found.update(line for offset, line in lines.items() if start <= offset <= instruction.offset)
    return frozenset(found)


@functools.cache
def offset_lines(code: CodeType) -> dict[int, int]:
    """The line of each instruction."""
    return {offset: line for start, end, line in code.co_lines() if line is not None for offset in range(start, end, 2)}


def call_of(frame: FrameType, path: str) -> Call:
    """The call that a frame belongs to; the frame remembers its number where a tracing function would stand."""
    if frame.f_code.co_name == LAMBDA and frame.f_back is not None and project_path(frame.f_back.f_code.co_filename):
        return call_of(frame.f_back, path)
    number: Any = frame.f_trace
    if type(number) is not int:
        number = next(numbers)
        frame.f_trace = number
    if number not in calls:
        if len(calls) >= MOST_CALLS:
            settle()
        calls[number] = Call(path)
    return calls[number]


def on_line(code: CodeType, line: int) -> Any:
    path = project_path(code.co_filename)
    is_start_of_lambda = code.co_name == LAMBDA and line == code.co_firstlineno
    if path is None or is_start_of_lambda or line not in looping_lines(code):
        return monitoring.DISABLE
    call_of(sys._getframe(1), path).runs[line] += 1
    return None


def on_start(code: CodeType, _: int) -> Any:
    """The first line of a function gives no event of its own where it is the line of the `lambda`."""
    path = project_path(code.co_filename)
    if path is None or code.co_name != LAMBDA:
        return monitoring.DISABLE
    call_of(sys._getframe(1), path).runs[code.co_firstlineno] += 1
    return None


def on_jump(code: CodeType, source: int, target: int) -> Any:
    """A round of a loop: it gives no event for its line if the loop is on one, else one more for its head."""
    path = project_path(code.co_filename)
    lines = offset_lines(code) if path is not None and target <= source else {}
    line, head = lines.get(source), lines.get(target)
    if path is None or line is None or head is None:
        return monitoring.DISABLE
    call = call_of(sys._getframe(1), path)
    if line == head:
        call.inner[line] += 1
    else:
        call.runs[head] -= 1
    return None


def on_statement(sql: object) -> None:
    """Adds a statement to every call of the project that it was sent from."""
    text = str(sql)
    if not text.lstrip().upper().startswith("SELECT"):
        return
    statement = hash(LISTS.sub("(..)", text))
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        path = project_path(frame.f_code.co_filename)
        if path is not None and frame.f_lineno in looping_lines(frame.f_code):
            call_of(frame, path).sent[frame.f_lineno][statement] += 1
        frame = frame.f_back


def settle() -> None:
    """Moves what the calls show to the result."""
    for call in calls.values():
        for line in call.runs.keys() | call.inner.keys():
            runs, inner = call.runs[line], call.inner[line]
            if max(runs, inner) >= LEAST:
                same = max(call.sent[line].values(), default=0) if line in call.sent else 0
                total = seen.setdefault((call.path, line), [0, 0, 0, 0])
                total[:] = [total[0] + 1, *map(max, total[1:], (runs, inner, same))]
    calls.clear()


def write() -> None:
    """Writes the result of this process."""
    settle()
    names = ("calls", "runs", "inner", "same")
    rows = [
        {"path": path, "line": line, **dict(zip(names, total, strict=True))}
        for (path, line), total in sorted(seen.items())
    ]
    if rows:
        Path(OUT).with_suffix(f".{os.getpid()}.json").write_text(json.dumps(rows), encoding="utf-8")


class CursorFinder:
    """Wraps Django's cursor as soon as it is imported."""

    def find_spec(self, name: str, *_: Any) -> Any:
        if name != CURSORS:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        assert spec is not None and spec.loader is not None
        execute = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            wrap(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def wrap(module: Any) -> None:
    """Tells `on_statement` of every statement that a cursor executes."""
    original = module.CursorWrapper._execute_with_wrappers

    def execute(self: Any, sql: object, *arguments: Any, **named: Any) -> Any:
        on_statement(sql)
        return original(self, sql, *arguments, **named)

    module.CursorWrapper._execute_with_wrappers = execute


def start() -> None:
    """Begins to watch this process."""
    sys.meta_path.insert(0, CursorFinder())
    monitoring.use_tool_id(TOOL, "orm_lint watch")
    events = monitoring.events
    monitoring.register_callback(TOOL, events.LINE, on_line)
    monitoring.register_callback(TOOL, events.JUMP, on_jump)
    monitoring.register_callback(TOOL, events.PY_START, on_start)
    monitoring.set_events(TOOL, events.LINE | events.JUMP | events.PY_START)
    atexit.register(write)


if OUT and monitoring is not None:
    start()
