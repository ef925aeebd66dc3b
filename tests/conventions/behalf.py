"""On whose behalf a framework runs: from a frame of its code to the lines of the project that it works for.

A convention whose loops run in a framework adds the functions of the framework that loop, with what their variables say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, NamedTuple

from tests.conventions.behalf_forms import FORMS
from tests.conventions.behalf_others import SPOTS
from tests.conventions.stated import Spot, calls, entry, is_of, member, nested_entry, states, written

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Behalf(NamedTuple):
    """The lines where a finding may stand, and what was shown ("AdSerializer.owner"), if that is known."""

    spots: list[Spot]
    cause: str | None = None
    cause_spots: list[Spot] = []


Reader = Callable[[str, dict[str, Any]], Behalf]

REST_VIEW = ("serializer_class", "get_serializer_class", "queryset", "get_queryset")
LISTS = ("list_display", "get_list_display", "list_editable")
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


def _admin_page(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), "list_display", "get_list_display"))


def _admin_filter(project: str, names: dict[str, Any]) -> Behalf:
    stated = names.get("list_filter")
    name = stated if isinstance(stated, str | None) else getattr(stated, "title", None) or stated[0]
    return Behalf(entry(project, type(names["self"].model_admin), "list_filter", name))


def _admin_look_up(project: str, names: dict[str, Any]) -> Behalf:
    admin = getattr(names["self"], "model_admin", None)
    return Behalf(member(project, type(admin), "search_fields")) if admin is not None else Behalf([])


def _admin_row(project: str, names: dict[str, Any]) -> Behalf:
    admin, name = type(names["cl"].model_admin), names.get("field_name")
    if admin.__module__ == "django.contrib.admin.options":  # registered without a class
        return Behalf(calls(project, names["cl"].model_admin.admin_site.name, "register"))
    if name is None or not is_of(project, admin):
        return Behalf([])
    spots = [spot for stated in LISTS for spot in entry(project, admin, stated, name)]
    return Behalf(spots, f"{admin.__name__}.{name}")


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


READERS: dict[tuple[str, str], Reader] = {
    ("graphql.execution.execute", "ExecutionContext.execute_field"): _graphql,
    ("rest_framework.views", "APIView.dispatch"): _rest_view,
    ("rest_framework.serializers", "Serializer.to_representation"): _serializer,
    ("django.views.generic.base", "View.dispatch"): _view,
    ("django.contrib.admin.options", "ModelAdmin.changelist_view"): _admin_page,
    ("django.contrib.admin.templatetags.admin_list", "items_for_result"): _admin_row,
    ("django.contrib.admin.views.main", "ChangeList.get_filters"): _admin_filter,
    ("django.contrib.admin.views.autocomplete", "AutocompleteJsonView.get"): _admin_look_up,
}
for _function, _spots in {**SPOTS, **FORMS}.items():
    READERS[_function] = lambda project, names, spots=_spots: Behalf(spots(project, names))  # type: ignore[misc]


def behalves(project: str) -> Iterator[Behalf]:
    """For each running frame of a framework that works for a class of the project, outermost first."""
    import sys

    frames: list[FrameType] = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    for known in reversed(frames):
        reader = READERS.get((known.f_globals.get("__name__", ""), known.f_code.co_qualname))
        if reader is not None:
            yield reader(project, known.f_locals)
