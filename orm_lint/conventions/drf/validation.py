"""The input side of serializers: `is_valid()` asks for each row that a key names, and for what has to be unique.

https://www.django-rest-framework.org/api-guide/relations/, section 9 of the truth table
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.common.places import called_at, caused
from orm_lint.conventions.drf.accepted import Accepted, accepted_by
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.containers import put
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import Source, source_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import FALSE, NONE, TRUE, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.symbols import ClassSymbol

DATA = "initial_data"
VALID = "$valid"
PART = "$part"
DEEPEST = 3


def is_valid(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.is_valid()`: once for each item where there are many; what comes of it is kept."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref) or VALID in held.attrs:
        return Plain()
    data = held.attrs.get(DATA)
    if data is None:
        return Plain()
    keep(state, ref, VALID, validated(frame, state, ref, held, data, node))
    return Plain()


def validated(frame: Frame, state: State, ref: Ref, held: Instance, data: Value, node: ir.Node) -> Value:
    """What a serializer makes of its input: a dict, or a list of them."""
    if not takes_many(held):
        return run_validation(frame, state, ref, data, node)
    made = frame.make(state, ("validated", node.at, ref.id), Box("list", frame.exec, size="unknown"))
    child = held.attrs.get("child")
    one = child if isinstance(child, Ref) else ref

    def act(inner: State, item: Value) -> None:
        put(frame, inner, made, run_validation(frame, inner, one, item, node))

    each(frame, state, sent_items(frame, state, data, node), node, act)
    return made


def takes_many(held: Instance) -> bool:
    """Whether a serializer may be given a list: `many=isinstance(request.data, list)` may be true."""
    return held.attrs.get("$many", NONE) not in (NONE, FALSE) or "child" in held.attrs


def sent_items(frame: Frame, state: State, data: Value, node: ir.Node) -> Source:
    """The items of a list that was sent: as many as the client likes, unless the source says what they are."""
    source = source_of(frame, state, data, node)
    if source.element is None or source.size == "unknown":
        element = source.element if source.element is not None else Plain(frame.exec)
        return Source(element, source.base, "rows")
    return source


def run_validation(frame: Frame, state: State, ref: Ref, data: Value, node: ir.Node) -> Value:
    """`serializer.run_validation(data)` of one item, with the methods that the project defines."""
    held = state.heap.get(ref.id)
    if not isinstance(held, Instance):
        return Unknown("serializer that is not known")
    with called_at(frame, node):
        value = _own(frame, state, ref, held.symbol, "to_internal_value", node, data)
        if value is None:
            value = to_dict(frame, state, ref, held.symbol, data)
        return _own(frame, state, ref, held.symbol, "validate", node, value) or value


def _own(
    frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, name: str, node: ir.Node, *args: Value
) -> Value | None:  # fmt: skip
    return attributes.call_member(frame, state, ref, name, node, *args) if is_own(frame, symbol, name) else None


def to_dict(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, data: Value) -> Ref:
    """`Serializer.to_internal_value(data)`: a dict of what each field makes of its part."""
    entries: dict[str | int | None, Value] = {}
    for field in accepted_by(frame, state, symbol):
        outer, frame.module = frame.module, field.stop.module
        try:
            node = ir.Name(field.stop.at, field.name)
            with caused(frame, replace(field.stop, text=f"{symbol.node.name}.{field.name}")):
                sent = _sent(frame, state, data, field.name)
                value = taken(frame, state, field, sent, node, is_sure=not _is_part(state, ref))
            own = _own(frame, state, ref, symbol, f"validate_{field.name}", node, value)
        finally:
            frame.module = outer
        entries[field.source] = value if own is None else own
    at = symbol.node.at
    return frame.make(state, ("valid", at, ref.id), Box("dict", frame.exec, Plain(frame.exec), Plain(), entries))


def _sent(frame: Frame, state: State, data: Value, name: str) -> Value:
    """The part of the input that a field is given."""
    box = state.held(data)
    if isinstance(box, Box) and box.kind == "dict":
        return box.entries.get(name) or box.element or Plain(frame.exec)
    return Plain(frame.exec)


def _is_part(state: State, ref: Ref) -> bool:
    """Whether a serializer validates a list inside of one object: how long that is, is less sure."""
    held = state.heap.get(ref.id)
    return isinstance(held, Instance) and PART in held.attrs and takes_many(held)


def taken(frame: Frame, state: State, field: Accepted, sent: Value, node: ir.Name, is_sure: bool) -> Value:
    """What a field makes of what it was sent."""
    if field.unique is not None:
        _exists(frame, state, field.unique, field, node)
    if field.nested is not None:
        held = state.heap.get(field.nested.id)
        if not isinstance(held, Instance) or len(frame.calls) > DEEPEST:
            return Unknown("input of a nested serializer")
        keep(state, field.nested, PART, TRUE)
        return validated(frame, state, field.nested, held, sent, node)
    if field.rows is None:
        return Plain(frame.exec)
    if not field.many:
        return _got(frame, state, field, node, is_sure)
    made = frame.make(state, ("keys", node.at), Box("list", frame.exec, size="unknown"))

    def act(inner: State, item: Value) -> None:
        put(frame, inner, made, _got(frame, inner, field, node, is_sure=False))

    each(frame, state, sent_items(frame, state, sent, node), node, act)
    return made


def _got(frame: Frame, state: State, field: Accepted, node: ir.Name, is_sure: bool) -> Value:
    """One row for one key. How many keys are sent for one object is less sure than how many objects."""
    assert field.rows is not None
    return _ask(frame, state, field.rows, "get", field.key, node, is_sure)


def _exists(frame: Frame, state: State, rows: Value, field: Accepted, node: ir.Name) -> None:
    found = _ask(frame, state, rows, "filter", field.source, node, is_sure=True)
    _ask(frame, state, found, "exists", "", node, is_sure=True)


def _ask(frame: Frame, state: State, rows: Value, name: str, key: str, node: ir.Name, is_sure: bool) -> Value:
    start = queryset_from(frame, state, rows, node)
    found = state.held(start)
    method = find_method(name, frame.world.django)
    if not isinstance(found, QuerySet) or not isinstance(start, Ref) or method is None:
        return Unknown("queryset that is not known")
    doubts = found.doubts | {"size"} if is_sure else found.doubts | {"size", "unknown"}
    fresh = frame.make(state, ("asked", node.at, start.id), replace(found, nest=frame.exec, evaluated=False,
                                                                   element=None, doubts=doubts))  # fmt: skip
    call = ir.Call(node.at, ir.Attr(node.at, node, name), (), ())
    given = Given((), ((key, Plain(frame.exec)),)) if key else Given()
    return querysets.call_method(frame, state, fresh, method, given, call)


def keep(state: State, ref: Ref, name: str, value: Value) -> None:
    """Sets an attribute of a serializer."""
    held = state.heap.get(ref.id)
    if isinstance(held, Instance):
        state.heap[ref.id] = replace(held, attrs={**held.attrs, name: value})


def validated_data(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.validated_data`."""
    held = state.held(args.args[0])
    known = held.attrs.get(VALID) if isinstance(held, Instance) else None
    return known if known is not None else Unknown("input that nobody has validated")


def internal_value(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().to_internal_value(data)` in a serializer of the project."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref) or len(args.args) < 2:
        return Unknown("serializer that is not known")
    return to_dict(frame, state, ref, held.symbol, args.args[1])


def same(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().validate(attrs)`."""
    return args.args[1] if len(args.args) > 1 else args.keyword("attrs") or Unknown("missing argument")


def errors(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.errors`: texts."""
    return Plain(frame.exec)


def unique(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`UniqueValidator(queryset=…)`."""
    attrs = {"queryset": args.args[0] if args.args else args.keyword("queryset") or NONE}
    return frame.make(state, ("unique", node.at), Instance(symbol, frame.exec, attrs))


BASE = "rest_framework.serializers"
NAMES = ("BaseSerializer", "Serializer", "ListSerializer")
MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"{BASE}.{name}.is_valid", is_valid) for name in NAMES),
    *((f"{BASE}.{name}.errors", errors) for name in NAMES),
    (f"{BASE}.BaseSerializer.validated_data", validated_data),
    (f"{BASE}.Serializer.to_internal_value", internal_value),
    (f"{BASE}.Serializer.validate", same),
)
CLASSES: tuple[tuple[str, ClassModel], ...] = (("rest_framework.validators.UniqueValidator", unique),)
