"""django-tables2: tables, their columns, the views that show them."""

from __future__ import annotations

from orm_lint.conventions.parts import Part
from orm_lint.conventions.tables import columns, table
from orm_lint.interpreter.hooks import Hooks

PART = Part(
    name="django-tables2",
    summary="A table shows each of its columns for every row of its data.",
    recognised=(
        "columns that a table declares or `Meta` implies: `accessor`, `render_…()`, `linkify`, sets of rows",
        "`SingleTableView`, `SingleTableMixin`, `RequestConfig(request).configure(table)`",
    ),
    hooks=Hooks(
        models=(*columns.MODELS, *table.MODELS),
        classes=(*columns.CLASSES, *table.CLASSES),
        packages=table.PACKAGES,
        anchors=((table.TABLE_VIEW, table.anchor),),
    ),
)
