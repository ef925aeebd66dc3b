"""A small Django project, and the real pylint run over it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

RCFILE = """\
[tool.pylint.main]
load-plugins = ["orm_lint.pylint_plugin"]
score = false
disable = ["all"]
enable = ["orm-lint", "unnecessary-semicolon"]
"""
# As projects have it: nothing of ours is named. The checkers that take most of the time are off.
WIDE = """\
[tool.pylint.main]
load-plugins = ["orm_lint.pylint_plugin"]
score = false
disable = ["C", "R", "I", "basic", "classes", "exceptions", "imports", "stdlib", "typecheck", "variables"]
"""
MODELS = '''\
"""What is sold, and to whom."""

from django.db import models


class Customer(models.Model):
    """Somebody who buys."""

    name = models.CharField(max_length=50)


class Order(models.Model):
    """What somebody buys."""

    customer = models.ForeignKey(Customer, models.CASCADE)

    @property
    def label(self):
        """How it is called."""
        return f"order of {self.customer.name}"
'''
VIEWS = '''\
"""Pages."""

from shop.models import Customer, Order


def show():
    """All of them."""
    for order in Order.objects.all():
        print(order.label)


def recent():
    """The last ones."""
    for order in Order.objects.filter(pk__gt=9):
        print("né", order.customer.name)


def first():
    """One customer again and again."""
    for order in Order.objects.filter(pk__gt=9):
        print(order.pk, Customer.objects.filter(pk=3).count())
'''
PROJECT = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")\n',
    "config.py": 'INSTALLED_APPS = ["shop"]\nDATABASES = {}\n',
    "requirements.txt": "Django==5.2.1\n",
    "rc.toml": RCFILE,
    "wide.toml": WIDE,
    "shop/__init__.py": "",
    "shop/models.py": MODELS,
    "shop/views.py": VIEWS,
}

ALL = (
    "shop/views.py:8:17-8:36 W7301 orm-unbounded-queryset INFERENCE `Order.objects.all()` loads the whole table of "
    "Order; add a filter, a slice or pagination, or read it with .iterator()"
)
LABEL = (
    "shop/views.py:9:20-9:25 W7101 orm-related-object-per-row HIGH `self.customer` (shop/models.py:20) runs one query "
    'per Order; add .select_related("customer") to the queryset at shop/views.py:8'
)
CUSTOMER = (
    "shop/views.py:15:26-15:34 W7101 orm-related-object-per-row HIGH `order.customer` runs one query per Order; "
    'add .select_related("customer") to the queryset at shop/views.py:14'
)
SAME = (
    "shop/views.py:21:24-21:61 W7108 orm-invariant-query-in-loop HIGH `Customer.objects.filter(…).count()` runs the "
    "same query in each iteration of the loop at shop/views.py:20; move it before the loop"
)
FOUND = [ALL, LABEL, CUSTOMER]


@dataclass(frozen=True)
class Done:
    """How a process ended, with what it left of ours in the folder for temporary files."""

    code: int | str | None
    output: str
    errors: str = ""
    left: dict[str, str] = field(default_factory=dict)

    @property
    def found(self) -> list[str]:
        """The messages of a run that printed JSON, file by file: in which order pylint takes them is its own affair."""
        messages = json.loads(self.output)["messages"]
        return [line_of(message) for message in sorted(messages, key=lambda message: message["path"])]


def line_of(message: dict[str, Any]) -> str:
    at = "{path}:{line}:{column}-{endLine}:{endColumn}"
    return (at + " {messageId} {symbol} {confidence} {message}").format(**message)


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return root


def pylint(root: Path, *options: str, text: str | None = None, **variables: str) -> Done:
    """`python -m pylint` in a folder."""
    command = [sys.executable, "-m", "pylint", "--rcfile=rc.toml", "--output-format=json2", *options]
    return _done(root, command, text, variables)


def runs(root: Path, *each: Iterable[str], **variables: str) -> list[Done]:
    """Several runs of pylint in one process, as inside of an editor's server: that costs a fraction."""
    return _several(root, [(options, "") for options in each], variables)


def unsaved(root: Path, *each: tuple[str, str]) -> list[list[str]]:
    """The messages about names with the texts that an editor holds, each given on stdin, in one process."""
    pairs = [(["--from-stdin", name], text) for name, text in each]
    return [done.found for done in _several(root, pairs, {})]


def _several(root: Path, pairs: list[tuple[Iterable[str], str]], variables: dict[str, str]) -> list[Done]:
    options = [(["--rcfile=rc.toml", "--output-format=json2", *more], text) for more, text in pairs]
    done = _done(root, [sys.executable, str(HERE / "several.py")], json.dumps(options), variables)
    assert (done.code, done.errors) == (0, "")
    return [Done(*answer) for answer in json.loads(done.output)]


def python(root: Path, script: str, **variables: str) -> Done:
    """A script that runs pylint by itself."""
    return _done(root, [sys.executable, script], None, variables)


def _done(root: Path, command: list[str], text: str | None, variables: dict[str, str]) -> Done:
    """A process with the hooks of sitecustomize.py that finds nothing of this machine's pylint."""
    own = {
        "PYLINTHOME": str(root.parent / "home"),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(HERE / "site"), os.environ.get("PYTHONPATH")])),
        "PYTHONUTF8": "1",
        "READINGS": str(root.parent / "readings"),
    }
    # Not below the test's own folder: a server of processes listens there, and names of sockets are short.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        environment = {**os.environ, **own, "TMPDIR": temporary, **variables}
        done = subprocess.run(command, cwd=root, env=environment, input=text, capture_output=True, encoding="utf-8")
        left = {path.name: path.read_text() if path.is_file() else "" for path in Path(temporary).glob("orm_lint-*")}
    return Done(done.returncode, done.stdout, done.stderr, left)


def readings(root: Path) -> list[str]:
    """The projects that were read in all runs up to now."""
    place = root.parent / "readings"
    return place.read_text().splitlines() if place.exists() else []
