"""However flake8 starts its workers, it prints the same lines, and each project is read once in a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, INVARIANT, NAMES, PROJECT, WORDS, run_flake8, write

EVERY_METHOD = ("fork", "forkserver", "spawn")
# For what does not depend on where a worker comes from: one that knows what its parent knows, and one that does not.
TWO_METHODS = ("fork", "spawn")
OWN_TABLE = "[tool.orm_lint]\n"


def test_one_process(root: Path) -> None:
    done = run_flake8(root, "-j1")
    assert (done.code, done.lines, done.errors) == (1, [f"./{NAMES}", f"./{BUYERS}"], "")
    assert (done.projects, done.left) == ([str(root)], {})


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_two_processes(root: Path, method: str) -> None:
    done = run_flake8(root, "-j2", TEST_START_METHOD=method)
    assert (done.code, done.lines, done.errors) == (1, [f"./{NAMES}", f"./{BUYERS}"], "")
    assert (done.projects, done.left) == ([str(root)], {})


@pytest.mark.parametrize("method", TWO_METHODS)
def test_two_projects_each_with_its_own_configuration(tmp_path: Path, method: str) -> None:
    top = tmp_path.resolve()
    one = write(top / "one", {**PROJECT, "shop/words.py": WORDS, "pyproject.toml": OWN_TABLE})
    two = write(top / "two", {**PROJECT, "shop/words.py": WORDS})
    write(two, {"pyproject.toml": "[tool.orm_lint]\nextend-select = ['ORM108']\nignore = ['ORM101']\n"})
    done = run_flake8(top, "-j2", "one", str(two), TEST_START_METHOD=method)
    assert done.lines == sorted([f"{two}/{INVARIANT}", f"one/{NAMES}", f"one/{BUYERS}"])
    assert (done.projects, done.left) == ([str(one), str(two)], {})


@pytest.mark.parametrize("method", TWO_METHODS)
def test_projects_that_are_met_on_the_way_are_read_once_too(tmp_path: Path, method: str) -> None:
    top = write(tmp_path.resolve() / "top", {"setup.cfg": "", **{f"a{number}.py": "" for number in range(8)}})
    for name in ("one", "two"):
        write(top / name, {**PROJECT, "pyproject.toml": OWN_TABLE})
    done = run_flake8(top, "-j2", TEST_START_METHOD=method)
    assert done.lines == [f"./one/{NAMES}", f"./one/{BUYERS}", f"./two/{NAMES}", f"./two/{BUYERS}"]
    assert sorted(done.projects) == [str(top), str(top / "one"), str(top / "two")]


@pytest.mark.parametrize("method", TWO_METHODS)
def test_a_folder_that_is_no_project_is_one_when_it_is_asked_for(tmp_path: Path, method: str) -> None:
    loose = {path: text for path, text in PROJECT.items() if path.startswith("shop/")}
    folder = write(tmp_path.resolve() / "notes", loose)
    done = run_flake8(folder, "-j2", TEST_START_METHOD=method)
    assert (done.lines, done.projects) == ([f"./{NAMES}", f"./{BUYERS}"], [str(folder)])


def test_files_outside_of_any_project(tmp_path: Path) -> None:
    script = PROJECT["shop/models.py"] + "\n\ndef f():\n    return [o.buyer for o in Order.objects.exclude(pk=1)]\n"
    folder = write(tmp_path.resolve() / "scripts", {"a.py": script, "b/c.py": script, "other/unread.py": script})
    done = run_flake8(folder, "a.py", "b/c.py")
    message = (
        "ORM101 `self.customer` (%s:13) runs one query per Order;"
        ' add .select_related("customer") to the queryset at %s:17'
    )
    assert done.lines == [f"a.py:17:15: {message % ('a.py', 'a.py')}", f"b/c.py:17:15: {message % ('c.py', 'c.py')}"]
    assert done.projects == [str(folder), str(folder / "b")]


def test_the_console_script(root: Path) -> None:
    script = Path(sys.executable).with_name("flake8")
    done = subprocess.run([script, "shop"], cwd=root, capture_output=True, text=True, timeout=60)
    assert (done.returncode, sorted(done.stdout.splitlines()), done.stderr) == (1, [NAMES, BUYERS], "")


def test_it_is_listed_with_its_version_and_its_option(root: Path) -> None:
    from orm_lint import __version__

    listed = run_flake8(root, "--version")
    assert f"orm-lint: {__version__}" in " ".join(listed.lines)
    helped = run_flake8(root, "--help")
    assert "  --orm-config FILE     read [tool.orm_lint] from this file, not from the" in helped.lines
    assert (listed.projects, helped.projects) == ([], [])
