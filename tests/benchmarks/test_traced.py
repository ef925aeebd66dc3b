from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import benchmarks
from benchmarks.callbacks import counts_only, started_by
from benchmarks.lint import Found, Step
from benchmarks.traced import Watched, compare, read_watched, text
from benchmarks.tracing import Loop, Row, about, left_out, read_rows

WATCH = Path(benchmarks.__file__).parent / "watch"
PY = Loop("py", "shop/views.py", "listing", "shop/views.py:10")


def row(**more) -> Row:
    given = {
        "site": "py",
        "path": "shop/models.py",
        "line": 40,
        "kind": "forward",
        "model": "Ad",
        "relation": "owner",
        "method": "get",
        "sql": "SELECT shop_user",
        "max_count": 5,
        "frames": ("shop/urls.py:1", "shop/views.py:10", "shop/models.py:30 (class Ad)", "shop/models.py:40"),
        "loops": {"py shop/views.py:10": 5},
        "loop": PY,
    }
    return Row(**given | more)


def found(path: str, line: int, code: str = "ORM101", message: str = "`ad.owner` runs one query", **more) -> Found:
    return Found(code, message, "high", "project", path, line, 1, line, **more)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, None),
        ({"kind": "save"}, "write"),
        ({"kind": "related_manager", "method": "add"}, "write"),
        ({"sql": "UPDATE shop_ad"}, "write"),
        ({"kind": "instance"}, "validation or refresh of one object"),
        ({"site": "tmpl"}, "template"),
        ({"site": "cls"}, "library code for a class"),
        ({"loops": {"py shop/views.py:10": 2}, "drf": True}, "DRF"),
        ({"loops": {"tmpl a.html:1 via django/template/defaulttags.py": 5}, "template": "a.html"}, "template"),
        ({"loops": {}, "loop": Loop("lib", "django/forms/formsets.py", "full_clean")}, "forms"),
        ({"loops": {}, "loop": Loop("lib", "django/dispatch/dispatcher.py", "send")}, "signals"),
        ({"loops": {}, "loop": Loop("lib", "treebeard/mp_tree.py", "fix_tree")}, "loop of a library"),
        ({"loops": {"py a.py:1 via django/db/models/deletion.py": 5}, "admin": True}, "admin"),
    ],
)
def test_what_is_no_read_per_row_in_python_is_left_out(tmp_path: Path, more: dict, reason: str | None) -> None:
    assert left_out(row(**more), tmp_path) == reason


def test_what_a_signal_or_a_queue_starts_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "models.py").write_text(
        "import signals\n@signals.receiver(saved)\ndef a(ad):\n    ad.owner\n"
        "def b(sender, instance, **kwargs):\n    instance.owner\n"
        "class Jobs:\n    @app.task(bind=True)\n    def c(self):\n        self.owner\n"
        "async def d(sender):\n    sender.owner\n"
    )
    kinds = [started_by(tmp_path, "shop/models.py", line) for line in (4, 6, 10, 12)]
    assert kinds == ["signals", "signals", "tasks", None]
    assert started_by(tmp_path, "shop/absent.py", 1) is None
    assert left_out(row(line=6, frames=()), tmp_path) == "signals"


def test_loops_over_numbers_and_constants_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "for n in range(5):\n    send(n)\n"
        "for name in ('a', 'b'):\n    for m in range(2):\n        send(m)\n"
        "for ad in ads:\n    for n in [1, 2]:\n        send(ad)\n"
        "while True:\n    send(1)\n"
        "send(2)\n"
        "for ad in (\n    send(1)\n):\n    pass\n"
        "[send(n) for n in range(3)]\n"
        "list(send(n) for n in [*ads])\n"
    )
    lines = [line for line in range(1, 20) if counts_only(tmp_path, "a.py", line)]
    assert lines == [2, 4, 5, 9, 10, 16]
    assert left_out(row(loops={"py a.py:2": 5}), tmp_path) == "loop over numbers, constants or `while`"
    assert left_out(row(loops={"py a.py:2": 5, "py a.py:8": 3}), tmp_path) is None
    assert not counts_only(tmp_path, "absent.py", 1)


def test_the_places_of_a_row_lead_from_the_loop_to_the_query() -> None:
    assert row().places() == {("shop/views.py", 10), ("shop/models.py", 30), ("shop/models.py", 40)}
    assert row(frames=(), loops={"py b.py:7": 3, "py c.py:8": 2}).places() == {("b.py", 7), ("shop/models.py", 40)}


@pytest.mark.parametrize(
    ("finding", "more", "expected"),
    [
        (found("shop/models.py", 40), {}, True),
        (found("shop/models.py", 41), {}, True),
        (found("shop/models.py", 42), {}, False),
        (found("shop/views.py", 10), {}, True),
        (found("shop/urls.py", 1), {}, False),
        (found("shop/views.py", 10, message="`ad.city` runs one query"), {}, False),
        (found("shop/other.py", 1, trace=(Step("read", "shop/models.py", 40, "self.owner"),)), {}, True),
        (found("shop/views.py", 10, "ORM104", "one query"), {"kind": "queryset"}, True),
        (found("shop/views.py", 10, "ORM101", "one query"), {"kind": "queryset"}, False),
        (found("shop/views.py", 10, "ORM101", "one query", model="shop.Ad"), {"kind": "queryset"}, True),
    ],
)
def test_a_finding_about_a_row_points_at_it_and_names_it(finding: Found, more: dict, expected: bool) -> None:
    assert bool(about(row(**more), [finding])) is expected


