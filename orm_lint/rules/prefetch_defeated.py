"""A prefetched relation is queried again for each row.

## What it does
Reports a query for each row over a relation that was prefetched, because it asks for something that the prefetched
rows do not answer: `filter()`, `exclude()`, `order_by()`, `get()`, `values()`, `values_list()`, `only()`, `annotate()`,
`aggregate()`, `first()` without an ordering, `last()`, `latest()`, `iterator()` and the like, even without arguments.

## Why is this bad?
The prefetch is paid for and not used: it costs a query and the memory for its rows, and each row still costs a query
of its own.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Photo(models.Model):
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="photos")
    public = models.BooleanField(default=True)


def galleries():
    ads = Ad.objects.prefetch_related("photos")
    return [list(ad.photos.filter(public=True)) for ad in ads]
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Photo(models.Model):
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="photos")
    public = models.BooleanField(default=True)


def galleries():
    public = models.Prefetch("photos", queryset=Photo.objects.filter(public=True), to_attr="public_photos")
    return [ad.public_photos for ad in Ad.objects.prefetch_related(public)]
```
Where all related rows are needed as well, `[photo for photo in ad.photos.all() if photo.public]` asks nothing.

## What it leaves alone
- What a prefetch answers: `all()`, `count()`, `exists()`, `contains()`, `len()`, `in`, indexes and slices, `first()` of
  an ordered relation.
- Relations that were not prefetched: those are ORM102.
- Writes through the manager: `add()`, `remove()`, `create()`, `update()`, `delete()`.

## Options
None.

## Fix safety
There is no automatic fix: what the database compares may differ from what Python does (case, collation, null).

## References
- [prefetch_related](https://docs.djangoproject.com/en/stable/ref/models/querysets/#prefetch-related): "any subsequent
  chained methods which imply a different database query will ignore previously cached results"
- [Prefetch](https://docs.djangoproject.com/en/stable/ref/models/querysets/#prefetch-objects)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import model_name
from orm_lint.rules.base.repairs import rows_of
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and relation."""
    return queries(project, RULE, _message)


def _message(case: Case[Query]) -> str:
    query = case.fact
    owner = model_name(case.project, query.owner or query.model)
    past = f'goes past the prefetched "{query.accessor}" and runs one query per {owner}'
    return f"{subject(query)} {past}; {_repair(case)}"


def _repair(case: Case[Query]) -> str:
    query = case.fact
    if query.method in ("iterator", "aiterator") and not query.narrowed:
        return f"iterate over .{query.accessor}.all(), which the prefetch answers"
    prefetch = f'Prefetch("{query.path or query.accessor}", queryset=…, to_attr="…")'
    return f"use {prefetch} in {rows_of(case)}, or pick from .{query.accessor}.all() in Python"


RULE = Rule("ORM103", "prefetch-defeated", "a prefetched relation that is queried again for each row", True, check)
