"""One of many: what a loop variable stands for, and what is left of it after the loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.mapping import mapped, mapped_object, object_references, references
from orm_lint.interpreter.objects import Box, Instance, Object, QuerySet, Row
from orm_lint.interpreter.state import State, different
from orm_lint.interpreter.values import Loop, Nest, Plain, Ref, RelatedManager, Union, Unknown, Value

MAX_COPIES = 40


class Focus:
    """Copies the objects behind an element that differ from element to element, as those of one iteration."""

    def __init__(self, frame: Frame, state: State, base: Nest, inner: Nest, tag: object) -> None:
        self.frame = frame
        self.state = state
        self.base = base
        self.inner = inner
        self.tag = tag
        self.copies: dict[int, int] = {}

    def value(self, value: Value) -> Value:
        return self._value(value, self.inner)

    def _value(self, value: Value, inner: Nest) -> Value:
        for number in references(value):
            self._copy(number, inner)
        return mapped(value, lambda number: self.copies.get(number, number), lambda nest: self._nest(nest, inner))

    def _nest(self, nest: Nest, inner: Nest) -> Nest:
        if all(self._stays(loop) for loop in nest):
            return nest
        kept = tuple(loop for loop in nest if self._stays(loop))
        return (*kept, *(loop for loop in inner if loop not in kept))

    def _stays(self, loop: Loop) -> bool:
        """Whether a loop is one that the container is in, or one that still runs around it."""
        return loop in self.base or loop in self.frame.exec or loop.is_around

    def _copy(self, number: int, inner: Nest) -> None:
        found = self.state.heap.get(number)
        if found is None or number in self.copies or len(self.copies) >= MAX_COPIES:
            return
        if all(self._stays(loop) for loop in found.nest):
            return
        new = self.frame.number("focus", self.tag, number)
        self.copies[number] = new
        self.state.heap[new] = found
        self.state.heap[new] = self._object(found, inner)

    def _object(self, found: Object, inner: Nest) -> Object:
        kept = self._nest(found.nest, inner)
        match found:
            case Box():
                deeper = (*inner, Loop(("in", str(self.tag), len(inner)), found.size or "bounded"))
                return replace(
                    found,
                    nest=kept,
                    element=None if found.element is None else self._value(found.element, deeper),
                    entries={key: self._value(value, inner) for key, value in found.entries.items()},
                )
            case Row() | Instance():
                attrs = {name: self._value(value, inner) for name, value in found.attrs.items()}
                return replace(found, nest=kept, attrs=attrs)
            case QuerySet():
                for number in (found.row, found.element):
                    if number is not None:
                        deeper = inner if number == found.row else (*inner, Loop(("in", str(self.tag), 0), "rows"))
                        self._copy(number, deeper)
                copies = self.copies
                return replace(
                    found,
                    nest=kept,
                    deps=found.deps.union(inner),  # another queryset in each iteration
                    row=None if found.row is None else copies.get(found.row, found.row),
                    element=None if found.element is None else copies.get(found.element, found.element),
                )
        return mapped_object(
            found, lambda number: self.copies.get(number, number), lambda nest: self._nest(nest, inner)
        )


def leave(state: State, copies: dict[int, int], before: dict[int, Object], learns: bool = True) -> None:
    """Ends an iteration: what was loaded on its row is loaded on all, and one stands for many again.

    `before` is the heap as the iteration found it, in which nothing knows of the copies.
    """
    if not copies:
        return
    back = {new: old for old, new in copies.items()}

    def original(number: int) -> int:
        return back.get(number, number)

    for old, new in copies.items():
        there, here = state.heap.get(old), state.heap.get(new)
        if learns and there is not None and here is not None:
            state.heap[old] = _learned(there, here, original)
    numbers = back.keys()
    for number in different(before, state.heap):
        found = state.heap[number]
        if number not in back and not numbers.isdisjoint(object_references(found)):
            state.heap[number] = mapped_object(found, original, lambda nest: nest)


def _learned(there: Object, here: Object, original: Callable[[int], int]) -> Object:
    """What one stands for after an iteration: all that was loaded or set on the one of that iteration."""
    match there, here:
        case Row(), Row():
            attrs = _united(there.attrs, here.attrs, original)
            return replace(there, attrs=attrs, load=here.load, doubts=there.doubts | here.doubts)
        case Instance(), Instance():
            return replace(there, attrs=_united(there.attrs, here.attrs, original))
        case QuerySet(), QuerySet():
            rows = there.element if here.element is None else original(here.element)
            return replace(there, evaluated=there.evaluated or here.evaluated, element=rows)
        case Box(), Box():
            element = there.element
            if here.element is not None and (element is None or element == here.element):
                element = mapped(here.element, original, lambda nest: nest)
            return replace(there, element=element, size=there.size or here.size)
    return there


def _united(known: Mapping[str, Value], more: Mapping[str, Value], original: Callable[[int], int]) -> dict[str, Value]:
    return {**{name: mapped(value, original, lambda nest: nest) for name, value in more.items()}, **known}


def settle(frame: Frame, state: State, loop: Loop) -> None:
    """After a loop, a variable holds the one object of the last iteration, not one of many."""
    for name, value in state.env.items():
        if type(value) in (Ref, Union, RelatedManager, Plain, Unknown) and _varies(state, value, loop):
            outer = Focus(frame, state, tuple(_others(frame, loop)), (), ("last", loop.key, name))
            state.env[name] = outer.value(value)


def _others(frame: Frame, loop: Loop) -> Nest:
    return frame.exec


def _varies(state: State, value: Value, loop: Loop) -> bool:
    match value:
        case Plain(nest=nest) | Unknown(nest=nest):
            return loop in nest
        case _:
            for number in references(value):
                found = state.heap.get(number)
                if found is not None and loop in found.nest:
                    return True
    return False
