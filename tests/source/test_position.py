from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orm_lint.source import position

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)
line_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=60)


def starts(data: bytes) -> list[int]:
    return list(memoryview(position.line_starts(data)).cast("I"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [0]),
        (b"a", [0]),
        (b"a\n", [0, 2]),
        (b"\n\n", [0, 1, 2]),
        (b"a\nbc\nd", [0, 2, 5]),
        (b"a\fb\vc\x1cd\n", [0, 8]),
        ("a\x85b\u2028c\n".encode(), [0, 9]),
    ],
)
def test_lines_start_after_line_feeds_and_nothing_else(data: bytes, expected: list[int]) -> None:
    assert starts(data) == expected


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (1, 1), (2, 2), (4, 2), (5, 3), (6, 3)])
def test_the_line_of_an_offset(offset: int, line: int) -> None:
    assert position.line_at(position.line_starts(b"a\nbc\nd"), offset) == line


@pytest.mark.parametrize(("line", "expected"), [(0, b""), (1, b"a"), (2, b"b\tc"), (3, b""), (4, b""), (-1, b"")])
def test_the_bytes_of_a_line(line: int, expected: bytes) -> None:
    data = b"a\nb\tc\n"
    assert position.line_bytes(data, position.line_starts(data), line) == expected


def test_a_last_line_without_line_feed_is_whole() -> None:
    assert position.line_bytes(b"a\nbc", position.line_starts(b"a\nbc"), 2) == b"bc"
    assert position.line_count(position.line_starts(b"a\nbc")) == 2


@pytest.mark.parametrize(
    ("line", "byte_column", "column"),
    [
        ("abc", 2, 2),
        ("éa", 2, 1),
        ("éa", 3, 2),
        ("€x", 3, 1),
        ("😀x", 4, 1),
        ("😀x", 5, 2),
        ("\tx", 1, 1),
        ("\fx", 1, 1),
    ],
)
def test_bytes_and_code_points(line: str, byte_column: int, column: int) -> None:
    assert position.code_points(line.encode(), byte_column) == column
    assert position.utf8_bytes(line, column) == byte_column


@pytest.mark.parametrize(("byte_column", "column"), [(1, 0), (2, 0), (3, 0), (4, 1), (9, 2)])
def test_a_byte_inside_of_a_character_is_its_start_and_one_behind_the_line_its_end(
    byte_column: int, column: int
) -> None:
    assert position.code_points("😀x".encode(), byte_column) == column


@pytest.mark.parametrize(
    ("line", "column", "units"),
    [
        ("abc", 2, 2),
        ("é€x", 2, 2),
        ("😀x", 1, 2),
        ("😀x", 2, 3),
        ("👩‍💻 = 1", 3, 5),
        ("a\U00010000b", 2, 3),
        ("a\uffffb", 2, 2),
    ],
)
def test_code_points_and_utf16_units(line: str, column: int, units: int) -> None:
    assert position.utf16_units(line, column) == units
    assert position.from_utf16_units(line, units) == column


@pytest.mark.parametrize(("units", "column"), [(0, 0), (1, 0), (2, 1), (3, 2), (99, 2)])
def test_a_unit_inside_of_a_surrogate_pair_is_its_start_and_one_behind_the_line_its_end(
    units: int, column: int
) -> None:
    assert position.from_utf16_units("😀x", units) == column


def test_units_behind_an_ascii_line_are_its_end() -> None:
    assert position.from_utf16_units("ab", 7) == 2
    assert position.utf16_units("ab", 7) == 2


@given(line_text, st.data())
def test_columns_survive_the_way_there_and_back(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(line)))
    assert position.code_points(line.encode(), position.utf8_bytes(line, column)) == column
    assert position.from_utf16_units(line, position.utf16_units(line, column)) == column
    assert position.utf16_units(line, column) == len(line[:column].encode("utf-16-le")) // 2


@given(text, st.data())
def test_offsets_are_the_lines_and_columns_of_the_text(written: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(written)))
    before = written[:place]
    raw = written.encode()
    expected = (before.count("\n") + 1, place - (before.rfind("\n") + 1))
    assert position.line_and_column(raw, position.line_starts(raw), len(before.encode())) == expected


@given(text)
def test_the_lines_put_together_are_the_text(written: str) -> None:
    raw = written.encode()
    table = position.line_starts(raw)
    lines = [position.line_bytes(raw, table, line) for line in range(1, position.line_count(table) + 1)]
    assert b"\n".join(lines) == raw


def test_lines_and_columns_are_those_of_the_parser() -> None:
    data = "x = '😀'\n\fif x:\n\ty = 'é', z\n".encode()
    name = next(node for node in ast.walk(ast.parse(data)) if isinstance(node, ast.Name) and node.id == "z")
    offset = starts(data)[name.lineno - 1] + name.col_offset
    assert data[offset : offset + 1] == b"z"
    assert position.line_and_column(data, position.line_starts(data), offset) == (3, 10)
