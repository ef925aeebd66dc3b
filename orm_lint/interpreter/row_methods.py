"""Methods that Django gives to every row."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter.events import Event
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.unknown import changed
from orm_lint.interpreter.values import Const, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import RowMethod, find_row_method


def call_row(frame: Frame, state: State, ref: Ref, name: str, args: Given, node: ir.Call) -> Value:
    """What a row's own method does."""
    row = state.heap[ref.id]
    assert isinstance(row, Row)
    method = find_row_method(name)
    if method is None:
        from orm_lint.interpreter.trees import tree_method
        from orm_lint.interpreter.unknown import escape

        if (asked := tree_method(frame, state, name, ref, node)) is not None:
            return asked
        escape(frame, state, args)
        changed(state, ref)
        return Unknown("row method that is not known", frame.exec)
    match method.does:
        case "plain":
            return Plain(row.nest)
        case "reload":
            _ask(frame, state, row, method, node, writes=True)  # what is reloaded was written before
            state.heap[ref.id] = _reloaded(frame, row, args)
        case "write":
            _ask(frame, state, row, method, node, writes=True)
            changed(state, ref)
        case "row":
            _ask(frame, state, row, method, node, writes=False)
            return frame.make(state, ("neighbour", node.at), replace(row, nest=frame.exec, attrs={}))
        case "value":
            if method.per_field and not _is_checked(frame, row, method.name):
                return Plain(frame.exec)
            _ask(frame, state, row, method, node, writes=True)  # a check before a write: the write rules judge it
    return Plain(frame.exec)


def _is_checked(frame: Frame, row: Row, name: str) -> bool:
    """Whether validating a row asks the database: for each foreign key and each unique field."""
    model = frame.world.accessors.model(row.model)
    if model is None:
        return True
    has_key = any(field.kind in ("forward", "one_to_one") for field in model.fields)
    is_unique = any(field.unique and not field.primary_key for field in model.fields) or bool(model.unique_together)
    return {"clean_fields": has_key, "validate_unique": is_unique}.get(name, has_key or is_unique)


def _reloaded(frame: Frame, row: Row, args: Given) -> Row:
    """What is forgotten: all that was loaded, or nothing where only some fields are read anew."""
    fields = args.args[1] if len(args.args) > 1 else args.keyword("fields")
    if fields is not None and fields != Const(None):
        return row
    kept = tuple(pair for pair in row.load.relations if pair[1].how == "attribute")
    return replace(row, load=replace(row.load, relations=kept, deferred=frozenset()), attrs={}, is_new=False)


def _ask(frame: Frame, state: State, row: Row, method: RowMethod, node: ir.Call, writes: bool) -> None:
    nest = frame.exec
    event = Event(
        "query", frame.stop(node), method.base, row.model, nest, row.made, frozenset(row.nest), root=row.root,
        relation=row.path, owner=row.model, writes=writes, in_async=frame.is_async and not method.is_async,
        doubts=row.doubts,
    )  # fmt: skip
    frame.record(state, event)
