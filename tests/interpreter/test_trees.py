"""Rows of trees: what the methods of packages ask."""

from __future__ import annotations

from tests.interpreter.support import told


def test_sets_and_rows_of_a_tree() -> None:
    code = """
    from django.db import models
    from treebeard.mp_tree import MP_Node

    class Branch(MP_Node):
        owner = models.ForeignKey(Author, models.CASCADE)

    def below():
        for leaf in Branch.objects.get(pk=1).get_children():
            leaf.owner

    def above():
        for leaf in Branch.objects.filter(depth=3):
            leaf.get_parent()
            leaf.get_parent()
            leaf.is_leaf()
            ancestors = leaf.get_ancestors()
    """
    assert told(code) == [
        "10 leaf.owner: owner of shop.Branch, per row | origin 9, loop 9, read 10",
        "14 leaf.get_parent(): get of shop.Branch, per row | origin 14, loop 13, read 14",
    ]


def test_a_row_that_was_moved_knows_its_parent() -> None:
    code = """
    from django.db import models
    from mptt.models import MPTTModel, TreeForeignKey

    class Branch(MPTTModel):
        owner = models.ForeignKey(Author, models.CASCADE)
        parent = TreeForeignKey("self", models.CASCADE, null=True)

        def told(self):
            return self.parent and self.parent.pk

    def reparent(row):
        for branch in Branch.objects.filter(level=3):
            branch.move_to(row.parent, "last-child")
            branch.told()
            branch.owner

    def unmoved():
        for branch in Branch.objects.filter(level=3):
            branch.told()
    """
    assert told(code) == [
        "16 branch.owner: owner of shop.Branch, per row | origin 13, loop 13, read 16",
        "20 self.parent: parent of shop.Branch, per row | origin 19, loop 19, call 20 branch.told(), read 10",
    ]
