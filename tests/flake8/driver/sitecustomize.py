"""What the tests change in the processes of flake8: it is imported by every Python that is started beside it.

Each change is asked for by an environment variable, which workers inherit.
"""

from __future__ import annotations

import importlib.metadata
import multiprocessing
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orm_lint.engine.opened as opened
import orm_lint.engine.run as run
from orm_lint.rules.base import Rule
from orm_lint.source.file import SourceFile

START_METHOD = os.environ.get("TEST_START_METHOD")
WITHOUT = os.environ.get("TEST_WITHOUT")
LOG = os.environ.get("TEST_LOG")
BROKEN = os.environ.get("TEST_BROKEN")


def logged(word: str, call: Callable[..., Any], argument: int) -> Callable[..., Any]:
    """Writes down each call with one of its arguments."""

    def logging(*arguments: Any) -> Any:
        with Path(LOG or "").open("a") as log:
            log.write(f"{word} {arguments[argument]}\n")
        return call(*arguments)

    return logging


def fail(*_: object) -> Any:
    raise LookupError("broken on purpose")


def others(find: Callable[[], Iterator[importlib.metadata.Distribution]]) -> Iterator[Any]:
    """The installed distributions without ours."""
    return (found for found in find() if found.metadata["name"] != "orm-lint")


if START_METHOD:
    multiprocessing.set_start_method(START_METHOD)
if WITHOUT:
    find = importlib.metadata.distributions
    importlib.metadata.distributions = lambda: others(find)
if LOG:
    opened.load_project = logged("project", opened.load_project, 0)
    SourceFile.read = logged("file", SourceFile.read, 1)
if BROKEN == "load":
    opened.load_project = fail
if BROKEN == "rule":
    rules = (*run.all_rules(), Rule("ORM599", "broken", "", True, fail))
    run.all_rules = lambda: rules
if BROKEN == "interpreter":
    import orm_lint.interpreter.run

    orm_lint.interpreter.run.facts_of = fail
