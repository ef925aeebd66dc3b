"""strawberry-django: fields of types and their resolvers; without the optimizer, each relation is a query for each row.

With `DjangoOptimizerExtension` the rows may have anything that a client asks for: nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.members import own_method
from orm_lint.conventions.common.row import call, one_page
from orm_lint.conventions.graphql import strawberry_types as types
from orm_lint.conventions.graphql.answers import Asked, Field, Schema, Way, answer
from orm_lint.conventions.graphql.resolving import asked_of, attribute, info, items, root_of
from orm_lint.conventions.graphql.strawberry_optimizer import is_optimized
from orm_lint.conventions.graphql.strawberry_types import Stated
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.objects import QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    FunctionValue,
    Unknown,
    Value,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Place
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

ANSWER = "strawberry.$answer"
SOURCES = ("self", "root", "parent")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The list fields of an object type, for one object."""
    if isinstance(symbol, ClassSymbol) and symbol.node.decorators and types.is_type(world, symbol):
        yield asked_of(symbol, ANSWER)


def answer_all(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """What a client can ask of a type: of the lists that it gives, what their rows have."""
    subject = args.args[0]
    if not isinstance(subject, ClassValue) or is_optimized(frame.world):
        return NONE
    symbol = subject.symbol
    model = types.model_of(frame.world, symbol)
    root = root_of(frame, state, model, node)
    for stated in types.stated(frame.world, symbol).values():
        is_own = stated.owner.key == symbol.key or not types.is_type(frame.world, stated.owner)
        is_asked = stated.function is not None or (model is None and stated.is_django)
        if stated.kind != "one" and is_own and is_asked:
            answer(frame, state, SCHEMA, _field(frame.world, stated), root, Way())
    return NONE


def fields(frame: Frame, _state: State, symbol: ClassSymbol) -> tuple[Field, ...]:
    """What a client can ask of an object."""
    return tuple(_field(frame.world, stated) for stated in types.stated(frame.world, symbol).values())


def _field(world: World, stated: Stated) -> Field:
    rows = _rows(world, stated)
    if stated.function is not None:
        return Field(stated.name, stated.stop, _by_function(stated.function), rows, stated.target, is_called=True)
    return Field(stated.name, stated.stop, attribute(stated.attribute), rows, stated.target)


def _by_function(function: FunctionSymbol) -> Asked:
    """A resolver: its parameters are filled by their names."""

    def ask(frame: Frame, state: State, root: Value, node: ir.Name) -> Value:
        if function.node.is_async:
            return Unknown("coroutine of a resolver")
        named: dict[str, Value] = dict.fromkeys(SOURCES, root)
        return call(frame, state, FunctionValue(function), node, info=info(frame, state, node), **named)

    return ask


def _rows(world: World, stated: Stated) -> Asked | None:
    """What is looped of the value of a list field."""
    target = stated.target
    if target is None or stated.kind == "one":
        return None
    is_django = stated.is_django or types.model_of(world, stated.owner) is not None

    def of_django(frame: Frame, state: State, value: Value, node: ir.Name) -> Value:
        if value == NONE and stated.function is None:
            model = types.model_of(frame.world, target)
            value = ClassValue(model.symbol) if model is not None else value
            remedy = Remedy(f"a get_queryset() of {target.node.name}")
            frame.world.remedies[Place(frame.module, node.at)] = remedy
        rows = queryset_from(frame, state, value, node)
        held = state.held(rows)
        if not isinstance(held, QuerySet):
            return rows
        own = own_method(frame.world, target, "get_queryset")
        if own is not None:
            given = info(frame, state, node)
            rows = call(frame, state, FunctionValue(own, ClassValue(target)), node, rows, given)
        is_page = stated.kind == "page" and held.row is None
        return one_page(frame, state, rows, node) if is_page else rows

    return of_django if is_django else items


SCHEMA = Schema(fields)
MODELS: tuple[tuple[str, CallModel], ...] = ((ANSWER, answer_all),)
PART = Part(
    name="strawberry-django",
    summary="A list field gives rows, and each relation of their type is a query for every row without an optimizer.",
    recognised=(
        "`@strawberry_django.type`, fields with and without resolvers, connections",
        "`DjangoOptimizerExtension`: nothing is said where it is used",
    ),
    hooks=Hooks(entry_points=(started,), models=MODELS, transparent=("strawberry.", "strawberry_django.")),
)
