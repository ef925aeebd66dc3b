"""The far end of relations: accessors, query names, through models, symmetry."""

from __future__ import annotations

import pytest

from tests.project.support import shop

HEAD = "from django.db import models\n\n\nclass T(models.Model):\n    code = models.SlugField(unique=True)\n\n\n"


def relation(tmp_path, field, meta=""):
    options = f"    class Meta:\n        {meta}\n" if meta else ""
    graph = shop(tmp_path, f"{HEAD}class Camel(models.Model):\n    x = models.{field}\n{options}")
    return graph.get("shop.Camel").by_name["x"].relation


@pytest.mark.parametrize(
    ("field", "accessor", "query_name"),
    [
        ("ForeignKey(T, models.CASCADE)", "camel_set", "camel"),
        ("OneToOneField(T, models.CASCADE)", "camel", "camel"),
        ("ManyToManyField(T)", "camel_set", "camel"),
        ("ForeignKey(T, models.CASCADE, related_name='rows')", "rows", "rows"),
        ("ForeignKey(T, models.CASCADE, 'rows')", "rows", "rows"),
        ("ForeignKey(T, models.CASCADE, related_query_name='row')", "camel_set", "row"),
        ("ForeignKey(T, models.CASCADE, related_name='rows', related_query_name='row')", "rows", "row"),
        ("ForeignKey(T, models.CASCADE, related_name='%(class)s_x')", "camel_x", "camel_x"),
        ("ForeignKey(T, models.CASCADE, related_name='%(model_name)s_%(app_label)s')", "camel_shop", "camel_shop"),
        ("ForeignKey(T, models.CASCADE, related_query_name='%(app_label)s_q')", "camel_set", "shop_q"),
        ("ForeignKey(T, models.CASCADE, related_name=None)", "camel_set", "camel"),
    ],
)
def test_names_of_the_far_end(tmp_path, field, accessor, query_name):
    found = relation(tmp_path, field)
    assert (found.accessor, found.query_name) == (accessor, query_name)


@pytest.mark.parametrize("name", ["+", "camel+"])
def test_a_hidden_far_end_has_no_accessor(tmp_path, name):
    assert relation(tmp_path, f"ForeignKey(T, models.CASCADE, related_name='{name}')").accessor is None


def test_the_default_name_of_meta_counts_where_the_field_has_none(tmp_path):
    meta = "default_related_name = '%(app_label)s_%(model_name)ss'"
    assert relation(tmp_path, "ForeignKey(T, models.CASCADE)", meta).accessor == "shop_camels"
    assert relation(tmp_path, "ForeignKey(T, models.CASCADE, related_name='own')", meta).accessor == "own"


@pytest.mark.parametrize(
    ("field", "symmetrical"),
    [
        ("ManyToManyField('self')", True),
        ("ManyToManyField('self', symmetrical=False)", False),
        ("ManyToManyField('Camel')", False),
        ("ManyToManyField('Camel', symmetrical=True)", True),
        ("ManyToManyField(T)", False),
        ("ForeignKey('self', models.CASCADE)", False),
    ],
)
def test_symmetry(tmp_path, field, symmetrical):
    found = relation(tmp_path, field)
    assert (found.is_symmetrical, found.accessor) == (symmetrical, None if symmetrical else "camel_set")


@pytest.mark.parametrize(
    ("through", "expected"),
    [
        ("", "shop.Camel_x"),
        (", through='Link'", "shop.Link"),
        (", through='shop.Link'", "shop.Link"),
        (", through=Link", "shop.Link"),
        (", through='absent.Link'", None),
    ],
)
def test_through_models(tmp_path, through, expected):
    text = f"{HEAD}class Link(models.Model):\n    t = models.ForeignKey(T, models.CASCADE)\n    c = models.ForeignKey('Camel', models.CASCADE)\n"
    text += f"class Camel(models.Model):\n    x = models.ManyToManyField(T{through})\n"
    found = shop(tmp_path, text).get("shop.Camel").by_name["x"].relation
    assert (found.target, found.through) == ("shop.T", expected)


def test_a_foreign_key_to_another_field(tmp_path):
    assert relation(tmp_path, "ForeignKey(T, models.CASCADE, to_field='code')").to_field == "code"
    assert relation(tmp_path, "ForeignKey(T, models.CASCADE)").to_field is None


def test_heirs_of_an_abstract_model_have_far_ends_of_their_own(tmp_path):
    text = f"{HEAD}class Base(models.Model):\n    x = models.ForeignKey(T, models.CASCADE, related_name='%(class)ss')\n"
    text += "    me = models.ForeignKey('self', models.CASCADE)\n    class Meta:\n        abstract = True\n"
    text += "class A(Base): pass\nclass B(Base): pass\n"
    graph = shop(tmp_path, text)
    assert [(end.accessor, end.model, end.field) for end in graph.related(graph.get("shop.T"))] == [
        ("as", "shop.A", "x"), ("bs", "shop.B", "x"),
    ]  # fmt: skip
    assert graph.get("shop.B").by_name["me"].relation.target == "shop.B"


def test_generic_keys_and_relations(tmp_path):
    text = """
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
class Tag(models.Model):
    kind = models.ForeignKey(ContentType, models.CASCADE)
    ident = models.IntegerField()
    target = GenericForeignKey("kind", "ident")
    plain = GenericForeignKey()
class Book(models.Model):
    tags = GenericRelation(Tag, "ident", "kind", related_query_name="book")
    more = GenericRelation("Tag")
"""
    graph = shop(tmp_path, HEAD + text)
    tag, book = graph.get("shop.Tag").by_name, graph.get("shop.Book").by_name
    assert (tag["target"].kind, tag["target"].content_type_field, tag["target"].object_id_field) == (
        "generic_key", "kind", "ident",
    )  # fmt: skip
    assert (tag["plain"].content_type_field, tag["plain"].object_id_field) == ("content_type", "object_id")
    assert (tag["target"].relation, tag["target"].column) == (None, None)
    found = [(book[name].kind, book[name].relation.target, book[name].relation.query_name) for name in ("tags", "more")]
    assert found == [("generic_relation", "shop.Tag", "book"), ("generic_relation", "shop.Tag", None)]
