"""What is left of a file that holds a statement too deep for the parser."""

from __future__ import annotations

import pytest

from orm_lint.ir.from_python import LoweringError, TooDeepError, parse
from orm_lint.ir.shallow import shallow_part

DEEP = b" + ".join([b"a"] * 20_000)


def test_only_the_deep_statement_is_blanked_and_nothing_moves() -> None:
    head, tail = b"x = 1\n@d\nclass A:\n    b = '''\nc'''\n", b"\nif x:\n    y\nelse:\n    z\n# end\n"
    rest, deep = shallow_part(head + b"t = " + DEEP + tail)
    assert rest == head + b" " * (4 + len(DEEP)) + tail
    assert deep == (6,)


def test_a_deep_statement_of_several_lines_keeps_its_line_ends() -> None:
    rest, deep = shallow_part(b"t = (\n" + DEEP + b"\n)\nu = 1\n")
    assert (len(rest), rest.split(), rest.count(b"\n"), deep) == (len(DEEP) + 15, [b"u", b"=", b"1"], 4, (1,))


def test_a_definition_goes_with_its_decorators_and_every_branch_with_its_if() -> None:
    rest, deep = shallow_part(b"@d\n@e\ndef f():\n    " + DEEP + b"\nif x:\n  pass\nelif y:\n  " + DEEP + b"\nz\n")
    assert (rest.split(), deep) == ([b"z"], (1, 5))


def test_what_is_no_python_besides_is_left_to_the_parser() -> None:
    rest, deep = shallow_part(b"t = " + DEEP + b"\nx = = 1\n")
    assert deep == (1,)
    with pytest.raises(LoweringError) as caught:
        parse(rest)
    assert (caught.value.line, caught.value.problem) == (2, "invalid syntax")


def test_statements_that_cannot_be_told_apart() -> None:
    with pytest.raises(TooDeepError):
        shallow_part(b"t = (\n")


def test_a_line_too_long_for_the_tokenizer_costs_the_file():
    with pytest.raises(TooDeepError):
        shallow_part(b"x = 1\ny = " + b" + ".join([b"a"] * 50_000) + b"\n")
