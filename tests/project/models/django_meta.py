"""Run as a script under a project's settings: prints what Django's `_meta` says of every model, as JSON.

Usage: DJANGO_SETTINGS_MODULE=… python django_meta.py. `described` gives the same shape for our graph (see shape.py).
"""

from __future__ import annotations

import json
import sys
from typing import Any


def dotted(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def importable(cls: type) -> bool:
    found: Any = sys.modules.get(cls.__module__)
    for part in cls.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is cls


def kind_of(field: Any) -> str:
    name = type(field).__name__
    if field.many_to_many:
        return "many_to_many"
    if field.one_to_one:
        return "one_to_one"
    if field.one_to_many:
        return "generic_relation"
    if field.many_to_one and field.related_model is None:
        return "generic_key"
    if field.many_to_one:
        return "forward" if field.column else "foreign_object"
    assert not field.is_relation, name
    return "plain"


def describe_field(field: Any) -> dict[str, Any]:
    kind = kind_of(field)
    if kind == "generic_key":
        return {"kind": kind, "content_type": field.ct_field, "object_id": field.fk_field}
    described: dict[str, Any] = {"kind": kind}
    described["type"] = dotted(type(field))
    if kind not in ("many_to_many", "generic_relation"):
        described |= {
            "attname": field.attname,
            "column": field.column,
            "null": field.null,
            "unique": field.unique,
            "primary_key": field.primary_key,
            "db_index": field.db_index,
        }
    if field.is_relation:
        remote = field.remote_field
        hidden = remote.is_hidden() if callable(getattr(remote, "is_hidden", None)) else remote.hidden
        described |= {
            "target": field.related_model._meta.label,
            "accessor": None if hidden or kind == "generic_relation" else remote.get_accessor_name(),
            "query_name": None if hidden or field.related_query_name().endswith("+") else field.related_query_name(),
            "parent_link": bool(getattr(remote, "parent_link", False)),
        }
        if kind == "many_to_many":
            described["through"] = remote.through._meta.label
            described["symmetrical"] = (
                bool(getattr(remote, "symmetrical", False)) and field.related_model is field.model
            )
    return described


def accessor_of(end: Any) -> str | None:
    """The attribute that leads back; Django names one for a GenericRelation but never sets it."""
    return None if kind_of(end.field) == "generic_relation" else end.get_accessor_name()


def describe_manager(manager: Any) -> dict[str, str]:
    # What from_queryset() makes is no class of the source; it alone sets `_queryset_class` itself.
    known = next(cls for cls in type(manager).__mro__ if "_queryset_class" not in vars(cls))
    queryset = next(cls for cls in manager._queryset_class.__mro__ if importable(cls))
    return {"type": dotted(known), "queryset": dotted(queryset)}


def describe_index(index: Any) -> dict[str, Any]:
    return {
        "type": dotted(type(index)),
        "fields": list(getattr(index, "fields", ())),
        "name": index.name,
        "partial": getattr(index, "condition", None) is not None and type(index).__name__ != "CheckConstraint",
    }


def describe(model: Any) -> dict[str, Any]:
    meta = model._meta
    if meta.swapped:  # Django leaves its relations unfinished
        return {"swapped": True}
    fields = (*meta.fields, *meta.many_to_many, *meta.private_fields)
    reverse = [field for field in meta.get_fields(include_parents=False) if field.auto_created and not field.concrete]
    base = meta.base_manager
    return {
        "db_table": meta.db_table,
        "proxy": meta.proxy,
        "managed": meta.managed,
        "swapped": False,
        "fields": {field.name: describe_field(field) for field in fields},
        "reverse": sorted(
            [accessor_of(field) or "", field.name, field.related_model._meta.label, field.field.name]
            for field in reverse
            if not field.name.endswith("+")
        ),
        "ordering": [entry if isinstance(entry, str) else "expression" for entry in meta.ordering],
        "unique_together": sorted(list(group) for group in meta.unique_together),
        "indexes": [describe_index(index) for index in meta.indexes],
        "constraints": [describe_index(constraint) for constraint in meta.constraints],
        "managers": {manager.name: describe_manager(manager) for manager in meta.managers},
        "default_manager": meta.default_manager.name,
        "base_manager": None if base.name == "_base_manager" else base.name,
    }


def main() -> None:
    import django
    from django.apps import apps

    django.setup()
    described = {model._meta.label: describe(model) for model in apps.get_models(include_swapped=True)}
    json.dump({"django": django.get_version(), "models": described}, sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
