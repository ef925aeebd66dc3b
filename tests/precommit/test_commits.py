"""Files on their way into a commit: staged, staged in part, renamed, deleted, excluded, unreadable."""

from __future__ import annotations

from tests.precommit.project import CHANGED_MODELS, DEFECT, FINDING_IN_VIEW, MODELS, REPAIRED, VIEWS, finding
from tests.precommit.support import PYTHON, Repository, failed, passed, skipped

BLOCKED = failed(finding("shop/reports.py"))


def test_a_staged_file_with_a_defect_is_blocked_and_without_it_passes(repository: Repository) -> None:
    repository.stage("shop/reports.py", DEFECT)
    assert repository.pre_commit("run") == BLOCKED
    repository.stage("shop/reports.py", REPAIRED)
    assert repository.pre_commit("run") == passed("orm-lint")


def test_only_what_is_staged_of_a_file_counts(repository: Repository) -> None:
    repository.stage("shop/reports.py", REPAIRED)
    repository.write("shop/reports.py", DEFECT)
    assert repository.pre_commit("run") == passed("orm-lint")
    assert repository.read("shop/reports.py") == DEFECT


def test_a_repair_that_is_not_staged_does_not_count_and_is_still_there_afterwards(repository: Repository) -> None:
    repository.stage("shop/reports.py", DEFECT)
    repository.write("shop/reports.py", REPAIRED)
    assert repository.pre_commit("run") == BLOCKED
    assert (repository.read("shop/reports.py"), repository.git("show", ":shop/reports.py")) == (REPAIRED, DEFECT)


def test_a_staged_file_that_is_deleted_on_disk_counts_as_staged(repository: Repository) -> None:
    repository.stage("shop/reports.py", DEFECT)
    (repository.root / "shop/reports.py").unlink()
    assert repository.pre_commit("run") == BLOCKED
    assert not (repository.root / "shop/reports.py").exists()


def test_an_unstaged_change_of_another_file_does_not_count(repository: Repository) -> None:
    repository.write("shop/models.py", CHANGED_MODELS)
    repository.stage("shop/views.py", VIEWS + "\n")
    assert repository.pre_commit("run") == passed("orm-lint")
    assert repository.read("shop/models.py") == CHANGED_MODELS


def test_a_renamed_file_is_linted_under_its_new_name(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    repository.git("mv", "shop/reports.py", "shop/lists.py")
    assert repository.pre_commit("run") == failed(finding("shop/lists.py"))


def test_a_deleted_file_is_not_asked_for(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    repository.git("rm", "--quiet", "shop/reports.py")
    assert repository.pre_commit("run") == skipped("orm-lint")
    repository.stage("shop/views.py", VIEWS + "\n")
    assert repository.pre_commit("run") == passed("orm-lint")


def test_excluded_files_tests_and_migrations_pass_with_a_defect(repository: Repository) -> None:
    for path in ("legacy/reports.py", "shop/tests/test_reports.py", "shop/migrations/0001_initial.py"):
        repository.stage(path, DEFECT)
    assert repository.pre_commit("run") == passed("orm-lint")
    repository.stage("shop/reports.py", DEFECT)
    assert repository.pre_commit("run") == BLOCKED


def test_arguments_of_the_user_do_not_replace_those_of_the_hook(repository: Repository) -> None:
    config = repository.read(".pre-commit-config.yaml")
    repository.stage(".pre-commit-config.yaml", config.replace("concise]", "concise, --select, ORM101]"))
    repository.stage("legacy/reports.py", DEFECT)
    repository.stage("shop/models.py", CHANGED_MODELS)
    assert repository.pre_commit("run") == failed(FINDING_IN_VIEW)


def test_a_changed_model_is_blamed_for_the_view_that_it_breaks(repository: Repository) -> None:
    repository.stage("shop/models.py", CHANGED_MODELS)
    assert repository.pre_commit("run") == failed(FINDING_IN_VIEW)


def test_a_finding_that_leads_through_no_changed_file_is_left_to_the_other_hook(repository: Repository) -> None:
    repository.write("shop/reports.py", DEFECT)
    repository.commit()
    repository.stage("shop/models.py", MODELS + "\n")
    assert repository.pre_commit("run") == passed("orm-lint")
    assert repository.pre_commit("run", "orm-lint-all", "--hook-stage", "manual") == failed(
        finding("shop/reports.py"), name="orm-lint (whole project)"
    )


def test_a_configuration_that_is_wrong_is_one_line(repository: Repository) -> None:
    repository.stage("pyproject.toml", "[tool.orm_lint]\nselekt = []\n")
    repository.stage("shop/views.py", VIEWS + "\n")
    line = f"orm-lint: {repository.root}/pyproject.toml: tool.orm_lint.selekt: unknown key; did you mean select?"
    assert repository.pre_commit("run") == failed(line, exit_code=2)


def test_a_syntax_error_is_a_finding_and_the_other_files_are_linted(repository: Repository) -> None:
    repository.stage("shop/broken.py", "def (:\n")
    repository.stage("shop/reports.py", DEFECT)
    unreadable = f"shop/broken.py:1:1: ORM902 unreadable: invalid syntax (as Python {PYTHON} reads it)"
    assert repository.pre_commit("run") == failed(unreadable, finding("shop/reports.py"))


def test_a_template_alone_and_beside_a_view(repository: Repository) -> None:
    repository.stage("shop/templates/shop/orders.html", "{% for title in titles %}{{ title }}{% endfor")
    assert repository.pre_commit("run") == passed("orm-lint")
    repository.stage("shop/reports.py", DEFECT)
    assert repository.pre_commit("run") == BLOCKED


def test_files_of_no_kind_that_it_reads(repository: Repository) -> None:
    repository.stage("README.md", "for order in Order.objects.all(): order.customer.name\n")
    assert repository.pre_commit("run") == skipped("orm-lint")


def test_names_with_spaces_and_letters_of_any_kind(repository: Repository) -> None:
    repository.stage("shop/übersicht der größten.py", DEFECT)
    assert repository.pre_commit("run") == failed(finding("shop/übersicht der größten.py"))
