"""django-import-export: resources, their fields, exports from the admin."""

from __future__ import annotations

from orm_lint.conventions.parts import Part
from orm_lint.conventions.resources import export, fields
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="django-import-export",
    summary="An export writes each field of a resource for every row.",
    recognised=(
        "fields that a resource declares or `Meta` implies: `attribute`, widgets, `dehydrate_…()`",
        "`resource.export()` and exports from the admin; imports are not followed",
    ),
    hooks=Hooks(
        entry_points=(export.started,),
        models=(*export.MODELS, *fields.MODELS),
        classes=fields.CLASSES,
        words=export.WORDS,
    ),
)
