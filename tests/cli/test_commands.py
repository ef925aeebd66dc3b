"""The command line with the run replaced: what it asks for, what it writes where, how it ends."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import orm_lint.engine.run as run_module
from orm_lint.cli import main
from orm_lint.engine.pages import rule_page
from orm_lint.engine.request import CheckRequest
from orm_lint.engine.select import Selection
from orm_lint.errors import ConfigError
from orm_lint.finding import Confidence, Finding, Notice, Span
from orm_lint.reports.report import Report, Summary
from orm_lint.rules import all_rules, find_rule

FOUND = Finding("ORM501", "generic-foreign-key", "declared here", Span("a.py", 1, 1, 1, 2))
NOTICE = Notice("b\n.py", 2, "odd")
SUMMARY = Summary(3, 40, 2, 0.5)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[CheckRequest]]:
    """Makes every run end in a report of some findings; gives the requests."""

    def set_up(*findings: Finding, failures: tuple[Notice, ...] = (), error: Exception | None = None) -> list[Any]:
        requests: list[CheckRequest] = []

        def check(request: CheckRequest) -> Report:
            requests.append(request)
            if error:
                raise error
            statistics = {"files read": 3, "relations without a target: unknown": 12000}
            return Report(tmp_path.resolve(), findings, (NOTICE,), failures, SUMMARY, {}, statistics)

        monkeypatch.setattr(run_module, "check", check)
        return requests

    return set_up


def test_text_goes_to_output_and_notices_to_error(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    answer(FOUND)
    assert main(["check"]) == 1
    assert tuple(capsys.readouterr()) == (
        "a.py:1:1: ORM501 declared here\n\n1 finding in 3 files, 2 models (0.5 s)\n",
        "orm-lint: b\\n.py:2: odd\n",
    )


def test_concise(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    answer(FOUND)
    assert main(["check", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == "a.py:1:1: ORM501 declared here\n"


def test_json_holds_the_notices_itself(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    answer(FOUND)
    assert main(["check", "--output-format", "json"]) == 1
    output = capsys.readouterr()
    assert json.loads(output.out)["notices"] == [{"path": "b\n.py", "line": 2, "message": "odd"}]
    assert output.err == ""


def test_statistics_go_to_error_so_that_output_stays_what_it_is(
    answer: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    answer()
    assert main(["check", "--statistics", "--output-format", "json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)["findings"] == []
    assert output.err == "        3  files read\n   12,000  relations without a target: unknown\n"


@pytest.mark.parametrize(
    ("options", "failures", "code"),
    [([], (), 1), (["--exit-zero"], (), 0), ([], (NOTICE,), 2), (["--exit-zero"], (NOTICE,), 2)],
)
def test_exit_codes(answer: Any, options: list[str], failures: tuple[Notice, ...], code: int) -> None:
    answer(FOUND, failures=failures)
    assert main(["check", *options]) == code


def test_options_become_the_request(answer: Any) -> None:
    requests = answer()
    main(
        "check a b.py --select ORM5,ORM601 --select x --ignore ORM501 --extend-select ORM7 --min-confidence low "
        "--frozen --force-exclude --statistics --related --disable-noqa --config c.toml".split()
    )
    assert requests == [
        CheckRequest(
            paths=(Path("a"), Path("b.py")),
            selection=Selection(("ORM5", "ORM601", "x"), ("ORM7",), ("ORM501",)),
            min_confidence=Confidence.LOW,
            frozen=True,
            config=Path("c.toml"),
            force_exclude=True,
            related=True,
            suppressed=True,
            statistics=True,
        )
    ]


def test_without_paths_the_current_folder_is_linted(answer: Any) -> None:
    requests = answer()
    main(["check"])
    assert requests == [CheckRequest(paths=(Path(),))]


@pytest.mark.parametrize(("options", "name"), [([], "stdin.py"), (["--stdin-filename", "shop/a.py"], "shop/a.py")])
def test_standard_input_is_an_unsaved_text(
    answer: Any, monkeypatch: pytest.MonkeyPatch, options: list[str], name: str
) -> None:
    requests = answer()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfx = 'caf\xc3\xa9'\r\n")))
    main(["check", "-", *options])
    assert requests == [CheckRequest(paths=(Path(name),), overlay={Path(name): "x = 'café'\n"})]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["check", "--stdin-filename", "a.py"], "--stdin-filename is only for -, standard input"),
        (["explain", "ORM9O1"], "no rule is called ORM9O1 (did you mean ORM901?)"),
        (["explain", "\x1b"], "no rule is called \\x1b"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    answer: Any, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    answer()
    assert main(arguments) == 2
    assert tuple(capsys.readouterr()) == ("", f"orm-lint: {complaint}\n")


def test_text_that_is_no_text_on_standard_input(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == "orm-lint: stdin.py:1: not valid utf-8 text\n"


def test_a_wrong_configuration_is_one_line(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    answer(error=ConfigError("pyproject.toml", "tool.orm_lint.x", "unknown key"))
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "orm-lint: pyproject.toml: tool.orm_lint.x: unknown key\n"


def test_a_mistake_of_orm_lint_is_one_line(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    answer(error=KeyError("x\ny"))
    assert main(["check"]) == 2
    line = capsys.readouterr().err
    assert line.startswith(
        "orm-lint: internal error: check failed with KeyError ('x\\ny') at orm_lint/cli/commands.py:"
    )
    assert line.endswith("; please report it\n")
    assert line.count("\n") == 1


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(request: CheckRequest) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "check", interrupted)
    assert main(["check"]) == 130
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize("wanted", ["ORM901", "orm901", "unused-suppression"])
def test_explain_shows_the_page(capsys: pytest.CaptureFixture[str], wanted: str) -> None:
    rule = find_rule("ORM901")
    assert rule is not None
    assert main(["explain", wanted]) == 0
    assert capsys.readouterr().out == rule_page(rule)


def test_rules_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(all_rules())
    assert lines[-1].split(maxsplit=3) == [
        "ORM903",
        "on",
        "unknown-code",
        "a suppression or a setting names a code that no rule has",
    ]


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[-2] == {
        "code": "ORM902",
        "name": "unreadable-file",
        "summary": "a file could not be linted",
        "on_by_default": True,
    }
