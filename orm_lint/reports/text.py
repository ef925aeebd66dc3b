"""The report for people: each finding with the line it is about, and how the rows got there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from orm_lint.finding import Finding, Span, TraceStep
from orm_lint.reports.printable import Locate, printable, source_line, width
from orm_lint.reports.report import Report, Summary

Style = Literal["plain", "path", "code", "caret", "faint", "good", "bad"]
Line = tuple[tuple[str, Style], ...]

LONGEST_BEFORE, LONGEST_AFTER = 120, 120
"""Code points of a source line that a frame shows before and from the start of a span: generated lines have no end."""


def render(report: Report, locate: Locate) -> Iterator[Line]:
    """The lines of the report, each made of pieces with a style."""
    lines_of = {path: text.split("\n") for path, text in report.texts.items()}
    for finding in report.findings:
        yield from _finding(finding, lines_of.get(finding.span.path, []), locate)
        yield ()
    yield _summary(report)


def plain(line: Line) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in line)


def _finding(finding: Finding, lines: list[str], locate: Locate) -> Iterator[Line]:
    span = finding.span
    yield (
        (f"{locate(span.path)}:{span.line}:{span.column}", "path"),
        (": ", "plain"),
        (finding.code, "code"),
        (f" {printable(finding.message)}", "plain"),
    )
    gutter = len(str(span.line))
    if 1 <= span.line <= len(lines) and lines[span.line - 1].strip():
        yield from _frame(span, lines[span.line - 1], gutter)
    for step in finding.trace:
        yield _step(step, gutter, locate)
    if remarks := _remarks(finding):
        yield ((f"{' ' * gutter} = {remarks}", "faint"),)


def _frame(span: Span, line: str, gutter: int) -> Iterator[Line]:
    """The source line and carets below the span; a span of several lines is marked to the end of its first."""
    first = max(0, span.column - 1 - LONGEST_BEFORE)
    last = span.column - 1 + LONGEST_AFTER
    end = min(last, span.end_column - 1 if span.end_line == span.line else len(line))
    before = source_line(line[first : span.column - 1])
    # Tabs are widened from the start of what is shown, so that what is marked ends where it is shown to end.
    until = source_line(line[first:end])
    marked = max(1, width(until) - width(before))
    yield ((f"{span.line} | ", "faint"), (source_line(line[first:last].rstrip()), "plain"))
    yield ((f"{' ' * gutter} | ", "faint"), (" " * width(before) + "^" * marked, "caret"))


def _step(step: TraceStep, gutter: int, locate: Locate) -> Line:
    place = f"{locate(step.span.path)}:{step.span.line}:{step.span.column}"
    return (
        (f"{' ' * gutter} = {step.role}: ", "faint"),
        (place, "path"),
        (f" {printable(step.text)}", "plain"),
    )


def _remarks(finding: Finding) -> str:
    """What makes a finding less than certain, if anything does."""
    parts = [] if finding.confidence.label == "high" else [f"confidence: {finding.confidence.label}"]
    match finding.evidence:
        case "environment":
            parts.append("rests on packages installed in this environment")
        case "bundle":
            parts.append("rests on a package's models as orm_lint knows them")
        case "project":
            pass
    return "; ".join(parts)


def _summary(report: Report) -> Line:
    found = len(report.findings)
    scope = _scope(report.summary)
    if report.failures:
        return ((f"orm_lint itself failed; {_count(found, 'finding')} in {scope} may not be all", "bad"),)
    return ((f"{_count(found, 'finding')} in {scope}", "bad" if found else "good"),)


def _scope(summary: Summary) -> str:
    return f"{_count(summary.files, 'file')}, {_count(summary.models, 'model')} ({summary.seconds:.1f} s)"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
