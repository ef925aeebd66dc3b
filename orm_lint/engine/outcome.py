"""From what the rules yield to what is shown: duplicates joined, hidden findings out, the run judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import structs

from orm_lint.engine.config import TABLE, Config
from orm_lint.engine.select import covered
from orm_lint.errors import ConfigError
from orm_lint.finding import Confidence, Finding, Span
from orm_lint.rules.base import AnyRule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def joined(findings: Iterable[Finding]) -> list[Finding]:
    """Findings sorted, each key once: the surest one, with the traces of all."""
    by_key: dict[tuple[str, Span, str | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_key[finding.key].append(finding)
    return sorted((_one(same) for same in by_key.values()), key=_order)


def _one(same: list[Finding]) -> Finding:
    # Sorted by all that is shown, so that the order in which contexts were run does not matter.
    same.sort(
        key=lambda finding: (-finding.confidence, finding.evidence, finding.message, finding.trace != (), repr(finding))
    )
    trace = tuple(dict.fromkeys(step for finding in same for step in finding.trace))
    return structs.replace(same[0], trace=trace)


def _order(finding: Finding) -> tuple[Span, str, str, str]:
    return (*finding.sort_key, finding.relation or "")


def shown(
    findings: Iterable[Finding], config: Config, minimum: Confidence, rules: Iterable[AnyRule]
) -> tuple[Finding, ...]:
    """The findings that the configuration wants to see."""
    is_ignored = per_file_ignores(config, tuple(rules))
    return tuple(
        finding
        for finding in findings
        if finding.confidence >= minimum and not is_ignored(finding.span.path, finding.code)
    )


def per_file_ignores(config: Config, rules: tuple[AnyRule, ...]) -> Callable[[str, str], bool]:
    """Whether a code is ignored in a file, by path and code."""
    if not config.per_file_ignores:
        return lambda _path, _code: False
    entries = [
        (_compiled(config, pattern), frozenset(code for written in codes for code in covered(written, rules)))
        for pattern, codes in config.per_file_ignores
    ]
    return lambda path, code: any(code in codes and spec.match_file(path) for spec, codes in entries)


def _compiled(config: Config, pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([pattern])
    except ValueError as error:
        problem = f"{pattern!r} is no gitignore pattern"
        raise ConfigError(str(config.source), f"{TABLE}.per-file-ignores", problem) from error
