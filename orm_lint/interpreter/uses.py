"""What is done with a row that was fetched on its own: perhaps nothing but its key was wanted."""

from __future__ import annotations

from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.objects import Row
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Ref, Union, Value, options
from orm_lint.orm.accessors import Accessor

OUTER_LAZY = -10
"""The `lazy` of a row that a caller fetched on its own: this, less the number of the row."""


def note_use(frame: Frame, state: State, value: Value, name: str = "*") -> None:
    """Notes what is done with a row that was fetched on its own: nothing but its key may be wanted."""
    if type(value) is not Ref and type(value) is not Union:
        return
    for option in options(value):
        found = state.heap.get(option.id) if type(option) is Ref else None
        if type(found) is Row and found.lazy is not None and found.lazy <= OUTER_LAZY and not found.path:
            frame.outer_uses.add((OUTER_LAZY - found.lazy, name))
        if type(found) is Row and found.lazy is not None and found.lazy >= 0:
            event = frame.events[found.lazy] if found.lazy < len(frame.events) else None
            if event is None or event.relation != found.path:
                continue
            accessor = frame.world.accessors.find(event.model, event.name)
            is_key = accessor is not None and _is_key(frame, accessor, name)
            frame.uses.setdefault(found.lazy, set()).add("key" if is_key else "other")


def _is_key(frame: Frame, accessor: Accessor, name: str) -> bool:
    """Whether an attribute of the related row is what the key column holds."""
    model = frame.world.accessors.model(accessor.target) if accessor.target else None
    primary = model.primary_key if model is not None else None
    return accessor.key is not None and name in (
        accessor.key,
        "pk" if primary and primary.attname == accessor.key else "",
    )
