from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

import benchmarks.audit
from benchmarks.audit.__main__ import main
from benchmarks.audit.tally import Readers, Verdict, read_verdicts, tally

FOLDER = Path(benchmarks.audit.__file__).parent
ROW = {
    "commit": "c" * 40,
    "path": "shop/models.py",
    "line": 3,
    "code": "ORM501",
    "verdict": True,
    "reason": "seen",
    "readers": {"a": True, "b": True},
}


def write(folder: Path, project: str, *rows: dict[str, object]) -> None:
    (folder / f"{project}.jsonl").write_text("".join(json.dumps(ROW | row) + "\n" for row in rows), "utf-8")


def test_each_rule_is_counted_over_all_projects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "shop", {}, {"code": "ORM601", "verdict": False})
    write(tmp_path, "blog", {})
    write(tmp_path, "empty")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "3 projects",
        "ORM501    2 of    2 true  100.0%",
        "ORM601    0 of    1 true    0.0%",
        "all       2 of    3 true   66.7%",
        "below 95%: ORM601",
    ]


def test_folders_are_told_apart_and_each_must_reach_the_goal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, verdict in (("good", True), ("bad", False)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "shop", {"verdict": verdict})
    assert main([str(tmp_path / "good"), str(tmp_path / "bad")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "good: 1 projects",
        "ORM501    1 of    1 true  100.0%",
        "all       1 of    1 true  100.0%",
        "bad: 1 projects",
        "ORM501    0 of    1 true    0.0%",
        "all       0 of    1 true    0.0%",
        "below 95%: ORM501",
    ]


def test_no_verdicts_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 projects\nall       0 of    0 true  100.0%\n"


def test_a_line_that_lacks_a_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shop.jsonl").write_text('{"path": "a.py"}\n')
    with pytest.raises(msgspec.DecodeError):
        read_verdicts(tmp_path)


def test_a_share_is_that_of_the_verdicts() -> None:
    verdict = Verdict("c", "a.py", 1, "ORM506", False, "no", Readers(a=True, b=False))
    (share, everything) = tally([verdict])
    assert (share.code, share.judged, share.true, everything.precision) == ("ORM506", 1, 0, 0.0)


@pytest.mark.parametrize(
    "folder", [FOLDER, FOLDER / "reads", FOLDER / "conventions"], ids=["models", "reads", "conventions"]
)
def test_what_is_recorded_is_whole_and_true_only_where_both_readers_say_so(folder: Path) -> None:
    for project, verdicts in read_verdicts(folder).items():
        assert len({verdict.commit for verdict in verdicts}) <= 1, project
        for verdict in verdicts:
            assert verdict.verdict == (verdict.readers.a and verdict.readers.b), verdict
            assert len(verdict.commit) == 40 and verdict.line >= 1 and verdict.reason, verdict
            assert not verdict.path.startswith("/"), verdict
