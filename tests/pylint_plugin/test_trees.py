"""Trees that hold more, or less, than one Django project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pylint_plugin.support import (
    CUSTOMER,
    FOUND,
    LABEL,
    MODELS,
    PROJECT,
    VIEWS,
    Done,
    pylint,
    readings,
    write,
)

ODD = {
    "shop/broken.py": "def broken(:\n",
    "shop/empty.py": "",
    "shop/comment.py": "# nothing else",
    "shop/escape.py": 'PATTERN = "\\d"\n',
    "shop/stub.pyi": "class Stub: ...\n",
    "space/inner/module.py": "import os\n",
    "script": "#!/usr/bin/env python\nimport os\n",
}
RAW = {"shop/latin.py": "NAME = 'café'\n".encode("latin-1"), "shop/null.py": b"NAME = '\0'\n"}
SHIFT = MODELS.count("\n") - 3
PLAIN = {"plain/pyproject.toml": "", "plain/code.py": "import os\n", "plain/pack/__init__.py": "from . import gone\n"}


def ours(done: Done) -> list[str]:
    return [line for line in done.found if " orm-" in line]


def test_everything_else_is_as_without_the_plugin(project: Path) -> None:
    write(project, {**ODD, **PLAIN, "without.toml": "[tool.pylint.main]\nload-plugins = []\n"})
    for path, data in RAW.items():
        (project / path).write_bytes(data)
    paths = ["--recursive=y", "shop", "space", "script", "plain", "absent", "--disable=no-member"]
    without = pylint(project, *paths, "--rcfile=without.toml")
    with_it = pylint(project, *paths, "--rcfile=without.toml", "--load-plugins=orm_lint.pylint_plugin")
    assert ours(with_it) == FOUND
    assert [line for line in with_it.found if line not in FOUND] == without.found
    assert {"E0001", "F0001", "W0611", "W1401"} <= {line.split()[1] for line in without.found}
    assert (with_it.errors, with_it.code) == (without.errors, without.code | 4)
    assert readings(project) == [str(project), str(project / "plain")]


def test_a_file_that_is_too_large_is_said_as_by_the_command(project: Path) -> None:
    write(project, {"shop/large.py": f"# {'x' * 97}\n" * 21_000})
    assert pylint(project, "shop").found == [
        "shop/large.py:1:0-1:0 W7902 orm-unreadable-file HIGH unreadable: larger than 2 MiB, not linted",
        *FOUND,
    ]


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_projects_and_loose_files_in_one_run(project: Path, jobs: str) -> None:
    other = {path.replace("shop/", "store/"): text.replace("shop.", "store.") for path, text in PROJECT.items()}
    write(project.parent / "other", {**other, "pyproject.toml": "[tool.orm_lint]\nignore = ['ORM3']\n"})
    loose = MODELS + VIEWS.partition("Order\n")[2]
    write(project.parent / "loose", {"a.py": loose, "deep/b.py": loose})
    done = pylint(project, "shop", "../other/store", "../loose/a.py", "../loose/deep/b.py", jobs)
    assert done.found == [
        *(f"{project.parent}/loose/{of_loose(line, 'a.py')}" for line in FOUND),
        *(f"{project.parent}/loose/{of_loose(line, 'deep/b.py')}" for line in FOUND),
        *(f"{project.parent}/other/{line}".replace("shop/", "store/") for line in (LABEL, CUSTOMER)),
        *FOUND,
    ]
    names = ("loose", "loose/deep", "other", "project")
    assert sorted(readings(project)) == [str(project.parent / name) for name in names]
    assert done.left == {}


def of_loose(line: str, path: str) -> str:
    """What is said of the views where they stand below the models in a file that belongs to no project."""
    place, _, message = line.partition(" ")
    place = re.sub(r"(\d+)(?=:\d)", lambda number: str(int(number[0]) + SHIFT), place.removeprefix("shop/views.py"))
    message = re.sub(r"(?<=shop/views.py:)\d+", lambda number: str(int(number[0]) + SHIFT), message)
    return f"{path}{place} {re.sub('shop/(models|views).py', Path(path).name, message)}"
