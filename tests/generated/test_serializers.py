"""Generated programs whose rows are shown by serializers: what the linter says of them is what the database does.

500 programs in CI; `ORM_LINT_SERIALIZERS=10000` for the long run.
"""

from __future__ import annotations

import os

import pytest

from tests.generated.compare import figures, generated, judge
from tests.generated.serializers import programs
from tests.generated.test_generated import shown

pytestmark = pytest.mark.hypothesis  # the full tier selects these

CHUNK = 500
COUNT = int(os.environ.get("ORM_LINT_SERIALIZERS", "500"))


@pytest.mark.parametrize("chunk", range(COUNT // CHUNK))
def test_the_linter_and_the_database_agree_on_serializers(chunk: int, capsys: pytest.CaptureFixture[str]) -> None:
    judged = judge(generated(CHUNK, chunk, programs))
    with capsys.disabled():
        print(f"\nserializers, chunk {chunk}: {figures(judged)}")
    assert shown(judged) == ""
    assert sum(one.measured == "grows" for one in judged) >= 0.3 * CHUNK
    assert sum(one.measured == "silent" for one in judged) >= 0.3 * CHUNK
    assert sum(one.measured == "raises" for one in judged) <= 0.1 * CHUNK
