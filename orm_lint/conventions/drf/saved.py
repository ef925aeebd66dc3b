"""What `serializer.save()` writes: one row, or one for each item of a list; methods of the project are run so.

https://www.django-rest-framework.org/api-guide/serializers/#saving-instances
"""

from __future__ import annotations

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.drf.accepted import accepted_by
from orm_lint.conventions.drf.declared import class_in
from orm_lint.conventions.drf.validation import VALID, keep, takes_many
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.containers import put
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import call_manager, call_related
from orm_lint.interpreter.objects import Box, Instance, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.row_methods import call_row
from orm_lint.interpreter.rows import write
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ModelManager, Ref, RelatedManager, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

INSTANCE = "instance"
KEPT = "_data"


def save(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.save(**more)`: creates, or updates what the serializer was made for."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    data = held.attrs.get(VALID)
    if data is None:
        return Unknown("serializer whose input nobody has validated")
    instance = held.attrs.get(INSTANCE, NONE)
    more = dict(args.keywords)
    if takes_many(held):
        value = _save_all(frame, state, ref, held, data, more, node)
    elif instance == NONE:
        value = _create(frame, state, ref, held.symbol, _with(frame, state, data, more, node), node)
    else:
        value = _update(frame, state, ref, held.symbol, instance, _with(frame, state, data, more, node), node)
    keep(state, ref, INSTANCE, value)
    return value


def _with(frame: Frame, state: State, data: Value, more: dict[str, Value], node: ir.Node) -> Value:
    """The input and what `save()` was given besides, as one dict."""
    box = state.held(data)
    if not isinstance(box, Box) or box.kind != "dict":
        return data
    entries: dict[str | int | None, Value] = {**box.entries}
    entries.update(more)
    merged = Box("dict", frame.exec, box.element, box.keys, entries)
    return frame.make(state, ("saved", node.at), merged)


def _save_all(
    frame: Frame, state: State, ref: Ref, held: Instance, data: Value, more: dict[str, Value], node: ir.Call
) -> Value:
    """`ListSerializer.save()`: an own `create` or `update` is called once, DRF's own creates row by row."""
    instance = held.attrs.get(INSTANCE, NONE)
    meta = frame.world.names.class_member(held.symbol, "Meta")
    own = class_in(frame, meta, "list_serializer_class") if isinstance(meta, ClassSymbol) else None
    own = own or (held.symbol if "child" in held.attrs else None)
    name, given = ("create", (data,)) if instance == NONE else ("update", (instance, data))
    if own is not None and is_own(frame, own, name):
        many = ref
        if own is not held.symbol:
            attrs = {**held.attrs, "child": ref}
            many = frame.make(state, ("list", node.at), Instance(own, frame.exec, attrs))
        result = attributes.call_member(frame, state, many, name, node, *given)
        return result if result is not None else Unknown("rows that are saved")
    if name == "update":
        raise Dead
    child = held.attrs.get("child")
    return _create_each(frame, state, child if isinstance(child, Ref) else ref, data, more, node)


def _create_each(
    frame: Frame, state: State, child: Ref, data: Value, more: dict[str, Value], node: ir.Call
) -> Value:  # fmt: skip
    made = frame.make(state, ("created", node.at), Box("list", frame.exec, size="unknown"))
    held = state.heap.get(child.id)
    if isinstance(held, Instance):
        symbol = held.symbol

        def act(inner: State, item: Value) -> None:
            item = _with(frame, inner, item, more, node)
            put(frame, inner, made, _create(frame, inner, child, symbol, item, node))

        each(frame, state, source_of(frame, state, data, node), node, act)
    return made


def _create(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, data: Value, node: ir.Call) -> Value:
    """`serializer.create(data)`: the project's, else that of the model's manager, and the sets after it."""
    if is_own(frame, symbol, "create"):
        result = attributes.call_member(frame, state, ref, "create", node, data)
        return result if result is not None else Unknown("row that is created")
    _refuse_nested(frame, state, symbol)
    return _created(frame, state, symbol, data, node)


def _refuse_nested(frame: Frame, state: State, symbol: ClassSymbol) -> None:
    """DRF's own methods raise where a nested serializer takes input."""
    if any(field.nested is not None for field in accepted_by(frame, state.copy(), symbol)):
        raise Dead


def _created(frame: Frame, state: State, symbol: ClassSymbol, data: Value, node: ir.Call) -> Value:
    """`ModelSerializer.create(data)`."""
    model = _model(frame, symbol)
    if model is None:
        return Unknown("row that is created")
    columns, sets = _split(frame, state, model.model, data)
    made = call_manager(frame, state, model, "create", Given((), tuple(columns.items())), _call(node, "create"))
    _set(frame, state, made, sets, node)
    return made


def _update(
    frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, instance: Value, data: Value, node: ir.Call
) -> Value:  # fmt: skip
    """`serializer.update(instance, data)`: the project's, else the row is saved, and its sets."""
    if is_own(frame, symbol, "update"):
        result = attributes.call_member(frame, state, ref, "update", node, instance, data)
        return result if result is not None else instance
    _refuse_nested(frame, state, symbol)
    return _updated(frame, state, instance, data, node)


def _updated(frame: Frame, state: State, instance: Value, data: Value, node: ir.Call) -> Value:
    """`ModelSerializer.update(instance, data)`. The sets are set once for one row: what the row had loaded stays so."""
    row = state.held(instance)
    if isinstance(row, Row) and isinstance(instance, Ref):
        columns, _ = _split(frame, state, row.model, data)
        for name, value in columns.items():
            write(frame, state, instance, name, value)
        call_row(frame, state, instance, "save", Given(), _call(node, "save"))
    return instance


def _call(node: ir.Call, name: str) -> ir.Call:
    return ir.Call(node.at, ir.Attr(node.at, node.func, name), (), ())


def _model(frame: Frame, symbol: ClassSymbol) -> ModelManager | None:
    meta = frame.world.names.class_member(symbol, "Meta")
    found = class_in(frame, meta, "model") if isinstance(meta, ClassSymbol) else None
    model = frame.world.model_of(found) if found is not None else None
    return ModelManager(model.label, model.default_manager) if model is not None else None


def _split(frame: Frame, state: State, label: str, data: Value) -> tuple[dict[str, Value], dict[str, Value]]:
    """The columns and the sets among what is saved."""
    box = state.held(data)
    columns: dict[str, Value] = {}
    sets: dict[str, Value] = {}
    for key, value in box.entries.items() if isinstance(box, Box) else ():
        accessor = frame.world.accessors.find(label, str(key))
        held = state.held(value)
        if accessor is not None and not (isinstance(held, Box) and held.kind == "dict"):
            (sets if accessor.is_set else columns)[str(key)] = value
    return columns, sets


def _set(frame: Frame, state: State, row: Value, sets: dict[str, Value], node: ir.Call) -> None:
    for name, value in sets.items() if isinstance(row, Ref) else ():
        call_related(frame, state, RelatedManager(row.id, name), "set", Given((value,)), _call(node, "set"))  # type: ignore[union-attr]


def create(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().create(data)` in a serializer of the project."""
    held = state.held(args.args[0])
    if not isinstance(held, Instance) or len(args.args) < 2:
        return Unknown("row that is created")
    return _created(frame, state, held.symbol, args.args[1], node)


def create_list(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().create(data)` in a list serializer of the project."""
    held = state.held(args.args[0])
    child = held.attrs.get("child") if isinstance(held, Instance) else None
    if not isinstance(child, Ref) or len(args.args) < 2:
        return Unknown("rows that are created")
    return _create_each(frame, state, child, args.args[1], {}, node)


def update(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().update(instance, data)` in a serializer of the project."""
    if len(args.args) < 3:
        return Unknown("row that is saved")
    return _updated(frame, state, args.args[1], args.args[2], node)


BASE = "rest_framework.serializers"
MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{BASE}.BaseSerializer.save", save),
    (f"{BASE}.ListSerializer.save", save),
    (f"{BASE}.ListSerializer.create", create_list),
    (f"{BASE}.ModelSerializer.create", create),
    (f"{BASE}.ModelSerializer.update", update),
)
