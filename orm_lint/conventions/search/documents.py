"""Documents of django-elasticsearch-dsl: every field of a document is prepared for each row of `get_queryset()`.

As measured with 9.0: `prepare_<field>` comes before the field; a field without one reads its `attr`, over dots, and
asks `.all()` of a manager. Object and nested fields do the same for what is at the end of it, for each row of a set,
with their `properties` or the fields of their `doc_class`; a ListField evaluates the set. `Django.fields` are columns.
The rows are read by `iterator()`, with `Django.queryset_pagination` as its chunk size: without one, Django raises from
5.0 on if anything is prefetched, and forgets it before that. (With elasticsearch 9.5 no field is prepared at all.)
https://django-elasticsearch-dsl.readthedocs.io/
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.declared import model_of, option
from orm_lint.conventions.common.members import call_own, is_own, symbol_of
from orm_lint.conventions.common.places import asked_at, called_at, nearest_stated, placed, stated
from orm_lint.conventions.common.row import call
from orm_lint.conventions.parts import Part
from orm_lint.conventions.search import document_fields
from orm_lint.conventions.search.document_fields import DOCUMENT, fields_of, prepare_field
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Ref, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.models.graph import Place
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

DOCUMENTS = frozenset({DOCUMENT})
OWN = "Django"
ALL = "$all"


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """Writing all rows of a document that names its model."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, DOCUMENTS):
        return
    if isinstance(world.names.class_member(symbol, OWN), ClassSymbol):
        yield Start(symbol, (method(symbol.node.at, ALL),), symbol)


def write_all(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """What the command `search_index` does: all rows of the document are prepared."""
    document = args.args[0]
    symbol = symbol_of(state, document)
    if symbol is None or not isinstance(document, Ref):
        return Unknown("document that is not known")
    _register(frame, state, document, symbol)
    with placed(frame, _origin(frame, symbol)) as place:
        call_node = ir.Call(place.at, place, (), ())
        rows = _streamed(frame, state, symbol, call_own(frame, state, document, "get_queryset", call_node), call_node)
        source = source_of(frame, state, rows, place)
        each(frame, state, source, place, lambda inner, row: _prepare(frame, inner, document, symbol, row, node))
    return rows


def _register(frame: Frame, state: State, document: Ref, symbol: ClassSymbol) -> None:
    """The registry puts what `class Django` says into the attribute `django`."""
    held, meta = state.heap[document.id], frame.world.names.class_member(symbol, OWN)
    if isinstance(held, Instance) and isinstance(meta, ClassSymbol):
        state.heap[document.id] = replace(held, attrs={**held.attrs, "django": ClassValue(meta)})


def _streamed(frame: Frame, state: State, symbol: ClassSymbol, rows: Value, node: ir.Call) -> Value:
    """`rows.iterator(…)`, in chunks of `Django.queryset_pagination` if that is given."""
    method_ = find_method("iterator", frame.world.django)
    if method_ is None or not isinstance(rows, Ref) or not isinstance(state.heap.get(rows.id), QuerySet):
        return rows
    meta = frame.world.names.class_member(symbol, OWN)
    size = option(frame, state, meta, "queryset_pagination") if isinstance(meta, ClassSymbol) else None
    given = Given((), (("chunk_size", size),) if size is not None and size != NONE else ())
    return querysets.call_method(frame, state, rows, method_, given, node)


def _origin(frame: Frame, symbol: ClassSymbol) -> Stop:
    """Where a document states which rows it is about."""
    if stated(frame.world, symbol, "get_queryset") is not None:
        return nearest_stated(frame.world, symbol, "get_queryset")
    meta = frame.world.names.class_member(symbol, OWN)
    stop = nearest_stated(frame.world, meta if isinstance(meta, ClassSymbol) else symbol, "model")
    return replace(stop, text=f"{symbol.node.name}.{OWN}")


def update(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Document().update(rows)`: one row, or each of some."""
    document = args.args[0]
    symbol = symbol_of(state, document)
    if symbol is None or not isinstance(document, Ref) or len(args.args) < 2:
        return Unknown("document that is not known")
    _register(frame, state, document, symbol)

    def prepare_row(inner: State, row: Value) -> None:
        with called_at(frame, node):
            _prepare(frame, inner, document, symbol, row, node)

    for rows in options(args.args[1]):
        held = state.held(rows)
        if isinstance(held, Row):
            prepare_row(state, rows)
        elif isinstance(held, QuerySet | Box):
            each(frame, state, source_of(frame, state, rows, node), node, prepare_row)
    return NONE


def default_rows(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Document.get_queryset()`: all rows of `Django.model`."""
    symbol = symbol_of(state, args.args[0])
    meta = frame.world.names.class_member(symbol, OWN) if symbol is not None else None
    model = model_of(frame, state, meta) if isinstance(meta, ClassSymbol) else None
    if symbol is None or model is None:
        return Unknown("document of a model that is not known")
    stop = nearest_stated(frame.world, meta, "model") if isinstance(meta, ClassSymbol) else frame.stop(node)
    frame.world.remedies[Place(stop.module, stop.at)] = Remedy(f"a get_queryset() of {symbol.node.name}")
    with placed(frame, replace(stop, text=f"{symbol.node.name}.{OWN}")) as place:
        return queryset_from(frame, state, ClassValue(model.symbol), place)


def _prepare(frame: Frame, state: State, document: Ref, symbol: ClassSymbol, row: Value, node: ir.Call) -> None:
    for name in ("should_index_object", "generate_id"):
        if is_own(frame, symbol, name):
            with placed(frame, asked_at(frame.world, symbol, name)) as place:
                call(frame, state, attributes.read(frame, state, document, name, place), place, row)
    if is_own(frame, symbol, "prepare"):
        with placed(frame, asked_at(frame.world, symbol, "prepare")) as place:
            attributes.call_member(frame, state, document, "prepare", place, row)
    else:
        prepare(frame, state, Given((document, row)), node)


def prepare(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Document.prepare(row)`: all fields of a row."""
    document = args.args[0]
    symbol = symbol_of(state, document)
    if symbol is not None and isinstance(document, Ref) and len(args.args) > 1:
        for field in fields_of(frame, state, symbol):
            prepare_field(frame, state, document, symbol, field, args.args[1])
    return Unknown("prepared data")


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{DOCUMENT}.{ALL}", write_all),
    (f"{DOCUMENT}.get_queryset", default_rows),
    (f"{DOCUMENT}.update", update),
    (f"{DOCUMENT}.prepare", prepare),
)
PART = Part(
    name="django-elasticsearch-dsl",
    summary="Each field of a document is prepared for every row of `get_queryset()`.",
    recognised=("declared fields and `Django.fields`, `attr`, `prepare_…()`, object and nested fields",),
    hooks=Hooks(entry_points=(started,), models=(*MODELS, *document_fields.MODELS), classes=document_fields.CLASSES),
)
