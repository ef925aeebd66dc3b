"""Where rows are looked up by the two columns of a generic key: generic relations, filters, inlines of the admin."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from orm_lint.errors import UnreadableFileError
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.models.graph import Field, Model, ModelGraph, Place
from orm_lint.project.symbols import ClassSymbol, ValueSymbol

if TYPE_CHECKING:
    from orm_lint.project.context import LoadedContext
    from orm_lint.project.modules import Module
    from orm_lint.project.project import Project

# `exclude` is none of them: no index leads to the rows that are not those of an object.
METHODS = frozenset(
    f"{prefix}{name}" for prefix in ("", "a") for name in ("filter", "get", "get_or_create", "update_or_create")
)
SHORTCUTS = frozenset({"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"})
INLINES = frozenset(
    f"django.contrib.contenttypes.admin.Generic{kind}"
    for kind in ("InlineModelAdmin", "TabularInline", "StackedInline")
)
EQUAL = ("", "exact", "in")


class Lookup(Struct, frozen=True):
    """A query by several columns, as far as it is known.

    `keywords` are as written. `model` is the class that is queried, None if it is not known; `root` is then the
    name that the expression starts with, and `text` that of the file, which tells what it may be about.
    """

    path: str
    keywords: frozenset[str]
    model: Model | None
    root: str | None
    text: str

    def asks(self, graph: ModelGraph, model: Model, key: Field) -> bool:
        """Whether it may look up the rows of a model by a generic key."""
        return self._has_columns(model, key) and self._is_about(graph, model)

    def _has_columns(self, model: Model, key: Field) -> bool:
        parts = [keyword.partition("__") for keyword in self.keywords]
        by_type = any(name in _spellings(model, key.content_type_field) for name, _, _ in parts)
        return by_type and any(
            name in _spellings(model, key.object_id_field) and how in EQUAL for name, _, how in parts
        )

    def _is_about(self, graph: ModelGraph, model: Model) -> bool:
        kin = kin_of(graph, model)
        if self.model is not None:
            return any(self.model.symbol.key == one.symbol.key for one in kin)
        if self.root in {one.name for one in graph.models}:
            return any(self.root == one.name for one in kin)
        folder = posixpath.dirname(model.place.path).removesuffix("models").rstrip("/")
        is_near = self.path.startswith(f"{folder}/") if folder else "/" not in self.path
        return is_near or any(re.search(rf"\b{re.escape(one.name)}\b", self.text) for one in kin)


class Inline(Struct, frozen=True):
    """A generic inline of the admin: the rows of `model` that belong to one object."""

    model: Model
    content_type_field: str
    object_id_field: str


class Lookups(Struct, frozen=True):
    """The queries of a context's own files that may look up rows by a generic key."""

    graph: ModelGraph
    calls: tuple[Lookup, ...]
    inlines: tuple[Inline, ...]

    def has(self, model: Model, key: Field) -> bool:
        """Whether something looks up the rows of a model by a generic key."""
        kin = {one.symbol.key for one in kin_of(self.graph, model)}
        wanted = (key.content_type_field, key.object_id_field)
        return any(
            inline.model.symbol.key in kin and (inline.content_type_field, inline.object_id_field) == wanted
            for inline in self.inlines
        ) or any(lookup.asks(self.graph, model, key) for lookup in self.calls)


def kin_of(graph: ModelGraph, model: Model) -> Iterator[Model]:
    """The model and those that hold their keys in its table: proxies, children with a table of their own."""
    known = {model.label}
    yield model
    for _ in range(len(graph.models)):
        found = [one for one in graph.models if one.label not in known and known.intersection(one.parents)]
        if not found:
            return
        known.update(one.label for one in found)
        yield from found


def has_generic_relation(graph: ModelGraph, model: Model, key: Field) -> bool:
    """Whether another model has a generic relation, also one for its tags, to the rows by this key."""
    for one in kin_of(graph, model):
        for back in graph.related(one):
            source = graph.get(back.model)
            field = source.by_name.get(back.field) if source else None
            if back.kind == "generic_relation" and (field is None or _columns_of(field) == _columns_wanted(key)):
                return True
    return False


def find_lookups(project: Project, context: LoadedContext, keys: Iterable[Field]) -> Lookups:
    """Reads the functions of the files of a context that name the columns of one of some generic keys."""
    pairs = {_columns_wanted(key) for key in keys}
    calls: list[Lookup] = []
    inlines: list[Inline] = []
    for path in project.tree.linted:
        if not context.context.owns(path):
            continue
        try:
            data = project.source(path).data
        except UnreadableFileError:
            continue  # the project's notice says so
        has_columns = any(all(name and name.encode() in data for name in pair) for pair in pairs)
        tree = context.evaluator.tree
        module = tree.module_at(path) if tree and (has_columns or b"Inline" in data) else None
        if module is None:
            continue
        inlines += _inlines(context, module)
        if has_columns:
            names = {name.encode() for pair in pairs for name in pair if name}
            calls += _lookups(context, module, data, names)
    return Lookups(context.graph, tuple(calls), tuple(inlines))


