"""From built classes to the finished, immutable graph: columns, nullability, Meta options and indexes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from orm_lint.ir import nodes as ir
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Field, Index, Model, Place
from orm_lint.project.models.inherit import Built, LocalField, is_primary_key
from orm_lint.project.models.items import are_calls, items
from orm_lint.project.models.managers import base_manager, default_manager, managers
from orm_lint.project.models.registry import Registry
from orm_lint.project.models.relations import relation_of
from orm_lint.project.models.targets import written
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol

INDEX_KINDS = {
    "django.db.models.indexes.Index": "index",
    "django.db.models.constraints.UniqueConstraint": "unique",
    "django.db.models.constraints.CheckConstraint": "check",
    "django.contrib.postgres.constraints.ExclusionConstraint": "exclusion",
}
META_OPTIONS = (
    "abstract", "proxy", "managed", "app_label", "db_table", "ordering", "unique_together", "index_together",
    "indexes", "constraints", "default_related_name", "default_manager_name", "base_manager_name",
    "order_with_respect_to", "swappable",
)  # fmt: skip
COLUMNLESS = frozenset({"many_to_many", "generic_key", "generic_relation", "foreign_object"})


class Finisher(Struct, frozen=True):
    """Finishes the models of one context."""

    names: Names
    registry: Registry
    _fields: dict[tuple[str, int], tuple[Field, ...]] = field(default_factory=dict)

    def model(self, built: Built, swapped_by: str | None) -> Model:
        """The finished model of a class."""
        meta, registry = built.meta, self.registry
        symbol = built.symbol
        evaluate = registry.evaluate
        app_label = registry.app_label(built)
        stated_table = evaluate(table) if (table := built.concrete.meta.get("db_table")) else None
        table_name = f"{registry.app_label(built.concrete)}_{built.concrete.name.lower()}"
        places = {option: place for option in META_OPTIONS if (place := meta.place(option))}
        return Model(
            label=registry.label(built),
            app_label=app_label,
            name=built.name,
            symbol=symbol,
            place=Place(symbol.module, symbol.node.at),
            is_abstract=built.is_abstract,
            is_proxy=built.is_proxy,
            is_managed=not ((managed := meta.get("managed")) and evaluate(managed) is False),
            swapped_by=swapped_by,
            db_table=stated_table if isinstance(stated_table, str) else table_name,
            fields=self.fields(built),
            parents=tuple(registry.label(parent) for parent, _ in built.parents.values()),
            ordering=tuple(self._ordering(built)),
            unique_together=self._together(built, "unique_together"),
            index_together=self._together(built, "index_together"),
            indexes=(*self._indexes(built, "indexes"), *self._indexes(built, "constraints")),
            managers=managers(built),
            default_manager=default_manager(built, evaluate),
            base_manager=base_manager(built, evaluate),
            meta_places=places,
            is_complete=built.is_complete,
            knows_indexes=all(are_calls(self.names, meta.get(option)) for option in ("indexes", "constraints")),
        )

    def fields(self, built: Built) -> tuple[Field, ...]:
        """All fields: local ones, then those of concrete parents."""
        if built.symbol.key not in self._fields:
            self._fields[built.symbol.key] = tuple(self._each_field(built))
        return self._fields[built.symbol.key]

    def _each_field(self, built: Built) -> Iterator[Field]:
        seen: set[str] = set()
        for found in built.fields.values():
            seen.add(found.name)
            yield self._field(built, found)
        for parent, _ in built.parents.values():
            for inherited in self.fields(parent):
                if inherited.name not in seen and inherited.kind not in ("generic_key", "generic_relation"):
                    seen.add(inherited.name)
                    yield inherited if inherited.is_inherited else replace(inherited, is_inherited=True)

    def _field(self, owner: Built, found: LocalField) -> Field:
        arguments = found.declared.arguments if found.declared else {}
        in_column = found.kind not in COLUMNLESS
        joins = found.kind in ("forward", "one_to_one")
        attname = f"{found.name}_id" if joins else found.name
        column = self._value(arguments.get("db_column"))
        primary = is_primary_key(found)
        indexed = arguments.get("db_index")
        return Field(
            name=found.name,
            kind=found.kind,
            type=found.declared.symbol.dotted if found.declared else found.type,
            attname=attname,
            column=(column if isinstance(column, str) else attname) if in_column else None,
            null=self._value(arguments.get("null")) is True or found.kind == "generic_relation",
            unique=primary or found.kind == "one_to_one" or self._value(arguments.get("unique")) is True,
            primary_key=primary,
            db_index=joins if indexed is None else self._value(indexed) is True,
            relation=relation_of(self.names, self.registry, owner, found),
            place=found.place,
            arguments=_written_places(found),
            is_inherited=found.is_inherited,
            is_auto_created=found.declared is None,
            content_type_field=self._generic(found, "ct_field", "content_type"),
            object_id_field=self._generic(found, "fk_field", "object_id"),
        )

    def _generic(self, found: LocalField, argument: str, default: str) -> str | None:
        if found.kind != "generic_key" or found.declared is None:
            return None
        value = self._value(found.declared.arguments.get(argument))
        return value if isinstance(value, str) else default

    def _value(self, argument: Argument | None) -> object:
        return None if argument is None else self.registry.evaluate(argument)

    def _ordering(self, built: Built) -> Iterator[str]:
        if built.meta.get("order_with_respect_to"):
            yield "_order"
            return
        stated = built.meta.get("ordering")
        if stated is None:
            nearest = built.ancestry[0] if built.ancestry else None
            if nearest is not None and not nearest.is_abstract:
                yield from self._ordering(nearest)
            return
        for item in items(self.names, stated):
            value = self._value(item)
            yield value if isinstance(value, str) else written(item.expr)

    def _together(self, built: Built, option: str) -> tuple[tuple[str, ...], ...]:
        groups: list[tuple[str, ...]] = []
        single: list[str] = []
        for item in items(self.names, built.meta.get(option)):
            value = self._value(item)
            if isinstance(value, str):
                single.append(value)
            else:
                inner = tuple(self._value(part) for part in items(self.names, item))
                groups.append(tuple(part for part in inner if isinstance(part, str)))
        return (tuple(single), *groups) if single else tuple(groups)

    def _indexes(self, built: Built, option: str) -> Iterator[Index]:
        for item in items(self.names, built.meta.get(option)):
            if isinstance(item.expr, ir.Call):
                yield self._index(built, item, item.expr)

    def _index(self, built: Built, item: Argument, call: ir.Call) -> Index:
        symbol = self.names.follow(self.names.resolve(item.module, call.func, item.scope))
        ancestry = self.names.mro(symbol) if isinstance(symbol, ClassSymbol) else ()
        kind = next((INDEX_KINDS[found.dotted] for found in ancestry if found.dotted in INDEX_KINDS), "other")
        given = {k.name: Argument(k.value, item.module, item.scope) for k in call.keywords if k.name}
        fields = tuple(self._value(part) for part in items(self.names, given.get("fields")))
        name = self._value(given.get("name"))
        return Index(
            kind=kind,  # type: ignore[arg-type]
            type=symbol.dotted if isinstance(symbol, ClassSymbol) else written(call.func),
            fields=tuple(part for part in fields if isinstance(part, str)),
            name=self.registry.filled(built, name) if isinstance(name, str) else None,
            is_partial="condition" in given and kind != "check",
            place=Place(item.module, call.at),
            arguments=frozenset(k.name or "*" for k in call.keywords) | (frozenset("*") if call.args else frozenset()),
            is_known=bool(fields) and all(isinstance(part, str) for part in fields),
        )


def _written_places(found: LocalField) -> dict[str, Place]:
    if found.declared is None:
        return {}
    return {name: Place(said.module, said.expr.at) for name, said in found.declared.written.items()}
