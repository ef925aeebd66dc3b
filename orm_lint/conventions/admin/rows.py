"""The rows of a change list: `get_queryset()`, what filters make of it, what is joined for the list, the search.

`ChangeList.get_queryset` in django/contrib/admin/views/main.py.
"""

from __future__ import annotations

from msgspec.structs import replace

from orm_lint.conventions.admin.anchor import ADDING
from orm_lint.conventions.admin.filters import run_filters
from orm_lint.conventions.common.members import (
    Entry,
    call_own,
    is_known,
    is_own,
    items_of,
    member_value,
    symbol_of,
    texts_of,
)
from orm_lint.interpreter import attributes, querysets
from orm_lint.interpreter.facts import Remedy
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.known import queryset_from
from orm_lint.interpreter.objects import Box, Made, QuerySet
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import TRUE, ClassValue, Const, Plain, Ref, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.orm.methods import find_method
from orm_lint.project.models.graph import Model, Place
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

JOINING = "an admin class that has list_select_related = [{paths}]"
SELECTS_WHAT_IS_LISTED = (6, 1)
CHANGELISTS = ("get_changelist", "get_changelist_instance")
DJANGO = "django.contrib."
FILTERING = ("guardian.admin.GuardedModelAdminMixin.get_queryset",)
"""Those of packages that only leave rows out."""
UNREAD = Unknown("rows of an admin class whose base cannot be read")


