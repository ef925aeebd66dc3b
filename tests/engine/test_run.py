from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import orm_lint.engine.request as request_module
from orm_lint.engine.config import find_config
from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.engine.select import Selection
from orm_lint.errors import ConfigError, UsageError
from orm_lint.finding import Confidence, Finding, Notice, Span
from orm_lint.project.sizes import Sizes
from orm_lint.reports.report import Report
from orm_lint.rules.base import EachSubject, Rule
from orm_lint.rules.base.found import facts
from tests.engine.support import HIT, put


def hits(code: str, name: str) -> Callable[[Any], Iterator[Finding]]:
    """A rule that finds the word `hit`."""

    def of_file(project: Any, path: str) -> Iterator[Finding]:
        for number, line in enumerate(project.source(path).data.decode().split("\n"), 1):
            if "boom" in line:
                raise LookupError(path)
            if "hit" in line.partition("#")[0]:
                column = line.index("hit") + 1
                yield Finding(code, name, "hit", Span(path, number, column, number, column + 3))

    def judge(project: Any) -> Iterator[Finding]:
        paths = sorted({*project.paths, *project.overlay})
        return EachSubject(paths, lambda path: of_file(project, path), str)

    return judge


FIRST = Rule("ORM501", "first", "", True, hits("ORM501", "first"))
SECOND = Rule("ORM502", "second", "", False, hits("ORM502", "second"))


@pytest.fixture(autouse=True)
def _fakes(loaded: object, use_rules: Callable[..., None]) -> None:
    use_rules(FIRST, SECOND)


def run(*paths: Path, **more: Any) -> Report:
    return check(CheckRequest(paths, **more))


def places(report: Report) -> list[tuple[str, str, int, int]]:
    return [(found.code, found.span.path, found.span.line, found.span.column) for found in report.findings]


def test_a_folder_is_linted_and_the_report_says_what_was_read(root: Path) -> None:
    put(root, "b.py", HIT)
    put(root, "a.py", "\n" + HIT)
    put(root, "excluded/c.py", HIT)
    report = run(root)
    assert places(report) == [("ORM501", "a.py", 2, 5), ("ORM501", "b.py", 1, 5)]
    assert (report.exit_code, report.root) == (1, root)
    assert (report.summary.files, report.summary.lines, report.summary.models) == (2, 10, 1)
    assert report.notices == (Notice("locked", 1, "no permission"),)
    assert report.texts == {"a.py": "\n" + HIT, "b.py": HIT}
    assert report.statistics == {"relations": 2}


def test_only_what_was_asked_for_is_reported(root: Path) -> None:
    put(root, "shop/a.py", HIT)
    put(root, "shopping/b.py", HIT)
    put(root, "c.py", HIT)
    assert places(run(root / "shop", root / "c.py")) == [("ORM501", "c.py", 1, 5), ("ORM501", "shop/a.py", 1, 5)]


def test_the_configuration_of_many_named_files_is_looked_for_once_a_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(request_module, "find_config", lambda path: asked.append(path) or find_config(path))
    files = [put(root, name, HIT) for name in ("shop/a.py", "shop/b.py", "c.py")]
    report = check(CheckRequest((*files, root / "shop")))
    assert [found.span.path for found in report.findings] == ["c.py", "shop/a.py", "shop/b.py"]
    assert asked == [root / "shop" / "a.py", root / "c.py"]


def test_a_named_file_is_linted_though_it_is_excluded_unless_that_is_forced(root: Path) -> None:
    file = put(root, "excluded/a.py", HIT)
    assert places(run(file)) == [("ORM501", "excluded/a.py", 1, 5)]
    assert places(run(file.parent)) == []
    assert places(run(file, force_exclude=True)) == []


def test_a_named_file_that_is_no_python_is_said_not_to_be_linted(root: Path) -> None:
    report = run(put(root, "excluded/page.html", HIT))
    assert report.findings == ()
    message = "not linted: its name does not end in .py"
    assert report.notices == (Notice("excluded/page.html", 1, message), Notice("locked", 1, "no permission"))


def test_a_named_file_that_is_excluded_and_unreadable_is_a_finding(root: Path) -> None:
    file = put(root, "excluded/a.py", "")
    file.write_bytes(b"\xff")
    assert [(found.code, found.message) for found in run(file).findings] == [
        ("ORM902", "unreadable: not valid utf-8 text")
    ]


