"""On whose behalf views, serializers and GraphQL queries run; see `behalf`."""

from __future__ import annotations

import re
from typing import Any

from tests.conventions.stated import Behalf, Reader, Spot, entry, is_of, member, nested_entry, states, written

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
REST_VIEW = ("serializer_class", "get_serializer_class", "queryset", "get_queryset")
VIEW = ("template_name", "queryset", "get_queryset", "model")


def _rest_view(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), *REST_VIEW))


def _view(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), *VIEW))


def _serializer(project: str, names: dict[str, Any]) -> Behalf:
    serializer, field = type(names["self"]), names.get("field")
    if field is None or not is_of(project, serializer):
        return Behalf([])
    name = field.field_name
    return Behalf([], f"{serializer.__name__}.{name}", _field(project, serializer, name))


def _field(project: str, serializer: type, name: str) -> list[Spot]:
    if any(name in vars(owner) or name in vars(owner).get("_declared_fields", {}) for owner in serializer.__mro__):
        return member(project, serializer, name)
    return entry(project, getattr(serializer, "Meta", serializer), "fields", name)


def _graphql(project: str, names: dict[str, Any]) -> Behalf:
    """The resolver of a field that is being answered, else its declaration, else where the type lists it."""
    name = HUMP.sub("_", names["field_nodes"][0].name.value).lower()
    definition = names["parent_type"].extensions.get("strawberry-definition")
    if definition is not None:
        spots = written(project, definition.origin, name)
        return Behalf(spots, f"{definition.origin.__name__}.{name}", spots)
    cls = getattr(names["parent_type"], "graphene_type", None)
    if cls is None:
        return Behalf([])
    if states(project, cls, name) or states(project, cls, f"resolve_{name}"):
        spots = member(project, cls, f"resolve_{name}", name)
    else:
        spots = nested_entry(project, cls, "Meta", "fields", name)
    return Behalf(spots, f"{cls.__name__}.{name}", spots)


VIEWS: dict[tuple[str, str], Reader] = {
    ("graphql.execution.execute", "ExecutionContext.execute_field"): _graphql,
    ("rest_framework.views", "APIView.dispatch"): _rest_view,
    ("rest_framework.serializers", "Serializer.to_representation"): _serializer,
    ("django.views.generic.base", "View.dispatch"): _view,
}
