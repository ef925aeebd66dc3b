"""`value.name` for every kind of value."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter import rows
from orm_lint.interpreter.decorators import decorated
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.loops import join_values
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.symbols import in_django_orm, is_data, value_of_symbol
from orm_lint.interpreter.values import (
    BoundMethod,
    ClassValue,
    Closure,
    Const,
    Descriptor,
    ExternalValue,
    FunctionValue,
    ModelManager,
    ModuleValue,
    Plain,
    Ref,
    RelatedManager,
    Super,
    Union,
    Unknown,
    Value,
    either,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.accessors import Accessor
from orm_lint.project.metaclasses import handed_on
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, ModuleSymbol, Symbol, ValueSymbol

MANAGER_BASES = frozenset({"django.db.models.manager.BaseManager", "django.db.models.manager.Manager"})


def read(frame: Frame, state: State, value: Value, name: str, node: ir.Node) -> Value:
    """The value of an attribute; reading one of a row may be a query."""
    match value:
        case Ref():
            return _of_object(frame, state, value, name, node)
        case Union(options=found):
            kept = [option for option in found if option != Const(None)]
            is_unsure = any(type(option) is Unknown for option in kept)
            frame.unsure += is_unsure
            results = [read(frame, state, option, name, node) for option in kept]
            frame.unsure -= is_unsure
            return join_values(frame, state, *results) or Unknown("attribute of None")
        case ModelManager():
            return _of_manager(frame, state, value, name, node)
        case RelatedManager():
            return _of_related(frame, state, value, name, node)
        case ClassValue(symbol=symbol):
            return of_class(frame, state, symbol, name, node)
        case ModuleValue(symbol=module):
            found_name = frame.world.names.member(module, name)
            if found_name is None:
                return Unknown(f"{module.dotted} has no {name} that we see")
            return value_of_symbol(frame, state, found_name, node)
        case ExternalValue(dotted=dotted):
            return _external(frame, dotted, name)
        case Super():
            return _of_super(frame, state, value, name, node)
        case Descriptor(through=label):
            model = frame.world.graph.get(label)
            return ClassValue(model.symbol) if model is not None and name == "through" else Plain()
        case Unknown():
            return Unknown(value.cause, value.nest)
        case Const(value=None):
            return Unknown("attribute of None")
        case FunctionValue() | Closure():
            return Unknown("attribute of a function")
    if isinstance(value, BoundMethod) and value.name == "_state" and name == "adding":
        found_row = state.heap.get(value.receiver.id) if type(value.receiver) is Ref else None
        return Const(False) if isinstance(found_row, Row) and rows.is_stored(found_row) else Plain()
    return BoundMethod(value, name)


def _external(frame: Frame, dotted: str, name: str) -> Value:
    if dotted == "django.conf.settings":
        known = frame.world.evaluator.settings.get(name)
        # Texts name models and classes; switches are there to be switched by a deployment.
        return Const(known) if isinstance(known, str) else Plain()
    return ExternalValue(f"{dotted}.{name}")


def _of_object(frame: Frame, state: State, ref: Ref, name: str, node: ir.Node) -> Value:
    found = state.heap.get(ref.id)
    match found:
        case Row():
            return _of_row(frame, state, ref, found, name, node)
        case QuerySet():
            return _of_queryset(frame, state, ref, found, name, node)
        case Instance():
            return _of_instance(frame, state, ref, found, name, node)
        case Box(entries=entries):
            return entries[name] if found.kind == "tuple" and name in entries else BoundMethod(ref, name)
    return Unknown("object that is not known")


def _of_row(frame: Frame, state: State, ref: Ref, row: Row, name: str, node: ir.Node) -> Value:
    value = rows.read(frame, state, ref, name, node)
    if value is not None:
        return value
    model = frame.world.accessors.model(row.model)
    if model is not None and name in ("__class__", "_meta"):
        return ClassValue(model.symbol)  # `_meta.model` of a class is the class
    if model is not None:
        symbol = frame.world.names.class_member(model.symbol, name)
        if symbol is not None and not in_django_orm(symbol):
            return bind(frame, state, symbol, ref, node, name)
    return BoundMethod(ref, name)


def bind(frame: Frame, state: State, symbol: Symbol, receiver: Value, node: ir.Node, name: str) -> Value:
    """A member of a class, read through an instance: properties run, functions are bound."""
    match symbol:
        case FunctionSymbol():
            how = decorated(frame.world, symbol)
            if how.is_property:
                return _property(frame, state, symbol, receiver, node, name, how.is_cached)
            if how.binds == "static":
                return FunctionValue(symbol)
            if how.binds == "class":
                return FunctionValue(symbol, class_of(frame, state, receiver) or receiver)
            return FunctionValue(symbol, receiver)
    return value_of_symbol(frame, state, symbol, node)


def _property(
    frame: Frame, state: State, symbol: FunctionSymbol, receiver: Value, node: ir.Node, name: str, is_cached: bool
) -> Value:
    from orm_lint.interpreter.calls import call_function
    from orm_lint.interpreter.querysets import Given

    number = receiver.id if type(receiver) is Ref else None
    found = state.heap.get(number) if number is not None else None
    outer = frame.exec
    if is_cached and found is not None:
        frame.exec = tuple(loop for loop in outer if loop in found.nest)  # once an object, however often it is asked
    try:
        value = call_function(frame, state, FunctionValue(symbol, receiver), Given(), node)
    finally:
        frame.exec = outer
    if is_cached and number is not None:
        kept = state.heap.get(number)
        if isinstance(kept, Row | Instance):
            state.heap[number] = replace(kept, attrs={**kept.attrs, name: value})
    return value


def class_of(frame: Frame, state: State, value: Value) -> Value | None:
    """The class of an instance, as `type(value)` gives it."""
    match value:
        case Ref(id=number):
            match state.heap.get(number):
                case Instance(symbol=symbol):
                    return ClassValue(symbol)
                case Row(model=label):
                    model = frame.world.accessors.model(label)
                    return ClassValue(model.symbol) if model else None
        case ClassValue():
            return value
    return None


def _of_queryset(frame: Frame, state: State, ref: Ref, found: QuerySet, name: str, node: ir.Node) -> Value:
    if found.plan.queryset:
        symbol = frame.world.names.follow(frame.world.names.dotted(found.plan.queryset))
        if isinstance(symbol, ClassSymbol):
            member = frame.world.names.class_member(symbol, name)
            if member is not None and not in_django_orm(member):
                return bind(frame, state, member, ref, node, name)
    if name == "model":
        model = frame.world.accessors.model(found.plan.model)
        return ClassValue(model.symbol) if model else Unknown("model that is not known")
    return BoundMethod(ref, name)


def manager_class(frame: Frame, manager: ModelManager) -> tuple[ClassSymbol, ...]:
    """The classes whose methods a manager has: its own, then the queryset's it was made from."""
    model = frame.world.accessors.model(manager.model)
    if model is None:
        return ()
    return classes_of(frame, model, manager.name)


