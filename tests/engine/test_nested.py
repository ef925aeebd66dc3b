"""A file is linted in the same way, whether it is named itself or a folder far above it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.finding import Finding, Span
from orm_lint.rules.base import Rule


def every_file(code: str) -> Callable[[Any], Iterator[Finding]]:
    """A rule with a finding in each file, which names the root of the file's project."""

    def judge(project: Any) -> Iterator[Finding]:
        for path in project.tree.linted:
            yield Finding(code, code.lower(), project.root.name, Span(path, 1, 1, 1, 2))

    return judge


@pytest.fixture(autouse=True)
def _fakes(loaded: object, use_rules: Callable[..., None]) -> None:
    use_rules(*(Rule(code, code.lower(), "", True, every_file(code)) for code in ("ORM501", "ORM502")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path.resolve() / "whole"
    for path in ("a.py", "inner/b.py", "inner/deep/c.py", "inner/deeper/still/d.py", "other/e.py"):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text("x = 1\n")
    (place / "pyproject.toml").write_text("[tool.orm_lint]\nignore = ['ORM502']\n")
    (place / "inner" / "pyproject.toml").write_text("[tool.orm_lint]\nignore = ['ORM501']\n")
    (place / "inner" / "deeper" / "pyproject.toml").write_text("[tool.orm_lint]\n")
    return place


def found(*paths: Path) -> list[tuple[str, str, str]]:
    report = check(CheckRequest(paths))
    return [(one.code, (report.root / one.span.path).as_posix(), one.message) for one in report.findings]


def each(root: Path) -> list[tuple[str, str, str]]:
    return sorted((one for path in root.rglob("*.py") for one in found(path)), key=lambda one: one[1])


def test_each_project_inside_of_a_folder_has_its_own_configuration(root: Path) -> None:
    expected = [
        ("ORM501", "a.py", "whole"),
        ("ORM502", "inner/b.py", "inner"),
        ("ORM502", "inner/deep/c.py", "inner"),
        ("ORM501", "inner/deeper/still/d.py", "deeper"),
        ("ORM502", "inner/deeper/still/d.py", "deeper"),
        ("ORM501", "other/e.py", "whole"),
    ]
    assert found(root) == [(code, f"{root}/{path}", message) for code, path, message in expected] == each(root)


def test_a_file_that_is_named_beside_its_folder_is_reported_once(root: Path) -> None:
    file = root / "inner" / "b.py"
    assert found(root, file) == found(root)
    assert found(root / "inner" / "deep", file) == [one for one in found(root / "inner") if "deeper" not in one[1]]


def test_a_folder_that_is_excluded_is_no_project(root: Path) -> None:
    expected = found(root)
    (root / "excluded").mkdir()
    (root / "excluded" / "pyproject.toml").write_text("[tool.orm_lint]\n")
    (root / "excluded" / "f.py").write_text("x = 1\n")
    assert found(root) == expected


def test_a_checkout_inside_of_another_is_a_project_where_no_configuration_is_above(root: Path) -> None:
    (root / "pyproject.toml").unlink()
    for place in (root, root / "other"):
        subprocess.run(["git", "init", "--quiet", place], check=True)
    assert [one[1:] for one in found(root) if one[0] == "ORM501"] == [
        (f"{root}/a.py", "whole"),
        (f"{root}/inner/deeper/still/d.py", "deeper"),
        (f"{root}/other/e.py", "other"),
    ]
    assert found(root) == each(root)


def test_a_checkout_inside_of_a_project_with_a_configuration_belongs_to_it(root: Path) -> None:
    subprocess.run(["git", "init", "--quiet", root / "other"], check=True)
    assert ("ORM501", f"{root}/other/e.py", "whole") in found(root)
    assert found(root) == each(root)


def test_a_configuration_that_is_named_holds_for_all(root: Path) -> None:
    report = check(CheckRequest((root,), config=root / "pyproject.toml"))
    assert {one.code for one in report.findings} == {"ORM501"}
    assert {one.message for one in report.findings} == {"whole", "inner", "deeper"}
