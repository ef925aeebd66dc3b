"""Compares the linter's findings with what a project's own test suite sent to the database.

    python -m benchmarks.traced PROJECT --trace FILE … [--watched FILE …] [--json]

A line that sent the same statement (parameters apart) in three or more iterations of one loop is an N+1 that exists.
Printed are those in the project's Python code that a finding of the rules about rows points at (hit) and the others
(miss), each with its loops; the same for those whose rows DRF or the admin loops; what other rules are about or what
none should name, listed (writes, templates, forms, signals, tasks, loops in libraries, loops over numbers and
constants); and, with --watched, the findings whose line ran in a loop three or more times although no call of its
function sent a statement twice from there: execution contradicts them, as far as the suite shows.

How to make the files, with the project's requirements in an environment of its own, SQLite and a copy of the checkout:

    export PYTHONPATH=TRACER RT_ROOT=$PWD RT_OUT=OUT/NAME.json            # --trace OUT/NAME.*.json
    export PYTHONPATH=benchmarks/watch WATCH_ROOT=$PWD WATCH_OUT=OUT/NAME-watch.json   # --watched OUT/NAME-watch.*.json

    healthchecks:  python manage.py test
    django-oscar:  DATABASE_ENGINE=django.db.backends.sqlite3 DATABASE_NAME=:memory: python -m pytest tests
                   (with the tracer `-p rt_pytest`, its plugin)
    wagtail:       python runtests.py --deprecation none   (a whole checkout: its tests read pictures)

TRACER is the folder of the query tracer, a `sitecustomize.py` as `benchmarks/watch` is. PROJECT is the checkout of the
same commit.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.lint import Found, lint
from benchmarks.tracing import LEAST, PER_ROW, Row, about, left_out, read_rows

GOAL = 0.60
FRAMEWORKS = ("DRF", "admin")


class Watched(msgspec.Struct, frozen=True):
    """A line in a loop: `runs` at most in one of `calls`, and the same statement at most `same` times.

    `inner` are the rounds of loops on the line itself: whether a finding is about what they read or about what they go
    over cannot be told from the line, so that without `runs` only a line that sent nothing speaks against a finding.
    """

    path: str
    line: int
    calls: int
    runs: int
    inner: int
    same: int

    @property
    def speaks(self) -> bool | None:
        """Whether execution confirms a finding on the line, None if it does not say."""
        if self.same > 1:
            return True
        return False if self.runs >= LEAST or self.same == 0 else None


class Line(msgspec.Struct, frozen=True):
    """One N+1 that exists: a line of Python, what it sent, and the findings about it."""

    path: str
    line: int
    rows: tuple[Row, ...]
    findings: tuple[Found, ...]


class Comparison(msgspec.Struct, frozen=True):
    """Everything that is printed. `confirmed` and `contradicted` are findings with the line that was watched."""

    lines: tuple[Line, ...]
    by_frameworks: tuple[Line, ...]
    left_out: dict[str, list[Row]]
    confirmed: tuple[tuple[Found, Watched], ...]
    contradicted: tuple[tuple[Found, Watched], ...]
    unseen: int


def compare(project: Path, findings: Iterable[Found], rows: Iterable[Row], watched: Iterable[Watched]) -> Comparison:
    """Puts findings beside the rows of a trace and the lines that were watched."""
    per_row = [found for found in findings if found.code in PER_ROW]
    lines: dict[tuple[str, int], list[Row]] = defaultdict(list)
    looped: dict[tuple[str, int], list[Row]] = defaultdict(list)
    others: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        reason = left_out(row, project)
        if reason in FRAMEWORKS:
            looped[row.path, row.line].append(row)
        elif reason:
            others[reason].append(row)
        else:
            lines[row.path, row.line].append(row)
    seen = {(line.path, line.line): line for line in watched}
    judged = [(found, line) for found in per_row if (line := seen.get((found.path, found.line))) is not None]
    return Comparison(
        tuple(_lines(lines, per_row)),
        tuple(_lines(looped, per_row)),
        dict(sorted(others.items())),
        tuple((found, line) for found, line in judged if line.speaks),
        tuple((found, line) for found, line in judged if line.speaks is False),
        len(per_row) - sum(line.speaks is not None for _, line in judged),
    )


def _lines(lines: Mapping[tuple[str, int], Sequence[Row]], findings: Sequence[Found]) -> Iterator[Line]:
    for (path, line), rows in sorted(lines.items()):
        found = dict.fromkeys(found for row in rows for found in about(row, findings))
        yield Line(path, line, tuple(rows), tuple(found))


def text(result: Comparison) -> str:
    """The comparison for people."""
    shown = list(_shown("N+1 lines in Python code", result.lines))
    if result.by_frameworks:
        shown += _shown("N+1 lines whose rows DRF or the admin loops", result.by_frameworks)
    for reason, rows in result.left_out.items():
        shown.append(f"left out: {reason}, {len(rows)}")
        shown += [f"        {row.max_count:3} x {row.path}:{row.line} {row.what}" for row in rows]
    ran = len(result.confirmed) + len(result.contradicted)
    shown.append(f"findings whose line ran {LEAST} times or more in a call: {ran}, the others {result.unseen}")
    shown.append(f"    confirmed {len(result.confirmed)}, contradicted {len(result.contradicted)}")
    for found, seen in result.contradicted:
        shown.append(
            f"CONTRADICTED (ran {max(seen.runs, seen.inner)} times, {seen.calls} calls, no statement twice) {found}"
        )
    return "\n".join(shown)


def _shown(title: str, lines: Sequence[Line]) -> Iterator[str]:
    hit = sum(bool(line.findings) for line in lines)
    share = f" {hit / len(lines):.0%}" if lines else ""
    yield f"{title}: {hit} of {len(lines)} hit{share}   goal {GOAL:.0%}"
    for line in sorted(lines, key=lambda line: (not line.findings, line.path, line.line)):
        yield f"{'hit ' if line.findings else 'MISS'} {line.path}:{line.line}"
        for row in line.rows:
            yield f"        {row.max_count:3} x {row.what}" + (f", loop {_loops(row)}" if row.python_loops() else "")
        yield from (f"        = {found}" for found in line.findings)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--trace", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--watched", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--min-confidence", default="medium", choices=("low", "medium", "high"))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    findings = lint(options.project, options.min_confidence).findings
    result = compare(options.project, findings, read_rows(options.trace), read_watched(options.watched))
    print(json.dumps(msgspec.to_builtins(result), indent=1) if options.json else text(result))
    return 0


def read_watched(paths: Iterable[Path]) -> list[Watched]:
    """The lines that were watched; of several processes the one where it ran most."""
    lines = [line for path in paths for line in msgspec.json.decode(path.read_bytes(), type=list[Watched])]
    best = {(line.path, line.line): line for line in sorted(lines, key=lambda line: (line.same, line.runs, line.inner))}
    return list(best.values())


def _loops(row: Row) -> str:
    return ", ".join(row.python_loops())


if __name__ == "__main__":
    raise SystemExit(main())
