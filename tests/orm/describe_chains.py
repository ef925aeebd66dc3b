"""Runs chains of queryset calls under Django and describes the rows: the counterpart of `shown` in test_chains.py."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from typing import Any

import django_side

DEEP = 5


def main() -> None:
    django_side.set_up()
    cases = json.load(sys.stdin)
    json.dump([outcome(case) for case in cases], sys.stdout)


def outcome(chain: dict[str, Any]) -> dict[str, Any]:
    with django_side.undone():
        try:
            rows = list(built(chain))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            return {"error": type(error).__name__}
        return described_rows(rows)


def built(chain: dict[str, Any]) -> Any:
    from django.apps import apps

    queryset = apps.get_model(chain["model"])._default_manager.all()
    for name, args, keywords in chain["calls"]:
        queryset = called(queryset, name, args, keywords)
    return queryset


def called(queryset: Any, name: str, args: list[Any], keywords: dict[str, Any]) -> Any:
    from django.db import models

    if name == "slice":
        return queryset[args[0] : args[1]]
    if name in ("|", "&"):
        other = built(args[0])
        return queryset | other if name == "|" else queryset & other
    if name in ("union", "intersection", "difference"):
        return getattr(queryset, name)(*map(built, args))
    if name == "fetch_mode":
        return queryset.fetch_mode(getattr(models, args[0]))
    if name in ("annotate", "alias"):
        return getattr(queryset, name)(**{key: models.Value(value) for key, value in keywords.items()})
    return getattr(queryset, name)(*map(argument, args), **keywords)


def argument(value: Any) -> Any:
    from django.db.models import Prefetch

    if not isinstance(value, dict):
        return value
    queryset = built(value["queryset"]) if value["queryset"] else None
    return Prefetch(value["lookup"], queryset=queryset, to_attr=value["to_attr"])


def described_rows(rows: list[Any]) -> dict[str, Any]:
    from django.db.models import Model

    if not rows:
        return {"rows": 0}
    if isinstance(rows[0], Model):
        return {"rows": len(rows), "shape": "model", "load": described(rows, (), 0)}
    return {"rows": len(rows), "shape": shape(rows[0]), "fields": sorted(rows[0]) if isinstance(rows[0], dict) else []}


def shape(row: Any) -> str:
    if isinstance(row, dict):
        return "dict"
    if isinstance(row, tuple):
        return "named" if hasattr(row, "_fields") else "tuple"
    return "date" if hasattr(row, "year") else "flat"


def described(rows: Collection[Any], above: Collection[Any], depth: int) -> Any:
    """The label, the missing columns and the relations of all rows at one place, a list where they differ.

    A relation is "known" if it leads back to the very rows `above`, from which these rows were reached.
    """
    if depth >= DEEP:
        return "deep"
    found: dict[str, list[Any]] = {}
    for row in rows:
        for name, values in related(row):
            found.setdefault(name, []).extend(values)
    own = {json.dumps(alone(row), sort_keys=True) for row in rows}
    back = {id(row) for row in above}
    below = {
        name: "known" if {id(value) for value in values} <= back else described(values, rows, depth + 1)
        for name, values in found.items()
        if values
    }
    entries = [{**json.loads(entry), "relations": below} for entry in sorted(own)]
    return entries[0] if len(entries) == 1 else entries


def related(row: Any) -> Iterator[tuple[str, Any]]:
    """The rows that a row holds, by attribute; those of a to_attr are marked."""
    for name, value in row._state.fields_cache.items():
        yield name, [value] if value is not None else []
    yield from getattr(row, "_prefetched_objects_cache", {}).items()
    for name, value in vars(row).items():
        if isinstance(value, list):
            yield f"{name}=", value
        elif hasattr(value, "_state"):
            yield f"{name}=", [value]


def alone(row: Any) -> dict[str, Any]:
    fields = {field.attname for field in row._meta.concrete_fields}
    mode = getattr(row._state, "fetch_mode", None)
    return {
        "model": row._meta.label,
        "deferred": sorted(row.get_deferred_fields()),
        "annotations": sorted(
            name
            for name, value in vars(row).items()
            if name not in fields and name[0] != "_" and not isinstance(value, list) and not hasattr(value, "_state")
        ),
        "fetch": type(mode).__name__.removeprefix("Fetch").lower() if mode is not None else "one",
    }


if __name__ == "__main__":
    main()
