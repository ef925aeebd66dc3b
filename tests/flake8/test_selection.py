"""Which findings are printed: flake8's own options and comments, and the rules that are off by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, INVARIANT, LAZY, NAMES, VIEWS, WORDS, run_flake8, write

LONG = f"# {'long ' * 20}.\n"
TOO_LONG = "shop/long.py:1:80: E501 line too long (103 > 79 characters)"
UNUSED = "shop/unused.py:1:1: F401 'os' imported but unused"
OURS = [NAMES, BUYERS]


@pytest.fixture
def mixed(root: Path) -> Path:
    """A project in which flake8 finds something, we do, and our opt-in rules would."""
    return write(root, {"shop/words.py": WORDS, "shop/long.py": LONG, "shop/unused.py": "import os\n"})


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", [TOO_LONG, UNUSED, *OURS]),
        ("--select ORM", OURS),
        ("--select ORM1", [*OURS, INVARIANT, LAZY]),
        ("--select ORM108,F", [UNUSED, INVARIANT]),
        ("--select O --extend-ignore ORM101", []),
        ("--extend-select ORM110", [TOO_LONG, UNUSED, *OURS, LAZY]),
        ("--extend-select ORM", [TOO_LONG, UNUSED, *OURS]),
        ("--ignore E501", [UNUSED, *OURS]),
        ("--ignore ORM1", [TOO_LONG, UNUSED]),
        ("--ignore ORM --select F,ORM101", [UNUSED, *OURS]),
        ("--ignore ORM --extend-select ORM108", [TOO_LONG, UNUSED, INVARIANT]),
        ("--extend-ignore ORM101 --extend-select ORM1", [TOO_LONG, UNUSED, INVARIANT, LAZY]),
    ],
)
def test_selectors_on_the_command_line(mixed: Path, arguments: str, expected: list[str]) -> None:
    done = run_flake8(mixed, "-j1", *arguments.split(), "shop")
    assert (done.lines, done.errors) == (sorted(expected), "")
    assert done.projects == [str(mixed)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("--select E,F", [TOO_LONG, UNUSED]),
        ("--select F --extend-select E5", [TOO_LONG, UNUSED]),
        ("--extend-ignore ORM", [TOO_LONG, UNUSED]),
        ("--ignore OR,E", [UNUSED]),
        ("--select ORM --ignore ORM", []),
        ("--select ORM101 --extend-ignore O --select=", []),
    ],
)
def test_where_nothing_of_ours_can_be_shown_the_project_is_not_read(
    mixed: Path, arguments: str, expected: list[str]
) -> None:
    done = run_flake8(mixed, "-j2", *arguments.split(), "shop")
    assert (done.lines, done.errors, done.projects, done.files) == (sorted(expected), "", [], [])


def test_nor_for_a_text_on_stdin(mixed: Path) -> None:
    done = run_flake8(mixed, "--select", "F", "--stdin-display-name", "shop/views.py", "-", stdin=VIEWS)
    assert (done.lines, done.files) == ([], [])


@pytest.mark.parametrize(
    ("file", "options", "expected"),
    [
        ("setup.cfg", "ignore = E501", [UNUSED, *OURS]),  # replaces what flake8 ignores by default
        ("tox.ini", "ignore = E501", [UNUSED, *OURS]),
        (".flake8", "ignore = E501", [UNUSED, *OURS]),
        ("setup.cfg", "select = ORM", OURS),
        ("tox.ini", "extend-select = ORM108", [TOO_LONG, UNUSED, *OURS, INVARIANT]),
    ],
)
def test_selectors_in_configuration_files(mixed: Path, file: str, options: str, expected: list[str]) -> None:
    write(mixed, {file: f"[flake8]\n{options}\n"})
    assert run_flake8(mixed, "-j1", "shop").lines == sorted(expected)


def test_selectors_in_our_own_table(mixed: Path) -> None:
    write(mixed, {"pyproject.toml": '[tool.orm_lint]\nextend-select = ["ORM108"]\nignore = ["ORM110"]\n'})
    assert run_flake8(mixed, "shop").lines == sorted([TOO_LONG, UNUSED, *OURS, INVARIANT])
    done = run_flake8(mixed, "--select", "ORM110,ORM108", "shop")  # as `orm-lint check --select ORM110` would have it
    assert done.lines == [INVARIANT]


def test_files_with_ignored_codes_of_their_own(mixed: Path) -> None:
    files = "per-file-ignores =\n    shop/long.py: E501\n    shop/views.py: ORM1\n    shop/words.py: ORM108\n"
    write(mixed, {"setup.cfg": f"[flake8]\nextend-select = ORM1\n{files}"})
    assert run_flake8(mixed, "shop").lines == sorted([UNUSED, LAZY])
    done = run_flake8(mixed, "--stdin-display-name", str(mixed / "shop" / "views.py"), "-", stdin=VIEWS)
    assert (done.code, done.lines) == (0, [])


def commented(comments: list[str]) -> str:
    """One function with a finding for each comment, on its line."""
    function = "def f{}():\n    return [o.customer.name for o in Order.objects.exclude(pk=1)]{}\n"
    functions = [function.format(number, comment and f"  {comment}") for number, comment in enumerate(comments)]
    return "\n\n".join(["from shop.models import Order\n", *functions])


COMMENTS = [
    "",
    "# noqa",
    "# noqa: ORM101",
    "# noqa: E501,ORM1",
    "# noqa: E501",
    "# NoQA:ORM",
    "# noqa: orm101",
    "# orm-lint: ignore[ORM101]",
    "# orm-lint: ignore[related-object-per-row]",
    "# orm-lint: ignore",
]
STILL_SHOWN = (0, 4, 6)


def place(number: int) -> str:
    return f"shop/hidden.py:{5 + 4 * number}:15:"


def test_comments_hide_findings(root: Path) -> None:
    write(root, {"shop/hidden.py": commented(COMMENTS)})
    hidden = run_flake8(root, "--select", "ORM101", "shop/hidden.py")
    assert sorted(line.split(" ")[0] for line in hidden.lines) == sorted(map(place, STILL_SHOWN))
    every = run_flake8(root, "--select", "ORM101", "--disable-noqa", "shop/hidden.py")
    assert sorted(line.split(" ")[0] for line in every.lines) == sorted(map(place, range(len(COMMENTS))))


def test_a_comment_for_a_whole_file(root: Path) -> None:
    names = ("flake8: noqa", "orm-lint: ignore-file", "orm-lint: ignore-file[ORM101]")
    write(root, {f"shop/{number}.py": f"# {name}\n" + commented([""]) for number, name in enumerate(names)})
    files = [f"shop/{number}.py" for number in range(len(names))]
    assert run_flake8(root, *files).lines == []
    every = run_flake8(root, "--disable-noqa", *files).lines
    assert [line.split(" ")[:2] for line in every] == [[f"{file}:6:15:", "ORM101"] for file in files]


def test_a_comment_that_hides_nothing_is_found(root: Path) -> None:
    text = "x = 1  # noqa: ORM101\ny = 2  # noqa: E501\nz = 3  # orm-lint: ignore[ORM599]\n"
    done = run_flake8(write(root, {"shop/hidden.py": text}), "shop/hidden.py")
    assert done.lines == [
        "shop/hidden.py:1:16: ORM901 unused suppression: ORM101 finds nothing here; remove it from the comment",
        "shop/hidden.py:3:27: ORM903 no rule is called ORM599 in this comment (did you mean ORM903?)",
    ]
