"""docs/frameworks.md: what findings about loops in frameworks say, and the frameworks that the conventions know."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions import PARTS
from orm_lint.conventions.parts import Part

HEAD = """\
# Loops that nobody wrote

A list view, a serializer with `many=True` and the admin's change list read every row, and no `for` says so. A finding
about such a loop says for what the framework reads, and where the rows can be loaded with more:

    shop/api.py:14:24: ORM101 AdSerializer.owner (shop/serializers.py:9) reads ad.owner for every Ad; add \
.select_related("owner__city") to AdViewSet.queryset at shop/api.py:13

## Where it stands

- A view: at the value of `serializer_class` (or `template_name`), else at `get_serializer_class`, `queryset`,
  `get_queryset` or `model`, else at the name of the class. What counts is the class nearest to the view that states
  any of them.
- The admin: at the entry of `list_display`, else at the list.

That line is where `# noqa: ORM101` silences it.

## What is one finding

- One for each place and relation that is not loaded. Longer paths are named in the repair (`owner__city`), and so is
  what a nested serializer reads from rows of a set (`photos__author`).
- A view that states a queryset or a serializer of its own has a finding of its own: it needs a repair of its own.
- A view that inherits both is part of the finding at its base, which counts them: `(5 classes inherit this)`.

## What the repair names

- The attribute or method that the rows come from: `AdViewSet.queryset`, `AdViewSet.get_queryset`.
- An admin class without `get_queryset()`: `list_select_related`, where joins are enough.

`orm-lint check --statistics` says of how many views, admin classes and serializers the rows are known.

## Frameworks

A framework is recognised by what a class derives from or a name is imported from, never by names of files, classes or
variables; bases and mixins of the project, `super()` and methods that compute what a class could state are followed.\
"""


def frameworks_page() -> str:
    """The page, in CommonMark."""
    return "\n".join((HEAD, *(line for part in PARTS for line in _section(part)))) + "\n"


def _section(part: Part) -> Iterator[str]:
    yield f"\n### {part.name}\n"
    yield f"{part.summary}\n"
    yield from (f"- {one}" for one in part.recognised)
