"""The frontends as people start them, each as a process of its own, and what each of them shows of a project.

All take the root of the project, arguments to add, and the folder to start in, which is the root unless it is given.
Findings have paths relative to the root, whatever was written on the command line.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.lint import NoReportError

LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Z]+\d+) (?P<message>.*)")
# A test compares both with `.pre-commit-hooks.yaml`.
HOOK = ("check", "--frozen", "--force-exclude", "--related")
HOOK_SUFFIXES = (".py", ".pyw", ".html", ".htm", ".xhtml")

# What flake8 and pylint say of a file that they give to no plugin.
FLAKE8_UNREAD = "E9"
PYLINT_UNREAD = ("E0001", "F0001", "F0002", "F0010", "I0013")
PYLINT_FAILED = 32


class Shown(NamedTuple):
    """One finding as every frontend has to show it; `path` is relative to the project, `column` starts at 1."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"


class Run(msgspec.Struct, frozen=True):
    """What one frontend shows, sorted, and the seconds of wall time that it took.

    `unread` are files that the host linter could not parse or was told to skip, and never gave to us.
    """

    shown: tuple[Shown, ...]
    unread: frozenset[str] = frozenset()
    seconds: float = 0.0


def command_line(root: Path, *arguments: str, cwd: Path | None = None) -> Run:
    """`orm-lint check`."""
    output, seconds = _output(cwd or root, ["orm_lint", "check", "--output-format", "concise", *arguments], 1)
    return Run(tuple(sorted(read_lines(output, cwd or root, root))), seconds=seconds)


def flake8(root: Path, *arguments: str, cwd: Path | None = None) -> Run:
    """flake8 with our plugin, and with what it says itself of files that it cannot parse."""
    command = ["flake8", "--isolated", f"--select=ORM,{FLAKE8_UNREAD}", *arguments]
    output, seconds = _output(cwd or root, command, 1)
    found = sorted(read_lines(output, cwd or root, root))
    unread = frozenset(shown.path for shown in found if shown.code.startswith(FLAKE8_UNREAD))
    return Run(tuple(shown for shown in found if shown.code.startswith("ORM")), unread, seconds)


def pylint(root: Path, *arguments: str, cwd: Path | None = None) -> Run:
    """pylint with our plugin, and with what it says itself of files that it cannot parse or shall skip."""
    enabled = ",".join(("orm-lint", *PYLINT_UNREAD))
    command = ["pylint", f"--rcfile={os.devnull}", "--load-plugins=orm_lint.pylint_plugin", "--disable=all"]
    command += [f"--enable={enabled}", "--output-format=json2", *arguments]
    output, seconds = _output(cwd or root, command, PYLINT_FAILED - 1)
    return msgspec.structs.replace(read_pylint(output, cwd or root, root), seconds=seconds)


def pre_commit(root: Path, files: Iterable[str], cwd: Path | None = None) -> Run:
    """The hook as pre-commit starts it for `--all-files`: one process with the names of all files of its types."""
    named = [file for file in files if file.endswith(HOOK_SUFFIXES)]
    return command_line(root, *HOOK[1:], *named, cwd=cwd)


def tracked_files(root: Path) -> list[str]:
    """The files that git knows, without links, as pre-commit lists them."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    files = os.fsdecode(done.stdout).rstrip("\0").split("\0")
    return [file for file in files if (root / file).is_file() and not (root / file).is_symlink()]


def read_lines(output: bytes, cwd: Path, root: Path) -> Iterator[Shown]:
    """The findings in lines as flake8 and we write them."""
    # Not splitlines(): a message may hold separators of lines that are none to a terminal.
    for line in output.decode().split("\n"):
        if match := LINE.fullmatch(line):
            path, row, column, code, message = match.group("path", "line", "column", "code", "message")
            yield Shown(_relative(path, cwd, root), int(row), int(column), code, message)


class _Message(msgspec.Struct, rename="camel"):
    symbol: str
    message_id: str
    message: str
    path: str
    line: int
    column: int


class _Messages(msgspec.Struct):
    messages: tuple[_Message, ...]


def read_pylint(output: bytes, cwd: Path, root: Path) -> Run:
    """What pylint shows, from its `json2`."""
    found, unread = [], set()
    for item in msgspec.json.decode(output, type=_Messages).messages:
        path = _relative(item.path, cwd, root)
        if item.symbol.startswith("orm-"):
            code = item.message_id.replace("W7", "ORM", 1)
            found.append(Shown(path, item.line, item.column + 1, code, item.message))
        elif item.message_id in PYLINT_UNREAD:
            unread.add(path)
    return Run(tuple(sorted(found)), frozenset(unread))


def _relative(path: str, cwd: Path, root: Path) -> str:
    full = Path(os.path.normpath(cwd / path))
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix()


def _output(cwd: Path, arguments: Sequence[str], highest: int) -> tuple[bytes, float]:
    """What a module prints that is run in a folder, and its seconds; raises NoReportError for a higher exit code.

    It runs without that folder on `sys.path` (-P), and without the environment of whoever starts this.
    """
    environ = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-P", "-m", *arguments],
        cwd=cwd,
        env={**environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    if not 0 <= done.returncode <= highest:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        raise NoReportError(f"{arguments[0]} ended with {done.returncode}: {' / '.join(last)}")
    return done.stdout, seconds
