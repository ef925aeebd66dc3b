"""One cell of a django-tables2 table: what its accessor reads, what renders it, where it links to."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.declared import Declared, option, own_class
from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.common.places import nearest_stated, placed
from orm_lint.conventions.common.row import CALLABLE, ask_page, call, read_path
from orm_lint.conventions.tables.columns import LINK, MANY, TEMPLATE
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    TRUE,
    Const,
    Ref,
    RelatedManager,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

MOST_NESTED = 3


def cell(frame: Frame, state: State, table: Ref, column: Declared, row: Value, node: ir.Name) -> None:
    """Shows one column of one row."""
    value = _value(frame, state, column, row, node)
    given = {"value": value, "record": row, "table": table}
    renderer = attributes.read(frame, state, table, f"render_{column.name}", node)
    ancestors = _ancestors(frame, column.symbol)
    if isinstance(renderer, CALLABLE):
        show(frame, state, call(frame, state, renderer, node, **given), node)
    elif column.ref is not None and column.symbol is not None and is_own(frame, column.symbol, "render"):
        own = attributes.read(frame, state, column.ref, "render", node)
        show(frame, state, call(frame, state, own, node, **given), node)
    elif MANY in ancestors:
        _many(frame, state, column, value, node)
    elif TEMPLATE not in ancestors and not isinstance(value, RelatedManager):
        text = column.given.get("text")
        shown = call(frame, state, text, node, row) if isinstance(text, CALLABLE) else text or value
        show(frame, state, shown, node)
    _link(frame, state, column, row, value, node)
    _call_all(frame, state, column.given.get("attrs", NONE), node, given)


def row_attributes(frame: Frame, state: State, symbol: ClassSymbol, row: Value) -> None:
    """`Meta.row_attrs`, whose callables are given the record."""
    meta = own_class(frame, symbol, "Meta")
    found = option(frame, state, meta, "row_attrs") if meta is not None else None
    if meta is not None and found is not None:
        stop = replace(nearest_stated(frame.world, meta, "row_attrs"), text=f"{symbol.node.name}.row_attrs")
        with placed(frame, stop) as node:
            _call_all(frame, state, found, node, {"record": row})


def _ancestors(frame: Frame, symbol: ClassSymbol | None) -> frozenset[str]:
    return frozenset(found.dotted for found in frame.world.names.mro(symbol)) if symbol is not None else frozenset()


def _value(frame: Frame, state: State, column: Declared, row: Value, node: ir.Name) -> Value:
    """What the accessor reads."""
    stated = column.given.get("accessor", NONE)
    if isinstance(stated, CALLABLE):
        return call(frame, state, stated, node, row)
    return resolved(frame, state, row, column.text("accessor") or column.name, node)


def resolved(frame: Frame, state: State, value: Value, path: str, node: ir.Name) -> Value:
    """`Accessor(path).resolve(value)`, as far as the first name that nothing answers."""
    names = tuple(path.split("." if "." in path else "__"))
    for number, name in enumerate(names):
        known = [option for option in options(value) if option != NONE]
        if known and all(_lacks(frame, state, option, name) for option in known):
            names = names[:number]
            break
        value = read_path(frame, state, value, (name,), node)
    return value


def _lacks(frame: Frame, state: State, value: Value, name: str) -> bool:
    """Whether a row has nothing of that name: the column then shows what it likes."""
    row = state.held(value)
    if not isinstance(row, Row):
        return False
    model = frame.world.accessors.model(row.model)
    is_known = frame.world.accessors.find(row.model, name) is not None or name in row.load.annotations
    return not is_known and model is not None and frame.world.names.class_member(model.symbol, name) is None


def _many(frame: Frame, state: State, column: Declared, value: Value, node: ir.Name) -> None:
    """`value.exists()`, then the text of each row of the set."""
    for option_ in options(value):
        if not isinstance(option_, RelatedManager):
            continue
        chosen = column.given.get("filter")
        rows = (
            call(frame, state, chosen, node, option_)
            if chosen is not None
            else queryset_of(frame, state, option_, node)
        )
        held = state.held(rows)
        if isinstance(held, QuerySet | Box):
            source = source_of(frame, state, rows, node)
            each(frame, state, source, node, lambda inner, row: _one_of_many(frame, inner, column, row, node))


def _one_of_many(frame: Frame, state: State, column: Declared, row: Value, node: ir.Name) -> None:
    transform = column.given.get("transform")
    show(frame, state, row if transform is None else call(frame, state, transform, node, row), node)
    linked = column.given.get("linkify_item")
    if linked == TRUE:
        ask_page(frame, state, row, node)
    elif isinstance(linked, CALLABLE):
        call(frame, state, linked, node, row)
    elif linked is not None:
        _reverse(frame, state, linked, row, node)


def _link(frame: Frame, state: State, column: Declared, row: Value, value: Value, node: ir.Name) -> None:
    """The address that a cell links to."""
    linked = column.given.get("linkify", NONE)
    if LINK in _ancestors(frame, column.symbol):
        view = column.given.get("viewname", NONE)
        if view == NONE:
            linked = TRUE
        for name in ("args", "kwargs"):
            _resolve_all(frame, state, column.given.get(name, NONE), row, node)
    if linked == TRUE:
        target = value if _has_page(frame, state, value) else row
        ask_page(frame, state, target, node)
    elif isinstance(linked, CALLABLE):
        call(frame, state, linked, node, record=row, value=value)
    else:
        _reverse(frame, state, linked, row, node)


def _has_page(frame: Frame, state: State, value: Value) -> bool:
    rows = [state.heap.get(found.id) for found in options(value) if isinstance(found, Ref)]
    models = [frame.world.accessors.model(found.model) for found in rows if isinstance(found, Row)]
    return any(model and frame.world.names.class_member(model.symbol, "get_absolute_url") for model in models)


def _reverse(frame: Frame, state: State, linked: Value, row: Value, node: ir.Name) -> None:
    """`("view", [A("owner__pk")])`, or a dict of what `reverse` takes: accessors in it are read from the row."""
    box = state.held(linked)
    if not isinstance(box, Box):
        return
    for name, held in box.entries.items():
        if name not in ("viewname", 0):
            _resolve_all(frame, state, held, row, node)


def _resolve_all(frame: Frame, state: State, value: Value, row: Value, node: ir.Name) -> None:
    box = state.held(value)
    for held in box.entries.values() if isinstance(box, Box) else ():
        if isinstance(held, Const) and isinstance(held.value, str):
            resolved(frame, state, row, held.value, node)


def _call_all(frame: Frame, state: State, value: Value, node: ir.Name, given: dict[str, Value], depth: int = 0) -> None:
    """Calls what can be called in a dict of attributes."""
    box = state.held(value)
    for held in box.entries.values() if isinstance(box, Box) and depth < MOST_NESTED else ():
        if isinstance(held, CALLABLE):
            call(frame, state, held, node, **given)
        else:
            _call_all(frame, state, held, node, given, depth + 1)
