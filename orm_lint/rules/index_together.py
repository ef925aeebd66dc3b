"""Indexes in an option that Django removed.

## What it does
Reports `index_together` in the `Meta` of a model, at the name of the option.

## Why is this bad?
Django 4.2 deprecated the option and Django 5.1 removed it: there the class cannot be made, the import of its module
raises TypeError. Its indexes cannot be named, ordered, partial or covering.

## Example
```python
class Ad(models.Model):
    city = models.CharField(max_length=80)
    created = models.DateTimeField()

    class Meta:
        index_together = [["city", "created"]]
```

## Use instead
```python
class Ad(models.Model):
    city = models.CharField(max_length=80)
    created = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["city", "created"], name="ad_city_created")]
```

## What it leaves alone
- An empty option.
- An option that comes from a `Meta` of another package.
- Migrations: those that are applied keep the option.

## Options
`django-version` says which Django the project runs, where no lock file or requirement does: the message depends on it.

## Fix safety
There is no automatic fix. `makemigrations` turns the change into `RenameIndex`, which keeps the index, if the columns
and their order stay as they are.

## References
- [index_together](https://docs.djangoproject.com/en/4.2/ref/models/options/#index-together)
- [RenameIndex](https://docs.djangoproject.com/en/stable/ref/migration-operations/#renameindex)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Finding
from orm_lint.project.declarations import confidence_in, is_ours, span_of
from orm_lint.rules.base import EachSubject, Rule

if TYPE_CHECKING:
    from orm_lint.project.models.graph import Model
    from orm_lint.project.project import Project

OPTION = "index_together"
REMOVED_IN = (5, 1)


def check(project: Project) -> Iterable[Finding]:
    """One finding for each option that lists columns; heirs of a Meta point at the same place."""
    models = ((model, context.django) for context in project.contexts for model in context.graph.models)
    return EachSubject(models, lambda found: _judge(project, *found), lambda found: found[0].place.path)


def _judge(project: Project, model: Model, django: tuple[int, int]) -> Iterator[Finding]:
    place = model.meta_places.get(OPTION)
    if not model.index_together or place is None or not is_ours(place):
        return
    yield Finding(
        RULE.code,
        RULE.name,
        f"{_what_happens(django)}; {_instead(model)}",
        span_of(project, place),
        confidence_in(model, "project"),
        model=model.label,
    )


def _what_happens(django: tuple[int, int]) -> str:
    if django >= REMOVED_IN:
        return "`index_together` was removed in Django 5.1: importing this class raises TypeError"
    return "`index_together` is deprecated since Django 4.2 and removed in 5.1, where this class cannot be imported"


def _instead(model: Model) -> str:
    """What to write in its place; an index of one column that has its own would be one too many."""
    needed = [group for group in model.index_together if not _is_indexed(model, group)]
    if not needed:
        return "remove it, its columns have indexes of their own"
    groups = (", ".join(f'"{name}"' for name in group) for group in needed)
    return f"write `indexes = [{', '.join(f'models.Index(fields=[{group}])' for group in groups)}]`"


def _is_indexed(model: Model, group: tuple[str, ...]) -> bool:
    field = model.by_name.get(group[0])
    return len(group) == 1 and field is not None and (field.db_index or field.unique)


RULE = Rule("ORM505", "index-together", "an option that Django 5.1 removed; use Meta.indexes", True, check)
