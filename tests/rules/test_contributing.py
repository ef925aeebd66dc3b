"""Follows CONTRIBUTING.md, 'Adding a rule', with a made-up rule in a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
COPIED = ("orm_lint", "scripts", "docs", "tests/fixtures", "tests/rules", "tests/conftest.py", "pyproject.toml")
CODE = "ORM599"
NAME = "nameless-model"

MODULE = '''"""A model with a title and no name.

## What it does
Reports models that have a field `title` and no field `name`.

## Why is this bad?
It is not: this rule is made up by a test.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)
```

## Use instead
```python
class Ad(models.Model):
    name = models.CharField(max_length=80)
```

## What it leaves alone
Nothing.

## Options
There are none.

## Fix safety
There is no automatic fix.

## References
- [Models](https://docs.djangoproject.com/en/stable/topics/db/models/)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Finding
from orm_lint.project.declarations import is_ours, span_of
from orm_lint.rules.base import Rule

if TYPE_CHECKING:
    from orm_lint.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """One finding a model."""
    for model in project.models:
        if is_ours(model.place) and "title" in model.by_name and "name" not in model.by_name:
            message = f"{model.name} has no name; add one"
            yield Finding(RULE.code, RULE.name, message, span_of(project, model.place), model=model.label)


RULE = Rule("ORM599", "nameless-model", "a model without a name", False, check)
'''

FIXTURE = {
    "bad/shop/models.py": "from django.db import models\n\n\n"
    + "\n\n".join(
        f"class M{number}(models.Model):  # expect: {CODE}\n    title = models.TextField()\n" for number in range(5)
    ),
    "bad/expected.txt": "".join(
        f"shop/models.py:{4 + 4 * number}:7: {CODE} M{number} has no name; add one\n" for number in range(5)
    ),
    "lookalikes/shop/models.py": "from django.db import models\n\n\nclass Ad(models.Model):\n"
    "    name = models.CharField(max_length=9)\n",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in COPIED:
        source, target = REPOSITORY / part, tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_three_steps_add_a_rule(copy: Path) -> None:
    (copy / "orm_lint" / "rules" / "nameless_model.py").write_text(MODULE)
    for path, text in FIXTURE.items():
        file = copy / "tests" / "fixtures" / "rules" / CODE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    run(copy, "scripts/generate_docs.py")

    page = (copy / "docs" / "rules" / f"{CODE}.md").read_text()
    assert page.endswith(run(copy, "-m", "orm_lint", "explain", CODE))
    assert f"{CODE}.md" in (copy / "docs" / "rules" / "index.md").read_text()
    tested = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rules/test_fixtures.py", "-k", CODE)
    assert "6 passed" in tested
    project = shutil.copytree(copy / "tests" / "fixtures" / "rules" / CODE / "bad", copy / "site")
    select = ("--select", NAME, "--exit-zero", "--output-format", "concise")
    found = run(copy, "-m", "orm_lint", "check", *select, str(project))
    assert [line.partition(": ")[2] for line in found.splitlines()] == [
        f"{CODE} M{number} has no name; add one" for number in range(5)
    ]
