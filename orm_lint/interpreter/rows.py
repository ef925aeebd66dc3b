"""Reading and writing attributes of rows: where queries per row are made."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter.canonical import note_deeper
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Made, QuerySet, Row, Within
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    Const,
    Loop,
    Plain,
    Ref,
    RelatedManager,
    Unknown,
    Value,
    either,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.accessors import Accessor
from orm_lint.orm.fetching import fetched, parent_link_is_free
from orm_lint.orm.joins import left_out
from orm_lint.orm.plans import Arrival, Load, Plan

SETS = frozenset({"reverse_many", "many_to_many", "generic_set"})


def read(frame: Frame, state: State, ref: Ref, name: str, node: ir.Node) -> Value | None:
    """The value of an attribute that the row's data or relations answer; None if its class has to."""
    row = state.heap[ref.id]
    assert type(row) is Row
    if name in row.attrs:
        return row.attrs[name]
    accessor = frame.world.accessors.find(row.model, name)
    arrival = row.load.arrival(name)
    if accessor is not None and accessor.kind in SETS and (arrival is None or arrival.how != "attribute"):
        return RelatedManager(ref.id, name)
    if arrival is not None:
        if accessor is not None and accessor.column in row.load.deferred and arrival.how == "prefetch":
            _column(frame, state, ref, accessor, node)
        frame.world.served.add((frame.module.path, node.at))
        return arrived(frame, state, ref, name, arrival, node)
    if name in row.load.annotations:
        return Plain(row.nest)
    if accessor is None:
        return None
    if accessor.kind == "column":
        return _column(frame, state, ref, accessor, node)
    if accessor.kind == "generic_key":
        return _generic(frame, state, ref, accessor, node)
    return _single(frame, state, ref, accessor, node)


def write(frame: Frame, state: State, ref: Ref, name: str, value: Value) -> None:
    """`row.name = value`: a relation that is set is loaded; a key that is set drops the relation."""
    row = state.heap[ref.id]
    assert type(row) is Row
    attrs = {**row.attrs, name: value}
    load = row.load
    accessor = frame.world.accessors.find(row.model, name)
    if accessor is not None and accessor.kind == "column":
        for field in (found for found in _keys_of(frame, row.model, name)):
            attrs.pop(field, None)
            load = replace(load, relations=tuple(pair for pair in load.relations if pair[0] != field))
    state.heap[ref.id] = replace(row, attrs=attrs, load=load)


def _keys_of(frame: Frame, label: str, column: str) -> list[str]:
    model = frame.world.graph.get(label)
    if model is None:
        return []
    return [field.name for field in model.fields if field.attname == column and field.name != column]


def _column(frame: Frame, state: State, ref: Ref, accessor: Accessor, node: ir.Node) -> Value:
    row = state.heap[ref.id]
    assert type(row) is Row
    attname = accessor.field.attname if accessor.field else accessor.name
    if attname in row.load.deferred and not row.load.is_open and not row.is_new:
        if row.load.fetch == "raise":
            raise Dead
        if row.load.fetch == "one" or frame.is_async:
            _happens(frame, state, ref, accessor, node)
        state.heap[ref.id] = replace(row, load=replace(row.load, deferred=row.load.deferred - {attname}))
    is_key = accessor.field is not None and accessor.field.primary_key
    is_there = accessor.field is not None and accessor.field.name in row.present
    return Plain(row.nest, is_true=is_there or (is_key and is_stored(row)), is_fresh=is_key and row.is_new)


def is_stored(row: Row) -> bool:
    """Whether a row comes from the database, as far as can be told: it has its key."""
    return not row.is_new and (row.made.module is not None or row.made.outer >= 0)


def read_columns(frame: Frame, state: State, ref: Ref, columns: frozenset[str], node: ir.Node) -> None:
    """Columns that were left out, read for every row by Django itself."""
    for name in sorted(columns):
        row = state.heap[ref.id]
        accessor = frame.world.accessors.find(row.model, name) if type(row) is Row else None
        if accessor is not None:
            _happens(frame, state, ref, accessor, node)


