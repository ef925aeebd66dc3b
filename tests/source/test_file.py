from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Span
from orm_lint.source.file import SIZE_LIMIT, SourceFile


def normalised(raw: bytes) -> bytes:
    return SourceFile.from_bytes("a.py", raw).data


def constant(data: bytes) -> object:
    """The value of the first assignment, as Python reads it."""
    found = next(node for node in ast.walk(ast.parse(data)) if isinstance(node, ast.Assign))
    return ast.literal_eval(found.value)


def problem(raw: bytes) -> tuple[int, str]:
    with pytest.raises(UnreadableFileError) as raised:
        SourceFile.from_bytes("a.py", raw)
    assert "\n" not in str(raised.value)
    return raised.value.line, raised.value.problem


@pytest.mark.parametrize("raw", [b"", b"x = 1\n", "x = 'é😀'\n".encode(), b"# coding: utf-8\n", b"# coding: UTF_8\n"])
def test_plain_text_is_not_copied(raw: bytes) -> None:
    assert normalised(raw) is raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a\r\nb\r\n", b"a\nb\n"),
        (b"a\rb\r", b"a\nb\n"),
        (b"a\r\r\nb\n\r", b"a\n\nb\n\n"),
        (b"\xef\xbb\xbfa = 1\n", b"a = 1\n"),
        (b"\xef\xbb\xbf# coding: utf-8\r\n", b"# coding: utf-8\n"),
        (b"\fif x:\n\ty\n", b"\fif x:\n\ty\n"),
        (b"a = '\0'\n", b"a = '\0'\n"),
    ],
)
def test_line_ends_and_the_byte_order_mark_are_normalised_and_nothing_else(raw: bytes, expected: bytes) -> None:
    assert normalised(raw) == expected


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize(
    ("cookie", "raw", "expected"),
    [
        (b"# coding: latin-1", b"\xe9\xa4", "é¤"),
        (b"# -*- coding: latin-1-unix -*-", b"\xe9", "é"),
        (b"# -*- coding: cp1252 -*-", b"\x80\x93", "€“"),
        (b"# vim: set fileencoding=iso-8859-15 :", b"\xa4", "€"),
        (b"#!/usr/bin/python\n# coding=koi8-r", b"\xc1", "а"),
        (b"\f\n \t# coding:shift_jis", b"\x83\x5c", "ソ"),
        (b"# coding: utf-7", b"+AOk-", "é"),
        (b"# coding: cp1252 coding: latin-1\n# coding: koi8-r", b"\x80", "€"),
        (b"# -*- coding: utf-8-unix -*-", "é".encode(), "é"),
        (b"# coding: utf8", "é".encode(), "é"),
    ],
)
def test_a_foreign_encoding_is_read_as_python_reads_it(
    cookie: bytes, raw: bytes, expected: str, separator: bytes
) -> None:
    source = (cookie + b"\nx = '" + raw + b"'\n").replace(b"\n", separator)
    data = normalised(source)
    assert constant(data) == constant(source) == expected
    assert data.count(b"\n") == cookie.count(b"\n") + 2


def test_the_cookie_keeps_its_length() -> None:
    assert normalised(b"# -*- coding: latin-1 -*-\nx = '\xe9'\n") == "# -*- coding  latin-1 -*-\nx = 'é'\n".encode()


def test_columns_are_those_of_the_author() -> None:
    source = SourceFile.from_bytes("a.py", b"# coding: cp1252\r\nx = '\x80'; y = 1\r\n")
    start = source.data.index(b"y")
    assert source.span(start, start + 1) == Span("a.py", 2, 10, 2, 11)
    assert source.line_text(2) == "x = '€'; y = 1"


@pytest.mark.parametrize(
    "raw",
    [
        b"x = 1\n\n# coding: latin-1\n",
        b"x = 1\n# coding: latin-1\n",
        b"x = '# coding: latin-1'\n",
        b"'''\n# coding: latin-1\n'''",
    ],
)
def test_what_python_takes_for_no_cookie_is_none(raw: bytes) -> None:
    assert normalised(raw) is raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"# coding: nonsense\n", (1, "unknown encoding nonsense")),
        (b"#!python\n# coding: nonsense\n", (2, "unknown encoding nonsense")),
        (b"# coding: " + b"n" * 5000 + b"\n", (1, "unknown encoding " + "n" * 40)),
        (b"x = 1\ny = '\xff'\n", (2, "not valid utf-8 text")),
        (b"# coding: utf-8\r\n\r\ny = '\xe9'\r\n", (3, "not valid utf-8 text")),
        (b"# coding: ascii\ny = '\xe9'\n", (2, "not valid ascii text")),
        (b"# coding: cp1252\ny = '\x81'\n", (2, "not valid cp1252 text")),
        (b"# coding: rot13\ny = '\xe9'\n", (1, "rot-13 is no encoding for source code")),
        (b"# coding: undefined\n", (1, "undefined is no encoding for source code")),
        (b"# coding: cp037\nx = 1\n", (1, "cp037 is no encoding for source code")),
        (b"# coding: utf-16-le\nxy", (1, "utf-16-le is no encoding for source code")),
        (b"\xef\xbb\xbf# coding: latin-1\n", (1, "iso-8859-1 with a UTF-8 byte mark")),
        (
            "# coding: utf-7\nx = '\ud800'\n".encode("utf-7", "surrogatepass"),
            (2, "lone surrogates, which no file can hold"),
        ),
    ],
)
def test_text_that_cannot_be_decoded_is_one_line_of_complaint(raw: bytes, expected: tuple[int, str]) -> None:
    assert problem(raw) == expected


