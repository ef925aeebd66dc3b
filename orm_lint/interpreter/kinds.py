"""Of what kind a value is: what `isinstance()`, `type(x) is C` and `type(x).__name__ == "C"` come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Const,
    FunctionValue,
    ModelManager,
    Ref,
    RelatedManager,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

Kind: TypeAlias = ClassSymbol | str
Verdict: TypeAlias = Callable[[Frame, State, Value, "tuple[Kind, ...] | None"], "bool | None"]
BUILTINS = frozenset("dict list tuple set frozenset str bytes int float bool complex type".split())
GUESSED = frozenset({"annotation", "dispatch", "self"})


def kinds_of(state: State, value: Value, many: bool = True, is_part: bool = False) -> tuple[Kind, ...] | None:
    """The classes that a test names, alone or in a tuple (`many`), those we cannot see by their dotted names.

    A text is the name of a class, but for `in`, where it is a text to be searched.
    """
    found: list[Kind] = []
    for option in options(value):
        match option:
            case ClassValue(symbol=symbol):
                found.append(symbol)
            case Const(value=str(text)) if is_part or not many:
                found.append(text)
            case Ref(id=number) if many and isinstance(box := state.heap.get(number), Box) and box.element is None:
                for inner in box.entries.values():
                    deeper = kinds_of(state, inner, many, is_part=True)
                    if deeper is None:
                        return None
                    found.extend(deeper)
            case _:
                dotted = getattr(option, "dotted", None)
                if not isinstance(dotted, str):
                    return None
                found.append(dotted.removeprefix("builtins."))
    return tuple(found)


def type_asked_for(asked: ir.Expr) -> ir.Expr | None:
    """`x` in `type(x)`, `x.__class__`, and the name of either."""
    match asked:
        case ir.Call(func=ir.Name(id="type"), args=(subject,), keywords=()):
            return subject
        case ir.Attr(value=subject, name="__class__"):
            return subject
        case ir.Attr(value=inner, name="__name__" | "__qualname__"):
            return type_asked_for(inner)
    return None


def is_instance(frame: Frame, state: State, value: Value, kinds: tuple[Kind, ...] | None) -> bool | None:
    """Whether a value is an instance of one of the classes; None if that is not certain."""
    if kinds is None:
        return None
    names = {kind.dotted if isinstance(kind, ClassSymbol) else kind for kind in kinds}
    found = state.heap.get(value.id) if type(value) is Ref else None
    match found:
        case Row(model=label):
            model = frame.world.accessors.model(label)
            if model is None:
                return None
            if _descends(frame, model.symbol, kinds):
                return True
            return None if _has_subclass(frame, model.symbol, kinds) else False
        case Box(kind=kind):
            return True if kind in names else False if names <= BUILTINS else None
        case QuerySet():
            is_named = any(name.rpartition(".")[2] == "QuerySet" for name in names)
            return True if is_named else False if names <= BUILTINS else None
        case Instance(symbol=symbol):
            return True if _descends(frame, symbol, kinds) else None
    if type(value) is Const:
        return type(value.value).__name__ in names if value.value is not None else False
    return False if type(value) in (ModelManager, RelatedManager, FunctionValue) and names <= BUILTINS else None


def is_exactly(frame: Frame, state: State, value: Value, kinds: tuple[Kind, ...] | None) -> bool | None:
    """Whether the class of a value is one of these, given as classes or by their names."""
    if kinds is None:
        return None
    found = state.heap.get(value.id) if type(value) is Ref else None
    if value == NONE:
        return "NoneType" in kinds
    if isinstance(found, Box | QuerySet):
        return None if any(isinstance(kind, str) and kind not in BUILTINS for kind in kinds) else False
    model = frame.world.accessors.model(found.model) if isinstance(found, Row) else None
    if model is None or not isinstance(found, Row):
        return None
    is_same = any(
        kind.key == model.symbol.key if isinstance(kind, ClassSymbol) else kind == model.name for kind in kinds
    )
    is_guessed = bool(GUESSED & found.doubts)
    if is_same:
        return None if is_guessed else True
    # A package may make a row what its own table says: who asks for a deeper class knows why.
    is_deeper = _has_subclass(frame, model.symbol, kinds) or _names_subclass(frame, model.symbol, kinds)
    return None if is_deeper else False


def _descends(frame: Frame, symbol: ClassSymbol, kinds: tuple[Kind, ...]) -> bool:
    keys = {kind.key for kind in kinds if isinstance(kind, ClassSymbol)}
    return any(getattr(ancestor, "key", None) in keys for ancestor in frame.world.names.mro(symbol))


def _has_subclass(frame: Frame, symbol: ClassSymbol, kinds: tuple[Kind, ...]) -> bool:
    """Whether one of the classes derives from the row's: the row may be one of those."""
    return any(
        isinstance(other, ClassSymbol)
        and any(getattr(ancestor, "key", None) == symbol.key for ancestor in frame.world.names.mro(other))
        for other in kinds
    )


def _names_subclass(frame: Frame, symbol: ClassSymbol, kinds: tuple[Kind, ...]) -> bool:
    """Whether one of the names is that of a model which derives from the row's."""
    names = {kind for kind in kinds if isinstance(kind, str)}
    deeper = [model.symbol for model in frame.world.graph.models if model.name in names]
    return any(_descends(frame, found, (symbol,)) for found in deeper)
