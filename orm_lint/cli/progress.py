"""A progress bar on standard error, for runs that make a person wait."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from orm_lint.engine.request import Progress as Told

PATIENCE = 1.0
"""Seconds without a bar: shorter runs show none."""


@contextmanager
def progress_bar() -> Iterator[Told | None]:
    """What to tell how many of how many files were read; None where nobody sees a bar. The bar goes away at the end."""
    # pre-commit gives its hooks a terminal that nobody watches, and shows all that was written to it.
    if not sys.stderr.isatty() or "PRE_COMMIT" in os.environ:
        yield None
        return
    with ExitStack() as stack:
        yield _Bar(stack, time.monotonic() + PATIENCE).tell


class _Bar:
    """A bar that is made, and rich loaded, only when the patience is over."""

    def __init__(self, stack: ExitStack, start: float) -> None:
        self._stack = stack
        self._start = start
        self._shown: tuple[Progress, TaskID] | None = None

    def tell(self, done: int, total: int) -> None:
        if self._shown is None:
            if time.monotonic() < self._start:
                return
            self._shown = self._made()
        bar, task = self._shown
        bar.update(task, completed=done, total=total)

    def _made(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import Progress

        bar = self._stack.enter_context(Progress(console=Console(stderr=True), transient=True))
        return bar, bar.add_task("reading")
