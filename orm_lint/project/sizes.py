"""How large the tables are, as far as the configuration says: nothing in the source tells."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.project.models.graph import Model

Size: TypeAlias = Literal["large", "small"]

MANY_ROWS = 10_000


class Sizes(Struct, frozen=True):
    """`large` and `small` hold names of models (see `is_named`), `rows` counts by such a name, in lower case.

    From `limit` rows on a table is large.
    """

    large: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    rows: Mapping[str, int] = {}
    limit: int = MANY_ROWS

    def of(self, model: Model) -> Size | None:
        """The size of a model's table; None if nobody said.

        A name goes before a pattern, that before a count; between equals, the model is large.
        """
        stated: tuple[tuple[Size, tuple[str, ...]], ...] = (("large", self.large), ("small", self.small))
        for is_pattern in (False, True):
            for size, names in stated:
                if any(is_named(model, name) for name in names if ("*" in name) == is_pattern):
                    return size
        counts = [self.rows[name] for name in _names(model) if name in self.rows]
        if not counts:
            return None
        return "large" if counts[0] >= self.limit else "small"


def is_named(model: Model, written: str) -> bool:
    """Whether a name in the configuration means a model.

    It is `app.Model`, the dotted name of the class or that of the table, in any case; `*` stands for anything.
    """
    pattern = written.lower()
    if "*" not in pattern:
        return pattern in _names(model)
    return any(fnmatchcase(name, pattern.replace("[", "[[]")) for name in _names(model))


def runs_aside(path: str) -> bool:
    """Whether a file holds a management command, tasks or a script: what runs there may take its time."""
    folders = posixpath.dirname(path).split("/")
    if posixpath.basename(path) == "tasks.py" or not {"tasks", "scripts"}.isdisjoint(folders):
        return True
    return ("management", "commands") in pairwise(folders)


def _names(model: Model) -> Iterator[str]:
    yield model.label.lower()
    yield model.symbol.dotted.lower()
    yield model.db_table.lower()
