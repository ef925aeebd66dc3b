"""Querysets and managers: what their methods do to plans, and when they ask the database."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from orm_lint.interpreter import rows
from orm_lint.interpreter.arguments import argument_nest, given, mentioned_nest
from orm_lint.interpreter.dead import Dead
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.facts import Alone
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import MOST_BASES, Box, Made, QuerySet, Row
from orm_lint.interpreter.prefetched import may_be_prefetched
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import (
    NONE,
    Const,
    Loop,
    ModelManager,
    Nest,
    Plain,
    Ref,
    RelatedManager,
    Size,
    Unknown,
    Value,
    either,
    options,
)
from orm_lint.ir import nodes as ir
from orm_lint.orm.apply import Raises, cloned, sliced
from orm_lint.orm.arguments import UNKNOWN
from orm_lint.orm.arguments import Unknown as Unmet
from orm_lint.orm.fetching import fetched, set_plan
from orm_lint.orm.methods import Method, find_method
from orm_lint.orm.plans import Load, Plan

SMALL = 10
LOADING = frozenset({"only", "defer", "select_related", "prefetch_related"})
OWN = frozenset({"django.db.models.query.QuerySet", "django.db.models.manager.BaseManager"})
SAME_ROWS = frozenset({"all", "get_queryset"})


class Given(Struct):
    """The evaluated arguments of a call; `is_complete` is false where `*args` or `**kwargs` are not known.

    `spread` is the value behind `*args` whose elements could not be counted.
    """

    args: tuple[Value, ...] = ()
    keywords: tuple[tuple[str, Value], ...] = ()
    is_complete: bool = True
    spread: Value | None = None

    def keyword(self, name: str) -> Value | None:
        return next((value for known, value in self.keywords if known == name), None)

    @property
    def values(self) -> tuple[Value, ...]:
        return (*self.args, *(value for _, value in self.keywords))


def related_base(
    frame: Frame, state: State, manager: RelatedManager, node: ir.Node, is_asked_anew: bool = False
) -> Ref | None:
    """A new queryset over the set that hangs on a row; it does not look at what was prefetched.

    Where anything may be loaded on the row, a prefetch may answer, and where some of the project's code prefetches a
    relation of this name and we do not see which rows a parameter is given; not if `is_asked_anew` says that none can.
    """
    row = state.heap.get(manager.row)
    if type(row) is not Row:
        return None
    accessor = frame.world.accessors.find(row.model, manager.accessor)
    if accessor is None or accessor.target is None:
        return None
    plan = set_plan(accessor, row.load, frame.world.around)
    if plan is None:
        return None
    has_more = may_be_prefetched(frame.world, row, manager.accessor)
    may_be_there = not is_asked_anew and (row.load.is_open or has_more is not None)
    if may_be_there and (row.load.is_open or has_more):
        plan = replace(plan, load=replace(plan.load, is_open=True))
    goes_past = rows.cached_set(frame, state, manager, node) is not None
    found = QuerySet(plan, frame.exec, frame.made(node), frozenset(row.nest), row=manager.row,
                     accessor=manager.accessor, evaluated=may_be_there, past_prefetch=goes_past,
                     doubts=row.doubts)  # fmt: skip
    return frame.make(state, ("set", node.at, manager.row), found)


def element_of(frame: Frame, state: State, ref: Ref, node: ir.Node) -> Value:
    """The value that stands for one element of an evaluated queryset."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    nest = (*found.nest, Loop(("rows", frame.module.path, node.at), size_of(found.plan)))
    if found.plan.shape not in ("model", "raw"):
        return shaped(frame, state, found.plan, nest, ("element", node.at, ref.id))
    if found.element is None:
        number = frame.number("element", ref.id)
        state.heap[number] = new_row(frame, state, found, nest)
        state.heap[ref.id] = replace(found, element=number)
        return Ref(number)
    return Ref(found.element)


