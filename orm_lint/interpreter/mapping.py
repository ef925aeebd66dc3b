"""Translating values and objects: other numbers for heap objects, other loops for nests."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from orm_lint.interpreter.objects import Box, Generator, Instance, Object, QuerySet, Row
from orm_lint.interpreter.values import (
    BoundMethod,
    Closure,
    FunctionValue,
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

ToNumber = Callable[[int], int]
ToNest = Callable[[Nest], Nest]


def mapped(value: Value, number: ToNumber, nest: ToNest) -> Value:
    """The value with other numbers and loops."""
    kind = type(value)
    if kind is Ref:
        return Ref(number(value.id))  # type: ignore[union-attr]
    if kind is Plain or kind is Unknown:
        return value if not value.nest else replace(value, nest=nest(value.nest))  # type: ignore[union-attr]
    match value:
        case Union(options=found):
            return Union(tuple(mapped(option, number, nest) for option in found))
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
    found: list[int] = []

    def note(number: int) -> int:
        found.append(number)
        return number

    if type(value) is Ref:
        return (value.id,)
    mapped(value, note, lambda nest: nest)
    return tuple(found)


def parts(found: Object) -> tuple[Value, ...]:
    """The values that an object holds."""
    match found:
        case Row():
            return tuple(found.attrs.values())
        case QuerySet():
            held = [Ref(number) for number in (found.element, found.row) if number is not None]
            return tuple(held)
        case Box():
            held_here = [value for value in (found.element, found.keys, found.default) if value is not None]
            return (*held_here, *found.entries.values())
        case Instance():
            return tuple(found.attrs.values())
        case Generator():
            return (found.function, *found.args, *(value for _, value in found.keywords))


def mapped_object(found: Object, number: ToNumber, nest: ToNest) -> Object:
    """The object with other numbers and loops."""

    def go(value: Value) -> Value:
        return mapped(value, number, nest)

    def maybe(value: Value | None) -> Value | None:
        return None if value is None else mapped(value, number, nest)

    match found:
        case Row():
            attrs = {name: go(value) for name, value in found.attrs.items()} if found.attrs else found.attrs
            return replace(found, nest=nest(found.nest), attrs=attrs)
        case QuerySet():
            return replace(
                found,
                nest=nest(found.nest),
                deps=frozenset(nest(tuple(sorted(found.deps, key=lambda loop: str(loop.key))))),
                element=None if found.element is None else number(found.element),
                row=None if found.row is None else number(found.row),
            )
        case Box():
            entries = {key: go(value) for key, value in found.entries.items()}
            return replace(
                found,
                nest=nest(found.nest),
                element=maybe(found.element),
                keys=maybe(found.keys),
                default=maybe(found.default),
                entries=entries,
            )
        case Instance():
            return replace(found, nest=nest(found.nest), attrs={n: go(value) for n, value in found.attrs.items()})
        case Generator():
            return replace(
                found,
                function=go(found.function),
                args=tuple(map(go, found.args)),
                keywords=tuple((name, go(value)) for name, value in found.keywords),
                nest=nest(found.nest),
            )
