"""What each kind of field reads from a row, those apart that show others: section 9 of the truth table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.common.places import called_at
from orm_lint.conventions.drf.bound import KEPT
from orm_lint.conventions.drf.fields import Field, kind_of
from orm_lint.conventions.drf.source import ROW, attribute, each_shown, every, is_queryset, source
from orm_lint.interpreter import attributes
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Instance, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    FALSE,
    Plain,
    Ref,
    RelatedManager,
    Value,
    options,
)
from orm_lint.ir import nodes as ir

Shower: TypeAlias = Callable[[Frame, State, Ref, Field], None]


def _value(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    shown = source(frame, state, field, field.source)
    node = ir.Name(field.stop.at, field.name)
    if isinstance(shown, RelatedManager) or is_queryset(state, shown):
        every(frame, state, shown, node, _nothing)
    elif field.source:
        show(frame, state, shown, node)


def _method(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    attributes.call_member(frame, state, ref, field.related, ir.Name(field.stop.at, field.name), state.env[ROW])


def _key(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    """The key of a related row is on the row itself; those of a set are not."""
    node = ir.Name(field.stop.at, field.name)
    if field.many:
        every(frame, state, source(frame, state, field, field.source), node, _nothing)
        return
    owner = source(frame, state, field, field.source[:-1])
    for option in options(owner):
        read_key(frame, state, option, field.source[-1] if field.source else "pk", node)


def read_key(frame: Frame, state: State, value: Value, name: str, node: ir.Expr) -> None:
    """`row.serializable_value(name)`: the column, where there is one."""
    row = state.held(value)
    accessor = frame.world.accessors.find(row.model, name) if isinstance(row, Row) else None
    if accessor is not None and accessor.column is not None:
        attributes.read(frame, state, value, accessor.column, node)
    elif accessor is not None and accessor.is_set:
        every(frame, state, attributes.read(frame, state, value, name, node), node, _nothing)
    else:
        attribute(frame, state, value, name, node)


def _text(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, row: Value) -> None:
        show(frame, inner, row, node)

    each_shown(frame, state, field, node, act)


def _slug(frame: Frame, state: State, _ref: Ref, field: Field) -> None:
    node = ir.Name(field.stop.at, field.name)

    def act(inner: State, row: Value) -> None:
        value = row
        for name in field.related.replace("__", ".").split("."):
            value = attributes.read(frame, inner, value, name, node)

    each_shown(frame, state, field, node, act)


def _link(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    if field.related == "pk":
        _key(frame, state, ref, field)
    else:
        _slug(frame, state, ref, field)


def _implied(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """A name in `Meta.fields` that no field is declared for."""
    held = state.env[ROW]
    row = state.held(held)
    name = field.source[0]
    accessor = frame.world.accessors.find(row.model, name) if isinstance(row, Row) else None
    if accessor is None or accessor.kind == "column" or len(field.source) > 1:
        _value(frame, state, ref, field)
    elif field.depth and (accessor.is_single or accessor.is_set):
        _deep(frame, state, field, held, name, field.depth)
    else:
        read_key(frame, state, held, name, ir.Name(field.stop.at, field.name))


def _deep(frame: Frame, state: State, field: Field, value: Value, name: str, depth: int) -> None:
    """`depth`: the related rows with all their columns, and the relations from there while there is depth left."""
    node = ir.Name(field.stop.at, field.name)
    related = attributes.read(frame, state, value, name, node)

    def act(inner: State, found: Value) -> None:
        row = inner.held(found)
        model = frame.world.accessors.model(row.model) if isinstance(row, Row) else None
        for known in model.fields if model is not None else ():
            if known.kind in ("forward", "one_to_one", "many_to_many"):
                _deeper(frame, inner, field, found, known.name, depth)

    if isinstance(related, RelatedManager):
        every(frame, state, related, node, act)
    else:
        for option in options(related):
            act(state, option)


def _deeper(frame: Frame, state: State, field: Field, row: Value, name: str, depth: int) -> None:
    """One relation of a row that `depth` shows: loops over sets inside of each other stand at the same place."""
    node = ir.Name(field.stop.at, field.name)
    with called_at(frame, node):
        if depth > 1:
            _deep(frame, state, field, row, name, depth - 1)
        else:
            read_key(frame, state, row, name, node)


def _custom(frame: Frame, state: State, ref: Ref, field: Field) -> None:
    """A field class of the project: its own `to_representation` gets the value, each of them if there are many.

    One field serves all rows: what its code sets on it is kept.
    """
    outer, name = state.heap.get(ref.id), f"{KEPT}{field.name}"
    known = outer.attrs.get(name) if isinstance(outer, Instance) else None
    child = known if isinstance(known, Ref) else _field(frame, state, outer, field)
    _show_custom(frame, state, child, field)
    made, outer = state.heap.get(child.id), state.heap.get(ref.id)
    if isinstance(made, Instance) and made.attrs and isinstance(outer, Instance):
        state.heap[ref.id] = replace(outer, attrs={**outer.attrs, name: child})


def _field(frame: Frame, state: State, outer: object, field: Field) -> Ref:
    assert field.symbol is not None
    nest = outer.nest if isinstance(outer, Instance) else frame.exec
    return frame.make(state, ("field", field.stop.at, field.symbol.key), Instance(field.symbol, nest))


def _show_custom(frame: Frame, state: State, child: Ref, field: Field) -> None:
    assert field.symbol is not None
    node = ir.Name(field.stop.at, field.name)
    is_key = is_key_only(frame, state, child, field)

    def act(inner: State, value: Value) -> None:
        if attributes.call_member(frame, inner, child, "to_representation", node, value) is None:
            show(frame, inner, value, node)

    if is_own(frame, field.symbol, "get_attribute") and not field.many:
        act(state, attributes.call_member(frame, state, child, "get_attribute", node, state.env[ROW]) or Plain())
    elif field.many:
        every(frame, state, source(frame, state, field, field.source), node, act)
    elif is_key:
        _key(frame, state, child, field)
        act(state, Plain(frame.exec))
    else:
        act(state, source(frame, state, field, field.source))


def is_key_only(frame: Frame, state: State, child: Ref, field: Field) -> bool:
    """Whether only the key of the related row is asked for."""
    assert field.symbol is not None
    if is_own(frame, field.symbol, "use_pk_only_optimization"):
        node = ir.Name(field.stop.at, field.name)
        return attributes.call_member(frame, state, child, "use_pk_only_optimization", node) != FALSE
    kind = kind_of(frame.world, field.symbol)
    return kind == "key" or (kind == "link" and field.related == "pk" and bool(field.source))


def _nothing(_state: State, _row: Value) -> None:
    """Rows of which only the key is shown."""


def _unsaid(_frame: Frame, _state: State, _ref: Ref, _field: Field) -> None:
    """A field that is not shown, or of which nothing is known."""


SHOWN: dict[str, Shower] = {
    "value": _value,
    "method": _method,
    "key": _key,
    "text": _text,
    "slug": _slug,
    "link": _link,
    "implied": _implied,
    "custom": _custom,
    "hidden": _unsaid,
    "unknown": _unsaid,
}