def size_of(plan: Plan) -> Size:
    """What bounds the number of rows that a queryset returns."""
    if plan.single or plan.empty or (plan.limit is not None and plan.limit < SMALL):
        return "bounded"
    return "rows"


def new_row(frame: Frame, state: State, found: QuerySet, nest: Nest) -> Row:
    """A row of a queryset; one from a row's own reverse set knows that row."""
    attrs: dict[str, Value] = {}
    load = fetched(found.plan, frame.world.around).load
    if found.row is not None and type(state.heap.get(found.row)) is Row:
        attrs = {name: Ref(found.row) for name, arrival in load.relations if arrival.known}
    return Row(found.plan.model, load, nest, found.made, found.plan.model, attrs=attrs, absent=found.absent,
               present=found.present, doubts=found.doubts)  # fmt: skip


def shaped(frame: Frame, state: State, plan: Plan, nest: Nest, key: tuple[object, ...]) -> Value:
    """A row of values(): a dict, a tuple or a single value."""
    match plan.shape:
        case "dict":
            box = Box("dict", nest, Plain(nest), Plain(nest))
        case "tuple" | "named":
            box = Box("tuple", nest, Plain(nest))
        case _:
            return Plain(nest)
    number = frame.number(*key)
    state.heap[number] = box
    return Ref(number)


def evaluate(frame: Frame, state: State, ref: Ref, how: str, node: ir.Node, is_awaited: bool = False) -> None:
    """Fills the result cache of a queryset, with a query unless it is filled already."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    if found.evaluated:
        if found.row is not None:
            frame.world.served.add((frame.module.path, node.at))
        return
    if found.fails:
        raise Dead
    if not found.plan.empty:
        ask(frame, state, ref, "iterator" if found.streamed else how, node, found.nest, is_awaited)
    state.heap[ref.id] = replace(state.heap[ref.id], evaluated=True)
    if (found.plan.named or found.plan.load.deferred) and (found.plan.load.relations or found.row is not None):
        _read_while_fetched(frame, state, ref, node)


def _read_while_fetched(frame: Frame, state: State, ref: Ref, node: ir.Node) -> None:
    """Notes the keys that were left out and that Django reads for every row, as a prefetch or a parent needs them."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    columns = fetched(found.plan, frame.world.around).read_alone
    value = element_of(frame, state, ref, node)
    if columns and type(value) is Ref:
        rows.read_columns(frame, state, value, columns, node)


def ask(
    frame: Frame, state: State, ref: Ref, how: str, node: ir.Node, nest: Nest, is_awaited: bool = False,
    writes: bool = False, deps: frozenset[Loop] = frozenset(), narrows: bool = False, indexed: bool = False,
) -> None:  # fmt: skip
    """Notes that a queryset is sent to the database."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    owner = state.heap.get(found.row) if found.row is not None else None
    plan = found.plan
    is_whole = not (
        plan.filtered or plan.sliced or plan.single or plan.empty or plan.combined or plan.distinct or plan.load.is_open
        or (plan.shape != "model" and plan.load.annotations)
    )  # fmt: skip
    path = (*owner.path, found.accessor) if isinstance(owner, Row) and found.accessor else ()
    made = owner.made if isinstance(owner, Row) and found.accessor else found.made
    hangs = isinstance(owner, Row) and not owner.is_one  # a prefetch for one row asks as often as the row itself does
    frame.record(
        state,
        Event(
            "query", frame.stop(node, node.at), how, plan.model, nest, made, found.deps | deps,
            root=owner.root if isinstance(owner, Row) else plan.model,
            relation=path, accessor=found.accessor if hangs else None,
            owner=owner.model if isinstance(owner, Row) else None,
            prefetched=found.past_prefetch, narrowed=found.narrowed,
            whole_table=is_whole and found.row is None and not narrows and not _is_own(frame) and not frame.unsure,
            indexed=indexed, writes=writes or found.locks,
            in_async=frame.is_async and not is_awaited, doubts=found.doubts,
        ),
    )  # fmt: skip


def _is_own(frame: Frame) -> bool:
    """Whether a manager or queryset asks itself: how many rows that are is up to who calls it."""
    return frame.owner is not None and frame.world.names.descends_from(frame.owner, OWN)


def manager_queryset(frame: Frame, state: State, manager: ModelManager, node: ir.Node, plan: Plan) -> Ref:
    """A new queryset of a model's manager."""
    found = QuerySet(plan, frame.exec, frame.made(node))
    return frame.make(state, ("manager", node.at, manager.model, manager.name), found)