def _lookups(context: LoadedContext, module: Module, data: bytes, names: set[bytes]) -> Iterator[Lookup]:
    text = data.decode()
    for body in _bodies(module, data, names):
        handled: set[int] = set()
        found = [node for node in walk(body) if isinstance(node, ir.Call)]
        for call in found:
            chain = list(_chain(call))
            if chain:
                parts = [part for link in chain for part in _conditions(link)]
                handled.update(part.at for part in parts)
                keywords = frozenset(name for part in parts for name in _keywords(part))
                if len(keywords) > 1:
                    model, root = _receiver(context, module, chain[-1])
                    yield Lookup(module.path, keywords, model, root, text)
        for call in found:
            if call.at not in handled and _is_q(call) and len(keywords := frozenset(_keywords(call))) > 1:
                yield Lookup(module.path, keywords, None, None, text)


def _bodies(module: Module, data: bytes, names: set[bytes]) -> Iterator[ir.Body]:
    """What runs when the module is imported, and each function that names one of some columns."""
    yield module.summary.body
    for node in walk(module.summary.body):
        if isinstance(node, ir.Stub):
            start, end = ir.unpack(node.extent)
            if any(data.find(name, start, end) >= 0 for name in names):
                yield module.whole(node).body


def _chain(call: ir.Call) -> Iterator[ir.Call]:
    """The calls that narrow one query, the last one first, if `call` is such a call."""
    match call.func:
        case ir.Name(id=name) | ir.Attr(name=name) if name in SHORTCUTS:
            yield call
            return
    found: ir.Expr = call
    while isinstance(found, ir.Call) and isinstance(found.func, ir.Attr):
        if found.func.name in METHODS:
            yield found
        elif found is call:
            return
        found = found.func.value


def _conditions(call: ir.Call) -> Iterator[ir.Call]:
    """The call itself and each `Q(…)` among its arguments."""
    yield call
    for argument in call.args:
        yield from (node for node in walk(argument) if isinstance(node, ir.Call) and _is_q(node))


def _is_q(call: ir.Call) -> bool:
    match call.func:
        case ir.Name(id="Q") | ir.Attr(name="Q"):
            return True
    return False


def _keywords(call: ir.Call) -> Iterator[str]:
    """The names of keyword arguments, also those of `**{"name": value}`."""
    for keyword in call.keywords:
        match keyword:
            case ir.Keyword(name=str(name)):
                yield name
            case ir.Keyword(value=ir.Map(keys=keys)):
                yield from (key.value for key in keys if isinstance(key, ir.Const) and isinstance(key.value, str))


def _receiver(context: LoadedContext, module: Module, call: ir.Call) -> tuple[Model | None, str | None]:
    """The model that a query starts from; if that is not known, the name that its expression starts with."""
    found: ir.Expr
    match call.func:
        case ir.Attr(value=value, name=name) if name in METHODS:
            found = value
        case _ if call.args:
            found = call.args[0]
        case _:
            return None, None
    parts = [found]
    while isinstance(found, ir.Attr | ir.Call | ir.Index):
        found = found.func if isinstance(found, ir.Call) else found.value
        parts.append(found)
    for part in reversed(parts):
        symbol = context.names.follow(context.names.resolve(module, part))
        if isinstance(symbol, ClassSymbol) and (model := context.graph.by_symbol.get(symbol.key)):
            return model, None
    return None, found.id if isinstance(found, ir.Name) else None


def _inlines(context: LoadedContext, module: Module) -> Iterator[Inline]:
    names = context.names
    for statement in names.statements(module):
        if not isinstance(statement, ir.Class):
            continue
        symbol = names.class_symbol(module, statement, statement.name)
        if not names.descends_from(symbol, INLINES):
            continue
        target = names.follow(names.class_member(symbol, "model"))
        model = context.graph.by_symbol.get(target.key) if isinstance(target, ClassSymbol) else None
        if model is not None:
            content_type = _text(context, symbol, "ct_field") or "content_type"
            yield Inline(model, content_type, _text(context, symbol, "ct_fk_field") or "object_id")


def _text(context: LoadedContext, symbol: ClassSymbol, name: str) -> str | None:
    match context.names.class_member(symbol, name):
        case ValueSymbol(_, binding) if isinstance(binding.value, ir.Const) and isinstance(binding.value.value, str):
            return binding.value.value
    return None


def _spellings(model: Model, name: str | None) -> tuple[str, ...]:
    """What a filter may call a column: the field or, for a foreign key, its `…_id`."""
    field = model.by_name.get(name or "") or model.by_attname.get(name or "")
    return (field.name, field.attname) if field else ()


def _columns_wanted(key: Field) -> tuple[str | None, str | None]:
    return key.content_type_field, key.object_id_field


def _columns_of(relation: Field) -> tuple[str | None, str | None]:
    """The columns that a generic relation looks rows up by; None for what is no constant."""
    content_type = _stated(relation.arguments.get("content_type_field"), "content_type")
    return content_type, _stated(relation.arguments.get("object_id_field"), "object_id")


def _stated(place: Place | None, default: str) -> str | None:
    if place is None:
        return default
    found = (node for node in walk(place.module.summary.body) if isinstance(node, ir.Const) and node.at == place.at)
    value = next((node.value for node in found), None)
    return value if isinstance(value, str) else None
