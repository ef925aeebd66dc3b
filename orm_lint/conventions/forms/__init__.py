"""Django's forms: choices that are rows, fields that come from a model, rows that are saved."""

from __future__ import annotations

from orm_lint.conventions.forms import choices, model_forms, saved
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="Django forms",
    summary="A form shows every row that one of its fields lets choose from, each time that it is shown.",
    recognised=(
        "`ModelChoiceField` and its like, in the admin and in filters",
        "the fields that a `ModelForm` takes from its model, and the row that `save()` gives",
    ),
    hooks=Hooks(
        models=(*choices.MODELS, *model_forms.MODELS, *saved.MODELS),
        classes=(*choices.CLASSES, *saved.CLASSES),
    ),
)
