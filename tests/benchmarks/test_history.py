from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from benchmarks.cases import READS, Case, Defect, Place, closest, codes_for, is_hit, is_there, place_after, unparsed
from benchmarks.history import Outcome, case_text, figures, judge, main, share
from benchmarks.lint import Found, Linted, NoReportError, Notice, Step, Summary, lint
from benchmarks.trees import NoTreeError, extract, repository

CASE = Case(
    id="shop-1",
    repo="me/shop",
    parent_sha="p",
    fix_sha="f",
    rule_guess="fk-in-loop",
    reach="function",
    kind="A",
    defect=Defect("shop/views.py", 10, "Ad.owner (ForeignKey)"),
    origin=Place("shop/models.py", 30),
)


def found(line: int, code: str = "ORM101", path: str = "shop/views.py", relation: str = "owner", **more) -> Found:
    return Found(code, "one query per row", "high", "project", path, line, 1, line, "shop.Ad", relation, **more)


def linted(*findings: Found) -> Linted:
    return Linted(findings, (), Summary(1, 1, 1))


def test_the_member_of_a_defect_is_the_last_name_outside_parentheses() -> None:
    assert CASE.defect.member == "owner"
    assert Defect("a.py", 1, "ImportedFile.version -> project").member == "project"
    assert Defect("a.py", 1, "Note.document -> correspondent via __str__").member == "correspondent"


def test_a_guess_names_its_rules_and_what_is_not_named_is_a_read() -> None:
    assert codes_for("admin-list-fk") == READS
    assert codes_for("count-for-existence") == {"ORM202", "ORM203", "ORM204", "ORM205"}
    assert codes_for("discarded-queryset") == {"ORM209"}


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (found(10), True),
        (found(8), True),
        (found(12), True),
        (found(13), False),
        (found(10, path="shop/other.py"), False),
        (found(10, relation="city"), False),
        (found(10, relation="city__owner"), True),
        (found(10, relation="city", trace=(Step("read", "shop/views.py", 10, "self.owner"),)), False),
        (found(10, code="ORM501"), False),
        (found(31, path="shop/models.py"), True),
        (found(99, trace=(Step("origin", "shop/models.py", 29, "Ad.objects.all()"),)), True),
        (found(99, trace=(Step("origin", "shop/models.py", 27, "Ad.objects.all()"),)), False),
    ],
)
def test_a_hit_points_at_the_defect_or_the_origin_and_names_the_relation(finding: Found, expected: bool) -> None:
    assert is_hit(CASE, finding, READS) is expected


def test_a_defect_without_a_relation_is_hit_by_the_rule_alone() -> None:
    case = msgspec.structs.replace(CASE, kind="G")
    assert is_hit(case, found(10, relation="city"), READS)
    assert not is_hit(case, found(10, code="ORM202"), READS)


def test_a_line_is_followed_over_a_fix(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, lines in ((before, "abcde"), (after, "xyabCde")):
        folder.mkdir()
        (folder / "a.py").write_text("\n".join(lines))
    assert [place_after(before, after, "a.py", line) for line in range(1, 6)] == [3, 4, 5, 6, 7]
    assert place_after(before, after, "gone.py", 1) is None


def test_a_finding_is_there_if_its_key_is_near_its_new_line() -> None:
    def moved(path: str, line: int) -> int | None:
        return None if path == "gone.py" else line + 100

    assert is_there(found(10), [found(105)], moved)
    assert not is_there(found(10), [found(104)], moved)
    assert not is_there(found(10), [found(110, code="ORM102"), found(110, relation="city")], moved)
    assert is_there(found(10, path="gone.py"), [found(900, path="gone.py")], moved)


def trees(tmp_path: Path, text: str = "x = 1\n") -> tuple[Path, Path]:
    for name in ("parent", "fix"):
        for path in ("shop/views.py", "shop/models.py"):
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text)
    return tmp_path / "parent", tmp_path / "fix"


def test_a_case_is_hit_and_then_silent_or_still_there(tmp_path: Path) -> None:
    parent, fix = trees(tmp_path)
    reports = {parent: linted(found(10)), fix: linted()}
    hit = judge(CASE, parent, fix, reports.__getitem__, READS)
    still = judge(CASE, parent, fix, lambda tree: linted(found(2)) if tree == fix else linted(found(10)), READS)
    miss = judge(CASE, parent, fix, lambda _: linted(), READS)
    assert [outcome.word for outcome in (hit, still, miss)] == ["hit", "still", "miss"]
    assert (share([hit, still, miss]).total, share([hit, still, miss]).hit, share([hit, still, miss]).silent) == (
        3,
        2,
        1,
    )


