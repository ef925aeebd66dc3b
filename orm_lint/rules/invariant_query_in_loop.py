"""The same query in each iteration of a loop.

## What it does
Reports a queryset that is evaluated in a loop and does not depend on it: the database is asked the same question, and
gives the same answer, in each iteration.

## Why is this bad?
One query before the loop would do.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Word(models.Model):
    text = models.CharField(max_length=80)
    banned = models.BooleanField(default=False)


def clean_titles():
    titles = []
    for ad in Ad.objects.all():
        banned = set(Word.objects.filter(banned=True).values_list("text", flat=True))
        if ad.title not in banned:
            titles.append(ad.title)
    return titles
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Word(models.Model):
    text = models.CharField(max_length=80)
    banned = models.BooleanField(default=False)


def clean_titles():
    banned = set(Word.objects.filter(banned=True).values_list("text", flat=True))
    return [ad.title for ad in Ad.objects.all() if ad.title not in banned]
```

## What it leaves alone
- A queryset that is made before the loop and evaluated in it: it keeps its rows.
- Queries that depend on the row or on anything that the loop changes.
- Loops that poll, and loops that write to the same table.

## Options
Off until selected: in the audits half of its findings depended on the loop after all. That was repaired, and has not
been audited since.

## Fix safety
There is no automatic fix: code in the loop may change what the database answers.

## References
- [QuerySets are lazy](https://docs.djangoproject.com/en/stable/topics/db/queries/#querysets-are-lazy)
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
    return f"{subject(query)} runs the same query {iterations(query)}; move it before the loop"


RULE = Rule("ORM108", "invariant-query-in-loop", "the same query in each iteration of a loop", False, check)
