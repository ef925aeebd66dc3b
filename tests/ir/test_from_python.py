from __future__ import annotations

import pytest

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, summarize, whole_function
from orm_lint.source.position import line_starts
from tests.ir.show import show, text


def _functions(body: ir.Body) -> list[ir.Stub]:
    found: list[ir.Stub] = []
    for statement in body:
        match statement:
            case ir.Stub():
                found.append(statement)
            case ir.Class():
                found += _functions(statement.body)
            case ir.If():
                found += _functions(statement.then) + _functions(statement.other)
    return found


@pytest.mark.parametrize("data", [b"", b"\n", b"a", b"a\n", b"a\nb", b"a\n\n", b"'''\n\n'''\n", "ä\n'ö'".encode()])
def test_line_starts_are_those_of_the_source_layer(data: bytes) -> None:
    assert summarize(data).line_starts == line_starts(data)


@pytest.mark.parametrize(("data", "expected"), [(b"a = 1\n", True), ("a = 'ä'\n".encode(), False)])
def test_summary_knows_whether_columns_are_code_points(data: bytes, expected: bool) -> None:
    assert summarize(data).is_ascii is expected


def test_line_of_a_place_is_1_based() -> None:
    summary = summarize(b"a\n\nb.c\n")
    assert [summary.line_of(statement.at) for statement in summary.body] == [1, 3]


def test_packed_place_unpacks_to_its_bytes() -> None:
    assert ir.unpack(ir.pack(3, 10)) == (3, 10)
    assert ir.unpack(ir.pack((1 << 24) - 1, (1 << 24) - 1)) == ((1 << 24) - 1, (1 << 24) - 1)


def test_header_leaves_the_bodies_of_functions_out() -> None:
    summary = summarize(b"class A:\n    def f(self): return 1\n\nif x:\n    async def g(): pass\n")
    assert [(function.name, function.is_async) for function in _functions(summary.body)] == [("f", False), ("g", True)]


@pytest.mark.parametrize(
    "source",
    [
        "def f(): return a.b",
        "def f(): return a.b\n",
        "@d(\n  1,\n)\ndef f():\n    return a.b\n",
        "class A:\n    @d\n    def f(self):\n        return a.b\n",
        "class A:\n\tdef f(self):\n\t\treturn a.b\n",
        "if x:\n    if y:\n        async def f():\n            return a.b\n",
        "'äöü'\nclass A:\n    def f(self, x='ß'):\n        'ö'\n        return a.b\n",
        "class A:\n    def f(self): return a.b; # ü\n    x = 1\n",
        "class A:\n    def f(self):\n        '''\nx\n'''\n        return a.b\n",
        "class A:\n    def f(self):\n# coding: latin-1\n        return a.b\n",
        "\f\nclass A:\n\f    def f(self):\n        return a.b\n",
        "class A:\n    \\\n  def f(self):\n        return a.b\n",
    ],
)
def test_body_lowered_alone_has_the_places_of_the_file(source: str) -> None:
    data = source.encode()
    summary = summarize(data)
    (function,) = _functions(summary.body)
    found = whole_function(data, summary.line_starts, function).body
    assert show(data, found[-1]) == "Return<return a.b>[Attr<b>[Name<a>['a'], 'b']]"


def test_functions_of_the_same_name_have_their_own_bodies() -> None:
    data = b"class A:\n    @property\n    def f(self): return 1\n    @f.setter\n    def f(self, v): pass\n"
    summary = summarize(data)
    bodies = [whole_function(data, summary.line_starts, function).body for function in _functions(summary.body)]
    assert [text(data, body[0].at) for body in bodies] == ["return 1", "pass"]


@pytest.mark.parametrize(
    "changed",
    [
        b"",
        b"x",
        b"def g(): return 1\n",
        b"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        b"class A:\n  x\n\n\n\n\n\n\n",
        b"def (((((((((((((((\n",
        b"\xff" * 40,
    ],
)
def test_function_whose_text_changed_is_an_error_at_its_line(changed: bytes) -> None:
    data = b"x = 1\ndef f():\n    return 1\n"
    summary = summarize(data)
    (function,) = _functions(summary.body)
    with pytest.raises(LoweringError) as caught:
        whole_function(changed, summary.line_starts, function)
    assert (caught.value.line, caught.value.problem) == (2, "the text of f changed while it was read")


def test_function_that_got_more_lines_is_read_with_its_new_lines() -> None:
    data = b"def f(): return aaaaaaaaaaaaa\n"
    changed = b"def f():\n return (1,\n\n\n\n\n2)\n"
    summary = summarize(data)
    (function,) = _functions(summary.body)
    (found,) = whole_function(changed, summary.line_starts, function).body
    assert text(changed, found.at) == "return (1,\n\n\n\n\n2)"


def test_warnings_of_the_parser_are_not_shown(recwarn: pytest.WarningsRecorder) -> None:
    summarize(b"x = '\\d'\ny = 1 is 1\n")
    assert list(recwarn) == []
