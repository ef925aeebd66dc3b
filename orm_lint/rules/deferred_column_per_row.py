"""A column that was left out is fetched for each row.

## What it does
Reports a column that `only()` or `defer()` left out of a queryset and that is then read on its rows, the key column of
a foreign key included.

## Why is this bad?
Each row costs a query of its own, for one column: the queryset is slower than without `only()` or `defer()`.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)
    text = models.TextField()


def texts():
    return [ad.text for ad in Ad.objects.only("title")]
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)
    text = models.TextField()


def texts():
    return [ad.text for ad in Ad.objects.only("title", "text")]
```

## What it leaves alone
- Columns that the queryset loads, the primary key included, and those that were read on the row before or set on it.
- Columns that are loaded for all rows at once by a fetch mode.

## Options
None.

## Fix safety
There is no automatic fix yet.

## References
- [only](https://docs.djangoproject.com/en/stable/ref/models/querysets/#only)
- [defer](https://docs.djangoproject.com/en/stable/ref/models/querysets/#defer)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import lookup_path
from orm_lint.rules.base.repairs import read_per_row, rows_of
from orm_lint.rules.base.verdict import Case, reads

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Read
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and column."""
    return reads(project, RULE, _message)


def _message(case: Case[Read]) -> str:
    read = case.fact
    column = lookup_path(case.project, read.root, read.relation)
    left_out = f"{', ' if read.cause else ' for '}a column that was left out"
    return f'{read_per_row(case)}{left_out}; add "{column}" to only(), or take it out of defer(), in {rows_of(case)}'


RULE = Rule("ORM106", "deferred-column-per-row", "a column that only() or defer() left out, read per row", True, check)
