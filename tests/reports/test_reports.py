from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from orm_lint.finding import Confidence, Finding, Notice, Span, TraceStep
from orm_lint.reports import colour, concise, text
from orm_lint.reports import json as json_report
from orm_lint.reports.printable import locator
from orm_lint.reports.report import Report, Summary

ROOT = Path("/work/site")
READ = Finding(
    code="ORM101",
    name="related-object-per-row",
    message="`sub.package` runs one query per Subscription",
    span=Span("shop/views.py", 3, 16, 3, 23),
    confidence=Confidence.MEDIUM,
    evidence="environment",
    model="shop.Subscription",
    relation="package",
    trace=(TraceStep("origin", Span("shop/rows.py", 1, 5, 1, 9), "rows come from here"),),
)
PLAIN = Finding("ORM501", "generic-foreign-key", "declared here", Span("a.py", 1, 1, 2, 4))


def report(*findings: Finding, failures: tuple[Notice, ...] = (), texts: dict[str, str] | None = None) -> Report:
    notices = (Notice("b.py", 2, "odd"),)
    return Report(ROOT, findings, notices, failures, Summary(1234, 5678, 1, 0.98765), texts or {})


def lines(shown: Report, current: Path = ROOT) -> list[str]:
    return list(map(text.plain, text.render(shown, locator(ROOT, current))))


def test_json_has_exactly_the_promised_keys() -> None:
    failure = Notice("", 1, "internal error: x")
    assert json.loads(json_report.render(report(READ, failures=(failure,)))) == {
        "version": 1,
        "findings": [
            {
                "code": "ORM101",
                "name": "related-object-per-row",
                "message": "`sub.package` runs one query per Subscription",
                "confidence": "medium",
                "evidence": "environment",
                "path": "shop/views.py",
                "line": 3,
                "column": 16,
                "end_line": 3,
                "end_column": 23,
                "model": "shop.Subscription",
                "relation": "package",
                "trace": [
                    {"role": "origin", "path": "shop/rows.py", "line": 1, "column": 5, "text": "rows come from here"}
                ],
                "fix": None,
            }
        ],
        "notices": [
            {"path": "", "line": 1, "message": "internal error: x"},
            {"path": "b.py", "line": 2, "message": "odd"},
        ],
        "summary": {"files": 1234, "lines": 5678, "models": 1, "seconds": 0.988},
    }


def test_json_carries_names_of_any_bytes() -> None:
    path = "caf\udce9\n.py"
    document = json_report.render(report(Finding("ORM501", "x", "é", Span(path, 1, 1, 1, 1))))
    assert document.isascii()
    assert json.loads(document)["findings"][0]["path"] == path


def test_concise_is_one_line_for_each_finding() -> None:
    assert list(concise.render(report(READ, PLAIN), locator(ROOT, Path("/work")))) == [
        "site/shop/views.py:3:16: ORM101 `sub.package` runs one query per Subscription",
        "site/a.py:1:1: ORM501 declared here",
    ]


def test_text_shows_the_line_the_way_and_what_makes_it_less_sure() -> None:
    source = "def view():\n    for sub in rows():\n\tprint(a, sub.package)\n"
    finding = READ.__class__(**{**_fields(READ), "span": Span("shop/views.py", 3, 15, 3, 22)})
    assert lines(report(finding, texts={"shop/views.py": source})) == [
        "shop/views.py:3:15: ORM101 `sub.package` runs one query per Subscription",
        "3 |     print(a, sub.package)",
        "  |                  ^^^^^^^",
        "  = origin: shop/rows.py:1:5 rows come from here",
        "  = confidence: medium; rests on packages installed in this environment",
        "",
        "1 finding in 1,234 files, 1 model (1.0 s)",
    ]


def _fields(finding: Finding) -> dict[str, object]:
    return {name: getattr(finding, name) for name in finding.__struct_fields__}


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert lines(report(PLAIN, texts={"a.py": "key = (\n    1)\n"}))[1:3] == ["1 | key = (", "  | ^^^^^^^"]


def test_wide_and_combining_characters_keep_the_carets_below_what_they_mark() -> None:
    finding = Finding("ORM501", "x", "m", Span("a.py", 1, 12, 1, 15))
    shown = lines(report(finding, texts={"a.py": 'a = "日e\u0301", bcd\n'}))
    assert shown[1:3] == ['1 | a = "日e\u0301", bcd', "  | " + " " * 11 + "^^^"]


