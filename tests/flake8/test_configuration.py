"""Where flake8 finds our configuration, and what it says where that is broken or where we fail ourselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, INVARIANT, NAMES, TEMPORARY, VIEWS, WORDS, run_flake8, write

CHOSEN = "[tool.orm_lint]\nselect = ['ORM108']\n"
UNUSED = "./shop/unused.py:1:1: F401 'os' imported but unused"
BROKEN = {
    "unknown key": (
        "[tool.orm_lint]\nselct = []\n",
        "{root}/pyproject.toml: tool.orm_lint.selct: unknown key; did you mean select?",
    ),
    "wrong type": (
        "[tool.orm_lint]\nselect = 'ORM1'\n",
        "{root}/pyproject.toml: tool.orm_lint.select: must be a list of strings, not 'ORM1'",
    ),
    "no TOML": ("[tool.orm_lint]\nselect = [\n", "{root}/pyproject.toml:3: not TOML: Invalid value"),
}


@pytest.fixture
def mixed(root: Path) -> Path:
    return write(root, {"shop/words.py": WORDS, "shop/unused.py": "import os\n"})


@pytest.mark.parametrize(
    ("place", "written"), [("lint/orm.toml", "lint/orm.toml"), ("orm.toml", "./orm.toml"), ("orm.toml", "orm.toml")]
)
def test_a_file_that_the_configuration_of_flake8_names_beside_it(mixed: Path, place: str, written: str) -> None:
    write(mixed, {place: CHOSEN, "setup.cfg": f"[flake8]\nselect = ORM\norm-config = {written}\n"})
    done = run_flake8(mixed / "shop", "-j2", TEST_START_METHOD="spawn")
    assert (done.lines, done.projects) == (["./" + INVARIANT.removeprefix("shop/")], [str(mixed)])
    assert run_flake8(mixed, "--stdin-display-name", "shop/views.py", "-", stdin=VIEWS).lines == []


def test_a_file_that_the_command_line_names(mixed: Path) -> None:
    write(mixed, {"lint/orm.toml": CHOSEN, "setup.cfg": "[flake8]\nselect = ORM\norm_config =\n"})
    assert run_flake8(mixed).lines == [f"./{NAMES}", f"./{BUYERS}"]
    assert run_flake8(mixed, "--orm-config", "lint/orm.toml").lines == [f"./{INVARIANT}"]
    gone = run_flake8(mixed, "--orm-config", "gone.toml", "shop/views.py")
    problem = "gone.toml: cannot be read: No such file or directory"
    assert gone.lines == [f"shop/views.py:1:1: ORM902 not linted: {problem}"]


@pytest.mark.parametrize(
    ("kind", "method"), [("unknown key", "fork"), ("unknown key", "spawn"), ("wrong type", "fork"), ("no TOML", "fork")]
)
def test_a_broken_configuration_is_complained_of_once(mixed: Path, kind: str, method: str) -> None:
    text, problem = BROKEN[kind]
    write(mixed, {"pyproject.toml": text})
    done = run_flake8(mixed, "-j2", TEST_START_METHOD=method)
    (complaint,) = (line for line in done.lines if line != UNUSED)
    assert UNUSED in done.lines
    assert re.fullmatch(r"\./\S+\.py:1:1: ORM902 not linted: (.*)", complaint)[1] == problem.format(root=mixed)
    assert (done.code, done.errors, done.left) == (1, "", {})


def test_a_comment_on_the_first_line_does_not_hide_the_complaint(mixed: Path) -> None:
    write(mixed, {"pyproject.toml": BROKEN["unknown key"][0], "shop/views.py": "import os  # noqa\nx = os\n"})
    problem = BROKEN["unknown key"][1].format(root=mixed)
    for arguments, stdin in (
        (["shop/views.py"], None),
        (["--stdin-display-name", "shop/views.py", "-"], "import x  # noqa\n"),
    ):
        done = run_flake8(mixed, *arguments, stdin=stdin)
        assert (done.code, done.lines) == (1, [f"shop/views.py:2:1: ORM902 not linted: {problem}"])


@pytest.mark.parametrize("hides", ["b*.py:ORM", "other.py:E5 shop/*.py,gone.py:W,ORM9", "*/shop/**:O"])
def test_a_file_whose_findings_are_not_shown_does_not_swallow_the_complaint(mixed: Path, hides: str) -> None:
    write(mixed, {"pyproject.toml": BROKEN["unknown key"][0], "last.py": "x = 1\n", "b.py": "x = 1\n"})
    write(mixed, {"shop/__init__.py": "# flake8: noqa\n"})
    problem = BROKEN["unknown key"][1].format(root=mixed)
    done = run_flake8(mixed, "-j1", "--per-file-ignores", hides, "b.py", "shop/__init__.py", "shop/words.py", "last.py")
    place = "shop/words.py" if hides.startswith("b*") else "b.py"
    assert done.lines == [f"{place}:1:1: ORM902 not linted: {problem}"]


def test_a_name_that_no_file_can_have(mixed: Path) -> None:
    done = run_flake8(mixed, "--orm-config", "a" * 300, "shop/words.py")
    assert done.lines == [f"shop/words.py:1:1: ORM902 not linted: {'a' * 300}: cannot be read: File name too long"]
    assert (done.code, done.errors) == (1, "")


def test_one_broken_configuration_costs_only_its_own_project(mixed: Path) -> None:
    write(mixed, {"sub/pyproject.toml": BROKEN["unknown key"][0], "sub/a.py": VIEWS, "sub/b.py": VIEWS})
    done = run_flake8(mixed, "-j2", "--select", "ORM", "sub", "shop")
    complaint, *rest = (line for line in done.lines if not line.startswith("shop/"))
    assert rest == []
    assert re.match(r"sub/[ab]\.py:1:1: ORM902 not linted: ", complaint)
    assert [line for line in done.lines if line.startswith("shop/")] == [NAMES, BUYERS]


INTERNAL = {
    "load": "internal error: the run failed with LookupError (broken on purpose)",
    "interpreter": "internal error: the interpreter failed with LookupError (broken on purpose)",
    "rule": "internal error: ORM599 failed with LookupError (broken on purpose)",
}


@pytest.mark.parametrize("broken", INTERNAL)
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_mistake_of_ours_is_one_finding_with_a_log(mixed: Path, broken: str, method: str) -> None:
    done = run_flake8(mixed, "-j2", TEST_BROKEN=broken, TEST_START_METHOD=method)
    ours = [f"./{NAMES}", f"./{BUYERS}"] if broken == "rule" else []
    (complaint,) = (line for line in done.lines if line not in (UNUSED, *ours))
    assert sorted([complaint, UNUSED, *ours]) == done.lines
    pattern = r"\./\S+\.py:1:1: ORM902 (.*?)(?: at orm_lint/\S+:\d+)?; please report it; details in (\S+)"
    said, log = re.fullmatch(pattern, complaint).groups()
    assert said == INTERNAL[broken]
    assert list(done.left) == [log.removeprefix(f"{TEMPORARY}/")]
    (text,) = done.left.values()
    assert "Traceback (most recent call last):\n" in text
    assert "LookupError: broken on purpose\n" in text
    assert (done.code, done.errors) == (1, "")


def test_a_mistake_of_ours_on_stdin(mixed: Path) -> None:
    done = run_flake8(mixed, "--stdin-display-name", "shop/unused.py", "-", stdin="import os\n", TEST_BROKEN="load")
    (complaint,) = (line for line in done.lines if line != UNUSED.removeprefix("./"))
    assert complaint.startswith(f"shop/unused.py:1:1: ORM902 {INTERNAL['load']}")
    assert (done.code, len(done.lines), len(done.left)) == (1, 2, 1)
