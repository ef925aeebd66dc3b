"""What flake8 and pylint ask: the findings of one file after the other, from projects that are read once.

A file that nobody has changed since the project was read is answered from that reading; one that only an editor holds,
or that was changed meanwhile, is linted with the text that the host linter hands over.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

from orm_lint.engine.failures import Boundary, Failure, described, traced, write_log
from orm_lint.engine.named import SUFFIX
from orm_lint.engine.opened import Opened, open_target
from orm_lint.engine.request import CheckRequest, Target, targets
from orm_lint.engine.run import lint
from orm_lint.engine.select import Selection
from orm_lint.engine.shared import Shared
from orm_lint.errors import OrmLintError, UnreadableFileError
from orm_lint.finding import Finding, Span
from orm_lint.reports.printable import printable
from orm_lint.reports.report import Report
from orm_lint.rules.unreadable_file import RULE as UNREADABLE
from orm_lint.source.file import SourceFile

STUB = ".pyi"
NOT_READABLE = b""


class Answer(Struct, frozen=True):
    """What a run over a whole project said: findings, and digests of the linted texts, by path.

    `stamps` are the times and sizes of all files that may have been read: another process must find them the same.
    `failure` is a line about what went wrong in orm_lint itself: findings may be missing.
    """

    findings: dict[str, tuple[Finding, ...]]
    digests: dict[str, bytes]
    failure: str = ""
    stamps: dict[str, tuple[int, int]] = {}

    def is_current(self, root: Path) -> bool:
        """Whether the files below a root are still those that were read."""
        return all(_stamp(root, path) == stamp for path, stamp in self.stamps.items())

    def of(self, path: str) -> Answer:
        """What it says about one file."""
        return Answer({path: self.findings.get(path, ())}, {}, self.failure)


class Session(Struct):
    """One run of a host linter. `selection`, `config` and `suppressed` are those of CheckRequest."""

    selection: Selection = Selection()
    config: Path | None = None
    suppressed: bool = False
    shared: Shared | None = None
    _whole: set[Path] = field(default_factory=set)
    _answers: dict[Path, Answer] = field(default_factory=dict)
    _folders: dict[Path, tuple[Path, Answer]] = field(default_factory=dict)
    _complaints: set[str] = field(default_factory=set)

    def prepare(self, paths: Iterable[Path]) -> None:
        """Reads the projects that paths lie in, so that the processes forked from this one need not; never raises."""
        with _uncollected(), Boundary():  # the first file that is asked for fails in the same way, and says so
            existing = tuple(path for path in paths if path.exists())
            for target in targets(self._request(existing, whole=True)):
                if not target.is_loose:
                    self._whole.add(target.root)
                self._answer(target)

    def saved(self, path: Path, text: str, shows_failures: bool = True) -> tuple[Finding, ...]:
        """The findings of a file that the host linter read from disk; never raises.

        A failure of the run is told of once, in a file of which the host `shows_failures`.
        """
        return self._asked(path, text, self._known, shows_failures) if path.suffix == SUFFIX else ()

    def unsaved(self, path: Path, text: str, shows_failures: bool = True) -> tuple[Finding, ...]:
        """The findings of a text that an editor holds, whatever the path holds on disk; never raises."""
        if path.suffix == STUB:
            return ()
        named = path if path.suffix == SUFFIX else Path(f"{path}{SUFFIX}")
        return self._asked(named, text, self._anew, shows_failures)

    def _asked(
        self, path: Path, text: str, look: Callable[[Path, str], Answer], shows_failures: bool
    ) -> tuple[Finding, ...]:
        answer = Answer({}, {})
        with _uncollected(), Boundary() as boundary:
            answer = look(Path(os.path.realpath(path)), text)
        failure = answer.failure if boundary.error is None else _failure(boundary.error)
        found = tuple(finding for findings in answer.findings.values() for finding in findings)
        if failure and shows_failures and self._is_first(failure):
            line = _open_line(text)
            return (Finding(UNREADABLE.code, UNREADABLE.name, failure, Span(path.as_posix(), line, 1, line, 1)), *found)
        return found

    def _is_first(self, failure: str) -> bool:
        """Whether nobody has complained of a failure yet, in this process and in those beside it."""
        is_new = failure not in self._complaints
        self._complaints.add(failure)
        return is_new and (self.shared is None or self.shared.claim(failure))

    def _known(self, path: Path, text: str) -> Answer:
        """What is known of one file."""
        if not path.exists():
            return self._anew(path, text)
        root, answer = self._project(path)
        inner = path.relative_to(root).as_posix()
        digest = answer.digests.get(inner, NOT_READABLE)
        if digest != NOT_READABLE and digest != _digest(SourceFile.from_text(inner, text)):
            return self._anew(path, text)
        return answer.of(inner)

    def _anew(self, path: Path, text: str) -> Answer:
        """What a run says that takes one text from the host linter."""
        request = self._request((path,), {path: text})
        (target,) = targets(request)
        return _run(target, request).of(path.relative_to(target.root).as_posix())

    def _project(self, path: Path) -> tuple[Path, Answer]:
        """The root of a file's project, and what is known of it: the same for all files of a folder."""
        folder = path.parent
        if folder not in self._folders:
            with Boundary() as boundary:
                self._folders[folder] = self._found(path)
            if boundary.error is not None:
                self._folders[folder] = (folder, Answer({}, {}, _failure(boundary.error)))
        return self._folders[folder]

    def _found(self, path: Path) -> tuple[Path, Answer]:
        (target,) = targets(self._request((path,), whole=True))
        root = self._root(target, path)
        return root, self._answers.get(root) or self._answer(target)

    def _root(self, target: Target, path: Path) -> Path:
        """The root to ask for a file: a loose one may lie in a folder that was asked for as a whole."""
        if not target.is_loose:
            return target.root
        return next((folder for folder in path.parents if folder in self._whole), target.root)

    def _answer(self, target: Target) -> Answer:
        """The answer about a whole project, from this process or from one beside it."""
        request = self._request((target.root,), whole=True)
        if self.shared is None:
            answer = _run(target, request)
        else:
            made = self.shared.once(repr(request), lambda: msgspec.msgpack.encode(_run(target, request)))
            answer = msgspec.msgpack.decode(made, type=Answer)
            answer = answer if answer.is_current(target.root) else _run(target, request)
        self._answers[target.root] = answer
        return answer

    def _request(
        self, paths: tuple[Path, ...], overlay: Mapping[Path, str] | None = None, *, whole: bool = False
    ) -> CheckRequest:
        return CheckRequest(
            paths=paths,
            overlay=overlay or {},
            selection=self.selection,
            config=self.config,
            suppressed=self.suppressed,
            force_exclude=True,
            whole=whole,
        )