def classes_of(frame: Frame, model: Model, name: str | None) -> tuple[ClassSymbol, ...]:
    known = next((found for found in model.managers if found.name == name), None)
    if known is None:
        return ()
    dotted = [known.type, *([known.queryset] if known.queryset else [])]
    symbols = (frame.world.names.follow(frame.world.names.dotted(path)) for path in dotted)
    return tuple(symbol for symbol in symbols if isinstance(symbol, ClassSymbol))


def manager_member(frame: Frame, manager: ModelManager, name: str) -> tuple[Symbol, bool] | None:
    """A method that the project (or a package) gave a manager; true if it is one of the queryset's."""
    for number, symbol in enumerate(manager_class(frame, manager)):
        member = frame.world.names.class_member(symbol, name)
        if member is not None and not in_django_orm(member):
            return member, number > 0 or not frame.world.names.descends_from(symbol, MANAGER_BASES)
    return None


def _of_manager(frame: Frame, state: State, manager: ModelManager, name: str, node: ir.Node) -> Value:
    from orm_lint.interpreter.managers import queryset_of

    member = manager_member(frame, manager, name)
    if member is not None and not (isinstance(member[0], ValueSymbol) and name == "_queryset_class"):
        symbol, is_of_queryset = member
        receiver = queryset_of(frame, state, manager, node) if is_of_queryset else manager
        return bind(frame, state, symbol, receiver, node, name)
    if name == "model":
        model = frame.world.accessors.model(manager.model)
        return ClassValue(model.symbol) if model else Unknown("model that is not known")
    return BoundMethod(manager, name)


