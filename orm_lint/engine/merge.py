"""One report of several: paths given on the command line may lie in several projects."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from orm_lint.finding import Finding, Notice, Span
from orm_lint.reports.report import Report, Summary


def merged(reports: Sequence[Report], seconds: float) -> Report:
    """The reports as one, with paths relative to the folder that holds all their roots."""
    root = Path(os.path.commonpath([report.root for report in reports])) if reports else Path.cwd()
    moved = [_moved(report, root) for report in reports]
    statistics: Counter[str] = Counter()
    for report in moved:
        statistics.update(report.statistics)
    return Report(
        root=root,
        findings=tuple(sorted((f for report in moved for f in report.findings), key=lambda finding: finding.sort_key)),
        notices=tuple(sorted(notice for report in moved for notice in report.notices)),
        failures=tuple(sorted(notice for report in moved for notice in report.failures)),
        summary=Summary(
            sum(report.summary.files for report in moved),
            sum(report.summary.lines for report in moved),
            sum(report.summary.models for report in moved),
            seconds,
        ),
        texts={path: text for report in moved for path, text in report.texts.items()},
        statistics=dict(statistics),
    )


def _moved(report: Report, root: Path) -> Report:
    if report.root == root:
        return report
    prefix = report.root.relative_to(root).as_posix() + "/"

    def span(old: Span) -> Span:
        return structs.replace(old, path=prefix + old.path)

    def finding(old: Finding) -> Finding:
        trace = tuple(structs.replace(step, span=span(step.span)) for step in old.trace)
        return structs.replace(old, span=span(old.span), trace=trace)

    def notice(old: Notice) -> Notice:
        return structs.replace(old, path=prefix + old.path) if old.path else old

    return structs.replace(
        report,
        root=root,
        findings=tuple(map(finding, report.findings)),
        notices=tuple(map(notice, report.notices)),
        failures=tuple(map(notice, report.failures)),
        texts={prefix + path: text for path, text in report.texts.items()},
    )
