"""The attributes of the rows of every model of a graph: by the name on the row, and by the name in a join."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.orm.accessor import SETS, SINGLES, Accessor, AccessorKind, ManagerKind, column_of
from orm_lint.orm.unique import pins_group, unique_names
from orm_lint.project.models.graph import Field, Model, ModelGraph, Reverse

__all__ = ["SETS", "SINGLES", "Accessor", "AccessorKind", "Accessors", "ManagerKind"]

_FORWARD: dict[str, AccessorKind] = {
    "plain": "column",
    "forward": "forward",
    "one_to_one": "forward",
    "foreign_object": "forward",
    "many_to_many": "many_to_many",
    "generic_key": "generic_key",
    "generic_relation": "generic_set",
}
_REVERSE: dict[str, AccessorKind] = {
    "forward": "reverse_many",
    "foreign_object": "reverse_many",
    "one_to_one": "reverse_one",
    "many_to_many": "many_to_many",
}


class Accessors:
    """The accessors of all models of one graph. Everything is worked out once for each (label, name)."""

    def __init__(self, graph: ModelGraph) -> None:
        self.graph = graph
        self._abstract = {model.label.lower(): model for model in reversed(graph.models) if model.is_abstract}
        self._found: dict[tuple[str, str], Accessor | None] = {}
        self._joined: dict[tuple[str, str], Accessor | None] = {}
        self._unique: dict[str, frozenset[str]] = {}
        self._columns: dict[str, dict[str, Field]] = {}

    def model(self, label: str) -> Model | None:
        """The model of a label, an abstract one if there is no other."""
        return self.graph.get(label) or self._abstract.get(label.lower())

    def find(self, label: str, name: str) -> Accessor | None:
        """What the attribute of a row of this model is; None if it is none that Django made."""
        key = (label, name)
        if key not in self._found:
            self._found[key] = self._find(label, name)
        return self._found[key]

    def find_joined(self, label: str, name: str) -> Accessor | None:
        """What select_related() calls by this name: a field, or a reverse relation to one row by its query name."""
        key = (label, name)
        if key not in self._joined:
            self._joined[key] = self._find_joined(label, name)
        return self._joined[key]

    def has_field(self, label: str, name: str) -> bool:
        """True if `_meta.get_field()` knows this name: fields, attnames, and reverse relations by their query name."""
        model = self.model(label)
        if model is None:
            return False
        if name in model.by_name or name in model.by_attname:
            return True
        return any(back.query_name == name for back in self._listed_reverses(model))

    def columns(self, label: str) -> dict[str, Field]:
        """The concrete fields by attname, inherited ones included."""
        known = self._columns.get(label)
        if known is None:
            model = self.model(label)
            known = {} if model is None else {f.attname: f for f in model.fields if f.column is not None}
            self._columns[label] = known
        return known

    def unique_lookups(self, label: str) -> frozenset[str]:
        """The lookups that leave at most one row when they are given a value."""
        known = self._unique.get(label)
        if known is None:
            model = self.model(label)
            known = frozenset() if model is None else unique_names(self, model)
            self._unique[label] = known
        return known

    def key(self, field: Field) -> str | None:
        """The attribute of the target that the column of a forward key equals."""
        relation = field.relation
        model = self.model(relation.target) if relation and relation.target else None
        if relation is None or model is None:
            return None
        pointed = model.by_name.get(relation.to_field) if relation.to_field else model.primary_key
        return pointed.attname if pointed else None

    def pins(self, label: str, lookups: frozenset[str]) -> bool:
        """True if conditions on these lookups leave at most one row."""
        model = self.model(label)
        return bool(lookups & self.unique_lookups(label)) or (model is not None and pins_group(model, lookups))

    def concrete(self, label: str) -> str:
        """The label of the model that has the table: a proxy's concrete model."""
        model = self.model(label)
        while model is not None and model.is_proxy and model.parents:
            label = model.parents[0]
            model = self.model(label)
        return label

    def lineage(self, model: Model) -> Iterator[Model]:
        """The model, and those whose relations its rows have too: parents in other tables, a proxy's model."""
        seen = set()
        waiting = [model]
        while waiting:
            one = waiting.pop(0)
            if one.label not in seen:
                seen.add(one.label)
                yield one
                waiting += [parent for label in one.parents if (parent := self.model(label)) is not None]

    def _find(self, label: str, name: str) -> Accessor | None:
        model = self.model(label)
        if model is None:
            return None
        if field := model.by_name.get(name):
            return self._forward(model, field)
        if field := model.primary_key if name == "pk" else model.by_attname.get(name):
            return column_of(model, field, name)
        for back in self.reverses(model):
            if back.accessor == name:
                return self._reverse(model, back)
        return None

    def _find_joined(self, label: str, name: str) -> Accessor | None:
        model = self.model(label)
        if model is None:
            return None
        if field := model.by_name.get(name):
            return self._forward(model, field)
        for back in self._listed_reverses(model):
            if back.query_name == name and back.accessor and self._is_unique(back):
                return self._reverse(model, back)
        return None

    def _is_unique(self, back: Reverse) -> bool:
        field = self._declaring(back)
        return back.kind != "many_to_many" and field is not None and field.unique

    def _declaring(self, back: Reverse) -> Field | None:
        other = self.model(back.model)
        return other.by_name.get(back.field) if other else None

    def _listed_reverses(self, model: Model) -> Iterator[Reverse]:
        """Those that `_meta` lists: of a parent's relations not the ones to its children."""
        for one in self.lineage(model):
            for back in self.graph.related(one):
                field = self._declaring(back)
                if one is model or not (field and field.relation and field.relation.is_parent_link):
                    yield back

    def reverses(self, model: Model) -> Iterator[Reverse]:
        """The relations of other models that rows of this model answer to."""
        for one in self.lineage(model):
            yield from self.graph.related(one)

    def _forward(self, model: Model, field: Field) -> Accessor:
        kind = _FORWARD[field.kind]
        if kind == "column":
            return column_of(model, field, field.name)
        relation = field.relation
        target = self._known(relation.target) if relation else None
        is_one = field.kind == "one_to_one"
        return Accessor(
            name=field.name,
            kind=kind,
            model=model.label,
            target=target,
            field=field,
            null=field.null or kind == "generic_key",
            unique=is_one or (kind == "forward" and field.unique),
            back=relation.accessor if relation and is_one else None,
            column=field.attname if kind == "forward" and field.column else None,
            key=self.key(field) if kind == "forward" and field.column else None,
            is_parent_link=bool(relation and relation.is_parent_link),
            manager="default" if kind in SETS else "base",
        )

    def _reverse(self, model: Model, back: Reverse) -> Accessor:
        kind = _REVERSE[back.kind]
        field = self._declaring(back)
        return Accessor(
            name=back.accessor or "",
            kind=kind,
            model=model.label,
            target=self._known(back.model),
            field=field,
            null=kind == "reverse_one",
            unique=kind == "reverse_one",
            back=None if kind == "many_to_many" else back.field,
            column=None,
            key=None,
            is_parent_link=bool(field and field.relation and field.relation.is_parent_link),
            manager="default" if kind in SETS else "base",
        )

    def _known(self, label: str | None) -> str | None:
        model = self.model(label) if label else None
        return model.label if model else None
