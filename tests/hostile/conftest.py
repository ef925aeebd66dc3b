"""A small good project beside whatever is hostile: its findings must come out, whatever else lies there."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from orm_lint.cli import main

GOOD = """\
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Note(models.Model):
    subject_type = models.ForeignKey(ContentType, models.CASCADE)
    subject_id = models.PositiveIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    number = models.IntegerField(unique=True, db_index=True)
"""
FOUND_IN_GOOD = [("ORM501", 9), ("ORM506", 10)]
LONGEST_PATH = 4000
SELECTED = ("--select", "ORM501,ORM506,ORM9")
HEAD = "from django.db import models\n"
SECONDS = 60  # for one run; most take a tenth of a second, on a machine that is shared


@dataclass(frozen=True)
class Outcome:
    """What one run said about everything but the good file."""

    code: int
    findings: list[tuple[str, int, str]]
    notices: list[tuple[str, int, str]]
    models: int

    @property
    def unreadable(self) -> list[tuple[str, int]]:
        return [(path, line) for path, line, code in self.findings if code == "ORM902"]


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise AssertionError(f"still running after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for app in ("shop", "bad"):
        (project / app).mkdir(parents=True)
        (project / app / "__init__.py").touch()
    (project / "shop" / "models.py").write_text(GOOD)
    (project / "manage.py").write_text("import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n")
    (project / "settings.py").write_text("INSTALLED_APPS = ['django.contrib.contenttypes', 'shop', 'bad']\n")
    (project / "requirements.txt").write_text("django==5.2.1\n")
    return project


@pytest.fixture
def lint(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], Outcome]:
    """Runs the command for JSON, and checks what every run must hold."""

    def run() -> Outcome:
        before = _everything(root.parent)
        code = main(["check", str(root), "--frozen", *SELECTED, "--output-format", "json"])
        written = capsys.readouterr()
        document = json.loads(written.out)
        assert "internal error" not in written.out + written.err
        assert _everything(root.parent) == before
        found = [(one["path"], one["line"], one["code"]) for one in document["findings"]]
        good = sorted((code, line) for path, line, code in found if path == "shop/models.py")
        assert (code, good) == (1, FOUND_IN_GOOD)
        return Outcome(
            code,
            [one for one in found if one[0] != "shop/models.py"],
            [(one["path"], one["line"], one["message"]) for one in document["notices"]],
            document["summary"]["models"],
        )

    return run


@pytest.fixture
def show(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Runs the command for people; what it shows holds nothing that could drive a terminal."""

    def run() -> str:
        assert main(["check", str(root), "--frozen", *SELECTED]) == 1
        written = capsys.readouterr()
        shown = written.out + written.err
        assert "internal error" not in shown
        assert [char for char in shown if char != "\n" and not char.isprintable()] == []
        return shown

    return run


def _everything(folder: Path) -> set[tuple[str, int]]:
    """Every entry below a folder with its size, without following links: nothing may be written or removed."""
    found: set[tuple[str, int]] = set()
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = f"{place}/{name}"
            found.add((path, os.lstat(path).st_size if len(path) < LONGEST_PATH else 0))
    return found
