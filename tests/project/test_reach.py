"""Which projects can have anything to do with Django: only their functions are run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import orm_lint.interpreter.run as run_module
from orm_lint.interpreter.hooks import Hooks
from orm_lint.project.project import Project, ProjectOptions, load_project

PLAIN = """\
import os, sys
from shop import settings


def names(orders):
    return [order.customer.name for order in orders.objects.all()]
"""


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Project]:
    def load(files: dict[str, str], overlay: dict[str, str] | None = None, *, frozen: bool = True) -> Project:
        for path, text in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        return load_project(tmp_path, ProjectOptions(frozen=frozen), overlay)

    return load


@pytest.mark.parametrize(
    "text",
    [
        "",
        "import os\n",
        "# the rules of wagtail\nrules = 1\nimported = 'taggit'\n",
        "def important(taggit): return taggit\n",
        "import os  # not wagtail\n",
    ],
)
def test_a_project_without_django(project: Callable[..., Project], text: str) -> None:
    assert not project({"a.py": PLAIN, "b.py": text}).reaches_django


@pytest.mark.parametrize(
    "text",
    [
        "import django\n",
        "def f():\n    from django.db import models\n",
        "f('django.db.models')\n",
        "import taggit.models\n",
        "import os, taggit\n",
        "import os; import taggit\n",
        "import os, \\\n    taggit\n",
        "try: from taggit.managers import *\nexcept ImportError: pass\n",
    ],
)
def test_a_file_that_leads_to_django(project: Callable[..., Project], text: str) -> None:
    assert project({"a.py": "", "b.py": text}).reaches_django


def test_files_that_are_not_linted_count_as_others_lead_there(project: Callable[..., Project]) -> None:
    assert project({"a.py": "from tests.base import Order\n", "tests/base.py": "import django\n"}).reaches_django


def test_an_unsaved_text_counts_and_what_it_replaces_does_not(project: Callable[..., Project]) -> None:
    assert project({"a.py": ""}, {"a.py": "import django\n"}).reaches_django
    assert project({}, {"new.py": "import django\n"}).reaches_django
    assert not project({"a.py": "import django\n"}, {"a.py": ""}).reaches_django


def test_a_file_that_cannot_be_read_leads_nowhere(project: Callable[..., Project], tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"import django # \xff\n")
    assert not project({}).reaches_django


def test_any_installed_package_may_lead_to_a_django_beside_it(
    project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    installed = ".venv/lib/python3.12/site-packages"
    files = {"a.py": "from company import Order\n", f"{installed}/company.py": "import django\n"}
    assert not project(files, frozen=False).reaches_django
    files = {**files, f"{installed}/django/__init__.py": ""}
    assert project(files, frozen=False).reaches_django
    assert not project(files).reaches_django


def test_nothing_is_run_where_nothing_can_be_found(
    project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = []
    monkeypatch.setattr(run_module, "run_entry", lambda _, entry: ran.append(entry.function.node.name))
    for first_line in ("", "import django\n"):
        found = project({"a.py": first_line + PLAIN})
        run_module.run_context(found, found.contexts[0], Hooks())
    assert ran == ["names"]
