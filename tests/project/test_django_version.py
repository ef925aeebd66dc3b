from __future__ import annotations

import pytest

from orm_lint.project.django_version import django_version, newest, package_versions
from orm_lint.project.lockfiles import Requirement, caret, parse_requirement


def version(plant, files, declared=None):
    project = plant(files)
    return django_version(project.files, project.read_text, declared)


UV = '[[package]]\nname = "django"\nversion = "5.2.17"\n[[package]]\nname = "Django_MPTT"\nversion = "0.16.0"\n'


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("uv.lock", UV, (5, 2)),
        ("poetry.lock", UV, (5, 2)),
        ("pdm.lock", UV, (5, 2)),
        ("Pipfile.lock", '{"default": {"django": {"version": "==4.2.1"}}}', (4, 2)),
        ("requirements.txt", "# pins\nDjango==3.2.25  # old\n", (3, 2)),
        ("requirements.txt", "django[argon2]==5.1.2 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n", (5, 1)),
        ("requirements.txt", "django >= 4.2, < 5.0 ; python_version > '3.9'\n", (4, 2)),
        ("requirements/base.txt", "django~=5.1.0\n", (5, 1)),
        ("requirements/project-requirements.txt", "Django==4.2.17\n", (4, 2)),
        ("dependencies/pip/requirements.txt", "django==5.2.14\n", (5, 2)),
        ("pyproject.toml", '[project]\ndependencies = ["Django>=4.2,<6"]\n', (5, 2)),
        ("pyproject.toml", '[project.optional-dependencies]\ndjango = ["django<5.2"]\n', (5, 1)),
        ("pyproject.toml", '[dependency-groups]\ndev = ["django==6.0.*"]\n', (6, 0)),
        ("pyproject.toml", '[tool.poetry.dependencies]\ndjango = "^5.0"\n', (5, 2)),
        ("pyproject.toml", '[tool.poetry.dependencies]\ndjango = {version = "~5.1", extras = ["x"]}\n', (5, 1)),
        (
            "pyproject.toml",
            '[project]\nclassifiers = ["Framework :: Django :: 4.2", "Framework :: Django :: 5.0"]\n',
            (5, 0),
        ),
        ("setup.cfg", "[options]\ninstall_requires =\n    Django>=4.2,<5.1\n    x\n", (5, 0)),
        ("setup.py", 'setup(install_requires=["django>=4.2,<5.1; python_version>\'3\'", "x"])\n', (5, 0)),
        ("requirements.txt", "django\n", None),
        ("requirements.txt", "django-mptt==5.2\n", None),
        ("uv.lock", "[[package", None),
        ("Pipfile.lock", "[1", None),
    ],
)
def test_version_from_one_file(plant, path, text, expected):
    assert version(plant, {"manage.py": "", path: text}) == expected


def test_declared_version_wins(plant):
    assert version(plant, {"uv.lock": UV}, "4.2") == (4, 2)


def test_lock_wins_over_a_range(plant):
    assert version(plant, {"uv.lock": UV, "pyproject.toml": '[project]\ndependencies = ["django>=4.2"]\n'}) == (5, 2)


def test_included_requirements_are_read_and_may_include_each_other(plant):
    files = {
        "requirements.txt": "-r requirements/web.txt\n",
        "requirements/web.txt": "-r ../requirements.txt\n-c pins.txt\ndjango\n-r ../../outside.txt\n",
        "requirements/pins.txt": "django==5.0.1\n",
    }
    assert version(plant, files) == (5, 0)


def test_files_beside_manage_are_asked_before_those_above(plant):
    files = {"apps/api/manage.py": "", "requirements.txt": "django==5.1\n"}
    assert version(plant, files) == (5, 1)
    assert version(plant, {**files, "apps/api/requirements.txt": "django==4.2.9\n"}) == (4, 2)


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        (">=4.2", (6, 1)),
        (">=4.2,<5.0", (4, 2)),
        (">=4.2,<5", (4, 2)),
        ("<5.2.3", (5, 2)),
        ("<5.2.0", (5, 1)),
        ("<=5.1", (5, 1)),
        ("~=4.2", (4, 2)),
        ("~=5.0", (5, 2)),
        ("~=5.0.3", (5, 0)),
        ("==5.*", (5, 2)),
        (">=5.0,!=5.2.*", (6, 1)),
        ("<6,!=5.2.1", (5, 2)),
        ("<4.2", None),
        ("", None),
    ],
)
def test_newest_supported_version_in_a_range(specifier, expected):
    assert newest(specifier) == expected


def test_versions_of_all_packages(plant):
    project = plant(
        {
            "uv.lock": UV,
            "pyproject.toml": '[project]\ndependencies = ["django-taggit>=4.0,<5", "Django_MPTT>=0.1", "plain"]\n',
        }
    )
    assert package_versions(project.files, project.read_text) == {
        "django": "5.2.17",
        "django-mptt": "0.16.0",
        "django-taggit": "4.0",
    }


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Django == 4.2", Requirement("django", "== 4.2")),
        ("django_rest.framework[x,y]>=1,<2", Requirement("django-rest-framework", ">=1,<2")),
        ("django (>=4.2)", Requirement("django", ">=4.2")),
        ("django @ https://example.org/d.zip", Requirement("django", "")),
        ("--no-binary :all:", None),
        ("# django==1", None),
        ("", None),
        ("./local", None),
    ],
)
def test_requirement_lines(entry, expected):
    assert parse_requirement(entry) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("^4.2", ">=4.2,<5"),
        ("~4.2", "==4.2.*"),
        ("~4.2.1", "~=4.2.1"),
        ("4.2.1", "==4.2.1"),
        (">=4", ">=4"),
        ("*", "*"),
    ],
)
def test_poetry_versions(stated, expected):
    assert caret(stated) == expected
