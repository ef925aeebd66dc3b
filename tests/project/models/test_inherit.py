"""Which fields, parents and managers a model ends up with, whatever it inherits from."""

from __future__ import annotations

import django
import pytest

from tests.project.support import shop

HEAD = "from django.db import models\n"

# What Django makes a primary key from where nobody says: the installed version decides.
AUTO = "AutoField" if django.VERSION < (6, 0) else "BigAutoField"


def models_of(tmp_path, text, **more):
    return shop(tmp_path, HEAD + text, **more)


def fields(graph, label):
    return [(field.name, field.kind, field.is_inherited) for field in graph.get(label).fields]


def names(graph, label):
    return [field.name for field in graph.get(label).fields]


ABSTRACT = "class Meta:\n        abstract = True\n"
BASE = f"class Base(models.Model):\n    a = models.IntegerField()\n    b = models.IntegerField()\n    {ABSTRACT}"


def test_fields_of_an_abstract_chain_across_files(tmp_path):
    more = {
        "shop__base": HEAD + BASE,
        "shop__middle": f"{HEAD}from .base import *\nclass Mid(Base):\n    c = models.IntegerField()\n    {ABSTRACT}",
    }
    graph = models_of(
        tmp_path, "from shop import middle\nclass K(middle.Mid):\n    d = models.IntegerField()\n", **more
    )
    assert fields(graph, "shop.K") == [
        ("id", "plain", False), ("d", "plain", False), ("c", "plain", True), ("a", "plain", True), ("b", "plain", True),
    ]  # fmt: skip
    assert graph.get("shop.Mid") is None
    assert graph.get("shop.K").by_name["a"].place.path == "shop/base.py"
    assert [model.is_abstract for model in graph.models if model.name in ("Base", "Mid")] == [True, True]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a = None", ["id", "b"]),
        ("a = models.TextField()", ["id", "a", "b"]),
        ("@property\n    def a(self): return 1", ["id", "b"]),
        ("def b(self): return 1", ["id", "a"]),
        ("pass", ["id", "a", "b"]),
    ],
)
def test_an_attribute_of_the_body_hides_an_inherited_field(tmp_path, body, expected):
    assert names(models_of(tmp_path, f"{BASE}class K(Base):\n    {body}\n"), "shop.K") == expected


def test_a_mixin_that_is_no_model_hides_fields_only_from_the_left(tmp_path):
    text = f"class Mixin:\n    a = None\n    z = models.IntegerField()\n{BASE}class Left(Mixin, Base): pass\nclass Right(Base, Mixin): pass\n"
    graph = models_of(tmp_path, text)
    assert names(graph, "shop.Left") == ["id", "b"]
    assert names(graph, "shop.Right") == ["id", "a", "b"]


def test_in_a_diamond_of_abstract_classes_the_first_of_the_order_counts(tmp_path):
    text = f"""{BASE}
class One(Base):
    a = models.TextField()
    {ABSTRACT}
class Two(Base):
    a = models.DateField()
    b = models.DateField()
    {ABSTRACT}
class K(One, Two): pass
class L(Two, One): pass
"""
    graph = models_of(tmp_path, text)
    found = {
        label: {f.name: f.type.rpartition(".")[2] for f in graph.get(label).fields} for label in ("shop.K", "shop.L")
    }
    assert found == {
        "shop.K": {"id": AUTO, "a": "TextField", "b": "IntegerField"},
        "shop.L": {"id": AUTO, "a": "DateField", "b": "DateField"},
    }


def test_a_child_of_a_concrete_model_gets_a_link(tmp_path):
    graph = models_of(
        tmp_path,
        "class A(models.Model):\n    x = models.IntegerField()\nclass B(A):\n    y = models.IntegerField()\nclass C(B): pass\n",
    )
    assert fields(graph, "shop.B") == [
        ("y", "plain", False), ("a_ptr", "one_to_one", False), ("id", "plain", True), ("x", "plain", True),
    ]  # fmt: skip
    assert names(graph, "shop.C") == ["b_ptr", "y", "a_ptr", "id", "x"]
    link = graph.get("shop.B").by_name["a_ptr"]
    assert (link.primary_key, link.unique, link.relation.target, link.relation.is_parent_link) == (
        True,
        True,
        "shop.A",
        True,
    )
    assert (graph.get("shop.B").parents, graph.get("shop.C").parents) == (("shop.A",), ("shop.B",))
    assert graph.get("shop.C").primary_key.name == "b_ptr"


def test_a_stated_parent_link_replaces_the_automatic_one(tmp_path):
    text = (
        "class A(models.Model): pass\nclass B(A):\n    up = models.OneToOneField(A, models.CASCADE, parent_link=True)\n"
    )
    graph = models_of(tmp_path, text)
    assert names(graph, "shop.B") == ["up", "id"]
    assert graph.get("shop.B").primary_key.name == "up"


