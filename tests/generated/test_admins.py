"""Generated admin classes: what the linter says of them is what their pages do.

500 programs in CI; `ORM_LINT_ADMINS=10000` for the long run. The seeds are fixed, as in `test_generated`.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.generated.admins import programs
from tests.generated.compare import described, figures, generated, judge

pytestmark = pytest.mark.hypothesis  # the full tier selects these

CHUNK = 250
COUNT = int(os.environ.get("ORM_LINT_ADMINS", "500"))
SHOWN = 3
MEASURED_BY = "tests.generated.measure_admin"
REACHED = (
    "read:foreign key", "read:chain", "read:set iterated", "read:one to one", "fit:none", "fit:listed", "fit:rows",
    "fit:other", "actions", "list_filter", "list_editable", "inherits", "inlines", "raw_id_fields", "readonly_fields",
    "formfield_for_foreignkey", "formfield_for_manytomany", "formfield_for_dbfield", "get_form", "form class", "form:fields", "form:fieldsets", "form:exclude", "form:get_fields",
    "form:all",
)  # fmt: skip
LEAST = 5


@pytest.mark.parametrize("chunk", range(COUNT // CHUNK))
def test_the_linter_and_the_pages_agree(chunk: int, capsys: pytest.CaptureFixture[str]) -> None:
    judged = judge(generated(CHUNK, chunk, programs), measured_by=MEASURED_BY)
    with capsys.disabled():
        print(f"\nadmin chunk {chunk}: {figures(judged)}")
    wrong = [one for one in judged if one.disagrees][:SHOWN]
    assert "\n\n".join(described(one, MEASURED_BY) for one in wrong) == ""
    kinds = Counter(one.measured for one in judged)
    assert kinds["grows"] >= 0.3 * CHUNK
    assert kinds["silent"] >= 0.3 * CHUNK
    assert kinds["raises"] <= 0.05 * CHUNK
    assert kinds["unclear"] + kinds["mixed"] <= 0.05 * CHUNK


def test_the_programs_reach_what_an_admin_class_says() -> None:
    reached = Counter(mark for chunk in range(2) for one in generated(CHUNK, chunk, programs) for mark in one.reached)
    assert [mark for mark in REACHED if reached[mark] < LEAST] == []
