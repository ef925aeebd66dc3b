"""Looking things up in a finished graph."""

from __future__ import annotations

from tests.project.support import shop

TEXT = """\
from django.db import models


class Base(models.Model):
    up = models.ForeignKey("self", models.CASCADE)

    class Meta:
        abstract = True


class Ad(Base):
    title = models.TextField()
"""


def test_labels_are_found_without_regard_to_case(tmp_path):
    graph = shop(tmp_path, TEXT)
    assert graph.get("SHOP.ad") is graph.get("shop.Ad")
    assert (graph.get("shop.Base"), graph.get("shop.Absent")) == (None, None)


def test_a_model_is_found_by_its_class_abstract_or_not(tmp_path):
    graph = shop(tmp_path, TEXT)
    own = [model for model in graph.models if model.app_label == "shop"]
    assert [(graph.by_symbol[model.symbol.key].name, model.is_abstract) for model in own] == [
        ("Base", True),
        ("Ad", False),
    ]


def test_fields_are_found_by_name_and_by_attribute(tmp_path):
    found = shop(tmp_path, TEXT).get("shop.Ad")
    assert list(found.by_name) == ["id", "title", "up"]
    assert list(found.by_attname) == ["id", "title", "up_id"]
    assert (found.primary_key.name, found.by_attname["up_id"] is found.by_name["up"]) == ("id", True)


def test_places_are_lines_of_files(tmp_path):
    found = shop(tmp_path, TEXT).get("shop.Ad")
    assert (found.place.path, found.place.line, found.by_name["up"].place.line) == ("shop/models.py", 11, 5)


def test_relations_are_those_of_concrete_models(tmp_path):
    graph = shop(tmp_path, TEXT)
    assert [(model.label, field.name) for model, field in graph.relations() if model.app_label == "shop"] == [
        ("shop.Ad", "up")
    ]
