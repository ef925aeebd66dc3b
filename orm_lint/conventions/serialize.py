"""`serializers.serialize(format, rows)` and `model_to_dict(row)`: what they ask for beside the columns of a row.

Measured on Django 4.2 to 6.1: `tests/fixtures/storefront/pages`, and section 1a of the truth table.
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.members import texts_of
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.managers import queryset_of
from orm_lint.interpreter.objects import Box, Row
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, TRUE, Plain, Ref, RelatedManager, Value, options
from orm_lint.ir import nodes as ir
from orm_lint.project.models.graph import Field, Model

NATURAL = "natural_key"
ASKS_FOR_OWN_KEY = (6, 0)
KEYS = ("forward", "one_to_one")


def model_to_dict(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`model_to_dict(row, fields, exclude)` lists the rows of each many-to-many set."""
    row = _argument(args, 0, "instance")
    wanted, left_out = _argument(args, 1, "fields"), _argument(args, 2, "exclude")
    for ref, field in _fields(frame, state, row, wanted, "many_to_many"):
        if left_out == NONE or (_is_list(state, left_out) and field.name not in texts_of(state, left_out)):
            source_of(frame, state, queryset_of(frame, state, RelatedManager(ref.id, field.name), node), node)
    return frame.make(state, ("dict", node.at), Box("dict", frame.exec, Plain(frame.exec), Plain(frame.exec)))


def serialize(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`serializers.serialize(format, rows, **options)` asks for the keys of each many-to-many set of each row."""
    wanted = args.keyword("fields") or NONE
    by_name = args.keyword("use_natural_foreign_keys") == TRUE
    own_key = args.keyword("use_natural_primary_keys") == TRUE and frame.world.django >= ASKS_FOR_OWN_KEY

    def one(inner: State, row: Value) -> None:
        for ref, field in _fields(frame, inner, row, wanted, *KEYS) if by_name else ():
            if _names_itself(frame, field):
                _name(frame, inner, attributes.read(frame, inner, ref, field.name, node), node)
        for ref, field in _fields(frame, inner, row, wanted, "many_to_many"):
            if _is_joined_by_django(frame, field):
                _keys(frame, inner, ref, field, by_name and _names_itself(frame, field), node)
        if own_key:
            _name(frame, inner, row, node)

    each(frame, state, source_of(frame, state, _argument(args, 1, "queryset"), node), node, one)
    return Plain(frame.exec)


def _argument(args: Given, place: int, name: str) -> Value:
    return args.args[place] if place < len(args.args) else args.keyword(name) or NONE


def _is_list(state: State, value: Value) -> bool:
    """Whether all of a list of names is known."""
    box = state.held(value)
    return isinstance(box, Box) and box.element is None


def _fields(frame: Frame, state: State, row: Value, wanted: Value, *kinds: str) -> Iterator[tuple[Ref, Field]]:
    """The fields of these kinds that are asked for; none of a list that is not known."""
    found = state.held(row)
    model = frame.world.accessors.model(found.model) if isinstance(found, Row) else None
    names = None if wanted == NONE else texts_of(state, wanted)
    for field in model.fields if model is not None else ():
        if field.kind in kinds and (names is None or field.name in names) and type(row) is Ref:
            yield row, field


def _is_joined_by_django(frame: Frame, field: Field) -> bool:
    through = field.relation.through if field.relation is not None else None
    return through is not None and frame.world.graph.get(through) is None


def _names_itself(frame: Frame, field: Field) -> bool:
    """Whether the rows that a relation leads to have a natural key."""
    target = field.relation.target if field.relation is not None else None
    model: Model | None = frame.world.accessors.model(target) if target else None
    return model is not None and frame.world.names.class_member(model.symbol, NATURAL) is not None


def _keys(frame: Frame, state: State, ref: Ref, field: Field, by_name: bool, node: ir.Call) -> None:
    source = source_of(frame, state, queryset_of(frame, state, RelatedManager(ref.id, field.name), node), node)
    if by_name:
        each(frame, state, source, node, lambda inner, related: _name(frame, inner, related, node))


def _name(frame: Frame, state: State, value: Value, node: ir.Call) -> None:
    """Asks a row for its natural key."""
    for option in options(value):
        if type(option) is Ref:
            attributes.call_member(frame, state, option, NATURAL, node)


MODELS: tuple[tuple[str, CallModel], ...] = (
    ("django.core.serializers.serialize", serialize),
    ("django.forms.models.model_to_dict", model_to_dict),
)
PART = Part(
    name="Django serializers",
    summary="A serializer writes each set of every row that it is given.",
    recognised=(
        "`serializers.serialize(format, rows)`, with and without natural keys",
        "`model_to_dict(row)`",
    ),
    hooks=Hooks(models=MODELS),
)
