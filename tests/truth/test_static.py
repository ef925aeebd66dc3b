"""The linter's verdict on every program of the truth table equals what the database said, version by version."""

from __future__ import annotations

import ast
from collections import Counter
from types import SimpleNamespace

import pytest

from tests.truth.unsupported import UNSUPPORTED
from tests.truth.verdicts import (
    PROJECT,
    VERSIONS,
    Verdict,
    agrees,
    by_program,
    counted,
    outcome,
    rows,
    source_of,
    static_verdicts,
    wrong_versions,
)

MOST_UNSUPPORTED = 0.10


@pytest.fixture(scope="module")
def verdicts() -> dict[str, dict[str, Verdict]]:
    return {version: static_verdicts(version) for version in VERSIONS}


def test_no_row_of_the_truth_table_is_wrong(verdicts):
    outcomes = {row: outcome(row, verdicts) for row in rows()}
    print(counted(outcomes))
    wrong = [row for row, result in outcomes.items() if result == "wrong"]
    shown = [f"{row.per_row} measured: {wrong_versions(row, verdicts)}\n{source_of(row)}" for row in wrong[:5]]
    assert not wrong, f"{len(wrong)} rows are wrong\n\n" + "\n\n".join(shown)
    assert Counter(outcomes.values())["unsupported"] < MOST_UNSUPPORTED * len(outcomes)


def test_every_unsupported_program_differs_somewhere(verdicts):
    differing = {row.case for row in rows() if wrong_versions(row, verdicts)}
    assert set(UNSUPPORTED) - differing == set()


def test_the_table_is_complete():
    others = ("admin_form", "admin_list", "serializers", "views")
    count = Counter(row.file if row.file in others else "queries" for row in rows())
    assert count == {"queries": 2_724, "serializers": 152, "views": 27, "admin_list": 122, "admin_form": 16}
    assert {version for row in rows() for version in row.versions} == set(VERSIONS)


def test_a_growing_row_wants_a_fact_per_row():
    grows = next(row for row in rows() if row.case == "case_0001")
    assert (grows.construct, grows.setup, grows.per_row) == ("obj.fk", "nothing", 1.0)
    assert agrees(grows, Verdict(per_row=True))
    assert not agrees(grows, Verdict())


def test_a_row_that_raises_in_async_code_wants_to_be_told():
    raises = next(row for row in rows() if row.case == "case_2642")
    assert raises.error == "SynchronousOnlyOperation"
    assert agrees(raises, Verdict(raises=True))
    assert not agrees(raises, Verdict())
    assert not agrees(raises, Verdict(per_row=True, raises=True))


def test_each_program_says_which_row_it_is():
    rows_of = {(row.file, row.case): f"{row.construct} / {row.setup or '-'}" for row in reversed(rows())}
    documented = {
        (path.stem, node.name): ast.get_docstring(node)
        for path in (PROJECT / "programs").glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert documented == {key: text.strip() for key, text in rows_of.items()}


def fact(path: str, line: int, *trace: tuple[str, int], **marks: bool) -> SimpleNamespace:
    """As much of a read as the attribution looks at."""
    stations = tuple(SimpleNamespace(place=SimpleNamespace(path=p, line=at)) for p, at in trace)
    place = SimpleNamespace(path=path, line=line)
    known = {"per_row": False, "in_async": False, **marks}
    return SimpleNamespace(place=place, site=place, trace=stations, relation="author", text="b.author", **known)


def line_of(case: str, file: str) -> int:
    text = (PROJECT / "programs" / f"{file}.py").read_text("utf-8")
    return text[: text.index(f"def {case}(")].count("\n") + 1


def test_a_fact_belongs_to_the_program_it_stands_in_or_came_from():
    here = fact("programs/forward.py", line_of("case_0001", "forward") + 3, per_row=True)
    helper = fact("app/models.py", 60, ("programs/forward.py", line_of("case_0212", "forward") + 4), per_row=True)
    elsewhere = fact("app/models.py", 60, per_row=True)
    once = fact("programs/forward.py", line_of("case_0206", "forward") + 2)
    found = by_program(SimpleNamespace(reads=(here, helper, elsewhere), queries=(once,)))
    assert {case: verdict.per_row for case, verdict in found.items()} == {
        "case_0001": True,
        "case_0212": True,
        "case_0206": False,
    }


def test_what_raises_in_async_code_is_no_query_for_each_row():
    line = line_of("case_2642", "asynchronous") + 3
    found = by_program(
        SimpleNamespace(reads=(fact("programs/asynchronous.py", line, per_row=True, in_async=True),), queries=())
    )
    assert (found["case_2642"].per_row, found["case_2642"].raises) == (False, True)