def default_rows(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.get_queryset()`: the rows of the model's default manager."""
    admin = args.args[0]
    rows = queryset_from(frame, state, attributes.read(frame, state, admin, "model", node), node)
    symbol = symbol_of(state, admin)
    if symbol is None or not isinstance(rows, Ref) or is_own(frame, symbol, "get_queryset"):
        return rows
    found = state.heap.get(rows.id)
    if isinstance(found, QuerySet) and found.made.outer < 0:
        made = frame.made_for(symbol) if symbol.module.evidence == "project" else _registered(frame, found, node)
        state.heap[rows.id] = replace(found, made=made or found.made)
    return rows


def _registered(frame: Frame, found: QuerySet, node: ir.Call) -> Made:
    """The rows of a model that is registered without a class: a class of the project would join more."""
    name = found.plan.model.rpartition(".")[2]
    remedy = Remedy(f"a get_queryset() of an admin class for {name}", f"register {name} with {JOINING}")
    frame.world.remedies[Place(frame.module, node.at)] = remedy
    return Made(frame.module, node.at)


def search_results(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`ModelAdmin.get_search_results()`: fewer rows, and whether they may come twice."""
    rows = args.args[2] if len(args.args) > 2 else args.keyword("queryset") or Unknown("missing argument")
    return frame.make(state, ("searched", node.at), Box("tuple", frame.exec, entries={0: rows, 1: Plain(frame.exec)}))


def model_of(frame: Frame, state: State, admin: Value, node: ir.Node) -> Model | None:
    """The model that an admin class is registered for."""
    value = attributes.read(frame, state, admin, "model", node)
    return frame.world.model_of(value.symbol) if isinstance(value, ClassValue) else None


def own_rows(frame: Frame, state: State, admin: Ref, request: Value, node: ir.Call) -> Value:
    """What `get_queryset()` gives; unknown where a package has one that is not read."""
    symbol = symbol_of(state, admin)
    if symbol is None or _is_unread(frame, symbol):
        return UNREAD
    return call_own(frame, state, admin, "get_queryset", node, request)


def _is_unread(frame: Frame, symbol: ClassSymbol) -> bool:
    names = frame.world.names
    if names.has_unread_base(symbol) and not is_own(frame, symbol, "get_queryset"):
        return True
    found = [names.class_member(symbol, name) for name in ("get_queryset", *CHANGELISTS)]
    own = [member for member in found if isinstance(member, FunctionSymbol) and member.dotted not in FILTERING]
    if any(member.module.evidence != "project" and not member.module.name.startswith(DJANGO) for member in own):
        return True
    return any(is_own(frame, symbol, name) for name in CHANGELISTS)


def listed_rows(
    frame: Frame, state: State, admin: Ref, request: Value, shown: tuple[Entry, ...], model: Model, node: ir.Call
) -> Value:
    """The queryset behind the change list, which its actions are given too."""
    rows = own_rows(frame, state, admin, request, node)
    run_filters(frame, state, admin, request, rows, model, node)
    rows = _joined(frame, state, admin, request, rows, shown, model, node)
    return searched(frame, state, admin, request, rows, node)


def searched(frame: Frame, state: State, admin: Ref, request: Value, rows: Value, node: ir.Call) -> Value:
    """What the project makes of the rows when something is looked for: it is asked on every page."""
    symbol = symbol_of(state, admin)
    if symbol is not None and is_own(frame, symbol, "get_search_results"):
        found = call_own(frame, state, admin, "get_search_results", node, request, rows, Plain(frame.exec))
        return next(iter(items_of(state, found)), rows)
    return rows


def _joined(
    frame: Frame, state: State, admin: Ref, request: Value, rows: Value, shown: tuple[Entry, ...], model: Model,
    node: ir.Call,
) -> Value:  # fmt: skip
    """The rows with what `list_select_related` (or the admin by itself) joins, unless the queryset joins already."""
    found = queryset(state, rows)
    if not isinstance(rows, Ref) or found is None or found.plan.load.is_open or found.plan.joins_all:
        return rows
    if any(arrival.how == "join" for _, arrival in found.plan.load.relations):
        _tell_ignored(frame, found)
        return rows
    if not is_known(shown):
        state.heap[rows.id] = replace(found, plan=replace(found.plan, load=replace(found.plan.load, is_open=True)))
        return rows  # a foreign key may be listed, and all be joined
    getter = "get_list_select_related"
    stated = member_value(frame, state, admin, "list_select_related", getter, node, request)
    names = _names(state, stated, [entry.name for entry in shown if _is_key(model, entry.name)], frame.world.django)
    if names is None:
        return rows
    return refined(frame, state, rows, "select_related", Given(tuple(Const(name) for name in names)), node)


def _tell_ignored(frame: Frame, found: QuerySet) -> None:
    """Of rows that their manager joins to others, the admin joins nothing more, whatever the class names."""
    place = Place(found.made.module, found.made.at) if found.made.module is not None else None
    remedy = frame.world.remedies.get(place) if place is not None else None
    if place is not None and remedy is not None:
        frame.world.remedies[place] = replace(remedy, join="")


def tell_kept(frame: Frame, rows: QuerySet, kept: frozenset[str]) -> None:
    """What the admin joins by itself it does not any more once a class names what to join."""
    place = Place(rows.made.module, rows.made.at) if rows.made.module is not None else None
    remedy = frame.world.remedies.get(place) if place is not None else None
    if place is not None and remedy is not None and remedy.join and not remedy.join.startswith(ADDING):
        frame.world.remedies[place] = replace(remedy, kept=tuple(sorted(kept.union(remedy.kept))))


def _names(state: State, stated: Value, keys: list[str], django: tuple[int, int]) -> tuple[str, ...] | None:
    """The arguments of select_related(); None if it is not called."""
    if stated == TRUE:
        return ()
    if names := texts_of(state, stated):
        return names
    if not keys:
        return None
    return () if django < SELECTS_WHAT_IS_LISTED else tuple(keys)


def _is_key(model: Model, name: str) -> bool:
    field = model.by_name.get(name)
    return field is not None and field.kind in ("forward", "one_to_one")


def refined(frame: Frame, state: State, rows: Ref, name: str, args: Given, node: ir.Call) -> Value:
    """What a method makes of a queryset that Django calls: the rows come from where they came from before."""
    found = queryset(state, rows)
    known = find_method(name, frame.world.django)
    assert known is not None and found is not None
    result = querysets.call_method(frame, state, rows, known, args, node)
    made = queryset(state, result)
    if isinstance(result, Ref) and made is not None:
        state.heap[result.id] = replace(made, made=found.made)
    return result


def queryset(state: State, value: Value) -> QuerySet | None:
    """The queryset that a value is."""
    found = state.held(value)
    return found if isinstance(found, QuerySet) else None