def test_proxies_have_the_fields_and_table_of_their_model(tmp_path):
    proxy = "class Meta:\n        proxy = True\n"
    text = f"class A(models.Model):\n    x = models.IntegerField()\nclass B(A): pass\nclass P(B):\n    {proxy}class Q(P):\n    {proxy}"
    graph = models_of(tmp_path, text)
    assert names(graph, "shop.P") == names(graph, "shop.Q") == ["a_ptr", "id", "x"]
    assert [(graph.get(f"shop.{name}").is_proxy, graph.get(f"shop.{name}").db_table) for name in "BPQ"] == [
        (False, "shop_b"), (True, "shop_b"), (True, "shop_b"),
    ]  # fmt: skip


def test_a_child_of_a_proxy_links_to_the_model_behind_it(tmp_path):
    text = "class A(models.Model): pass\nclass P(A):\n    class Meta:\n        proxy = True\nclass C(P): pass\n"
    assert names(models_of(tmp_path, text), "shop.C") == ["a_ptr", "id"]


def test_an_abstract_class_on_a_concrete_one_hands_its_link_on(tmp_path):
    text = f"class A(models.Model): pass\nclass Half(A):\n    x = models.IntegerField()\n    {ABSTRACT}class K(Half): pass\n"
    graph = models_of(tmp_path, text)
    assert sorted(names(graph, "shop.K")) == ["a_ptr", "id", "x"]
    assert graph.get("shop.K").parents == ("shop.A",)


def test_cycles_of_bases_end(tmp_path):
    text = "class A(B, models.Model): pass\nclass B(A): pass\nclass C(C): pass\nclass D(models.Model): pass\n"
    graph = models_of(tmp_path, text)
    assert names(graph, "shop.D") == ["id"]


def test_a_model_with_a_base_that_cannot_be_read_is_incomplete(tmp_path):
    text = "from absent import Base\nclass K(Base, models.Model): pass\nclass L(K): pass\nclass M(models.Model): pass\n"
    graph = models_of(tmp_path, text)
    assert [graph.get(f"shop.{name}").is_complete for name in "KLM"] == [False, False, True]


def test_private_fields_are_inherited_as_the_version_of_django_does_it(tmp_path):
    text = f"""
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
class Base(models.Model):
    rows = GenericRelation("shop.Row")
    {ABSTRACT}
class A(Base):
    rows = None
class B(A): pass
"""
    graph = models_of(tmp_path, text)
    # Before Django 6.0 an attribute of the body did not take such a field away; see the mini-project `generic`.
    rows = [("rows", "generic_relation", True)] if django.VERSION < (6, 0) else []
    assert fields(graph, "shop.A") == [("id", "plain", False), *rows]
    assert ("rows" in graph.get("shop.B").by_name) is bool(rows)


def test_fields_and_managers_that_are_added_from_outside(tmp_path):
    text = """
class A(models.Model): pass
A.add_to_class("x", models.IntegerField(null=True))
models.TextField().contribute_to_class(A, "y")
A.add_to_class("later", models.Manager())
A.add_to_class("nothing", 5)
"""
    found = models_of(tmp_path, text).get("shop.A")
    assert [field.name for field in found.fields] == ["id", "x", "y"]
    assert [manager.name for manager in found.managers] == ["objects", "later"]
    assert found.default_manager == "objects"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [("", AUTO), ("DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\n", "BigAutoField")],
)
def test_the_automatic_key_is_what_the_settings_say(tmp_path, settings, expected):
    graph = models_of(tmp_path, "class A(models.Model): pass\n", settings=f"INSTALLED_APPS = ['shop']\n{settings}")
    assert graph.get("shop.A").primary_key.type == f"django.db.models.fields.{expected}"


def test_the_app_config_outranks_the_settings(tmp_path):
    config = "from django.apps import AppConfig\nclass C(AppConfig):\n    name = 'shop'\n    default_auto_field = 'django.db.models.SmallAutoField'\n"
    graph = models_of(tmp_path, "class A(models.Model): pass\n", shop__apps=config)
    assert graph.get("shop.A").primary_key.type == "django.db.models.fields.SmallAutoField"


def test_an_order_with_respect_to_adds_a_column(tmp_path):
    text = "class A(models.Model):\n    up = models.ForeignKey('self', models.CASCADE)\n    class Meta:\n        order_with_respect_to = 'up'\n"
    found = models_of(tmp_path, text).get("shop.A")
    assert (found.by_name["_order"].type, found.ordering) == ("django.db.models.fields.proxy.OrderWrt", ("_order",))
