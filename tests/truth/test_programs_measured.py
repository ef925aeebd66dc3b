"""The programs are the truth table: each one, run on the installed Django, grows as its row says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import django
import pytest

from tests.truth.verdicts import HERE, Row, rows

VERSION = f"{django.VERSION[0]}.{django.VERSION[1]}"


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[float, str]]:
    """Queries per row and the exception, by program. In a process of its own: Django's settings are one per process."""
    done = subprocess.run([sys.executable, HERE / "measure.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {name: (per_row, error) for name, (per_row, error) in json.loads(done.stdout).items()}


def here(row: Row) -> bool:
    return VERSION in row.versions


def test_every_program_grows_as_its_row_says(measured):
    compared = [row for row in rows() if here(row)]
    wrong = {
        (row.case, row.construct, row.setup): (measured.get(row.case), (row.per_row, row.error))
        for row in compared
        if measured.get(row.case) != (row.per_row, row.error)
    }
    assert wrong == {}
    assert len(compared) > 2_500


def test_every_program_belongs_to_a_row(measured):
    assert set(measured) <= {row.case for row in rows()}


def test_the_table_has_both_kinds_of_rows():
    kinds = Counter(bool(row.per_row) for row in rows())
    assert kinds == {True: 1589 + 75 + 8 + 52 + 8, False: 1135 + 77 + 19 + 70 + 8}


def test_each_version_of_a_program_has_one_row():
    seen = Counter((row.case, row.setup, version) for row in rows() for version in row.versions)
    assert max(seen.values()) == 1
