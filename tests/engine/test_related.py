"""Findings of other files whose way leads through the file that was named."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.reports.report import Report

MODELS = """\
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE)

    @property
    def byline(self):
        return self.author.name
"""
VIEWS = """\
from shop.models import Book


def bylines():
    return [book.byline for book in Book.objects.filter(pk__gt=3)]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {"pyproject.toml": "[tool.orm_lint]\n", "shop/__init__.py": "", "shop/models.py": MODELS}
    files |= {"shop/views.py": VIEWS, "shop/tests/test_views.py": VIEWS, "shop/apps.py": ""}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def lint(project: Path, path: str, *, related: bool) -> Report:
    return check(CheckRequest((project / path,), frozen=True, force_exclude=True, related=related))


def places(report: Report) -> list[tuple[str, str, int, int]]:
    return [(found.code, found.span.path, found.span.line, found.span.column) for found in report.findings]


def test_a_model_that_a_view_reads_through(project: Path) -> None:
    assert places(lint(project, "shop/models.py", related=False)) == []
    assert places(lint(project, "shop/models.py", related=True)) == [("ORM101", "shop/views.py", 5, 18)]


def test_a_file_on_no_way_and_one_that_holds_the_finding_itself(project: Path) -> None:
    assert places(lint(project, "shop/apps.py", related=True)) == []
    assert places(lint(project, "shop/views.py", related=True)) == [("ORM101", "shop/views.py", 5, 18)]


def test_a_comment_in_the_other_file_hides_its_finding(project: Path) -> None:
    text = VIEWS.replace("(pk__gt=3)]", "(pk__gt=3)]  # noqa: ORM101")
    (project / "shop/views.py").write_text(text + "\n\nx = 1  # noqa: ORM101\n")
    assert places(lint(project, "shop/models.py", related=True)) == []
