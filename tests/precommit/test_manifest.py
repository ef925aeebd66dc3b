"""What .pre-commit-hooks.yaml promises."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from identify.identify import tags_from_filename

from tests.precommit.support import ROOT, Repository

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}


def test_the_manifest_is_valid(hooks: Repository) -> None:
    assert hooks.pre_commit("validate-manifest", str(MANIFEST)).exit_code == 0


def test_the_validation_itself_sees_a_mistake(hooks: Repository, tmp_path: Path) -> None:
    wrong = tmp_path / "hooks.yaml"
    wrong.write_text(MANIFEST.read_text("utf-8").replace("types_or: [python, html]", "types_or: python"), "utf-8")
    assert hooks.pre_commit("validate-manifest", str(wrong)).exit_code == 1


@pytest.mark.parametrize("name", ["views.py", "orders.html", "orders.htm"])
def test_python_and_templates_are_given_to_the_hook(name: str) -> None:
    assert tags_from_filename(name) & set(HOOKS["orm-lint"]["types_or"])


@pytest.mark.parametrize("name", ["README.md", "models.pyi", "explore.ipynb", "orders.jinja", "mail.txt", "page.css"])
def test_other_files_are_not(name: str) -> None:
    assert not tags_from_filename(name) & set(HOOKS["orm-lint"]["types_or"])
