"""Which Meta is in force, and whether it makes a model abstract."""

from __future__ import annotations

import pytest

from tests.project.support import shop

HEAD = "from django.db import models\n"
BASE = "class Base(models.Model):\n    class Meta:\n        abstract = True\n        ordering = ['-pk']\n        db_table = 'base'\n"


def found(tmp_path, text, label="shop.K"):
    return shop(tmp_path, HEAD + text).get(label)


@pytest.mark.parametrize(
    ("text", "ordering", "table"),
    [
        ("class K(Base): pass", ("-pk",), "base"),
        ("class K(Base):\n    class Meta: pass", (), "shop_k"),
        ("class K(Base):\n    class Meta(Base.Meta): pass", ("-pk",), "base"),
        ("class K(Base):\n    class Meta(Base.Meta):\n        ordering = ()", (), "base"),
        ("class K(Base):\n    class Meta(Base.Meta):\n        db_table = 'k'", ("-pk",), "k"),
        ("class Mid(Base):\n    class Meta(Base.Meta):\n        abstract = True\nclass K(Mid): pass", ("-pk",), "base"),
        ("class Mid(Base):\n    class Meta:\n        abstract = True\nclass K(Mid): pass", (), "shop_k"),
        ("class Out:\n    ordering = ['x']\nclass K(Base):\n    class Meta(Out): pass", ("x",), "shop_k"),
        ("class Out:\n    ordering = ['x']\nclass K(Base):\n    Meta = Out", ("x",), "shop_k"),
    ],
)
def test_the_meta_in_force(tmp_path, text, ordering, table):
    model = found(tmp_path, f"{BASE}{text}\n")
    assert (model.is_abstract, model.ordering, model.db_table) == (False, ordering, table)


def test_a_concrete_parent_hands_on_its_ordering_but_not_its_table(tmp_path):
    text = "class A(models.Model):\n    class Meta:\n        ordering = ['pk']\n        db_table = 'a'\n        unique_together = ('id',)\nclass K(A): pass\n"
    model = found(tmp_path, text)
    assert (model.ordering, model.db_table, model.unique_together) == (("pk",), "shop_k", ())


def test_meta_of_abstract_and_concrete_parents(tmp_path):
    text = f"{BASE}class A(models.Model):\n    class Meta:\n        ordering = ['a']\nclass K(A, Base): pass\n"
    assert found(tmp_path, text).ordering == ("-pk",)


@pytest.mark.parametrize(("value", "expected"), [("True", None), ("False", False)])
def test_abstract_is_what_the_own_meta_says(tmp_path, value, expected):
    model = found(tmp_path, f"class K(models.Model):\n    class Meta:\n        abstract = {value}\n")
    assert (model.is_abstract if model else None) == expected


def test_the_place_of_an_option_is_where_its_name_stands(tmp_path):
    model = found(tmp_path, f"{BASE}class K(Base):\n    class Meta(Base.Meta):\n        db_table = 'k'\n")
    assert {name: place.line for name, place in model.meta_places.items()} == {
        "abstract": 4,
        "ordering": 5,
        "db_table": 9,
    }


def test_options_in_a_branch_that_is_never_taken(tmp_path):
    text = "import django\nclass K(models.Model):\n    class Meta:\n        if django.VERSION > (1, 0):\n            ordering = ['a']\n        else:\n            ordering = ['b']\n"
    assert found(tmp_path, text).ordering == ("a",)


def test_a_model_that_is_not_managed(tmp_path):
    assert found(tmp_path, "class K(models.Model):\n    class Meta:\n        managed = False\n").is_managed is False
    assert found(tmp_path, "class K(models.Model):\n    pass\n").is_managed is True