@pytest.mark.parametrize("source", ["", "x", "a\n\n   \n"])
def test_a_finding_on_a_line_without_text_has_no_frame(source: str) -> None:
    finding = Finding("ORM902", "x", "m", Span("a.py", 3, 1, 3, 1))
    assert lines(report(finding, texts={"a.py": source})) == [
        "a.py:3:1: ORM902 m",
        "",
        "1 finding in 1,234 files, 1 model (1.0 s)",
    ]


def test_of_a_line_without_end_only_the_part_around_the_span_is_shown() -> None:
    finding = Finding("ORM501", "x", "m", Span("a.py", 1, 1001, 1, 1004))
    shown = lines(report(finding, texts={"a.py": "a" * 1000 + "bcd" + "e" * 5000}))
    assert shown[1:3] == ["1 | " + "a" * 120 + "bcd" + "e" * 117, "  | " + " " * 120 + "^^^"]


def test_a_column_behind_the_line_is_marked_behind_it() -> None:
    finding = Finding("ORM902", "x", "m", Span("a.py", 1, 40, 1, 41))
    assert lines(report(finding, texts={"a.py": "ab\n"}))[1:3] == ["1 | ab", "  |   ^"]


def test_nothing_in_a_name_or_a_line_can_forge_output() -> None:
    finding = Finding("ORM501", "x", "a\nb", Span("a\nb.py:1:1: ORM501 \x1b[2J\u202e\udce9.py", 1, 1, 1, 2))
    shown = report(finding, texts={finding.span.path: "\x1b[31m\n"})
    path = "a\\nb.py:1:1: ORM501 \\x1b[2J\\u202e\\xe9.py"
    assert lines(shown)[:2] == [f"{path}:1:1: ORM501 a\\nb", "1 | \\x1b[31m"]
    assert list(concise.render(shown, locator(ROOT, ROOT))) == [f"{path}:1:1: ORM501 a\\nb"]


def test_a_clean_report_is_one_line() -> None:
    assert lines(report()) == ["0 findings in 1,234 files, 1 model (1.0 s)"]


def test_a_report_after_a_failure_says_that_findings_may_be_missing() -> None:
    assert lines(report(PLAIN, failures=(Notice("", 1, "x"),)))[-1] == (
        "orm_lint itself failed; 1 finding in 1,234 files, 1 model (1.0 s) may not be all"
    )


@pytest.mark.parametrize(
    ("findings", "failures", "code"),
    [((), (), 0), ((PLAIN,), (), 1), ((PLAIN,), (Notice("", 1, "x"),), 2), ((), (Notice("", 1, "x"),), 2)],
)
def test_exit_codes(findings: tuple[Finding, ...], failures: tuple[Notice, ...], code: int) -> None:
    assert report(*findings, failures=failures).exit_code == code


@pytest.mark.parametrize(
    ("current", "shown"),
    [("/work/site", "a.py"), ("/work", "site/a.py"), ("/", "work/site/a.py"), ("/work/other", "/work/site/a.py")],
)
def test_paths_are_shown_from_the_current_folder_where_they_lie_in_it(current: str, shown: str) -> None:
    assert locator(ROOT, Path(current))("a.py") == shown


def test_colour_changes_no_character() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    shown = report(READ, PLAIN, texts={"a.py": "key = [red]1[/red] :smile:\n"})
    colour.write(text.render(shown, locator(ROOT, ROOT)), stream)
    assert re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines() == lines(shown)


@pytest.mark.parametrize(
    ("current", "shown"),
    [
        ("/work", ["project/shop/a.py", "project/b.py"]),
        ("/work/project", ["shop/a.py", "b.py"]),
        ("/work/project/shop", ["a.py", "/work/project/b.py"]),
        ("/other", ["/work/project/shop/a.py", "/work/project/b.py"]),
    ],
)
def test_paths_are_relative_to_where_the_person_is(current: str, shown: list[str]) -> None:
    assert list(map(locator(Path("/work/project"), Path(current)), ["shop/a.py", "b.py"])) == shown
