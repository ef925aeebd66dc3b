"""What frameworks do with a project's classes: who calls what without a visible call. Each states its `PART`."""

from __future__ import annotations

from orm_lint.conventions import admin, drf, filters, forms, resources, serialize, serpy, signals, tables, tasks, views
from orm_lint.conventions.graphql import graphene, strawberry
from orm_lint.conventions.parts import Part, joined
from orm_lint.conventions.search import documents, indexes
from orm_lint.conventions.views import feeds, sitemaps

PARTS: tuple[Part, ...] = (
    views.PART,
    drf.PART,
    admin.PART,
    forms.PART,
    signals.PART,
    serialize.PART,
    feeds.PART,
    sitemaps.PART,
    tasks.PART,
    filters.PART,
    tables.PART,
    graphene.PART,
    strawberry.PART,
    resources.PART,
    documents.PART,
    indexes.PART,
    serpy.PART,
)
HOOKS = joined(PARTS)
"""All conventions, for every run."""
