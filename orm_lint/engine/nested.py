"""Projects inside of a folder that was asked for: with a configuration or a mark of their own, they are linted apart.

So a file is linted in the same way whether it is named itself, as editors and hooks do, or a folder far above it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from msgspec import structs

from orm_lint.engine.request import CheckRequest, Target, targets
from orm_lint.project.root import is_marked

WHOLE = frozenset({""})


def with_nested(target: Target, linted: Iterable[str], request: CheckRequest) -> tuple[Target, tuple[Target, ...]]:
    """A target without the projects inside of it, and one for each of these. `linted` are the files of its project."""
    asked = {path for path in linted if target.asks_for(path) and path not in target.files}
    folders = sorted({parent for path in asked for parent in PurePosixPath(path).parents})
    inner: dict[Path, Target] = {}
    for folder in folders:
        place = target.root / folder
        if place == target.root or not is_marked(place) or any(place.is_relative_to(root) for root in inner):
            continue
        (found,) = targets(structs.replace(request, paths=(place,), overlay={}))
        if found.root == place:
            inner[place] = structs.replace(found, folders=WHOLE)
    outside = frozenset(root.relative_to(target.root).as_posix() for root in inner)
    return structs.replace(target, outside=outside), tuple(inner.values())
