"""Search indexes of haystack: every field of an index is prepared for each row of `index_queryset()`.

As measured with 3.4: a field with `use_template` shows what its template shows, which is not followed; another one
reads `model_attr`, over `__` and through every row of a set, and shows it as a text; `prepare_<field>` is called after
that. The rows come in batches that keep what is joined and prefetched. Without `index_queryset` they are all rows of
`get_model()`.
https://django-haystack.readthedocs.io/en/latest/searchindex_api.html
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.declared import Declared, declared_in, keeps
from orm_lint.conventions.common.members import call_own, is_own, symbol_of
from orm_lint.conventions.common.places import asked_at, nearest_stated, owner_of, placed, stated
from orm_lint.conventions.common.row import call, each_row, one_page, read_path
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel, Hooks, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Ref, RelatedManager, Unknown, Value, options
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Place
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

INDEX = "haystack.indexes.SearchIndex"
INDEXED = frozenset({"haystack.indexes.Indexable", "haystack.constants.Indexable"})
FIELD = "haystack.fields.SearchField"
FIELDS = frozenset({FIELD})


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """An update of the index."""
    if isinstance(symbol, ClassSymbol) and world.names.descends_from(symbol, INDEXED):
        yield Start(symbol, (method(symbol.node.at, "update"),), symbol)


def update(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`SearchIndex.update()`."""
    index = args.args[0]
    symbol = symbol_of(state, index)
    if symbol is None or not isinstance(index, Ref):
        return Unknown("index that is not known")
    stop = asked_at(frame.world, symbol, "index_queryset", "get_model")
    if is_own(frame, symbol, "index_queryset"):
        rows = call_own(frame, state, index, "index_queryset", node)
    else:
        owner = owner_of(nearest_stated(frame.world, symbol, "get_model"))
        frame.world.remedies[Place(stop.module, stop.at)] = Remedy(f"an index_queryset() of {owner}")
        with placed(frame, stop) as place:
            rows = queryset_from(frame, state, call_own(frame, state, index, "get_model", node), place)

    def prepare_row(inner: State, row: Value) -> None:
        if is_own(frame, symbol, "prepare"):
            with placed(frame, asked_at(frame.world, symbol, "prepare")) as place:
                attributes.call_member(frame, inner, index, "prepare", place, row)
        else:
            prepare(frame, inner, Given((index, row)), node)

    with placed(frame, stop) as loop:
        each(frame, state, source_of(frame, state, one_page(frame, state, rows, loop), loop), loop, prepare_row)
    return NONE


def prepare(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`SearchIndex.prepare(row)`: all fields of a row."""
    index = args.args[0]
    symbol = symbol_of(state, index)
    if symbol is not None and len(args.args) > 1:
        for field in declared_in(frame, state, symbol, INDEX, FIELDS).values():
            _prepare_field(frame, state, index, symbol, field, args.args[1])
    return Unknown("prepared data")


def _prepare_field(frame: Frame, state: State, index: Value, symbol: ClassSymbol, field: Declared, row: Value) -> None:
    path = field.text("model_attr")
    if path is not None and field.given.get("use_template") != TRUE:
        with placed(frame, field.stop) as node:
            _read(frame, state, row, tuple(path.split("__")), node)
    name = f"prepare_{field.name}"
    if stated(frame.world, symbol, name) is not None:
        with placed(frame, asked_at(frame.world, symbol, name)) as node:
            own = attributes.read(frame, state, index, name, node)
            show(frame, state, call(frame, state, own, node, row), node)


def _read(frame: Frame, state: State, value: Value, names: tuple[str, ...], node: ir.Name) -> None:
    """What a lookup gives: of each row of a set on the way; the text of what it ends at."""
    if not names:
        if not isinstance(value, RelatedManager):
            show(frame, state, value, node)
        return
    for option in options(value):
        if isinstance(option, RelatedManager):
            each_row(frame, state, option, node, lambda inner, row: _read(frame, inner, row, names, node))
        elif option != NONE:
            _read(frame, state, read_path(frame, state, option, names[:1], node), names[1:], node)


CONSTRUCT, INITIALISE = keeps({FIELD: ("model_attr", "use_template")})
CLASSES: tuple[tuple[str, ClassModel], ...] = ((FIELD, CONSTRUCT),)
MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{INDEX}.update", update),
    (f"{INDEX}.prepare", prepare),
    (f"{FIELD}.__init__", INITIALISE),
)
PART = Part(
    name="django-haystack",
    summary="Each field of an index is prepared for every row of `index_queryset()`.",
    recognised=("`model_attr`, `prepare_…()`, `prepare()`; what a template of the index reads is not followed",),
    hooks=Hooks(entry_points=(started,), models=MODELS, classes=CLASSES),
)
