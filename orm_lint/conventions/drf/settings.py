"""What a project says in its setting REST_FRAMEWORK; https://www.django-rest-framework.org/api-guide/settings/"""

from __future__ import annotations

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.values import NONE, ClassValue, Const, ExternalValue, Plain, Unknown, Value
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Items, Table

NAME = "REST_FRAMEWORK"


def setting(frame: Frame, name: str) -> Value:
    """A class or number that the settings name; None where they say nothing, which is DRF's own default."""
    settings = frame.world.evaluator.settings
    table = settings.get(NAME)
    if table is None:
        are_read = bool(settings.keys() - {"AUTH_USER_MODEL"})
        return NONE if are_read else Unknown("setting of a module that could not be read")
    return _value(frame, table.get(name)) if isinstance(table, Table) else Unknown("setting that is not known")


def classes(frame: Frame, name: str) -> tuple[Value, ...]:
    """The classes in a list that the settings hold."""
    table = frame.world.evaluator.settings.get(NAME)
    found = table.get(name) if isinstance(table, Table) else None
    return tuple(_value(frame, item) for item in found.items) if isinstance(found, Items) else ()


def _value(frame: Frame, value: object) -> Value:
    match value:
        case str():
            symbol = frame.world.names.follow(frame.world.names.dotted(value))
            return ClassValue(symbol) if isinstance(symbol, ClassSymbol) else ExternalValue(value)
        case None:
            return NONE
        case int():
            return Const(value)
    return Plain()