def test_of_several_hits_those_count_that_are_about_the_relation_and_the_rows_of_the_case(tmp_path: Path) -> None:
    case = msgspec.structs.replace(CASE, origin=Place("shop/api.py", 5))
    here = msgspec.structs.replace(found(10), relation="owner", trace=(Step("origin", "shop/api.py", 5, "rows"),))
    elsewhere = msgspec.structs.replace(here, trace=(Step("origin", "shop/feeds.py", 5, "rows"),))
    other = msgspec.structs.replace(here, relation="category")
    assert closest(case, [elsewhere, here, other], tmp_path) == (here,)
    assert closest(case, [elsewhere, other], tmp_path) == (elsewhere,)
    assert closest(case, [other], tmp_path) == (other,)
    beyond = msgspec.structs.replace(here, relation="owner__city")
    assert closest(case, [beyond, here], tmp_path) == (here,)
    assert closest(case, [beyond, other], tmp_path) == (beyond,)
    without = msgspec.structs.replace(CASE, origin=None)
    assert closest(without, [elsewhere, here], tmp_path) == (elsewhere, here)


def test_rows_of_a_class_come_from_any_of_its_lines(tmp_path: Path) -> None:
    (tmp_path / "api.py").write_text(
        "import rest\n\n\nclass Ads(rest.View):\n" + "    a = 1\n" * 9 + "\n\n" + "b = 1\n" * 9
    )
    case = msgspec.structs.replace(CASE, origin=Place("api.py", 4))
    here, elsewhere = (
        msgspec.structs.replace(found(10), trace=(Step("origin", "api.py", line, "rows"),)) for line in (13, 18)
    )
    assert closest(case, [elsewhere, here], tmp_path) == (here,)


def test_what_cannot_be_judged_is_left_out_with_the_reason(tmp_path: Path) -> None:
    parent, fix = trees(tmp_path, "print x\n")
    outcome = judge(CASE, parent, fix, lambda _: linted(), READS)
    assert outcome.left_out is not None and outcome.left_out.startswith("shop/views.py cannot be parsed: ")
    outcome = judge(CASE, parent, fix, lambda _: linted(), frozenset({"ORM501"}))
    assert outcome.left_out is not None and outcome.left_out.startswith("no rule for fk-in-loop yet (ORM101")
    assert share([outcome]).total == 0


def test_a_template_need_not_be_python(tmp_path: Path) -> None:
    parent, _ = trees(tmp_path, "x = 1\n")
    (parent / "list.html").write_text("{% for %}")
    case = msgspec.structs.replace(CASE, defect=Defect("list.html", 1, "Ad.owner"))
    assert unparsed(case, parent) is None
    assert unparsed(msgspec.structs.replace(CASE, origin=Place("no.py", 1)), parent) == "no.py is not there"


def test_mistakes_of_the_linter_are_shown_with_the_case(tmp_path: Path) -> None:
    notice = Notice("shop/a.py", 1, "internal error: ORM101 failed")
    outcome = judge(CASE, *trees(tmp_path), lambda _: Linted((), (notice,), Summary(1, 1, 1)), READS)
    assert (outcome.word, outcome.mistakes) == ("miss", ("shop/a.py: internal error: ORM101 failed",))
    assert "    MISTAKE  shop/a.py: internal error: ORM101 failed" in case_text(outcome).splitlines()


def test_a_linter_that_fails_is_no_miss(tmp_path: Path) -> None:
    def run(tree: Path) -> Linted:
        raise NoReportError("exit code 2: no")

    outcome = judge(CASE, *trees(tmp_path), run, READS)
    assert outcome.left_out == "THE LINTER FAILED: exit code 2: no"


def test_the_text_has_the_figures_by_reach() -> None:
    hit, miss = Outcome(CASE, None, (found(10),), ()), Outcome(msgspec.structs.replace(CASE, reach="full"))
    assert case_text(hit).splitlines() == [
        "hit      shop-1 (function, fk-in-loop) shop/views.py:10 Ad.owner (ForeignKey)",
        "             shop/views.py:10: ORM101 one query per row",
    ]
    assert case_text(miss) == "miss     shop-1 (full, fk-in-loop) shop/views.py:10 Ad.owner (ForeignKey)"
    assert figures([hit, miss]).splitlines() == [
        "function     1 of   1 hit 100%, of those silent at the fix   1 100%",
        "file         0 of   0 hit    -, of those silent at the fix   0    -",
        "project      0 of   0 hit    -, of those silent at the fix   0    -",
        "full         0 of   1 hit   0%, of those silent at the fix   0    -",
        "class A      1 of   2 hit  50%, of those silent at the fix   1 100%",
        "in Python    1 of   1 hit 100%, of those silent at the fix   1 100%   goals 60% and 90%",
    ]


