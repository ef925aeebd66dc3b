"""A project that was loaded: what it holds, what it could not read, what it counts."""

from __future__ import annotations

import pytest

from orm_lint.errors import UnreadableFileError
from orm_lint.project.project import ProjectOptions, load_project
from tests.project.support import MANAGE, SETTINGS, loaded, written

MODELS = """\
from absent.models import Gone
from django.db import models


class Ad(models.Model):
    owner = models.ForeignKey("auth.User", models.CASCADE)
    lost = models.ForeignKey("nowhere.Thing", models.CASCADE)


class Half(Gone, models.Model):
    pass
"""
FILES = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}


def test_what_was_seen_and_what_was_not_is_counted(tmp_path):
    project = loaded(tmp_path, FILES)
    own = [model for model in project.models if model.place.module.evidence == "project"]
    assert [(model.label, model.is_complete) for model in own] == [("shop.Ad", True), ("shop.Half", False)]
    counted = project.statistics
    assert counted["contexts"] == 1
    assert counted["relations"] == 2
    assert counted["relations without a target: no app with the label nowhere holds such a model"] == 1
    assert (counted["files read"], counted["lines read"]) == (project.files_read, project.lines_read)


def test_the_overlay_replaces_and_adds_files(tmp_path):
    written(tmp_path, FILES)
    overlay = {
        "shop/models.py": "from django.db import models\nclass New(models.Model):\n    pass\n",
        "extra/__init__.py": "",
        "extra/models.py": "from django.db import models\nclass Added(models.Model):\n    pass\n",
    }
    project = load_project(tmp_path, ProjectOptions(frozen=True), overlay)
    own = [model.label for model in project.models if model.place.module.evidence == "project"]
    assert own == ["extra.Added", "shop.New"]
    assert project.source("shop/models.py").data.decode() == overlay["shop/models.py"]


def test_a_broken_file_is_one_notice_and_the_rest_is_read(tmp_path):
    project = loaded(tmp_path, {**FILES, "shop/broken.py": "def (:\n", "shop/latin.py": "x = 1\n"})
    (tmp_path / "shop/bytes.py").write_bytes(b"x = '\xff\xfe'\n")
    project = loaded(tmp_path)
    assert [notice.path for notice in project.notices] == ["shop/broken.py", "shop/bytes.py"]
    assert project.graph.get("shop.Ad") is not None


def test_an_empty_folder_is_a_project_without_models(tmp_path):
    project = loaded(tmp_path)
    assert (project.notices, len(project.contexts)) == ((), 1)
    assert [model for model in project.models if model.place.module.evidence == "project"] == []


def test_a_file_that_is_not_there_raises(tmp_path):
    with pytest.raises(UnreadableFileError):
        loaded(tmp_path).source("absent.py")


def test_progress_counts_the_linted_files(tmp_path):
    told = []
    load_project(written(tmp_path, FILES), ProjectOptions(frozen=True), None, lambda *step: told.append(step))
    assert told[0] == (0, 4)
    assert told == sorted(told)


def test_models_are_sorted_by_place(tmp_path):
    places = [(model.place.path, model.place.at) for model in loaded(tmp_path, FILES).models]
    assert places == sorted(places)


def test_the_version_of_django_is_the_configured_one(tmp_path):
    project = load_project(written(tmp_path, FILES), ProjectOptions(django_version="4.2", frozen=True))
    assert project.contexts[0].django == (4, 2)


def test_a_manage_script_in_a_test_folder_makes_no_context_beside_a_real_one(tmp_path):
    script = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n'
    project = loaded(tmp_path, {"manage.py": script, "settings.py": "", "tests/site/manage.py": script})
    assert [context.context.folder for context in project.contexts] == [""]


def test_a_manage_script_in_a_test_folder_counts_where_it_is_the_only_one(tmp_path):
    script = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n'
    project = loaded(tmp_path, {"shop/models.py": "", "tests/manage.py": script, "tests/settings.py": ""})
    assert [context.context.folder for context in project.contexts] == ["tests"]