def test_hits_misses_and_what_execution_says_are_shown(tmp_path: Path) -> None:
    rows = [row(), row(path="shop/late.py", frames=(), loops={"py shop/late.py:7": 4}), row(kind="save")]
    findings = [found("shop/views.py", 10), found("shop/wrong.py", 3), found("shop/views.py", 11, "ORM301")]
    watched = [Watched("shop/wrong.py", 3, 2, 9, 0, 1), Watched("shop/views.py", 10, 1, 0, 5, 5)]
    assert text(compare(tmp_path, findings, rows, watched)).splitlines() == [
        "N+1 lines in Python code: 1 of 2 hit 50%   goal 60%",
        "hit  shop/models.py:40",
        "          5 x forward Ad.owner get, loop shop/views.py:10",
        "        = shop/views.py:10: ORM101 `ad.owner` runs one query",
        "MISS shop/late.py:40",
        "          5 x forward Ad.owner get, loop shop/late.py:7",
        "left out: write, 1",
        "          5 x shop/models.py:40 save Ad.owner get",
        "findings whose line ran 3 times or more in a call: 2, the others 0",
        "    confirmed 1, contradicted 1",
        "CONTRADICTED (ran 9 times, 2 calls, no statement twice) shop/wrong.py:3: ORM101 `ad.owner` runs one query",
    ]


def test_lines_whose_rows_a_framework_loops_are_counted_apart(tmp_path: Path) -> None:
    looped = {"loops": {}, "frames": (), "drf": True, "loop": Loop("lib", "rest_framework/serializers.py", "data")}
    rows = [row(**looped), row(path="shop/late.py", **looped)]
    findings = [found("shop/views.py", 3, trace=(Step("read", "shop/models.py", 40, "AdSerializer.owner"),))]
    assert text(compare(tmp_path, findings, rows, [])).splitlines()[:6] == [
        "N+1 lines in Python code: 0 of 0 hit   goal 60%",
        "N+1 lines whose rows DRF or the admin loops: 1 of 2 hit 50%   goal 60%",
        "hit  shop/models.py:40",
        "          5 x forward Ad.owner get",
        "        = shop/views.py:3: ORM101 `ad.owner` runs one query",
        "MISS shop/late.py:40",
    ]


def test_traces_of_several_processes_are_read_together(tmp_path: Path) -> None:
    plain = {"site": "py", "line": 1, "kind": "forward", "model": "Ad", "relation": "owner", "method": "get"}
    rows = [{**plain, "path": path, "sql": "SELECT x", "max_count": n} for path, n in (("b.py", 3), ("c.py", 2))]
    (tmp_path / "1.json").write_text(json.dumps({"rows": rows, "noloop": [], "stats": {}}))
    (tmp_path / "2.json").write_text(json.dumps({"rows": [{**rows[0], "path": "a.py"}]}))
    assert [row.path for row in read_rows([tmp_path / "1.json", tmp_path / "2.json"])] == ["a.py", "b.py"]
    for number, same in ((1, 4), (2, 0)):
        line = {"path": "a.py", "line": 1, "calls": 1, "runs": 5, "inner": 0, "same": same}
        (tmp_path / f"{number}.json").write_text(json.dumps([line]))
    assert read_watched([tmp_path / "1.json", tmp_path / "2.json"]) == [Watched("a.py", 1, 1, 5, 0, 4)]


SHOWN = ("send(", "n + 1", "return", "[two", "for inner")
PROGRAM = """
from django.conf import settings
settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
import django
django.setup()
from django.db import connection
def send(n):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [n])
def several():
    for n in range(5):
        send(n)
        n + 1
def comprehension():
    return [send(n) for n in range(4)], [n for n in range(2)]
def key():
    return sorted(range(6), key=lambda n: send(n) or n)
def generator():
    return list(send(n) for n in range(7))
def two():
    for n in range(2):
        send(n)
def nested():
    for m in range(4):
        for inner in range(m):
            send(inner)
several(), comprehension(), key(), generator(), two(), nested()
[two() for n in "abc"]
"""


@pytest.mark.skipif(sys.version_info < (3, 12), reason="sys.monitoring came with Python 3.12")
def test_the_watch_counts_runs_and_statements_of_lines_in_loops(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    environment = {"PYTHONPATH": str(WATCH), "WATCH_ROOT": str(tmp_path), "WATCH_OUT": str(tmp_path / "out.json")}
    subprocess.run([sys.executable, "program.py"], cwd=tmp_path, env=environment, check=True)
    written = PROGRAM.splitlines()
    watched = read_watched(tmp_path.glob("out.*.json"))
    seen = {written[line.line - 1].strip(): (line.runs, line.inner, line.same) for line in watched}
    assert {text: figures for text, figures in seen.items() if text.startswith(SHOWN)} == {
        "send(n)": (5, 0, 5),
        "n + 1": (5, 0, 0),
        "return [send(n) for n in range(4)], [n for n in range(2)]": (1, 6, 4),
        "return sorted(range(6), key=lambda n: send(n) or n)": (6, 0, 6),
        "return list(send(n) for n in range(7))": (1, 7, 7),
        '[two() for n in "abc"]': (1, 3, 6),
        "for inner in range(m):": (4, 0, 0),
        "send(inner)": (6, 0, 6),
    }


@pytest.mark.parametrize(
    ("runs", "inner", "same", "speaks"),
    [(3, 0, 1, False), (3, 0, 0, False), (3, 0, 2, True), (1, 5, 1, None), (1, 5, 0, False), (0, 3, 3, True)],
)
def test_rounds_of_a_loop_on_the_line_itself_speak_only_without_statements(runs, inner, same, speaks) -> None:
    assert Watched("a.py", 1, 1, runs, inner, same).speaks is speaks
