"""Which modules of an app define its models."""

from __future__ import annotations

from orm_lint.project.apps import app_modules
from tests.project.support import names_over


def modules(files, package="shop", *more):
    return [found.name for found in app_modules(names_over(files), package, *more)]


def test_the_models_module_alone():
    assert modules({"shop/__init__.py": "", "shop/models.py": "", "shop/views.py": ""}) == ["shop.models"]


def test_an_app_without_models():
    assert modules({"shop/__init__.py": ""}) == []


def test_a_models_package_and_what_it_imports_of_the_app():
    files = {
        "shop/__init__.py": "",
        "shop/models/__init__.py": "from .ad import Ad\nfrom . import user\nimport other.models\n",
        "shop/models/ad.py": "from shop.base import Base\nfrom .user import User\n",
        "shop/models/user.py": "",
        "shop/models/orphan.py": "",
        "shop/base.py": "from django.db import models\n",
        "other/__init__.py": "",
        "other/models.py": "",
    }
    assert modules(files) == ["shop.models", "shop.models.ad", "shop.models.user", "shop.base"]


def test_imports_in_a_circle_and_in_branches():
    files = {
        "shop/__init__.py": "",
        "shop/models.py": "try:\n    from . import a\nexcept ImportError:\n    import shop.b\n",
        "shop/a.py": "from shop.models import *\n",
        "shop/b.py": "",
    }
    assert modules(files) == ["shop.models", "shop", "shop.a", "shop.b"]


def test_a_models_module_of_another_name():
    assert modules({"shop/__init__.py": "", "shop/tables.py": ""}, "shop", "tables") == ["shop.tables"]


def test_an_app_whose_name_begins_like_another():
    files = {
        "shop/__init__.py": "",
        "shop/models.py": "import shopping.models\n",
        "shopping/__init__.py": "",
        "shopping/models.py": "",
    }
    assert modules(files) == ["shop.models"]
