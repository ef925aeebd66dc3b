"""Translating values and objects: other numbers for heap objects, other loops for nests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import is_
from typing import TypeVar

from msgspec.structs import replace

from orm_lint.interpreter.objects import Box, Generator, Instance, Object, QuerySet, Row
from orm_lint.interpreter.values import (
    BoundMethod,
    ClassValue,
    Closure,
    Const,
    Descriptor,
    ExternalValue,
    FunctionValue,
    Getter,
    Lookup,
    ModelManager,
    ModuleValue,
    Nest,
    Partial,
    Plain,
    Ref,
    RelatedManager,
    Super,
    Threaded,
    Union,
    Unknown,
    Value,
)

K = TypeVar("K")
ToNumber = Callable[[int], int]
ToNest = Callable[[Nest], Nest]
FLAT = frozenset({Const, ClassValue, ModuleValue, ExternalValue, ModelManager, Getter, Lookup, Descriptor})
"""The values that hold no others and vary with nothing."""


def mapped(value: Value, number: ToNumber, nest: ToNest) -> Value:
    """The value with other numbers and loops; the same object where nothing changes."""
    if type(value) is Ref:
        new = number(value.id)
        return value if new == value.id else Ref(new)
    if type(value) in FLAT:
        return value
    if type(value) is Plain or type(value) is Unknown:
        if not value.nest:
            return value
        loops = nest(value.nest)
        return value if loops == value.nest else replace(value, nest=loops)
    match value:
        case Union(options=found):
            kept_here = [mapped(option, number, nest) for option in found]
            return value if all(map(is_, kept_here, found)) else Union(tuple(kept_here))
        case RelatedManager(row=row):
            return RelatedManager(number(row), value.accessor)
        case FunctionValue(bound=bound) if bound is not None:
            return FunctionValue(value.symbol, mapped(bound, number, nest))
        case BoundMethod(receiver=receiver):
            return BoundMethod(mapped(receiver, number, nest), value.name)
        case Super(receiver=receiver):
            return Super(value.owner, mapped(receiver, number, nest))
        case Closure(captured=captured) if captured:
            kept = tuple((name, mapped(inner, number, nest)) for name, inner in captured)
            return Closure(value.node, value.module, kept, value.owner)
        case Partial():
            return Partial(
                mapped(value.function, number, nest),
                tuple(mapped(inner, number, nest) for inner in value.args),
                tuple((name, mapped(inner, number, nest)) for name, inner in value.keywords),
            )
        case Threaded(function=function):
            return Threaded(mapped(function, number, nest))
    return value


def references(value: Value) -> tuple[int, ...]:
    """The heap objects that a value names itself."""
    if type(value) is Ref:
        return (value.id,)
    if type(value) in FLAT or type(value) is Plain or type(value) is Unknown:
        return ()
    if type(value) is Union:
        return tuple([number for option in value.options for number in references(option)])
    found: list[int] = []

    def note(number: int) -> int:
        found.append(number)
        return number

    mapped(value, note, _same_nest)
    return tuple(found)


def _same_nest(nest: Nest) -> Nest:
    return nest


def parts(found: Object) -> tuple[Value, ...]:
    """The values that an object holds."""
    match found:
        case Row() | Instance():
            return tuple(found.attrs.values())
        case QuerySet():
            held = [Ref(number) for number in (found.element, found.row) if number is not None]
            return tuple(held)
        case Box():
            held_here = [value for value in (found.element, found.keys, found.default) if value is not None]
            return (*held_here, *found.entries.values())
        case Generator():
            return (found.function, *found.args, *(value for _, value in found.keywords))


def object_references(found: Object) -> list[int]:
    """The heap objects that an object names itself."""
    if type(found) is QuerySet:
        return [number for number in (found.element, found.row) if number is not None]
    numbers: list[int] = []
    for value in parts(found):
        if type(value) is Ref:
            numbers.append(value.id)
        elif type(value) not in FLAT and type(value) is not Plain and type(value) is not Unknown:
            numbers.extend(references(value))
    return numbers


def mapped_values(values: Mapping[K, Value], number: ToNumber, nest: ToNest) -> Mapping[K, Value]:
    """The values with other numbers and loops; the same mapping where nothing changes."""
    result: dict[K, Value] | None = None
    for name, value in values.items():
        if type(value) in FLAT:
            continue
        new = mapped(value, number, nest)
        if new is not value:
            if result is None:
                result = dict(values)
            result[name] = new
    return values if result is None else result


def mapped_object(found: Object, number: ToNumber, nest: ToNest) -> Object:
    """The object with other numbers and loops; the same object where nothing changes."""

    def maybe(value: Value | None) -> Value | None:
        return None if value is None else mapped(value, number, nest)

    loops = nest(found.nest) if found.nest else ()
    match found:
        case Row() | Instance():
            attrs = mapped_values(found.attrs, number, nest) if found.attrs else found.attrs
            if attrs is found.attrs and loops == found.nest:
                return found
            return replace(found, nest=loops, attrs=attrs)
        case QuerySet():
            deps = found.deps
            if deps:
                deps = frozenset(nest(tuple(sorted(deps, key=lambda loop: str(loop.key)))))
            return replace(
                found,
                nest=loops,
                deps=deps,
                element=None if found.element is None else number(found.element),
                row=None if found.row is None else number(found.row),
            )
        case Box():
            entries = mapped_values(found.entries, number, nest) if found.entries else found.entries
            element, keys, default = maybe(found.element), maybe(found.keys), maybe(found.default)
            if (
                entries is found.entries and element is found.element and keys is found.keys
                and default is found.default and loops == found.nest
            ):  # fmt: skip
                return found
            return replace(found, nest=loops, element=element, keys=keys, default=default, entries=entries)
        case Generator():
            return replace(
                found,
                function=mapped(found.function, number, nest),
                args=tuple(mapped(value, number, nest) for value in found.args),
                keywords=tuple((name, mapped(value, number, nest)) for name, value in found.keywords),
                nest=loops,
            )
