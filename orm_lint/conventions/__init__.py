"""What frameworks do with a project's classes: who calls what without a visible call. One module a framework part."""

from __future__ import annotations

from orm_lint.conventions import (
    admin,
    admin_form,
    drf_generics,
    drf_serializers,
    drf_views,
    feeds,
    graphene,
    resources,
    saved_forms,
    search_documents,
    search_indexes,
    serialize,
    serpy,
    signals,
    sitemaps,
    tables,
    tasks,
    views,
)
from orm_lint.interpreter.hooks import Hooks

HOOKS = Hooks(
    entry_points=(
        views.started,
        drf_views.started,
        admin.started,
        admin_form.started,
        feeds.started,
        resources.started,
        graphene.started,
        search_documents.started,
        search_indexes.started,
        signals.started,
        sitemaps.started,
        tasks.started,
    ),
    models=(
        *admin.MODELS,
        *admin_form.MODELS,
        *drf_generics.MODELS,
        *drf_serializers.MODELS,
        *feeds.MODELS,
        *resources.MODELS,
        *saved_forms.MODELS,
        *search_documents.MODELS,
        *search_indexes.MODELS,
        *serialize.MODELS,
        *serpy.MODELS,
        *graphene.MODELS,
        *signals.MODELS,
        *sitemaps.MODELS,
        *tables.MODELS,
    ),
    classes=(
        *admin_form.CLASSES,
        *drf_generics.CLASSES,
        *drf_serializers.CLASSES,
        *resources.CLASSES,
        *saved_forms.CLASSES,
        *search_documents.CLASSES,
        *search_indexes.CLASSES,
        *serpy.CLASSES,
        *tables.CLASSES,
    ),
    packages=(
        *views.PACKAGES,
        *drf_views.PACKAGES,
        *tables.PACKAGES,
    ),
    anchors=(
        drf_views.anchor,
        tables.anchor,
        views.anchor,
        admin.anchor,
    ),
    words=resources.WORDS,
    aside=(tasks.is_aside,),
)
"""All conventions, for every run."""
