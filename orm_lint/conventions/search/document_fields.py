"""The fields of documents of django-elasticsearch-dsl: which there are, and what each reads from a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orm_lint.conventions.common.declared import Declared, declared_in, keeps
from orm_lint.conventions.common.members import symbol_of
from orm_lint.conventions.common.places import asked_at, placed, stated
from orm_lint.conventions.common.row import call, each_row, read_path
from orm_lint.interpreter import attributes
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Box, Instance, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Ref, RelatedManager, Unknown, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

DOCUMENT = "django_elasticsearch_dsl.documents.DocType"
FIELD = "django_elasticsearch_dsl.fields.DEDField"
OBJECT = "django_elasticsearch_dsl.fields.ObjectField"
LIST = "django_elasticsearch_dsl.fields.ListField"
FIELDS = frozenset({FIELD})
OBJECTS = frozenset({OBJECT, "django_elasticsearch_dsl.fields.NestedField"})
LISTED = "$listed"


def fields_of(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Declared, ...]:
    """The fields that a document declares; those in `Django.fields` are columns."""
    return tuple(declared_in(frame, state, symbol, DOCUMENT, FIELDS).values())


def prepare_field(frame: Frame, state: State, document: Ref, symbol: ClassSymbol, field: Declared, row: Value) -> None:
    """One field of one row: by a method of the document, else what the field reads."""
    for name in (f"prepare_{field.name}_with_related", f"prepare_{field.name}"):
        if stated(frame.world, symbol, name) is not None:
            with placed(frame, asked_at(frame.world, symbol, name)) as node:
                call(frame, state, attributes.read(frame, state, document, name, node), node, row)
            return
    with placed(frame, field.stop) as node:
        _field(frame, state, field.name, field.given, field.symbol, row, node)


def _field(
    frame: Frame, state: State, name: str, given: Mapping[str, Value], symbol: ClassSymbol | None, row: Value,
    node: ir.Name,
) -> None:  # fmt: skip
    """What a field reads; an object or nested field goes on with what it finds."""
    path = Declared(name, frame.stop(node), given=given).text("attr") or name
    value = read_path(frame, state, row, tuple(path.split(".")), node)
    if symbol is not None and frame.world.names.descends_from(symbol, OBJECTS):
        inner = tuple(_inner(frame, state, given))
        held = [found for found in options(value) if isinstance(found, Ref)]
        for found in held:
            if isinstance(state.heap.get(found.id), Row):
                _inner_row(frame, state, inner, found, node)
        each_row(frame, state, value, node, lambda s, one: _inner_row(frame, s, inner, one, node))
    elif LISTED in given or isinstance(value, RelatedManager):
        each_row(frame, state, value, node, _nothing)


def _nothing(_state: State, _row: Value) -> None:
    """Rows that are only listed."""


Inner = tuple[str, Mapping[str, Value], ClassSymbol | None, Ref | None]
"""Name, arguments and class of a field inside of another one; the document that has it."""


def _inner(frame: Frame, state: State, given: Mapping[str, Value]) -> Iterator[Inner]:
    """The fields of an object field: in its `properties`, or of its `doc_class`."""
    stated_fields = given.get("properties", NONE)
    box = state.held(stated_fields)
    for name, value in box.entries.items() if isinstance(box, Box) else ():
        held = state.held(value)
        if isinstance(held, Instance):
            yield str(name), held.attrs, held.symbol, None
    document = given.get("doc_class")
    if isinstance(document, ClassValue):
        ref = frame.make(state, ("inner document", document.symbol.key), Instance(document.symbol, frame.exec))
        for field in fields_of(frame, state, document.symbol):
            yield field.name, field.given, field.symbol, ref


def _inner_row(frame: Frame, state: State, inner: tuple[Inner, ...], row: Value, node: ir.Name) -> None:
    for name, given, symbol, document in inner:
        own = f"prepare_{name}"
        holder = symbol_of(state, document) if document is not None else None
        if document is not None and holder is not None and stated(frame.world, holder, own) is not None:
            call(frame, state, attributes.read(frame, state, document, own, node), node, row)
        else:
            _field(frame, state, name, given, symbol, row, node)


def list_field(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ListField(field)`: the field, whose value is evaluated."""
    value = args.args[0] if args.args else Unknown("missing argument")
    held = state.held(value)
    if isinstance(held, Instance):
        return frame.make(state, ("listed", node.at), Instance(held.symbol, held.nest, {**held.attrs, LISTED: NONE}))
    return value


CONSTRUCT, INITIALISE = keeps({OBJECT: ("attr",), FIELD: ("attr",)})
CLASSES: tuple[tuple[str, ClassModel], ...] = ((FIELD, CONSTRUCT),)
MODELS: tuple[tuple[str, CallModel], ...] = ((f"{FIELD}.__init__", INITIALISE), (LIST, list_field))
