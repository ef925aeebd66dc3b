"""Operators over evaluated values: arithmetic, comparisons, paths, formatting. What they make stays within bounds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence

from orm_lint.project.values import (
    UNKNOWN,
    Alternatives,
    Items,
    Made,
    PathValue,
    Table,
    Unknown,
    Value,
    make_items,
    make_table,
    mapped,
    union,
)

MAX_TEXT = 4000
LARGEST_INTEGER = 2**63


def operate(op: str, left: Value, right: Value) -> Value:
    """`left op right` for the operators that the IR keeps; `?` is a path division if the left side is a path."""
    return mapped(lambda a: mapped(lambda b: _operate(op, a, b), right), left)


def _operate(op: str, left: Value, right: Value) -> Value:
    match op, left, right:
        case "+", Items(kind=kind, items=items, is_partial=partial), _:
            return make_items(kind, (*items, *items_of(right)), is_partial=partial or is_open(right))
        case "+", _, Items(kind=kind, items=items):
            return make_items(kind, items, is_partial=True)
        case "+", str(), str():
            return text(left + right)
        case ("+" | "?", PathValue(path=path), str() | PathValue()):
            other = right.path if isinstance(right, PathValue) else right
            return PathValue(path + other) if op == "+" else join(path, other)
        case "-", PathValue(path=path), int():
            return PathValue(parent(path, min(right, 50)))
        case "|", Table(), Table():
            return merge(left, right)
        case "|", Items(kind="set"), Items(kind="set"):
            return union(left, right)
        case "%", str(), _:
            return percent(left, right)
        case ("+" | "-", int() | float(), int() | float()):
            return number(left + right if op == "+" else left - right)
    return _compare(op, left, right) if op in _COMPARISONS else UNKNOWN


_COMPARISONS: Mapping[str, Callable[[Value, Value], bool]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "is": lambda a, b: a is b,
    "is not": lambda a, b: a is not b,
    "in": lambda a, b: _holds(b, a),
    "not in": lambda a, b: not _holds(b, a),
    "<": lambda a, b: a < b,  # type: ignore[operator]
    "<=": lambda a, b: a <= b,  # type: ignore[operator]
    ">": lambda a, b: a > b,  # type: ignore[operator]
    ">=": lambda a, b: a >= b,  # type: ignore[operator]
}


def _compare(op: str, left: Value, right: Value) -> Value:
    if not (is_complete(left) and is_complete(right)):
        return UNKNOWN
    try:
        return _COMPARISONS[op](left, right)
    except TypeError:
        return UNKNOWN


def _holds(container: Value, wanted: Value) -> bool:
    match container:
        case Items(items=items):
            return wanted in items
        case Table(pairs=pairs):
            return any(key == wanted for key, _ in pairs)
        case str() if isinstance(wanted, str):
            return wanted in container
    raise TypeError


def is_complete(value: Value) -> bool:
    """Whether nothing of a value is unknown, however deep."""
    match value:
        case Items(items=items, is_partial=partial):
            return not partial and all(map(is_complete, items))
        case Table(pairs=pairs, is_partial=partial):
            return not partial and all(is_complete(key) and is_complete(found) for key, found in pairs)
        case Unknown() | Made() | Alternatives():
            return False
    return True


def items_of(value: Value) -> tuple[Value, ...]:
    """What iterating over a value gives, as far as it is known."""
    match value:
        case Items(items=items):
            return items
        case Table(pairs=pairs):
            return tuple(key for key, _ in pairs)
        case Alternatives(values=values):
            return tuple({(type(item), item): item for one in values for item in items_of(one)}.values())
    return ()


def is_open(value: Value) -> bool:
    """Whether iterating over a value may give more than `items_of` says."""
    return value.is_partial if isinstance(value, Items | Table) else True


def text(value: str) -> Value:
    return value if len(value) <= MAX_TEXT else UNKNOWN


def number(value: float) -> Value:
    return value if abs(value) < LARGEST_INTEGER else UNKNOWN


def merge(left: Table, right: Table) -> Table:
    """`{**left, **right}`."""
    return make_table((*left.pairs, *right.pairs), is_partial=left.is_partial or right.is_partial)


def join(base: str, *parts: str) -> PathValue:
    """Posix path arithmetic; the root of the project is the empty path."""
    return PathValue(_normal(posixpath.join(base, *parts)))


def parent(path: str, steps: int = 1) -> str:
    return _normal(posixpath.join(path, *[".."] * steps))


def _normal(path: str) -> str:
    found = posixpath.normpath(path)[:MAX_TEXT]
    return "" if found == "." else found


def as_text(value: Value) -> str | None:
    """What `str()` makes of a value, for those where that is a plain matter."""
    match value:
        case PathValue(path=path):
            return path
        case str() | int() | float() | bool() | None:
            return str(value)
    return None


_PERCENT = re.compile(r"%(?:\((\w+)\))?([sd%])")
_BRACES = re.compile(r"\{\{|\}\}|\{(\w*)\}")


def percent(template: str, argument: Value) -> Value:
    """`template % argument` where the template holds nothing but `%s`, `%d`, `%(name)s` and `%%`."""
    if "%" in _PERCENT.sub("", template):
        return UNKNOWN
    arguments = argument.items if isinstance(argument, Items) and argument.kind == "tuple" else (argument,)
    left = iter(arguments)

    def found(match: re.Match[str]) -> str | None:
        if match[2] == "%":
            return "%"
        if match[1]:
            return as_text(_entry(argument, match[1]))
        return as_text(next(left, UNKNOWN))

    return _filled(_PERCENT, template, found)


def braces(template: str, positional: Sequence[Value], named: Mapping[str, Value]) -> Value:
    """`template.format(...)` where the template holds nothing but `{}`, `{0}` and `{name}`."""
    if re.search(r"[{}]", _BRACES.sub("", template)):
        return UNKNOWN
    numbers = iter(range(len(positional)))

    def found(match: re.Match[str]) -> str | None:
        key = match[1]
        if key is None:
            return match[0][0]
        if key and not key.isdigit():
            return as_text(named.get(key, UNKNOWN))
        index = int(key[:6]) if key else next(numbers, -1)
        return as_text(positional[index]) if 0 <= index < len(positional) else None

    return _filled(_BRACES, template, found)


def _entry(argument: Value, key: str) -> Value:
    value = argument.get(key) if isinstance(argument, Table) else UNKNOWN
    return UNKNOWN if value is None else value


def _filled(pattern: re.Pattern[str], template: str, found: Callable[[re.Match[str]], str | None]) -> Value:
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(template):
        filled = found(match)
        if filled is None:
            return UNKNOWN
        parts += (template[at : match.start()], filled)
        at = match.end()
    return text("".join([*parts, template[at:]]))
