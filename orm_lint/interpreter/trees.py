"""Rows that form a tree: what the methods of django-treebeard's and django-mptt's models ask the database."""

from __future__ import annotations

from orm_lint.interpreter import querysets
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.rows import keep
from orm_lint.interpreter.state import State
from orm_lint.interpreter.unknown import changed
from orm_lint.interpreter.values import NONE, ModelManager, Plain, Ref, Unknown, Value, either
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.models.graph import Model

PACKAGES = ("treebeard.", "mptt.")
SETS = frozenset("get_children get_descendants get_ancestors get_siblings get_family get_leafnodes".split())
ROWS = frozenset(
    "get_root get_first_child get_last_child get_next_sibling get_prev_sibling get_previous_sibling "
    "get_first_sibling get_last_sibling".split()
)
COLUMNS = frozenset(
    "get_depth get_level get_children_count get_descendant_count is_root is_leaf is_root_node is_leaf_node "
    "is_child_node is_child_of is_sibling_of is_descendant_of is_ancestor_of".split()
)
PARENT = "get_parent"
MOVE = "move_to"
CACHED = "$parent"  # both packages keep it on the row
KNOWN = SETS | ROWS | COLUMNS | {PARENT, MOVE}


def tree_method(frame: Frame, state: State, name: str, receiver: Value | None, node: ir.Node) -> Value | None:
    """What a method that a package gives to the rows of a tree does; None if it is none of them."""
    if type(receiver) is not Ref or name not in KNOWN or not isinstance(node, ir.Call):
        return None
    row = state.heap.get(receiver.id)
    model = frame.world.accessors.model(row.model) if isinstance(row, Row) else None
    if not isinstance(row, Row) or model is None or not _is_tree(frame, model):
        return None
    if name in COLUMNS:
        return Plain(row.nest)
    if name == MOVE:
        return _moved(frame, state, model, receiver, node)
    if row.is_new or (row.is_changed and row.is_one):  # it was fetched anew to see where it is now
        return Unknown("relation of a new row", frame.exec)
    if name == PARENT and CACHED in row.attrs:
        return row.attrs[CACHED]
    found = _filtered(frame, state, model, row, "filter" if name in SETS else "get", node)
    if name == PARENT:
        keep(state, receiver, CACHED, either(found, NONE))
    return found if name in SETS else either(found, NONE)


def _moved(frame: Frame, state: State, model: Model, receiver: Ref, node: ir.Call) -> Value:
    """`row.move_to(target)` of django-mptt: the row is written, and knows its parent from then on."""
    changed(state, receiver)
    labels = {one.label for one in frame.world.accessors.lineage(model)}
    for field in model.fields:
        if field.kind == "forward" and field.relation is not None and field.relation.target in labels:
            keep(state, receiver, field.name, Unknown("row that another one was moved to", frame.exec))
    return NONE


def _filtered(frame: Frame, state: State, model: Model, row: Row, name: str, node: ir.Call) -> Value:
    base = _root(frame, model)
    found = queryset_of(frame, state, ModelManager(base.label, base.default_manager), node)
    method = find_method(name, frame.world.django)
    if type(found) is not Ref or not isinstance(state.heap.get(found.id), QuerySet) or method is None:
        return Unknown("queryset of a tree", frame.exec)
    condition = Given((), (("level", Plain(row.nest)),), is_complete=False)
    return querysets.call_method(frame, state, found, method, condition, node)


def _is_tree(frame: Frame, model: Model) -> bool:
    return any(ancestor.dotted.startswith(PACKAGES) for ancestor in frame.world.names.mro(model.symbol))


def _root(frame: Frame, model: Model) -> Model:
    """The model whose table has the tree: the first of those that inherit from each other."""
    while model.parents and (parent := frame.world.accessors.model(model.parents[0])) is not None:
        model = parent
    return model
