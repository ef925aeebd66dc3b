"""Every fixture project is linted with all rules: exactly the findings of its `expected.txt`, on the marked lines.

Rules about a declaration have projects of their own, in `rules/CODE/`. Those about what code does have a package of
functions over one shared project, in `market/rules/CODE/`; `tests/judge/` runs these, too, on a database.
`python tests/rules/expected.py --write` writes the `expected.txt` of the shared project anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from orm_lint.engine.outcome import joined
from orm_lint.finding import Confidence, Finding
from orm_lint.project.project import Project, ProjectOptions, load_project
from orm_lint.rules import all_rules, documentation
from orm_lint.rules.base import Rule

FIXTURES = Path(__file__).parent.parent / "fixtures" / "rules"
MARKET = Path(__file__).parent.parent / "fixtures" / "market"
PACKAGES = sorted(path.name for path in (MARKET / "rules").glob("orm*"))
CASES = sorted(path.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("ORM*/*"))
RULES = [rule for rule in all_rules() if isinstance(rule, Rule)]
MARK = re.compile(r"# expect: (ORM\d{3}(?:, ORM\d{3})*)")
BLOCK = re.compile(r"^## (Example|Use instead)\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORTS = """\
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Owner(models.Model):
    pass


"""


def read(folder: Path) -> Project:
    return load_project(folder, ProjectOptions(frozen=True))


def findings(project: Project) -> list[Finding]:
    return joined(finding for rule in RULES for finding in rule.check(project))


def written(finding: Finding) -> str:
    span = finding.span
    return f"{span.path}:{span.line}:{span.column}: {finding.code} {finding.message}"


def marked(folder: Path) -> Iterator[tuple[str, int, str]]:
    for path in sorted(folder.rglob("*.py")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if found := MARK.search(line):
                for code in found[1].split(", "):
                    yield path.relative_to(folder).as_posix(), number, code


@pytest.mark.parametrize("case", CASES)
def test_the_findings_are_exactly_those_expected(case: str) -> None:
    expected = FIXTURES / case / "expected.txt"
    lines = expected.read_text().splitlines() if expected.exists() else []
    assert [written(finding) for finding in findings(read(FIXTURES / case))] == lines


@pytest.mark.parametrize("case", CASES)
def test_the_findings_stand_on_the_marked_lines(case: str) -> None:
    found = findings(read(FIXTURES / case))
    assert sorted((one.span.path, one.span.line, one.code) for one in found) == sorted(marked(FIXTURES / case))


@cache
def market() -> tuple[Finding, ...]:
    """What is shown by default in the shared project."""
    return tuple(one for one in findings(read(MARKET)) if one.confidence >= Confidence.MEDIUM)


def of_package(path: str) -> str:
    """The package of a rule that a module lies in; nothing for the modules that all share."""
    return path.split("/")[1] if path.startswith("rules/orm") else ""


@pytest.mark.parametrize("package", ["", *PACKAGES])
def test_the_findings_of_a_package_are_exactly_those_expected(package: str) -> None:
    expected = MARKET / "rules" / package / "expected.txt" if package else MARKET / "expected.txt"
    found = [one for one in market() if of_package(one.span.path) == package]
    assert [written(one) for one in found] == expected.read_text().splitlines()


@pytest.mark.parametrize("package", ["", *PACKAGES])
def test_the_findings_of_a_package_stand_on_the_marked_lines(package: str) -> None:
    found = [(one.span.path, one.span.line, one.code) for one in market()]
    of_marks = [mark for mark in marked(MARKET) if of_package(mark[0]) == package]
    assert sorted(place for place in found if of_package(place[0]) == package) == sorted(of_marks)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_has_at_least_five_findings_and_eight_look_alikes(package: str) -> None:
    codes = [code for path, _, code in marked(MARKET) if of_package(path) == package]
    modules = (path.read_text() for path in (MARKET / "rules" / package).glob("*.py"))
    assert codes.count(package.upper()) >= 5
    assert sum(len(re.findall(r"^(?:async )?def ok_", text, re.MULTILINE)) for text in modules) >= 8


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.code.lower() not in PACKAGES])
def test_a_rule_has_at_least_five_findings_and_two_cases(code: str) -> None:
    cases = [case for case in CASES if case.startswith(code)]
    lines = [line for case in cases for _, _, line in marked(FIXTURES / case) if line == code]
    assert len(cases) >= 2
    assert len(lines) >= 5


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_documented_example_is_found_and_its_repair_is_not(rule: Rule, tmp_path: Path) -> None:
    blocks = dict(BLOCK.findall(documentation(rule)))
    assert _codes(rule, blocks["Example"], tmp_path / "bad") == {rule.code}
    assert _codes(rule, blocks["Use instead"], tmp_path / "good") == set()


def _codes(rule: Rule, code: str, folder: Path) -> set[str]:
    (folder / "shop").mkdir(parents=True)
    settings = code if "DATABASES" in code else 'INSTALLED_APPS = ["django.contrib.contenttypes", "shop"]\n'
    (folder / "settings.py").write_text(settings)
    (folder / "manage.py").write_text('import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n')
    (folder / "shop" / "__init__.py").write_text("")
    (folder / "shop" / "models.py").write_text(IMPORTS + (code if "models." in code else ""))
    return {finding.code for finding in rule.check(read(folder))}


def test_what_only_the_environment_states_is_less_sure() -> None:
    found = findings(read(FIXTURES / "ORM601" / "url"))
    assert [(one.relation, one.confidence) for one in found] == [
        ("default", Confidence.HIGH),
        ("replica", Confidence.MEDIUM),
        ("reports", Confidence.MEDIUM),
    ]


def test_a_base_class_that_cannot_be_read_makes_a_finding_less_sure(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").write_text("")
    (tmp_path / "shop" / "models.py").write_text(
        "from django.db import models\n"
        "from elsewhere import Mixin\n\n\n"
        "class Ad(Mixin, models.Model):\n"
        "    code = models.CharField(max_length=8, unique=True, db_index=True)\n"
    )
    [found] = findings(read(tmp_path))
    assert (found.code, found.span.line, found.confidence) == ("ORM506", 6, Confidence.MEDIUM)
    assert (found.model, found.relation) == ("shop.Ad", "code")


def test_the_end_of_a_finding_is_that_of_the_name_or_the_argument() -> None:
    first = findings(read(FIXTURES / "ORM506" / "bad"))[0].span
    assert (first.line, first.column, first.end_line, first.end_column) == (7, 41, 7, 54)
    generic = findings(read(FIXTURES / "ORM501" / "bad"))[0].span
    assert (generic.line, generic.column, generic.end_line, generic.end_column) == (9, 5, 9, 10)
