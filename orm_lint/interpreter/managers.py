"""Managers: the querysets they start from, custom `get_queryset` included, and calls of their methods."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter import querysets, rows
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import NOBODY, Box, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.symbols import in_django_orm
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Const,
    FunctionValue,
    ModelManager,
    Ref,
    RelatedManager,
    Union,
    Unknown,
    Value,
    options,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import Method, find_method
from orm_lint.orm.plans import Plan
from orm_lint.project.models.graph import Manager, Model
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol

QUERYSET_BASES = frozenset({"django.db.models.query.QuerySet"})
NOWHERE = ir.Name(0, "manager")


def default_manager(frame: Frame, label: str) -> ModelManager | None:
    """The manager that sets of a model's rows use."""
    model = frame.world.accessors.model(label)
    return ModelManager(label, model.default_manager) if model is not None else None


def plan_of(world: World, label: str, which: str) -> Plan:
    """The plan of the default or base manager of a model: its `get_queryset` is run, once."""
    key = ("manager plan", label, which)
    found = world.class_values.get(key)
    if isinstance(found, Plan):
        return found
    world.class_values[key] = Plan(label)  # what a manager that asks for itself sees
    model = world.accessors.model(label)
    name = None if model is None else model.default_manager if which == "default" else model.base_manager
    plan = Plan(label) if model is None or (which == "base" and name is None) else _run_plan(world, model, name)
    world.class_values[key] = plan
    return plan


def _run_plan(world: World, model: Model, name: str | None) -> Plan:
    frame = Frame(world, model.symbol.module)
    frame.exec = ()
    state = State({}, {})
    found = queryset_of(frame, state, ModelManager(model.label, name), NOWHERE)
    held = state.heap.get(found.id) if type(found) is Ref else None
    return held.plan if isinstance(held, QuerySet) else Plan(model.label)


def queryset_of(frame: Frame, state: State, manager: ModelManager | RelatedManager, node: ir.Node) -> Value:
    """What `manager.get_queryset()` gives; for a prefetched set, the queryset that holds the rows."""
    from orm_lint.interpreter.attributes import manager_member
    from orm_lint.interpreter.calls import call_function

    if isinstance(manager, RelatedManager):
        cached = rows.cached_set(frame, state, manager, node)
        found = cached or querysets.related_base(frame, state, manager, node)
        return found or Unknown("relation without a known target")
    member = manager_member(frame, manager, "get_queryset")
    if member is not None and isinstance(member[0], FunctionSymbol):
        value = call_function(frame, state, FunctionValue(member[0], manager), Given(), node)
        if any(type(option) is Ref and isinstance(state.heap.get(option.id), QuerySet) for option in options(value)):
            return value
        opened = base_plan(frame, manager)
        opened = replace(opened, load=replace(opened.load, is_open=True), filtered=True)
        return querysets.manager_queryset(frame, state, manager, node, opened)
    return querysets.manager_queryset(frame, state, manager, node, base_plan(frame, manager))


def base_plan(frame: Frame, manager: ModelManager) -> Plan:
    """A manager's queryset as Django itself makes it: the class it was made from, nothing filtered."""
    model = frame.world.accessors.model(manager.model)
    known = next((found for found in model.managers if found.name == manager.name), None) if model else None
    dotted = known.queryset if known is not None else None
    if dotted is not None and dotted.startswith("django.db.models."):
        dotted = None
    return Plan(manager.model, queryset=dotted, filtered=model is not None and _is_made_elsewhere(frame, model, known))


def _is_made_elsewhere(frame: Frame, model: Model, known: Manager | None) -> bool:
    """Whether a manager has the name of Django's own, but something else makes it: it may leave rows out."""
    if known is None or known.place is not None:
        return False
    member = frame.world.names.class_member(model.symbol, known.name)
    return isinstance(member, ValueSymbol) and not in_django_orm(member)


