"""`nox -s full`: every supported Django and host linter on every Python of this machine, and what takes long.

The result is written to docs/full-run.md. ORM_LINT_PROJECTS names a folder of checkouts of real projects.
"""

from __future__ import annotations

import datetime
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nox

ROOT = Path(__file__).parent
REPORT = ROOT / "docs" / "full-run.md"
PYTHONS = ("3.11", "3.12", "3.13")
DJANGOS = ("4.2", "5.2", "6.0", "6.1")

# From the release notes of each Django.
OLDEST_PYTHON = {"4.2": "3.8", "5.2": "3.10", "6.0": "3.12", "6.1": "3.12"}
# Runs on every Python above: for what does not depend on Django.
COMMON_DJANGO = "5.2"

# What runs us, from the oldest that is supported on: package, release, the tests that drive it.
HOSTS = (
    ("flake8", "7.0", "tests/flake8"),
    ("flake8", "7.1", "tests/flake8"),
    ("flake8", "7.2", "tests/flake8"),
    ("flake8", "7.3", "tests/flake8"),
    ("flake8", "7.5", "tests/flake8"),
    ("pylint", "3.3", "tests/pylint_plugin"),
    ("pylint", "4.0", "tests/pylint_plugin"),
    ("pylint", "4.1", "tests/pylint_plugin"),
    ("pre-commit", "3.2", "tests/precommit"),
    ("prek", "0.5", "tests/precommit"),
    ("python-lsp-server", "1.15", "tests/editors/test_pylsp.py"),
)