def call_method(frame: Frame, state: State, ref: Ref, method: Method, args: Given, node: ir.Call) -> Value:
    """What a method of Django's QuerySet does to a queryset."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    deps = found.deps | frozenset(loop for value in args.values for loop in argument_nest(state, value))
    deps |= mentioned_nest(frame, state, node)
    if any(_is_fresh(state, value) and deps.issubset(argument_nest(state, value)) for value in args.values):
        state.heap[ref.id] = found = replace(found, locks=True)  # it reads back what was written
    elif method.does == "row" and _is_read_back(state, found, node):
        state.heap[ref.id] = found = replace(found, locks=True)
    match method.does:
        case "clone" | "all":
            return _clone(frame, state, found, method.base, args, node, deps)
        case "iterator":
            return _iterator(frame, state, found, method, args, node)
        case "raw":
            plan = replace(found.plan, shape="raw", filtered=True)
            return frame.make(state, ("raw", node.at), QuerySet(plan, frame.exec, frame.made(node), deps))
        case "row":
            return _one(frame, state, ref, method, args, node, deps)
        case "value":
            return _value(frame, state, ref, method, args, node, deps)
        case "mapping":
            ask(frame, state, ref, method.base, node, frame.exec, method.is_async, deps=deps, narrows=bool(args.values))
            element = _fresh_element(frame, state, found, node)
            keys = Plain((*frame.exec, Loop(("rows", frame.module.path, node.at), size_of(found.plan))))
            return frame.make(state, ("mapping", node.at), Box("dict", frame.exec, element, keys, size="rows"))
        case "create":
            return _create(frame, state, ref, method, args, node, deps)
        case "bulk" | "write":
            ask(frame, state, ref, method.base, node, frame.exec, method.is_async, writes=True, deps=deps)
            return args.args[0] if method.does == "bulk" and args.args else Plain(frame.exec)
    return Unknown(f"QuerySet.{method.name}")


def _is_fresh(state: State, value: Value) -> bool:
    """Whether a value is a row that was made on the way, or its key."""
    if type(value) is Ref:
        row = state.heap.get(value.id)
        return type(row) is Row and row.is_new
    return type(value) is Plain and value.is_fresh


def _is_read_back(state: State, found: QuerySet, node: ir.Call) -> bool:
    """Whether `get(pk=row.pk)` fetches a row anew that was written."""
    from orm_lint.interpreter.conditions import peek

    keys = [word.value for word in node.keywords if word.name in OWN_KEYS]
    held = [peek(state, key.value) for key in keys if type(key) is ir.Attr and key.name in OWN_KEYS]
    rows = [state.heap.get(value.id) for value in held if type(value) is Ref]
    return any(type(row) is Row and row.is_changed and row.model == found.plan.model for row in rows)


OWN_KEYS = ("pk", "id")
PLAIN_KEYS = Plain()


def _asked_anew(frame: Frame, state: State, found: QuerySet) -> Plan:
    """The plan of a queryset that is changed: what may have been prefetched for it does not answer then."""
    row = state.heap.get(found.row) if found.row is not None else None
    if not found.evaluated or found.past_prefetch or found.accessor is None or not isinstance(row, Row):
        return found.plan
    accessor = frame.world.accessors.find(row.model, found.accessor)
    plan = set_plan(accessor, row.load, frame.world.around) if found.plan.load.is_open and accessor else None
    return plan or found.plan


def _clone(
    frame: Frame, state: State, found: QuerySet, name: str, args: Given, node: ir.Node, deps: frozenset[Loop]
) -> Value:
    start = found.plan if name in ("all", "get_queryset") else _asked_anew(frame, state, found)
    if start.shape == "raw" and name == "using":
        start = replace(start, load=Load(fetch=start.load.fetch))
    plan = cloned(start, name, given(frame, state, args), frame.world.around)
    fails = isinstance(plan, Raises)
    if isinstance(plan, Raises):
        if name not in LOADING:
            raise Dead
        plan = replace(start, load=replace(start.load, is_open=True))  # these raise no sooner than rows are fetched
    is_same = found.row is not None and name in ("all", "get_queryset")
    is_kept = is_same or _is_of_project(frame, found) or _is_stated(frame, found.made, node)
    made = found.made if is_kept else frame.made(node)
    if name == "annotate" and plan.shape != "model":
        plan = replace(plan, filtered=True)  # one row a group
    if plan.combined and not start.combined:  # the rows of others are among them
        found = replace(found, absent=frozenset(), present=frozenset())
    bases = found.bases if is_kept else tuple(dict.fromkeys((*found.bases, found.made)))[:MOST_BASES]
    clone = replace(found, plan=plan, nest=frame.exec, made=made, bases=bases, deps=deps, evaluated=False, element=None,
                    narrowed=found.narrowed or name not in SAME_ROWS,
                    locks=found.locks or name == "select_for_update",
                    fails=fails or (found.fails and name not in LOADING),
                    absent=found.absent | told(name, args, True),
                    present=found.present | told(name, args, False))  # fmt: skip
    return frame.make(state, ("clone", node.at, name), clone)


def _is_of_project(frame: Frame, found: QuerySet) -> bool:
    """Whether a framework goes on with a queryset that the project made."""
    return frame.module.evidence != "project" and (found.made.outer >= 0 or found.made.module is not None)


def _is_stated(frame: Frame, made: Made, node: ir.Node) -> bool:
    """Whether a class states the queryset that an ancestor's code goes on with: that code serves others, too."""
    behalf, module = frame.behalf, made.module
    if behalf is None or module is None or not frame.world.states(behalf, module, made.at):
        return False
    return frame.world.inherits(behalf, frame.module, node.at)


