"""Whatever a message says, it is one line, and no editor takes a part of it for a place."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orm_lint.rules import all_rules
from tests.editors.clients import (
    ALE_FLAKE8,
    ALE_PYLINT,
    ALE_TEMPLATE,
    FLYCHECK_FLAKE8,
    NVIM_FLAKE8,
    NVIM_FORMAT,
    PYLSP_FLAKE8,
    PYLSP_PYLINT,
    VSCODE_FLAKE8,
    VSCODE_FORMAT,
    Shown,
    environment,
    lines,
)
from tests.editors.project import make_project, write

FIXTURES = Path(__file__).parents[1] / "fixtures"
LINE = re.compile(r"(?P<path>[^:]+):(?P<row>\d+):(?P<col>\d+): (?P<code>ORM\d+) (?P<text>.+)")
DEFAULT_FORMAT = "%(path)s:%(row)d:%(col)d: %(code)s %(text)s"
PYLINT_TEMPLATE = "{path}:{line}:{column}: {msg_id}: {msg} ({symbol})"
SYMBOLS = {rule.code: f"orm-{rule.name}" for rule in all_rules()}
BROKEN_CHAIN = """\
from shop.models import Book


def names():
    return [
        book
        .author
        .name
        for book in Book.objects
        .filter(pk__gt=3)
    ]
"""


def known_messages() -> Iterator[dict[str, str | int]]:
    """One finding of each fixture line: every message that the tests know."""
    for path in sorted(FIXTURES.rglob("expected.txt")):
        for line in path.read_text("utf-8").splitlines():
            match = LINE.fullmatch(line)
            assert match, line
            yield {**match.groupdict(), "row": int(match["row"]), "col": int(match["col"])}


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (VSCODE_FLAKE8, VSCODE_FORMAT),
        (NVIM_FLAKE8, NVIM_FORMAT),
        (ALE_FLAKE8, DEFAULT_FORMAT),
        (PYLSP_FLAKE8, DEFAULT_FORMAT),
        (FLYCHECK_FLAKE8, DEFAULT_FORMAT),
    ],
)
def test_every_known_message_as_flake8_prints_it(pattern: str, written: str) -> None:
    known = list(known_messages())
    assert len(known) > 300
    output = "\n".join(written % message for message in known)
    read = list(lines(pattern)(output))
    assert read == [Shown(message["row"], message["col"], message["code"], message["text"]) for message in known]


@pytest.mark.parametrize(
    ("pattern", "written", "code", "says"),
    [
        (ALE_PYLINT, ALE_TEMPLATE, "{symbol}", "{msg}"),
        (PYLSP_PYLINT, PYLINT_TEMPLATE, "{msg_id}", "{msg} ({symbol})"),
    ],
)
def test_every_known_message_as_pylint_prints_it(pattern: str, written: str, code: str, says: str) -> None:
    values = [
        {
            "path": message["path"],
            "line": message["row"],
            "column": message["col"] - 1,
            "msg_id": f"W7{message['code'][3:]}",
            "symbol": SYMBOLS[message["code"]],
            "msg": message["text"],
        }
        for message in known_messages()
    ]
    read = list(lines(pattern, first_column=0)("\n".join(written.format(**value) for value in values)))
    wanted = [Shown(value["line"], value["column"] + 1, code.format(**value), says.format(**value)) for value in values]
    assert read == wanted


def test_an_expression_over_several_lines_is_told_on_one(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write(project, {"shop/views.py": BROKEN_CHAIN})
    flake8 = [sys.executable, "-m", "flake8", "--select", "ORM", "shop/views.py"]
    pylint = [sys.executable, "-m", "pylint", "--score=n", "shop/views.py"]
    text = '`book.author` runs one query per Book; add .select_related("author") to the queryset at shop/views.py:10'
    assert printed(flake8, project) == [f"shop/views.py:7:10: ORM101 {text}"]
    assert printed(pylint, project) == [
        "************* Module shop.views",
        f"shop/views.py:7:9: W7101: {text} (orm-related-object-per-row)",
    ]


def printed(command: list[str], project: Path) -> list[str]:
    done = subprocess.run(command, cwd=project, env=environment(project.parent), capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.splitlines()
