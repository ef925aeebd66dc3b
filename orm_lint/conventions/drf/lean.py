"""How much of a serializer it takes to show a row: no more than its code asks for, so that one run does for many.

https://www.django-rest-framework.org/api-guide/serializers/#including-extra-context
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from orm_lint.conventions.common.members import ALL, mentioned
from orm_lint.conventions.drf.bound import FIELDS, KEPT, NARROWED, WAY
from orm_lint.conventions.drf.declared import nested_below, place_name
from orm_lint.conventions.drf.fields import Field
from orm_lint.interpreter.calls import Apart, run_apart
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Const, Ref, Value
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol

MOST_NESTED = 2
WAYS_OUT = frozenset({"parent", "root", "context", "_context"})
NEEDED = frozenset({FIELDS, NARROWED, WAY})
INPUT = frozenset(
    "__init__ to_internal_value validate run_validation is_valid save create update get_unique_together_validators "
    "get_unique_together_constraints get_validators get_extra_kwargs build_field raise_errors_on_nested_writes".split()
)
"""The methods of a serializer that nobody calls to show a row."""


def show_lean(frame: Frame, state: State, ref: Ref, row: Ref, act: Apart, node: ir.Node) -> None:
    """Shows one row by a serializer of which no more is there than its code asks for."""
    held = state.heap[ref.id]
    if not isinstance(held, Instance):
        return
    asked = _asked_for(frame, held.symbol)
    attrs = {
        name: value for name, value in held.attrs.items() if asked is None or name in asked or name.startswith(KEPT)
    }
    lean = frame.make(state, ("lean", ref.id), replace(held, attrs=attrs))
    behalf = held.symbol if frame.behalf is not None and frame.behalf.key == held.symbol.key else None
    run_apart(frame, state, ("fields shown",), behalf, (lean, row), node, act)
    after = state.heap[lean.id]
    if isinstance(after, Instance):
        fresh = {name: value for name, value in after.attrs.items() if attrs.get(name) is not value}
        state.heap[ref.id] = replace(held, attrs={**held.attrs, **fresh})


def _asked_for(frame: Frame, symbol: ClassSymbol) -> frozenset[str] | None:
    """The attributes of a serializer that showing a row may read; None for all."""
    names = mentioned(frame.world, symbol, INPUT)
    if ALL in names:
        return None
    return frozenset({*names, *NEEDED, *(WAYS_OUT if _asks_around(frame, symbol) else ())})


def _asks_around(frame: Frame, symbol: ClassSymbol) -> bool:
    """Whether the code of a serializer, or of one inside of it, may ask for what is around it."""
    below = nested_below(frame, symbol)
    if below is None:
        return True
    return any(not mentioned(frame.world, one, INPUT).isdisjoint({*WAYS_OUT, ALL}) for one in below.classes)


def around(frame: Frame, parent: Ref, symbol: ClassSymbol, outer: Mapping[str, Value]) -> dict[str, Value]:
    """What a nested serializer knows of those around it, as far as its code asks: else one run does for all of them."""
    names = mentioned(frame.world, symbol, INPUT)
    found: dict[str, Value] = {}
    if names & {"parent", "root", ALL}:
        found["parent"] = parent
    if _asks_around(frame, symbol):
        found["context"] = outer.get("context", NONE)
    return found


def way_into(frame: Frame, field: Field, symbol: ClassSymbol, outer: Mapping[str, Value]) -> Const | None:
    """The fields by which a nested serializer was come to, as far as they may follow once more below it.

    None if it is inside of itself too often.
    """
    known = outer.get(WAY)
    before = str(known.value).split() if isinstance(known, Const) else []
    own = place_name(field)
    if before.count(own) >= MOST_NESTED:
        return None
    below = nested_below(frame, symbol)
    return Const(" ".join(place for place in (*before, own) if below is None or place in below.places))
