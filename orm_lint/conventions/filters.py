"""django-filter: `FilterSet(request.GET, queryset=rows).qs` are the rows, with what the project's filters do to them.

As measured with 26.2: `.qs` is a new queryset, made once for each filter set; what is loaded on the rows stays what it
was. A filter with a `method` calls it with the rows, the name and the value, if there is a value. Without a queryset
the rows are all of `Meta.model`. A FilterView shows the form: a ModelChoiceFilter lists the text of each row that may
be chosen, unless its widget fetches them another way. (Whether other views show it is for their templates to say.)
https://django-filter.readthedocs.io/
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.declared import Declared, declared_in, keeps, model_of
from orm_lint.conventions.common.members import call_own, is_own, runs_own_init, symbol_of
from orm_lint.conventions.common.places import placed
from orm_lint.conventions.common.row import CALLABLE, call, each_row
from orm_lint.conventions.forms.choices import shows
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel, Hooks, Start
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.loops import join_values
from orm_lint.interpreter.objects import Instance, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Const,
    Plain,
    Ref,
    Unknown,
    Value,
    either,
    options,
)
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

PACKAGES = ("django_filters.views",)
FILTER_SET = "django_filters.filterset.BaseFilterSet"
FILTER = "django_filters.filters.Filter"
VIEW = "django_filters.views.FilterMixin"
FILTERS, VIEWS = frozenset({FILTER}), frozenset({VIEW})
CHOICES = frozenset({"django_filters.filters.ModelChoiceFilter", "django_filters.filters.ModelMultipleChoiceFilter"})
WORDS = ("qs",)
FORM = "$form"
ROWS, FROM = "$qs", "$from"


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The form of a view's filters."""
    if isinstance(symbol, ClassSymbol) and world.names.descends_from(symbol, VIEWS):
        yield Start(symbol, (method(symbol.node.at, FORM),), symbol)


def construct(frame: Frame, state: State, symbol: ClassSymbol, args: Given, node: ir.Call) -> Value:
    """`AdFilter(request.GET, queryset=rows)`."""
    ref = frame.make(state, ("filter set", node.at, symbol.key), Instance(symbol, frame.exec))
    if not runs_own_init(frame, state, ref, symbol, args, node):
        initialise(frame, state, Given((ref, *args.args), args.keywords, args.is_complete), node)
    return ref


