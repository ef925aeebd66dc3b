"""Django's forms: choices that are rows, fields that come from a model, rows that are saved."""

from __future__ import annotations

from orm_lint.conventions.forms import choices, model_forms, saved
from orm_lint.conventions.parts import Part
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="Django forms",
    summary="A field with rows to choose from shows the text of each of them, each time that it is shown.",
    hooks=Hooks(
        models=(*choices.MODELS, *model_forms.MODELS, *saved.MODELS),
        classes=(*choices.CLASSES, *saved.CLASSES),
    ),
)
