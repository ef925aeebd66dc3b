"""On whose behalf feeds, sitemaps and the packages run that show or write rows; see `behalf`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

from tests.conventions.stated import Behalf, Reader, declared, made, member, states


def _asked(name: str) -> Reader:
    """A member that is asked for each item, its name in a variable; else where the items come from."""

    def read(project: str, names: dict[str, Any]) -> Behalf:
        return Behalf(member(project, type(names["self"]), names[name], "items"))

    return read


def _feed(project: str, names: dict[str, Any]) -> Behalf:
    """What a feed asks for each item without a variable that says so."""
    feed = type(names["self"])
    asked = [name for name in ("get_context_data", "item_extra_kwargs") if states(project, feed, name)]
    return Behalf([spot for name in asked or ["items"] for spot in member(project, feed, name)])


def _languages(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), "get_languages_for_item", "items"))


def _cell(project: str, names: dict[str, Any]) -> Behalf:
    """Where a table is made that shows a row: in the view that answers, or by what the view names."""
    row = names["self"]
    request = getattr(row.table, "request", None) or row.table.context["request"]
    view = request.resolver_match.func
    if hasattr(view, "view_class"):
        return Behalf(member(project, view.view_class, "table_class", "get_table_class"))
    return Behalf(made(project, view, type(row.table)))


def _admin_export(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), "resource_classes"))


def _indexed(project: str, names: dict[str, Any]) -> Behalf:
    """A field of an index that is prepared: its method and its declaration; what prepares the whole row."""
    index = type(names["self"])
    asked = [f"prepare_{names['field_name']}"] if "field_name" in names else []
    asked = [name for name in (*asked, "prepare") if states(project, index, name)]
    own = declared(project, index, names["field_name"]) if "field_name" in names else []
    return Behalf(own + [spot for name in asked for spot in member(project, index, name)])


def _document(project: str, names: dict[str, Any]) -> Behalf:
    """What a document asks for each row: which of its fields is at work, no variable says."""
    document = type(names["self"])
    fields = [field for field, _, _ in names["self"]._prepared_fields]
    asked = ["should_index_object", "prepare", *(f"prepare_{name}" for name in fields)]
    spots = [spot for name in asked if states(project, document, name) for spot in member(project, document, name)]
    return Behalf(spots + [spot for name in fields for spot in declared(project, document, name)])


def _choices(project: str, names: dict[str, Any]) -> Behalf:
    """Which filter set offers choices: the one of the view that answers."""
    requests = (frame.f_locals.get("request") for frame in _frames())
    matches = (match for one in requests if (match := getattr(one, "resolver_match", None)) is not None)
    view = next((getattr(match.func, "view_class", None) for match in matches), None)
    filters = getattr(view, "filterset_class", None)
    return Behalf(
        [spot for name in filters.base_filters for spot in declared(project, filters, name)] if filters else []
    )


def _frames() -> Iterator[FrameType]:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back


PACKAGES: dict[tuple[str, str], Reader] = {
    ("django.contrib.syndication.views", "Feed._get_dynamic_attr"): _asked("attname"),
    ("django.contrib.syndication.views", "Feed.get_feed"): _feed,
    ("django.forms.models", "ModelChoiceIterator.__iter__"): _choices,
    ("haystack.indexes", "SearchIndex.prepare"): _indexed,
    ("haystack.indexes", "SearchIndex.full_prepare"): _indexed,
    ("django_elasticsearch_dsl.documents", "DocType._get_actions"): _document,
    ("import_export.admin", "ExportMixin.export_action"): _admin_export,
    ("django_tables2.rows", "BoundRow.get_cell"): _cell,
    ("django_tables2.rows", "BoundRow.attrs"): _cell,
    ("django.contrib.sitemaps", "Sitemap._get"): _asked("name"),
    ("django.contrib.sitemaps", "Sitemap._items"): _languages,
}
