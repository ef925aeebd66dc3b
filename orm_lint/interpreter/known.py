"""Models of the callables that belong to Django's ORM and its shortcuts."""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.interpreter import querysets
from orm_lint.interpreter.arguments import argument_nest, given, mentioned_nest
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import NOBODY, Box, Instance, QuerySet, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.rows import within
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    ClassValue,
    Const,
    Lookup,
    ModelManager,
    Plain,
    Ref,
    RelatedManager,
    Threaded,
    Unknown,
    Value,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.apply import Raises, prefetched_rows
from orm_lint.orm.arguments import PrefetchArgument
from orm_lint.orm.methods import find_method
from orm_lint.orm.plans import Load, Plan
from orm_lint.project.symbols import ClassSymbol


def queryset_from(frame: Frame, state: State, value: Value, node: ir.Node) -> Value:
    """A model, manager or queryset as a queryset, as `get_object_or_404` and `Paginator` take them."""
    for option in options(value):
        match option:
            case ClassValue(symbol=symbol):
                model = frame.world.model_of(symbol)
                if model is not None:
                    return queryset_of(frame, state, ModelManager(model.label, model.default_manager), node)
            case ModelManager() | RelatedManager():
                return queryset_of(frame, state, option, node)
            case Ref(id=number) if isinstance(state.heap.get(number), QuerySet):
                return option
    return value


def _method_on(frame: Frame, state: State, value: Value, name: str, args: Given, node: ir.Call) -> Value:
    method = find_method(name, frame.world.django)
    if type(value) is Ref and isinstance(state.heap.get(value.id), QuerySet) and method is not None:
        return querysets.call_method(frame, state, value, method, args, node)
    return Unknown("queryset that is not known", frame.exec)


