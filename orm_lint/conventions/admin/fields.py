"""The fields of an admin class's form: which it shows, and what each of them lets choose from.

`BaseModelAdmin` in django/contrib/admin/options.py.
"""

from __future__ import annotations

from msgspec import Struct

from orm_lint.conventions.admin.rows import model_of
from orm_lint.conventions.common.members import call_own, items_of, places_of, stop_of, symbol_of, texts_of
from orm_lint.conventions.forms.model_forms import implied, meta_of
from orm_lint.interpreter import attributes
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Const, Ref, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

BASE = "django.contrib.admin.options.BaseModelAdmin"
ADMIN = "django.contrib.admin.options.ModelAdmin"


class Shown(Struct, frozen=True):
    """One name in the form, and where it stands."""

    name: str
    stop: Stop


def names_of(frame: Frame, state: State, admin: Value, name: str, node: ir.Call, *args: Value) -> tuple[str, ...]:
    """The texts that a getter of the admin gives."""
    return texts_of(state, call_own(frame, state, admin, name, node, *args))


def shown_fields(frame: Frame, state: State, admin: Ref, request: Value, row: Value, node: ir.Call) -> list[Shown]:
    """What the form shows, each at its entry in `fieldsets` or `fields`, else where the class says so."""
    symbol = symbol_of(state, admin)
    if symbol is None:
        return []
    world = frame.world
    places = places_of(world, symbol, "fields", "get_fields") | places_of(world, symbol, "fieldsets", "get_fieldsets")
    stop = stop_of(frame, symbol, node, "fieldsets", "fields", "get_fieldsets", "get_fields", "form", "model")
    names = flattened(state, call_own(frame, state, admin, "get_fieldsets", node, request, row))
    return [Shown(name, places.get(name, stop)) for name in names]


def flattened(state: State, value: Value) -> tuple[str, ...]:
    """All names in fieldsets: pairs of a title and a dictionary, of which `fields` holds names and tuples of names."""
    sections = [section for option in options(value) for section in items_of(state, option)]
    held = [state.heap.get(part.id) for one in sections for part in items_of(state, one) if isinstance(part, Ref)]
    lists = [box.entries["fields"] for box in held if isinstance(box, Box) and "fields" in box.entries]
    names = [name for part in lists for item in items_of(state, part) for name in (item, *items_of(state, item))]
    found = [name.value for name in names if isinstance(name, Const) and isinstance(name.value, str)]
    return tuple(dict.fromkeys(found))


# --- what the framework's own getters give ---------------------------------------------------------------------------


def stated_value(name: str) -> CallModel:
    """A getter that gives an attribute of the class."""

    def getter(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
        value = attributes.read(frame, state, args.args[0], name, ir.Name(node.at, name))
        return value if isinstance(value, Ref) else NONE

    return getter


def get_fieldsets(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseModelAdmin.get_fieldsets()`."""
    value = attributes.read(frame, state, args.args[0], "fieldsets", ir.Name(node.at, "fieldsets"))
    if isinstance(value, Ref):
        return value
    names = call_own(frame, state, args.args[0], "get_fields", node, *args.args[1:])
    fields = frame.make(state, ("options", node.at), Box("dict", frame.exec, entries={"fields": names}))
    section = frame.make(state, ("fieldset", node.at), Box("tuple", frame.exec, entries={0: NONE, 1: fields}))
    return frame.make(state, ("fieldsets", node.at), Box("list", frame.exec, entries={0: section}))


def get_fields(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`BaseModelAdmin.get_fields()`: those of the form, then those that are only shown."""
    admin = args.args[0]
    value = attributes.read(frame, state, admin, "fields", ir.Name(node.at, "fields"))
    if isinstance(value, Ref):
        return value
    model = model_of(frame, state, admin, node)
    meta = meta_of(frame, state, form_of(frame, state, admin, node))
    readonly = names_of(frame, state, admin, "get_readonly_fields", node, *args.args[1:])
    left = excluded(frame, state, admin, node, *args.args[1:])
    wanted = meta.fields if meta.fields is not None else tuple(f.name for f in implied(model)) if model else ()
    names = [*(name for name in wanted if name not in left), *readonly]
    entries: dict[str | int | None, Value] = {number: Const(name) for number, name in enumerate(names)}
    return frame.make(state, ("fields", node.at), Box("list", frame.exec, entries=entries))


def form_of(frame: Frame, state: State, admin: Value, node: ir.Node) -> ClassSymbol | None:
    """The form class that an admin class names."""
    value = attributes.read(frame, state, admin, "form", ir.Name(node.at, "form"))
    return value.symbol if isinstance(value, ClassValue) and value.symbol.module.evidence == "project" else None


def excluded(frame: Frame, state: State, admin: Value, node: ir.Call, *args: Value) -> frozenset[str]:
    """The names that have no form field: left out, or only shown."""
    value = call_own(frame, state, admin, "get_exclude", node, *args)
    left = set(texts_of(state, value))
    if not isinstance(value, Ref):
        left |= set(meta_of(frame, state, form_of(frame, state, admin, node)).exclude or ())
    return frozenset(left | set(names_of(frame, state, admin, "get_readonly_fields", node, *args)))


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{BASE}.get_fieldsets", get_fieldsets),
    (f"{BASE}.get_fields", get_fields),
    (f"{BASE}.get_exclude", stated_value("exclude")),
    (f"{BASE}.get_readonly_fields", stated_value("readonly_fields")),
    (f"{BASE}.get_autocomplete_fields", stated_value("autocomplete_fields")),
    (f"{BASE}.get_inlines", stated_value("inlines")),
)
