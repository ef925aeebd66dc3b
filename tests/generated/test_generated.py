"""Generated programs: what the linter says of them is what the database does.

2,000 programs in CI; `ORM_LINT_PROGRAMS=50000` for the long run. The seeds are fixed: a change fails for what it changes.
A disagreement is printed as the smallest program that shows it, with the facts and the counts.
"""

from __future__ import annotations

import os

import pytest

from tests.generated.compare import Judged, described, disagreements, figures, generated, judge
from tests.generated.coverage import coverage, crossing, eager, shape
from tests.generated.shrink import shrunk

pytestmark = pytest.mark.hypothesis  # the full tier selects these

CHUNK = 500
COUNT = int(os.environ.get("ORM_LINT_PROGRAMS", "2000"))
SHOWN = 3


def shown(judged: list[Judged]) -> str:
    """The first disagreements, made small."""
    found = list(disagreements(judged))[:SHOWN]
    return "\n\n".join(described(shrunk(one, judge)) for one in found)


@pytest.mark.parametrize("chunk", range(COUNT // CHUNK))
def test_the_linter_and_the_database_agree(chunk: int, capsys: pytest.CaptureFixture[str]) -> None:
    programs = generated(CHUNK, chunk)
    judged = judge(programs)
    grows = sum(one.measured == "grows" for one in judged)
    with capsys.disabled():
        print(f"\nchunk {chunk}: {figures(judged)}; {shape(programs, grows)}")
    assert shown(judged) == ""
    assert grows >= 0.3 * CHUNK
    assert sum(one.measured == "raises" for one in judged) <= 0.1 * CHUNK
    assert sum(one.measured in ("mixed", "unclear") for one in judged) <= 0.1 * CHUNK


def test_the_programs_reach_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    programs = [one for chunk in range(2000 // CHUNK) for one in generated(CHUNK, chunk)]
    reached = coverage(programs)
    with capsys.disabled():
        print("", *reached, sep="\n")
    assert [covered.name for covered in reached if covered.share < 0.95] == []
    assert eager(programs) >= 0.3 * len(programs)
    assert crossing(programs) >= 0.5 * len(programs)
