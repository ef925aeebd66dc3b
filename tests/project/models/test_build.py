"""The graph as a whole: both ends of relations, swapped models, labels claimed twice."""

from __future__ import annotations

from tests.project.support import shop

HEAD = "from django.db import models\n"


def ends(graph, label):
    return [(end.accessor, end.query_name, end.model, end.field, end.kind) for end in graph.related(graph.get(label))]


def test_both_ends_of_a_relation(tmp_path):
    text = "class A(models.Model): pass\nclass B(models.Model):\n    a = models.ForeignKey(A, models.CASCADE)\n    many = models.ManyToManyField('A', related_name='bs')\n    one = models.OneToOneField(A, models.CASCADE, related_name='+')\n"
    assert ends(shop(tmp_path, HEAD + text), "shop.A") == [
        ("b_set", "b", "shop.B", "a", "forward"),
        ("bs", "bs", "shop.B", "many", "many_to_many"),
        (None, "+", "shop.B", "one", "one_to_one"),
    ]


def test_a_relation_to_a_proxy_ends_at_the_model_behind_it(tmp_path):
    text = "class A(models.Model): pass\nclass P(A):\n    class Meta:\n        proxy = True\nclass B(models.Model):\n    p = models.ForeignKey(P, models.CASCADE)\n"
    graph = shop(tmp_path, HEAD + text)
    assert ends(graph, "shop.A") == [("b_set", "b", "shop.B", "p", "forward")]
    assert ends(graph, "shop.P") == []


def test_a_relation_of_a_parent_is_no_second_end_for_its_child(tmp_path):
    text = "class T(models.Model): pass\nclass A(models.Model):\n    t = models.ForeignKey(T, models.CASCADE)\nclass B(A): pass\n"
    graph = shop(tmp_path, HEAD + text)
    assert ends(graph, "shop.T") == [("a_set", "a", "shop.A", "t", "forward")]
    assert ends(graph, "shop.A") == [("b", "b", "shop.B", "a_ptr", "one_to_one")]


def test_a_swapped_model_is_marked_and_has_no_far_ends(tmp_path):
    text = """
class T(models.Model): pass
class Card(models.Model):
    t = models.ForeignKey(T, models.CASCADE)
    class Meta:
        swappable = "CARD_MODEL"
class Mine(models.Model): pass
"""
    settings = "INSTALLED_APPS = ['shop']\nCARD_MODEL = '{}'\n"
    graph = shop(tmp_path, HEAD + text, settings=settings.format("shop.Mine"))
    assert (graph.get("shop.Card").swapped_by, ends(graph, "shop.T")) == ("shop.Mine", [])
    graph = shop(tmp_path, HEAD + text, settings=settings.format("shop.card"))
    assert graph.get("shop.Card").swapped_by is None


def test_of_two_classes_with_one_label_the_first_has_it(tmp_path):
    text = (
        "class A(models.Model):\n    x = models.IntegerField()\nclass A(models.Model):\n    y = models.IntegerField()\n"
    )
    graph = shop(tmp_path, HEAD + text)
    assert [model.label for model in graph.models if model.label == "shop.A"] == ["shop.A", "shop.A"]


def test_models_in_a_circle_of_relations(tmp_path):
    text = "class A(models.Model):\n    b = models.ForeignKey('B', models.CASCADE)\nclass B(models.Model):\n    a = models.ForeignKey('A', models.CASCADE)\n"
    graph = shop(tmp_path, HEAD + text)
    assert [graph.get("shop.A").by_name["b"].relation.target, graph.get("shop.B").by_name["a"].relation.target] == [
        "shop.B", "shop.A",
    ]  # fmt: skip


def test_a_model_in_a_module_that_only_a_relation_leads_to(tmp_path):
    text = (
        "from elsewhere.things import Thing\nclass A(models.Model):\n    t = models.ForeignKey(Thing, models.CASCADE)\n"
    )
    graph = shop(tmp_path, HEAD + text, elsewhere__things=f"{HEAD}class Thing(models.Model): pass\n")
    assert graph.get("shop.A").by_name["t"].relation.target == "elsewhere.Thing"
