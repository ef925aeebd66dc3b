"""graphene-django: list fields and their resolvers give rows, of which a client asks the fields of their type.

Rows of a resolver that goes through a data loader or `gql_optimizer.query()` are not known, or may have anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.conventions.common.declared import option
from orm_lint.conventions.common.members import own_method, places_of, texts_of
from orm_lint.conventions.common.row import CALLABLE, call, one_page
from orm_lint.conventions.graphql import graphene_types as types
from orm_lint.conventions.graphql.answers import Asked, Field, Schema, Way, answer
from orm_lint.conventions.graphql.graphene_types import Declared
from orm_lint.conventions.graphql.resolving import asked_of, attribute, called_attribute, info, items, root_of
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.calls import run_expression
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.events import Stop
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
    Const,
    FunctionValue,
    Ref,
    RelatedManager,
    Unknown,
    Value,
    options,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.accessor import Accessor
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

ANSWER = "graphene.$answer"
OPTIMIZED = frozenset({
    "graphene_django_optimizer.OptimizedDjangoObjectType", "graphene_django_optimizer.types.OptimizedDjangoObjectType",
})  # fmt: skip
LISTS = ("list", "django", "page", "filtered")
ALL = Const("__all__")
NAMING = ("fields", "only_fields", "exclude", "exclude_fields")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The list fields of an object type, for one object."""
    if isinstance(symbol, ClassSymbol) and types.is_type(world, symbol):
        types.register(world, symbol)
        yield asked_of(symbol, ANSWER)


