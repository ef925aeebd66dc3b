"""What pylint says about a project, and which of its options change that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orm_lint.rules import all_rules
from tests.pylint_plugin.support import ALL, CUSTOMER, FOUND, LABEL, SAME, Done, pylint, readings, runs, write

EXPLAINED = """\
:orm-related-object-per-row (W7101):
  ORM101: a foreign key or one-to-one relation fetched for each row. `orm-lint
  explain ORM101` shows more. This message belongs to the orm-lint checker.

"""
ALL_RULES = [(f"orm-{rule.name}", f"W7{rule.code.removeprefix('ORM')}") for rule in all_rules()]
DEFAULT_RULES = [pair for pair, rule in zip(ALL_RULES, all_rules(), strict=True) if rule.on_by_default]


def test_the_messages_of_a_project(project: Path) -> None:
    done = pylint(project, "shop")
    assert (done.found, done.code, done.errors) == (FOUND, 4, "")
    assert readings(project) == [str(project)]


def test_every_rule_is_a_message(project: Path) -> None:
    everything, explained, by_name, by_default = runs(
        project,
        ["--list-msgs"],
        ["--help-msg=W7101"],
        ["--list-msgs-enabled"],
        ["--rcfile=wide.toml", "--list-msgs-enabled"],
    )
    assert {done.code for done in (everything, explained, by_name, by_default)} == {0}
    assert sorted(re.findall(r"^:(orm-\S+) \((\w+)\):$", everything.output, re.MULTILINE)) == sorted(ALL_RULES)
    assert explained.output == EXPLAINED
    assert enabled_in(by_name) == sorted(DEFAULT_RULES)
    # pylint cannot know that the engine leaves those out which nobody mentions.
    assert enabled_in(by_default) == sorted(ALL_RULES)


def enabled_in(done: Done) -> list[tuple[str, str]]:
    listed = done.output.partition("\nDisabled messages:")[0]
    return sorted(re.findall(r"^  (orm-\S+) \((\w+)\)$", listed, re.MULTILINE))


def test_options_choose_messages(project: Path) -> None:
    expected = {
        "--disable=orm-related-object-per-row": [ALL],
        "--disable=W7301": [LABEL, CUSTOMER],
        "--disable=orm-lint": [],
        "--disable=all --enable=orm-lint": FOUND,
        "--disable=all --enable=W7101": [LABEL, CUSTOMER],
        "--disable=all --enable=orm-unbounded-queryset": [ALL],
        "--disable=all --enable=W": [*FOUND, SAME],
        "--confidence=HIGH": [LABEL, CUSTOMER],
        "--confidence=INFERENCE": [ALL],
        "--confidence=INFERENCE_FAILURE": [],
        "--enable=orm-lint": FOUND,
        "--enable=W7108": [*FOUND, SAME],
        "--enable=orm-invariant-query-in-loop": [*FOUND, SAME],
        "--enable=orm-lint-optional": [*FOUND, SAME],
        "--enable=all --disable=C,R,E,W0,import-error": [*FOUND, SAME],
        "--fail-on=W7108": [*FOUND, SAME],
    }
    answers = runs(project, *(["shop/views.py", *options.split()] for options in expected))
    assert {
        options: [line for line in done.found if " W7" in line] for options, done in zip(expected, answers, strict=True)
    } == expected


def test_what_is_not_shown_is_not_looked_for(project: Path) -> None:
    errors, errors_of_two, disabled = runs(
        project,
        ["-E", "--enable=syntax-error", "shop"],
        ["-E", "--enable=syntax-error", "-j2", "shop"],
        ["--disable=orm-lint,orm-lint-optional", "shop"],
    )
    assert (errors.found, errors_of_two.found, disabled.found) == ([], [], [])
    assert readings(project) == []


def test_exit_codes(project: Path) -> None:
    each = {
        "shop/views.py": 4,
        "shop/views.py --fail-under=0": 0,
        "shop/views.py --fail-under=0 --fail-on=W7101": 4,
        "shop/views.py --fail-under=0 --fail-on=orm-lint-optional": 0,
        "shop/models.py": 0,
    }
    answers = runs(project, *(options.split() for options in each))
    assert dict(zip(each, [done.code for done in answers], strict=True)) == each


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_the_project_turns_rules_on_and_off(project: Path, jobs: str) -> None:
    write(project, {"pyproject.toml": "[tool.orm_lint]\nextend-select = ['ORM108']\nignore = ['ORM3']\n"})
    assert pylint(project, "--rcfile=wide.toml", "shop", jobs).found == [LABEL, CUSTOMER, SAME]


def test_what_is_hardly_sure_is_a_failed_inference(project: Path) -> None:
    command = (
        "from django.core.management.base import BaseCommand\n\nfrom shop.models import Order\n\n\n"
        "class Command(BaseCommand):\n    def handle(self, *args, **options):\n"
        "        for order in Order.objects.all():\n            print(order.pk)\n"
    )
    path = "shop/management/commands/sweep.py"
    write(project, {path: command, "pyproject.toml": "[tool.orm_lint]\nmin-confidence = 'low'\n"})
    expected = ALL.replace("shop/views.py:8:17-8:36", f"{path}:8:21-8:40").replace("INFERENCE", "INFERENCE_FAILURE")
    assert pylint(project, path).found == [expected]
