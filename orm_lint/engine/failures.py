"""Mistakes of orm_lint itself: one of them must not cost the findings of the others, nor show a traceback."""

from __future__ import annotations

import contextlib
import os
import stat
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from msgspec import Struct

import orm_lint
from orm_lint.finding import Finding, Notice
from orm_lint.rules.base import EachSubject
from orm_lint.rules.base.found import SharedFailureError

Facts = TypeVar("Facts")
_PACKAGE = Path(orm_lint.__file__).parent


class Failure(Notice, frozen=True, order=True):
    """A notice about a mistake of orm_lint, with what its authors need to know."""

    traceback: str


class Boundary(Struct):
    """Keeps any exception that is a mistake of orm_lint; interrupts, exits and what `passing` names pass."""

    passing: tuple[type[Exception], ...] = ()
    error: Exception | None = None

    def __enter__(self) -> Boundary:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        if isinstance(error, Exception) and not isinstance(error, self.passing):
            self.error = error
        return self.error is not None


def outcomes(code: str, check: Callable[[Facts], Iterable[Finding]], facts: Facts) -> Iterator[Finding | Failure]:
    """What a rule finds, and a notice for each time that it fails; it goes on where the rule allows it to."""
    findings: Iterator[Finding] = iter(())
    with Boundary() as start:
        findings = iter(check(facts))
    if start.error is not None:
        yield _failure("", code, start.error)
    while True:
        finding = None
        with Boundary() as step:
            finding = next(findings, None)
        if finding is not None:
            yield finding
            continue
        if step.error is None:
            return
        yield _failure(findings.path if isinstance(findings, EachSubject) else "", code, step.error)
        if not isinstance(findings, EachSubject):
            return


def _failure(path: str, code: str, error: Exception) -> Failure:
    return Failure(path, 1, described(code, error), traced(error))


def traced(error: Exception) -> str:
    """The traceback of a mistake of orm_lint; of one that cost several rules their findings, that of the mistake."""
    cause = error.cause if isinstance(error, SharedFailureError) else error
    return "".join(traceback.format_exception(cause))


def write_log(text: str) -> Path | None:
    """A file with a text, for the report of a mistake; the same text is written once. None where none can be made.

    The name is easy to guess, so what is there already is never opened, and only believed if it is a file of one's own.
    """
    import hashlib
    import tempfile

    data = text.encode("utf-8", "replace")
    place = Path(tempfile.gettempdir(), f"orm_lint-{hashlib.blake2b(data, digest_size=6).hexdigest()}.log")
    with contextlib.suppress(OSError):
        if _is_own(place, len(data)):
            return place
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        return place
    return None


def _user(status: os.stat_result) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else status.st_uid


def _is_own(place: Path, size: int) -> bool:
    """Whether a whole file of this user lies at a place, and no link to one."""
    with contextlib.suppress(OSError):
        status = place.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == size and status.st_uid == _user(status)
    return False


def described(what: str, error: Exception) -> str:
    """One line on a mistake of orm_lint: what failed, with which error, and where in orm_lint.

    What fails for several rules reads the same for each of them, so that it is shown once.
    """
    if isinstance(error, SharedFailureError):
        return described(error.what, error.cause)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _PACKAGE in Path(frame.filename).parents]
    place = (
        f" at {Path(frames[-1].filename).relative_to(_PACKAGE.parent).as_posix()}:{frames[-1].lineno}" if frames else ""
    )
    text = " ".join(str(error).split())
    problem = f"{type(error).__name__} ({text})" if text else type(error).__name__
    return f"internal error: {what} failed with {problem}{place}; please report it"