def _of_related(frame: Frame, state: State, manager: RelatedManager, name: str, node: ir.Node) -> Value:
    from orm_lint.interpreter.managers import default_manager, queryset_of

    row = state.heap.get(manager.row)
    accessor = frame.world.accessors.find(row.model, manager.accessor) if isinstance(row, Row) else None
    if accessor is None or accessor.target is None:
        return Unknown("relation without a known target")
    if name == "get_queryset" and rows.cached_set(frame, state, manager, node) is not None:
        return BoundMethod(manager, name)  # the manager of a set looks at what was prefetched before it asks its class
    general = default_manager(frame, accessor.target)
    member = manager_member(frame, general, name) if general is not None else None
    if member is not None:
        symbol, is_of_queryset = member
        receiver = queryset_of(frame, state, manager, node) if is_of_queryset else manager
        return bind(frame, state, symbol, receiver, node, name)
    if name == "through" and accessor.field and accessor.field.relation and accessor.field.relation.through:
        through = frame.world.graph.get(accessor.field.relation.through)
        return ClassValue(through.symbol) if through else Unknown("automatic joining model")
    if name == "instance":
        return Ref(manager.row)
    if name == "model":
        model = frame.world.accessors.model(accessor.target)
        return ClassValue(model.symbol) if model else Unknown("model that is not known")
    return BoundMethod(manager, name)


def of_class(frame: Frame, state: State, symbol: ClassSymbol, name: str, node: ir.Node) -> Value:
    """An attribute of a class itself."""
    model = frame.world.model_of(symbol)
    if model is not None:
        if any(manager.name == name for manager in model.managers) or (name == "objects" and not model.managers):
            return ModelManager(model.label, name)
        if name in ("_default_manager", "_base_manager"):
            which = model.default_manager if name == "_default_manager" else model.base_manager
            return ModelManager(model.label, which)
        if name in ("DoesNotExist", "MultipleObjectsReturned"):
            return ExternalValue(f"django.core.exceptions.{name}")
        if name in ("model_name", "app_label", "object_name", "label", "label_lower", "db_table"):
            return Const(_named(model, name))
        if name in ("_meta", "model", "concrete_model") and frame.world.names.class_member(symbol, name) is None:
            return ClassValue(symbol)
        accessor = frame.world.accessors.find(model.label, name)
        if accessor is not None:
            return _descriptor(frame, accessor)
    member = frame.world.names.class_member(symbol, name)
    match member:
        case FunctionSymbol():
            how = decorated(frame.world, member)
            if how.binds == "class":
                if how.is_property:
                    return _property(frame, state, member, ClassValue(symbol), node, name, is_cached=False)
                return FunctionValue(member, ClassValue(symbol))
            return FunctionValue(member)
        case None:
            other = handed_on(frame.world.names, symbol, name)
            if isinstance(other, ClassSymbol) and other != symbol:
                return of_class(frame, state, other, name, node)
            return Plain() if name.startswith("__") else Unknown(f"{symbol.qualname} has no {name} that we see")
        case ValueSymbol():
            return value_of_symbol(frame, state, member, node, ClassValue(symbol))
    return value_of_symbol(frame, state, member, node)


def _named(model: Model, name: str) -> str:
    """What `_meta` says of a model's name."""
    match name:
        case "model_name":
            return model.name.lower()
        case "object_name":
            return model.name
        case "label_lower":
            return model.label.lower()
    return str(getattr(model, name))


def _descriptor(frame: Frame, accessor: Accessor) -> Value:
    """`Model.relation`, of which code asks for the joining model."""
    field = accessor.field
    if field is not None and field.relation is not None and field.relation.through:
        through = frame.world.graph.get(field.relation.through)
        if through is not None:
            return Descriptor(through.label)
    return Plain()


def _of_super(frame: Frame, state: State, value: Super, name: str, node: ir.Node) -> Value:
    start = class_of(frame, state, value.receiver)
    receiver = value.receiver
    match receiver:
        case ModelManager():
            classes: tuple[ClassSymbol, ...] = manager_class(frame, receiver)
        case RelatedManager():
            from orm_lint.interpreter.managers import default_manager

            row = state.heap.get(receiver.row)
            accessor = frame.world.accessors.find(row.model, receiver.accessor) if isinstance(row, Row) else None
            general = default_manager(frame, accessor.target) if accessor and accessor.target else None
            classes = manager_class(frame, general) if general else ()
        case Ref(id=number) if isinstance(found := state.heap.get(number), QuerySet) and found.plan.queryset:
            symbol = frame.world.names.follow(frame.world.names.dotted(found.plan.queryset))
            classes = (symbol,) if isinstance(symbol, ClassSymbol) else ()
        case _:
            classes = (start.symbol,) if isinstance(start, ClassValue) else ()
    for symbol in (*classes, value.owner):
        if value.owner.key not in {getattr(found, "key", None) for found in frame.world.names.mro(symbol)}:
            continue
        member = frame.world.names.class_member(symbol, name, value.owner)
        if member is not None and not in_django_orm(member):
            return bind(frame, state, member, receiver, node, name)
        break
    if isinstance(receiver, ModelManager | RelatedManager):
        return BoundMethod(receiver, f"super.{name}")
    return BoundMethod(receiver, name)


