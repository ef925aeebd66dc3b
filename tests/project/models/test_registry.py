"""App labels, and which class a label means."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from orm_lint.project.models.registry import Labels, model_classes
from tests.project.support import names_over, shop


@dataclass
class App:
    name: str
    label: str


FILES = {
    "shop/__init__.py": "",
    "shop/models/__init__.py": "",
    "shop/models/deep/__init__.py": "",
    "shop/models/deep/ad.py": "",
    "shop/sub/__init__.py": "",
    "shop/sub/models.py": "",
    "shopping/__init__.py": "",
    "shopping/models.py": "",
    "models.py": "",
    "loose.py": "",
}


@pytest.mark.parametrize(
    ("apps", "module", "label"),
    [
        ([App("shop", "s")], "shop.models", "s"),
        ([App("shop", "s")], "shop.models.deep.ad", "s"),
        ([App("shop", "s")], "shop.sub.models", "s"),
        ([App("shop", "s"), App("shop.sub", "t")], "shop.sub.models", "t"),
        ([App("shop.sub", "t"), App("shop", "s")], "shop.sub.models", "t"),
        ([App("shop", "s")], "shopping.models", "shopping"),
        ([], "shop.models", "shop"),
        ([], "shop.models.deep.ad", "shop"),
        ([], "shop.sub.models", "sub"),
        ([], "shop", "shop"),
        ([], "loose", "loose"),
        ([], "models", "models"),
    ],
)
def test_the_label_of_the_app_that_holds_a_module(apps, module, label):
    labels = Labels(apps)
    found = names_over(FILES).module(module)
    assert labels.app_label(found) == label
    assert labels.app_label(found) == label


def test_the_label_that_a_package_states_where_no_installed_app_holds_a_module():
    labels = Labels([App("shop", "s")], {"other": "stated"}.get)
    module = names_over({"shop/models.py": "", "other/models/deep.py": "", "loose/models.py": ""}).module
    found = [labels.app_label(module(name)) for name in ("shop.models", "other.models.deep", "loose.models")]
    assert found == ["s", "stated", "loose"]


def test_model_classes_of_a_module_are_those_of_its_top_level():
    text = """
from django.db import models
class A(models.Model): pass
class NoModel: pass
if x:
    class B(A): pass
try:
    class C(A): pass
except E:
    pass
def make():
    class D(A): pass
class Out:
    class E(A): pass
"""
    names = names_over({"m.py": text})
    assert [symbol.qualname for symbol in model_classes(names, names.module("m"))] == ["A", "B", "C"]


def test_a_stated_app_label_outranks_the_app(tmp_path):
    text = "from django.db import models\nLABEL = 'other'\nclass A(models.Model):\n    class Meta:\n        app_label = LABEL\n"
    graph = shop(tmp_path, text)
    found = graph.get("other.A")
    assert (found.app_label, found.db_table, graph.get("shop.A")) == ("other", "other_a", None)


def test_names_next_to_it_are_looked_up_under_the_stated_label(tmp_path):
    text = """from django.db import models
class A(models.Model):
    b = models.ForeignKey("B", models.CASCADE)
    class Meta:
        app_label = "other"
class B(models.Model):
    pass
"""
    relation = shop(tmp_path, text).get("other.A").by_name["b"].relation
    assert (relation.target, relation.cause) == (None, "no app with the label other holds such a model")
