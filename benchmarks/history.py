"""Does the linter find what people found and fixed? Checks it on both sides of fixes in real histories.

    python -m benchmarks.history --mirrors DIR --cases FILE --trees DIR [--repo OWNER/NAME …] [--reach R …]
        [--class C …] [--json]

CASES is a list of defects: repository, parent commit (has the defect), fix commit (cured), path, line and relation of
the defect, where the rows come from, and the least scope that holds all of it (`reach`). The files of both commits are
put into the folder of --trees, once; nothing of them is kept in this repository.

- hit: at the parent a finding of a rule for that kind of defect points, itself or with a station of its trace, at the
  defect or at the origin of the rows, give or take two lines, and names the relation (not asked of class G and
  of ORM209, whose defects have none); of several those count that are about the very relation and the very rows;
- silent: at the fix none of the findings that hit is there any more: no finding of the same code and relation in that
  file, within five lines of where the fix moved the line to.

Left out of the totals, with the reason: cases in files that this Python cannot parse, cases whose rule is not built.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.cases import REACHES, Case, closest, codes_for, is_hit, is_there, place_after, read_cases, unparsed
from benchmarks.lint import Found, Linted, NoReportError, built_codes, lint
from benchmarks.trees import NoTreeError, extract, repository

GOALS = (0.60, 0.90)
HEADLINE = ("function", "file", "project")
Lint = Callable[[Path], Linted]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one case: left out with a reason, or missed, or hit and then silent or still there."""

    case: Case
    left_out: str | None = None
    hits: tuple[Found, ...] = ()
    still: tuple[Found, ...] = ()
    mistakes: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        if self.left_out:
            return "left out"
        if not self.hits:
            return "miss"
        return "still" if self.still else "hit"


class Share(msgspec.Struct, frozen=True):
    """The figures of some cases."""

    total: int
    hit: int
    silent: int

    def __str__(self) -> str:
        hit = f"{self.hit:3} of {self.total:3} hit {_percent(self.hit, self.total)}"
        return f"{hit}, of those silent at the fix {self.silent:3} {_percent(self.silent, self.hit)}"


def judge(case: Case, parent: Path, fix: Path, run: Lint, built: frozenset[str]) -> Outcome:
    """One case, its two trees given."""
    codes = codes_for(case.rule_guess)
    if not codes & built:
        return Outcome(case, f"no rule for {case.rule_guess} yet ({', '.join(sorted(codes))})")
    if problem := unparsed(case, parent):
        return Outcome(case, problem)
    try:
        before = run(parent)
        hits = closest(case, [found for found in before.findings if is_hit(case, found, codes)], parent)
        after = run(fix) if hits else before
    except NoReportError as error:
        return Outcome(case, f"THE LINTER FAILED: {error}")
    still = tuple(found for found in hits if is_there(found, after.findings, partial(place_after, parent, fix)))
    return Outcome(case, None, hits, still, tuple(dict.fromkeys([*before.mistakes(), *after.mistakes()])))


def share(outcomes: Iterable[Outcome]) -> Share:
    """The figures of all outcomes that are not left out."""
    words = [outcome.word for outcome in outcomes if not outcome.left_out]
    return Share(len(words), words.count("hit") + words.count("still"), words.count("hit"))


def case_text(outcome: Outcome) -> str:
    """What became of one case, for people."""
    lines = [f"{outcome.word:8} {outcome.case}{f': {outcome.left_out}' if outcome.left_out else ''}"]
    lines += [f"             {found}" for found in outcome.hits]
    lines += [f"    at fix   {found}" for found in outcome.still]
    lines += [f"    MISTAKE  {mistake}" for mistake in outcome.mistakes]
    return "\n".join(lines)


def figures(outcomes: Sequence[Outcome]) -> str:
    """The figures of all cases, for people."""
    lines = [f"{reach:10} {share(outcome for outcome in outcomes if outcome.case.reach == reach)}" for reach in REACHES]
    lines += [
        f"{'class ' + kind:10} {share(outcome for outcome in outcomes if outcome.case.kind == kind)}"
        for kind in sorted({outcome.case.kind for outcome in outcomes})
    ]
    headline = share(outcome for outcome in outcomes if outcome.case.reach in HEADLINE)
    lines.append(f"{'in Python':10} {headline}   goals {GOALS[0]:.0%} and {GOALS[1]:.0%}")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--mirrors", type=Path, required=True, help="folder of git directories named OWNER+NAME")
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--trees", type=Path, required=True, help="folder for the files of the commits")
    parser.add_argument("--repo", action="append", metavar="OWNER/NAME", help="only these (all)")
    parser.add_argument("--reach", action="append", choices=REACHES, help="only these (all)")
    parser.add_argument(
        "--class", action="append", dest="kind", metavar="C", help="only defects of these classes (all)"
    )
    parser.add_argument("--min-confidence", default="medium", choices=("low", "medium", "high"))
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="linters at the same time (1)")
    parser.add_argument("--extract-only", action="store_true", help="only get the files")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    cases = [
        case
        for case in read_cases(options.cases)
        if (not options.repo or case.repo in options.repo)
        and (not options.reach or case.reach in options.reach)
        and (not options.kind or case.kind in options.kind)
    ]
    try:
        trees = {commit: _tree(options, case, commit) for case in cases for commit in (case.parent_sha, case.fix_sha)}
    except NoTreeError as error:
        print(error, file=sys.stderr)
        return 2
    if options.extract_only:
        print(f"{len(trees)} trees of {len(cases)} cases are in {options.trees}")
        return 0
    run = _Once(partial(lint, min_confidence=options.min_confidence))
    built = built_codes()
    outcomes = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(
            lambda case: judge(case, trees[case.parent_sha], trees[case.fix_sha], run, built), cases
        ):
            outcomes.append(outcome)
            if not options.json:
                print(case_text(outcome), flush=True)
    print(json.dumps(_plain(outcomes), indent=1) if options.json else f"\n{figures(outcomes)}")
    return 0


class _Once:
    """Lints each tree once, however many cases share it."""

    def __init__(self, run: Lint) -> None:
        self.run = run
        self.known: dict[Path, Linted] = {}

    def __call__(self, tree: Path) -> Linted:
        if tree not in self.known:
            self.known[tree] = self.run(tree)
        return self.known[tree]


def _tree(options: argparse.Namespace, case: Case, commit: str) -> Path:
    folder: Path = options.trees / case.repo.replace("/", "+") / commit
    extract(repository(options.mirrors, case.repo), commit, folder)
    return folder


def _plain(outcomes: Sequence[Outcome]) -> dict[str, object]:
    shares = {reach: share(outcome for outcome in outcomes if outcome.case.reach == reach) for reach in REACHES}
    shares["in Python"] = share(outcome for outcome in outcomes if outcome.case.reach in HEADLINE)
    cases = [
        {
            "id": outcome.case.id,
            "outcome": outcome.word,
            "left_out": outcome.left_out,
            "hits": [str(found) for found in outcome.hits],
            "still": [str(found) for found in outcome.still],
            "mistakes": list(outcome.mistakes),
        }
        for outcome in outcomes
    ]
    return {"cases": cases, "shares": msgspec.to_builtins(shares)}


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:4.0%}" if whole else "   -"


if __name__ == "__main__":
    raise SystemExit(main())
