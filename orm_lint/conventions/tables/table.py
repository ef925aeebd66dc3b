"""django-tables2: a table shows each of its columns for every row of its data.

As measured with 2.7: a cell reads the column's accessor (its name, if it has none) whatever renders it, calls what can
be called on the way and stops at None; an empty value is not rendered. `render_<name>` of the table comes before the
column's own `render`; each is given those of `value`, `record`, `column`, `table`… that it takes. `linkify=True` and a
LinkColumn without a view ask `get_absolute_url()` of the value, else of the record. A ManyToManyColumn asks
`value.exists()`, then loops `.all()` or what its `filter` gives: two queries a row, none if the set was prefetched.
What a `sequence` does not name comes after it. Attributes of rows and cells are called if they can be; what the
template of a TemplateColumn reads is not followed.
https://django-tables2.readthedocs.io/
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.common.declared import Declared
from orm_lint.conventions.common.members import call_own, is_own, runs_own_init, symbol_of, texts_of
from orm_lint.conventions.common.places import called_at, nearest_stated, owner_of, placed
from orm_lint.conventions.common.row import one_page
from orm_lint.conventions.tables.cells import cell, row_attributes
from orm_lint.conventions.tables.columns import TABLE, columns_of
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.call_values import call_value
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Anchor, CallModel, ClassModel
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

PACKAGES = ("django_tables2.views",)
TABLE_VIEW = "django_tables2.views.TableMixinBase"
DATA = "django_tables2.data.TableQuerysetData"
VIEW = "django_tables2.views.SingleTableMixin"
CONFIG = "django_tables2.config.RequestConfig"
SHOWN = "$shown"


def anchor(world: World, symbol: ClassSymbol) -> Anchor:
    """The rows of a view's table are reported where the view names the table."""
    rows = nearest_stated(world, symbol, "table_data", "get_table_data", "queryset", "get_queryset", "model")
    return Anchor(
        nearest_stated(world, symbol, "table_class", "get_table_class", "tables", "template_name", "model"),
        rows,
        Remedy(f"a get_queryset() of {owner_of(rows)}") if rows.text.endswith(".model") else None,
    )


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdTable(rows)`: shown at once, unless it has a way of its own to be configured before it is."""
    ref = frame.make(state, ("table", node.at, symbol.key), Instance(symbol, frame.exec))
    if not runs_own_init(frame, state, ref, symbol, args, node):
        initialise(frame, state, Given((ref, *args.args), args.keywords, args.is_complete), node)
    if not is_own(frame, symbol, "configure"):
        show_table(frame, state, ref, node)
    return ref


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Table.__init__`: holds the rows, and the columns to leave out."""
    ref = args.args[0]
    held = state.held(ref)
    rows = args.args[1] if len(args.args) > 1 else args.keyword("data")
    kind = frame.world.names.follow(frame.world.names.dotted(DATA))
    if isinstance(held, Instance) and isinstance(ref, Ref) and rows is not None and isinstance(kind, ClassSymbol):
        rows = queryset_from(frame, state, rows, node)
        data = frame.make(state, ("table data", node.at), Instance(kind, frame.exec, {"data": rows}))
        left_out = args.keyword("exclude")
        attrs = {**held.attrs, "data": data, **({} if left_out is None else {"exclude": left_out})}
        state.heap[ref.id] = replace(held, attrs=attrs)
    return NONE


def configure(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`RequestConfig(request).configure(table)` gives the table back, which will be shown."""
    table = args.args[1] if len(args.args) > 1 else args.keyword("table") or Unknown("missing argument")
    if isinstance(table, Ref) and isinstance(state.heap.get(table.id), Instance):
        show_table(frame, state, table, node)
    return table


def get_table(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`SingleTableMixin.get_table()`: the table of a view, as its members say."""
    view = args.args[0]
    symbol = symbol_of(state, view)
    places = frame.world.anchor(symbol) if symbol is not None else None
    if symbol is None or places is None:
        return Unknown("view that is not known")
    with placed(frame, places.loop) as place:
        call = ir.Call(place.at, place, (), ())
        made = call_own(frame, state, view, "get_table_class", call)
        rows = call_own(frame, state, view, "get_table_data", call)
        given = Given((), (("data", rows), *args.keywords), args.is_complete)
        return configure(frame, state, Given((NONE, call_value(frame, state, made, given, call))), call)


def show_table(frame: Frame, state: State, ref: Ref, node: ir.Call) -> None:
    """Shows a page of the rows, unless that has been done."""
    held = state.heap[ref.id]
    assert isinstance(held, Instance)
    data = held.attrs.get("data")
    kept = state.held(data)
    if held.attrs.get(SHOWN) == TRUE or not isinstance(kept, Instance):
        return
    state.heap[ref.id] = replace(held, attrs={**held.attrs, SHOWN: TRUE})
    columns = _columns(frame, state, held)
    if not columns:
        return

    def show_row(inner: State, row: Value) -> None:
        with called_at(frame, node):
            row_attributes(frame, inner, held.symbol, row)
            for column in columns:
                with placed(frame, column.stop) as place:
                    cell(frame, inner, ref, column, row, place)

    rows = one_page(frame, state, kept.attrs.get("data", NONE), node)
    each(frame, state, source_of(frame, state, rows, node), node, show_row)


def _columns(frame: Frame, state: State, held: Instance) -> tuple[Declared, ...]:
    """The columns that are shown; none where nobody knows which are left out."""
    left_out = held.attrs.get("exclude")
    if isinstance(left_out, Unknown):
        return ()
    names = texts_of(state, left_out) if left_out is not None else ()
    return tuple(column for column in columns_of(frame, state, held.symbol) if column.name not in names)


CLASSES: tuple[tuple[str, ClassModel], ...] = ((TABLE, construct),)
MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{TABLE}.__init__", initialise),
    (f"{CONFIG}.configure", configure),
    (f"{VIEW}.get_table", get_table),
)
