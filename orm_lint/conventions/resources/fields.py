"""The fields of a resource of django-import-export: declared ones, and those that `Meta` implies from the model.

https://django-import-export.readthedocs.io/en/latest/api_resources.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from orm_lint.conventions.common.declared import Declared, declared_in, keeps, option, own_class, owners
from orm_lint.conventions.common.members import places_of, texts_of
from orm_lint.conventions.common.places import nearest_stated
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, ClassValue, Const, Ref, Value
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol

RESOURCE = "import_export.resources.Resource"
FIELD = "import_export.fields.Field"
WIDGET = "import_export.widgets.Widget"
KEY_WIDGET = "import_export.widgets.ForeignKeyWidget"
MANY_WIDGET = "import_export.widgets.ManyToManyWidget"
FIELDS = frozenset({FIELD})
KINDS = ("plain", "forward", "one_to_one", "many_to_many")

POSITIONAL = {
    FIELD: ("attribute", "column_name", "widget"),
    KEY_WIDGET: ("model", "field"),
    MANY_WIDGET: ("model", "separator", "field"),
}


def fields_of(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Declared, ...]:
    """The fields that are exported; those that are implied have no class."""
    declared = declared_in(frame, state, symbol, RESOURCE, FIELDS)
    stated = option_of(frame, state, symbol, "fields")
    named = None if stated is None or stated[1] == NONE else texts_of(state, stated[1])
    found = {
        name: field
        for name, field in declared.items()
        if named is None or name in named or field.text("column_name") in named
    }
    for field in _implied(frame, state, symbol, named):
        found.setdefault(field.name, field)
    return tuple(found.values())


def option_of(frame: Frame, state: State, symbol: ClassSymbol, name: str) -> tuple[ClassSymbol, Value] | None:
    """An option, with the resource whose `Meta` states it: those of ancestors hold too."""
    for owner in reversed(tuple(owners(frame, symbol, RESOURCE))):
        meta = own_class(frame, owner, "Meta")
        value = option(frame, state, meta, name) if meta is not None else None
        if value is not None:
            return owner, value
    return None


def model_of(frame: Frame, state: State, symbol: ClassSymbol) -> Model | None:
    """The model that a resource exports."""
    found = option_of(frame, state, symbol, "model")
    value = found[1] if found is not None else None
    if isinstance(value, Const) and isinstance(value.value, str):
        return frame.world.graph.get(value.value)
    return frame.world.model_of(value.symbol) if isinstance(value, ClassValue) else None


def _implied(frame: Frame, state: State, symbol: ClassSymbol, named: tuple[str, ...] | None) -> Iterator[Declared]:
    """The fields of the model that are named, or all but those in `exclude`; names that lead over relations."""
    model = model_of(frame, state, symbol)
    stated = option_of(frame, state, symbol, "fields" if named is not None else "model")
    meta = own_class(frame, stated[0], "Meta") if stated is not None else None
    if model is None or stated is None or meta is None:
        return
    excluded = option_of(frame, state, symbol, "exclude")
    hidden = texts_of(state, excluded[1]) if excluded is not None else ()
    known = {field.name for field in model.fields if field.kind in KINDS}
    names = [name for name in named if name in known or "__" in name] if named is not None else sorted(known)
    stop = nearest_stated(frame.world, meta, "fields", "exclude", "model")
    places = places_of(frame.world, meta, "fields", "get_fields") if named is not None else {}
    widgets = _widgets(frame, state, symbol)
    for name in names:
        if name not in hidden:
            place = replace(places.get(name, stop), text=f"{stated[0].node.name}.{name}")
            yield Declared(name, place, None, None, {"widget": widgets[name]} if name in widgets else {})


def _widgets(frame: Frame, state: State, symbol: ClassSymbol) -> Mapping[str, Value]:
    """What `Meta.widgets` says of fields that are implied."""
    found = option_of(frame, state, symbol, "widgets")
    box = state.heap.get(found[1].id) if found is not None and isinstance(found[1], Ref) else None
    return {str(name): value for name, value in box.entries.items()} if isinstance(box, Box) else {}


CONSTRUCT, INITIALISE = keeps(POSITIONAL)
CLASSES: tuple[tuple[str, ClassModel], ...] = ((FIELD, CONSTRUCT), (WIDGET, CONSTRUCT))
MODELS: tuple[tuple[str, CallModel], ...] = tuple((f"{name}.__init__", INITIALISE) for name in (*POSITIONAL, WIDGET))