def test_an_unsaved_text_replaces_the_file_and_may_stand_for_one_that_is_missing(root: Path) -> None:
    file = put(root, "a.py", "x = 1\n")
    missing = root / "new" / "b.py"
    report = run(file, missing, overlay={file: HIT, missing: "\n\n" + HIT})
    assert places(report) == [("ORM501", "a.py", 1, 5), ("ORM501", "new/b.py", 3, 5)]


def test_a_path_that_does_not_exist_is_an_error(root: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.py: no such file or directory$"):
        run(root / "gone.py")


def test_codes_on_the_command_line_must_be_known(root: Path) -> None:
    with pytest.raises(UsageError, match=r"^--ignore: no rule is called ORM511 \(did you mean ORM501\?\)$"):
        run(root, selection=Selection(ignore=("ORM511",)))


def test_the_command_line_replaces_select_and_adds_to_the_rest(root: Path) -> None:
    put(root, "pyproject.toml", "[tool.orm_lint]\nselect = ['ORM501']\nignore = ['ORM9']\n")
    put(root, "a.py", HIT)
    assert [code for code, *_ in places(run(root))] == ["ORM501"]
    assert [code for code, *_ in places(run(root, selection=Selection(select=("second",))))] == ["ORM502"]
    both = run(root, selection=Selection(extend_select=("ORM502",)))
    assert [code for code, *_ in places(both)] == ["ORM501", "ORM502"]


def test_comments_hide_findings_and_unused_ones_are_reported(root: Path) -> None:
    put(
        root,
        "a.py",
        "hit()  # noqa: ORM501\n"
        "hit()  # orm-lint: ignore[first] on purpose\n"
        "hit()  # noqa\n"
        "pass  # noqa: ORM501\n"
        "pass  # noqa: E501,ORM502\n"
        "pass  # orm-lint: ignore\n"
        "pass  # noqa\n"
        "pass  # noqa: ORM5\n",
    )
    report = run(root)
    assert [(found.code, found.span.line, found.span.column) for found in report.findings] == [
        ("ORM901", 4, 15),
        ("ORM901", 6, 7),
        ("ORM901", 8, 15),
    ]


def test_a_comment_for_an_optional_rule_is_judged_when_that_rule_runs(root: Path) -> None:
    put(root, "a.py", "pass  # noqa: ORM502\n")
    assert places(run(root, selection=Selection(extend_select=("ORM502",)))) == [("ORM901", "a.py", 1, 15)]


def test_a_comment_can_hide_what_is_about_itself_only_by_name(root: Path) -> None:
    put(root, "a.py", "pass  # noqa: ORM501, ORM901\npass  # orm-lint: ignore[ORM501, unused-suppression]\n")
    assert places(run(root)) == []


def test_a_prefix_hides_what_is_about_its_comment_as_it_does_in_flake8(root: Path) -> None:
    put(root, "a.py", "pass  # noqa: ORM501, ORM9\npass  # noqa: ORM90\npass  # orm-lint: ignore[ORM501, ORM9]\n")
    assert places(run(root)) == [("ORM901", "a.py", 3, 26), ("ORM903", "a.py", 3, 34)]


def test_unknown_codes_in_comments_are_reported_but_not_those_of_others(root: Path) -> None:
    put(root, "a.py", "pass  # noqa: ORM777, ORM007, E501\npass  # orm-lint: ignore[ORM777, frist]\n")
    assert [(found.span.line, found.span.column, found.message) for found in run(root).findings] == [
        (1, 15, "no rule is called ORM777 in this comment"),
        (2, 26, "no rule is called ORM777 in this comment"),
        (2, 34, "no rule is called frist in this comment (did you mean first?)"),
    ]


def test_an_unknown_code_in_the_configuration_is_a_finding_there(root: Path) -> None:
    put(root, "pyproject.toml", '# "ORM511"\n[tool.orm_lint]\nignore = ["ORM502",\n  "ORM511"]\n')
    report = run(root)
    assert [(found.code, found.span) for found in report.findings] == [("ORM903", Span("pyproject.toml", 4, 4, 4, 10))]


def test_an_unknown_code_that_cannot_be_found_in_the_text_is_a_notice(root: Path) -> None:
    put(root, "pyproject.toml", '[tool.orm_lint]\nignore = ["\\u004fRM511"]\n')
    report = run(root)
    assert report.findings == ()
    assert Notice("pyproject.toml", 1, "tool.orm_lint.ignore: no rule is called ORM511") in report.notices


def test_a_model_in_the_configuration_that_is_none_is_a_notice(root: Path) -> None:
    put(root, "pyproject.toml", '[tool.orm_lint]\nlarge-models = ["shop.order",\n "shop.Ordr"]\n')
    message = "tool.orm_lint.large-models: no model is called shop.Ordr (did you mean shop.Order?)"
    assert Notice("pyproject.toml", 3, message) in run(root).notices


def test_a_model_may_be_named_by_its_class_its_table_or_a_pattern(root: Path) -> None:
    names = '["shop.models.order", "shop_order", "shop.*", "store.*"]'
    put(root, "pyproject.toml", f"[tool.orm_lint]\nsmall-models = {names}\n")
    messages = [notice.message for notice in run(root).notices if notice.path == "pyproject.toml"]
    assert messages == ["tool.orm_lint.small-models: no model is called store.*"]


def test_an_unreadable_file_is_one_finding_and_the_rest_is_linted(root: Path) -> None:
    put(root, "a.py", HIT)
    (root / "b.py").write_bytes(b"x = 1\n\xff\n")
    report = run(root)
    assert places(report) == [("ORM501", "a.py", 1, 5), ("ORM902", "b.py", 2, 1)]
    assert report.findings[1].message == "unreadable: not valid utf-8 text"
    assert report.notices == (Notice("locked", 1, "no permission"),)


def test_an_unreadable_file_stays_a_notice_where_the_rule_is_off(root: Path) -> None:
    (root / "b.py").write_bytes(b"x = 1\n\xff\n")
    report = run(root / "b.py", selection=Selection(select=("ORM903",)))
    assert report.findings == ()
    assert report.notices == (Notice("b.py", 2, "not valid utf-8 text"), Notice("locked", 1, "no permission"))


def test_a_failure_in_one_file_costs_that_file_only_and_the_exit_code_is_2(root: Path) -> None:
    put(root, "a.py", HIT)
    put(root, "b.py", "boom\n")
    put(root, "c.py", HIT)
    report = run(root)
    assert places(report) == [("ORM501", "a.py", 1, 5), ("ORM501", "c.py", 1, 5)]
    assert [(notice.path, notice.message.partition(" at ")[0]) for notice in report.failures] == [
        ("b.py", "internal error: ORM501 failed with LookupError (b.py)")
    ]
    assert report.exit_code == 2


def test_confidence_and_per_file_ignores_do_not_make_comments_unused(root: Path) -> None:
    put(root, "pyproject.toml", "[tool.orm_lint]\nper-file-ignores = {'a.py' = ['ORM501']}\n")
    put(root, "a.py", "hit()  # noqa: ORM501\nhit()\n")
    assert places(run(root, min_confidence=Confidence.HIGH)) == []


def test_options_of_the_configuration_reach_the_project(root: Path, loaded: list[Any]) -> None:
    put(root, "pyproject.toml", "[tool.orm_lint]\nexclude = ['x/']\nsettings = 'config.prod'\ndjango-version = '5.2'\n")
    run(root, frozen=True)
    (project,) = loaded
    options = project.options
    assert (options.exclude, options.extend_exclude, options.settings) == (("x/",), (), "config.prod")
    assert (options.django_version, options.python_environment, options.frozen) == ("5.2", None, True)


def test_the_sizes_of_tables_reach_the_project(root: Path, loaded: list[Any]) -> None:
    put(root, "pyproject.toml", "[tool.orm_lint]\nlarge-models = ['shop.*']\nmodel-sizes = 'sizes.json'\n")
    put(root, "sizes.json", '{"shop.Order": 3}')
    run(root)
    (project,) = loaded
    assert project.options.sizes == Sizes(large=("shop.*",), rows={"shop.order": 3})


def test_what_fails_for_several_rules_is_one_notice(
    root: Path, use_rules: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []

    def facts_of(project: object, hooks: object) -> object:
        calls.append(project)
        raise LookupError("no such thing")

    monkeypatch.setitem(sys.modules, "orm_lint.interpreter.run", SimpleNamespace(facts_of=facts_of))
    use_rules(*(Rule(f"ORM10{n}", f"rule-{n}", "", True, lambda project: facts(project).reads) for n in range(1, 5)))
    report = run(root)
    message = "internal error: the interpreter failed with LookupError (no such thing)"
    assert [(notice.path, notice.message.partition(" at ")[0]) for notice in report.failures] == [("", message)]
    assert report.failures[0].message.endswith("; please report it")
    assert (len(calls), report.exit_code) == (1, 2)


def test_paths_of_several_projects_give_one_report_with_paths_from_their_common_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        put(tmp_path, f"{name}/pyproject.toml", "[tool.orm_lint]\n")
        put(tmp_path, f"{name}/a.py", HIT)
    report = run(tmp_path / "two", tmp_path / "one" / "a.py")
    assert report.root == tmp_path.resolve()
    assert places(report) == [("ORM501", "one/a.py", 1, 5), ("ORM501", "two/a.py", 1, 5)]
    assert report.texts == {"one/a.py": HIT, "two/a.py": HIT}
    assert report.notices == (Notice("one/locked", 1, "no permission"), Notice("two/locked", 1, "no permission"))
    assert (report.summary.files, report.statistics) == (2, {"relations": 4})


def test_a_wrong_configuration_stops_the_run(root: Path) -> None:
    put(root, "pyproject.toml", "[tool.orm_lint]\nselekt = []\n")
    with pytest.raises(ConfigError, match="did you mean select"):
        run(root)


def test_statistics_that_cost_a_run_are_counted_only_where_they_are_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def counted(project: Any, findings: Any) -> dict[str, int]:
        asked.append(project.root)
        return {"findings": len(findings)}

    monkeypatch.setattr("orm_lint.engine.statistics.statistics", counted)
    put(root, "a.py", HIT)
    assert (run(root).statistics, asked) == ({"relations": 2}, [])
    assert (run(root, statistics=True).statistics, asked) == ({"findings": 1}, [root])


def test_what_comments_hide_is_shown_on_request(root: Path) -> None:
    file = put(root, "a.py", "hit()  # noqa: ORM501\nhit()  # orm-lint: ignore\n0  # noqa: ORM501\n")
    assert places(run(file)) == [("ORM901", "a.py", 3, 12)]
    assert places(run(file, suppressed=True)) == [
        ("ORM501", "a.py", 1, 1),
        ("ORM501", "a.py", 2, 1),
        ("ORM901", "a.py", 3, 12),
    ]


def test_the_whole_project_of_a_path_is_linted_on_request(root: Path) -> None:
    file = put(root, "shop/a.py", HIT)
    put(root, "b.py", HIT)
    put(root, "excluded/c.py", HIT)
    expected = [("ORM501", "b.py", 1, 5), ("ORM501", "shop/a.py", 1, 5)]
    assert places(run(file, whole=True)) == places(run(root / "shop", whole=True)) == expected


def test_a_configuration_that_is_named_goes_before_the_nearest_one(root: Path, tmp_path: Path) -> None:
    file = put(root, "shop/a.py", HIT)
    given = put(root, "conf/lint.toml", "[tool.orm_lint]\nextend-select = ['ORM502', 'ORM599']\nfrozen = true\n")
    report = run(file, config=given)
    assert [(found.code, found.span.path, found.span.line) for found in report.findings] == [
        ("ORM903", "conf/lint.toml", 2),
        ("ORM501", "shop/a.py", 1),
        ("ORM502", "shop/a.py", 1),
    ]
    assert report.root == root


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[tool.ruff]\n", "lint.toml: tool.orm_lint: missing"),
        (None, "lint.toml: cannot be read: No such file or directory"),
    ],
)
def test_a_configuration_that_is_named_must_be_one(root: Path, text: str | None, problem: str) -> None:
    given = root / "lint.toml"
    if text is not None:
        given.write_text(text)
    with pytest.raises(ConfigError) as caught:
        run(root, config=given)
    assert str(caught.value) == f"{root}/{problem}"


@pytest.mark.parametrize(
    ("key", "option", "expected"), [("true", False, True), ("false", True, True), ("false", False, False)]
)
def test_the_packages_of_the_machine_are_left_out_by_key_or_option(
    root: Path, loaded: list[Any], key: str, option: bool, expected: bool
) -> None:
    put(root, "pyproject.toml", f"[tool.orm_lint]\nfrozen = {key}\n")
    run(root, frozen=option)
    assert loaded[-1].options.frozen is expected