def call_manager(frame: Frame, state: State, manager: ModelManager, name: str, args: Given, node: ir.Call) -> Value:
    """A method of Django's Manager."""
    if name == "super.get_queryset" or name == "get_queryset":
        if name == "get_queryset":
            return queryset_of(frame, state, manager, node)
        return querysets.manager_queryset(frame, state, manager, node, base_plan(frame, manager))
    plain = name.removeprefix("super.")
    if plain == "_queryset_class":
        return querysets.manager_queryset(frame, state, manager, node, base_plan(frame, manager))
    method = find_method(plain, frame.world.django)
    if method is None:
        return Unknown("manager method that is not known", frame.exec)
    return _through(frame, state, queryset_of(frame, state, manager, node), method, args, node)


def _through(frame: Frame, state: State, value: Value, method: Method, args: Given, node: ir.Call) -> Value:
    """A queryset's method called on its manager: the same on the manager's queryset."""
    results: list[Value] = []
    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if isinstance(found, QuerySet):
            assert type(option) is Ref
            if method.does == "all" and found.made.at == querysets_token(node):
                results.append(option)
            else:
                results.append(querysets.call_method(frame, state, option, method, args, node))
    if not results:
        return Unknown("queryset of a manager that could not be run", frame.exec)
    return results[0] if len(results) == 1 else Union(tuple(results))


def querysets_token(node: ir.Call) -> int:
    return node.func.at


def call_related(frame: Frame, state: State, manager: RelatedManager, name: str, args: Given, node: ir.Call) -> Value:
    """A method of the manager of a set; what was prefetched answers some of them."""
    plain = name.removeprefix("super.")
    row = state.heap.get(manager.row)
    method = find_method(plain, frame.world.django)
    if not isinstance(row, Row) or method is None:
        return Unknown("manager method that is not known", frame.exec)
    if _is_refused(frame, row, manager, method, args):
        raise Dead
    if row.is_new and method.does not in ("write", "create", "bulk"):
        return Unknown("relation of a new row", frame.exec)
    accessor = frame.world.accessors.find(row.model, manager.accessor)
    cached = rows.cached_set(frame, state, manager, node)
    if cached is not None and method.does == "all":
        if method.base == "db_manager":
            return manager
        frame.world.served.add((frame.module.path, node.func.at))
        return cached
    if cached is not None and method.served != "never":
        return querysets.call_method(frame, state, cached, method, args, node)
    base = querysets.related_base(frame, state, manager, node, is_asked_anew=method.does not in ("all", "value"))
    if base is None:
        return Unknown("relation without a known target", frame.exec)
    if method.does == "all":
        return manager if method.base == "db_manager" else base
    if accessor is not None and accessor.kind == "reverse_many" and method.base == "set" and _is_empty(state, args):
        return NONE  # nothing to add, and rows that need their key cannot be taken out
    value = querysets.call_method(frame, state, base, method, args, node)
    if accessor is not None and accessor.kind in method.drops_cache:
        rows.forget_set(state, manager)
    return value


def _is_refused(frame: Frame, row: Row, manager: RelatedManager, method: Method, args: Given) -> bool:
    """Whether Django raises: the manager lacks the method, or takes rows where it is given keys."""
    accessor = frame.world.accessors.find(row.model, manager.accessor)
    if accessor is None or accessor.kind in method.missing_on:
        return True
    takes_rows = accessor.kind in ("reverse_many", "generic_set")
    if takes_rows and method.base == "add" and any(type(value) is Const for value in args.args):
        return True
    is_required = accessor.kind == "reverse_many" and accessor.field is not None and not accessor.field.null
    return is_required and method.base in ("remove", "clear")


def _is_empty(state: State, args: Given) -> bool:
    found = state.heap.get(args.args[0].id) if args.args and type(args.args[0]) is Ref else None
    return isinstance(found, Box) and found.element is None and not found.entries


def construct_queryset(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`SomeQuerySet(model, using=…)`."""
    given = args.args[0] if args.args else args.keyword("model")
    for option in options(given) if given is not None else ():
        model = frame.world.model_of(option.symbol) if isinstance(option, ClassValue) else None
        if model is not None:
            plan = Plan(model.label, queryset=None if symbol.dotted in QUERYSET_BASES else symbol.dotted)
            return frame.make(state, ("queryset", node.at), QuerySet(plan, frame.exec, NOBODY))
    return Unknown("queryset of a model that is not known", frame.exec)
