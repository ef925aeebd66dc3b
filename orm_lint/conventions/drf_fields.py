"""The fields of a Django REST framework serializer: declared ones, and those that `Meta` implies from the model.

What each field class reads is section 9 of the truth table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.interpreter import attributes
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import ClassValue, Const, Ref, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol

FIELD = "rest_framework.fields.Field"
SERIALIZER = "rest_framework.serializers.BaseSerializer"
MODEL_SERIALIZER = frozenset({"rest_framework.serializers.ModelSerializer"})

Kind: TypeAlias = Literal["value", "method", "nested", "key", "text", "slug", "link", "implied", "custom"]

KINDS: tuple[tuple[str, Kind], ...] = (
    (SERIALIZER, "nested"),
    ("rest_framework.fields.SerializerMethodField", "method"),
    ("rest_framework.relations.PrimaryKeyRelatedField", "key"),
    ("rest_framework.relations.StringRelatedField", "text"),
    ("rest_framework.relations.SlugRelatedField", "slug"),
    ("rest_framework.relations.HyperlinkedIdentityField", "value"),
    ("rest_framework.relations.HyperlinkedRelatedField", "link"),
    (FIELD, "value"),
)


class Field(Struct, frozen=True):
    """One field of the output. `source` are the names that lead from the row to its value; none is the row itself.

    `related` is the attribute that a slug or link shows, or the name of the method; `depth` how deep an implied
    relation is nested.
    """

    name: str
    kind: Kind
    stop: Stop
    source: tuple[str, ...]
    many: bool = False
    symbol: ClassSymbol | None = None
    related: str = "pk"
    depth: int = 0


def fields_of(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Field, ...]:
    """The fields that a serializer class shows, in no particular order."""
    declared = dict(_declared(frame, symbol))
    if not frame.world.names.descends_from(symbol, MODEL_SERIALIZER):
        return tuple(field for field in declared.values() if field is not None)
    meta = _meta(frame, symbol)
    model = _model(frame, state, meta) if meta is not None else None
    if meta is None or model is None:
        return tuple(field for field in declared.values() if field is not None)
    hidden = _hidden(frame, state, meta)
    depth = _read(frame, state, meta, "depth")
    deep = depth.value if isinstance(depth, Const) and isinstance(depth.value, int) else 0
    found: list[Field] = []
    for name, stop in _named(frame, state, meta, model, symbol):
        if name in declared:
            field = declared[name]
            if field is not None:
                found.append(field)
        elif name not in hidden:
            found.append(Field(name, "implied", stop, (name,), depth=deep))
    return tuple(found)


def _declared(frame: Frame, symbol: ClassSymbol) -> Iterator[tuple[str, Field | None]]:
    """The fields that the class and its ancestors assign; those nearer to the class come last. None takes one away."""
    names = frame.world.names
    for owner in reversed(names.mro(symbol)):
        if not isinstance(owner, ClassSymbol) or owner.module.evidence != "project":
            continue
        for name, bindings in names.members(owner).names.items():
            binding = bindings[-1]
            if not isinstance(binding, Assigned):
                continue
            match binding.value:
                case ir.Const(value=None):
                    yield name, None
                case ir.Call() as call:
                    field = _field(frame, owner, name, call)
                    if field is not None:
                        yield name, field if not _is_true(call, "write_only") else None


def _field(frame: Frame, owner: ClassSymbol, name: str, call: ir.Call) -> Field | None:
    found = frame.world.names.follow(frame.world.names.resolve(owner.module, call.func, (owner,)))
    if not isinstance(found, ClassSymbol):
        return None
    ancestors = {ancestor.dotted for ancestor in frame.world.names.mro(found)}
    kind = next((kind for base, kind in KINDS if base in ancestors), None)
    if kind is None:
        return None
    stop = Stop(owner.module, call.at, name)
    source = _text(call, "source")
    path = () if source == "*" else tuple((source or name).split("."))
    related = _text(call, "slug_field") or _text(call, "lookup_field") or "pk"
    if kind == "method":
        related = _text(call, "method_name") or f"get_{name}"
    if kind == "value" and found.module.evidence == "project":
        kind = "custom"
    return Field(name, kind, stop, path, _is_true(call, "many"), found, related)


def _text(call: ir.Call, name: str) -> str | None:
    for keyword in call.keywords:
        if keyword.name == name and isinstance(keyword.value, ir.Const) and isinstance(keyword.value.value, str):
            return keyword.value.value
    return None


def _is_true(call: ir.Call, name: str) -> bool:
    return any(k.name == name and isinstance(k.value, ir.Const) and k.value.value is True for k in call.keywords)


def _meta(frame: Frame, symbol: ClassSymbol) -> ClassSymbol | None:
    found = frame.world.names.class_member(symbol, "Meta")
    return found if isinstance(found, ClassSymbol) else None


def _read(frame: Frame, state: State, meta: ClassSymbol, name: str) -> Value | None:
    if frame.world.names.class_member(meta, name) is None:
        return None
    return attributes.of_class(frame, state, meta, name, ir.Name(meta.node.at, name))


def _model(frame: Frame, state: State, meta: ClassSymbol) -> Model | None:
    value = _read(frame, state, meta, "model")
    found = value.symbol if isinstance(value, ClassValue) else None
    return frame.world.model_of(found) if found is not None else None


def _hidden(frame: Frame, state: State, meta: ClassSymbol) -> frozenset[str]:
    """Implied fields that `extra_kwargs` or `write_only_fields` keep out of the output."""
    hidden = set(_texts(state, _read(frame, state, meta, "write_only_fields")) or ())
    extra = _read(frame, state, meta, "extra_kwargs")
    box = state.heap.get(extra.id) if isinstance(extra, Ref) else None
    for name, value in box.entries.items() if isinstance(box, Box) else ():
        inner = state.heap.get(value.id) if isinstance(value, Ref) else None
        if isinstance(inner, Box) and inner.entries.get("write_only") == Const(True):
            hidden.add(str(name))
    return frozenset(hidden)


def _named(
    frame: Frame, state: State, meta: ClassSymbol, model: Model, symbol: ClassSymbol
) -> Iterator[tuple[str, Stop]]:
    """The names in `Meta.fields`, or all fields of the model but those in `exclude`, with the place that says so."""
    from orm_lint.conventions.build import first_stated

    stop = first_stated(frame.world, meta, "fields", "exclude", "model")
    value = _read(frame, state, meta, "fields")
    if value is not None and value != Const("__all__"):
        places = _places(frame, meta, "fields")
        for name in _texts(state, value) or ():
            yield name, places.get(name, stop)
        return
    excluded = set(_texts(state, _read(frame, state, meta, "exclude")) or ())
    for name, field in _declared(frame, symbol):
        if field is not None and name not in excluded:
            yield name, field.stop
    for known in model.fields:
        if known.name not in excluded and known.kind in ("plain", "forward", "one_to_one", "many_to_many"):
            yield known.name, stop


def _places(frame: Frame, meta: ClassSymbol, name: str) -> dict[str, Stop]:
    """Where the entries of a list stand that is written out."""
    from orm_lint.project.symbols import ValueSymbol

    found = frame.world.names.class_member(meta, name)
    if not isinstance(found, ValueSymbol) or not isinstance(found.binding.value, ir.Seq):
        return {}
    items = [item for item in found.binding.value.items if isinstance(item, ir.Const)]
    return {str(item.value): Stop(found.module, item.at, str(item.value)) for item in items}


def _texts(state: State, value: Value | None) -> tuple[str, ...] | None:
    """The texts in a list or tuple; None where they are not all known."""
    for option in options(value) if value is not None else ():
        box = state.heap.get(option.id) if isinstance(option, Ref) else None
        if isinstance(box, Box) and box.kind != "dict":
            return tuple(v.value for v in box.entries.values() if isinstance(v, Const) and isinstance(v.value, str))
    return None
