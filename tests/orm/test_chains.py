"""Random chains of calls: the plan says of the rows exactly what Django then loads, or raises what Django raises.

`describe_chains.py` runs them. ORM_LINT_CHAINS sets how many; ORM_LINT_DJANGO_PYTHON another environment.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

from orm_lint.orm.apply import Raises
from orm_lint.orm.plans import Load, Plan
from tests.orm.chains import Chains, plan_of, shown
from tests.orm.conftest import around_of
from tests.orm.django_side import asked, django_version

COUNT = int(os.environ.get("ORM_LINT_CHAINS", "250"))

# The database refuses the statement: columns of a union that do not match, ordered parts of it.
REFUSED = {"OperationalError", "DatabaseError"}


@pytest.fixture(scope="module")
def django() -> tuple[int, int]:
    return django_version()


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_plans_are_what_django_loads(seed, accessors, django):
    around = around_of(accessors, django)
    source = Chains(seed, accessors, django)
    cases = [source.chain() for _ in range(COUNT)]
    plans = [cut(case, around) for case in cases]
    outcomes = asked("describe_chains.py", cases)
    compared = [
        (case, ours(plan, outcome), theirs(outcome))
        for case, plan, outcome in zip(cases, plans, outcomes, strict=True)
        if is_comparable(case, plan, outcome, django)
    ]
    assert [entry for entry in compared if entry[1] != entry[2]] == []
    assert len([entry for entry in compared if "relations" in entry[1]]) >= COUNT * 0.4
    assert len([entry for entry in compared if "error" in entry[1]]) >= COUNT * 0.1


def cut(case: dict[str, Any], around) -> Plan | Raises:
    """Our plan; the case ends with the first call that raises."""
    plan, done = plan_of(case, around)
    case["calls"] = case["calls"][:done]
    return plan


def is_comparable(case: dict[str, Any], plan: Plan | Raises, outcome: dict[str, Any], django: tuple[int, int]) -> bool:
    """Not what the operators refuse, which plans do not model, nor rows of which we say that we do not know them."""
    names = [call[0] for call in case["calls"]]
    if is_joined_over(case["calls"]) or is_dropped_again(case["calls"], django):
        return False
    if outcome.get("error") in REFUSED or (("|" in names or "&" in names) and is_about_operators(names, outcome)):
        return False
    if isinstance(plan, Raises):
        return plan.error != "operand" and outcome.get("rows") != 0
    return not is_unknown(plan.load)


def is_joined_over(calls: list[Any]) -> bool:
    """A join makes Django ignore the queryset of a Prefetch: of a plan, what that prefetches stays, towards silence."""
    lookups = [value for name, args, _ in calls if name == "prefetch_related" for value in args]
    stated = {value["lookup"].split("__")[0] for value in lookups if isinstance(value, dict) and value["queryset"]}
    joined = {value.split("__")[0] for name, args, _ in calls if name == "select_related" for value in args if value}
    return bool(stated & joined) or (bool(stated) and ["select_related", [], {}] in calls)


def is_dropped_again(calls: list[Any], django: tuple[int, int]) -> bool:
    """A column that was left out and is read by a prefetch makes Django forget what was joined by that key.

    Up to 4.2 also every reverse one-to-one.
    """
    names = {call[0] for call in calls}
    forgets = ["select_related", [], {}] in calls or django < (5, 0)
    return forgets and "prefetch_related" in names and bool(names & {"only", "defer"})


def is_about_operators(names: list[str], outcome: dict[str, Any]) -> bool:
    return outcome.get("error") == "TypeError" or "slice" in names


def is_unknown(load: Load) -> bool:
    return load.is_open or any(is_unknown(arrival.plan.load) for _, arrival in load.relations)


def ours(plan: Plan | Raises, outcome: dict[str, Any]) -> Any:
    if isinstance(plan, Raises):
        return {"error": plan.error}
    if outcome.get("rows") == 0:
        return {"rows": 0}
    if plan.empty:
        return {"rows": "none"}
    return shown(plan) if plan.shape == "model" else {"shape": plan.shape}


def theirs(outcome: dict[str, Any]) -> Any:
    if "error" in outcome:
        return {"error": outcome["error"]}
    if outcome["rows"] == 0:
        return {"rows": 0}
    return outcome["load"] if outcome["shape"] == "model" else {"shape": outcome["shape"]}
