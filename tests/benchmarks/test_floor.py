from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.floor import LintFailedError, lint_run, parse_seconds, python_files


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x = 1\n", "utf-8")


def listed(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in python_files(root)]


def test_tests_migrations_and_vendored_code_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "shop/models.py", "shop/contest.py", "shop/testing_tools.py", "manage.py", "shop/latest/views.py")
    write(tmp_path, "tests/data.py", "shop/tests.py", "shop/test_views.py", "shop/view_test.py", "conftest.py")
    write(tmp_path, "shop/migrations/0001_initial.py", "node_modules/gyp/gyp.py", "lib/_vendor/six.py", ".tox/a.py")
    assert listed(tmp_path) == [
        "manage.py",
        "shop/contest.py",
        "shop/models.py",
        "shop/testing_tools.py",
        "shop/latest/views.py",
    ]


def test_an_environment_is_known_by_its_configuration_not_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "app.py", "py311/lib/a.py")
    (tmp_path / "py311" / "pyvenv.cfg").write_text("")
    assert listed(tmp_path) == ["app.py"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    (tmp_path / "b.py").symlink_to("a.py")
    (tmp_path / "loop").symlink_to(".")
    assert listed(tmp_path) == ["a.py"]


def test_a_broken_file_does_not_stop_the_measurement(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"def (")
    (tmp_path / "b.py").write_bytes(b"\0\xff")
    assert 0 <= parse_seconds(list(python_files(tmp_path)), "off") < 5


def test_findings_are_no_failure_of_the_linter() -> None:
    run = lint_run([sys.executable, "-c", "raise SystemExit(1)"])
    assert 0 < run.cpu < 5
    assert 1 < run.peak < 500


def test_a_linter_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(LintFailedError, match="no such project"):
        lint_run([sys.executable, "-c", "import sys; sys.stderr.write('no such project'); sys.exit(2)"])
