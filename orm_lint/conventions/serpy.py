"""serpy: the fields of a serializer are getters, and `data` calls each of them for each row.

`Field(attr="owner.name", call=True)` gets what `operator.attrgetter` gets and may call it, `MethodField` calls a method
of the serializer; a serializer is a field, too. https://serpy.readthedocs.io
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from orm_lint.conventions.common.places import called_at, placed
from orm_lint.conventions.common.row import call
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel, Hooks
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box, Instance, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import FALSE, NONE, TRUE, Plain, Ref, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol

FIELD = frozenset({"serpy.fields.Field"})
METHOD = frozenset({"serpy.fields.MethodField"})
SERIALIZER = "serpy.serializer.Serializer"
SERIALIZERS = frozenset({SERIALIZER})
OF_DICTS = frozenset({"serpy.serializer.DictSerializer"})


class Getter(Struct, frozen=True):
    """One field: what it gets from the row, by names or by a method, and the serializer that shows what it got."""

    stop: Stop
    kind: ClassSymbol
    names: tuple[str, ...]
    method: str | None
    is_called: bool
    is_many: bool


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdSerializer(rows, many=True)`. What `__init__` of the project does besides is not run."""
    instance = args.args[0] if args.args else args.keyword("instance") or NONE
    many = args.args[1] if len(args.args) > 1 else args.keyword("many") or FALSE
    attrs = {"instance": instance, "many": many, "context": args.keyword("context") or Unknown("context")}
    return frame.make(state, ("serpy", node.at, symbol.key), Instance(symbol, frame.exec, attrs))


def data(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializer.data`."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("serializer that is not known")
    return _shown(frame, state, ref, held.attrs.get("instance", NONE), held.attrs.get("many") == TRUE, node)


def _shown(frame: Frame, state: State, ref: Ref, value: Value, is_many: bool, node: ir.Node) -> Value:
    held = state.heap[ref.id]
    assert isinstance(held, Instance)
    if is_many:
        source = source_of(frame, state, value, node)
        each(frame, state, source, node, lambda inner, row: _row(frame, inner, ref, held.symbol, row, node))
        return frame.make(state, ("data", node.at), Box("list", frame.exec, Plain(), size=source.size))
    _row(frame, state, ref, held.symbol, value, node)
    return frame.make(state, ("data", node.at), Box("dict", frame.exec, Plain(), Plain()))


def _row(frame: Frame, state: State, ref: Ref, symbol: ClassSymbol, row: Value, node: ir.Node) -> None:
    if frame.world.names.descends_from(symbol, OF_DICTS):
        return
    with called_at(frame, node):
        for option in options(row):
            if isinstance(option, Ref) and isinstance(state.heap.get(option.id), Row | Instance):
                for getter in getters(frame, symbol):
                    _show(frame, state, ref, getter, option)


def getters(frame: Frame, symbol: ClassSymbol) -> tuple[Getter, ...]:
    """The fields of a serializer, those of its bases included."""
    found: dict[str, Getter | None] = {}
    for owner in frame.world.names.mro(symbol):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project":
            for name, getter in _stated(frame, owner):
                found.setdefault(name, getter)
    return tuple(getter for getter in found.values() if getter is not None)


def _stated(frame: Frame, owner: ClassSymbol) -> Iterator[tuple[str, Getter | None]]:
    names = frame.world.names
    for name, bindings in names.members(owner).names.items():
        binding = bindings[-1]
        if isinstance(binding, Assigned) and isinstance(binding.value, ir.Call):
            kind = names.follow(names.resolve(owner.module, binding.value.func, (owner,)))
            if isinstance(kind, ClassSymbol) and names.descends_from(kind, FIELD):
                yield name, _getter(frame, owner, name, kind, binding.value)


def _getter(frame: Frame, owner: ClassSymbol, name: str, kind: ClassSymbol, node: ir.Call) -> Getter:
    stop = Stop(owner.module, node.at, f"{owner.node.name}.{name}")
    if frame.world.names.descends_from(kind, METHOD):
        method = _text(node.args[0] if node.args else _keyword(node, "method")) or f"get_{name}"
        return Getter(stop, kind, (), method, False, False)
    path = _text(_keyword(node, "attr")) or name
    is_many, is_called = (_is_true(_keyword(node, word)) for word in ("many", "call"))
    return Getter(stop, kind, tuple(path.split(".")), None, is_called, is_many)


def _keyword(node: ir.Call, name: str) -> ir.Expr | None:
    return next((keyword.value for keyword in node.keywords if keyword.name == name), None)


def _text(value: ir.Expr | None) -> str | None:
    return value.value if isinstance(value, ir.Const) and isinstance(value.value, str) else None


def _is_true(value: ir.Expr | None) -> bool:
    return isinstance(value, ir.Const) and value.value is True


def _show(frame: Frame, state: State, ref: Ref, getter: Getter, row: Ref) -> None:
    with placed(frame, getter.stop) as node:
        if getter.method is not None:
            attributes.call_member(frame, state, ref, getter.method, node, row)
            return
        value = _got(frame, state, getter, row, node)
        if frame.world.names.descends_from(getter.kind, SERIALIZERS):
            child = frame.make(state, ("nested", node.at), Instance(getter.kind, frame.exec, {"instance": value}))
            _shown(frame, state, child, value, getter.is_many, node)
        else:
            _converted(frame, state, getter, value, node)


def _got(frame: Frame, state: State, getter: Getter, row: Value, node: ir.Name) -> Value:
    """What `operator.attrgetter` gets: nothing on the way is called."""
    place: ir.Expr = node
    value = row
    for name in getter.names:
        place = ir.Attr(node.at, place, name)
        value = attributes.read(frame, state, value, name, place)
    return call(frame, state, value, node) if getter.is_called else value


def _converted(frame: Frame, state: State, getter: Getter, value: Value, node: ir.Name) -> None:
    """`to_value`, where the project has its own; else the value is shown as it is."""
    child = frame.make(state, ("field", node.at), Instance(getter.kind, frame.exec))
    if attributes.call_member(frame, state, child, "to_value", node, value) is None:
        show(frame, state, value, node)


MODELS: tuple[tuple[str, CallModel], ...] = ((f"{SERIALIZER}.data", data),)
CLASSES: tuple[tuple[str, ClassModel], ...] = ((SERIALIZER, construct),)
PART = Part(
    name="serpy",
    summary="A serializer calls each of its fields for every row.",
    recognised=("fields with `attr` and `call`, `MethodField`, serializers as fields",),
    hooks=Hooks(models=MODELS, classes=CLASSES),
)
