"""Calls that stand for a class: `get_user_model()`, `apps.get_model`, `import_string`, oscar's loaders, own helpers."""

from __future__ import annotations

import pytest

from tests.project.support import MANAGE, loaded, shown

SETTINGS = (
    "SECRET_KEY = 'x'\nINSTALLED_APPS = ['shop', 'people.apps.PeopleConfig']\nAUTH_USER_MODEL = 'humans.Member'\n"
)
FILES = {
    "manage.py": MANAGE,
    "settings.py": SETTINGS,
    "shop/__init__.py": "",
    "shop/models.py": "from django.db import models\nclass Ad(models.Model):\n    pass\n",
    "people/__init__.py": "",
    "people/apps.py": (
        "from django.apps import AppConfig\nclass PeopleConfig(AppConfig):\n    name = 'people'\n    label = 'humans'\n"
    ),
    "people/models.py": "from django.db import models\nclass Member(models.Model):\n    pass\nAlias = Member\n",
    "tools.py": (
        "from django.apps import apps\nfrom django.utils.module_loading import import_string\n"
        "def model(app, name='Ad'):\n    return apps.get_model(app, name)\n"
        "def load(path):\n    try:\n        return import_string(path)\n    except ImportError:\n        return None\n"
        "def again(path):\n    return again(path)\n"
    ),
}
AD, MEMBER = "class shop.models.Ad", "class people.models.Member"


@pytest.mark.parametrize(
    ("imports", "call", "expected"),
    [
        ("from django.contrib.auth import get_user_model", "get_user_model()", MEMBER),
        ("from django.contrib import auth", "auth.get_user_model()", MEMBER),
        ("from django.apps import apps", "apps.get_model('shop.Ad')", AD),
        ("from django.apps import apps", "apps.get_model('shop', 'Ad')", AD),
        ("from django.apps import apps", "apps.get_model('shop', model_name='ad')", AD),
        ("from django.apps import apps", "apps.get_model('humans.member')", MEMBER),
        ("from django.apps import apps", "apps.get_model('people.Member')", None),
        ("from django.apps import apps as registry", "registry.get_model('shop.Absent')", None),
        ("from django.apps import apps\nLABEL = 'shop.Ad'", "apps.get_model(LABEL)", AD),
        ("from django.apps import apps", "apps.get_model(unknown)", None),
        ("from django.utils.module_loading import import_string", "import_string('people.models.Alias')", MEMBER),
        ("from tools import model", "model('shop')", AD),
        ("from tools import model", "model('shop', 'Ad')", AD),
        ("from tools import load", "load('shop.models.Ad')", AD),
        ("from tools import again", "again('shop.models.Ad')", None),
        ("from shop.models import Ad", "Ad.get_model('shop.Ad')", None),
        ("", "undefined()", None),
    ],
)
def test_what_a_call_stands_for(tmp_path, imports, call, expected):
    names = loaded(tmp_path, {**FILES, "m.py": f"{imports}\nasked = {call}\n"}).contexts[0].names
    module = names.module("m")
    found = names.calls(module, module.bindings.names["asked"][-1].value, (), None)
    assert shown(names.follow(found)) == expected


OSCAR = {
    "manage.py": MANAGE,
    "settings.py": "INSTALLED_APPS = ['oscar.apps.order', 'forks.basket']\n",
    "oscar/__init__.py": "",
    "oscar/core/__init__.py": "",
    "oscar/core/loading.py": "def get_class(label, name, prefix='oscar.apps'):\n    return find(label, name, prefix)\n",
    "oscar/apps/__init__.py": "",
    "oscar/apps/order/__init__.py": "",
    "oscar/apps/order/tools.py": "class Total: pass\n",
    "oscar/apps/basket/__init__.py": "",
    "oscar/apps/basket/tools.py": "class Line: pass\nclass Kept: pass\n",
    "forks/__init__.py": "",
    "forks/basket/__init__.py": "",
    "forks/basket/tools.py": "class Line: pass\n",
}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("'order.tools', 'Total'", "class oscar.apps.order.tools.Total"),
        ("'basket.tools', 'Line'", "class forks.basket.tools.Line"),
        ("'basket.tools', 'Kept'", "class oscar.apps.basket.tools.Kept"),
        ("'basket.tools', 'Absent'", None),
        ("'basket.tools'", None),
    ],
)
def test_the_class_loader_of_oscar_prefers_the_fork(tmp_path, arguments, expected):
    text = f"from oscar.core.loading import get_class\nasked = get_class({arguments})\n"
    names = loaded(tmp_path, {**OSCAR, "m.py": text}).contexts[0].names
    module = names.module("m")
    assert shown(names.follow(names.lookup(module, "asked"))) == (expected or "value in m")
