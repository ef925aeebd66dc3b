"""The models of fixtures/project as this package sees them."""

from __future__ import annotations

import pytest

from orm_lint.orm.accessors import Accessors
from orm_lint.orm.apply import Around, cloned
from orm_lint.orm.arguments import Arguments
from orm_lint.orm.plans import Plan
from tests.orm.django_side import PROJECT
from tests.project.support import DJANGO, loaded

JOINING = {("app.Page", "default"), ("app.Page2", "default"), ("app.Page2", "base")}
"""Managers of the fixture whose querysets say select_related("inker"), as the interpreter would find by running them."""


@pytest.fixture(scope="session")
def accessors() -> Accessors:
    return Accessors(loaded(PROJECT).graph)


@pytest.fixture(scope="session")
def around(accessors: Accessors) -> Around:
    return around_of(accessors, DJANGO)


def around_of(accessors: Accessors, django: tuple[int, int]) -> Around:
    """What surrounds plans of a version of Django."""

    def manager_plan(label: str, kind: str) -> Plan:
        if (label, kind) in JOINING:
            return cloned(Plan(label), "select_related", Arguments(("inker",)), around)
        if (label, kind) == ("app.Page3", "default"):
            return cloned(Plan(label), "prefetch_related", Arguments(("marks",)), around)
        return Plan(label)

    around = Around(accessors.graph, accessors, django, manager_plan, is_closed=True)
    return around
