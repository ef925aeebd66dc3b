"""Objects that a class declares in its body and a framework keeps by name: columns of tables, fields of exports.

Each is evaluated where it is assigned, as an instance that holds the arguments it was made with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.conventions.common.members import runs_own_init
from orm_lint.interpreter import attributes
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Const, Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol

Positional = Mapping[str, tuple[str, ...]]
"""The names of the arguments that a class takes by place, by its dotted name."""


class Declared(Struct, frozen=True):
    """One of them: `symbol` is its class, `given` what it was made with; both None for a name that is taken away."""

    name: str
    stop: Stop
    symbol: ClassSymbol | None = None
    ref: Ref | None = None
    given: Mapping[str, Value] = {}

    def text(self, name: str) -> str | None:
        """An argument that is a text."""
        value = self.given.get(name)
        return value.value if isinstance(value, Const) and isinstance(value.value, str) and value.value else None


def keeps(positional: Positional) -> tuple[ClassModel, CallModel]:
    """Models of a class and of its `__init__`: what they are given is kept under the names of the arguments."""

    def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
        ref = frame.make(state, ("declared", node.at, symbol.key), Instance(symbol, frame.exec))
        if not runs_own_init(frame, state, ref, symbol, args, node):
            _keep(frame, state, ref, args, positional)
        return ref

    def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
        if args.args and isinstance(args.args[0], Ref):
            _keep(frame, state, args.args[0], Given(args.args[1:], args.keywords), positional)
        return NONE

    return construct, initialise


def _keep(frame: Frame, state: State, ref: Ref, args: Given, positional: Positional) -> None:
    held = state.heap.get(ref.id)
    if isinstance(held, Instance):
        ancestors = frame.world.names.mro(held.symbol)
        names = next((positional[found.dotted] for found in ancestors if found.dotted in positional), ())
        given = {**dict(zip(names, args.args, strict=False)), **dict(args.keywords)}
        state.heap[ref.id] = replace(held, attrs={**held.attrs, **given})


def declared_by(frame: Frame, state: State, owner: ClassSymbol, bases: frozenset[str]) -> Iterator[Declared]:
    """What the body of one class assigns: objects of classes that derive from `bases`, and names it takes away."""
    for name, bindings in frame.world.names.members(owner).names.items():
        binding = bindings[-1]
        if not isinstance(binding, Assigned) or binding.value is None:
            continue
        stop = Stop(owner.module, binding.value.at, f"{owner.node.name}.{name}")
        if binding.value == ir.Const(binding.value.at, None):
            yield Declared(name, stop)
        elif isinstance(binding.value, ir.Call):
            ref = attributes.of_class(frame, state, owner, name, ir.Name(binding.value.at, name))
            held = state.held(ref)
            is_one = isinstance(held, Instance) and frame.world.names.descends_from(held.symbol, bases)
            if is_one and isinstance(held, Instance) and isinstance(ref, Ref):
                yield Declared(name, stop, held.symbol, ref, held.attrs)


def declared_in(
    frame: Frame, state: State, symbol: ClassSymbol, base: str, bases: frozenset[str]
) -> dict[str, Declared]:
    """What a class and its ancestors below a base of the framework declare, by name; not what is taken away again."""
    found: dict[str, Declared] = {}
    for owner in owners(frame, symbol, base):
        found.update((one.name, one) for one in declared_by(frame, state, owner, bases))
    return {name: one for name, one in found.items() if one.symbol is not None}


def owners(frame: Frame, symbol: ClassSymbol, base: str) -> Iterator[ClassSymbol]:
    """The class and its ancestors below a base of the framework, the nearest last."""
    for owner in reversed(frame.world.names.mro(symbol)):
        if isinstance(owner, ClassSymbol) and owner.module.evidence == "project" and owner.dotted != base:
            yield owner


def own_class(frame: Frame, owner: ClassSymbol, name: str) -> ClassSymbol | None:
    """A class that the body of a class defines itself, such as `Meta`."""
    for binding in reversed(frame.world.names.members(owner).names.get(name, ())):
        if isinstance(binding, ir.Class):
            found = frame.world.names.class_member(owner, name)
            return found if isinstance(found, ClassSymbol) else None
    return None


def option(frame: Frame, state: State, meta: ClassSymbol, name: str) -> Value | None:
    """An option that a `Meta` states or inherits; None if it does not."""
    if frame.world.names.class_member(meta, name) is None:
        return None
    return attributes.of_class(frame, state, meta, name, ir.Name(meta.node.at, name))


def model_of(frame: Frame, state: State, meta: ClassSymbol) -> Model | None:
    """The model that `Meta.model` names."""
    value = option(frame, state, meta, "model")
    if isinstance(value, Const) and isinstance(value.value, str):
        return frame.world.graph.get(value.value)
    return frame.world.model_of(value.symbol) if isinstance(value, ClassValue) else None