def _generic(frame: Frame, state: State, ref: Ref, accessor: Accessor, node: ir.Node) -> Value:
    row = state.heap[ref.id]
    assert type(row) is Row
    if row.load.fetch == "raise":
        raise Dead
    is_asked = (row.load.fetch == "one" or frame.is_async) and node.at not in frame.sought
    if is_asked and not row.load.is_open and not row.is_new:
        _happens(frame, state, ref, accessor, node)
    value = Unknown("target of a generic key", row.nest)
    keep(state, ref, accessor.name, value)
    return value


def _single(frame: Frame, state: State, ref: Ref, accessor: Accessor, node: ir.Node) -> Value:
    row = state.heap[ref.id]
    assert type(row) is Row
    if accessor.name in row.absent:
        return NONE
    if row.is_new and (accessor.column is None or accessor.column not in row.attrs):
        return Unknown("relation of a new row", row.nest)
    lazy = row.lazy
    if row.load.fetch == "raise" and not row.load.is_open:
        raise Dead
    is_parent = parent_link_is_free(accessor, row.load, frame.world.around)
    is_shared = row.load.fetch == "peers" and not frame.is_async
    is_free = row.load.is_open or is_shared or is_parent
    if not is_free:
        if accessor.column and accessor.column in row.load.deferred:
            row = replace(row, load=replace(row.load, deferred=row.load.deferred - {accessor.column}))
            state.heap[ref.id] = row
        recorded = _happens(frame, state, ref, accessor, node)
        lazy = recorded if lazy is None else lazy
    load = Load(fetch=row.load.fetch, is_open=row.load.is_open)
    if accessor.manager == "base" and accessor.target and row.load.fetch == "one" and not row.load.is_open:
        load = frame.world.manager_plan(accessor.target, "base").load
    value = _related(frame, state, ref, accessor, load, lazy)
    keep(state, ref, accessor.name, value)
    return value


def _related(frame: Frame, state: State, ref: Ref, accessor: Accessor, load: Load, lazy: int | None) -> Value:
    """The row at the other end of a single-valued relation."""
    row = state.heap[ref.id]
    assert type(row) is Row
    if accessor.target is None:
        return Unknown("relation without a known target", row.nest)
    attrs: dict[str, Value] = {}
    if accessor.back:
        attrs[accessor.back] = ref
    if accessor.is_parent_link:
        load = _with_columns_of(frame, accessor.target, load, row.load)
    made = Row(accessor.target, load, row.nest, row.made, row.root, (*row.path, accessor.name), attrs, lazy,
               is_one=row.is_one, doubts=row.doubts)  # fmt: skip
    number = frame.number("related", ref.id, accessor.name)
    state.heap[number] = made
    missing = accessor.null and not row.load.is_open and accessor.name not in row.present
    return either(Ref(number), NONE) if missing else Ref(number)


def _with_columns_of(frame: Frame, label: str, load: Load, other: Load) -> Load:
    """Rows of parent and child share the relations of the columns that both have."""
    known = {name for name, _ in load.relations}
    shared = tuple(
        (name, arrival)
        for name, arrival in other.relations
        if name not in known and (found := frame.world.accessors.find(label, name)) and found.kind == "forward"
    )
    return replace(load, relations=tuple(sorted((*load.relations, *shared)))) if shared else load


def arrived(frame: Frame, state: State, ref: Ref, name: str, arrival: Arrival, node: ir.Node) -> Value:
    """What the load plan put on the row: a row, a list (to_attr), or the filled cache of a set."""
    row = state.heap[ref.id]
    assert type(row) is Row
    accessor = frame.world.accessors.find(row.model, arrival.accessor)
    if accessor is None:
        return Unknown("relation that cannot be resolved", row.nest)
    if accessor.kind in SETS:
        element = _set_row(frame, state, ref, accessor, arrival, node)
        number = frame.number("list", ref.id, name)
        state.heap[number] = Box("list", row.nest, Ref(element), size="rows")
        value: Value = Ref(number)
    elif accessor.kind == "generic_key":
        value = Unknown("target of a generic key", row.nest)
    else:
        value = _related(frame, state, ref, accessor, _inherited(arrival.plan.load, row.load), row.lazy)
    keep(state, ref, name, value)
    return value


def _inherited(load: Load, outer: Load) -> Load:
    """Rows that a join brings share the fetch mode of the row that they came with, and what may be loaded besides."""
    kept = replace(load, fetch=outer.fetch) if outer.fetch != "one" and load.fetch == "one" else load
    return _opened(kept, outer)


