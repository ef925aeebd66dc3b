"""One attribute that Django puts on rows.

Facts: sections 1a, 1b, 2 and 5 of the truth table.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from orm_lint.project.models.graph import Field, Model

AccessorKind: TypeAlias = Literal[
    "column", "forward", "reverse_one", "reverse_many", "many_to_many", "generic_key", "generic_set"
]
ManagerKind: TypeAlias = Literal["default", "base"]

SETS: frozenset[AccessorKind] = frozenset({"reverse_many", "many_to_many", "generic_set"})
"""The accessors that give a manager."""

SINGLES: frozenset[AccessorKind] = frozenset({"forward", "reverse_one", "generic_key"})
"""The accessors that give a row, or None."""


class Accessor(Struct, frozen=True):
    """An attribute of the rows of `model`.

    `target` is the label of the related rows, None for columns, generic keys and relations that lead to a model we do
    not know. `field` declares the relation, on this model or on the other one. `back` is the attribute of the related
    rows that Django fills with this row. `column` is the attname of a forward key and `key` the attribute of the
    target whose value it holds. `manager` tells which manager of the target Django asks.
    """

    name: str
    kind: AccessorKind
    model: str
    target: str | None
    field: Field | None
    null: bool
    unique: bool
    back: str | None
    column: str | None
    key: str | None
    is_parent_link: bool
    manager: ManagerKind

    @property
    def is_set(self) -> bool:
        """True if the attribute is a manager of many rows."""
        return self.kind in SETS

    @property
    def is_single(self) -> bool:
        """True if the attribute is one related row."""
        return self.kind in SINGLES


def column_of(model: Model, field: Field, name: str) -> Accessor:
    """The accessor of a plain attribute: a column, or the key of a relation."""
    return Accessor(
        name=name,
        kind="column",
        model=model.label,
        target=None,
        field=field,
        null=field.null,
        unique=field.unique,
        back=None,
        column=field.attname,
        key=None,
        is_parent_link=False,
        manager="base",
    )
