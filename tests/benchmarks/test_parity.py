from __future__ import annotations

import json
from pathlib import Path

import pytest

import benchmarks.parity
from benchmarks.frontends import Run, Shown, command_line, read_lines, read_pylint, tracked_files
from benchmarks.lint import NoReportError
from benchmarks.parity import (
    FRONTENDS,
    PORTABLE,
    Result,
    add_environment,
    add_file,
    copied,
    differences,
    freeze,
    from_environment,
    main,
    table,
)

ROOT = Path("/home/me/shop")
ONE = Shown("shop/a.py", 3, 5, "ORM101", "one query")
TWO = Shown("shop/b.py", 4, 1, "ORM301", "a whole table")
BROKEN = Shown("shop/c.py", 1, 1, "ORM902", "unreadable")
SETTING = Shown("pyproject.toml", 2, 3, "ORM903", "no such rule")


def ran(told: Run) -> dict[str, Run]:
    return dict.fromkeys((*FRONTENDS, PORTABLE), told)


def test_lines_are_findings_wherever_they_start() -> None:
    output = (
        b"./shop/a.py:3:5: ORM101 one query\n"
        b"/home/me/shop/shop/b.py:4:1: E999 SyntaxError: invalid syntax\n"
        b"../other/c.py:1:2: ORM301 at d.py:5:6: \xc3\xa9\xe2\x80\xa8 ORM1 x\n"
        b"   = loop: here\n\n1 finding\n"
    )
    assert list(read_lines(output, ROOT, ROOT)) == [
        ONE,
        Shown("shop/b.py", 4, 1, "E999", "SyntaxError: invalid syntax"),
        Shown("/home/me/other/c.py", 1, 2, "ORM301", "at d.py:5:6: é\u2028 ORM1 x"),
    ]
    assert list(read_lines(b"a.py:3:5: ORM101 one query\n", ROOT / "shop", ROOT)) == [ONE]


def test_a_message_of_pylint_is_a_finding_or_says_that_a_file_was_not_read() -> None:
    def message(symbol: str, number: str, path: str, text: str = "") -> dict[str, object]:
        place = {"path": path, "line": 3, "column": 4, "endLine": None, "confidence": "HIGH"}
        return {"symbol": symbol, "messageId": number, "message": text, **place}

    messages = [
        message("orm-related-object-per-row", "W7101", "shop/a.py", "one query"),
        message("syntax-error", "E0001", "shop/c.py"),
        message("file-ignored", "I0013", "./shop/d.py"),
        message("unknown-option-value", "W0012", "shop/e.py"),
    ]
    read = read_pylint(json.dumps({"messages": messages}).encode(), ROOT, ROOT)
    assert read == Run((ONE,), frozenset({"shop/c.py", "shop/d.py"}))


def test_equal_findings_are_no_difference() -> None:
    assert list(differences(ran(Run((ONE, TWO))))) == []


def test_each_finding_that_is_lacking_or_added_is_a_difference_and_so_is_one_shown_twice() -> None:
    different = ran(Run((ONE, TWO)))
    different["flake8"] = Run((ONE,))
    different["pylint"] = Run((ONE, ONE, TWO))
    different["pre-commit"] = Run((TWO._replace(column=2), ONE))
    assert list(differences(different)) == [
        "flake8 lacks shop/b.py:4:1: ORM301 a whole table",
        "pylint adds shop/a.py:3:5: ORM101 one query",
        "pre-commit lacks shop/b.py:4:1: ORM301 a whole table",
        "pre-commit adds shop/b.py:4:2: ORM301 a whole table",
    ]


def test_hosts_show_nothing_outside_of_python_and_of_what_they_do_not_read() -> None:
    different = ran(Run((SETTING, ONE, BROKEN)))
    different["flake8"] = Run((ONE,), frozenset({"shop/c.py"}))
    different["pylint"] = Run((ONE,))
    assert list(differences(different)) == ["pylint lacks shop/c.py:1:1: ORM902 unreadable"]


def test_the_hook_shows_nothing_that_rests_on_installed_packages() -> None:
    different = {**ran(Run((ONE, TWO))), PORTABLE: Run((ONE,)), "pre-commit": Run((ONE,))}
    assert from_environment(different) == {TWO}
    assert list(differences(different)) == []
    assert list(differences({**different, "pre-commit": Run((ONE, TWO))})) == [
        "pre-commit adds shop/b.py:4:1: ORM301 a whole table"
    ]


def test_a_copy_is_a_repository_that_does_not_know_its_environment(tmp_path: Path) -> None:
    add_file(tmp_path / "shop", "manage.py", "x = 1\n")
    add_file(tmp_path / "shop", "node_modules/left/out.py", "x = 1\n")
    (tmp_path / "shop" / "linked.py").symlink_to("manage.py")
    root = copied(tmp_path / "shop", tmp_path / "copy")
    add_environment(root)
    assert tracked_files(root) == ["manage.py", "reads_installed_books.py"]
    assert sorted(path.name for path in root.rglob("*.py")) == [
        "__init__.py",
        "linked.py",
        "manage.py",
        "models.py",
        "reads_installed_books.py",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "\n[tool.orm_lint]\nfrozen = true\n"),
        ("[project]\n", "[project]\n\n[tool.orm_lint]\nfrozen = true\n"),
        ("[tool.orm_lint]\nignore = []\n", "[tool.orm_lint]\nfrozen = true\nignore = []\n"),
    ],
)
def test_a_project_is_frozen(tmp_path: Path, before: str | None, after: str) -> None:
    if before is not None:
        (tmp_path / "pyproject.toml").write_text(before)
    freeze(tmp_path)
    assert (tmp_path / "pyproject.toml").read_text() == after


def test_the_environment_of_whoever_measures_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_file(tmp_path, "shop/manage.py", "")
    add_environment(tmp_path)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / ".venv"))
    root = copied(tmp_path / "shop", tmp_path / "copy")
    assert command_line(root).shown == ()
    add_environment(root)
    message = '`book.author` runs one query per Book; add .select_related("author") to the queryset at {}:10'
    path = "reads_installed_books.py"
    assert command_line(root).shown == (Shown(path, 10, 18, "ORM101", message.format(path)),)


def test_a_frontend_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(NoReportError, match="orm_lint ended with 2: orm-lint: gone: no such file or directory"):
        command_line(tmp_path, "gone")


def test_the_table_has_a_line_for_each_comparison_and_each_difference() -> None:
    seconds = dict(zip(FRONTENDS, (1.25, 2.0, 10.0, 1.0), strict=True))
    results = [
        Result("shop", "frozen", 12, 0, seconds, ()),
        Result("blog", "frozen", 3, 1, seconds, ("flake8 lacks x",)),
    ]
    assert table(results).splitlines()[1:] == [
        "shop                 frozen                     12           0       1.2     2.0    10.0     1.0",
        "blog                 frozen                      3           1       1.2     2.0    10.0     1.0",
        "    flake8 lacks x",
        "2 comparisons, 1 differences",
    ]


@pytest.mark.parametrize(("found", "code"), [((), 0), (("flake8 lacks x",), 1)])
def test_a_difference_is_a_failure(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    found: tuple[str, ...],
    code: int,
) -> None:
    result = Result("shop", "frozen", 1, 0, dict.fromkeys(FRONTENDS, 1.0), found)
    monkeypatch.setattr(benchmarks.parity, "compared", lambda *_: iter([result]))
    assert main([str(tmp_path), "--json"]) == code
    assert [one["differences"] for one in json.loads(capsys.readouterr().out)] == [list(found)]
