"""Static and measured verdicts of the same programs, side by side."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.generated.programs import Program, programs

ROOT = Path(__file__).parents[2]
BATCH = 250
MEASURED_BY = "tests.generated.measure"
Fact = tuple[int, str, str]


@dataclass(frozen=True)
class Judged:
    """One program: `measured` is grows, silent, mixed, unclear or raises; `facts` are what the linter sees for each row."""

    program: Program
    measured: str
    facts: tuple[Fact, ...]
    error: str = ""

    @property
    def disagrees(self) -> bool:
        return (self.measured == "grows" and not self.facts) or (self.measured == "silent" and bool(self.facts))


def generated(
    count: int, chunk: int, drawn: Callable[[], SearchStrategy[Program]] = programs
) -> list[Program]:  # fmt: skip
    """`count` different programs; `chunk` is the seed, so that every run of a chunk makes the same ones."""
    found: dict[str, Program] = {}
    attempt = 0
    while len(found) < count:

        @seed(chunk * 1000 + attempt)
        @settings(
            max_examples=count,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(drawn())
        def collect(program: Program) -> None:
            found.setdefault(program.source, program)

        collect()
        attempt += 1
    return list(found.values())[:count]


def run_module(name: str, text: str, package: Path | None = None) -> str:
    """The output of one of our scripts; `package` is the root of another copy of orm_lint."""
    paths = [str(path) for path in (package, ROOT) if path]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        [sys.executable, "-m", name], input=text, capture_output=True, text=True, cwd=package or ROOT, env=environment
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-4000:])
    return done.stdout


def measure(found: Sequence[Program], by_line: bool = False, measured_by: str = MEASURED_BY) -> list[dict]:
    requests = [{"source": one.source, "coins": one.coins, "by_line": by_line} for one in found]
    text = "".join(f"{json.dumps(request)}\n" for request in requests)
    return [json.loads(line) for line in run_module(measured_by, text).splitlines()]


def lint(found: Sequence[Program], package: Path | None = None) -> list[tuple[Fact, ...]]:
    """The facts of all programs, a batch of them in each process."""
    facts: list[tuple[Fact, ...]] = []
    for start in range(0, len(found), BATCH):
        text = json.dumps([one.source for one in found[start : start + BATCH]])
        facts += [tuple(map(tuple, lines)) for lines in json.loads(run_module("tests.generated.static", text, package))]
    return facts


def judge(found: Sequence[Program], package: Path | None = None, measured_by: str = MEASURED_BY) -> list[Judged]:
    """Both verdicts of every program; they are found at the same time, in two processes."""
    with ThreadPoolExecutor(2) as pool:
        facts = pool.submit(lint, found, package)
        measured = pool.submit(measure, found, measured_by=measured_by)
        pairs = zip(found, measured.result(), facts.result(), strict=True)
        return [Judged(one, seen["verdict"], lines, seen.get("error", "")) for one, seen, lines in pairs]


def figures(judged: Sequence[Judged]) -> str:
    verdicts = Counter(one.measured for one in judged)
    wrong = sum(one.disagrees for one in judged)
    parts = [f"{count} {name}" for name, count in sorted(verdicts.items())]
    return f"{len(judged)} programs: {', '.join(parts)}; {wrong} disagreements"


def described(one: Judged, measured_by: str = MEASURED_BY) -> str:
    """A disagreement as text: the source, what the linter said, what the database was asked."""
    [seen] = measure([one.program], by_line=True, measured_by=measured_by)
    facts = "\n".join(f"  line {line}: {kind} {what}" for line, kind, what in one.facts) or "  nothing"
    lines = "\n".join(f"  line {line}: {small} queries, then {large}" for line, (small, large) in seen.get("lines", []))
    counts = f"measured ({seen['verdict']}): {seen.get('counts', seen.get('error'))}"
    return f"{one.program.source}\nlinter:\n{facts}\n{counts}\n{lines}\n"


# The walk starts at a key that the slice of the rows has left out: the lines that are found never run on these rows.
UNREACHED = frozenset({"3ba1e6493ac0"})


def disagreements(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The programs of which linter and database say different things, by the first digits of their source's SHA-1."""
    return (one for one in judged if one.disagrees and digest(one.program) not in UNREACHED)


def digest(program: Program) -> str:
    return hashlib.sha1(program.source.encode(), usedforsecurity=False).hexdigest()[:12]


Judge = Callable[[Sequence[Program]], list[Judged]]
