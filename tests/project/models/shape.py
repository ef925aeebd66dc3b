"""Our graph in the shape that django_meta.py prints, and the differences between the two."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from orm_lint.project.models.graph import Field, Index, Model, ModelGraph

PLAIN_QUERYSET = "django.db.models.query.QuerySet"


def described(graph: ModelGraph, installed: Collection[str]) -> dict[str, dict[str, Any]]:
    """The models with these labels as django_meta.py would describe them; what is not installed has no far ends."""
    found = {label: graph.get(label) for label in installed}
    return {label: _model(graph, model, installed) for label, model in found.items() if model is not None}


def differences(ours: Mapping[str, Any], djangos: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """One line for each place where the two disagree; what only we know (models not installed) does not count."""
    for key, expected in djangos.items():
        where = f"{path}{key}"
        if key not in ours:
            yield f"{where}: missing, Django has {expected!r}"
        elif isinstance(expected, dict):
            yield from differences(ours[key], expected, f"{where} > ")
            if path:
                yield from (f"{where} > {extra}: Django has none" for extra in ours[key] if extra not in expected)
        elif not _same(ours[key], expected):
            yield f"{where}: {ours[key]!r}, Django has {expected!r}"


def _same(ours: Any, djangos: Any) -> bool:
    """Equal, but for the names that Django makes up for indexes without one."""
    match ours, djangos:
        case list(), list():
            return len(ours) == len(djangos) and all(map(_same, ours, djangos))
        case {"name": None, **rest}, {"name": _, **expected}:
            return rest == expected
    return bool(ours == djangos)


def _model(graph: ModelGraph, model: Model, installed: Collection[str]) -> dict[str, Any]:
    if model.swapped_by is not None:
        return {"swapped": True}
    return {
        "db_table": model.db_table,
        "proxy": model.is_proxy,
        "managed": model.is_managed,
        "swapped": False,
        "fields": {field.name: _field(field) for field in model.fields},
        "reverse": sorted(
            [end.accessor or "", end.query_name, end.model, end.field]
            for end in graph.related(_concrete(graph, model))
            if end.model in installed and (end.accessor or (end.kind == "generic_relation" and end.query_name))
        ),
        "ordering": ["expression" if "(" in entry else entry for entry in model.ordering],
        "unique_together": sorted(list(group) for group in model.unique_together),
        "indexes": [_index(index) for index in model.indexes if index.kind == "index"],
        "constraints": [_index(index) for index in model.indexes if index.kind != "index"],
        "managers": {
            manager.name: {"type": manager.type, "queryset": manager.queryset or PLAIN_QUERYSET}
            for manager in model.managers
        },
        "default_manager": model.default_manager,
        "base_manager": model.base_manager,
    }


def _concrete(graph: ModelGraph, model: Model) -> Model:
    while model.is_proxy and model.parents:
        parent = graph.get(model.parents[0])
        assert parent is not None
        model = parent
    return model


def _field(field: Field) -> dict[str, Any]:
    if field.kind == "generic_key":
        return {"kind": field.kind, "content_type": field.content_type_field, "object_id": field.object_id_field}
    shown: dict[str, Any] = {"kind": field.kind, "type": field.type}
    if field.kind not in ("many_to_many", "generic_relation"):
        shown |= {
            "attname": field.attname,
            "column": field.column,
            "null": field.null,
            "unique": field.unique,
            "primary_key": field.primary_key,
            "db_index": field.db_index,
        }
    if field.relation is not None:
        relation = field.relation
        shown |= {
            "target": relation.target,
            "accessor": relation.accessor,
            "query_name": relation.query_name if relation.accessor or field.kind == "generic_relation" else None,
            "parent_link": relation.is_parent_link,
        }
        if field.kind == "many_to_many":
            shown |= {"through": relation.through, "symmetrical": relation.is_symmetrical}
    return shown


def _index(index: Index) -> dict[str, Any]:
    return {"type": index.type, "fields": list(index.fields), "name": index.name, "partial": index.is_partial}
