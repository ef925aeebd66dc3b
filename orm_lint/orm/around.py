"""What the modules of this package need to know beside a plan, and how they say that Django raises."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from orm_lint.orm.accessors import Accessors, ManagerKind
from orm_lint.orm.plans import Plan
from orm_lint.project.models.graph import ModelGraph


class Around(Struct, frozen=True):
    """The models, the version of Django, and the querysets of managers, which the interpreter has to run.

    `is_closed` says that every field and relation is known, so that Django refuses every other name. Real projects
    have fields that we cannot resolve and relations from packages we do not see.
    """

    graph: ModelGraph
    accessors: Accessors
    django: tuple[int, int]
    manager_plan: Callable[[str, ManagerKind], Plan]
    is_closed: bool = False


class Raises(Struct, frozen=True):
    """Django raises this, here or as soon as the queryset is evaluated."""

    error: str


class PlanError(Exception):
    """A call that Django refuses; `error` is the name of what it raises."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error
