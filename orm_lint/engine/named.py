"""Files that a request names one by one: their texts, so that they are linted wherever they lie."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from orm_lint.engine.request import Target
from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Notice
from orm_lint.source.file import SourceFile

SUFFIX = ".py"


class Named(Struct, frozen=True):
    """The texts of the files by path, and a notice for each file that has none."""

    texts: Mapping[str, str]
    notices: tuple[Notice, ...]


NO_NAMED = Named({}, ())


def read_named(target: Target) -> Named:
    """The texts of the Python files that a target names, unsaved ones left out."""
    texts: dict[str, str] = {}
    notices: list[Notice] = []
    for path in sorted(target.files):
        if not path.endswith(SUFFIX):
            notices.append(Notice(path, 1, f"not linted: its name does not end in {SUFFIX}"))
        if not path.endswith(SUFFIX) or path in target.overlay:
            continue
        try:
            texts[path] = SourceFile.read(target.root, path).data.decode()
        except UnreadableFileError as error:
            notices.append(Notice(path, error.line, error.problem))
    return Named(texts, tuple(notices))
