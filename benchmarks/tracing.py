"""The rows of a query trace: which of them are queries per row in Python code, and why the others are not ours."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from benchmarks.callbacks import counts_only, started_by
from benchmarks.lint import Found

LEAST = 3
PER_ROW = frozenset("ORM101 ORM102 ORM103 ORM104 ORM105 ORM106 ORM107 ORM108 ORM109".split())
# Rules about a query that the code writes itself, which need not name a relation.
QUERIES = frozenset("ORM102 ORM103 ORM104 ORM108 ORM109".split())
RELATIONS = frozenset("forward reverse_o2o related_manager gfk deferred".split())
WRITES = frozenset("create save delete queryset_update queryset_delete".split())
WRITING_METHODS = frozenset(
    "add set remove clear create update delete get_or_create update_or_create bulk_create bulk_update".split()
)
NO_QUERYSET = {
    "cache": "cache in the database",
    "raw": "raw SQL",
    "instance": "validation or refresh of one object",
    "prefetch": "prefetch_related_objects",
}
# Where the code of a loop lies if it is not the project's.
LIBRARIES = {"django/forms/": "forms", "django/dispatch/": "signals", "django/template/": "templates"}

Place = tuple[str, int]


class Loop(msgspec.Struct, frozen=True):
    """The frame that looped: `type` is py, cls (a library for a project class), lib, tmpl or libtmpl."""

    type: str
    code: str
    code_func: str
    project: str | None = None
    inside_site: bool = False


class Row(msgspec.Struct, frozen=True):
    """One statement that one project line sent over and over; `frames` lead from the test to it, `path:line` each."""

    site: str
    path: str
    line: int
    kind: str
    model: str
    relation: str
    method: str
    sql: str
    max_count: int
    frames: tuple[str, ...] = ()
    loops: dict[str, int] = {}
    loop: Loop | None = None
    template: str | None = None
    drf: bool = False
    admin: bool = False
    example_test: str = ""

    @property
    def what(self) -> str:
        return f"{self.kind} {self.model}.{self.relation} {self.method}"

    def python_loops(self) -> list[str]:
        """`path:line` of the loops in the project's own Python code, of at least three iterations."""
        keys = (key for key, count in self.loops.items() if count >= LEAST and " via " not in key)
        return [key.removeprefix("py ") for key in keys if key.startswith("py ")]

    def places(self) -> set[Place]:
        """The project lines from the loop to the query."""
        found = {(self.path, self.line), *(_place(text) for text in self.python_loops())}
        if self.loop is not None and self.loop.project in self.frames:
            start = len(self.frames) - 1 - self.frames[::-1].index(self.loop.project)
            found |= {_place(text) for text in self.frames[start:]}
        return found


class Trace(msgspec.Struct, frozen=True):
    """What the tracer wrote: rows with a loop; those without are not ours to judge."""

    rows: tuple[Row, ...]


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """The rows of some traces that say 'three iterations or more', in the order of their places."""
    rows = [row for path in paths for row in msgspec.json.decode(path.read_bytes(), type=Trace).rows]
    return sorted((row for row in rows if row.max_count >= LEAST), key=lambda row: (row.path, row.line, row.what))


def left_out(row: Row, project: Path) -> str | None:
    """Why a row is no query per row in Python code; None if it is one."""
    if row.kind in WRITES or row.method in WRITING_METHODS or not row.sql.startswith("SELECT"):
        return "write"
    if row.kind in NO_QUERYSET:
        return NO_QUERYSET[row.kind]
    if row.site != "py" or row.loop is None:
        return "template" if row.site == "tmpl" else "library code for a class"
    if row.python_loops():
        if all(counts_only(project, *_place(text)) for text in row.python_loops()):
            return "loop over numbers, constants or `while`"
        return next((kind for place in sorted(row.places()) if (kind := started_by(project, *place))), None)
    if row.drf or row.admin:
        return "DRF" if row.drf else "admin"
    if row.template or row.loop.type in ("tmpl", "libtmpl"):
        return "template"
    return next((name for part, name in LIBRARIES.items() if part in row.loop.code), "loop of a library")


def about(row: Row, findings: Iterable[Found]) -> list[Found]:
    """The findings about a row: they point at one of its lines, give or take one, and name what was read."""
    places = {(path, line + step) for path, line in row.places() for step in (-1, 0, 1)}
    site = {(row.path, row.line + step) for step in (-1, 0, 1)}
    return [
        found
        for found in findings
        if (found.path, found.line) in places or any((step.path, step.line) in site for step in found.trace)
        if _names(found, row)
    ]


def _names(found: Found, row: Row) -> bool:
    if row.kind in RELATIONS:
        return found.mentions(row.relation)
    return found.code in QUERIES or found.mentions(row.model)


def _place(text: str) -> Place:
    path, _, line = text.partition(" (class ")[0].rpartition(":")
    return path, int(line)
