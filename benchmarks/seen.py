"""Of the calls that look like a queryset's, how many have a model that is known, and why the others have none.

    python -m benchmarks.seen PROJECT … [--causes 15] [--places 3]

Counted are the calls `x.filter(…)`, `x.select_related(…)`… in the functions of linted files (`SHAPED` names them), and
the loops over what such a call gives. A call that no run came past has a cause of its own.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.run import run_context
from orm_lint.interpreter.statistics import Seen, seen_in
from orm_lint.ir import nodes as ir
from orm_lint.project.project import Project, ProjectOptions, load_project


def seen(project: Project) -> Seen:
    """What the interpreter saw of a project, all contexts together."""
    return seen_in(project, [run_context(project, context, HOOKS) for context in project.contexts])


def text(name: str, project: Project, found: Seen, causes: int, places: int) -> str:
    """The figures of a project, its commonest causes and where they stand."""
    known, calls = len(found.known_calls), len(found.calls)
    rows, loops = len(found.known_loops), len(found.loops)
    lines = [f"{name}: queryset calls with a known model {known} / {calls} = {share(known, calls)}"]
    lines.append(f"  loops over rows {rows} / {loops} = {share(rows, loops)}")
    by_cause: dict[str, list[str]] = defaultdict(list)
    for place in sorted(found.calls.keys() - found.known_calls):
        by_cause[found.causes[place]].append(f"{shown(project, place)} {found.calls[place]}")
    for cause, count in Counter({cause: len(all_) for cause, all_ in by_cause.items()}).most_common(causes):
        lines.append(f"  {count:5} {share(count, calls):>5}  {cause}")
        held = by_cause[cause]
        lines += [f"{'':16}{place}" for place in held[:: max(1, len(held) // places)][:places]] if places else []
    return "\n".join(lines)


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def shown(project: Project, place: tuple[str, int]) -> str:
    """`path:line` of a packed place."""
    path, at = place
    return f"{path}:{project.source(path).span(*ir.unpack(at)).line}"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("projects", type=Path, nargs="+", metavar="PROJECT")
    parser.add_argument("--causes", type=int, default=15)
    parser.add_argument("--places", type=int, default=3)
    options = parser.parse_args(argv)
    for path in options.projects:
        start = time.perf_counter()
        project = load_project(path.resolve(), ProjectOptions(frozen=True))
        print(text(path.resolve().name, project, seen(project), options.causes, options.places))
        print(f"  {time.perf_counter() - start:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