@pytest.fixture
def mirror(tmp_path: Path) -> tuple[Path, str]:
    """A folder of mirrors with one repository of one commit."""
    work = tmp_path / "mirrors" / "me+shop" / "repo"
    (work / "shop").mkdir(parents=True)
    (work / "shop" / "models.py").write_text("kept = 1\n")
    (work / "shop" / "lost.py").write_text("lost = 1\n")
    (work / "logo.png").write_bytes(b"\x89PNG")
    (work / "link.py").symlink_to("shop/models.py")
    git = [
        "git",
        "-C",
        str(work),
        "-c",
        "user.name=me",
        "-c",
        "user.email=me@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], check=True)
    commit = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    return tmp_path / "mirrors", commit


def test_a_commit_is_extracted_without_pictures_links_and_missing_blobs(
    tmp_path: Path, mirror: tuple[Path, str]
) -> None:
    mirrors, commit = mirror
    git_directory = repository(mirrors, "me/shop")
    lost = subprocess.run(
        ["git", "--git-dir", str(git_directory), "rev-parse", f"{commit}:shop/lost.py"], capture_output=True, text=True
    ).stdout.strip()
    (git_directory / "objects" / lost[:2] / lost[2:]).unlink()
    extract(git_directory, commit, tmp_path / "tree")
    files = sorted(path.relative_to(tmp_path / "tree").as_posix() for path in (tmp_path / "tree").rglob("*"))
    assert files == [".git", "shop", "shop/models.py"]
    assert (tmp_path / "tree" / "shop" / "models.py").read_text() == "kept = 1\n"


def test_an_unknown_commit_or_repository_is_told(tmp_path: Path, mirror: tuple[Path, str]) -> None:
    mirrors, _ = mirror
    with pytest.raises(NoTreeError, match="me/other: no mirror"):
        repository(mirrors, "me/other")
    with pytest.raises(NoTreeError, match=r"^0{40}: "):
        extract(repository(mirrors, "me/shop"), "0" * 40, tmp_path / "tree")
    assert not (tmp_path / "tree").exists()


def test_the_program_lints_both_sides(
    tmp_path: Path, mirror: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    mirrors, commit = mirror
    case = {
        "id": "shop-1",
        "repo": "me/shop",
        "parent_sha": commit,
        "fix_sha": commit,
        "rule_guess": "fk-in-loop",
        "reach": "file",
        "class": "B",
        "defect": {"path": "shop/models.py", "line": 1, "relation": "Ad.owner"},
    }
    (tmp_path / "cases.json").write_text(json.dumps([case]))
    arguments = ["--mirrors", str(mirrors), "--cases", str(tmp_path / "cases.json"), "--trees", str(tmp_path / "t")]
    assert main([*arguments, "--extract-only"]) == 0
    assert capsys.readouterr().out == f"1 trees of 1 cases are in {tmp_path / 't'}\n"
    shutil.rmtree(mirrors / "me+shop" / "repo" / ".git" / "refs")
    assert main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "cases": [{"id": "shop-1", "outcome": "miss", "left_out": None, "hits": [], "still": [], "mistakes": []}],
        "shares": {
            "function": {"total": 0, "hit": 0, "silent": 0},
            "file": {"total": 1, "hit": 0, "silent": 0},
            "project": {"total": 0, "hit": 0, "silent": 0},
            "full": {"total": 0, "hit": 0, "silent": 0},
            "in Python": {"total": 1, "hit": 0, "silent": 0},
        },
    }


def test_a_project_is_linted_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "manage.py").write_text("print(1)\n")
    (tmp_path / "old.py").write_text("print x\n")
    report = lint(tmp_path, more=["--select", "ORM902"])
    assert [(found.code, found.path, found.line) for found in report.findings] == [("ORM902", "old.py", 1)]
    assert (report.summary.files, report.mistakes(), 0 < report.wall < 60) == (1, [], True)
    with pytest.raises(NoReportError, match=r"exit code 2: .*no such file"):
        lint(tmp_path / "absent")


def test_mistakes_of_the_linter_are_told_from_its_notices() -> None:
    notices = (Notice("a.py", 1, "internal error: ORM101 failed"), Notice("b.py", 1, "not read"))
    assert Linted((), notices, Summary(1, 1, 1)).mistakes() == ["a.py: internal error: ORM101 failed"]
