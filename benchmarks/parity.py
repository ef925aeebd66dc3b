"""Do all frontends show the same findings, and how long does each take?

    python -m benchmarks.parity PROJECT … [--json]

Each project is copied and made a git repository, with one more file that reads rows of an installed package. Then the
command line, flake8, pylint and the hook of pre-commit are run over it: without an environment, with one that holds the
package, and with `frozen = true` in pyproject.toml. All have to show the same path, line, column, code and message.
These are all exceptions:

- flake8 and pylint show nothing in files that are no Python, and nothing of files that they say they cannot parse (that
  error stands for our ORM902) or have to skip;
- the hook shows nothing that rests on installed packages, and so does nobody where the configuration says `frozen`.

1 if there is any other difference.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import dedent

import msgspec

from benchmarks.frontends import Run, Shown, command_line, flake8, pre_commit, pylint, tracked_files
from benchmarks.lint import NoReportError

FRONTENDS = ("command line", "flake8", "pylint", "pre-commit")
PORTABLE = "command line, frozen"
WITHOUT, WITH, FROZEN = "without environment", "with environment", "frozen"
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "venv", "node_modules", "__pycache__")

PACKAGE = {
    "__init__.py": "",
    "models.py": """\
        from django.db import models


        class BookQuerySet(models.QuerySet):
            def in_print(self):
                return self.filter(is_in_print=True)


        class Author(models.Model):
            name = models.CharField(max_length=80)


        class Book(models.Model):
            author = models.ForeignKey(Author, models.CASCADE)
            is_in_print = models.BooleanField(default=True)
            objects = BookQuerySet.as_manager()
        """,
}
PACKAGE_NAME = "installed_books"
READER = f"""\
    from django.db import models
    from {PACKAGE_NAME}.models import Book


    class Loan(models.Model):
        book = models.ForeignKey(Book, models.CASCADE)


    def authors_of_installed_books():
        return [book.author.name for book in Book.objects.in_print()]
    """


class Result(msgspec.Struct, frozen=True):
    """One project in one setting: seconds by frontend, and one line for each difference.

    `from_environment` are the findings that the command line shows only because of installed packages.
    """

    project: str
    setting: str
    findings: int
    from_environment: int
    seconds: dict[str, float]
    differences: tuple[str, ...]


def copied(project: Path, root: Path) -> Path:
    """A copy of a project as a git repository, with a file that needs an installed package."""
    shutil.copytree(project, root, symlinks=True, ignore=NOT_COPIED)
    add_reader(root)
    make_repository(root)
    return root


def make_repository(root: Path) -> None:
    """Makes a folder a git repository that knows its files as they are."""
    for command in (["init", "--quiet"], ["-c", "core.autocrlf=false", "add", "--all"]):
        subprocess.run(["git", *command], cwd=root, check=True, stderr=subprocess.DEVNULL)


def add_reader(root: Path) -> None:
    """A file with a finding for whoever knows the installed package."""
    add_file(root, f"reads_{PACKAGE_NAME}.py", READER)


def add_environment(root: Path) -> None:
    """Makes an environment that holds the package, beside the project's files and unknown to git."""
    for name, text in PACKAGE.items():
        add_file(root, f".venv/lib/python3.11/site-packages/{PACKAGE_NAME}/{name}", text)
    add_file(root, ".venv/pyvenv.cfg", "")
    add_file(root, ".venv/.gitignore", "*\n")


def add_file(root: Path, path: str, text: str) -> None:
    """Writes a text, its margin taken away."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(dedent(text), "utf-8")


def freeze(root: Path) -> None:
    """Says in the configuration that installed packages are left out."""
    file, table = root / "pyproject.toml", "[tool.orm_lint]\n"
    text = file.read_text("utf-8") if file.exists() else ""
    text = text if table in text else f"{text}\n{table}"
    file.write_text(text.replace(table, f"{table}frozen = true\n"), "utf-8")


def runs(root: Path) -> dict[str, Run]:
    """What each frontend shows of a project, by the names of FRONTENDS, and what the hook has to show, as PORTABLE."""
    files = tracked_files(root)
    modules = [file for file in files if file.endswith(".py")]
    ran = command_line(root), flake8(root), pylint(root, *modules), pre_commit(root, files)
    return {**dict(zip(FRONTENDS, ran, strict=True)), PORTABLE: command_line(root, "--frozen")}


def differences(ran: Mapping[str, Run]) -> Iterator[str]:
    """One line for each finding that a frontend lacks or adds."""
    for name in ("flake8", "pylint"):
        yield from _differences(name, _for_host(ran["command line"], ran[name]), ran[name].shown)
    yield from _differences("pre-commit", ran[PORTABLE].shown, ran["pre-commit"].shown)


def from_environment(ran: Mapping[str, Run]) -> set[Shown]:
    """The findings that need installed packages."""
    return set(ran["command line"].shown).difference(ran[PORTABLE].shown)


def _for_host(told: Run, host: Run) -> list[Shown]:
    """What a linter of Python files has to show."""
    return [shown for shown in told.shown if shown.path.endswith(".py") and shown.path not in host.unread]


def _differences(name: str, wanted: Iterable[Shown], got: Iterable[Shown]) -> Iterator[str]:
    due, shown = Counter(wanted), Counter(got)
    yield from (f"{name} lacks {finding}" for finding in sorted((due - shown).elements()))
    yield from (f"{name} adds {finding}" for finding in sorted((shown - due).elements()))


def compared(project: Path, folder: Path) -> Iterator[Result]:
    """The results of one project in all settings. Raises NoReportError."""
    name = project.resolve().name
    root = copied(project, folder / name)
    without = runs(root)
    yield _result(name, WITHOUT, without, ())
    add_environment(root)
    ran = runs(root)
    yield _result(name, WITH, ran, () if from_environment(ran) else ("nothing rests on the environment",))
    freeze(root)
    ran = runs(root)
    yield _result(name, FROZEN, ran, _differences(FROZEN, without["command line"].shown, ran["command line"].shown))


def _result(project: str, setting: str, ran: Mapping[str, Run], more: Iterable[str]) -> Result:
    seconds = {name: round(ran[name].seconds, 1) for name in FRONTENDS}
    found = len(ran["command line"].shown)
    return Result(project, setting, found, len(from_environment(ran)), seconds, (*differences(ran), *more))


def table(results: Sequence[Result]) -> str:
    """One line a result, its differences below it."""
    shown = [f"{'project':20} {'setting':20} {'findings':>8} {'environment':>11}   seconds: {', '.join(FRONTENDS)}"]
    for result in results:
        seconds = " ".join(f"{result.seconds[name]:7.1f}" for name in FRONTENDS)
        shown.append(
            f"{result.project:20} {result.setting:20} {result.findings:8} {result.from_environment:11}   {seconds}"
        )
        shown += [f"    {line}" for line in result.differences]
    shown.append(f"{len(results)} comparisons, {sum(len(result.differences) for result in results)} differences")
    return "\n".join(shown)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("projects", type=Path, nargs="+", metavar="PROJECT")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        try:
            results = [result for project in options.projects for result in compared(project, Path(folder))]
        except NoReportError as error:
            print(error, file=sys.stderr)
            return 2
    print(json.dumps(msgspec.to_builtins(results), indent=2) if options.json else table(results))
    return 1 if any(result.differences for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