def _run(target: Target, request: CheckRequest) -> Answer:
    """The answer of one run. One that fails is an answer, too: the next file must not wait for it again."""
    with Boundary() as boundary:
        return _answered(open_target(target, request), request)
    assert boundary.error is not None
    return Answer({}, {}, _failure(boundary.error))


def _answered(opened: Opened, request: CheckRequest) -> Answer:
    report = lint(opened, request)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.span.path].append(finding)
    return Answer(
        {path: tuple(findings) for path, findings in by_path.items()},
        dict(_digests(opened)),
        _failures(report),
        {path: _stamp(opened.target.root, path) for path in opened.project.tree.files},
    )


def _stamp(root: Path, path: str) -> tuple[int, int]:
    try:
        status = (root / path).stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _digests(opened: Opened) -> Iterator[tuple[str, bytes]]:
    for path in opened.project.tree.linted:
        try:
            yield path, _digest(opened.project.source(path))
        except UnreadableFileError:
            yield path, NOT_READABLE


def _digest(source: SourceFile) -> bytes:
    # By its text: whether a cookie names the encoding depends on who decoded the file.
    data = SourceFile.from_text(source.path, source.data.decode()).data
    return hashlib.blake2b(data, digest_size=16).digest()


def _open_line(text: str) -> int:
    """The first line on which no `# noqa` of its author hides what has nothing to do with that line."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if "noqa" not in line.lower()), 1)


def _failures(report: Report) -> str:
    lines = [f"{notice.path}: {notice.message}" if notice.path else notice.message for notice in report.failures]
    traces = dict.fromkeys(failure.traceback for failure in report.failures if isinstance(failure, Failure))
    return _with_log(lines[0], "\n".join([*lines, "", *traces])) if lines else ""


def _failure(error: Exception) -> str:
    if isinstance(error, OrmLintError):
        return printable(f"not linted: {error}")
    return _with_log(described("the run", error), traced(error))


def _with_log(line: str, text: str) -> str:
    log = write_log(text)
    return printable(f"{line}; details in {log}" if log else line)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which finds nothing in what a run keeps but looks at all of it again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
