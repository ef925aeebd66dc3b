"""The functions and methods that the static evaluator computes: of paths, strings and containers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from orm_lint.project.casts import number_in
from orm_lint.project.operators import (
    MAX_TEXT,
    as_text,
    braces,
    is_complete,
    is_open,
    items_of,
    join,
    operate,
    parent,
    text,
)
from orm_lint.project.values import UNKNOWN, Items, PathValue, Table, Value, make_items, make_table, truth

Arguments: TypeAlias = Sequence[Value]
Named: TypeAlias = Mapping[str, Value]


def _path(arguments: Arguments, _: Named) -> Value:
    parts = [as_text(argument) for argument in arguments]
    if not parts or None in parts or not isinstance(arguments[0], PathValue):
        return arguments[0] if len(arguments) == 1 and isinstance(arguments[0], str) else UNKNOWN
    return join(*(part for part in parts if part is not None))


def _text_of(arguments: Arguments, _: Named) -> Value:
    if len(arguments) != 1:
        return UNKNOWN
    found = as_text(arguments[0])
    return arguments[0] if isinstance(arguments[0], PathValue) else UNKNOWN if found is None else found


def _integer(arguments: Arguments, _: Named) -> Value:
    match arguments:
        case (bool() | int() as value,):
            return int(value)
        case (float() as value,) if abs(value) < 2**53:
            return int(value)
        case (str() as value,):
            return number_in("int", value)
    return UNKNOWN


def _boolean(arguments: Arguments, _: Named) -> Value:
    decided = truth(arguments[0]) if len(arguments) == 1 else None
    return UNKNOWN if decided is None else decided


def _list_of(kind: str) -> Callable[[Arguments, Named], Value]:
    def build(arguments: Arguments, _: Named) -> Value:
        source = arguments[0] if arguments else make_items("list", ())
        is_partial = is_open(source)
        match kind:
            case "tuple" | "set":
                return make_items(kind, items_of(source), is_partial=is_partial)
        return make_items("list", items_of(source), is_partial=is_partial)

    return build


def _sorted(arguments: Arguments, named: Named) -> Value:
    if len(arguments) != 1:
        return UNKNOWN
    items = items_of(arguments[0])
    texts = sorted(item for item in items if isinstance(item, str))
    if named or len(texts) < len(items):
        return make_items("list", items, is_partial=is_open(arguments[0]))
    return make_items("list", texts, is_partial=is_open(arguments[0]))


def _filtered(arguments: Arguments, _: Named) -> Value:
    match arguments:
        case (None, source):
            kept = [item for item in items_of(source) if truth(item) is not False]
            return make_items("list", kept, is_partial=is_open(source))
        case (_, source):
            return make_items("list", items_of(source), is_partial=True)
    return UNKNOWN


def _dict(arguments: Arguments, named: Named) -> Value:
    first = arguments[0] if arguments else make_table(())
    if not isinstance(first, Table):
        return make_table(named.items(), is_partial=True)
    return make_table((*first.pairs, *named.items()), is_partial=first.is_partial)


def _length(arguments: Arguments, _: Named) -> Value:
    match arguments:
        case (str() as value,):
            return len(value)
        case (Items(items=items, is_partial=False),):
            return len(items)
        case (Table(pairs=pairs, is_partial=False),):
            return len(pairs)
    return UNKNOWN


def _largest(arguments: Arguments, named: Named) -> Value:
    numbers = items_of(arguments[0]) if len(arguments) == 1 else arguments
    is_known = len(arguments) != 1 or not is_open(arguments[0])
    plain = [one for one in numbers if isinstance(one, int | float)]
    return max(plain) if plain and is_known and not named and len(plain) == len(numbers) else UNKNOWN


def _first_path(arguments: Arguments, _: Named) -> Value:
    return arguments[0] if arguments and isinstance(arguments[0], PathValue | str) else UNKNOWN


def _folder(arguments: Arguments, _: Named) -> Value:
    match arguments:
        case (PathValue(path=path),):
            return PathValue(parent(path))
        case (str() as path,):
            return path.rpartition("/")[0]
    return UNKNOWN


def _file_name(arguments: Arguments, _: Named) -> Value:
    path = as_text(arguments[0]) if len(arguments) == 1 else None
    return UNKNOWN if path is None else path.rpartition("/")[2]


FUNCTIONS: Mapping[str, Callable[[Arguments, Named], Value]] = {
    "pathlib.Path": _path,
    "pathlib.PurePath": _path,
    "path.Path": _path,
    "environ.Path": _path,
    "unipath.Path": _path,
    "os.path.join": _path,
    "posixpath.join": _path,
    "os.path.abspath": _first_path,
    "os.path.realpath": _first_path,
    "os.path.normpath": _first_path,
    "os.path.expanduser": _first_path,
    "os.fspath": _first_path,
    "os.path.dirname": _folder,
    "os.path.basename": _file_name,
    "str": _text_of,
    "int": _integer,
    "bool": _boolean,
    "list": _list_of("list"),
    "tuple": _list_of("tuple"),
    "set": _list_of("set"),
    "frozenset": _list_of("set"),
    "reversed": lambda arguments, _: make_items("list", items_of(arguments[0])[::-1]) if arguments else UNKNOWN,
    "sorted": _sorted,
    "filter": _filtered,
    "dict": _dict,
    "collections.OrderedDict": _dict,
    "len": _length,
    "max": _largest,
}


def _split(value: Value, arguments: Arguments, _: Named) -> Value:
    match value, arguments:
        case str(), (str() as separator, *_) if separator:
            return make_items("list", value.split(separator))
        case str(), ():
            return make_items("list", value.split())
    return UNKNOWN


def _joined(value: Value, arguments: Arguments, _: Named) -> Value:
    if isinstance(value, str) and len(arguments) == 1 and not is_open(arguments[0]):
        parts = [part for part in items_of(arguments[0]) if isinstance(part, str)]
        if len(parts) == len(items_of(arguments[0])) and sum(map(len, parts)) < MAX_TEXT:
            return text(value.join(parts))
    return UNKNOWN


def _changed(change: Callable[[str], str]) -> Callable[[Value, Arguments, Named], Value]:
    return lambda value, arguments, _: text(change(value)) if isinstance(value, str) and not arguments else UNKNOWN


def _replaced(value: Value, arguments: Arguments, _: Named) -> Value:
    match value, arguments:
        case str(), (str() as old, str() as new) if old and len(value) * max(len(new), 1) <= MAX_TEXT:
            return value.replace(old, new)
    return UNKNOWN


def _starts(value: Value, arguments: Arguments, _: Named) -> Value:
    match value, arguments:
        case str(), (str() as prefix,):
            return value.startswith(prefix)
    return UNKNOWN


def _got(value: Value, arguments: Arguments, _: Named) -> Value:
    match value, arguments:
        case Table(pairs=pairs, is_partial=is_partial), (key, *default) if is_complete(key):
            missing = UNKNOWN if is_partial else default[0] if default else None
            return next((found for known, found in pairs if known == key), missing)
    return UNKNOWN


def _below(value: Value, arguments: Arguments, named: Named) -> Value:
    return _path((value, *arguments), named) if isinstance(value, PathValue) else UNKNOWN


def _itself(value: Value, _: Arguments, __: Named) -> Value:
    return value


def _table_view(part: int) -> Callable[[Value, Arguments, Named], Value]:
    def view(value: Value, arguments: Arguments, _: Named) -> Value:
        if isinstance(value, Table) and not arguments:
            return make_items("list", [pair[part] for pair in value.pairs], is_partial=value.is_partial)
        return UNKNOWN

    return view


def _pairs(value: Value, _: Arguments, __: Named) -> Value:
    if isinstance(value, Table):
        return make_items("list", [make_items("tuple", pair) for pair in value.pairs], is_partial=value.is_partial)
    return UNKNOWN


METHODS: Mapping[str, Callable[[Value, Arguments, Named], Value]] = {
    "split": _split,
    "join": _joined,
    "format": lambda value, arguments, named: braces(value, arguments, named) if isinstance(value, str) else UNKNOWN,
    "lower": _changed(str.lower),
    "upper": _changed(str.upper),
    "title": _changed(str.title),
    "strip": _changed(str.strip),
    "replace": _replaced,
    "startswith": _starts,
    "get": _got,
    "keys": _table_view(0),
    "values": _table_view(1),
    "items": _pairs,
    "copy": _itself,
    "resolve": _itself,
    "absolute": _itself,
    "expanduser": _itself,
    "as_posix": _itself,
    "joinpath": _below,
    "path": _below,
    "child": _below,
    "union": lambda value, arguments, _: operate("|", value, arguments[0]) if len(arguments) == 1 else UNKNOWN,
}
