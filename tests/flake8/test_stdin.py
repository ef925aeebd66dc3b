"""Text on stdin, as editors hand it over: it decides, whatever the disk holds under its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, NAMES, VIEWS, run_flake8, write

# The names that editors give: relative to the folder that flake8 runs in, with dots, absolute, not on disk.
SHOWN = ("shop/views.py", "./shop/views.py", "{root}/shop/views.py", "shop/new.py", "{root}/new/package/new.py")


def found(shown: str, path: str) -> list[str]:
    """The findings in the views under the name that is shown; paths in the messages are relative to the project."""
    return [line.replace("shop/views.py", shown, 1).replace("shop/views.py", path) for line in (NAMES, BUYERS)]


@pytest.mark.parametrize("shown", SHOWN)
def test_the_text_decides_under_every_name_and_the_project_is_read_once(root: Path, shown: str) -> None:
    shown = shown.format(root=root)
    write(root, {"shop/views.py": "raise SystemExit  # not what the editor holds\n"})
    done = run_flake8(root, "--stdin-display-name", shown, "-", stdin=VIEWS)
    inner = shown.removeprefix(f"{root}/").removeprefix("./")
    assert (done.code, done.lines, done.errors) == (1, found(shown, inner), "")
    assert (done.projects, done.left) == ([str(root)], {})
    assert inner not in done.files
    assert "shop/models.py" in done.files


def test_from_another_folder_of_the_project(root: Path) -> None:
    done = run_flake8(root / "shop", "--stdin-display-name", "views.py", "-", stdin=VIEWS)
    assert (done.lines, done.projects) == (found("views.py", "shop/views.py"), [str(root)])


@pytest.mark.parametrize("arguments", [("-",), ("--stdin-display-name", "", "-")])
def test_without_a_name(root: Path, arguments: tuple[str, ...]) -> None:
    done = run_flake8(root, *arguments, stdin=VIEWS)
    assert (done.lines, done.projects) == (found("stdin", "stdin.py"), [str(root)])


def test_a_file_that_is_gone_from_the_disk(root: Path) -> None:
    (root / "shop" / "views.py").unlink()
    assert run_flake8(root, "--stdin-display-name", "shop/views.py", "-", stdin=VIEWS).lines == [NAMES, BUYERS]


def test_other_files_see_the_text(root: Path) -> None:
    views = (
        "from shop.rows import rows\n\n\ndef base():\n    return Order.objects.{}\n\n\nfrom shop.models import Order\n"
    )
    views += "\n\ndef f():\n    return [order.customer.name for order in rows()]\n"
    write(root, {"shop/rows.py": "from shop import views\n\n\ndef rows():\n    return views.base()\n"})
    loaded, lazy = views.format('exclude(pk=1).select_related("customer")'), views.format("exclude(pk=1)")
    line = (
        "shop/views.py:12:19: ORM101 `order.customer` runs one query per Order;"
        ' add .select_related("customer") to the queryset at shop/views.py:5'
    )
    for disk, text, expected in ((loaded, lazy, [line]), (lazy, loaded, [])):
        write(root, {"shop/views.py": disk})
        done = run_flake8(root, "--ignore=E,W,F", "--stdin-display-name", "shop/views.py", "-", stdin=text)
        assert done.lines == expected


def test_a_text_that_does_not_parse(root: Path) -> None:
    done = run_flake8(root, "--stdin-display-name", "shop/views.py", "-", stdin="def f(:\n")
    assert (done.code, done.projects) == (1, [])
    assert [line.split(" ")[1] for line in done.lines] == ["E999"]


def test_what_is_excluded_is_silent_unsaved_as_saved(root: Path) -> None:
    write(root, {"pyproject.toml": "[tool.orm_lint]\nextend-exclude = ['shop/views.py']\n"})
    assert run_flake8(root, "--stdin-display-name", "shop/views.py", "-", stdin=VIEWS).lines == []
    assert run_flake8(root, "--stdin-display-name", "shop/test_views.py", "-", stdin=VIEWS).lines == []
    assert run_flake8(root, "shop").lines == []


def test_a_finding_in_the_configuration_is_not_one_in_the_text(root: Path) -> None:
    write(root, {"pyproject.toml": "[tool.orm_lint]\nignore = ['ORM599']\n"})
    done = run_flake8(root, "--stdin-display-name", "shop/models.py", "-", stdin=(root / "shop/models.py").read_text())
    assert (done.code, done.lines) == (0, [])


def test_stubs_are_not_code_that_runs(root: Path) -> None:
    assert run_flake8(root, "--stdin-display-name", "shop/views.pyi", "-", stdin=VIEWS).lines == []


def test_beside_a_text_files_are_read_from_disk_and_once(root: Path) -> None:
    done = run_flake8(root, "-j1", "--stdin-display-name", "shop/new.py", "-", "shop/views.py", stdin="x = 1\n")
    assert (done.lines, done.projects) == ([NAMES, BUYERS], [str(root), str(root)])
