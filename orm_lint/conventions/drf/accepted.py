"""Which fields of a serializer take input, and what they ask the database for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from orm_lint.conventions.drf.declared import class_in, constant, fields_of, texts
from orm_lint.conventions.drf.fields import Field, kind_of
from orm_lint.interpreter.calls import run_expression
from orm_lint.interpreter.events import Stop
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.managers import default_manager
from orm_lint.interpreter.objects import Box, Instance
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Const, ModelManager, Ref, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.orm.accessor import Accessor
from orm_lint.project.models.graph import Model
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Table

UNIQUE = "rest_framework.validators.UniqueValidator"
RELATIONS = frozenset({"key", "slug", "link"})


class Accepted(Struct, frozen=True):
    """A field that takes input, and the name that its value is kept under.

    `rows` is asked for the row with `key`, once for each key where there are `many`; `unique` is asked whether it has
    the value already. `nested` is the serializer that validates the input.
    """

    name: str
    stop: Stop
    source: str
    many: bool = False
    rows: Value | None = None
    key: str = "pk"
    unique: Value | None = None
    nested: Ref | None = None


def accepted_by(frame: Frame, state: State, symbol: ClassSymbol) -> Iterator[Accepted]:
    """The fields of a serializer class that take input."""
    meta = frame.world.names.class_member(symbol, "Meta")
    for field in fields_of(frame, symbol):
        found = _declared(frame, state, field) if field.origin is not None else None
        if field.origin is None and isinstance(meta, ClassSymbol):
            found = _implied(frame, meta, field)
        if found is not None:
            yield found


def _declared(frame: Frame, state: State, field: Field) -> Accepted | None:
    """A field that the project writes: its arguments say what it takes."""
    assert field.origin is not None
    module, expr = field.origin.module, field.origin.expr
    ref = run_expression(frame, state, module, expr, field.origin.owner, ir.Name(expr.at, field.name))
    held = state.held(ref)
    if not isinstance(held, Instance) or not isinstance(ref, Ref) or held.attrs.get("read_only") == TRUE:
        return None
    source = held.attrs.get("source")
    name = source.value if isinstance(source, Const) and isinstance(source.value, str) else field.name
    kind = kind_of(frame.world, held.symbol)
    is_many = held.attrs.get("many") == TRUE
    if kind == "nested":
        return Accepted(field.name, field.stop, name, nested=ref)
    rows = held.attrs.get("queryset", NONE) if kind in RELATIONS else NONE
    slug = held.attrs.get("slug_field")
    key = slug.value if kind == "slug" and isinstance(slug, Const) and isinstance(slug.value, str) else "pk"
    return Accepted(field.name, field.stop, name, is_many, rows if rows != NONE else None, key, _unique(state, held))


def _unique(state: State, held: Instance) -> Value | None:
    """The rows among which a `UniqueValidator` of the field looks."""
    given = held.attrs.get("validators", NONE)
    for option in options(given):
        box = state.held(option)
        for item in box.entries.values() if isinstance(box, Box) else ():
            found = state.held(item)
            if isinstance(found, Instance) and found.symbol.dotted == UNIQUE:
                return found.attrs.get("queryset")
    return None


def _implied(frame: Frame, meta: ClassSymbol, field: Field) -> Accepted | None:
    """A field that the model implies: a key is looked up by the default manager, a unique column is looked for."""
    label = class_in(frame, meta, "model")
    model = frame.world.model_of(label) if label is not None else None
    if model is None or field.depth or field.name in texts(constant(frame, meta, "read_only_fields")):
        return None
    extra = constant(frame, meta, "extra_kwargs")
    own = extra.get(field.name) if isinstance(extra, Table) else None
    if isinstance(own, Table) and own.get("read_only") is True:
        return None
    path = field.source[0] if field.source else field.name
    accessor = frame.world.accessors.find(model.label, path)
    if accessor is None or _is_read_only(frame, accessor):
        return None
    rows = default_manager(frame, accessor.target) if accessor.target is not None else None
    is_unique = accessor.field is not None and accessor.field.unique and accessor.kind in ("column", "forward")
    return Accepted(field.name, field.stop, path, accessor.is_set, rows, "pk", _all(model) if is_unique else None)


def _is_read_only(frame: Frame, accessor: Accessor) -> bool:
    """Keys that the database gives, and sets whose joining rows have columns of their own."""
    field = accessor.field
    if field is None:
        return True
    if accessor.kind == "column":
        return field.primary_key and field.is_auto_created
    through = field.relation.through if field.relation is not None else None
    return accessor.kind == "many_to_many" and through is not None and frame.world.graph.get(through) is not None


def _all(model: Model) -> Value:
    return ModelManager(model.label, model.default_manager)
