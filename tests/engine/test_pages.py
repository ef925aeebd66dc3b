from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orm_lint.conventions import PARTS
from orm_lint.engine import pages as pages_module
from orm_lint.engine.pages import GENERATED, catalogue_line, pages, rule_page
from orm_lint.rules import MalformedRuleError, all_rules
from orm_lint.rules.base import Rule

REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_pages_in_the_repository_are_current() -> None:
    command = [sys.executable, "scripts/generate_docs.py", "--check"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_there_is_a_page_for_every_rule_a_catalogue_frameworks_and_the_configuration() -> None:
    made = pages()
    codes = [f"rules/{rule.code}.md" for rule in all_rules()]
    assert list(made) == [*codes, "rules/index.md", "frameworks.md", "configuration.md"]
    assert all(text.startswith(GENERATED) and text.endswith("\n") for text in made.values())
    assert all(catalogue_line(rule) + "\n" in made["rules/index.md"] for rule in all_rules())


def test_a_page_starts_with_code_and_name_and_says_if_the_rule_is_on() -> None:
    page = rule_page(next(rule for rule in all_rules() if rule.code == "ORM902"))
    assert page.startswith(
        "# ORM902 unreadable-file\n\nA file that could not be linted. On by default.\n\n## What it does\n"
    )


def test_a_docstring_without_all_sections_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_module, "documentation", lambda _: "Odd.\n\n## Example\nx\n")
    with pytest.raises(MalformedRuleError, match=r"^odd: the docstring has the sections \['Example'\]"):
        rule_page(Rule("ORM599", "odd", "", True, lambda _: ()))


def test_the_page_of_frameworks_lists_what_each_part_recognises() -> None:
    page = pages()["frameworks.md"]
    for part in PARTS:
        assert f"\n### {part.name}\n\n{part.summary}\n\n- {part.recognised[0]}\n" in page
