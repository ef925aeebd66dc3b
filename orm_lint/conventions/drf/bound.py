"""The fields of one serializer: those of its class, until code of the project adds some or takes some away."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.drf.declared import fields_of
from orm_lint.conventions.drf.fields import AT, FIELD, OWN, PATH, Field, described, place_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import TRUE, Const, Plain, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

FIELDS = "fields"
NARROWED = "$narrowed"
KEPT = "$field "
"""Under this and its name a field is kept that code sets attributes on."""
WAY = "$way"
"""The attribute of serializers inside of others: by which fields they were come to."""


def shown_fields(frame: Frame, state: State, ref: Ref) -> tuple[Field, ...]:
    """The fields that a serializer shows."""
    held = state.heap[ref.id]
    assert isinstance(held, Instance)
    if FIELDS not in held.attrs and not any(is_own(frame, held.symbol, name) for name in (FIELDS, "get_fields")):
        return fields_of(frame, held.symbol)
    value = held.attrs.get(FIELDS) or _stated(frame, state, ref, held) or _asked(frame, state, ref, held)
    box = state.held(value)
    if not isinstance(box, Box) or box.kind != "dict" or not _is_known(frame, held, box):
        frame.world.count("cut: serializers whose fields are computed")
        return ()
    found = (_field(frame, state, held, str(name), value) for name, value in box.entries.items())
    return tuple(field for field in found if field is not None)


def _is_known(frame: Frame, held: Instance, box: Box) -> bool:
    """Whether the fields are those in the box: some under unknown names may be missing if arguments chose them.

    What a property `fields` of the project takes away it takes from serializers inside of others, whose arguments are
    always the same; views hand such arguments on for some requests only.
    """
    if is_own(frame, held.symbol, FIELDS) and WAY not in held.attrs:
        return True
    taken = box.keys is not None and any(isinstance(option, Unknown) for option in options(box.keys))
    return not taken or held.attrs.get(NARROWED) != TRUE


def _stated(frame: Frame, state: State, ref: Ref, held: Instance) -> Value | None:
    """What a property `fields` of the project gives."""
    if not is_own(frame, held.symbol, FIELDS):
        return None
    found = attributes.read(frame, state, ref, FIELDS, ir.Name(held.symbol.node.at, FIELDS))
    _keep(state, ref, found)
    return found


def _keep(state: State, ref: Ref, found: Value) -> None:
    after = state.heap[ref.id]
    if isinstance(after, Instance):
        state.heap[ref.id] = replace(after, attrs={**after.attrs, FIELDS: found})


def _field(frame: Frame, state: State, held: Instance, name: str, value: Value) -> Field | None:
    for option in options(value):
        found = state.held(option)
        if not isinstance(found, Instance):
            continue
        own = found.attrs.get(OWN)
        if isinstance(own, Const):
            known = (field for field in fields_of(frame, held.symbol) if field.name == own.value)
            return None if found.attrs.get("write_only") == TRUE else next(known, None)
        stop = place_of(frame, found, name) or Stop(held.symbol.module, held.symbol.node.at, name)
        return described(frame, state, name, option, stop)
    return None


def fields(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.fields`: a dict by name, made once."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    return held.attrs.get(FIELDS) or _asked(frame, state, ref, held)


def _asked(frame: Frame, state: State, ref: Ref, held: Instance) -> Value:
    node = ir.Name(held.symbol.node.at, FIELDS)
    value: Value | None = None
    if is_own(frame, held.symbol, "get_fields"):
        value = attributes.call_member(frame, state, ref, "get_fields", node)
    found = value if value is not None else _of_class(frame, state, ref, held)
    _keep(state, ref, found)
    return found


def get_fields(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`super().get_fields()`."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    return _of_class(frame, state, ref, held)


def _of_class(frame: Frame, state: State, ref: Ref, held: Instance) -> Ref:
    """A dict of the fields of the class."""
    entries: dict[str | int | None, Value] = {}
    general = frame.world.names.follow(frame.world.names.dotted(FIELD))
    for field in fields_of(frame, held.symbol):
        symbol = field.symbol or general
        if isinstance(symbol, ClassSymbol):
            attrs = {OWN: Const(field.name), AT: Const(field.stop.at), PATH: Const(field.stop.module.path)}
            key = ("bound", ref.id, field.name)
            entries[field.name] = frame.make(state, key, Instance(symbol, held.nest, attrs))
    return frame.make(state, ("fields", ref.id), Box("dict", held.nest, entries=entries))


def readable_fields(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`self._readable_fields`, over which projects loop that write `to_representation` anew: nothing is known of it."""
    frame.world.count("cut: serializers that loop over their fields themselves")
    return Unknown("fields of a serializer")


def context(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`self.context`: what it was given, and what else the view may have put into it."""
    ref = args.args[0]
    held = state.held(ref)
    given = held.attrs.get("context") if isinstance(held, Instance) else None
    if isinstance(given, Ref):
        return given
    unknown = Box("dict", frame.exec, Unknown("context of a serializer"), Plain())
    return frame.make(state, ("context", node.at), unknown)
