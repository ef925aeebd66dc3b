"""The rows of a queryset are fetched one by one, by their index.

## What it does
Reports `queryset[i]` in a loop on a queryset that has not been evaluated, as in `for i in range(queryset.count())`.

## Why is this bad?
Each index is a query with an offset: the loop runs one for each row, and the database skips all rows before it.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


def titles():
    ads = Ad.objects.order_by("title")
    return [ads[position].title for position in range(ads.count())]
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


def titles():
    return [ad.title for ad in Ad.objects.order_by("title")]
```
`enumerate()` gives the position where it is needed.

## What it leaves alone
- Indexes of a list, and of a queryset that was evaluated before: by `len()`, `list()`, `bool()` or a loop.
- Slices, which fetch several rows at once.

## Options
None.

## Fix safety
There is no automatic fix.

## References
- [Limiting QuerySets](https://docs.djangoproject.com/en/stable/topics/db/queries/#limiting-querysets)
- [Caching and QuerySets](https://docs.djangoproject.com/en/stable/topics/db/queries/#caching-and-querysets)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import iterations, subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and model."""
    return queries(project, RULE, _message)


def _message(case: Case[Query]) -> str:
    query = case.fact
    return (
        f"{subject(query)} runs one query {iterations(query)}; "
        "loop over the queryset itself, or index a list(…) of it that is made before the loop"
    )


RULE = Rule("ORM109", "indexed-queryset-in-loop", "rows fetched one by one, by their index", True, check)
