"""Which conditions leave at most one row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from orm_lint.project.models.graph import Field, Index, Model, Reverse


class Models(Protocol):
    """What is asked of Accessors here."""

    def model(self, label: str) -> Model | None:
        """The model of a label."""

    def reverses(self, model: Model) -> Iterator[Reverse]:
        """The relations of other models that rows of this model answer to."""


def unique_names(models: Models, model: Model) -> frozenset[str]:
    """The lookups that leave at most one row, with and without `__exact`."""
    names = {"pk", *_own(models, model), *_reverse(models, model)}
    return frozenset(names | {f"{name}__exact" for name in names})


def pins_group(model: Model, lookups: frozenset[str]) -> bool:
    """True if conditions on these lookups cover fields that are unique together."""
    plain = {model.by_attname[name].name if name in model.by_attname else name for name in lookups}
    groups = [*model.unique_together, *(index.fields for index in model.indexes if _is_total(index))]
    return any(group and plain.issuperset(group) for group in groups)


def _own(models: Models, model: Model) -> Iterator[str]:
    for field in model.fields:
        if field.unique and field.kind != "generic_relation":
            yield field.name
            yield field.attname
            yield from (f"{field.name}__{key}" for key in _keys(models, field))


def _keys(models: Models, field: Field) -> Iterator[str]:
    """The names by which a lookup may say which row a unique key points at."""
    if field.relation is not None:
        yield "pk"
        target = models.model(field.relation.target) if field.relation.target else None
        yield from (one.name for one in target.fields if one.unique and one.relation is None) if target else ()


def _reverse(models: Models, model: Model) -> Iterator[str]:
    """A row of a one-to-one relation belongs to one row only."""
    for back in models.reverses(model):
        if back.kind == "one_to_one" and back.query_name:
            yield back.query_name
            yield f"{back.query_name}__pk"
            other = models.model(back.model)
            if other is not None and other.primary_key is not None:
                yield f"{back.query_name}__{other.primary_key.name}"


def _is_total(index: Index) -> bool:
    """True for a unique constraint that holds for all rows."""
    return index.kind == "unique" and not index.is_partial and index.is_known
