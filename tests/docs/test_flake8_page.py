"""Everything that docs/flake8.md tells to write or to type is tried."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from flake8.main.options import register_default_options
from flake8.options.manager import OptionManager

from orm_lint.flake8_plugin import Plugin
from tests.docs.pages import codes, page, typed

PAGE = page("flake8")
(BOOKS,) = PAGE.texts("python")
LISTS, OPTIONAL = PAGE.texts("ini")
(RUFF,) = PAGE.texts("toml")
LOAD = "\n\ndef load():\n    return list(Book.objects.all())\n"
COUNTS = '\n\ndef counts():\n    return [Author.objects.count() for book in Book.objects.filter(title="A")]\n'
COMMENTED = BOOKS.replace("for book in books]", "for book in books]  # noqa: ORM101")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "books.py").write_text(BOOKS)
    return tmp_path


def test_the_blocks_of_the_page_are_those_that_are_tried_here() -> None:
    assert PAGE.languages == ["toml", "console", "python", "console", "ini", "ini"]


def test_the_first_findings(folder: Path) -> None:
    shown = PAGE.console()
    assert [command.split()[:2] for command, _ in shown] == [["flake8", "books.py"], ["flake8", "--stdin-display-name"]]
    assert [typed(command, folder) for command, _ in shown] == [output for _, output in shown]
    assert "orm-lint: " in typed("flake8 --version", folder)


@pytest.mark.parametrize("text", [LISTS, OPTIONAL])
def test_flake8_knows_every_key(text: str) -> None:
    # Unknown ones are passed over without a word.
    manager = OptionManager(version="", plugin_versions="", parents=[], formatter_names=[])
    register_default_options(manager)
    Plugin.add_options(manager)
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    assert parser.sections() == ["flake8"]
    assert set(parser["flake8"]) <= set(manager.config_options_dict)


def test_lists_for_folders_and_a_file_of_our_own(folder: Path) -> None:
    for name in ("imports", "reports", "shop"):
        (folder / name).mkdir()
        (folder / name / "books.py").write_text(BOOKS + LOAD)
    (folder / "books.py").unlink()
    typed_codes = codes(typed("flake8 --isolated", folder))
    assert typed_codes == [
        f"./{name}/books.py:{place}" for name in ("imports", "reports", "shop") for place in ("15 ORM101", "19 ORM301")
    ]
    (folder / "setup.cfg").write_text(LISTS)
    (folder / "orm_lint.toml").write_text("[tool.orm_lint]\n")
    kept = ["books.py:19 ORM301", "books.py:15 ORM101", "books.py:19 ORM301"]
    assert codes(typed("flake8", folder)) == [f"./reports/{kept[0]}", f"./shop/{kept[1]}", f"./shop/{kept[2]}"]
    (folder / "orm_lint.toml").write_text('[tool.orm_lint]\nignore = ["ORM101"]\n')
    assert codes(typed("flake8", folder)) == [f"./reports/{kept[0]}", f"./shop/{kept[2]}"]
    assert codes(typed("flake8 ../shop/books.py", folder / "reports")) == ["../shop/books.py:19 ORM301"]


def test_rules_that_are_off_by_default(folder: Path) -> None:
    (folder / "books.py").write_text(BOOKS + COUNTS)
    ours, optional = "books.py:15 ORM101", "books.py:19 ORM108"
    assert codes(typed("flake8 --select ORM books.py", folder)) == [ours]
    (folder / "setup.cfg").write_text(OPTIONAL)
    assert codes(typed("flake8 books.py", folder)) == [ours, optional]
    (folder / "setup.cfg").unlink()
    (folder / "pyproject.toml").write_text('[tool.orm_lint]\nextend-select = ["ORM108"]\n')
    assert codes(typed("flake8 books.py", folder)) == [ours, optional]


@pytest.mark.parametrize(
    ("comment", "shown"),
    [
        ("noqa: ORM101", []),
        ("noqa: ORM1", []),
        ("orm-lint: ignore[ORM101] few rows", []),
        ("noqa: orm101", ["books.py:15 ORM101"]),
        ("noqa : ORM301", []),
    ],
)
def test_comments(comment: str, shown: list[str], folder: Path) -> None:
    (folder / "books.py").write_text(BOOKS.replace("for book in books]", f"for book in books]  # {comment}"))
    assert codes(typed("flake8 --select ORM1 books.py", folder)) == shown
    assert codes(typed("flake8 --select ORM1 --disable-noqa books.py", folder)) == ["books.py:15 ORM101"]


def test_ruff_deletes_our_comment_unless_it_is_told(folder: Path) -> None:
    fix = "ruff check --quiet --no-cache --select RUF --fix books.py"
    (folder / "books.py").write_text(COMMENTED)
    (folder / "pyproject.toml").write_text(RUFF)
    assert typed(fix, folder) == ""
    assert (folder / "books.py").read_text() == COMMENTED
    (folder / "pyproject.toml").unlink()
    typed(fix, folder)
    assert (folder / "books.py").read_text() == BOOKS


def test_what_is_not_shown(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.orm_lint]\nignore = ["ORM999"]\n')
    (folder / "broken.py").write_text("def broken(:\n")
    (folder / "test_books.py").write_text(BOOKS)
    shown = codes(typed("flake8 --select E9,ORM books.py broken.py test_books.py", folder))
    assert shown == ["books.py:15 ORM101", "broken.py:1 E999"]
    # The command line shows the code in the setting; the broken file is a notice of its own there.
    (folder / "broken.py").unlink()
    assert codes(typed("orm-lint check --output-format concise", folder)) == [
        "books.py:15 ORM101",
        "pyproject.toml:2 ORM903",
    ]