def test_more_bytes_than_the_limit_are_refused() -> None:
    assert problem(b"x" * (SIZE_LIMIT + 1)) == (1, "larger than 2 MiB, not linted")


@given(
    st.binary(max_size=80),
    st.sampled_from(["", "latin-1", "cp1252", "utf-7", "utf-8", "utf-16", "big5", "unicode_escape"]),
)
@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:.*invalid octal escape sequence:DeprecationWarning")
def test_any_bytes_are_normalised_or_refused(raw: bytes, codec: str) -> None:
    try:
        data = normalised((f"# coding: {codec}\n".encode() if codec else b"") + raw)
    except UnreadableFileError as error:
        problem = error.problem
    else:
        problem = ""
        assert b"\r" not in data
        assert normalised(data) == data.removeprefix(b"\xef\xbb\xbf")
    assert "\n" not in problem


def test_a_text_from_an_editor_is_no_longer_in_the_encoding_of_its_cookie() -> None:
    source = SourceFile.from_text("a.py", "\ufeff# coding: latin-1\r\nx = '😀'\r\n")
    assert source == SourceFile("a.py", "# coding  latin-1\nx = '😀'\n".encode())
    assert constant(source.data) == "😀"


def test_an_editor_text_may_name_an_encoding_that_nobody_knows() -> None:
    assert SourceFile.from_text("a.py", "# coding: nonsense\nx = 1").data == b"# coding  nonsense\nx = 1"


def test_an_editor_text_with_lone_surrogates_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as raised:
        SourceFile.from_text("a.py", "x\ny = '\ud800'")
    assert str(raised.value) == "a.py:2: lone surrogates, which no file can hold"


def test_an_editor_text_has_the_same_size_limit() -> None:
    with pytest.raises(UnreadableFileError) as raised:
        SourceFile.from_text("a.py", "é" * (SIZE_LIMIT // 2 + 1))
    assert raised.value.problem == "larger than 2 MiB, not linted"


def test_lines_and_spans() -> None:
    source = SourceFile.from_bytes("shop/a.py", "\fa = '😀'\n\tb\n".encode())
    assert [source.line_text(line) for line in range(5)] == ["", "\fa = '😀'", "\tb", "", ""]
    assert source.span(1, 2) == Span("shop/a.py", 1, 2, 1, 3)
    assert source.span(5, 11) == Span("shop/a.py", 1, 6, 1, 9)
    assert source.span(1, 14) == Span("shop/a.py", 1, 2, 2, 3)
    assert source.span(14, 14) == Span("shop/a.py", 2, 3, 2, 3)


def test_a_span_ends_on_a_last_line_without_line_feed() -> None:
    assert SourceFile("a.py", b"x\nyz").span(2, 4) == Span("a.py", 2, 1, 2, 3)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.data())
def test_spans_lead_back_to_the_text(text: str, data: st.DataObject) -> None:
    source = SourceFile.from_text("a.py", text)
    plain = source.data.decode()
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    span = source.span(len(plain[:start].encode()), len(plain[:end].encode()))
    lines = plain.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    assert "\n".join(lines) == plain[start:end]


def test_files_are_read_relative_to_the_root(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "a.py").write_bytes(b"x = 1\r\n")
    assert SourceFile.read(tmp_path, "shop/a.py") == SourceFile("shop/a.py", b"x = 1\n")


def refusal(root: Path, path: str) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        SourceFile.read(root, path)
    assert (raised.value.path, raised.value.line) == (path, 1)
    return raised.value.problem


def test_what_is_no_readable_file_is_refused_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "loop.py").symlink_to("loop.py")
    with (tmp_path / "large.py").open("wb") as stream:
        stream.truncate(SIZE_LIMIT + 1)
    assert refusal(tmp_path, "pipe.py") == "not a regular file, not linted"
    assert refusal(tmp_path, "folder.py") == "not a regular file, not linted"
    assert refusal(tmp_path, "large.py") == "larger than 2 MiB, not linted"
    assert refusal(tmp_path, "absent.py") == "cannot be read: No such file or directory"
    assert refusal(tmp_path, "loop.py") == "cannot be read: Too many levels of symbolic links"
    assert refusal(tmp_path, "nul\0.py") == "cannot be read: not a file name"


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"#" * SIZE_LIMIT)
    assert len(SourceFile.read(tmp_path, "a.py").data) == SIZE_LIMIT


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_bytes(b"x")

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(tmp_path, "a.py") == "cannot be read: Permission denied"
