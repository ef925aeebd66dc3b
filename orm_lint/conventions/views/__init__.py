"""Django's views: the classes of `django.views.generic`, the URLconf that names them, what a response asks for."""

from __future__ import annotations

from orm_lint.conventions.common.seen import views_seen
from orm_lint.conventions.parts import Part
from orm_lint.conventions.views import class_based, responses
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="Django views",
    summary="A list view shows every row of its queryset; what a template reads from them is not followed yet.",
    recognised=(
        "all classes of `django.views.generic`, and functions that the URLconf names",
        "what the URLconf hands to a view: `AdList.as_view(queryset=…)`",
        "responses that iterate what they are given",
    ),
    hooks=Hooks(
        entry_points=(class_based.started,),
        classes=responses.CLASSES,
        packages=class_based.PACKAGES,
        anchors=((class_based.VIEW, class_based.anchor),),
        seen=(views_seen(class_based.OF_ROWS),),
    ),
)