def told(name: str, args: Given, is_null: bool) -> frozenset[str]:
    """The relations that `filter(relation__isnull=…)` says are empty (or are not)."""
    if name not in ("filter", "exclude"):
        return frozenset()
    wanted = is_null if name == "filter" else not is_null
    if name == "exclude" and len(args.keywords) > 1:
        return frozenset()
    found = [known for known, value in args.keywords if value == Const(wanted) and type(value.value) is bool]  # type: ignore[union-attr]
    told = {known.removesuffix("__isnull") for known in found if known.endswith("__isnull")}
    if wanted:
        told |= {known for known, value in args.keywords if value == NONE}
    return frozenset(told)


def _iterator(frame: Frame, state: State, found: QuerySet, method: Method, args: Given, node: ir.Node) -> Value:
    plan = found.plan
    is_bare = not args.values and args.is_complete and not method.is_async
    if any(arrival.how != "join" for _, arrival in plan.load.relations) and not args.values:
        if frame.world.django >= (5, 0):
            raise Dead
        kept = tuple(pair for pair in plan.load.relations if pair[1].how == "join")
        plan = replace(plan, load=replace(plan.load, relations=kept))
    if plan.load.fetch == "peers":
        plan = replace(plan, load=replace(plan.load, fetch="one"))
    clone = replace(found, plan=plan, nest=frame.exec, evaluated=False, element=None, streamed=True,
                    made=replace(found.made, is_streamed=is_bare or found.made.is_streamed))  # fmt: skip
    return frame.make(state, ("iterator", node.at), clone)


