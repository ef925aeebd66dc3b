"""A query in async code that only sync code may run.

## What it does
Reports, in `async def` and in what it calls, a relation or column that Django would fetch when it is read, and a
queryset that is evaluated without the asynchronous interface: `for`, `list()`, `len()`, `get()`, `first()`…

## Why is this bad?
It raises `SynchronousOnlyOperation`. Where a test has loaded the object before, it does so only in production.

## Example
```python
class Company(models.Model):
    title = models.CharField(max_length=80)


class Ad(models.Model):
    company = models.ForeignKey(Company, on_delete=models.CASCADE)


async def company_of(pk):
    ad = await Ad.objects.aget(pk=pk)
    return ad.company.title
```

## Use instead
```python
class Company(models.Model):
    title = models.CharField(max_length=80)


class Ad(models.Model):
    company = models.ForeignKey(Company, on_delete=models.CASCADE)


async def company_of(pk):
    ad = await Ad.objects.select_related("company").aget(pk=pk)
    return ad.company.title
```

## What it leaves alone
- Functions that are run by `sync_to_async()`.
- Relations that were loaded, and querysets that were evaluated before.
- Writes.

## Options
Off until selected: the one audit that met it judged 22 findings of one project, all false. Their causes were repaired,
and it has not been audited since.

## Fix safety
There is no automatic fix yet.

## References
- [Async safety](https://docs.djangoproject.com/en/stable/topics/async/#async-safety)
- [Asynchronous queries](https://docs.djangoproject.com/en/stable/topics/db/queries/#asynchronous-queries)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import eager_load, lookup_path
from orm_lint.rules.base.repairs import loading, rows_of
from orm_lint.rules.base.verdict import Case, deeper, reads_and_queries
from orm_lint.rules.base.wording import subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query, Read
    from orm_lint.project.project import Project

RAISES = "raises SynchronousOnlyOperation in async code"
WITH_ASYNC = frozenset(
    {"aggregate", "contains", "count", "earliest", "exists", "explain", "first", "get", "in_bulk", "last", "latest"}
)
INSTEAD = {
    "iterate": "loop with `async for`",
    "list": "collect the rows with `async for`",
    "len": "use `await ….acount()`",
    "bool": "use `await ….aexists()`",
    "contains": "use `await ….acontains(…)`",
    "index": "slice it and loop with `async for`",
    "iterator": "loop with `async for` over .aiterator()",
}


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and relation or model."""
    return reads_and_queries(project, RULE, _of_read, _of_query)


def _of_read(case: Case[Read]) -> str:
    read = case.fact
    if read.kind == "column":
        column = lookup_path(case.project, read.root, read.relation)
        load = f'load "{column}" in {rows_of(case)}'
    else:
        load = loading(case, eager_load(case.project, read.root, read.relation, deeper(case)))
    return f"{subject(read)} {RAISES}; {load}, or read it in sync_to_async()"


def _of_query(case: Case[Query]) -> str:
    query = case.fact
    if query.method in WITH_ASYNC and query.text.endswith(")"):
        instead = f"use `await ….a{query.method}(…)`"
    else:
        instead = INSTEAD.get(query.method, "use the asynchronous interface")
    return f"{subject(query)} {RAISES}; {instead}, or run it in sync_to_async()"


RULE = Rule("ORM110", "lazy-load-in-async", "a query in async code that only sync code may run", False, check)