def get_object_or_404(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """One row, or Http404."""
    if not args.args:
        return Unknown("missing argument")
    return _got(frame, state, args, node, "get")


def aget_object_or_404(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """One row, or Http404, for asynchronous code."""
    return _got(frame, state, args, node, "aget") if args.args else Unknown("missing argument")


def _got(frame: Frame, state: State, args: Given, node: ir.Call, name: str) -> Value:
    start = queryset_from(frame, state, args.args[0], node)
    return _method_on(frame, state, start, name, Given(args.args[1:], args.keywords, args.is_complete), node)


def aget_list_or_404(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """The rows of a filter, as a list, for asynchronous code."""
    return get_list_or_404(frame, state, args, node, is_awaited=True)


def get_list_or_404(frame: Frame, state: State, args: Given, node: ir.Call, is_awaited: bool = False) -> Value:
    """The rows of a filter, as a list."""
    if not args.args:
        return Unknown("missing argument")
    start = queryset_from(frame, state, args.args[0], node)
    rest = Given(args.args[1:], args.keywords, args.is_complete)
    found = _method_on(frame, state, start, "filter", rest, node)
    source = source_of(frame, state, found, node, is_awaited)
    return frame.make(state, ("list", node.at), Box("list", source.base, source.element, size=source.size))


def prefetch(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Prefetch(lookup, queryset=None, to_attr=None)`."""
    held = [args.args[place] if place < len(args.args) else args.keyword(name) or NONE
            for place, name in enumerate(("lookup", "queryset", "to_attr"))]  # fmt: skip
    lookup, queryset, to_attr = held
    names = [
        value.value if type(value) is Const and isinstance(value.value, str) else None for value in (lookup, to_attr)
    ]
    if queryset == NONE:
        return Lookup(PrefetchArgument(names[0], None, names[1], is_open=not args.is_complete))
    start = queryset_from(frame, state, queryset, node)
    found = state.heap.get(start.id) if type(start) is Ref else None
    if isinstance(found, QuerySet):
        frame.world.prefetched[within(found.plan)].add(found.made)
        return Lookup(PrefetchArgument(names[0], found.plan, names[1], is_open=found.plan.load.is_open))
    return Lookup(PrefetchArgument(names[0], None, names[1], is_open=True))


def generic_prefetch(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`GenericPrefetch(lookup, querysets)`: what each of the targets brings is not followed."""
    lookup = args.args[0] if args.args else args.keyword("lookup")
    name = lookup.value if type(lookup) is Const and isinstance(lookup.value, str) else None
    return Lookup(PrefetchArgument(name, None, None, is_open=name is None))


def prefetch_related_objects(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """Loads relations on rows that have been fetched before."""
    if not args.args:
        return NONE
    lookups = given(frame, state, Given(args.args[1:], args.keywords, args.is_complete))
    for option in options(args.args[0]):
        for number in _rows_of(frame, state, option, node):
            row = state.heap[number]
            assert isinstance(row, Row)
            plan = prefetched_rows(Plan(row.model, row.load), lookups, frame.world.around)
            _ask(frame, state, row, node, _is_batch(state, args.args[0]))
            if isinstance(plan, Raises):
                continue
            fresh = {name for name, arrival in plan.load.relations if row.load.arrival(name) != arrival}
            kept = {name: value for name, value in row.attrs.items() if name.removeprefix("@") not in fresh}
            state.heap[number] = replace(row, load=plan.load, attrs=kept)
    return NONE


def _rows_of(frame: Frame, state: State, value: Value, node: ir.Node) -> list[int]:
    """The row objects of a list or queryset of rows."""
    found = state.heap.get(value.id) if type(value) is Ref else None
    if isinstance(found, QuerySet | Box):
        element = source_of(frame, state, value, node).element
        held: list[int] = []
        parts = options(element) if element is not None else ()
        if isinstance(found, Box):
            parts = (*parts, *found.entries.values())
        for option in parts:
            if type(option) is Ref and isinstance(state.heap.get(option.id), Row) and option.id not in held:
                held.append(option.id)
        return held
    return []


def _is_batch(state: State, value: Value) -> bool:
    found = state.heap.get(value.id) if type(value) is Ref else None
    return isinstance(found, QuerySet) or (isinstance(found, Box) and found.size == "rows")


def _ask(frame: Frame, state: State, row: Row, node: ir.Call, is_batch: bool) -> None:
    """Notes the query; one that is for many rows belongs to a loop over batches."""
    from orm_lint.interpreter.events import Event

    deps = frozenset(row.nest) | mentioned_nest(frame, state, node)
    nest = () if is_batch else frame.exec
    event = Event("query", frame.stop(node), "prefetch_related_objects", row.model, nest, row.made,
                  deps, root=row.root, relation=row.path, in_async=False, doubts=row.doubts)  # fmt: skip
    frame.record(state, event)


def paginator(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Paginator(object_list, per_page)`."""
    value = args.args[0] if args.args else args.keyword("object_list") or Unknown("missing argument")
    symbol = frame.world.names.follow(frame.world.names.dotted("django.core.paginator.Paginator"))
    if not isinstance(symbol, ClassSymbol):
        return Unknown("paginator that is not known", frame.exec)
    return frame.make(state, ("paginator", node.at), Instance(symbol, frame.exec, {"$rows": value}))


def page(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A page of a Paginator: a slice of its rows that is as long as somebody else decides."""
    held = state.heap.get(args.args[0].id) if args.args and type(args.args[0]) is Ref else None
    symbol = frame.world.names.follow(frame.world.names.dotted("django.core.paginator.Page"))
    if not isinstance(held, Instance) or not isinstance(symbol, ClassSymbol) or "$rows" not in held.attrs:
        return Unknown("page that is not known", frame.exec)
    rows = queryset_from(frame, state, held.attrs["$rows"], node)
    found = state.heap.get(rows.id) if type(rows) is Ref else None
    if isinstance(found, QuerySet):
        rows = querysets.index(frame, state, rows, None, (Plain(), Plain(), NONE), node)  # type: ignore[arg-type]
    attrs: dict[str, Value] = {"object_list": rows, "paginator": args.args[0], "number": Plain(frame.exec)}
    return frame.make(state, ("page", node.at), Instance(symbol, frame.exec, attrs))


def pages(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """What iterating a Paginator gives."""
    box = Box("iterator", frame.exec, page(frame, state, args, node), size="unknown")
    return frame.make(state, ("pages", node.at), box)


def load_model(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`swapper.load_model(app, name)`: the model that a setting names, else the one of the two constants."""
    names = [value.value for value in args.args[:2] if type(value) is Const and isinstance(value.value, str)]
    if len(names) < 2:
        return Unknown("model by a name that is not known", frame.exec)
    setting = frame.world.evaluator.settings.get(f"{names[0].upper()}_{names[1].upper()}_MODEL")
    model = frame.world.graph.get(setting if isinstance(setting, str) else ".".join(names))
    return ClassValue(model.symbol) if model is not None else Unknown("model by a name that is not known", frame.exec)


def null_context(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`nullcontext(value)` enters as the value."""
    entries: dict[str | int | None, Value] = {0: args.args[0] if args.args else NONE}
    return frame.make(state, ("entered", node.at), Box("iterator", frame.exec, entries=entries))


def in_thread(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`sync_to_async(function)`."""
    return Threaded(args.args[0]) if args.args else Unknown("decorator")


def plain(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A value that is no row: expressions, conditions, times."""
    nest = [loop for value in args.values for loop in argument_nest(state, value)]
    return Plain(tuple(dict.fromkeys(nest)))


def content_type(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A row that the manager of content types keeps in memory."""
    model = frame.world.graph.get("contenttypes.ContentType")
    if model is None:
        return Unknown("content type")
    return frame.make(state, ("content type", node.at), Row(model.label, Load(), (), NOBODY, model.label))


PLAIN = (
    "django.db.models.query_utils.Q django.db.models.expressions.F django.db.models.expressions.Value "
    "django.db.models.expressions.Case django.db.models.expressions.When django.db.models.aggregates.Count "
    "django.db.models.aggregates.Sum django.db.models.aggregates.Avg django.db.models.aggregates.Max "
    "django.db.models.aggregates.Min django.db.models.expressions.OuterRef django.db.models.expressions.Subquery "
    "django.db.models.expressions.Exists django.db.models.expressions.ExpressionWrapper django.utils.timezone.now "
    "django.utils.timezone.localtime django.utils.translation.gettext django.utils.translation.gettext_lazy "
    "django.urls.base.reverse django.urls.base.reverse_lazy django.utils.html.format_html django.utils.html.escape "
    "django.utils.safestring.mark_safe django.utils.text.slugify django.utils.dateparse.parse_date"
)

PAGINATOR = "django.core.paginator.Paginator"

KNOWN: dict[str, CallModel] = {
    PAGINATOR: paginator,
    f"{PAGINATOR}.page": page,
    f"{PAGINATOR}.get_page": page,
    f"{PAGINATOR}.__iter__": pages,
    "swapper.load_model": load_model,
    "contextlib.nullcontext": null_context,
    "django.shortcuts.get_object_or_404": get_object_or_404,
    "django.shortcuts.aget_object_or_404": aget_object_or_404,
    "django.shortcuts.get_list_or_404": get_list_or_404,
    "django.shortcuts.aget_list_or_404": aget_list_or_404,
    "django.db.models.query.Prefetch": prefetch,
    "django.db.models.Prefetch": prefetch,
    "django.contrib.contenttypes.prefetch.GenericPrefetch": generic_prefetch,
    "django.db.models.query.prefetch_related_objects": prefetch_related_objects,
    "django.db.models.query.aprefetch_related_objects": prefetch_related_objects,
    "asgiref.sync.sync_to_async": in_thread,
    "asgiref.sync.SyncToAsync": in_thread,
    **{
        f"django.contrib.contenttypes.models.ContentTypeManager.{name}": content_type
        for name in ("get_for_model", "get_for_id", "get_by_natural_key")
    },
    **dict.fromkeys(PLAIN.split(), plain),
}
"""By the dotted name of where each is defined."""
