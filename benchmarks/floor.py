"""How far the linter is from the least that any linter must do: reading and parsing the files.

    python benchmarks/floor.py PROJECT [--repeat N] [--json]

In one run and in turn, so that a busy machine slows all of them alike, it measures the cpu seconds (user and system) of

- parse, gc off / parse, gc on: reading and `ast.parse` of every .py file of the project except tests, migrations and
  vendored code; the list is made here, not by the tool; without the start of the interpreter;
- lint: `orm-lint check --no-cache PROJECT` as a process of its own, with the start of the interpreter.

Each figure is the median of N runs, each in a fresh process. The ratios are lint divided by parse.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orm_lint

# Lower-case names of directories that no linter reports on.
LEFT_OUT = frozenset(
    "test tests testing testsuite migrations node_modules site-packages dist-packages vendor vendored _vendor "
    "third_party thirdparty extern venv env virtualenv build dist __pycache__".split()
)
TEST_FILE = re.compile(r"(test_.*|.*_tests?|tests?|conftest)\.py", re.IGNORECASE)

# Broken files count with the time that it takes to find out. The list comes in on stdin, the seconds go out.
PARSE = """
import ast, gc, sys, time, warnings
warnings.simplefilter("ignore")
if sys.argv[1] == "off":
    gc.disable()
paths = sys.stdin.buffer.read().split(b"\\0")
start = time.process_time()
for path in paths:
    with open(path, "rb") as file:
        data = file.read()
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, RecursionError):
        continue
print(time.process_time() - start)
"""

# What the collector did in the linter can only be asked inside its process: one run that is not timed.
COLLECTOR = """
import gc, json, sys
from orm_lint.cli import main
report, *arguments = sys.argv[1:]
try:
    main(arguments)
finally:
    runs = [generation["collections"] for generation in gc.get_stats()]
    with open(report, "w") as file:
        json.dump({"enabled": gc.isenabled(), "frozen": gc.get_freeze_count(), "collections": runs}, file)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: cpu in seconds, peak resident memory in MiB."""

    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Result:
    """Medians. `collector` says what the garbage collector did in the linter."""

    project: str
    files: int
    megabytes: float
    repeat: int
    parse_gc_off: float
    parse_gc_on: float
    lint: float
    lint_peak_mib: float
    ratio_gc_off: float
    ratio_gc_on: float
    collector: str
    command: str


class LintFailedError(Exception):
    """The linter ended with something else than 'clean' or 'findings'."""


def python_files(project: Path) -> Iterator[Path]:
    """The .py files of a project without tests, migrations, vendored code and links, in a stable order."""
    for folder, folders, names in os.walk(project):
        folders[:] = sorted(
            name
            for name in folders
            if name.lower() not in LEFT_OUT and not name.startswith(".") and not _is_venv(folder, name)
        )
        for name in sorted(names):
            path = Path(folder, name)
            if name.endswith(".py") and not TEST_FILE.fullmatch(name) and path.is_file() and not path.is_symlink():
                yield path


def parse_seconds(files: Sequence[Path], collector: str) -> float:
    """The cpu seconds of reading and parsing in a fresh process, its garbage collector 'on' or 'off'."""
    done = subprocess.run(
        [sys.executable, "-c", PARSE, collector],
        input=b"\0".join(map(os.fsencode, files)),
        capture_output=True,
        check=True,
    )
    return float(done.stdout)


def compile_package() -> None:
    """Compiles our modules as an installer does; a checkout that may not write bytecode would pay in every run."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(Path(orm_lint.__file__).parent)], check=True)


def lint_run(command: Sequence[str]) -> Run:
    """One run of the linter. Raises LintFailedError where it exits with neither 0 nor 1."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            raise LintFailedError(errors.read().decode(errors="replace")[-2000:])
    in_kib = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    return Run(usage.ru_utime + usage.ru_stime, in_kib / 1024)


def lint_arguments(project: Path) -> list[str]:
    """The arguments of the linter."""
    return ["check", "--no-cache", str(project)]


def collector_state(arguments: Sequence[str]) -> str:
    """What the garbage collector did while the linter ran, in words."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "gc.json")
        subprocess.run(
            [sys.executable, "-c", COLLECTOR, str(report), *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if not report.exists():
            return "unknown: the linter ended its process itself"
        state = json.loads(report.read_text("utf-8"))
    word = "on" if state["enabled"] else "off"
    return f"{word} at the end, {state['frozen']} objects frozen, collections by generation {state['collections']}"


def measure(project: Path, repeat: int) -> Result:
    """Everything about one project."""
    files = list(python_files(project))
    compile_package()
    arguments = lint_arguments(project)
    command = [sys.executable, "-m", "orm_lint", *arguments]
    off, on, lint = [], [], []
    for _ in range(repeat):
        off.append(parse_seconds(files, "off"))
        on.append(parse_seconds(files, "on"))
        lint.append(lint_run(command))
    parse_off, parse_on = statistics.median(off), statistics.median(on)
    lint_cpu = statistics.median(run.cpu for run in lint)
    return Result(
        project=project.resolve().name,
        files=len(files),
        megabytes=round(sum(path.stat().st_size for path in files) / 1e6, 2),
        repeat=repeat,
        parse_gc_off=round(parse_off, 3),
        parse_gc_on=round(parse_on, 3),
        lint=round(lint_cpu, 3),
        lint_peak_mib=round(statistics.median(run.peak for run in lint), 1),
        ratio_gc_off=round(lint_cpu / parse_off, 2),
        ratio_gc_on=round(lint_cpu / parse_on, 2),
        collector=collector_state(arguments),
        command=" ".join(["orm-lint", *arguments[:-1], "PROJECT"]),
    )


def table(result: Result) -> str:
    """The result for people."""
    return f"""{result.project}: {result.files} files, {result.megabytes} MB; median of {result.repeat} runs

what                  collector   cpu seconds   lint is   peak MiB
read and ast.parse    off         {result.parse_gc_off:>11.3f}   {result.ratio_gc_off:>5.2f} x
read and ast.parse    on          {result.parse_gc_on:>11.3f}   {result.ratio_gc_on:>5.2f} x
{result.command:<22}see below   {result.lint:>11.3f}             {result.lint_peak_mib:>8.1f}

collector in the linter: {result.collector}"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs of each kind (5)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(argv)
    if options.repeat < 1:
        parser.error("--repeat must be at least 1")
    if not any(python_files(options.project)):
        parser.error(f"{options.project}: no Python files")
    try:
        result = measure(options.project, options.repeat)
    except LintFailedError as error:
        print(f"the linter failed:\n{error}", file=sys.stderr)
        return 2
    print(json.dumps(asdict(result), indent=2) if options.json else table(result))
    return 0


def _is_venv(folder: str, name: str) -> bool:
    return Path(folder, name, "pyvenv.cfg").exists()


if __name__ == "__main__":
    raise SystemExit(main())
