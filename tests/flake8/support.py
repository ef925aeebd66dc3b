"""A small Django project on disk, and flake8 as its users start it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

TEMPORARY = "$TMPDIR"
DRIVER = Path(__file__).parent / "driver"

MODELS = """\
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=20)


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)

    @property
    def buyer(self):
        return self.customer.name
"""
VIEWS = """\
from shop.models import Order


def names(request):
    return [order.customer.name for order in Order.objects.exclude(pk=1)]


def buyers(request):
    return [order.buyer for order in Order.objects.exclude(pk=1)]
"""
# What the opt-in rules ORM108 and ORM110 find.
WORDS = """\
from shop.models import Customer, Order


def totals():
    rows = []
    for customer in Customer.objects.filter(name="x"):
        rows.append((customer, list(Order.objects.filter(pk=1))))
    return rows


async def first():
    order = await Order.objects.aget(pk=1)
    return order.customer.name
"""
PROJECT = {
    "manage.py": 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    "settings.py": 'INSTALLED_APPS = ["shop"]\n',
    "requirements.txt": "django==5.2.1\n",
    "shop/__init__.py": "",
    "shop/models.py": MODELS,
    "shop/views.py": VIEWS,
}
NAMES = (
    "shop/views.py:5:19: ORM101 `order.customer` runs one query per Order;"
    ' add .select_related("customer") to the queryset at shop/views.py:5'
)
BUYERS = (
    "shop/views.py:9:19: ORM101 `self.customer` (shop/models.py:13) runs one query per Order;"
    ' add .select_related("customer") to the queryset at shop/views.py:9'
)
INVARIANT = (
    "shop/words.py:7:32: ORM108 `list(…)` runs the same query in each iteration of the loop at shop/words.py:6;"
    " move it before the loop"
)
LAZY = (
    "shop/words.py:13:18: ORM110 `order.customer` raises SynchronousOnlyOperation in async code;"
    ' add .select_related("customer") to the queryset at shop/words.py:12, or read it in sync_to_async()'
)


class Run(Struct, frozen=True):
    """How flake8 ended: its lines are sorted, for which of two on one line comes first differs between its versions.

    `projects` were read by us, `files` asked for on disk; `left` are the texts of the files and folders (none) that are
    left in the folder of temporary files, called TEMPORARY in the lines.
    """

    code: int
    lines: list[str]
    errors: str
    projects: list[str]
    files: list[str]
    left: dict[str, str | None]


def write(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    return root


def run_flake8(folder: Path, *arguments: str, stdin: str | None = None, **environment: str) -> Run:
    """Runs flake8 in a folder, with a folder of temporary files of its own."""
    return run_python(folder, "-m", "flake8", *arguments, stdin=stdin, **environment)


def run_python(folder: Path, *arguments: str, stdin: str | None = None, **environment: str) -> Run:
    # Not in tmp_path: the path of a fork server's socket must be short.
    with TemporaryDirectory(prefix="flake8-") as name:
        temporary, log = Path(name, "t"), Path(name, "log")
        temporary.mkdir()
        log.touch()
        inherited = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        path = os.pathsep.join(filter(None, (str(DRIVER), inherited.get("PYTHONPATH"))))
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env={**inherited, "PYTHONPATH": path, "TMPDIR": str(temporary), "TEST_LOG": str(log), **environment},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
        )
        calls = [line.split(" ", 1) for line in log.read_text().splitlines()]
        return Run(
            code=done.returncode,
            lines=sorted(done.stdout.replace(str(temporary), TEMPORARY).splitlines()),
            errors=done.stderr,
            projects=[what for word, what in calls if word == "project"],
            files=[what for word, what in calls if word == "file"],
            left={path.name: path.read_text() if path.is_file() else None for path in sorted(temporary.iterdir())},
        )
