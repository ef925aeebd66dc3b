"""Reading files once: modules, bodies on demand, overlays, and one notice for what cannot be read."""

from __future__ import annotations

import pytest

from orm_lint.finding import Notice
from orm_lint.project.reader import Reader
from orm_lint.source.file import SourceFile


def test_a_file_is_read_from_disk_and_an_overlay_replaces_it(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    assert list(Reader(tmp_path, {}).module("a", "a.py", False).bindings.names) == ["x"]
    assert list(Reader(tmp_path, {"a.py": "y = 1\n"}).module("a", "a.py", False).bindings.names) == ["y"]


def test_what_is_read_once_stays_as_it_was(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    reader = Reader(tmp_path, {})
    first = reader.module("a", "a.py", False)
    (tmp_path / "a.py").write_text("y = 1\n")
    assert reader.module("b.a", "a.py", False).summary is first.summary


def test_a_module_knows_its_name_place_and_lines(tmp_path):
    found = Reader(tmp_path, {"p/__init__.py": "\n\nx = 1\n"}).module("p", "p/__init__.py", True)
    assert (found.name, found.path, found.is_package, found.evidence, found.package) == (
        "p", "p/__init__.py", True, "project", "p",
    )  # fmt: skip
    assert found.line_of(found.bindings.names["x"][0].at) == 3


def test_a_file_with_a_syntax_error_is_one_notice(tmp_path):
    reader = Reader(tmp_path, {"a.py": "x = 1\ndef (:\n"})
    assert reader.module("a", "a.py", False) is None
    assert reader.module("a", "a.py", False) is None
    assert [(notice.path, notice.line) for notice in reader.notices] == [("a.py", 2)]
    assert (reader.files, reader.lines) == (0, 0)


def test_an_absent_file_is_one_notice(tmp_path):
    reader = Reader(tmp_path, {})
    assert reader.module("a", "a.py", False) is None
    assert [(type(notice), notice.path, notice.line) for notice in reader.notices] == [(Notice, "a.py", 1)]


def test_a_body_is_lowered_when_it_is_asked_for_and_only_once(tmp_path):
    found = Reader(tmp_path, {"a.py": "def f():\n    return 1\n"}).module("a", "a.py", False)
    function = found.bindings.names["f"][0]
    whole = found.whole(function)
    assert whole.body[0].value.value == 1
    assert found.whole(function) is whole


@pytest.mark.parametrize("becomes", ["y = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1\n", "class (", None])
def test_a_file_that_changes_meanwhile_stays_what_it_was(tmp_path, becomes):
    (tmp_path / "a.py").write_text("def f():\n    return 1\n")
    reader = Reader(tmp_path, {})
    found = reader.module("a", "a.py", False)
    (tmp_path / "a.py").unlink() if becomes is None else (tmp_path / "a.py").write_text(becomes)
    assert found.whole(found.bindings.names["f"][0]).body[0].value.value == 1
    assert reader.source("a.py").data == b"def f():\n    return 1\n"
    assert reader.notices == []


def test_text_is_none_for_what_is_no_text(tmp_path):
    (tmp_path / "a.lock").write_bytes(b"\x80\x81\x00")
    (tmp_path / "b.lock").write_text("Django==5.2\n")
    reader = Reader(tmp_path, {})
    assert reader.text("b.lock") == "Django==5.2\n"
    assert reader.text("absent.lock") is None
    assert reader.notices == []


def test_files_and_lines_are_counted(tmp_path):
    reader = Reader(tmp_path, {"a.py": "x = 1\ny = 2\n", "b.py": ""})
    reader.module("a", "a.py", False)
    reader.module("a", "a.py", False)
    assert reader.files == 1
    assert reader.lines == len(SourceFile.from_text("a.py", "x = 1\ny = 2\n").data.splitlines()) + 1


def test_the_files_beside_are_those_of_the_folder_and_of_the_overlay(tmp_path):
    (tmp_path / "conf" / "inner").mkdir(parents=True)
    (tmp_path / "conf" / "a.py.example").write_text("")
    reader = Reader(tmp_path, {"conf/b.py": "", "conf/inner/c.py": "", "d.py": ""})
    assert reader.beside("conf") == ("conf/a.py.example", "conf/b.py")
    assert reader.beside("") == ("d.py",)
    assert reader.beside("absent") == ()
