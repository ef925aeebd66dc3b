"""A related object is fetched for each row.

## What it does
Reports a foreign key or a one-to-one relation, from either side, that is read on the rows of a queryset which did not
load it: in a loop, a comprehension or a generator, or in a method, property or helper that the loop calls. Testing it
(`if ad.company`, `ad.company is None`, `hasattr(ad, "cover")`) is reading it. The finding stands in the function that
loops: at the attribute, or at the call that leads to it.

## Why is this bad?
Each row costs a query of its own: a list of 200 rows runs 201 queries instead of one.

## Example
```python
class Package(models.Model):
    title = models.CharField(max_length=80)


class Subscription(models.Model):
    package = models.ForeignKey(Package, on_delete=models.CASCADE)


def package_titles():
    return [subscription.package.title for subscription in Subscription.objects.all()]
```

## Use instead
```python
class Package(models.Model):
    title = models.CharField(max_length=80)


class Subscription(models.Model):
    package = models.ForeignKey(Package, on_delete=models.CASCADE)


def package_titles():
    return [subscription.package.title for subscription in Subscription.objects.select_related("package")]
```
Use `prefetch_related()` where the path passes a relation to many rows, or where many rows share a few related ones.

## What it leaves alone
- A relation that was loaded: by `select_related()`, `prefetch_related()`, a fetch mode, or as the parent of rows from
  its own related manager.
- A relation that was read on this row before, or was set on it.
- A read that a guard rules out, and a loop that leaves with its first read.
- A read of nothing but the key, which is ORM107.
- Rows that come from a queryset whose arguments we cannot follow: they may have the relation.

## Options
None.

## Fix safety
There is no automatic fix yet. `select_related()` makes the query a join: rows of a wide table that many rows share come
once for each of them.

## References
- [select_related](https://docs.djangoproject.com/en/stable/ref/models/querysets/#select-related)
- [prefetch_related](https://docs.djangoproject.com/en/stable/ref/models/querysets/#prefetch-related)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import eager_load
from orm_lint.rules.base.repairs import loading, read_per_row
from orm_lint.rules.base.verdict import Case, deeper, reads

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Read
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and relation."""
    return reads(project, RULE, _message)


def _message(case: Case[Read]) -> str:
    read = case.fact
    load = eager_load(case.project, read.root, read.relation, deeper(case))
    return f"{read_per_row(case)}; {loading(case, load)}"


RULE = Rule(
    "ORM101", "related-object-per-row", "a foreign key or one-to-one relation fetched for each row", True, check
)
