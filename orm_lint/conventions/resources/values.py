"""What one field of an export reads from one row, and what its widget makes of it."""

from __future__ import annotations

from orm_lint.conventions.common.declared import Declared
from orm_lint.conventions.common.row import CALLABLE, call, read_path
from orm_lint.conventions.resources.fields import KEY_WIDGET, MANY_WIDGET
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each, void
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, Instance, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Const, Ref, RelatedManager, Value, options
from orm_lint.ir import nodes as ir

KEY = "pk"


def write(frame: Frame, state: State, resource: Ref, field: Declared, row: Value, node: ir.Name) -> None:
    """Writes one field: by a method of the resource, else what the field reads."""
    stated = field.given.get("dehydrate_method")
    name = field.text("dehydrate_method") or f"dehydrate_{field.name}"
    own = stated if isinstance(stated, CALLABLE) else attributes.read(frame, state, resource, name, node)
    if isinstance(own, CALLABLE):
        show(frame, state, call(frame, state, own, node, row), node)
        return
    if field.symbol is not None:
        path = field.text("attribute")
        if path is not None:
            _render(frame, state, field, read_path(frame, state, row, tuple(path.split("__")), node), node)
        return
    for option in options(row):
        _implied(frame, state, field, option, node)


def _implied(frame: Frame, state: State, field: Declared, row: Value, node: ir.Name) -> None:
    """A name in `Meta.fields`: of a foreign key the column is read, unless the class says how to show it."""
    found = state.held(row)
    if not isinstance(found, Row):
        return
    accessor = frame.world.accessors.find(found.model, field.name)
    if accessor is not None and accessor.column is not None and "widget" not in field.given:
        attributes.read(frame, state, row, accessor.column, node)
        return
    value = read_path(frame, state, row, tuple(field.name.split("__")), node)
    if isinstance(value, RelatedManager):
        _each(frame, state, value, KEY, node)
    elif "widget" in field.given:
        _render(frame, state, field, value, node)


def _render(frame: Frame, state: State, field: Declared, value: Value, node: ir.Name) -> None:
    """What the widget of a field makes of its value: by default its text."""
    widget = field.given.get("widget")
    held = state.held(widget)
    if isinstance(held, Box):  # what the widget of an implied field is made with
        shown = held.entries.get("field")
        _follow(frame, state, value, _text(shown), node)
        return
    ancestors = {found.dotted for found in frame.world.names.mro(held.symbol)} if isinstance(held, Instance) else set()
    if isinstance(widget, Ref) and attributes.call_member(frame, state, widget, "render", node, value) is not None:
        return
    path = _text(held.attrs.get("field")) if isinstance(held, Instance) else KEY
    if MANY_WIDGET in ancestors:
        _each(frame, state, value, path, node)
    elif KEY_WIDGET in ancestors:
        _follow(frame, state, value, path, node)
    elif not isinstance(value, RelatedManager):
        show(frame, state, value, node)


def _text(value: Value | None) -> str:
    return value.value if isinstance(value, Const) and isinstance(value.value, str) else KEY


def _follow(frame: Frame, state: State, value: Value, path: str, node: ir.Name) -> None:
    for option in options(value):
        if isinstance(option, Ref):
            show(frame, state, read_path(frame, state, option, tuple(path.split("__")), node), node)


def _each(frame: Frame, state: State, value: Value, path: str, node: ir.Name) -> None:
    """`value.all()`, of which each row shows one attribute."""
    for option in options(value):
        if isinstance(option, RelatedManager):
            rows = queryset_of(frame, state, option, node)
            each(frame, state, source_of(frame, state, rows, node), node,
                 lambda inner, row: void(attributes.read(frame, inner, row, path, node)))  # fmt: skip
