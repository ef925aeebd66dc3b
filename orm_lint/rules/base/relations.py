"""Relation paths as the methods of a queryset want them written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from orm_lint.orm.accessors import Accessors

if TYPE_CHECKING:
    from orm_lint.project.context import LoadedContext
    from orm_lint.project.models.graph import Field, Model
    from orm_lint.project.project import Project

SEPARATOR = "__"
JOINED = frozenset({"forward", "reverse_one"})


class Hop(Struct, frozen=True):
    """One relation of a path. `name` is the attribute, `lookup` what filters and joins call it.

    `is_joined` says that a join can load it: it leads to one row. `target` is the label of the model it leads to,
    `field` declares it.
    """

    name: str
    lookup: str
    is_joined: bool = False
    target: str | None = None
    field: Field | None = None


def context_of(project: Project, label: str) -> LoadedContext | None:
    """The first context that has the model of a label."""
    return next((context for context in project.contexts if context.graph.get(label)), None)


def model_of(project: Project, label: str) -> Model | None:
    """The model of a label, from the first context that has it."""
    context = context_of(project, label)
    return context.graph.get(label) if context else None


def model_name(project: Project, label: str) -> str:
    """The name of a model's class."""
    model = model_of(project, label)
    return model.name if model else label.rpartition(".")[2]


def hops(project: Project, label: str, path: str) -> list[Hop]:
    """The hops of a path from the rows of a model. Where the graph ends, a hop is what its name says."""
    context = context_of(project, label)
    accessors = Accessors(context.graph) if context else None
    found: list[Hop] = []
    at: str | None = label
    for name in path.split(SEPARATOR):
        found.append(_hop(accessors, at, name) if accessors and at else Hop(name, name))
        at = found[-1].target
    return found


def _hop(accessors: Accessors, label: str, name: str) -> Hop:
    accessor = accessors.find(label, name)
    model = accessors.model(label)
    if accessor is None or model is None:
        return Hop(name, name)
    is_reverse = accessor.kind != "column" and name not in model.by_name
    relation = accessor.field.relation if accessor.field and is_reverse else None
    lookup = (relation.query_name if relation else None) or name
    return Hop(name, lookup, accessor.kind in JOINED, accessor.target, accessor.field)


def leads_on(project: Project, label: str, path: str) -> bool:
    """Whether the rows of a model have a path, as far as its models are known."""
    at: str | None = label
    for name in path.split(SEPARATOR):
        context = context_of(project, at) if at else None
        accessor = Accessors(context.graph).find(at, name) if context and at else None
        if accessor is None:
            return at is None or context is None
        at = accessor.target
    return True


def lookup_path(project: Project, label: str, path: str) -> str:
    """A path as filters and annotations write it."""
    return SEPARATOR.join(hop.lookup for hop in hops(project, label, path))


def row_holding(project: Project, label: str, path: str) -> str:
    """The label of the rows that a read multiplies with: those looped, or those of the last set on the path."""
    rows = label
    for hop in hops(project, label, path)[:-1]:
        if not hop.is_joined and hop.target:
            rows = hop.target
    return rows


def written(project: Project, label: str, path: str) -> str:
    """The last row of a path that is one of many, and what is read from it, as code would write it: `ad.owner`."""
    found = hops(project, label, path)
    many = next((index for index in range(len(found) - 1, 0, -1) if not found[index - 1].is_joined), 0)
    row = model_name(project, row_holding(project, label, path)).lower()
    return ".".join((row, *(hop.name for hop in found[many:])))


def eager_load(project: Project, label: str, path: str, deeper: Iterable[str] = ()) -> str:
    """The calls that load a path and those that lead on from it: joins as far as they reach, prefetches for the rest.

    The hops before the last one of `path` are loaded already.
    """
    joins: set[str] = set()
    prefetches: set[str] = set()
    for wanted in (path, *deeper):
        found = hops(project, label, wanted)
        reach = next((index for index, hop in enumerate(found) if not hop.is_joined), len(found))
        if reach > path.count(SEPARATOR):
            joins.add(SEPARATOR.join(hop.lookup for hop in found[:reach]))
        if reach < len(found):
            prefetches.add(wanted)
    return _call("select_related", joins) + _call("prefetch_related", prefetches)


def prefetch_of(paths: set[str]) -> str:
    """The call that prefetches some paths."""
    return _call("prefetch_related", paths)


def _call(method: str, paths: set[str]) -> str:
    """A call with the longest paths; a path loads all that it passes."""
    longest = [path for path in paths if not any(other.startswith(path + SEPARATOR) for other in paths)]
    written = ", ".join(f'"{path}"' for path in sorted(longest))
    return f".{method}({written})" if written else ""
