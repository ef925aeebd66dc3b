"""What the bundle keeps of a third-party module: whatever decides names, classes, fields and managers, little else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import Summary, summarize, whole_function

LONGEST_DISPLAY = 24
"""Items. Longer lists are data (countries, languages, mime types), except `__all__`."""

SMALL = 60
"""Nodes. Bodies up to this size are kept where they may decide what a model is."""

_PROSE = frozenset({"help_text", "error_messages", "verbose_name"})
_DECIDING_MODULE = re.compile(
    r"(?:^|/|_)(?:fields?|models?|managers?|query|db|mixins?|loading|utils|shortcuts|__init__)[^/]*$"
)
_FIELD_MODULE = re.compile(r"(?:^|/|_)(?:fields?|models?|managers?|query|db)(?:/|_|$)")
_FIELD_CLASS = re.compile(r"(?:Field|Key|Manager|QuerySet|Relation|Rel)(?:Base|Mixin|Class)?$")
_QUERY_CLASS = re.compile(r"(?:Manager|QuerySet)(?:Base|Mixin|Class)?$")
_DECIDING_METHODS = frozenset({"get_queryset", "contribute_to_class", "as_manager", "from_queryset"})
_CONSTRUCTORS = frozenset({"__init__", "__new__"})
_KNOWN_BY_HEART = "django/db/models/"

Lower = Callable[[ir.Stub], ir.Function]


def pruned(path: str, data: bytes, *, is_run: bool = False) -> Summary:
    """The summary of a module, with the bodies that matter and without prose, tables and messages.

    `path` is the module's path without `.py`, `data` its text as `summarize` wants it, whose errors it raises. All
    bodies matter of a module that `is_run`.
    """
    summary = summarize(data)
    keeper = _Keeper(path, is_run, lambda found: whole_function(data, summary.line_starts, found))
    return Summary(keeper.block(summary.body, ()), summary.line_starts, summary.is_ascii)


class _Keeper:
    """Walks one module; `owners` are the classes around a statement, outermost first."""

    def __init__(self, path: str, is_run: bool, lower: Lower) -> None:
        self._path = path
        self._is_run = is_run
        self._lower = lower

    def block(self, body: ir.Body, owners: tuple[ir.Class, ...]) -> ir.Body:
        return tuple(self._statement(statement, owners) for statement in body if not _says_nothing(statement))

    def _statement(self, statement: ir.Stmt, owners: tuple[ir.Class, ...]) -> Any:
        match statement:
            case ir.Stub():
                return self._function(self._lower(statement), owners)
            case ir.Function():
                return self._function(statement, owners)
            case ir.Class():
                return self._rebuilt(statement, (*owners, statement))
            case ir.Assign(targets=(ir.Name(id="__all__"), *_)):
                return statement
            case ir.Raise():
                return ir.Raise(statement.at, None, None)
        return self._rebuilt(statement, owners)

    def _function(self, function: ir.Function, owners: tuple[ir.Class, ...]) -> ir.Function:
        fields = {name: getattr(function, name) for name in function.__struct_fields__}
        for name in ("params", "type_params", "decorators", "returns"):
            fields[name] = self._value(fields[name], owners)
        fields["body"] = self._kept(function, owners)
        return ir.Function(**fields)

    def _kept(self, function: ir.Function, owners: tuple[ir.Class, ...]) -> ir.Body:
        """The body, if it may decide what a field or a manager is; else it is left out.

        What the methods of Django's own fields and querysets do, orm_lint knows from Django's documentation and tests.
        """
        if self._is_run:
            return self.block(function.body, owners)
        if self._path.startswith(_KNOWN_BY_HEART):
            return ()
        names = [name for owner in owners for name in (owner.name, *map(_last_name, owner.bases))]
        constructs = function.name in _CONSTRUCTORS and (_any(_FIELD_CLASS, names) or _any(_FIELD_MODULE, [self._path]))
        decides = function.name in _DECIDING_METHODS or _any(_QUERY_CLASS, names)
        is_factory = not owners and _any(_DECIDING_MODULE, [self._path])
        if not constructs and not decides and not is_factory:
            return ()
        body = self.block(function.body, owners)
        return body if constructs or _size(body) <= SMALL else ()

    def _rebuilt(self, node: ir.Node, owners: tuple[ir.Class, ...]) -> Any:
        fields = {name: self._value(getattr(node, name), owners) for name in node.__struct_fields__}
        if isinstance(node, ir.Call):
            fields["keywords"] = tuple(keyword for keyword in fields["keywords"] if keyword.name not in _PROSE)
        return type(node)(**fields)

    def _value(self, value: Any, owners: tuple[ir.Class, ...]) -> Any:
        match value:
            case tuple():
                return tuple(self._value(item, owners) for item in value if not _says_nothing(item))
            case ir.Seq(at=at, kind=kind, items=items) if len(items) > LONGEST_DISPLAY:
                return ir.Opaque(at, kind)
            case ir.Map(at=at, keys=keys) if len(keys) > LONGEST_DISPLAY:
                return ir.Opaque(at, "dict")
            case ir.Function() | ir.Stub() | ir.Class() | ir.Assign() | ir.Raise():
                return self._statement(value, owners)
            case ir.Node():
                return self._rebuilt(value, owners)
        return value


def _any(pattern: re.Pattern[str], names: list[str]) -> bool:
    return any(map(pattern.search, names))


def _says_nothing(value: object) -> bool:
    """Whether a statement only names something for people."""
    match value:
        case ir.Assign(targets=(ir.Name(id="verbose_name" | "verbose_name_plural"),)):
            return True
    return False


def _last_name(base: ir.Expr) -> str:
    match base:
        case ir.Name(id=name) | ir.Attr(name=name):
            return name
        case ir.Index(value=value) | ir.Call(func=value):
            return _last_name(value)
    return ""


def _size(value: object) -> int:
    """How many nodes there are."""
    if isinstance(value, tuple):
        return sum(map(_size, value))
    if isinstance(value, ir.Node):
        return 1 + sum(_size(getattr(value, name)) for name in value.__struct_fields__)
    return 0
