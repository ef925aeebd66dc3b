"""The finished model graph: immutable, and equal to what Django's `_meta` says of the same code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from orm_lint.project.modules import Module
from orm_lint.project.symbols import ClassSymbol

FieldKind = Literal[
    "plain", "forward", "one_to_one", "many_to_many", "foreign_object", "generic_key", "generic_relation"
]


class Place(Struct, frozen=True):
    """Where something is declared: a packed place in a module."""

    module: Module
    at: int

    @property
    def path(self) -> str:
        return self.module.path

    @property
    def line(self) -> int:
        return self.module.line_of(self.at)


class Relation(Struct, frozen=True):
    """The far end of a relation field.

    `target` is the label of the related model, None if it could not be resolved; `cause` then says why. `accessor` is
    the attribute on the target that leads back (None if hidden), `query_name` what lookups call it. `through` is the
    label of the joining model of a many-to-many relation.
    """

    target: str | None
    written: str
    cause: str | None = None
    accessor: str | None = None
    query_name: str | None = None
    to_field: str | None = None
    through: str | None = None
    is_symmetrical: bool = False
    is_parent_link: bool = False


class Field(Struct, frozen=True):
    """A field of a model, own or inherited. `type` is the dotted name of its class where that is defined.

    `place` is the declaration, which stands in another class if the field is inherited. `arguments` tells which keyword
    arguments were written there, for rules that judge the declaration itself.
    """

    name: str
    kind: FieldKind
    type: str
    attname: str
    column: str | None
    null: bool
    unique: bool
    primary_key: bool
    db_index: bool
    relation: Relation | None
    place: Place
    arguments: Mapping[str, Place]
    is_inherited: bool = False
    is_auto_created: bool = False
    content_type_field: str | None = None
    object_id_field: str | None = None


class Manager(Struct, frozen=True):
    """A manager of a model; `queryset` is the dotted queryset class it was made from, where that is known."""

    name: str
    type: str
    queryset: str | None
    place: Place | None


class Index(Struct, frozen=True):
    """An index or a constraint of Meta. `fields` may carry a leading `-`; empty where it is built on expressions.

    `arguments` holds the names of the arguments that were written, `*` for positional ones. `is_known` says that no
    field is missing from `fields`.
    """

    kind: Literal["index", "unique", "check", "exclusion", "other"]
    type: str
    fields: tuple[str, ...]
    name: str | None
    is_partial: bool
    place: Place
    arguments: frozenset[str] = frozenset()
    is_known: bool = True


class Reverse(Struct, frozen=True):
    """A relation of another model that points here."""

    accessor: str | None
    query_name: str | None
    model: str
    field: str
    kind: FieldKind


class Model(Struct, frozen=True, dict=True):
    """A model class, abstract ones included. `label` is `app_label.ObjectName`, as Django writes it.

    `knows_indexes` says that no entry of Meta.indexes and Meta.constraints is missing from `indexes`.
    """

    label: str
    app_label: str
    name: str
    symbol: ClassSymbol
    place: Place
    is_abstract: bool
    is_proxy: bool
    is_managed: bool
    swapped_by: str | None
    db_table: str
    fields: tuple[Field, ...]
    parents: tuple[str, ...]
    ordering: tuple[str, ...]
    unique_together: tuple[tuple[str, ...], ...]
    index_together: tuple[tuple[str, ...], ...]
    indexes: tuple[Index, ...]
    managers: tuple[Manager, ...]
    default_manager: str | None
    base_manager: str | None
    meta_places: Mapping[str, Place]
    is_complete: bool
    knows_indexes: bool = True

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @cached_property
    def by_attname(self) -> dict[str, Field]:
        return {field.attname: field for field in self.fields}

    @property
    def primary_key(self) -> Field | None:
        return next((field for field in self.fields if field.primary_key), None)


class ModelGraph(Struct, frozen=True, dict=True):
    """All models of one context. Labels are looked up without regard to case, as Django does."""

    models: tuple[Model, ...]
    reverse: Mapping[str, tuple[Reverse, ...]]

    @cached_property
    def by_label(self) -> dict[str, Model]:
        return {model.label.lower(): model for model in reversed(self.models) if not model.is_abstract}

    @cached_property
    def by_symbol(self) -> dict[tuple[str, int], Model]:
        return {model.symbol.key: model for model in self.models}

    def get(self, label: str) -> Model | None:
        """The concrete model of a label."""
        return self.by_label.get(label.lower())

    def related(self, model: Model) -> tuple[Reverse, ...]:
        """The relations of other models that point at this model itself (not at its parents)."""
        return self.reverse.get(model.label.lower(), ())

    def relations(self) -> Iterable[tuple[Model, Field]]:
        """Every relation field of every concrete model of the project, where it is declared or inherited."""
        for model in self.models:
            for field in model.fields:
                if field.relation is not None and not model.is_abstract:
                    yield model, field
