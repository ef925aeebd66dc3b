"""Django REST framework: views, serializers, pagination, filter backends, input."""

from __future__ import annotations

from orm_lint.conventions.common.seen import views_seen
from orm_lint.conventions.drf import fields, generics, pagination, saved, serializers, validation, views
from orm_lint.conventions.drf.seen import serializers_seen
from orm_lint.conventions.parts import Part
from orm_lint.conventions.views.class_based import REST_VIEW
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="Django REST framework",
    summary="A serializer reads each of its fields from every row that a view shows.",
    recognised=(
        "views and viewsets: all methods that answer requests, `get_queryset()`, filter backends, pagination",
        "serializers: declared fields, those that `Meta` implies, `source`, `depth`, serializers as fields, methods",
        "input: what `is_valid()` looks up and `save()` writes, for each item of a list",
    ),
    hooks=Hooks(
        entry_points=(views.started,),
        models=(
            *fields.MODELS,
            *generics.MODELS,
            *pagination.MODELS,
            *saved.MODELS,
            *serializers.MODELS,
            *validation.MODELS,
        ),
        classes=(*pagination.CLASSES, *serializers.CLASSES, *validation.CLASSES),
        packages=views.PACKAGES,
        transparent=("rest_framework.",),
        anchors=((REST_VIEW, views.anchor),),
        seen=(views_seen(views.OF_ROWS), serializers_seen),
    ),
)
