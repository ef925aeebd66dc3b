"""The figures and causes of one project, as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.seen import main
from tests.interpreter.support import SETTINGS
from tests.project.support import MANAGE, written

MODELS = "from django.db import models\nclass Book(models.Model):\n    pass\n"
CODE = """
from shop.models import Book
def f(rows):
    for book in Book.objects.filter(pk=1):
        print(book)
    return rows.filter(a=1).exclude(b=2)
"""


def test_causes_are_printed_with_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}
    root = written(tmp_path / "library", files | {"shop/views.py": CODE})
    assert main([str(root)]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert lines == [
        "library: queryset calls with a known model 1 / 3 = 33 %",
        "  loops over rows 1 / 1 = 100 %",
        "      2  67 %  argument",
        "                shop/views.py:6 rows.filter(…)",
        "                shop/views.py:6 rows.filter(…).exclude(…)",
    ]
    assert last.endswith(" s")


def test_as_few_causes_and_places_as_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}
    root = written(tmp_path, files | {"shop/views.py": CODE})
    assert main([str(root), "--places", "0"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "shop/" in line] == []
