"""Reads the project's files, each once: text from disk or from the overlay, to a summary, to a module."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Notice
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, Summary, TooDeepError, summarize, whole_function
from orm_lint.ir.shallow import shallow_part
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.scope import Bindings, bindings_of
from orm_lint.source.file import SourceFile

# Which syntax parses is up to the running interpreter, so a notice names it.
READ_AS = f"Python {sys.version_info.major}.{sys.version_info.minor}"


class Read(Struct, frozen=True):
    """A file that could be read, as every context shares it."""

    summary: Summary
    bindings: Bindings


class Reader(Struct):
    """Reads files below a root. `overlay` holds unsaved texts by posix path; they replace what is on disk."""

    root: Path
    overlay: Mapping[str, str]
    notices: list[Notice] = field(default_factory=list)
    _sources: dict[str, SourceFile] = field(default_factory=dict)
    _read: dict[str, Read | None] = field(default_factory=dict)
    _whole: dict[tuple[str, int], ir.Function] = field(default_factory=dict)

    def source(self, path: str) -> SourceFile:
        """The text of a file, the same throughout a run even if the file changes. Raises UnreadableFileError."""
        return self._sources.get(path) or self._opened(path)

    def _opened(self, path: str) -> SourceFile:
        if path in self.overlay:
            return SourceFile.from_text(path, self.overlay[path])
        return SourceFile.read(self.root, path)

    def text(self, path: str) -> str | None:
        """A file that is no Python, such as a lock file, as text; None if it cannot be read."""
        try:
            return self._opened(path).data.decode()
        except (UnreadableFileError, UnicodeDecodeError):
            return None

    def beside(self, folder: str) -> tuple[str, ...]:
        """The paths of all files in one of the project's folders, whatever they are, sorted."""
        try:
            found = {entry.name for entry in (self.root / folder).iterdir() if entry.is_file()}
        except OSError:
            found = set()
        paths = {posixpath.join(folder, name) for name in found}
        return tuple(sorted(paths | {path for path in self.overlay if posixpath.dirname(path) == folder}))

    def module(self, name: str, path: str, is_package: bool) -> Module | None:
        """The module of a file; None, and one notice, if the file cannot be read."""
        if path not in self._read:
            self._read[path] = self._summarized(path)
        read = self._read[path]
        if read is None:
            return None
        return Module(
            name, path, is_package, "project", read.summary, read.bindings, lambda found: self.whole(path, found)
        )

    def whole(self, path: str, found: ir.Stub) -> ir.Function:
        """A function, lowered when it is first asked for; empty, with a notice, if the file changed meanwhile."""
        key = (path, found.at)
        if key not in self._whole:
            read = self._read[path]
            assert read is not None
            try:
                self._whole[key] = whole_function(self.source(path).data, read.summary.line_starts, found)
            except (LoweringError, UnreadableFileError) as error:
                self.notices.append(Notice(path, error.line, error.problem))
                self._whole[key] = unreadable(found)
        return self._whole[key]

    @property
    def files(self) -> int:
        """How many files were read."""
        return sum(read is not None for read in self._read.values())

    @property
    def lines(self) -> int:
        """How many lines they have."""
        return sum(len(read.summary.line_starts) // 4 for read in self._read.values() if read is not None)

    def _summarized(self, path: str) -> Read | None:
        try:
            source = self._sources[path] = self._opened(path)
            summary = self._summary(path, source.data)
        except UnreadableFileError as error:
            self.notices.append(Notice(path, error.line, error.problem))
            return None
        except LoweringError as error:
            self.notices.append(Notice(path, error.line, f"{error.problem} (as {READ_AS} reads it)"))
            return None
        return Read(summary, bindings_of(summary.body))

    def _summary(self, path: str, data: bytes) -> Summary:
        """The header of a file; without the statements that nest too deeply, and with a notice, if it has such."""
        try:
            return summarize(data)
        except TooDeepError as error:
            rest, deep = shallow_part(data)
            summary = summarize(rest)
            also = f" and {len(deep) - 1} more" if len(deep) > 1 else ""
            problem = f"{error.problem} (as {READ_AS} reads it): this statement{also} left out"
            self.notices.append(Notice(path, deep[0] if deep else 1, problem))
            return summary
