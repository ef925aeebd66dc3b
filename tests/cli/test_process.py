"""The command as a process: what it loads, and how it ends when the other side goes away."""

from __future__ import annotations

import os
import subprocess
import sys

import orm_lint


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=60)


def test_importing_the_command_loads_nothing_slow() -> None:
    slow = "'libcst', 'pathspec', 'rich', 'sqlite3', 'tomllib', 'orm_lint.engine', 'orm_lint.project'"
    code = f"import sys, orm_lint.cli; print([name for name in ({slow}) if name in sys.modules])"
    assert run("-c", code).stdout == "[]\n"


def test_version() -> None:
    done = run("-m", "orm_lint", "--version")
    assert (done.returncode, done.stdout) == (0, f"orm-lint {orm_lint.__version__}\n")


def test_a_command_line_that_is_wrong_ends_with_2() -> None:
    done = run("-m", "orm_lint", "check", "--output-format", "xml")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "orm_lint", "explain", "ORM901"]
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, timeout=60)
    assert (done.returncode, done.stderr) == (130, b"")


def test_a_terminal_without_unicode_gets_escapes() -> None:
    done = run("-m", "orm_lint", "explain", "ORM903", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "# noqa: \\u2026" in done.stdout
