"""flake8 that another program drives, and files that change while it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flake8.support import BUYERS, INVARIANT, LAZY, NAMES, VIEWS, WORDS, run_python, write

HIDDEN = NAMES.replace("views", "hidden")
LEGACY = "from flake8.api.legacy import get_style_guide\n"


def test_the_style_guide_of_the_legacy_api(root: Path) -> None:
    code = LEGACY + "guide = get_style_guide()\nprint(guide.check_files(['shop']).total_errors)\n"
    done = run_python(root, "-c", code + "print(guide.check_files(['manage.py']).total_errors)\n")
    assert (done.lines, done.errors) == (["0", "2", NAMES, BUYERS], "")
    assert (done.projects, done.left) == ([str(root)], {})


def test_no_paths_are_all_paths(root: Path) -> None:
    done = run_python(root, "-c", LEGACY + "print(get_style_guide().check_files().total_errors)\n")
    assert (done.lines, done.errors) == ([f"./{NAMES}", f"./{BUYERS}", "2"], "")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("select=['W']", ["0"]),
        ("select=['ORM101']", ["2", NAMES, BUYERS]),
        ("select=['ORM'], jobs=JobsArgument('2')", ["2", NAMES, BUYERS]),
        ("extend_select=['ORM1', 'F']", ["4", NAMES, BUYERS, INVARIANT, LAZY]),
        ("select=['ORM'], disable_noqa=True", ["3", HIDDEN, NAMES, BUYERS]),
    ],
)
def test_options_that_are_given_to_the_style_guide(root: Path, options: str, expected: list[str]) -> None:
    write(root, {"setup.cfg": "[flake8]\nselect = F\n", "shop/words.py": WORDS})
    write(root, {"shop/hidden.py": VIEWS.partition("\n\n\ndef buyers")[0] + "  # noqa: ORM101\n"})
    imported = "from flake8.main.options import JobsArgument\n"
    done = run_python(
        root, "-c", f"{LEGACY}{imported}print(get_style_guide({options}).check_files(['shop']).total_errors)"
    )
    assert (done.lines, done.errors) == (sorted(expected), "")


APPLICATION = """
from pathlib import Path
from flake8.main.application import Application

application = Application()
application.initialize(["-j1", "--ignore=E,W", "shop"])
Path("shop/views.py").write_text({views!r})
application.run_checks()
application.report()
"""


def test_files_that_change_after_the_project_was_read(root: Path) -> None:
    views = "\n\n" + (root / "shop" / "views.py").read_text()
    done = run_python(root, "-c", APPLICATION.format(views=views))
    moved = [
        line.replace(f":{old}:", f":{old + 2}:").replace(f"views.py:{old}", f"views.py:{old + 2}")
        for line, old in ((NAMES, 5), (BUYERS, 9))
    ]
    assert (done.lines, done.errors) == (sorted(moved), "")
    assert done.projects == [str(root)] * 2


def test_two_runs_in_one_process_leave_nothing_behind(root: Path) -> None:
    code = "from flake8.main.cli import main\nmain(['-j2'])\nopen('shop/views.py', 'w').close()\nprint(main(['-j2']))\n"
    done = run_python(root, "-c", code)
    assert (done.lines, done.errors) == ([f"./{NAMES}", f"./{BUYERS}", "0"], "")
    assert (done.projects, done.left) == ([str(root)] * 2, {})
