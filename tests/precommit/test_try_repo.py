"""`try-repo`: the hooks installed anew, without any configuration, with the report that people see first."""

from __future__ import annotations

from tests.precommit.project import CHANGED_MODELS, DEFECT, FINDING_IN_VIEW, report
from tests.precommit.support import Repository, Run, failed

IN_VIEW = (
    FINDING_IN_VIEW,
    "7 |     titles = [order.title for order in Order.objects.filter(is_open=True)]",
    "  |                     ^^^^^",
    "  = origin: shop/views.py:7:54 the rows come from here",
    "  = loop: shop/views.py:7:31 repeated by this loop",
    "  = call: shop/views.py:7:21 called by `order.title`",
    "  = read: shop/models.py:15:41 `self.customer` asks the database",
)


def test_a_new_file_with_a_defect_and_a_changed_model_that_breaks_an_unchanged_view(
    repository: Repository, hooks: Repository
) -> None:
    repository.stage("shop/reports.py", DEFECT)
    repository.stage("shop/models.py", CHANGED_MODELS)
    shown = (*report("shop/reports.py"), *IN_VIEW, "2 findings in 7 files")
    both = failed(*shown).hooks + failed(*shown, name="orm-lint (whole project)").hooks
    tried = repository.pre_commit("try-repo", str(hooks.root), "--hook-stage", "manual")
    assert tried == Run(1, both)
