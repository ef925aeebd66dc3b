"""Django's admin: change lists, change forms, autocomplete and actions of the registered classes."""

from __future__ import annotations

from orm_lint.conventions.admin import change_form, choices, fields, inlines, pages
from orm_lint.conventions.admin.anchor import anchor
from orm_lint.conventions.admin.registry import PLAIN
from orm_lint.conventions.admin.seen import seen
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="Django admin",
    summary="The change list reads each entry of `list_display` from every row; forms show every row to choose from.",
    recognised=(
        "`@admin.register(…)` and `site.register(…)`, also without an admin class",
        "`list_display`, `list_filter`, `list_editable`, `list_select_related`, `search_fields`, and their methods",
        "`get_queryset()`, actions, autocomplete",
        "change forms: `fieldsets`, `readonly_fields`, relations to choose from, inlines",
    ),
    hooks=Hooks(
        entry_points=(pages.started,),
        models=(*pages.MODELS, *change_form.MODELS, *choices.MODELS, *fields.MODELS, *inlines.MODELS),
        anchors=((PLAIN, anchor),),
        seen=(seen,),
    ),
)
