"""Draws findings for two readers to judge: the same ones for the same seed, projects and linter.

    python -m benchmarks.audit.sample --out DIR [--each N] [--seed N] [--select CODES] FOLDER@COMMIT …

The projects are linted whole; of each rule N findings are drawn from all projects together, or all if there are fewer.
For each project DIR/PROJECT.todo.jsonl has one line a finding with its id, and DIR/PROJECT/ID.txt the source around
every line that the finding points at. A reader writes lines of `{"id": …, "verdict": true, "reason": "…"}` without
seeing the other's; `python -m benchmarks.audit.combine` joins them.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.audit.combine import Todo
from benchmarks.lint import Found, lint

AROUND = 12
Pool = Mapping[str, Sequence[Found]]


def draw(pool: Pool, each: int, seed: int) -> dict[str, list[Found]]:
    """At most `each` findings of each rule over all projects, by project, in the order of their places."""
    by_code: dict[str, list[tuple[str, Found]]] = defaultdict(list)
    for project in sorted(pool):
        for found in pool[project]:
            by_code[found.code].append((project, found))
    drawn: dict[str, list[Found]] = {project: [] for project in sorted(pool)}
    for code, findings in sorted(by_code.items()):
        findings.sort(key=lambda pair: (pair[0], pair[1].path, pair[1].line, pair[1].column, pair[1].message))
        chosen = random.Random(f"{seed} {code}").sample(findings, min(each, len(findings)))
        for project, found in chosen:
            drawn[project].append(found)
    return {
        project: sorted(found, key=lambda found: (found.path, found.line, found.code))
        for project, found in drawn.items()
    }


def excerpt(root: Path, found: Found) -> str:
    """The source around each line that a finding points at, with numbers; the lines themselves are marked."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for path, line in found.places():
        wanted[path].add(line)
    parts = [f"{found}\n"]
    parts += [f"    {step.role:9} {step.path}:{step.line} {step.text}" for step in found.trace]
    for path, lines in wanted.items():
        parts.append(f"\n== {path}")
        parts += _numbered((root / path).read_text("utf-8", errors="replace").split("\n"), lines)
    return "\n".join(parts) + "\n"


def write(folder: Path, root: Path, commit: str, findings: Sequence[Found]) -> Path:
    """Writes the findings of one project; gives the list."""
    name = root.resolve().name
    (folder / name).mkdir(parents=True, exist_ok=True)
    lines = []
    for number, found in enumerate(findings, 1):
        source = folder / name / f"{number}.txt"
        source.write_text(excerpt(root, found), "utf-8")
        lines.append(msgspec.json.encode(_todo(number, commit, found, f"{name}/{number}.txt")) + b"\n")
    target = folder / f"{name}.todo.jsonl"
    target.write_bytes(b"".join(lines))
    return target


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("projects", nargs="+", metavar="FOLDER@COMMIT")
    parser.add_argument("--out", type=Path, required=True, help="folder for the lists, outside the repository")
    parser.add_argument("--each", type=int, default=20, metavar="N", help="findings of each rule (20)")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--select", default="", metavar="CODES", help="only these rules (all that are on)")
    options = parser.parse_args(argv)
    roots: dict[str, tuple[Path, str]] = {}
    for text in options.projects:
        folder, _, commit = text.rpartition("@")
        if not folder or len(commit) != 40:
            parser.error(f"{text}: not FOLDER@COMMIT with all 40 digits")
        roots[Path(folder).resolve().name] = (Path(folder), commit)
    more = ["--select", options.select] if options.select else []
    pool = {name: lint(root, more=more).findings for name, (root, _) in roots.items()}
    for name, findings in draw(pool, options.each, options.seed).items():
        target = write(options.out, *roots[name], findings)
        print(f"{len(findings):4} of {len(pool[name]):4} findings in {target}")
    return 0


def _todo(number: int, commit: str, found: Found, source: str) -> Todo:
    return Todo(
        number,
        commit,
        found.path,
        found.line,
        found.code,
        found.message,
        found.confidence,
        found.evidence,
        found.model,
        found.relation,
        found.trace,
        source,
    )


def _numbered(source: Sequence[str], lines: set[int]) -> list[str]:
    shown = {number for line in lines for number in range(line - AROUND, line + AROUND + 1)}
    numbers = [number for number in sorted(shown) if 1 <= number <= len(source)]
    parts = []
    for before, number in zip([numbers[0] - 1, *numbers] if numbers else [], numbers, strict=False):
        parts += ["   ..."] if number > before + 1 else []
        parts.append(f"{'>' if number in lines else ' '}{number:5} {source[number - 1]}")
    return parts


if __name__ == "__main__":
    raise SystemExit(main())
