"""Seeded faults: generated programs notice each one, within 2,000 programs.

CI plants every tenth fault; `ORM_LINT_MUTANTS=all` plants all of them (the full tier).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.generated.compare import Judged, generated, judge, lint
from tests.generated.mutants import MUTANTS, Mutant, planted

pytestmark = pytest.mark.hypothesis  # the full tier selects these

COUNT = 2000
CHUNK = 500
FEW = 100  # most faults show in the first programs
EVERY = 1 if os.environ.get("ORM_LINT_MUTANTS") == "all" else 10


@pytest.fixture(scope="module")
def judged() -> list[list[Judged]]:
    """The programs in chunks, judged by the package as it is; a chunk is made when a fault asks for it."""
    return []


def chunks(known: list[list[Judged]]) -> Iterator[list[Judged]]:
    for number in range(COUNT // CHUNK):
        if number == len(known):
            known.append(judge(generated(CHUNK, number)))
        yield known[number]


def caught(known: list[list[Judged]], package: Path) -> Judged | None:
    """The first program on which the package with a fault is wrong, and the package as it is, is not."""
    for chunk in chunks(known):
        agreed = [one for one in chunk if one.measured in ("grows", "silent") and not one.disagrees]
        for start in range(0, len(agreed), FEW):
            part = agreed[start : start + FEW]
            for one, facts in zip(part, lint([found.program for found in part], package), strict=True):
                if bool(facts) != (one.measured == "grows"):
                    return one
    return None


@pytest.mark.parametrize("mutant", MUTANTS[::EVERY], ids=lambda mutant: mutant.what)
def test_generated_programs_notice_the_fault(mutant: Mutant, judged: list[list[Judged]], tmp_path: Path) -> None:
    assert caught(judged, planted(mutant, tmp_path)) is not None


def test_there_are_sixty_faults_and_each_can_be_planted(tmp_path: Path) -> None:
    assert len(MUTANTS) >= 60
    for number, mutant in enumerate(MUTANTS):
        planted(mutant, tmp_path / str(number))
