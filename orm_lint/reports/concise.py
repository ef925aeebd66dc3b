"""One line for each finding: `path:line:column: CODE message`, as editors and CI systems read it."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.reports.printable import Locate, printable
from orm_lint.reports.report import Report


def render(report: Report, locate: Locate) -> Iterator[str]:
    """The lines of the report, findings only: notices are no findings and go elsewhere."""
    for finding in report.findings:
        span = finding.span
        yield f"{locate(span.path)}:{span.line}:{span.column}: {finding.code} {printable(finding.message)}"