def _opened(load: Load, outer: Load) -> Load:
    """An argument that is not known may name a path that goes on from here."""
    return replace(load, is_open=True) if outer.is_open and not load.is_open else load


def within(plan: Plan) -> Within:
    """What tells the querysets of Prefetch objects apart where it matters."""
    return plan.model, plan.named, plan.names_deferred


def _set_row(frame: Frame, state: State, ref: Ref, accessor: Accessor, arrival: Arrival, node: ir.Node) -> int:
    """The row object that stands for all rows of a prefetched set."""
    row = state.heap[ref.id]
    assert type(row) is Row
    number = frame.number("set", ref.id, accessor.name, arrival.how)
    alone = fetched(arrival.plan, frame.world.around).read_alone
    if accessor.kind == "reverse_many" and accessor.field is not None and arrival.plan.named:
        alone |= left_out(arrival.plan, frame.world.around) & {accessor.field.attname}
    stated = arrival.plan.load.arrival(accessor.back) if accessor.back else None
    attrs: dict[str, Value] = {accessor.back: ref} if accessor.back and (stated is None or stated.known) else {}
    nest = (*row.nest, Loop(("set", number), "rows"))
    made, root, path = set_made(row), row.root, (*row.path, accessor.name)
    if arrival.plan.named:  # only() and defer() stand in the queryset of the Prefetch, not in the outer one
        made, root, path = Made(None, 0, within=within(arrival.plan)), accessor.target or "", ()
    load = _opened(arrival.plan.load, row.load)
    state.heap[number] = Row(
        accessor.target or "", load, nest, made, root, path, attrs, row.lazy, doubts=row.doubts,
    )  # fmt: skip
    if alone:
        read_columns(frame, state, Ref(number), alone, node)
    return number


def cached_set(frame: Frame, state: State, manager: RelatedManager, node: ir.Node) -> Ref | None:
    """The queryset that a prefetched relation answers `.all()` with; None if it was not prefetched."""
    row = state.heap.get(manager.row)
    if type(row) is not Row:
        return None
    key = f"@{manager.accessor}"
    if key in row.attrs:
        held = row.attrs[key]
        return held if type(held) is Ref else None
    arrival = row.load.arrival(manager.accessor)
    accessor = frame.world.accessors.find(row.model, manager.accessor)
    if arrival is None or arrival.how == "attribute" or accessor is None or accessor.target is None:
        return None
    ref = Ref(manager.row)
    element = _set_row(frame, state, ref, accessor, arrival, node)
    number = frame.number("cache", manager.row, manager.accessor)
    state.heap[number] = QuerySet(
        arrival.plan, row.nest, set_made(row), frozenset(row.nest), True, element, manager.row, manager.accessor, True,
        doubts=row.doubts,
    )  # fmt: skip
    keep(state, ref, key, Ref(number))
    return Ref(number)


def set_made(row: Row) -> Made:
    """Where the rows of a prefetched set come from."""
    return replace(row.made, alone="set") if row.made.alone is not None or row.made.outer >= 0 else row.made


def forget_set(state: State, manager: RelatedManager) -> None:
    """A change through the manager drops what was prefetched."""
    keep(state, Ref(manager.row), f"@{manager.accessor}", Const(False))


def keep(state: State, ref: Ref, name: str, value: Value) -> None:
    """The row has the value from now on."""
    row = state.heap[ref.id]
    assert type(row) is Row
    state.heap[ref.id] = replace(row, attrs={**row.attrs, name: value})


def _happens(frame: Frame, state: State, ref: Ref, accessor: Accessor, node: ir.Node) -> int:
    """Notes the query that an attribute costs; a read behind another one that costs belongs to that one."""
    row = state.heap[ref.id]
    assert type(row) is Row
    event = Event(
        "read",
        frame.stop(node),
        accessor.name,
        row.model,
        row.nest,
        row.made,
        frozenset(row.nest),
        root=row.root,
        relation=(*row.path, accessor.name),
        accessor_kind=accessor.kind,
        column=accessor.column,
        in_async=frame.is_async,
        doubts=row.doubts,
    )
    if row.lazy is not None and not (frame.is_async and row.lazy == -2):
        note_deeper(frame, state, row.lazy, replace(event, through=True))
        return row.lazy
    return frame.record(state, event)
