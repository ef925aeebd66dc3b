"""Run as a script: prints the relations of the generated project's models, and how many related rows they have.

For every relation the size of the set of the first and of the last row, in the small and in the large database.
"""

from __future__ import annotations

import json
from typing import Any

from tests.generated.measure import Bench


def kind_of(field: Any) -> str | None:
    if field.related_model is None or (getattr(field, "parent_link", False) and field.concrete):
        return None
    if type(field).__name__ == "GenericRelation":
        return "generic"
    if field.many_to_many:
        return "many"
    if field.one_to_many:
        return "sets"
    if field.auto_created:
        return "one"
    return "forward" if field.is_relation else None


def relations(model: Any) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"forward": {}, "one": {}, "sets": {}, "many": {}, "generic": {}}
    for field in model._meta.get_fields():
        kind = kind_of(field)
        name = field.get_accessor_name() if field.auto_created and not field.concrete else field.name
        if kind and not name.endswith("+"):
            found[kind][name] = field.related_model.__name__
    return found


def main() -> None:
    bench = Bench().open()
    from django.apps import apps
    from django.db import connection

    shown = {}
    for model in apps.get_app_config("app").get_models():
        found = relations(model)
        shown[model.__name__] = found | {"sizes": {}}
        for name in (*found["sets"], *found["many"], *found["generic"]):
            sizes = []
            for raw in bench.connections.values():
                connection.connection = raw
                ends = [model.objects.order_by("pk").first(), model.objects.order_by("pk").last()]
                sizes.append([getattr(row, name).count() if row else 0 for row in ends])
            shown[model.__name__]["sizes"][name] = sizes
    print(json.dumps(shown))


if __name__ == "__main__":
    main()
