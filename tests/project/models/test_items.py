"""The elements of lists that are written in pieces."""

from __future__ import annotations

import pytest

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.items import are_calls, items
from tests.project.support import names_over


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("['a', 'b']", ["a", "b"]),
        ("('a',)", ["a"]),
        ("{'a'}", ["a"]),
        ("[]", []),
        ("['a'] + ['b'] + ['c']", ["a", "b", "c"]),
        ("[*['a'], 'b', *('c',)]", ["a", "b", "c"]),
        ("HERE", ["h1", "h2"]),
        ("[*HERE, 'x']", ["h1", "h2", "x"]),
        ("THERE + HERE", ["t", "h1", "h2"]),
        ("other.THERE", ["t"]),
        ("K.NAMES", ["k"]),
        ("list(HERE)", ["h1", "h2"]),
        ("tuple(['a'] + THERE)", ["a", "t"]),
        ("LOOP", []),
        ("undefined", []),
        ("call()", []),
        ("5", []),
    ],
)
def test_elements(written, expected):
    text = f"import other\nfrom other import THERE\nHERE = ['h1', 'h2']\nLOOP = LOOP\nclass K:\n    NAMES = ['k']\nasked = {written}\n"
    names = names_over({"m.py": text, "other.py": "THERE = ('t',)\n"})
    module = names.module("m")
    found = list(items(names, Argument(module.bindings.names["asked"][0].value, module)))
    assert [one.expr.value for one in found if isinstance(one.expr, ir.Const)] == expected


def test_an_element_knows_the_module_it_stands_in():
    names = names_over({"m.py": "from other import X\nasked = ['a'] + X\n", "other.py": "X = ['b']\n"})
    module = names.module("m")
    found = items(names, Argument(module.bindings.names["asked"][0].value, module))
    assert [one.module.name for one in found] == ["m", "other"]


def test_nothing_has_no_elements():
    assert list(items(names_over({}), None)) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[A(), m.B(x=1)]", True),
        ("[]", True),
        ("[*CALLS, A()]", True),
        ("CALLS + [A()]", True),
        ("list(CALLS)", True),
        ("[A(), B]", False),
        ("['a']", False),
        ("[*NAMES, A()]", False),
        ("[*made(), A()]", False),
        ("made()", False),
        ("undefined", False),
        ("[A() for a in CALLS]", False),
    ],
)
def test_lists_of_calls_that_are_known_whole(written, expected):
    names = names_over({"m.py": f"CALLS = (A(), B())\nNAMES = [CALLS]\nX = {written}\n"})
    module = names.module("m")
    assert are_calls(names, Argument(module.bindings.names["X"][0].value, module)) is expected


def test_a_list_that_is_not_stated_is_known():
    assert are_calls(names_over({}), None)
