"""The columns of a django-tables2 table: those that it declares, and those that `Meta` implies from the model.

https://django-tables2.readthedocs.io/en/latest/pages/api-reference.html
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from orm_lint.conventions.common.declared import Declared, declared_by, keeps, model_of, option, own_class, owners
from orm_lint.conventions.common.members import places_of, texts_of
from orm_lint.conventions.common.places import first_stated
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, ClassModel
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import FALSE, NONE, TRUE, Const, Unknown, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol

TABLE = "django_tables2.tables.Table"
COLUMN = "django_tables2.columns.base.Column"
LINK = "django_tables2.columns.linkcolumn.LinkColumn"
BASE_LINK = "django_tables2.columns.linkcolumn.BaseLinkColumn"
MANY = "django_tables2.columns.manytomanycolumn.ManyToManyColumn"
TEMPLATE = "django_tables2.columns.templatecolumn.TemplateColumn"
CHECKBOX = "django_tables2.columns.checkboxcolumn.CheckBoxColumn"
ACCESSOR = "django_tables2.utils.Accessor"
COLUMNS = frozenset({COLUMN})

POSITIONAL = {
    LINK: ("viewname", "urlconf", "args", "kwargs", "current_app", "attrs"),
    BASE_LINK: ("text", "verbose_name", "accessor"),
    MANY: ("transform", "filter", "separator", "linkify_item", "verbose_name", "accessor"),
    TEMPLATE: ("template_code", "template_name", "extra_context"),
    CHECKBOX: ("attrs", "checked", "verbose_name", "accessor"),
    COLUMN: ("verbose_name", "accessor", "default", "visible"),
}


def columns_of(frame: Frame, state: State, symbol: ClassSymbol) -> tuple[Declared, ...]:
    """The columns that a table shows, those that hide themselves apart."""
    found: dict[str, Declared] = {}
    for owner in owners(frame, symbol, TABLE):
        meta = own_class(frame, owner, "Meta")
        for column in _implied(frame, state, meta, owner) if meta is not None else ():
            if column.name not in found or found[column.name].ref is None:
                found[column.name] = column
        for column in declared_by(frame, state, owner, COLUMNS):
            found[column.name] = column
        for name in _texts(frame, state, meta, "exclude") if meta is not None else ():
            found.pop(name, None)
    shown = (column for column in found.values() if column.symbol is not None)
    return tuple(column for column in shown if column.given.get("visible") != FALSE)


def _texts(frame: Frame, state: State, meta: ClassSymbol, name: str) -> tuple[str, ...]:
    value = option(frame, state, meta, name)
    return texts_of(state, value) if value is not None else ()


def _implied(frame: Frame, state: State, meta: ClassSymbol, owner: ClassSymbol) -> Iterator[Declared]:
    """One column for each name in `Meta.fields`, else for each field of the model."""
    model = model_of(frame, state, meta)
    if model is None:
        return
    stop = first_stated(frame.world, meta, "fields", "model")
    linked = _linked(frame, state, meta)
    fields = option(frame, state, meta, "fields")
    if fields is not None and fields != NONE:
        places = places_of(frame.world, meta, "fields", "get_fields")
        names = [(name, places.get(name, stop)) for name in texts_of(state, fields)]
    else:
        names = [(field.name, stop) for field in model.fields if field.kind in ("plain", "forward", "one_to_one")]
    for name, place in names:
        given: dict[str, Value] = {"accessor": Const(name)}
        if name in linked:
            given["linkify"] = TRUE
        named = replace(place, text=f"{owner.node.name}.{name}")
        yield Declared(name, named, _class_for(frame, model, name), None, given)


def _linked(frame: Frame, state: State, meta: ClassSymbol) -> frozenset[str]:
    value = option(frame, state, meta, "linkify")
    box = state.held(value)
    if isinstance(box, Box) and box.kind == "dict":
        return frozenset(str(name) for name, held in box.entries.items() if held == TRUE)
    return frozenset(texts_of(state, value)) if value is not None else frozenset()


def _class_for(frame: Frame, model: Model, name: str) -> ClassSymbol | None:
    """The class of the column that a field of the model gets: only many-to-many relations have one of their own."""
    field = model.by_name.get(name)
    dotted = MANY if field is not None and field.kind == "many_to_many" else COLUMN
    found = frame.world.names.follow(frame.world.names.dotted(dotted))
    return found if isinstance(found, ClassSymbol) else None


def accessor(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`A("owner__name")` is the text itself."""
    return args.args[0] if args.args else Unknown("accessor")


CONSTRUCT, INITIALISE = keeps(POSITIONAL)
CLASSES: tuple[tuple[str, ClassModel], ...] = ((COLUMN, CONSTRUCT),)
MODELS: tuple[tuple[str, CallModel], ...] = (
    *((f"{name}.__init__", INITIALISE) for name in POSITIONAL),
    (ACCESSOR, accessor),
)
