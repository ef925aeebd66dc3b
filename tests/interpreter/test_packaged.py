"""Methods that packages have put in the place of Django's."""

from __future__ import annotations

from tests.interpreter.support import told

NODES = """
from treebeard.mp_tree import MP_Node
from django.db import models


class Node(MP_Node):
    author = models.ForeignKey(Author, models.CASCADE)

    def move(self, *args, **kwargs):
        super().move(*args, **kwargs)
        again = Node.objects.get(id=self.id)
        if parent := again.get_parent():
            again.author_id = parent.author.pk
        again.save()

    def checked(self):
        return Node.objects.get(pk=self.pk).author_id


"""


def asked(code: str) -> list[str]:
    """The queries for each row that only read."""
    found = [text.partition(" ")[2].partition(" |")[0] for text in told(NODES + code)]
    return [text for text in found if ", writes" not in text]


def test_a_loop_that_asks_until_a_delete_of_the_package_has_left_nothing() -> None:
    code = """
def page():
    for author in Author.objects.all():
        while Node.objects.filter(author=author).count() > 0:
            keys = Node.objects.filter(author=author).values_list("pk")[:200]
            Node.objects.filter(pk__in=keys).delete()
"""
    assert asked(code) == []


def test_a_row_is_fetched_anew_after_the_package_has_moved_it() -> None:
    code = """
def page():
    for node in Node.objects.all():
        node.move(1)
"""
    assert asked(code) == []


def test_a_row_is_fetched_anew_before_it_is_written() -> None:
    code = """
def page():
    for node in Node.objects.all():
        node.checked()
        node.save()
"""
    assert asked(code) == ["Node.objects.get(…): get of shop.Node, per row"]


def test_another_row_is_fetched_after_one_was_written() -> None:
    code = """
def page():
    for node in Node.objects.all():
        node.save()
        Node.objects.get(pk=node.pk)
        Author.objects.get(pk=node.pk)
"""
    assert asked(code) == ["Author.objects.get(…): get of shop.Author, per row"]