def answer_all(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """What a client can ask of a type: of the lists that it gives, what their rows have."""
    subject = args.args[0]
    if not isinstance(subject, ClassValue):
        return NONE
    symbol = subject.symbol
    model = types.model_of(frame.world, symbol)
    root = root_of(frame, state, model, node)
    for declared in types.declared(frame.world, symbol).values():
        if declared is None or declared.kind not in LISTS or not _is_own(frame.world, symbol, declared):
            continue
        if model is None or _resolver(frame.world, symbol, declared.name) is not None:
            answer(frame, state, SCHEMA, _field(frame, symbol, declared), root, Way())
    return NONE


def _is_own(world: World, symbol: ClassSymbol, declared: Declared) -> bool:
    """Whether a field is asked for of no other class: types are asked each by itself, mixins are not."""
    resolver = _resolver(world, symbol, declared.name)
    owners = (declared.owner, resolver.owner if resolver is not None else None)
    return any(o is not None and (o.key == symbol.key or not types.is_type(world, o)) for o in owners)


def fields(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Field, ...]:
    """What a client can ask of an object: declared fields, then those that `Meta` implies."""
    known = types.declared(frame.world, symbol)
    found = [_field(frame, symbol, declared) for declared in known.values() if declared is not None]
    model = types.model_of(frame.world, symbol)
    for name, stop in _implied_names(frame, state, symbol, model) if model is not None else ():
        if name not in known and model is not None:
            accessor = frame.world.accessors.find(model.label, name)
            implied = _implied(frame, symbol, name, stop, accessor) if accessor is not None else None
            found += [implied] if implied is not None else []
    return tuple(found)


def _field(frame: Frame, symbol: ClassSymbol, declared: Declared) -> Field:
    resolver = _resolver(frame.world, symbol, declared.name)
    rows = _rows(frame.world, declared.kind, declared.target)
    if resolver is not None:
        stop = Stop(resolver.module, resolver.node.at, declared.stop.text)
        return Field(declared.name, stop, _by_function(resolver, symbol), rows, declared.target, is_called=True)
    if declared.resolver is not None:
        ask = _by_expression(declared.owner, declared.resolver)
        return Field(declared.name, declared.stop, ask, rows, declared.target, is_called=True)
    ask = called_attribute(declared.source) if declared.source else attribute(declared.name)
    return Field(declared.name, declared.stop, ask, rows, declared.target)


def _resolver(world: World, symbol: ClassSymbol, name: str) -> FunctionSymbol | None:
    return own_method(world, symbol, f"resolve_{name}")


def _by_function(function: FunctionSymbol, symbol: ClassSymbol) -> Asked:
    """`resolve_…(root, info, …)`: a plain function, whatever stands in its class."""

    def ask(frame: Frame, state: State, root: Value, node: ir.Name) -> Value:
        if function.node.is_async:
            return Unknown("coroutine of a resolver")
        is_of_class = decorated(frame.world, function).binds == "class"
        bound = ClassValue(symbol) if is_of_class else None
        return call(frame, state, FunctionValue(function, bound), node, root, info(frame, state, node))

    return ask


def _by_expression(owner: ClassSymbol, expr: ir.Expr) -> Asked:
    """`resolver=` of a field."""

    def ask(frame: Frame, state: State, root: Value, node: ir.Name) -> Value:
        function = run_expression(frame, state, owner.module, expr, owner, node)
        if not isinstance(function, CALLABLE):
            return Unknown("resolver that is not known")
        return call(frame, state, function, node, root, info(frame, state, node))

    return ask


def _rows(world: World, kind: str, target: ClassSymbol | None) -> Asked | None:
    """What is looped of the value of a list field."""
    if target is None or kind not in LISTS:
        return None

    def of_django(frame: Frame, state: State, value: Value, node: ir.Name) -> Value:
        if kind == "filtered" and isinstance(value, RelatedManager):
            return Unknown("rows that a filter asks for again, whatever was fetched")
        if value == NONE:
            model = types.model_of(frame.world, target)
            value = ClassValue(model.symbol) if model is not None else value
            frame.world.remedies[Place(frame.module, node.at)] = Remedy(f"a resolve_{node.id}()")
        rows = _limited(frame, state, target, queryset_from(frame, state, value, node), node)
        held = state.held(rows)
        is_new = isinstance(held, QuerySet) and not held.evaluated and held.row is None
        return one_page(frame, state, rows, node) if is_new and kind in ("page", "filtered") else rows

    return items if kind == "list" else of_django


def _limited(frame: Frame, state: State, target: ClassSymbol, rows: Value, node: ir.Name) -> Value:
    """`get_queryset()` of the type, which django's list and connection fields call."""
    own = own_method(frame.world, target, "get_queryset")
    if own is not None and isinstance(rows, Ref):
        rows = call(frame, state, FunctionValue(own, ClassValue(target)), node, rows, info(frame, state, node))
    return opened(frame, state, rows, node) if frame.world.names.descends_from(target, OPTIMIZED) else rows


def _implied_names(frame: Frame, state: State, symbol: ClassSymbol, model: Model) -> Iterator[tuple[str, Stop]]:
    """The names that `Meta.fields` lists, or all but those in `exclude`, with the place that says so."""
    meta = frame.world.names.class_member(symbol, "Meta")
    assert isinstance(meta, ClassSymbol)
    stated = {name: option(frame, state, meta, name) for name in NAMING}
    place = Stop(symbol.module, symbol.node.at, symbol.node.name)
    chosen = stated["fields"] or stated["only_fields"]
    if chosen is not None and chosen != ALL:
        places = {**places_of(frame.world, meta, "only_fields", ""), **places_of(frame.world, meta, "fields", "")}
        for name in texts_of(state, chosen):
            stop = places.get(name, place)
            yield name, Stop(stop.module, stop.at, f"{symbol.node.name}.{name}")
        return
    left_out = {name for key in ("exclude", "exclude_fields") for name in texts_of(state, stated[key] or NONE)}
    names = [field.name for field in model.fields]
    names += [back.accessor for back in frame.world.accessors.reverses(model) if back.accessor]
    for name in names:
        if name not in left_out:
            yield name, Stop(place.module, place.at, f"{symbol.node.name}.{name}")


def _implied(frame: Frame, symbol: ClassSymbol, name: str, stop: Stop, accessor: Accessor) -> Field | None:
    """A relation to a model that has a type; not one whose type asks for its rows in a way of its own."""
    found = types.registry(frame.world).get(accessor.target or "", ())
    if not found or not (accessor.is_single or accessor.is_set):
        return None
    target = found[-1]
    if accessor.is_single:
        is_asked_anew = any(_asks_anew(frame.world, one) for one in found)
        return None if is_asked_anew else Field(name, stop, attribute(name), None, target)
    has_filter = any(option.startswith("filter") for one in found for option in types.page_options(frame.world, one))
    if has_filter:
        return None
    return Field(name, stop, attribute(name), _rows(frame.world, "django", target), target)


def _asks_anew(world: World, target: ClassSymbol) -> bool:
    """Whether a relation to one row of a type is fetched by its key, whatever was loaded."""
    return own_method(world, target, "get_queryset") is not None or world.names.descends_from(target, OPTIMIZED)


def optimize(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`gql_optimizer.query(queryset, info)`: the rows with what the client asks for."""
    rows = args.args[0] if args.args else args.keyword("queryset") or Unknown("missing argument")
    return opened(frame, state, queryset_from(frame, state, rows, node), node)


def opened(frame: Frame, state: State, rows: Value, node: ir.Node) -> Value:
    """Rows that may have anything loaded."""
    for one in options(rows):
        held = state.held(one)
        if isinstance(held, QuerySet):
            plan = replace(held.plan, load=replace(held.plan.load, is_open=True))
            return frame.make(state, ("opened", node.at), replace(held, plan=plan, evaluated=False, element=None))
    return rows


SCHEMA = Schema(fields)
MODELS: tuple[tuple[str, CallModel], ...] = (
    (ANSWER, answer_all),
    ("graphene_django_optimizer.query", optimize),
    ("graphene_django_optimizer.query.query", optimize),
)
PART = Part(
    name="graphene-django",
    summary="A list field gives rows, and a client asks them for the fields of their type.",
    recognised=(
        "lists and connections of a `DjangoObjectType`, with resolvers and `get_queryset()`",
        "`graphene_django_optimizer`: what it serves may have anything loaded",
    ),
    hooks=Hooks(entry_points=(started,), models=MODELS),
)
