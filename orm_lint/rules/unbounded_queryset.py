"""All rows of a large table are loaded.

## What it does
Reports a queryset over a whole table that is evaluated: no filter, no slice, no pagination, no `iterator()`. Unless the
configuration tells how large the tables are, every model counts as large, and the finding is less sure; in management
commands, tasks and scripts it is less sure still.

## Why is this bad?
All rows are held in memory at once. What takes milliseconds with the rows of a developer takes the server down with
those of production.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


def titles():
    return [ad.title for ad in Ad.objects.all()]
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


def titles(page):
    return [ad.title for ad in Ad.objects.order_by("pk")[100 * page : 100 * page + 100]]
```
Where all rows are needed, `iterator()` holds 2,000 of them at a time.

## What it leaves alone
- Querysets with a filter or a slice, pages of a `Paginator`, `iterator()`.
- `count()`, `exists()`, `first()`, `get()`, `aggregate()`: they load no rows, or one.
- Tables that the configuration calls small.
- A whole table in a loop, which is ORM108.

## Options
`large-models` and `small-models` name models, `model-sizes` names a file with numbers of rows, `large-model-rows` says
from how many rows on a table is large.

## Fix safety
There is no automatic fix: which rows are needed, the code does not tell.

## References
- [Pagination](https://docs.djangoproject.com/en/stable/topics/pagination/)
- [iterator](https://docs.djangoproject.com/en/stable/ref/models/querysets/#iterator)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.members import member_at
from orm_lint.rules.base.relations import model_name
from orm_lint.rules.base.size import size_doubt, unless_small
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import location, quoted, subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project

BOUND = "add a filter, a slice or pagination, or read it with .iterator()"
REPAIRS = {
    "len": "use .count() if the number is all that is needed",
    "bool": "use .exists() if the rows are not needed",
    "contains": "use .contains(…) or a filter",
    "in_bulk": "hand it the keys that are needed",
    "ain_bulk": "hand it the keys that are needed",
}


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and model."""
    return queries(project, RULE, _message, partial(unless_small, project), partial(size_doubt, project))


def _message(case: Case[Query]) -> str:
    query = case.fact
    repair = REPAIRS.get(query.method, BOUND)
    return f"{_named(case)} loads the whole table of {model_name(case.project, query.model)}; {repair}"


def _named(case: Case[Query]) -> str:
    """What is loaded; an attribute that a framework reads goes by the name of its class, too."""
    query = case.fact
    member = member_at(case.project, query.site) if query.cause is None else None
    if member is None or member.rpartition(".")[2] != query.text:
        return subject(query)
    return f"{quoted(member)}{location(query)}"


RULE = Rule("ORM301", "unbounded-queryset", "all rows of a large table are loaded", True, check)
