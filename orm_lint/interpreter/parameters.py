"""What a parameter is that nobody hands over: what its annotation says; else a row of the model it is named after.

`def close(order)` is about a row of `Order` if all that the code reads from it is there on an `Order`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from orm_lint.interpreter.annotations import annotated
from orm_lint.interpreter.facts import Doubt
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import NOBODY, Row
from orm_lint.interpreter.requests import NAME, request_of
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.orm.plans import Load
from orm_lint.project.models.graph import Model
from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
SHOWN = re.compile(r"get_(?:next_by_|previous_by_)?(\w+?)(?:_display)?$")
PLAIN = frozenset({"pk", "id", "__class__", "__dict__", "_state", "_meta"})
DOUBTS: frozenset[Doubt] = frozenset({"name"})
NAMES = "models by the names of variables"

Named = dict[str, list[Model]]


class Uses(Struct):
    """What a function does with one of its parameters: `is_other` if it is used as no row is."""

    read: set[str]
    written: set[str]
    is_other: bool = False


def unhanded(
    frame: Frame, state: State, module: Module, owner: ClassSymbol | None, whole: ir.Function, param: ir.Param
) -> Value:
    """The value of a parameter of a function that is run as it stands."""
    node = ir.Name(param.at, param.name)
    if param.annotation is not None:
        return annotated(frame, state, module, param.annotation, node, owner)
    if param.name == NAME:
        return request_of(frame, state, node)
    model = _supposed(frame.world, module, whole, param)
    if model is None:
        return Unknown("parameter")
    row = Row(model.label, Load(), (), NOBODY, model.label, is_one=True, doubts=DOUBTS)
    return frame.make(state, ("supposed", param.at, model.label), row)


def _supposed(world: World, module: Module, whole: ir.Function, param: ir.Param) -> Model | None:
    """The one model that a parameter is named after and whose rows have all that is read from it."""
    key = ("supposed", module.path, param.at)
    if key not in world.class_values:
        found = []
        if param.default is None or (isinstance(param.default, ir.Const) and param.default.value is None):
            candidates, is_whole = _called(world, param.name)
            uses = _uses(whole, param.name) if candidates else Uses(set(), set(), True)
            found = [model for model in candidates if not uses.is_other and _fits(world, model, uses, is_whole)]
        world.class_values[key] = found[0] if len(found) == 1 else None
    known = world.class_values[key]
    return known if isinstance(known, Model) else None


def _called(world: World, name: str) -> tuple[list[Model], bool]:
    """The models that a name or its last words stand for, and whether it is the whole name."""
    named = _named(world)
    parts = name.strip("_").split("_")
    for start in range(len(parts)):
        found = named.get("_".join(parts[start:]))
        if found:
            return found, start == 0
    return [], False


def _named(world: World) -> Named:
    known = world.class_values.get(NAMES)
    if isinstance(known, dict):
        return known
    found: Named = {}
    for model in world.graph.models:
        if not model.is_abstract and not model.is_proxy and model.place.module.evidence == "project":
            words = HUMP.sub("_", model.name).lower()
            for name in {words, words.replace("_", "")}:
                found.setdefault(name, []).append(model)
    user = world.graph.get(world.context.settings.auth_user_model)
    if user is not None:
        found["user"] = [user]
    world.class_values[NAMES] = found
    return found


def _uses(whole: ir.Function, name: str) -> Uses:
    uses = Uses(set(), set())
    for node in walk(whole.body):
        match node:
            case ir.Attr(value=ir.Name(id=found), name=attribute) if found == name:
                uses.read.add(attribute)
            case ir.Assign(targets=targets):
                uses.written.update(t.name for t in targets if isinstance(t, ir.Attr) and _is(t.value, name))
                uses.is_other |= any(_is(target, name) for target in _flat(targets))
            case (
                ir.Index(value=ir.Name(id=found))
                | ir.Call(func=ir.Name(id=found))
                | ir.For(iter=ir.Name(id=found))
                | ir.Clause(iter=ir.Name(id=found))
                | ir.Star(value=ir.Name(id=found))
                | ir.Augment(target=ir.Name(id=found))
                | ir.For(target=ir.Name(id=found))
                | ir.Clause(target=ir.Name(id=found))
            ) if found == name:
                uses.is_other = True
            case ir.Function(params=params) | ir.Lambda(params=params):
                uses.is_other |= any(param.name == name for param in params)
    return uses


def _is(expr: ir.Expr, name: str) -> bool:
    return isinstance(expr, ir.Name) and expr.id == name


def _flat(targets: tuple[ir.Expr, ...]) -> Iterator[ir.Expr]:
    for target in targets:
        if isinstance(target, ir.Seq):
            yield from _flat(target.items)
        else:
            yield target


def _fits(world: World, model: Model, uses: Uses, is_whole: bool) -> bool:
    """Whether rows of a model have all that is read, something that is its own among it."""
    if not all(name in uses.written or _has(world, model, name) for name in uses.read):
        return False
    return any(_tells(world, model, name, is_whole) for name in uses.read)


def _has(world: World, model: Model, name: str) -> bool:
    if name in PLAIN or world.accessors.find(model.label, name) is not None:
        return True
    if world.names.class_member(model.symbol, name) is not None:
        return True
    shown = SHOWN.match(name)
    return shown is not None and world.accessors.find(model.label, shown[1]) is not None


def _tells(world: World, model: Model, name: str, is_whole: bool) -> bool:
    """Whether an attribute says which model it is: a relation or a project's member, with the whole name a column."""
    accessor = world.accessors.find(model.label, name)
    if accessor is not None:
        return accessor.kind != "column" or (is_whole and name not in PLAIN)
    member = world.names.class_member(model.symbol, name)
    module = getattr(member, "module", None)
    return module is not None and module.evidence == "project"
