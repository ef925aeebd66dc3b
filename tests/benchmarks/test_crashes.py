from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.crashes import Result, main, projects, run, text


def test_a_folder_is_a_project_or_holds_projects(tmp_path: Path) -> None:
    for path in ("shop/manage.py", "blog/blog/models.py", ".cache/a/b.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x = 1\n")
    names = [path.name for path in projects([tmp_path, tmp_path / "shop"])]
    assert names == ["blog", "shop", "shop"]


def test_a_project_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "manage.py").write_text("x = 1\n" * 10)
    (tmp_path / "old.py").write_text("print x\n")
    result = run(tmp_path, 60, ["--select", "ORM902"])
    assert (result.crash, result.mistakes, result.findings) == (None, (), {"high": 1, "medium": 0, "low": 0})
    assert result.lines >= 10 and 0 < result.seconds < 60
    assert main([str(tmp_path), "--select", "ORM902", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["project"] == tmp_path.name


def test_a_run_without_a_report_is_a_crash(tmp_path: Path) -> None:
    crash = run(tmp_path / "absent", 60).crash
    assert crash is not None and crash.startswith("exit code 2: ")
    (tmp_path / "a.py").write_text("x = 1\n")
    assert run(tmp_path, 0.001).crash == "not done after 0 seconds"


def test_crashes_and_mistakes_are_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    assert main([str(tmp_path), "--timeout", "0.001"]) == 1
    assert "CRASH not done after 0 seconds" in capsys.readouterr().out


def test_the_text_has_the_medians_of_what_could_be_read() -> None:
    shown = text(
        [
            Result("shop", None, (), 1.26, 10, 2000, {"high": 2, "medium": 1, "low": 5}),
            Result("blog", None, ("internal error: x",), 3.0, 10, 1000, {"high": 5, "low": 1}),
            Result("wiki", None, (), 3.0, 10, 1000, {}),
            Result("torn", "not done"),
        ]
    )
    assert shown.splitlines()[1:] == [
        "shop                       10     2000      1.3      2      1      5             1.50",
        "blog                       10     1000      3.0      5      0      1             5.00",
        "    MISTAKE internal error: x",
        "wiki                       10     1000      3.0      0      0      0             0.00",
        "torn                   CRASH not done",
        "4 projects, 1 crashes, 1 internal errors",
        "findings per 1,000 lines on the median project: high 1.00, medium 0.00, low 1.00, shown 1.50; goal: shown at most 2",
    ]
