from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.audit.combine import IncompleteError, Judgement, Todo, combine, main, read
from benchmarks.audit.sample import draw, excerpt, write
from benchmarks.audit.sample import main as sample
from benchmarks.lint import Found, Step

COMMIT = "c" * 40


def found(line: int, code: str = "ORM101", **more) -> Found:
    return Found(code, f"number {line}", "high", "project", "shop/views.py", line, 1, line, **more)


def todo(number: int, code: str = "ORM101") -> Todo:
    return Todo(number, COMMIT, "shop/views.py", 7, code, "text", "high", "project", None, "owner", (), "shop/1.txt")


def test_of_each_rule_as_many_are_drawn_as_wanted_or_all() -> None:
    pool = {"shop": [found(n) for n in range(50)], "blog": [found(n, "ORM102") for n in range(3)]}
    drawn = draw(pool, each=20, seed=3)
    assert {project: len(findings) for project, findings in drawn.items()} == {"blog": 3, "shop": 20}
    assert [finding.line for finding in drawn["shop"]] == sorted({finding.line for finding in drawn["shop"]})


def test_the_same_seed_draws_the_same_whatever_the_order() -> None:
    pool = {"b": [found(n) for n in range(50)], "a": [found(n) for n in range(50)]}
    turned = {name: list(reversed(findings)) for name, findings in reversed(pool.items())}
    assert draw(pool, 5, 3) == draw(turned, 5, 3)
    assert draw(pool, 5, 3) != draw(pool, 5, 4)


def test_the_excerpt_shows_every_line_that_a_finding_points_at(tmp_path: Path) -> None:
    for name, count in (("shop/views.py", 40), ("shop/models.py", 3)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("".join(f"{name[5]}{n}\n" for n in range(1, count + 1)))
    finding = found(
        30, trace=(Step("origin", "shop/models.py", 2, "Ad.objects"), Step("loop", "shop/views.py", 2, "for"))
    )
    lines = excerpt(tmp_path, finding).splitlines()
    assert lines[:8] == [
        "shop/views.py:30: ORM101 number 30",
        "",
        "    origin    shop/models.py:2 Ad.objects",
        "    loop      shop/views.py:2 for",
        "",
        "== shop/views.py",
        "     1 v1",
        ">    2 v2",
    ]
    assert "   ..." in lines and ">   30 v30" in lines and "    17 v17" not in lines and "    18 v18" in lines
    assert lines[-4:] == ["     1 m1", ">    2 m2", "     3 m3", "     4 "]


def test_a_list_has_all_that_a_reader_needs(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "views.py").write_text("x\n")
    root = tmp_path
    target = write(tmp_path / "out", root, COMMIT, [found(1, relation="owner")])
    (item,) = read(target, Todo)
    assert (item.id, item.commit, item.line, item.relation) == (1, COMMIT, 1, "owner")
    assert (tmp_path / "out" / item.source).read_text().startswith("shop/views.py:1: ORM101 number 1\n")


def test_a_project_is_drawn_from_as_it_is_linted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "manage.py").write_text("print x\n")
    arguments = ["--out", str(tmp_path / "out"), "--select", "ORM902", f"{tmp_path / 'shop'}@{COMMIT}"]
    assert sample(arguments) == 0
    assert capsys.readouterr().out == f"   1 of    1 findings in {tmp_path / 'out' / 'shop.todo.jsonl'}\n"
    assert [item.code for item in read(tmp_path / "out" / "shop.todo.jsonl", Todo)] == ["ORM902"]
    with pytest.raises(SystemExit):
        sample(["--out", str(tmp_path), f"{tmp_path / 'shop'}@abc"])


def test_two_readers_make_one_verdict_and_a_tie_is_false() -> None:
    a = [Judgement(2, True, "seen"), Judgement(1, True, "loop of rows")]
    b = [Judgement(1, False, "one row"), Judgement(2, True, "seen")]
    first, second = combine([todo(1), todo(2, "ORM102")], a, b)
    assert (first.verdict, first.reason) == (False, "A: loop of rows | B: one row")
    assert (first.readers.a, first.readers.b) == (True, False)
    assert (second.code, second.verdict, second.reason) == ("ORM102", True, "seen")


@pytest.mark.parametrize("ids", [[1], [1, 2, 3], [1, 2, 2]])
def test_readers_judge_each_finding_once(ids: list[int]) -> None:
    good = [Judgement(1, True, "x"), Judgement(2, True, "x")]
    with pytest.raises(IncompleteError, match="reader B"):
        combine([todo(1), todo(2)], good, [Judgement(number, True, "x") for number in ids])


def test_the_verdicts_are_printed_in_the_form_of_the_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = {"id": 1, "commit": COMMIT, "path": "a.py", "line": 7, "code": "ORM101", "message": "m"}
    finding |= {
        "confidence": "high",
        "evidence": "project",
        "model": None,
        "relation": None,
        "trace": [],
        "source": "s",
    }
    (tmp_path / "todo").write_text(json.dumps(finding) + "\n")
    for name in "ab":
        (tmp_path / name).write_text('{"id": 1, "verdict": true, "reason": "seen"}\n')
    assert main([str(tmp_path / name) for name in ("todo", "a", "b")]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "commit": COMMIT,
        "path": "a.py",
        "line": 7,
        "code": "ORM101",
        "verdict": True,
        "reason": "seen",
        "readers": {"a": True, "b": True},
    }
    (tmp_path / "b").write_text("")
    assert main([str(tmp_path / name) for name in ("todo", "a", "b")]) == 2
    assert capsys.readouterr().err == "reader B: ids that are missing, unknown or judged twice: [1]\n"
