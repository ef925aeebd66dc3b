from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orm_lint.finding import Span
from orm_lint.source.file import SourceFile
from orm_lint.source.suppress import NO_LINE, WHOLE_FILE, Suppression, covers, find_suppressions, matches

NAME = "generic-foreign-key"


def found(text: str) -> tuple[Suppression, ...]:
    return find_suppressions(SourceFile.from_text("a.py", text))


def brief(text: str) -> list[tuple[str, tuple[str, ...], range]]:
    return [(suppression.kind, suppression.codes, suppression.lines) for suppression in found(text)]


def hidden(text: str, code: str = "ORM501", name: str = NAME) -> list[int]:
    """The lines of the text on which a finding would be hidden."""
    lines = range(1, text.count("\n") + 2)
    return [line for line in lines if any(matches(suppression, code, name, line) for suppression in found(text))]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# noqa", ()),
        ("# NoQA", ()),
        ("# noqa : ORM501", ()),
        ("# noqa: because", ()),
        ("# noqa: ORM", ()),
        ("# noqa:  ORM501", ()),
        ("# noqa: ORM501", ("ORM501",)),
        ("# noqa:ORM5", ("ORM5",)),
        ("# NOQA:ORM501,ORM502", ("ORM501", "ORM502")),
        ("# noqa: ORM501 , ORM502", ("ORM501", "ORM502")),
        ("# noqa: ORM501, ORM502 the table is small", ("ORM501", "ORM502")),
        ("# noqa: E501 ORM501", ("E501", "ORM501")),
        ("# noqa: O1", ("O1",)),
        ("# noqa: orm501", ("orm501",)),
        ("# why # noqa: ORM501 # pragma: no cover", ("ORM501",)),
    ],
)
def test_noqa_means_what_it_means_to_flake8(comment: str, codes: tuple[str, ...]) -> None:
    assert brief(f"x = 1  {comment}\n") == [("noqa", codes, range(1, 2))]


@pytest.mark.parametrize(
    "comment",
    ["#noqa", "#  noqa", "# noq", "# noqa: E501", "# noqa: F401,E501 text", "# noqa:W503", "# noqa: DJ01", "# nothing"],
)
def test_what_flake8_reads_differently_or_what_concerns_others_is_left_out(comment: str) -> None:
    assert found(f"x = 1  {comment}\n") == ()


@pytest.mark.parametrize(
    ("written", "code", "expected"),
    [
        ("ORM501", "ORM501", True),
        ("ORM5", "ORM501", True),
        ("ORM5", "ORM601", False),
        ("orm501", "ORM501", False),
        (NAME, "ORM501", False),
    ],
)
def test_noqa_codes_are_case_sensitive_prefixes(written: str, code: str, expected: bool) -> None:
    assert covers("noqa", written, code, NAME) is expected


@pytest.mark.parametrize(
    ("written", "expected"), [("ORM501", True), (NAME, True), ("ORM5", False), ("orm501", False), ("generic", False)]
)
def test_our_own_comment_takes_whole_codes_and_names(written: str, expected: bool) -> None:
    assert covers("ignore", written, "ORM501", NAME) is expected


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("# orm-lint: ignore", (), ""),
        ("#orm-lint:ignore", (), ""),
        ("# orm-lint: ignore  the table is small ", (), "the table is small"),
        ("# orm-lint: ignore[ORM501]", ("ORM501",), ""),
        ("# orm-lint: ignore[ORM501] see #12, ten rows", ("ORM501",), "see #12, ten rows"),
        ("# orm-lint: ignore[ORM501, generic-foreign-key]", ("ORM501", "generic-foreign-key"), ""),
        ("# orm-lint: ignore[ ORM501,, ORM502 ]", ("ORM501", "ORM502"), ""),
        ("# orm-lint: ignore[ORM501] old  # type: ignore", ("ORM501",), "old"),
        ("# type: ignore  # orm-lint: ignore[ORM501]", ("ORM501",), ""),
    ],
)
def test_our_own_comment(comment: str, codes: tuple[str, ...], reason: str) -> None:
    (suppression,) = found(f"x = 1  {comment}\n")
    assert (suppression.kind, suppression.codes, suppression.reason) == ("ignore", codes, reason)
    assert suppression.lines == range(1, 2)


