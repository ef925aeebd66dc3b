from __future__ import annotations

import pytest

from orm_lint.engine.select import Selection, covered, selected
from orm_lint.rules.base import Rule


def rule(code: str, name: str, *, on: bool = True) -> Rule:
    return Rule(code, name, "", on, lambda _: ())


RULES = (
    rule("ORM501", "generic-foreign-key"),
    rule("ORM502", "generic-key-without-index"),
    rule("ORM503", "filter-without-index", on=False),
    rule("ORM601", "no-persistent-connections"),
)


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), ["ORM501", "ORM502", "ORM601"]),
        (Selection(select=()), []),
        (Selection(select=("ALL",)), ["ORM501", "ORM502", "ORM503", "ORM601"]),
        (Selection(select=("ORM",)), ["ORM501", "ORM502", "ORM503", "ORM601"]),
        (Selection(select=("ORM5",)), ["ORM501", "ORM502", "ORM503"]),
        (Selection(select=("filter-without-index",)), ["ORM503"]),
        (Selection(extend_select=("ORM503",)), ["ORM501", "ORM502", "ORM503", "ORM601"]),
        (Selection(select=("ORM601",), extend_select=("ORM503",)), ["ORM503", "ORM601"]),
        (Selection(ignore=("ORM5",)), ["ORM601"]),
        (Selection(ignore=("ALL",)), []),
        (Selection(select=("ORM5",), ignore=("ORM501",)), ["ORM502", "ORM503"]),
        (Selection(select=("ORM501",), ignore=("ORM5",)), ["ORM501"]),
        (Selection(select=("ORM501",), ignore=("generic-foreign-key",)), []),
        (Selection(select=("ORM5",), ignore=("ORM5",)), []),
        (Selection(extend_select=("ORM502",), ignore=("ALL",)), ["ORM502"]),
    ],
)
def test_the_more_precise_selector_wins(selection: Selection, codes: list[str]) -> None:
    assert sorted(selected(selection, RULES)) == codes


@pytest.mark.parametrize("selector", ["O", "", "orm501", "ORM9", "ORM5011", "E501", "Generic-Foreign-Key"])
def test_a_selector_of_nothing_covers_nothing(selector: str) -> None:
    assert covered(selector, RULES) == frozenset()