def _fresh_element(frame: Frame, state: State, found: QuerySet, node: ir.Node) -> Value:
    nest = (*frame.exec, Loop(("rows", frame.module.path, node.at), size_of(found.plan)))
    if found.plan.shape not in ("model", "raw"):
        return shaped(frame, state, found.plan, nest, ("fresh", node.at, frame.exec))
    return frame.make(state, ("fresh", node.at), new_row(frame, state, found, nest))


def _one(
    frame: Frame, state: State, ref: Ref, method: Method, args: Given, node: ir.Node, deps: frozenset[Loop]
) -> Value:
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    is_ordered = found.plan.ordering == "stated" or (found.plan.ordering == "default" and _has_ordering(frame, found))
    clears = found.plan.ordering == "cleared" and frame.world.django >= (6, 1)
    if method.served == "ordered" and found.evaluated and (is_ordered or clears):
        return either(picked(frame, state, ref, node), NONE)
    if found.fails or (method.base == "get" and args.values and _is_cut(found.plan)):
        raise Dead
    if not found.plan.empty:
        ask(frame, state, ref, method.base, node, frame.exec, method.is_async, deps=deps)
    if found.plan.shape not in ("model", "raw"):
        value = shaped(frame, state, found.plan, frame.exec, ("one", node.at, frame.exec))
    else:
        row = new_row(frame, state, found, frame.exec)
        one = replace(row, load=_single_load(row.load), is_one=True, is_changed=found.locks, made=_alone(row, "got"))
        value = frame.make(state, ("one", node.at), one)
    return value if method.base in ("get", "latest", "earliest") else either(value, NONE)


def _alone(row: Row, how: Alone) -> Made:
    return replace(row.made, alone=how)


def _is_cut(plan: Plan) -> bool:
    """Whether Django refuses a filter: rows were sliced, or are those of a union or of an SQL statement."""
    return (plan.sliced or plan.combined or plan.shape == "raw") and not plan.is_mixed


def _single_load(load: Load) -> Load:
    """A row fetched on its own has no peers."""
    return replace(load, fetch="one") if load.fetch == "peers" else load


def _has_ordering(frame: Frame, found: QuerySet) -> bool:
    model = frame.world.graph.get(found.plan.model)
    return bool(model and model.ordering)


def picked(frame: Frame, state: State, ref: Ref, node: ir.Node, at: Value | None = None) -> Value:
    """One element of an evaluated queryset: one row of what stands for many."""
    value = element_of(frame, state, ref, node)
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    if type(value) is not Ref:
        return Plain(found.nest)
    element = state.heap[value.id]
    if type(element) is not Row:
        return value
    varies = argument_nest(state, at) if at is not None else ()
    nest = (*found.nest, *(loop for loop in varies if loop not in found.nest))
    by = node.index if type(node) is ir.Index else None
    which = by.id if type(by) is ir.Name else by.value if type(by) is ir.Const else node.at
    return frame.pick(state, ("picked", which, ref.id), found, replace(element, nest=nest))


def _value(
    frame: Frame, state: State, ref: Ref, method: Method, args: Given, node: ir.Node, deps: frozenset[Loop]
) -> Value:
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    if method.served == "cached" and found.evaluated:
        if found.row is not None:
            frame.world.served.add((frame.module.path, node.at))
    elif not found.plan.empty:
        ask(frame, state, ref, method.base, node, frame.exec, method.is_async, deps=deps)
    if method.base == "aggregate":
        return frame.make(state, ("aggregate", node.at), Box("dict", frame.exec, Plain(frame.exec), PLAIN_KEYS))
    return Plain(frame.exec, size_of(found.plan) if method.base == "count" else None)


