from __future__ import annotations

from types import ModuleType

import pytest

from orm_lint.rules import MalformedRuleError, all_rules, collect, find_rule
from orm_lint.rules.base import Rule


def module(name: str, rule: object) -> ModuleType:
    made = ModuleType(f"orm_lint.rules.{name}")
    made.RULE = rule  # type: ignore[attr-defined]
    return made


def rule(code: str, name: str) -> Rule:
    return Rule(code, name, "", True, lambda _: ())


def test_rules_are_sorted_by_code_and_include_those_about_the_linting() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(codes)
    assert codes[-3:] == ["ORM901", "ORM902", "ORM903"]


def test_a_rule_is_found_by_code_in_any_case_and_by_name() -> None:
    assert find_rule("orm902") is find_rule("unreadable-file")
    assert find_rule("ORM90") is None


def test_collect_sorts() -> None:
    made = collect([module("b_b", rule("ORM502", "b-b")), module("a", rule("ORM501", "a"))])
    assert [found.name for found in made] == ["a", "b-b"]


@pytest.mark.parametrize(
    ("modules", "problem"),
    [
        ([module("a", rule("ORM501", "a")), module("b", rule("ORM501", "b"))], "ORM501 is both a and b"),
        ([module("a", rule("ORM099", "a"))], "orm_lint.rules.a: 'ORM099' is not ORM and three digits from 100 on"),
        ([module("a", rule("ORM1", "a"))], "orm_lint.rules.a: 'ORM1' is not ORM and three digits from 100 on"),
        ([module("a", rule("ORM501", "a-b"))], "orm_lint.rules.a holds a-b: a module is named after its rule"),
        ([module("a", "no rule")], "orm_lint.rules.a defines no RULE"),
    ],
)
def test_ill_formed_rules_are_refused(modules: list[ModuleType], problem: str) -> None:
    with pytest.raises(MalformedRuleError, match=f"^{problem}$"):
        collect(modules)
