"""Text made to break a reader: a LoweringError or a summary that can be stored, never anything else, in bounded time."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import msgspec
import pytest

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import LoweringError, Summary, summarize, whole_function
from orm_lint.ir.lower_expr import DEEPEST_CHAIN

VERY_DEEP = {
    "parentheses": "(" * 5000 + ")" * 5000,
    "calls": "a" + ".b()" * 5000,
    "sum": "x = " + "+".join("a" * 100_000),
    "minus": "x = " + "-" * 5000 + "1",
    "elif": "if a: pass\n" + "elif a: pass\n" * 3000,
    "lists": "x = " + "[" * 300 + "]" * 300,
    "indentation": "".join(" " * depth + "if a:\n" for depth in range(150)) + " " * 150 + "pass",
}
STORABLE = {
    "calls": "a" + ".b()" * 95,
    "calls to the limit": "a" + ".b" * DEEPEST_CHAIN,
    "sum": "x = " + "+".join("a" * DEEPEST_CHAIN),
    "elif": "if a: pass\n" + "elif a: pass\n" * (DEEPEST_CHAIN - 1),
    "subscripts": "a" + "[0]" * 900,
    "power": "x = " + "**".join("a" * 900),
    "not": "x = " + "not " * 900 + "a",
    "lambda": "x = " + "lambda: " * 900 + "1",
    "condition": "x = " + "a if b else " * 900 + "c",
    "lists": "x = " + "[" * 150 + "]" * 150,
    "dicts": "x = " + "{1: " * 150 + "1" + "}" * 150,
    "keywords": "x = " + "f(a=" * 120 + "1" + ")" * 120,
    "lambdas in parentheses": "x = " + "(lambda: " * 90 + "1" + ")" * 90,
    "flat or": "x = " + " or ".join("a" * 20_000),
    "flat comparison": "x = " + " < ".join("a" * 20_000),
    "flat list": "x = [" + "a.b(c)," * 20_000 + "]",
    "long string": "x = '" + "a" * 1_000_000 + "'",
    "hexadecimal": "x = 0x" + "f" * 10_000,
    "surrogate": r"x = '\ud800', f'\ud800{a}'",
    "empty": "",
    "form feeds": "\f\ndef f():\f\n\f  return 1\n",
}

IN_ANOTHER_PROCESS = """
import sys, msgspec
from orm_lint.ir.from_python import LoweringError, Summary, summarize
try:
    summary = summarize(sys.stdin.buffer.read())
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=Summary) == summary
except LoweringError as error:
    assert any(word in error.problem for word in ("nested", "too many")), error.problem
"""


@pytest.mark.parametrize("source", VERY_DEEP.values(), ids=VERY_DEEP.keys())
def test_nesting_beyond_all_bounds_is_an_error_of_the_file_or_can_be_stored(source: str) -> None:
    start = time.process_time()
    with contextlib.suppress(LoweringError):
        summary = summarize(source.encode())
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=Summary) == summary
    assert time.process_time() - start < 5


@pytest.mark.parametrize("source", VERY_DEEP.values(), ids=VERY_DEEP.keys())
def test_nesting_beyond_all_bounds_does_not_crash_the_interpreter(source: str) -> None:
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    done = subprocess.run(command, input=source.encode(), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("source", STORABLE.values(), ids=STORABLE.keys())
def test_what_is_within_the_bounds_can_be_stored(source: str) -> None:
    summary = summarize(source.encode())
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=Summary) == summary


def test_sum_too_long_to_be_nested_is_one_operation_over_all_its_operands() -> None:
    (statement,) = summarize(("x = " + "+".join("abc" * 300)).encode()).body
    assert isinstance(statement, ir.Assign)
    assert isinstance(statement.value, ir.Op)
    names = [operand.id for operand in statement.value.operands if isinstance(operand, ir.Name)]
    assert (statement.value.op, "".join(names)) == ("+", "abc" * 300)
    assert ir.unpack(statement.value.at) == (4, 4 + 2 * 900 - 1)


def test_sum_and_difference_too_long_to_be_nested_keeps_its_operands_alone() -> None:
    (statement,) = summarize(("x = a" + " - b + c" * 200).encode()).body
    assert isinstance(statement, ir.Assign)
    assert isinstance(statement.value, ir.Op)
    assert (statement.value.op, len(statement.value.operands)) == ("?", 401)


def test_chain_too_long_to_be_nested_ends_in_what_nothing_is_known_of() -> None:
    (statement,) = summarize(("x = a" + ".b" * 900).encode()).body
    assert isinstance(statement, ir.Assign)
    expr: ir.Expr | None = statement.value
    depth = 0
    while isinstance(expr, ir.Attr):
        expr, depth = expr.value, depth + 1
    assert (depth, expr) == (DEEPEST_CHAIN + 1, ir.Op(4 << 24 | 1 + 2 * (900 - DEEPEST_CHAIN - 1), "?", ()))


def test_branches_of_an_elif_too_long_to_be_nested_are_all_there() -> None:
    source = "if a: x0\n" + "".join(f"elif a: x{number}\n" for number in range(1, 900)) + "else: x900\n"
    found: list[ir.Stmt] = []
    pending: list[ir.Stmt] = list(summarize(source.encode()).body)
    while pending:
        statement = pending.pop(0)
        if isinstance(statement, ir.If):
            pending = [*statement.then, *statement.other, *pending]
        else:
            found.append(statement)
    names = [
        statement.value.id
        for statement in found
        if isinstance(statement, ir.Do) and isinstance(statement.value, ir.Name)
    ]
    assert names == [f"x{number}" for number in range(901)]


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (b"a\0b", 1, "source code string cannot contain null bytes"),
        (b"x = 1\ny = (\n", 2, "'(' was never closed"),
        (b"x = 1\nreturn return\n", 2, "invalid syntax"),
        (b"if a:\nb\n", 2, "expected an indented block after 'if' statement on line 1"),
    ],
)
def test_text_that_is_not_python_is_named_with_its_line(data: bytes, line: int, problem: str) -> None:
    with pytest.raises(LoweringError) as caught:
        summarize(data)
    assert (caught.value.line, caught.value.problem) == (line, problem)


def test_decimal_number_of_ten_thousand_digits_is_an_error_of_the_file() -> None:
    with pytest.raises(LoweringError, match=r"Exceeds the limit \(4300 digits\)"):
        summarize(b"x = " + b"1" * 10_000)


def test_bytes_that_are_not_utf_8_are_an_error_of_the_file() -> None:
    with pytest.raises(LoweringError):
        summarize(b"x = '\xff'\n")


def test_function_of_twenty_thousand_lines_is_lowered_in_bounded_time() -> None:
    data = b"def f():\n" + b"    x = a.b\n" * 20_000
    start = time.process_time()
    summary = summarize(data)
    (function,) = summary.body
    assert isinstance(function, ir.Stub)
    assert len(whole_function(data, summary.line_starts, function).body) == 20_000
    assert time.process_time() - start < 10


def test_bodies_of_many_functions_do_not_read_the_whole_file_each() -> None:
    data = "".join(f"def f{number}(größe):\n    return größe.x\n" for number in range(2000)).encode()
    summary = summarize(data)
    start = time.process_time()
    for function in summary.body:
        assert isinstance(function, ir.Stub)
        assert len(whole_function(data, summary.line_starts, function).body) == 1
    assert time.process_time() - start < 5
