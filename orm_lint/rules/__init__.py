"""All rules, one module each, found by being here: adding a rule edits no list."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterable
from types import ModuleType

from orm_lint.rules.base import AnyRule, Rule, RunRule

CODE = re.compile(r"ORM[1-9][0-9]{2}")
SECTIONS = (
    "What it does",
    "Why is this bad?",
    "Example",
    "Use instead",
    "What it leaves alone",
    "Options",
    "Fix safety",
    "References",
)


class MalformedRuleError(Exception):
    """A rule module breaks the rules for rules: a mistake in orm_lint, never in linted code."""


@functools.cache
def all_rules() -> tuple[AnyRule, ...]:
    """Every rule, sorted by code. Raises MalformedRuleError where two share a code or one is ill-formed."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if info.name != "base"]
    return collect(importlib.import_module(f"{__name__}.{name}") for name in names)


def collect(modules: Iterable[ModuleType]) -> tuple[AnyRule, ...]:
    """The rules of some modules, checked and sorted by code."""
    rules: dict[str, AnyRule] = {}
    for module in modules:
        rule = _rule_of(module)
        if rule.code in rules:
            raise MalformedRuleError(f"{rule.code} is both {rules[rule.code].name} and {rule.name}")
        rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def documentation(rule: AnyRule) -> str:
    """The docstring of the module that holds a rule: one line, then the sections of SECTIONS as Markdown."""
    return importlib.import_module(f"{__name__}.{rule.name.replace('-', '_')}").__doc__ or ""


def find_rule(code_or_name: str) -> AnyRule | None:
    """The rule with this code (in any case) or name."""
    wanted = code_or_name.strip()
    return next((rule for rule in all_rules() if wanted.upper() == rule.code or wanted.lower() == rule.name), None)


def _rule_of(module: ModuleType) -> AnyRule:
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule | RunRule):
        raise MalformedRuleError(f"{module.__name__} defines no RULE")
    if not CODE.fullmatch(rule.code):
        raise MalformedRuleError(f"{module.__name__}: {rule.code!r} is not ORM and three digits from 100 on")
    if module.__name__.rpartition(".")[2] != rule.name.replace("-", "_"):
        raise MalformedRuleError(f"{module.__name__} holds {rule.name}: a module is named after its rule")
    return rule
