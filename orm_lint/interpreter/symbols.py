"""From what a name means to a value."""

from __future__ import annotations

import builtins

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    ClassValue,
    ExternalValue,
    FunctionValue,
    ModuleValue,
    Plain,
    Unknown,
    Value,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module
from orm_lint.project.scope import Assigned
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, ModuleSymbol, Symbol, ValueSymbol

BUILTINS = frozenset(dir(builtins))
DJANGO_ORM = ("django.db.models.", "django.db.models", "django.contrib.contenttypes.fields")


def in_django_orm(symbol: Symbol) -> bool:
    """Whether a member is Django's own: those are in the method table, never run."""
    match symbol:
        case FunctionSymbol(module=module) | ValueSymbol(module=module) | ClassSymbol(module=module):
            return module.evidence != "project" and module.name.startswith(DJANGO_ORM)
    return False


def is_data(symbol: Symbol | None) -> bool:
    """Whether a member of a library's class is a list of constants: what it holds is known without running anything."""
    match symbol:
        case ValueSymbol(binding=Assigned(value=ir.Seq(items=items))) if symbol.owner is not None:
            return all(type(item) is ir.Const for item in items)
    return False


def name(frame: Frame, state: State, node: ir.Name) -> Value:
    """The value of a variable that the function itself does not bind."""
    if frame.owner is not None and frame.receiver is None and not state.env:
        return _meant(frame, state, frame.world.names.resolve(frame.module, node, (frame.owner,)), node)
    key = (frame.module.path, node.id, node.at)
    known = frame.world.globals.get(key)
    if known is not None:
        return known
    symbol = frame.world.names.follow(frame.world.names.resolve(frame.module, node, ()))
    if isinstance(symbol, ValueSymbol):
        return value_of_symbol(frame, state, symbol, node)  # what it is run to may be cut off here
    value = frame.world.globals[key] = _meant(frame, state, symbol, node)
    return value


def _meant(frame: Frame, state: State, symbol: Symbol | None, node: ir.Name) -> Value:
    if symbol is not None:
        return value_of_symbol(frame, state, symbol, node)
    if node.id in BUILTINS:
        return ExternalValue(f"builtins.{node.id}")
    return Unknown("name that nothing binds")


def value_of_symbol(frame: Frame, state: State, symbol: Symbol, node: ir.Node, receiver: Value | None = None) -> Value:
    """What a symbol is as a value; assigned names are evaluated where they are assigned."""
    if isinstance(symbol, ValueSymbol) and _is_of_model(frame, symbol):
        return _assigned(frame, state, symbol, node, receiver)
    followed = frame.world.names.follow(symbol)
    match followed:
        case ClassSymbol():
            return ClassValue(followed)
        case FunctionSymbol():
            return FunctionValue(followed)
        case ModuleSymbol():
            return ModuleValue(followed)
        case External(dotted):
            return ExternalValue(dotted)
        case ValueSymbol():
            return _assigned(frame, state, followed, node, receiver)
    return Unknown("name that cannot be resolved")


def _is_of_model(frame: Frame, symbol: ValueSymbol) -> bool:
    """Whether a name stands for `Model.objects`: which manager that is, the model says, not what was assigned there."""
    value = symbol.binding.value
    if type(value) is not ir.Attr or symbol.binding.index is not None or not frame.world.is_run(symbol.module):
        return False
    scope = (symbol.owner,) if symbol.owner is not None else ()
    found = frame.world.names.follow(frame.world.names.resolve(symbol.module, value.value, scope))
    model = frame.world.model_of(found) if isinstance(found, ClassSymbol) else None
    return model is not None and any(manager.name == value.name for manager in model.managers)


def _assigned(frame: Frame, state: State, symbol: ValueSymbol, node: ir.Node, receiver: Value | None) -> Value:
    from orm_lint.interpreter.calls import run_expression

    module: Module = symbol.module
    if module.name == "django.conf" and isinstance(symbol.binding.value, ir.Call):
        return ExternalValue("django.conf.settings")
    value = symbol.binding.value
    if value is None:
        from orm_lint.interpreter.annotations import annotated

        if symbol.binding.annotation is not None:
            return annotated(frame, state, symbol.module, symbol.binding.annotation, node, symbol.owner)
        return Unknown("declared without a value")
    if not frame.world.is_run(module) and not is_data(symbol):
        return ExternalValue(f"{module.name}.{getattr(node, 'id', None) or getattr(node, 'name', 'value')}")
    if symbol.binding.index is not None:
        return Unknown("unpacked at the top of a module")
    if type(value) is ir.Const:
        from orm_lint.interpreter.values import Const

        return Const(value.value)
    if type(value) is ir.Opaque:
        return Plain()
    return run_expression(frame, state, module, value, symbol.owner, node)
