"""The JSON report. Its shape is a promise: keys are added, never renamed or removed."""

from __future__ import annotations

import json

from orm_lint.finding import Finding, Notice, TraceStep
from orm_lint.reports.report import Report

SCHEMA_VERSION = 1


def render(report: Report) -> str:
    """The report as one JSON object, ASCII only, so that file names of any bytes survive."""
    document = {
        "version": SCHEMA_VERSION,
        "findings": [_finding(finding) for finding in report.findings],
        "notices": [_notice(notice) for notice in (*report.failures, *report.notices)],
        "summary": {
            "files": report.summary.files,
            "lines": report.summary.lines,
            "models": report.summary.models,
            "seconds": round(report.summary.seconds, 3),
        },
    }
    return json.dumps(document, indent=2)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "confidence": finding.confidence.label,
        "evidence": finding.evidence,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "model": finding.model,
        "relation": finding.relation,
        "trace": [_step(step) for step in finding.trace],
        "fix": None,
    }


def _step(step: TraceStep) -> dict[str, object]:
    return {
        "role": step.role,
        "path": step.span.path,
        "line": step.span.line,
        "column": step.span.column,
        "text": step.text,
    }


def _notice(notice: Notice) -> dict[str, object]:
    return {"path": notice.path, "line": notice.line, "message": notice.message}
