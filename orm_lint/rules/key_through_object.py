"""A related object is fetched for its key, which the row holds.

## What it does
Reports `ad.owner.pk` or `ad.owner.id` on the rows of a queryset that did not load the relation, where nothing else of
the related object is used.

## Why is this bad?
Each row costs a query for a value that it brought along: `ad.owner_id` is that value.

## Example
```python
class Company(models.Model):
    title = models.CharField(max_length=80)


class Ad(models.Model):
    company = models.ForeignKey(Company, on_delete=models.CASCADE)


def company_keys():
    return {ad.company.pk for ad in Ad.objects.all()}
```

## Use instead
```python
class Company(models.Model):
    title = models.CharField(max_length=80)


class Ad(models.Model):
    company = models.ForeignKey(Company, on_delete=models.CASCADE)


def company_keys():
    return {ad.company_id for ad in Ad.objects.all()}
```

## What it leaves alone
- A relation that was loaded, or whose object is used for more than its key: that is ORM101.
- A foreign key with `to_field`, where the column holds another value than the one that is read.
- One-to-one relations from the other side, where the row holds no key.

## Options
None.

## Fix safety
There is no automatic fix yet. Where the key may be null, `ad.company.pk` raises AttributeError and `ad.company_id` is
None.

## References
- [Use foreign key values directly](https://docs.djangoproject.com/en/stable/topics/db/optimization/#use-foreign-key-values-directly)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import SEPARATOR
from orm_lint.rules.base.repairs import read_per_row
from orm_lint.rules.base.verdict import Case, reads
from orm_lint.rules.base.wording import is_read_by_cause, quoted

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Read
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and relation."""
    return reads(project, RULE, _message)


def _message(case: Case[Read]) -> str:
    return f"{read_per_row(case)} for a key that the row holds; {_repair(case)}"


def _repair(case: Case[Read]) -> str:
    read = case.fact
    if is_read_by_cause(read):
        return f"name {quoted(read.column or '')} there"
    return f"read {quoted(_column(read))}"


def _column(read: Read) -> str:
    """The key column of the same row, written as the relation is."""
    name = read.relation.rpartition(SEPARATOR)[2]
    row, dot, _ = read.text.rpartition(f".{name}")
    return f"{row}.{read.column}" if dot else f".{read.column}"


RULE = Rule("ORM107", "key-through-object", "a related object fetched for the key that the row holds", True, check)
