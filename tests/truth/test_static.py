"""The linter's verdict on every program of the truth table equals what the database said, version by version."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.truth.unsupported import UNSUPPORTED
from tests.truth.verdicts import (
    VERSIONS,
    Verdict,
    agrees,
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
    assert len(rows()) == 2_724
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