def initialise(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseFilterSet.__init__(data, queryset)`."""
    ref = args.args[0] if args.args else None
    held = state.held(ref)
    if isinstance(ref, Ref) and isinstance(held, Instance):
        rows = args.args[2] if len(args.args) > 2 else args.keyword("queryset") or NONE
        if not args.is_complete and rows == NONE:
            rows = Unknown("queryset that is not known")
        rows = _default(frame, state, held.symbol, node) if rows == NONE else queryset_from(frame, state, rows, node)
        given = {name: value for name in ("data", "request") if (value := args.keyword(name)) is not None}
        state.heap[ref.id] = replace(held, attrs={**held.attrs, **given, "queryset": rows})
    return NONE


def _default(frame: Frame, state: State, symbol: ClassSymbol, node: ir.Call) -> Value:
    meta = frame.world.names.class_member(symbol, "Meta")
    model = model_of(frame, state, meta) if isinstance(meta, ClassSymbol) else None
    if model is None:
        return Unknown("filter set of a model that is not known")
    return queryset_from(frame, state, ClassValue(model.symbol), node)


def filtered(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`FilterSet.qs`: the same queryset each time it is asked for."""
    ref = args.args[0]
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref):
        return Unknown("filter set that is not known")
    given = attributes.read(frame, state, ref, "queryset", ir.Name(node.at, "queryset"))
    if ROWS in held.attrs and held.attrs.get(FROM) == given:  # on some paths it may have been asked for other rows
        return held.attrs[ROWS]
    place = ir.Call(node.at, ir.Name(node.at, "qs"), (), ())
    rows = either(*(_some(frame, state, ref, held.symbol, one, place) for one in options(given)))
    kept = state.heap[ref.id]
    assert isinstance(kept, Instance)
    state.heap[ref.id] = replace(kept, attrs={**kept.attrs, ROWS: rows, FROM: given})
    return rows


def _some(frame: Frame, state: State, filters: Ref, symbol: ClassSymbol, rows: Value, place: ir.Call) -> Value:
    """What the filters leave of rows: never None."""
    given = state.held(rows)
    if not isinstance(rows, Ref) or not isinstance(given, QuerySet):
        return replace(rows, is_some=True) if isinstance(rows, Unknown) else rows
    again = _again(frame, state, rows, given, place)
    if is_own(frame, symbol, "filter_queryset"):
        return call_own(frame, state, filters, "filter_queryset", place, again)
    return filter_queryset(frame, state, Given((filters, again)), place)


def _again(frame: Frame, state: State, rows: Ref, given: QuerySet, node: ir.Call) -> Value:
    """A filter of the rows, which come from where they came from."""
    again = find_method("filter", frame.world.django)
    assert again is not None
    copied = querysets.call_method(frame, state, rows, again, Given((Plain(),)), node)
    found = state.held(copied)
    if isinstance(copied, Ref) and isinstance(found, QuerySet):
        state.heap[copied.id] = replace(found, made=given.made)
    return copied


def filter_queryset(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`FilterSet.filter_queryset(rows)`: each filter that is a method may have done something to them."""
    filters = args.args[0]
    symbol = symbol_of(state, filters)
    rows = args.args[1] if len(args.args) > 1 else Unknown("missing argument")
    for one in _declared(frame, state, symbol) if symbol is not None else ():
        with placed(frame, one.stop) as place:
            function = _method(frame, state, filters, one, place)
            if function is not None:
                name = Const(one.text("field_name") or one.name)
                result = call(frame, state, function, place, rows, name, Plain())
                rows = join_values(frame, state, rows, result) or rows
    return rows


def _declared(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Declared, ...]:
    return tuple(declared_in(frame, state, symbol, FILTER_SET, FILTERS).values())


def _method(frame: Frame, state: State, filters: Value, one: Declared, node: ir.Name) -> Value | None:
    """What a filter calls: a method of the filter set that it names, or a function."""
    stated = one.given.get("method", NONE)
    name = one.text("method")
    function = attributes.read(frame, state, filters, name, node) if name is not None else stated
    return function if isinstance(function, CALLABLE) else None


def show_form(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """The form of the filters of a view: the text of each choice."""
    view = args.args[0]
    value = attributes.read(frame, state, view, "filterset_class", ir.Name(node.at, "filterset_class"))
    for one in _declared(frame, state, value.symbol) if isinstance(value, ClassValue) else ():
        held = state.heap.get(one.ref.id) if one.ref is not None else None
        if one.symbol is None or not isinstance(held, Instance) or not _lists(frame, state, one.symbol, held):
            continue
        with placed(frame, one.stop) as place:
            rows = one.given.get("queryset", NONE)
            if isinstance(rows, CALLABLE):
                rows = call(frame, state, rows, place, Plain())
            each_row(frame, state, queryset_from(frame, state, rows, place), place,
                     lambda inner, row, place=place: _show(frame, inner, row, place))  # type: ignore[misc]  # fmt: skip
    return Unknown("form")


def _lists(frame: Frame, state: State, symbol: ClassSymbol, held: Instance) -> bool:
    """Whether a filter lists the text of each row that may be chosen."""
    field = frame.world.names.class_member(symbol, "field_class")
    is_of_project = getattr(getattr(field, "module", None), "evidence", "") == "project"
    is_choice = frame.world.names.descends_from(symbol, CHOICES)
    return is_choice and not is_of_project and shows(frame, state, held) == "all"


def _show(frame: Frame, state: State, row: Value, node: ir.Name) -> None:
    show(frame, state, row, node)


CONSTRUCT, INITIALISE = keeps({FILTER: ("field_name", "lookup_expr")})
CLASSES: tuple[tuple[str, ClassModel], ...] = ((FILTER_SET, construct), (FILTER, CONSTRUCT))
MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{FILTER_SET}.__init__", initialise),
    (f"{FILTER_SET}.qs", filtered),
    (f"{FILTER_SET}.filter_queryset", filter_queryset),
    (f"{FILTER}.__init__", INITIALISE),
    (f"{VIEW}.{FORM}", show_form),
)
PART = Part(
    name="django-filter",
    summary="A filter set gives the rows with what its filters do to them, and its form shows their choices.",
    recognised=(
        "`FilterSet(request.GET, queryset=rows).qs`, with the methods that filters name",
        "`FilterView` and its form",
    ),
    hooks=Hooks(entry_points=(started,), models=MODELS, classes=CLASSES, packages=PACKAGES, words=WORDS),
)