def _create(
    frame: Frame, state: State, ref: Ref, method: Method, args: Given, node: ir.Node, deps: frozenset[Loop]
) -> Value:
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    ask(frame, state, ref, method.base, node, frame.exec, method.is_async, writes=True, deps=deps)
    row = new_row(frame, state, found, frame.exec)
    if method.base == "create":
        named = {name: value for name, value in args.keywords if name != "defaults"}
        new = replace(row, load=Load(), attrs={**row.attrs, **named}, is_new=True, made=_alone(row, "created"))
        return frame.make(state, ("created", node.at), new)
    absent = row.absent | told("filter", args, True)
    attrs = {**row.attrs, **_handed_over(frame, state, row, args)}  # a row that is created keeps what it is given
    one = replace(row, load=_single_load(row.load), is_one=True, absent=absent, attrs=attrs, made=_alone(row, "got"))
    value = frame.make(state, ("created", node.at), one)
    return frame.make(state, ("pair", node.at), Box("tuple", frame.exec, entries={0: value, 1: Plain(frame.exec)}))


def _handed_over(frame: Frame, state: State, row: Row, args: Given) -> dict[str, Value]:
    """The rows among the arguments of get_or_create() that a foreign key is given."""
    model = frame.world.graph.get(row.model)
    named = {
        name: value for name, value in args.keywords if type(value) is Ref and type(state.heap.get(value.id)) is Row
    }
    keys = {field.name for field in model.fields if field.kind == "forward"} if model is not None else set()
    return {name: value for name, value in named.items() if name in keys}


def index(frame: Frame, state: State, ref: Ref, at: Value | None, bounds: tuple[Value, Value, Value] | None,
          node: ir.Node) -> Value:  # fmt: skip
    """`qs[i]` and `qs[a:b]`."""
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    if bounds is not None:
        return _slice(frame, state, ref, bounds, node)
    if found.evaluated:
        return picked(frame, state, ref, node, at)
    if type(at) is Const and isinstance(at.value, int) and at.value < 0:
        raise Dead
    if not found.plan.empty:
        varies = frozenset(argument_nest(state, at)) if at is not None else frozenset()
        ask(frame, state, ref, "index", node, frame.exec, deps=varies, indexed=bool(varies.difference(found.nest)))
    if found.plan.shape not in ("model", "raw"):
        return shaped(frame, state, found.plan, frame.exec, ("one", node.at, frame.exec))
    row = new_row(frame, state, found, frame.exec)
    one = replace(row, load=_single_load(row.load), is_one=True, made=_alone(row, "got"))
    return frame.make(state, ("one", node.at), one)


def _slice(frame: Frame, state: State, ref: Ref, bounds: tuple[Value, Value, Value], node: ir.Node) -> Value:
    found = state.heap[ref.id]
    assert type(found) is QuerySet
    lower, upper, step = (_bound(value) for value in bounds)
    if found.evaluated or step is not None:
        if not found.evaluated:
            evaluate(frame, state, ref, "iterate", node)
        element = element_of(frame, state, ref, node)
        found = state.heap[ref.id]
        assert type(found) is QuerySet
        small = isinstance(upper, int) and 0 <= upper - (lower if isinstance(lower, int) else 0) < SMALL
        size: Size = "bounded" if small else size_of(found.plan)
        return frame.make(state, ("slice", node.at, ref.id), Box("list", found.nest, element, size=size))
    plan = sliced(found.plan, lower, upper, step)
    if isinstance(plan, Raises):
        raise Dead
    clone = replace(found, plan=plan, nest=frame.exec, evaluated=False, element=None, narrowed=True)
    return frame.make(state, ("slice", node.at), clone)


def _bound(value: Value) -> int | Literal[Unmet.UNKNOWN] | None:
    if type(value) is Const and (value.value is None or isinstance(value.value, int)):
        return value.value
    return UNKNOWN


def discard(frame: Frame, state: State, value: Value, node: ir.Expr) -> None:
    """A statement that is nothing but a queryset: it changes nothing."""
    if not isinstance(node, ir.Call) or not isinstance(node.func, ir.Attr):
        return
    name = node.func.name
    method = find_method(name, frame.world.django)
    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if type(found) is not QuerySet or found.evaluated or found.made != Made(frame.module, node.func.at):
            return
        if method is not None and method.does not in ("clone", "all"):
            return
        frame.record(state, Event("discard", frame.stop(node, node.func.at), name, found.plan.model, ()))