def _of_instance(frame: Frame, state: State, ref: Ref, found: Instance, name: str, node: ir.Node) -> Value:
    if name in found.attrs:
        return found.attrs[name]
    if name == "__class__":
        return ClassValue(found.symbol)
    if name.startswith("$"):
        return BoundMethod(ref, name)  # what a convention has a model for
    member = frame.world.names.class_member(found.symbol, name)
    is_stated = member is not None and not in_library(frame, member)
    own = gathered(frame, state, ref, found, name, is_stated)
    if member is None or not is_stated:
        if own is not None:
            return own
        if (asked := _of_request(frame, state, ref, found, name, node)) is not None:
            return asked
        if is_data(member):
            return value_of_symbol(frame, state, member, node)  # type: ignore[arg-type]
        if member is not None:
            return _modelled(frame, state, ref, member, node) or BoundMethod(ref, name)
        return Unknown("attribute that nobody sets" if not found.is_open else "attribute of a new object")
    value = bind(frame, state, member, ref, node, name)
    if own is None or isinstance(member, FunctionSymbol):
        return value
    return _kept(state, ref, name, either(value, own))


def _of_request(frame: Frame, state: State, ref: Ref, found: Instance, name: str, node: ir.Node) -> Value | None:
    """`self.request`, and what hangs on a request; kept, so that it is the same object when it is asked for again."""
    from orm_lint.interpreter.requests import NAME, attribute_of_request, is_request, request_of

    value: Value | None = None
    if is_request(frame, found.symbol):
        value = attribute_of_request(frame, state, name, node)
    elif name == NAME:
        value = request_of(frame, state, node)
    kept = state.heap[ref.id]
    return _kept(state, ref, name, value) if value is not None and isinstance(kept, Instance) else value


def _modelled(frame: Frame, state: State, ref: Ref, member: Symbol, node: ir.Node) -> Value | None:
    """What a property of a library class gives, where that is known."""
    if not isinstance(member, FunctionSymbol) or not decorated(frame.world, member).is_property:
        return None
    from orm_lint.interpreter.querysets import Given

    model = frame.world.model_of_call(member)
    return model(frame, state, Given((ref,)), node) if model is not None else None  # type: ignore[arg-type]


def in_library(frame: Frame, symbol: Symbol) -> bool:
    """Whether a member is defined in a package whose code is not run."""
    match symbol:
        case FunctionSymbol(module=module) | ValueSymbol(module=module) | ClassSymbol(module=module):
            return not frame.world.is_run(module)
        case ModuleSymbol(module=module):
            return not frame.world.is_run(module)
        case External():
            return True


def gathered(frame: Frame, state: State, ref: Ref, found: Instance, name: str, is_stated: bool) -> Value | None:
    """What the methods of the class set `self.name` to; None if none does. `is_stated`: the class has a value, too."""
    from orm_lint.interpreter.gather import attribute_of

    value = attribute_of(frame, state, found.symbol, name, is_stated) if not found.is_open else None
    return value if value is None or is_stated else _kept(state, ref, name, value)


def _kept(state: State, ref: Ref, name: str, value: Value) -> Value:
    """The value, which the instance has from now on."""
    kept = state.heap[ref.id]
    assert isinstance(kept, Instance)
    state.heap[ref.id] = replace(kept, attrs={**kept.attrs, name: value})
    return value


def call_member(frame: Frame, state: State, ref: Ref, name: str, node: ir.Node, *args: Value) -> Value | None:
    """Calls a method that Python calls itself, such as `__iter__`; None if the project does not define it."""
    from orm_lint.interpreter.calls import call_function
    from orm_lint.interpreter.querysets import Given

    start = class_of(frame, state, ref)
    if not isinstance(start, ClassValue):
        return None
    member = frame.world.names.class_member(start.symbol, name)
    if not isinstance(member, FunctionSymbol) or in_library(frame, member):
        return None
    return call_function(frame, state, FunctionValue(member, ref), Given(args), node)
