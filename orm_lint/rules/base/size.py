"""What the size of a table does to findings: none for small ones, less sure ones for those nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from orm_lint.project.sizes import Size, runs_aside
from orm_lint.rules.base.found import facts
from orm_lint.rules.base.relations import model_of
from orm_lint.rules.base.wording import holds

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.models.graph import Place
    from orm_lint.project.project import Project


def size_of(project: Project, label: str) -> Size | None:
    """What the configuration says about the table of a model."""
    model = model_of(project, label)
    return project.sizes.of(model) if model else None


def unless_small(project: Project, query: Query) -> Query | None:
    """A query of a table that is not known to be small; whether its size is a doubt is decided by `size_doubt`."""
    if size_of(project, query.model) == "small":
        return None
    return structs.replace(query, doubts=query.doubts - {"size"})


def size_doubt(project: Project, query: Query) -> int:
    """The steps by which a finding about size is less sure: for a size that nobody stated, for code run aside."""
    is_stated = size_of(project, query.model) is not None
    return (not is_stated) + (runs_aside(query.place.path) or _is_aside(project, query.place))


def _is_aside(project: Project, place: Place) -> bool:
    return any(holds(function, place) for function in facts(project).aside)
