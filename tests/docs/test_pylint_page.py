"""Everything that docs/pylint.md tells to write or to type is tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.rules import all_rules
from tests.docs.pages import codes, page, typed

PAGE = page("pylint")
BOOKS, COMMENT = PAGE.texts("python")
LOADED, CONFIGURED = PAGE.texts("toml")
LOAD = "\n\ndef load():\n    return list(Book.objects.all())\n"
COUNTS = '\n\ndef counts():\n    return [Author.objects.count() for book in Book.objects.filter(title="A")]\n'
OURS, OPTIONAL, WHOLE = "books.py:15 W7101", "books.py:19 W7108", "books.py:23 W7301"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "books.py").write_text(BOOKS)
    return tmp_path


def test_the_blocks_of_the_page_are_those_that_are_tried_here() -> None:
    assert PAGE.languages == ["console", "toml", "python", "console", "toml", "python"]


def test_the_first_finding(folder: Path) -> None:
    ((command, output),) = PAGE.console()
    assert typed(command, folder) == output


def test_loading_is_all_that_is_needed(folder: Path) -> None:
    listed = "pylint --list-msgs-enabled"
    names = {f"  orm-{rule.name} (W7{rule.code[3:]})" for rule in all_rules()}
    assert names.isdisjoint(typed(listed, folder).splitlines())
    (folder / "pyproject.toml").write_text(LOADED)
    enabled, _, _ = typed(listed, folder).partition("Disabled messages:")
    assert names <= set(enabled.splitlines())


def test_names_stand_for_rules_on_and_off_by_default(folder: Path) -> None:
    (folder / "books.py").write_text(BOOKS + COUNTS + LOAD)
    (folder / "pyproject.toml").write_text(LOADED)
    assert places(folder, "orm-lint") == [OURS, WHOLE]
    assert places(folder, "W7101,orm-lint-optional") == [OURS, OPTIONAL]


def test_rules_switched_on_and_off_and_a_file_of_our_own(folder: Path) -> None:
    # Not `--disable=all`: it would hide what the settings switch on. What pylint finds itself is not asked for.
    lint = "pylint --score=n --disable=C,R,E,F books.py"
    (folder / "books.py").write_text(BOOKS + COUNTS + LOAD)
    (folder / "pyproject.toml").write_text(CONFIGURED)
    (folder / "orm_lint.toml").write_text('[tool.orm_lint]\nignore = ["ORM101"]\n')
    assert codes(typed(lint, folder)) == [OPTIONAL]
    (folder / "pyproject.toml").write_text(f'{LOADED}\n[tool.orm_lint]\nextend-select = ["ORM108"]\n')
    assert sorted(codes(typed(lint, folder))) == [OURS, OPTIONAL, WHOLE]


def test_comments(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(LOADED)
    bare = "".join(line for line in COMMENT.splitlines(keepends=True) if "# pylint:" not in line)
    written = [bare.rstrip() + f"  # {text}\n" for text in ("noqa: ORM101", "orm-lint: ignore[ORM101] few rows")]
    (folder / "books.py").write_text("\n\n".join([BOOKS, COMMENT, *written, bare]))
    assert places(folder, "orm-lint") == [OURS, "books.py:32 W7101"]


def test_confidence(folder: Path) -> None:
    (folder / "books.py").write_text(BOOKS + LOAD)
    (folder / "pyproject.toml").write_text(LOADED + 'confidence = ["HIGH"]\n')
    assert places(folder, "orm-lint") == [OURS]
    assert places(folder, "orm-lint --confidence=INFERENCE") == ["books.py:19 W7301"]


def places(folder: Path, enabled: str) -> list[str]:
    # pylint reports one family of rules after the other.
    return sorted(codes(typed(f"pylint --score=n --disable=all books.py --enable={enabled}", folder)))
