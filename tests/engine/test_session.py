"""What a host linter is answered, file by file, and how often the project is read for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import orm_lint.engine.session as session_module
from orm_lint.engine.request import targets
from orm_lint.engine.select import Selection
from orm_lint.engine.session import Session
from orm_lint.engine.shared import Shared
from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Finding, Span
from orm_lint.rules.base import EachSubject, Rule
from orm_lint.source.file import SIZE_LIMIT
from tests.engine.support import HIT, put


def hits(code: str) -> Callable[[Any], Iterator[Finding]]:
    """A rule that finds the word `hit` in the files that a run over the whole project reports on."""

    def of_file(project: Any, path: str) -> Iterator[Finding]:
        try:
            text = project.source(path).data.decode()
        except UnreadableFileError:
            return
        for number, line in enumerate(text.split("\n"), 1):
            if "hit" in line.partition("#")[0]:
                column = line.index("hit") + 1
                yield Finding(code, "first", f"hit in {path}", Span(path, number, column, number, column + 3))

    return lambda project: EachSubject(project.tree.linted, lambda path: of_file(project, path), str)


def fails(_: Any) -> Iterator[Finding]:
    raise LookupError("no such thing")


FIRST = Rule("ORM501", "first", "", True, hits("ORM501"))
SECOND = Rule("ORM502", "second", "", False, hits("ORM502"))


@pytest.fixture(autouse=True)
def _fakes(loaded: object, use_rules: Callable[..., None]) -> None:
    use_rules(FIRST, SECOND)


def places(findings: tuple[Finding, ...]) -> list[tuple[str, str, int, int]]:
    return [(found.code, found.span.path, found.span.line, found.span.column) for found in findings]


def test_a_project_is_read_once_for_all_its_files(root: Path, loaded: list[Any]) -> None:
    one, two = put(root, "shop/a.py", HIT), put(root, "b.py", "\n" + HIT)
    session = Session()
    assert places(session.saved(one, HIT)) == [("ORM501", "shop/a.py", 1, 5)]
    assert places(session.saved(two, "\n" + HIT)) == [("ORM501", "b.py", 2, 5)]
    assert len(loaded) == 1


def test_what_was_prepared_is_not_read_again(root: Path, loaded: list[Any]) -> None:
    file = put(root, "a.py", HIT)
    session = Session()
    session.prepare([root, root / "a.py", root / "gone.py"])
    assert len(loaded) == 1
    assert places(session.saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert len(loaded) == 1


def test_paths_may_be_written_in_any_way(root: Path, loaded: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "shop/a.py", HIT)
    (root / "link").symlink_to(root / "shop")
    monkeypatch.chdir(root / "shop")
    session = Session()
    for path in ("a.py", "./a.py", "../shop/a.py", "../link/a.py", root / "shop" / "a.py"):
        assert places(session.saved(Path(path), HIT)) == [("ORM501", "shop/a.py", 1, 5)]
    assert len(loaded) == 1


def test_a_text_that_differs_from_the_one_that_was_read_is_linted_itself(root: Path, loaded: list[Any]) -> None:
    file, other = put(root, "a.py", HIT), put(root, "b.py", HIT)
    session = Session()
    assert places(session.saved(other, HIT)) == [("ORM501", "b.py", 1, 5)]
    assert places(session.saved(file, "\n\n" + HIT)) == [("ORM501", "a.py", 3, 5)]
    assert [dict(project.overlay) for project in loaded] == [{}, {"a.py": "\n\n" + HIT}]
    assert places(session.saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert len(loaded) == 2


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbf# caf\xc3\xa9\r\nhit()\r\n", "# café\nhit()\n"),
        ("# coding: latin-1\n# café\nhit()\n".encode("latin-1"), "# coding: latin-1\n# café\nhit()\n"),
        (b"# -*- coding: utf-8 -*-\n\nhit()\n", "# -*- coding: utf-8 -*-\n\nhit()\n"),
    ],
)
def test_the_same_text_is_known_however_it_was_encoded(root: Path, loaded: list[Any], raw: bytes, text: str) -> None:
    put(root, "a.py", "").write_bytes(raw)
    session = Session()
    assert [line for _, _, line, _ in places(session.saved(root / "a.py", text))] == [text.count("\n")]
    assert len(loaded) == 1


def test_a_file_that_could_not_be_read_is_not_judged_by_how_the_host_read_it(root: Path, loaded: list[Any]) -> None:
    file = put(root, "a.py", "")
    file.write_bytes(b"# \xff\nhit()\n")
    (found,) = Session().saved(file, "# \xff\nhit()\n")
    assert (found.code, found.message, len(loaded)) == ("ORM902", "unreadable: not valid utf-8 text", 1)


def test_a_file_that_is_too_large_is_said_to_be_where_it_is_linted(root: Path) -> None:
    text = "#" * (SIZE_LIMIT + 1)
    session = Session()
    (found,) = session.saved(put(root, "a.py", text), text)
    assert (found.code, found.message) == ("ORM902", "unreadable: larger than 2 MiB, not linted")
    assert session.saved(put(root, "excluded/a.py", text), text) == ()


def test_the_configuration_is_looked_for_once_a_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(session_module, "targets", lambda request: asked.append(request.paths) or targets(request))
    session = Session()
    for name in ("a.py", "b.py", "shop/c.py", "shop/d.py"):
        session.saved(put(root, name, HIT), HIT)
    assert asked == [(root / "a.py",), (root / "shop" / "c.py",)]
    asked.clear()
    (root / "pyproject.toml").write_text("[tool.orm_lint]\nselct = []\n")
    session = Session()
    complaints = [session.saved(root / name, HIT) for name in ("a.py", "b.py")]
    assert [len(found) for found in complaints] == [1, 0]
    assert asked == [(root / "a.py",)]


def test_an_unsaved_text_is_read_with_the_project_and_never_from_disk(root: Path, loaded: list[Any]) -> None:
    file = put(root, "a.py", HIT)
    session = Session()
    assert places(session.unsaved(file, "\n" + HIT)) == [("ORM501", "a.py", 2, 5)]
    assert places(session.unsaved(file, "\n\n" + HIT)) == [("ORM501", "a.py", 3, 5)]
    assert [dict(project.overlay) for project in loaded] == [{"a.py": "\n" + HIT}, {"a.py": "\n\n" + HIT}]


def test_an_unsaved_text_without_a_python_name_is_python_still(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert places(Session().unsaved(Path("stdin"), HIT)) == [("ORM501", "stdin.py", 1, 5)]
    assert places(Session().unsaved(Path(), HIT)) == [("ORM501", "..py", 1, 5)]


def test_an_unsaved_text_is_not_blamed_for_what_lies_elsewhere(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.orm_lint]\nignore = ['ORM599']\n")  # a finding in pyproject.toml
    file = put(root, "a.py", HIT)
    assert places(Session().unsaved(file, "\n" + HIT)) == [("ORM501", "a.py", 2, 5)]


def test_a_stub_is_left_alone(root: Path, loaded: list[Any]) -> None:
    file = put(root, "a.pyi", HIT)
    assert (Session().saved(file, HIT), Session().unsaved(file, HIT), loaded) == ((), (), [])


def test_a_script_without_a_python_name_is_left_alone(root: Path, loaded: list[Any]) -> None:
    assert Session().saved(put(root, "bin/tool", HIT), HIT) == ()
    assert loaded == []


def test_a_file_that_a_whole_run_leaves_out_is_silent(root: Path) -> None:
    file = put(root, "excluded/a.py", HIT)
    assert Session().saved(file, HIT) == ()
    assert Session().unsaved(file, HIT) == ()


def test_a_file_that_is_gone_is_linted_by_its_text(root: Path) -> None:
    session = Session()
    assert places(session.saved(root / "gone.py", HIT)) == [("ORM501", "gone.py", 1, 5)]


def test_loose_files_belong_to_the_folder_that_was_asked_for(
    tmp_path: Path, loaded: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orm_lint.engine.request.is_marked", lambda _: False)
    monkeypatch.setattr("orm_lint.engine.request.find_root", lambda path: path if path.is_dir() else path.parent)
    file = put(tmp_path.resolve(), "notes/deep/a.py", HIT)
    session = Session()
    session.prepare([tmp_path])
    assert places(session.saved(file, HIT)) == [("ORM501", "notes/deep/a.py", 1, 5)]
    assert [project.root for project in loaded] == [tmp_path.resolve()]
    assert places(Session().saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert loaded[-1].root == file.parent


def test_loose_files_beside_a_folder_do_not_claim_what_lies_in_it(
    tmp_path: Path, loaded: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orm_lint.engine.request.is_marked", lambda _: False)
    monkeypatch.setattr("orm_lint.engine.request.find_root", lambda path: path if path.is_dir() else path.parent)
    files = [put(tmp_path.resolve(), path, HIT) for path in ("a.py", "b/c.py", "d/e/f.py")]
    session = Session()
    session.prepare([*files[:2], tmp_path / "d"])
    assert [places(session.saved(file, HIT))[0][1] for file in files] == ["a.py", "c.py", "e/f.py"]
    assert [project.root for project in loaded] == [
        tmp_path.resolve(),
        tmp_path.resolve() / "b",
        tmp_path.resolve() / "d",
    ]


def test_two_projects(tmp_path: Path, loaded: list[Any]) -> None:
    files = [put(tmp_path.resolve(), f"{name}/a.py", HIT) for name in ("one", "two")]
    put(tmp_path, "one/pyproject.toml", "[tool.orm_lint]\n")
    put(tmp_path, "two/pyproject.toml", "[tool.orm_lint]\nextend-select = ['ORM502']\n")
    session = Session()
    session.prepare([tmp_path / "one", tmp_path / "two"])
    assert [[found.code for found in session.saved(file, HIT)] for file in files] == [["ORM501"], ["ORM501", "ORM502"]]
    assert len(loaded) == 2


def test_selection_configuration_and_hidden_findings_are_those_of_the_run(root: Path) -> None:
    text = "hit()  # noqa: ORM501\n"
    file = put(root, "a.py", text)
    assert Session().saved(file, text) == ()
    assert [found.code for found in Session(suppressed=True).saved(file, text)] == ["ORM501"]
    assert [found.code for found in Session(Selection(extend_select=("ORM502",))).saved(file, text)] == ["ORM502"]
    config = put(root, "lint.toml", "[tool.orm_lint]\nselect = ['ORM502']\n")
    assert [found.code for found in Session(config=config).saved(file, text)] == ["ORM502"]


def test_a_wrong_configuration_is_said_once(root: Path, loaded: list[Any]) -> None:
    (root / "pyproject.toml").write_text("[tool.orm_lint]\nselct = []\n")
    session = Session()
    session.prepare([root])
    (found,) = session.saved(put(root, "a.py", HIT), HIT)
    assert (found.code, found.name, found.span.line, found.span.column) == ("ORM902", "unreadable-file", 1, 1)
    expected = f"not linted: {root}/pyproject.toml: tool.orm_lint.selct: unknown key; did you mean select?"
    assert found.message == expected
    assert session.saved(put(root, "b.py", HIT), HIT) == ()
    assert session.unsaved(root / "b.py", HIT) == ()
    assert loaded == []


def test_no_comment_of_the_author_hides_a_complaint(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.orm_lint]\nselct = []\n")
    for text, line in (("import a  # NOQA\nimport b  # noqa: F401\n\n", 3), ("import a  # noqa", 1), ("", 1)):
        (found,) = Session().saved(put(root, "a.py", text), text)
        assert (found.code, found.span) == ("ORM902", Span((root / "a.py").as_posix(), line, 1, line, 1))


def log_of(found: Finding) -> Path:
    return Path(found.message.rpartition("; details in ")[2])


def test_a_mistake_of_a_rule_is_said_once_and_costs_nothing_else(
    root: Path, use_rules: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    use_rules(FIRST, Rule("ORM503", "third", "", True, fails))
    one, two = put(root, "a.py", HIT), put(root, "b.py", HIT)
    session = Session()
    failure, found = session.saved(one, HIT)
    assert places((found,)) == [("ORM501", "a.py", 1, 5)]
    assert failure.code == "ORM902"
    assert failure.message.startswith("internal error: ORM503 failed with LookupError (no such thing)")
    log = log_of(failure).read_text()
    assert log.startswith(failure.message.partition("; details in ")[0] + "\n\nTraceback (most recent call last):\n")
    assert log.endswith("LookupError: no such thing\n")
    assert places(session.saved(two, HIT)) == [("ORM501", "b.py", 1, 5)]


def test_a_mistake_of_the_run_leaves_a_log_and_is_not_made_again(
    root: Path, loaded: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    attempts = []

    def lint(*_: object) -> None:
        attempts.append(1)
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("orm_lint.engine.session.lint", lint)
    session = Session()
    (failure,) = session.saved(put(root, "a.py", HIT), HIT)
    start = "internal error: the run failed with ZeroDivisionError (odd)"
    assert failure.message.startswith(start)
    assert log_of(failure).read_text().startswith("Traceback (most recent call last):\n")
    assert log_of(failure).read_text().endswith("ZeroDivisionError: odd\n")
    assert session.saved(put(root, "b.py", HIT), HIT) == ()
    assert attempts == [1]


def test_processes_that_share_a_folder_read_once_and_complain_once(
    root: Path, loaded: list[Any], use_rules: Callable[..., None], tmp_path: Path
) -> None:
    use_rules(FIRST, SECOND, Rule("ORM503", "third", "", True, fails))
    folder = tmp_path / "shared"
    folder.mkdir()
    file = put(root, "a.py", HIT)
    first, second = Session(shared=Shared(folder)), Session(shared=Shared(folder))
    assert [found.code for found in first.saved(file, HIT)] == ["ORM902", "ORM501"]
    assert [found.code for found in second.saved(file, HIT)] == ["ORM501"]
    assert len(loaded) == 1
    other = Session(Selection(extend_select=("ORM502",)), shared=Shared(folder))
    assert [found.code for found in other.saved(file, HIT)] == ["ORM501", "ORM502"]
    assert len(loaded) == 2


def test_the_collector_of_the_host_is_as_it_was(root: Path) -> None:
    import gc

    file = put(root, "a.py", HIT)
    gc.enable()  # the command line, which other tests run in this process, leaves it off
    Session().saved(file, HIT)
    assert gc.isenabled()
    gc.disable()
    try:
        Session().saved(file, HIT)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_another_process_read_counts_as_long_as_the_files_are_the_same(
    root: Path, loaded: list[Any], tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    file, other = put(root, "a.py", HIT), put(root, "b.py", HIT)
    assert places(Session(shared=Shared(folder)).saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert places(Session(shared=Shared(folder)).saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert len(loaded) == 1
    other.write_text("y = 2\n" + HIT)
    assert places(Session(shared=Shared(folder)).saved(file, HIT)) == [("ORM501", "a.py", 1, 5)]
    assert len(loaded) == 2


def test_a_failure_is_told_of_in_a_file_of_which_the_host_shows_it(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.orm_lint]\nselct = []\n")
    session = Session()
    assert session.saved(put(root, "a.py", HIT), HIT, shows_failures=False) == ()
    assert [found.code for found in session.saved(put(root, "b.py", HIT), HIT)] == ["ORM902"]


def test_a_failure_may_name_paths_that_are_no_text(root: Path, tmp_path: Path) -> None:
    inner = root / os.fsdecode(b"caf\xe9")
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.orm_lint]\nmodel-sizes = 'nope.txt'\n")
    folder = tmp_path / "shared"
    folder.mkdir()
    (found,) = Session(shared=Shared(folder)).saved(put(inner, "a.py", HIT), HIT)
    problem = "tool.orm_lint.model-sizes: nope.txt cannot be read: No such file or directory"
    assert found.message == f"not linted: {root}/caf\\xe9/pyproject.toml: {problem}"