nox.options.sessions = ["full"]
nox.options.reuse_existing_virtualenvs = True


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was run, and how it ended."""

    what: str
    result: str
    seconds: float | None = None

    def markdown(self) -> str:
        duration = "" if self.seconds is None else f"{self.seconds:.0f}"
        return f"| {self.what} | {self.result} | {duration} |"


@nox.session(venv_backend="none")
def full(session: nox.Session) -> None:
    """Runs everything, writes the table, and fails if a line of it failed."""
    rows = [*_matrix(session), *_hosts(session), *_long_hypothesis(session), *_real_projects(session)]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(_report(rows), "utf-8")
    session.log(f"written: {REPORT.relative_to(ROOT)}")
    failed = [row.what for row in rows if row.result.startswith("FAILED")]
    if failed:
        session.error("failed: " + "; ".join(failed))


def _matrix(session: nox.Session) -> Iterator[Row]:
    for version in PYTHONS:
        interpreter = _interpreter(version)
        for django in DJANGOS:
            what = f"tests, Python {version}, Django {django}"
            if interpreter is None:
                yield _said(session, Row(what, f"impossible: no Python {version} on this machine"))
            elif _number(version) < _number(OLDEST_PYTHON[django]):
                yield _said(session, Row(what, f"impossible: Django {django} needs Python {OLDEST_PYTHON[django]}"))
            else:
                yield _said(session, _tests(interpreter, version, django, what))


def _hosts(session: nox.Session) -> Iterator[Row]:
    for version in PYTHONS:
        interpreter = _interpreter(version)
        for host in HOSTS:
            what = f"hosts: {host[0]} {host[1]}, Python {version}"
            if interpreter is None:
                yield _said(session, Row(what, f"impossible: no Python {version} on this machine"))
            else:
                yield _said(session, _host_tests(interpreter, version, host, what))


def _host_tests(interpreter: str, version: str, host: tuple[str, str, str], what: str) -> Row:
    package, release, tests = host
    # One environment holds one host after the other.
    python = _installed(interpreter, f"hosts-{version}", "-e", ".[dev]")
    if python is None or subprocess.run(_pip(python, f"{package}~={release}.0"), cwd=ROOT).returncode != 0:
        return Row(what, "FAILED: the environment could not be installed")
    # The tests of the hooks run with either of two programs.
    environment = {**os.environ, "ORM_LINT_HOST": package}
    return _timed(what, [str(python), "-m", "pytest", "-q", "-n", "auto", tests], _last_line, environment)


def _tests(interpreter: str, version: str, django: str, what: str) -> Row:
    python = _environment(interpreter, version, django)
    if python is None:
        return Row(what, "FAILED: the environment could not be installed")
    return _timed(what, [str(python), "-m", "pytest", "-q", "-n", "auto"], _last_line)


def _long_hypothesis(session: nox.Session) -> Iterator[Row]:
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "full", "ORM_LINT_PROGRAMS": "50000",
                   "ORM_LINT_SERIALIZERS": "10000", "ORM_LINT_ADMINS": "10000", "ORM_LINT_MUTANTS": "all"}  # fmt: skip
    # Hypothesis puts the marker on its tests, the tests of generated programs put it on themselves.
    command = ["-m", "pytest", "-q", "-n", "auto", "-m", "hypothesis"]
    version = next(version for version in PYTHONS if _interpreter(version))
    python = _environment(_interpreter(version) or "", version, COMMON_DJANGO)
    what = f"property tests, long profile, Python {version}"
    if python is None:
        yield _said(session, Row(what, "FAILED: the environment could not be installed"))
    else:
        yield _said(session, _timed(what, [str(python), *command], _last_line, environment))


def _real_projects(session: nox.Session) -> Iterator[Row]:
    named = os.environ.get("ORM_LINT_PROJECTS")
    if not named:
        yield _said(session, Row("real projects", "not run: ORM_LINT_PROJECTS names no folder of checkouts"))
        return
    version = next(version for version in PYTHONS if _interpreter(version))
    python = _environment(_interpreter(version) or "", version, COMMON_DJANGO)
    for project in sorted(path for path in Path(named).iterdir() if path.is_dir()):
        command = [str(python), "-m", "orm_lint", "check", "--frozen", "--output-format", "concise", str(project)]
        yield _said(session, _timed(f"lint {project.name}", command, _findings, accepted=(0, 1)))


def _environment(interpreter: str, version: str, django: str) -> Path | None:
    """The Python of an environment with this Django; None if that failed."""
    return _installed(interpreter, f"full-{version}-{django}", "-e", ".[dev,compare]", f"Django~={django}.0")


def _installed(interpreter: str, name: str, *requirements: str) -> Path | None:
    """The Python of an environment, made anew when pyproject.toml changed; None if that failed."""
    folder = ROOT / ".nox" / name
    python, stamp = folder / "bin" / "python", folder / "installed"
    if stamp.exists() and stamp.stat().st_mtime > (ROOT / "pyproject.toml").stat().st_mtime:
        return python
    for command in ([interpreter, "-m", "venv", "--clear", str(folder)], _pip(python, *requirements)):
        if subprocess.run(command, cwd=ROOT).returncode != 0:
            return None
    stamp.touch()
    return python


def _pip(python: Path, *requirements: str) -> list[str]:
    return [str(python), "-m", "pip", "install", "--quiet", *requirements]


def _timed(
    what: str,
    command: list[str],
    words: Callable[[str], str],
    environment: dict[str, str] | None = None,
    accepted: tuple[int, ...] = (0,),
) -> Row:
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode in accepted:
        return Row(what, words(done.stdout), seconds)
    print(done.stdout, done.stderr, sep="\n")
    return Row(what, f"FAILED: exit code {done.returncode}, {_last_line(done.stdout) or 'no output'}", seconds)


def _interpreter(version: str) -> str | None:
    """A working Python of this version: on the PATH (a shim may be dead) or among those of pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    candidates = [shutil.which(f"python{version}"), *map(str, pyenv.glob(f"{version}.*/bin/python"))]
    for candidate in filter(None, candidates):
        if subprocess.run([candidate, "-c", "import ensurepip"], capture_output=True).returncode == 0:
            return candidate
    return None


def _report(rows: list[Row]) -> str:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    lines = [
        "# The last full run",
        "",
        f"Written by `nox -s full` on {today}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores.",
        "",
        "| what | result | seconds |",
        "| --- | --- | ---: |",
        *(row.markdown() for row in rows),
        "",
    ]
    return "\n".join(lines)


def _said(session: nox.Session, row: Row) -> Row:
    session.log(f"{row.what}: {row.result}")
    return row


def _last_line(output: str) -> str:
    return next(iter(output.strip().splitlines()[::-1]), "").strip("= ")


def _findings(output: str) -> str:
    count = len([line for line in output.splitlines() if ": ORM" in line])
    return f"{count} findings"


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