@pytest.mark.parametrize(
    "comment",
    [
        "# orm-lint: ignore[",
        "# orm-lint: ignore[ORM501",
        "# orm-lint: ignore[]",
        "# orm-lint: ignore[ , ]",
        "# orm-lint: ignored",
        "# orm-lint: ignore-files",
        "# orm-lint ignore",
        "# orm-lint: off",
    ],
)
def test_a_broken_comment_hides_nothing(comment: str) -> None:
    assert found(f"x = 1  {comment}\n") == ()


def test_every_code_has_its_span() -> None:
    (noqa, ignore) = found("x = 'é😀'  # noqa: ORM501, E501  # orm-lint: ignore[ORM502, some-name] why\n")
    assert noqa.span == Span("a.py", 1, 11, 1, 31)
    assert noqa.code_spans == (Span("a.py", 1, 19, 1, 25), Span("a.py", 1, 27, 1, 31))
    assert ignore.span == Span("a.py", 1, 33, 1, 74)
    assert ignore.code_spans == (Span("a.py", 1, 52, 1, 58), Span("a.py", 1, 60, 1, 69))


def test_two_comments_in_one_are_two_suppressions() -> None:
    assert brief("x = 1  # noqa: ORM501  # orm-lint: ignore[ORM502]\n") == [
        ("noqa", ("ORM501",), range(1, 2)),
        ("ignore", ("ORM502",), range(1, 2)),
    ]


def test_in_a_call_over_several_lines_the_comment_is_for_its_physical_line() -> None:
    assert hidden("f(\n    a,  # noqa\n    b,\n)\n") == [2]
    assert hidden("f(\n    a,\n    b,\n)  # orm-lint: ignore\n") == [4]


def test_a_comment_behind_a_multi_line_string_is_for_all_its_lines() -> None:
    assert hidden('y\nx = """\na\n"""  # noqa: ORM501\nz\n') == [2, 3, 4]
    assert hidden('f(\n    a,\n    """b\n    c""",  # orm-lint: ignore[ORM501]\n    d)\n') == [3, 4]


def test_a_comment_behind_a_backslash_join_is_for_all_its_lines() -> None:
    assert hidden("x = 1 + \\\n    2  # noqa\ny\n") == [1, 2]


def test_noqa_on_a_line_of_its_own_is_for_that_line_alone() -> None:
    assert hidden("# noqa\nx = 1\n") == [1]


def test_our_comment_on_a_line_of_its_own_is_for_the_next_code_line() -> None:
    assert hidden("# orm-lint: ignore[ORM501]\nx = 1\ny = 2\n") == [2]
    assert hidden("if x:\n    # orm-lint: ignore\n\n    # and why\n    y = 1\n    z = 2\n") == [5]
    assert hidden("f(\n    # orm-lint: ignore\n    a,\n    b)\n") == [3]
    assert hidden('# orm-lint: ignore\nx = """\n"""\ny\n') == [2, 3]
    assert hidden("if x:\n    y\n    # orm-lint: ignore\nz\n") == [4]


def test_several_comments_above_a_line_are_all_for_it() -> None:
    assert brief("# orm-lint: ignore[ORM501]\n# orm-lint: ignore[ORM502]\nx = 1  # noqa: ORM503\n") == [
        ("ignore", ("ORM501",), range(3, 4)),
        ("ignore", ("ORM502",), range(3, 4)),
        ("noqa", ("ORM503",), range(3, 4)),
    ]


@pytest.mark.parametrize("text", ["x = 1\n# orm-lint: ignore[ORM501]\n", "x = 1\n# orm-lint: ignore[ORM501]"])
def test_our_comment_with_no_code_below_hides_nothing(text: str) -> None:
    assert brief(text) == [("ignore", ("ORM501",), NO_LINE)]
    assert hidden(text) == []


