"""Findings that a comment hides, and what became of each code that a comment names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from orm_lint.engine.select import covered
from orm_lint.finding import Finding, Span
from orm_lint.rules.base import AnyRule, WrittenCode
from orm_lint.source.suppress import Suppression, covers, matches

PLACE = "comment"
# `noqa` is shared: E501 is another linter's, and so are ORM001 to ORM099.
_OURS = re.compile(r"(?!ORM0)ORM[0-9]*")


FEW_LINES = 100


class ByLine:
    """The comments of one file, found by the line that they apply to: a file may hold as many as it has lines."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._here: dict[int, list[Suppression]] = defaultdict(list)
        self._far: dict[range, list[Suppression]] = defaultdict(list)
        for comment in suppressions:
            if len(comment.lines) > FEW_LINES:
                self._far[comment.lines].append(comment)
                continue
            for line in comment.lines:
                self._here[line].append(comment)

    def at(self, line: int) -> Iterator[Suppression]:
        """The comments that apply to a line."""
        yield from self._here.get(line, ())
        for lines, comments in self._far.items():
            if line in lines:
                yield from comments


def is_hidden(finding: Finding, suppressions: Iterable[Suppression]) -> bool:
    """Whether a comment in the finding's file hides it; one without codes hides nothing that is about itself."""
    return any(
        matches(comment, finding.code, finding.name, finding.span.line)
        and (comment.codes or not _is_within(finding.span, comment.span))
        for comment in suppressions
    )


def written_codes(
    suppressions: Iterable[Suppression], findings: Sequence[Finding], rules: Sequence[AnyRule]
) -> tuple[WrittenCode, ...]:
    """Every code of ours in the comments of one file, with the rules that it stands for and those that it hid there.

    `findings` are all those of the file, hidden or not.
    """
    ordered = sorted(findings, key=lambda finding: finding.span.line)
    lines = [finding.span.line for finding in ordered]
    return tuple(
        code for comment in suppressions for code in _codes_of(comment, _within(ordered, lines, comment.lines), rules)
    )


def _within(ordered: Sequence[Finding], lines: Sequence[int], wanted: range) -> Sequence[Finding]:
    return ordered[bisect_left(lines, wanted.start) : bisect_left(lines, wanted.stop)]


def _is_within(inner: Span, outer: Span) -> bool:
    return inner.line == outer.line and outer.column <= inner.column and inner.end_column <= outer.end_column


def _codes_of(comment: Suppression, here: Sequence[Finding], rules: Sequence[AnyRule]) -> Iterable[WrittenCode]:
    if not comment.codes and comment.kind in ("ignore", "ignore-file"):
        everything = frozenset(rule.code for rule in rules)
        yield WrittenCode("", comment.span, PLACE, everything, frozenset(finding.code for finding in here))
    for written, span in zip(comment.codes, comment.code_spans, strict=True):
        if comment.kind not in ("noqa", "flake8") or _OURS.fullmatch(written):
            yield _code(comment, written, span, here, rules)


def _code(
    comment: Suppression, written: str, span: Span, here: Iterable[Finding], rules: Iterable[AnyRule]
) -> WrittenCode:
    meant = frozenset(rule.code for rule in rules if covers(comment.kind, written, rule.code, rule.name))
    used = frozenset(finding.code for finding in here if finding.code in meant)
    return WrittenCode(written, span, PLACE, meant, used)


def settings_code(written: str, span: Span, rules: Iterable[AnyRule]) -> WrittenCode:
    """A selector in the configuration."""
    return WrittenCode(written, span, "setting", covered(written, rules), frozenset())
