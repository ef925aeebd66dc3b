"""Text made to exhaust a parser: what is one bad statement costs that statement, what is one bad file that file."""

from __future__ import annotations

import pytest

from tests.hostile.conftest import GOOD

FOUND = [("bad/models.py", 9, "ORM501"), ("bad/models.py", 10, "ORM506")]
LOST = [*FOUND, ("bad/models.py", 11, "ORM902")]

READ_WHOLE = {
    "sum of 300": "x = " + " + ".join(["a"] * 300),
    "sum of 900": "x = " + " + ".join(["a"] * 900),
    "attributes": "x = a" + ".b" * 900,
    "calls": "x = a" + ".b()" * 400,
    "not": "x = " + "not " * 900 + "a",
    "powers": "x = " + "**".join(["a"] * 900),
    "lambdas": "x = " + "lambda: " * 900 + "1",
    "conditions": "x = " + "1 if a else " * 900 + "1",
    "and": "x = " + " and ".join(["a"] * 50_000),
    "comparisons": "x = " + " < ".join(["a"] * 20_000),
    "elif": "if a: pass\n" + "elif b: pass\n" * 900,
    "20,000 lines of one function": "def f():\n" + "    x = foo(1).bar[2]\n" * 20_000,
    "one name bound 50,000 times": "x = foo.bar(1)\n" * 50_000,
    "indentation": "".join(" " * depth + "if x:\n" for depth in range(99)) + " " * 99 + "pass",
    "functions in functions": "".join(" " * n + f"def f{n}():\n" for n in range(99)) + " " * 99 + "pass",
    "patterns": "match x:\n"
    + "".join(f"  case {{'a': [A(x={n}), *_, {{**r}}], **z}} as q if q: pass\n" for n in range(500)),
    "nested patterns": "match x:\n  case " + "[" * 150 + "]" * 150 + ": pass",
    "hexadecimal": "x = 0x" + "f" * 100_000,
    "infinity": "x = 1e999999; y = -1e9999j",
    "half a million letters": "x = '" + "é" * 500_000 + "'",
}
ONE_STATEMENT_LOST = {
    "sum of 20,000": "x = " + " + ".join(["a"] * 20_000),
    "minus": "x = " + "-" * 50_000 + "a",
    "long elif": "if a: pass\n" + "elif b: pass\n" * 10_000,
    "calls": "x = a" + ".b()" * 20_000,
}
FILE_LOST = {
    "sum of 100,000": ("x = " + " + ".join(["a"] * 100_000), 1),
    "parentheses": ("x = " + "(" * 5000 + "1" + ")" * 5000, 1),
    "open brackets": ("x = 1\ny = " + "[" * 5000, 2),
    "a digit too much": ("x = " + "9" * 100_000, 1),
    "null bytes": ("x = 1\ny = '\0'\n", 1),
    "20 MB": ("x = 1\n" * (20 * 1024 * 1024 // 6), 1),
    "open string": ("x = '''", 1),
    "backslash": ("x = 1\\", 1),
}


@pytest.mark.parametrize("text", READ_WHOLE.values(), ids=READ_WHOLE.keys())
def test_text_that_is_long_or_deep_loses_nothing(root, lint, text: str) -> None:
    (root / "bad" / "models.py").write_text(f"{GOOD}{text}\n")
    assert lint().findings == FOUND


@pytest.mark.parametrize("text", ONE_STATEMENT_LOST.values(), ids=ONE_STATEMENT_LOST.keys())
def test_statement_beyond_the_parser_costs_itself_alone(root, lint, text: str) -> None:
    (root / "bad" / "models.py").write_text(f"{GOOD}{text}\n")
    assert lint().findings == LOST


@pytest.mark.parametrize(("text", "line"), FILE_LOST.values(), ids=FILE_LOST.keys())
def test_file_that_is_no_python_is_one_finding(root, lint, text: str, line: int) -> None:
    (root / "bad" / "models.py").write_text(text)
    outcome = lint()
    assert [path for path, *_ in outcome.findings] == ["bad/models.py"]
    assert [path for path, _ in outcome.unreadable] == ["bad/models.py"]


def test_settings_with_a_long_elif(root, lint) -> None:
    (root / "settings.py").write_text("if a: pass\n" + "elif b: pass\n" * 900 + "INSTALLED_APPS = ['shop', 'bad']\n")
    assert lint().findings == []


def test_three_thousand_files_that_do_not_parse(root, lint) -> None:
    for number in range(3000):
        (root / "bad" / f"m{number:04}.py").write_text("x = 1\nclass (\n")
    assert lint().unreadable == [(f"bad/m{number:04}.py", 2) for number in range(3000)]