def test_a_whole_file_is_ignored_from_any_line_of_its_own() -> None:
    text = "x = 1\n\n    # orm-lint: ignore-file[ORM501, some-name] generated\ny = 2\n"
    (suppression,) = found(text)
    assert (suppression.kind, suppression.codes, suppression.reason) == (
        "ignore-file",
        ("ORM501", "some-name"),
        "generated",
    )
    assert suppression.lines == WHOLE_FILE
    assert hidden(text) == [1, 2, 3, 4, 5]
    assert hidden(text, code="ORM502") == []
    assert hidden(text, code="ORM502", name="some-name") == [1, 2, 3, 4, 5]
    assert hidden("x = 1\n# orm-lint: ignore-file\n", code="ORM999") == [1, 2, 3]


def test_a_comment_for_the_file_behind_code_hides_nothing() -> None:
    assert brief("x = 1  # orm-lint: ignore-file[ORM501]\n") == [("ignore-file", ("ORM501",), NO_LINE)]


@pytest.mark.parametrize("comment", ["# flake8: noqa", "# FLAKE8: NOQA", "    # flake8=noqa", "# flake8: noqa: ORM101"])
def test_flake8s_comment_for_the_file_is_a_blanket_one(comment: str) -> None:
    assert brief(f"x = 1\n{comment}\n") == [("flake8", (), WHOLE_FILE)]


@pytest.mark.parametrize("line", ["x = 1  # flake8: noqa", "# see # flake8: noqa", "#flake8: noqa"])
def test_flake8s_comment_for_the_file_counts_on_a_line_of_its_own_only(line: str) -> None:
    assert found(line + "\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "x = '# noqa'\n",
        '"""\n# orm-lint: ignore-file\n# flake8: noqa\n"""\n',
        "x = f'{a} # noqa'\n",
        "x = 'orm-lint: ignore'  # y\n",
    ],
)
def test_a_string_is_no_comment(text: str) -> None:
    assert found(text) == ()


def test_tabs_form_feeds_and_carriage_returns() -> None:
    text = "\f\r\nif x:\r\n\ty = 1\t# noqa: ORM501\r\n"
    (suppression,) = found(text)
    assert suppression.span == Span("a.py", 3, 8, 3, 22)
    assert hidden(text) == [3]


def test_files_that_hold_no_candidate_are_not_tokenized(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(readline: object) -> None:
        raise AssertionError

    monkeypatch.setattr("tokenize.generate_tokens", refuse)
    assert found("x = 1  # noqa: E501\ny = 'noqa'\n# NOQA:F401,W503 text\n") == ()


@pytest.mark.parametrize("broken", ["x = (\n", "x = '''\n", "  x\n y\n", "x = $ ?\n(", "x = 1\\"])
def test_text_that_does_not_tokenize_is_read_line_by_line(broken: str) -> None:
    text = "# orm-lint: ignore[ORM501]\na  # noqa: ORM502\n# orm-lint: ignore-file\n" + broken
    assert brief(text) == [
        ("ignore", ("ORM501",), range(2, 3)),
        ("noqa", ("ORM502",), range(2, 3)),
        ("ignore-file", (), WHOLE_FILE),
    ]


def test_null_bytes_are_no_crash() -> None:
    assert brief("x = 1  # noqa\n\0\n") == [("noqa", (), range(1, 2))]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: " + "A1" * 1_000_000,
        "# orm-lint: ignore[" * 100_000,
        "# orm-lint: ignore" + " " * 2_000_000 + "x",
        "# noqa:ORM5 " * 100_000,
    ],
)
def test_a_hostile_comment_costs_little(comment: str) -> None:
    started = time.process_time()
    found(f"x = 1  {comment}\n")
    assert time.process_time() - started < 5


PIECES = [
    *"#\n \t'\"()\\x[],:é",
    "# noqa",
    ": ORM501",
    "# orm-lint: ignore",
    "-file",
    "[ORM501]",
    '"""',
    "# flake8: noqa",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_is_read_and_every_span_holds_what_was_written(pieces: list[str]) -> None:
    source = SourceFile.from_text("a.py", "".join(pieces))
    for suppression in find_suppressions(source):
        span = suppression.span
        written = source.line_text(span.line)[span.column - 1 : span.end_column - 1]
        assert written.startswith("#")
        for code, place in zip(suppression.codes, suppression.code_spans, strict=True):
            assert source.line_text(place.line)[place.column - 1 : place.end_column - 1] == code
