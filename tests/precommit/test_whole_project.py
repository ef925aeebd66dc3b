"""orm-lint-all: the whole project, before a push and in CI, whatever has changed."""

from __future__ import annotations

import sys

from tests.precommit.project import DEFECT, FILES, MODELS, finding
from tests.precommit.support import PYTHON, Hook, Repository, Run, failed, passed

ALL = "orm-lint (whole project)"
BLOCKED = failed(finding("shop/reports.py"), name=ALL)


def test_it_runs_on_push_and_by_hand_without_a_change(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    for stage in ("pre-push", "manual"):
        nothing_changed = Hook("orm-lint", "Skipped")
        assert repository.pre_commit("run", "--hook-stage", stage) == Run(1, (nothing_changed, *BLOCKED.hooks))


def test_it_does_not_run_on_commit(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    repository.stage("shop/views.py", "\n")
    assert repository.pre_commit("run") == passed("orm-lint")


def test_a_clean_project_passes_with_excluded_files_tests_and_migrations(repository: Repository) -> None:
    for path in ("legacy/reports.py", "shop/tests/test_reports.py", "shop/migrations/0001_initial.py"):
        repository.write(path, DEFECT)
    repository.commit()
    assert repository.pre_commit("run", "--hook-stage", "pre-push", "--all-files") == passed("orm-lint", ALL)


def test_all_files(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    both = Run(1, (*failed(finding("shop/reports.py")).hooks, *BLOCKED.hooks))
    assert repository.pre_commit("run", "--hook-stage", "manual", "--all-files") == both


def test_it_sees_what_leads_through_no_changed_line(repository: Repository) -> None:
    """The limit of the other hook: the way from the rows to the read does not touch the manager."""
    manager = "\n    objects = models.Manager.from_queryset(Orders)()\n"
    queryset = MODELS.replace(
        "class Order(", "class Orders(models.QuerySet):\n    def shown(self):\n        return self{}\n\n\nclass Order("
    )
    models = queryset.replace("    @property", f"{manager}\n    @property")
    repository.write("shop/models.py", models.replace("self{}", 'self.select_related("customer").filter(is_open=True)'))
    repository.write("shop/reports.py", DEFECT.replace("filter(is_open=True)", "shown()"))
    repository.commit()
    assert repository.pre_commit("run", "orm-lint-all", "--hook-stage", "manual") == passed(ALL)
    repository.stage("shop/models.py", models.replace("self{}", "self.filter(is_open=True)"))
    assert repository.pre_commit("run") == passed("orm-lint")
    assert repository.pre_commit("run", "orm-lint-all", "--hook-stage", "manual") == BLOCKED


def test_files_that_git_does_not_know_count_unless_they_are_ignored(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    assert repository.pre_commit("run", "orm-lint-all", "--hook-stage", "manual") == BLOCKED
    repository.write(".gitignore", "reports.py\n")
    assert repository.pre_commit("run", "orm-lint-all", "--hook-stage", "manual") == passed(ALL)


def test_what_is_installed_beside_the_project_does_not_count(repository: Repository) -> None:
    base = MODELS.replace("class Order(", "class Ordered(").replace(
        "is_open = ", "class Meta:\n        abstract = True\n\n    is_open = "
    )
    repository.write(f".venv/lib/python{PYTHON}/site-packages/ordered/models.py", base)
    repository.write("pyproject.toml", FILES["pyproject.toml"] + 'python-environment = ".venv"\n')
    repository.write("shop/models.py", "from ordered.models import Ordered\n\n\nclass Order(Ordered):\n    pass\n")
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    seen = repository.call(sys.executable, "-m", "orm_lint", "check", "--output-format", "concise")
    assert finding("shop/reports.py") in seen.stdout
    assert repository.pre_commit("run", "--hook-stage", "manual", "--all-files") == passed("orm-lint", ALL)
