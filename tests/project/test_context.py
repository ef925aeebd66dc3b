"""One context read whole: settings, apps, labels and models together."""

from __future__ import annotations

from tests.project.support import MANAGE, loaded

MODEL = "from django.db import models\nclass {}(models.Model):\n    pass\n"


def labels(context):
    return sorted(model.label for model in context.graph.models if model.place.module.evidence == "project")


def test_a_project_without_settings_takes_labels_from_packages(tmp_path):
    files = {"shop/__init__.py": "", "shop/models.py": MODEL.format("Ad"), "loose.py": MODEL.format("Loose")}
    context = loaded(tmp_path, files).contexts[0]
    assert (context.settings.module, context.apps) == (None, ())
    assert labels(context) == ["loose.Loose", "shop.Ad"]


def test_djangos_own_apps_are_known_without_settings(tmp_path):
    text = "from django.contrib.auth.models import User\nfrom django.db import models\n"
    text += "class Ad(models.Model):\n    owner = models.ForeignKey('auth.User', models.CASCADE)\n"
    context = loaded(tmp_path, {"shop/__init__.py": "", "shop/models.py": text}).contexts[0]
    assert context.graph.get("shop.Ad").by_name["owner"].relation.target == "auth.User"
    assert [
        end.accessor for end in context.graph.related(context.graph.get("auth.user")) if end.model == "shop.Ad"
    ] == ["ad_set"]


def test_each_manage_py_is_a_context_of_its_own(tmp_path):
    files = {}
    for name, user in (("one", "shop.Ad"), ("two", "shop.Buyer")):
        files |= {
            f"{name}/manage.py": MANAGE,
            f"{name}/settings.py": f"INSTALLED_APPS = ['shop']\nAUTH_USER_MODEL = '{user}'\n",
            f"{name}/shop/__init__.py": "",
            f"{name}/shop/models.py": (
                "from django.conf import settings\nfrom django.db import models\n"
                "class Ad(models.Model):\n    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)\n"
                "class Buyer(models.Model):\n    pass\n"
            ),
        }
    project = loaded(tmp_path, files)
    found = [(one.context.folder, one.graph.get("shop.Ad").by_name["user"].relation.target) for one in project.contexts]
    assert found == [("one", "shop.Ad"), ("two", "shop.Buyer")]
    places = [one.graph.get("shop.Ad").place.path for one in project.contexts]
    assert places == ["one/shop/models.py", "two/shop/models.py"]
    assert [model.place.path for model in project.models if model.name == "Ad"] == places


def test_a_file_shared_by_two_contexts_is_one_model_of_the_project(tmp_path):
    files = {"common/__init__.py": "", "common/models.py": MODEL.format("Shared")}
    for name in ("one", "two"):
        files |= {f"{name}/manage.py": MANAGE, f"{name}/settings.py": "INSTALLED_APPS = ['common']\n"}
    project = loaded(tmp_path, files)
    assert [labels(one) for one in project.contexts] == [["common.Shared"], ["common.Shared"]]
    assert [model.label for model in project.models if model.place.path == "common/models.py"] == ["common.Shared"]


def test_relations_are_those_of_the_projects_own_files(tmp_path):
    text = "from django.db import models\nclass Ad(models.Model):\n    a = models.ForeignKey('self', models.CASCADE)\n"
    text += "class Sub(Ad):\n    pass\n"
    context = loaded(tmp_path, {"shop/__init__.py": "", "shop/models.py": text}).contexts[0]
    assert [(model.label, field.name) for model, field in context.relations()] == [
        ("shop.Ad", "a"), ("shop.Sub", "ad_ptr"), ("shop.Sub", "a"),
    ]  # fmt: skip


def test_an_installed_class_has_its_label_before_a_copy_that_is_not(tmp_path):
    files = {
        "manage.py": MANAGE,
        "settings.py": "INSTALLED_APPS = ['zoo.shop']\n",
        "shop/__init__.py": "",
        "shop/models.py": MODEL.format("Ad"),
        "zoo/__init__.py": "",
        "zoo/shop/__init__.py": "",
        "zoo/shop/models.py": MODEL.format("Ad"),
    }
    assert loaded(tmp_path, files).contexts[0].graph.get("shop.Ad").place.path == "zoo/shop/models.py"


def test_a_folder_inside_of_a_package_does_not_hide_a_package_of_others(tmp_path):
    files = {
        "shop/__init__.py": "",
        "shop/models.py": MODEL.format("Ad"),
        "shop/utils/rest_framework/__init__.py": "",
        "shop/utils/rest_framework/views.py": "from rest_framework import views\n",
        "shop/apps/basket/__init__.py": "",
        "shop/apps/basket/models.py": MODEL.format("Line"),
    }
    names = loaded(tmp_path, files).contexts[0].names
    assert names.module("rest_framework.views").evidence == "bundle"
    assert names.module("shop.utils.rest_framework.views").evidence == "project"
    assert names.module("basket.models").path == "shop/apps/basket/models.py"
