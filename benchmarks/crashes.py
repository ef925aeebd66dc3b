"""Does the linter get through real projects, how long does it take, and how much does it say?

    python -m benchmarks.crashes FOLDER … [--timeout SECONDS] [--json]

A FOLDER is a project, or holds projects if it has no Python file and no manage.py, pyproject.toml or setup.py itself.
Each is linted in a process of its own, with all findings shown. A crash is a run that ends without a report or within
the time; a mistake is an 'internal error' in a report. Findings are counted for every 1,000 lines that were read, by
confidence; the default shows high and medium. 1 if anything crashed or went wrong inside.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.lint import NoReportError, lint

GOAL = 2.0
MARKS = ("manage.py", "pyproject.toml", "setup.py", "setup.cfg")
SHOWN = ("high", "medium")
LEVELS = (*SHOWN, "low")


class Result(msgspec.Struct, frozen=True):
    """One project: what went wrong, or how much was read and found."""

    project: str
    crash: str | None = None
    mistakes: tuple[str, ...] = ()
    seconds: float = 0.0
    files: int = 0
    lines: int = 0
    findings: dict[str, int] = {}

    def rate(self, *levels: str) -> float:
        """Findings of some confidences for every 1,000 lines."""
        return 1000 * sum(self.findings.get(level, 0) for level in levels) / self.lines if self.lines else 0.0


def projects(folders: Sequence[Path]) -> Iterator[Path]:
    """The projects in some folders, in a stable order."""
    for folder in folders:
        if any((folder / mark).exists() for mark in MARKS) or any(folder.glob("*.py")):
            yield folder
        else:
            yield from (path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith("."))


def run(project: Path, timeout: float, more: Sequence[str] = ()) -> Result:
    """The result of one project."""
    try:
        report = lint(project, "low", timeout, more)
    except NoReportError as error:
        return Result(project.name, str(error))
    counts = {level: sum(found.confidence == level for found in report.findings) for level in LEVELS}
    summary = report.summary
    return Result(
        project.name, None, tuple(report.mistakes()), round(report.wall, 1), summary.files, summary.lines, counts
    )


def text(results: Sequence[Result]) -> str:
    """One line a project, what went wrong below it, and the medians."""
    shown = [
        f"{'project':22} {'files':>6} {'lines':>8} {'seconds':>8} {'high':>6} {'medium':>6} {'low':>6}  shown per 1,000"
    ]
    for result in results:
        if result.crash:
            shown.append(f"{result.project:22} CRASH {result.crash}")
            continue
        counts = " ".join(f"{result.findings.get(level, 0):6}" for level in LEVELS)
        shown.append(
            f"{result.project:22} {result.files:6} {result.lines:8} {result.seconds:8.1f} {counts}"
            f"  {result.rate(*SHOWN):15.2f}"
        )
        shown += [f"    MISTAKE {mistake}" for mistake in result.mistakes]
    crashes = sum(result.crash is not None for result in results)
    mistakes = sum(len(result.mistakes) for result in results)
    shown.append(f"{len(results)} projects, {crashes} crashes, {mistakes} internal errors")
    read = [result for result in results if result.crash is None and result.lines]
    if read:
        rates = {level: statistics.median(result.rate(level) for result in read) for level in LEVELS}
        rates["shown"] = statistics.median(result.rate(*SHOWN) for result in read)
        levels = ", ".join(f"{level} {rate:.2f}" for level, rate in rates.items())
        shown.append(f"findings per 1,000 lines on the median project: {levels}; goal: shown at most {GOAL:.0f}")
    return "\n".join(shown)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--timeout", type=float, default=600, metavar="SECONDS", help="for one project (600)")
    parser.add_argument("--select", default="", metavar="CODES", help="only these rules (all that are on)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    more = ["--select", options.select] if options.select else []
    results = [run(project, options.timeout, more) for project in projects(options.folders)]
    print(json.dumps(msgspec.to_builtins(results), indent=1) if options.json else text(results))
    return 1 if any(result.crash or result.mistakes for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
