"""A query in the body of a loop over rows.

## What it does
Reports a queryset that is sent to the database in each iteration of a loop over rows, or over a list without a known
bound, and depends on the iteration: `get()`, `filter()`, `count()` and the like, also in a called function.

## Why is this bad?
The loop runs as many queries as it has iterations. One query can fetch all rows that it needs.

## Example
```python
class Product(models.Model):
    code = models.CharField(max_length=8, unique=True)


class Line(models.Model):
    code = models.CharField(max_length=8)


def products():
    return [Product.objects.get(code=line.code) for line in Line.objects.all()]
```

## Use instead
```python
class Product(models.Model):
    code = models.CharField(max_length=8, unique=True)


class Line(models.Model):
    code = models.CharField(max_length=8)


def products():
    lines = list(Line.objects.all())
    found = Product.objects.in_bulk([line.code for line in lines], field_name="code")
    return [found[line.code] for line in lines]
```

## What it leaves alone
- Loops over constants, settings, choices and enumerations, retries, `while True`, and batches, where each query fetches
  many rows.
- Walks, where each step asks for what the step before has found, and queries for a row that was made on the way.
- Queries over a relation of the row, which are ORM102 and ORM103.
- The same query in each iteration, which is ORM108.
- Writes.

## Options
None.

## Fix safety
There is no automatic fix: which rows the loop needs must be collected first.

## References
- [in_bulk](https://docs.djangoproject.com/en/stable/ref/models/querysets/#in-bulk)
- [Retrieve everything at once](https://docs.djangoproject.com/en/stable/topics/db/optimization/)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import model_name
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import is_read_by_cause, iterations, others, subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project

REPAIRS = {
    "count": "count for all at once before the loop, with .values(…).annotate(Count(…))",
    "aggregate": "compute it for all at once before the loop, with .values(…).annotate(…)",
    "exists": "fetch the keys that exist before the loop, with set(….values_list(…, flat=True))",
    "chosen": "show it in a column that is only read, and load the related rows with the rows",
}
FETCH = "fetch the rows before the loop, with .in_bulk(…) or .filter(…__in=…)"
# Nobody can write something before a loop of a framework: what it shows comes with the rows, or is handed to it.
LOADED = {
    "count": "load it with the rows, with .annotate(Count(…))",
    "aggregate": "load it with the rows, with .annotate(…)",
    "exists": "load it with the rows, with .annotate(Exists(…))",
}
LOOKED_UP = {
    "exists": "fetch the keys that exist for all of them first, with set(….values_list(…, flat=True))",
    "chosen": REPAIRS["chosen"],
}
LOOK_UP = "fetch what all of them need first, with .in_bulk(…) or .filter(…__in=…), and pick from that by key"
LOAD = (
    "load it with the rows, with a Prefetch or .annotate(…), or fetch it for all of them first and hand it over by key"
)


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and model."""
    return queries(project, RULE, _message)


def _message(case: Case[Query]) -> str:
    query = case.fact
    table = f" of {model_name(case.project, query.model)}" if is_read_by_cause(query) else ""
    return f"{subject(query)} runs one query{table} {iterations(query)}{others(case.facts)}; {_repair(query)}"


def _repair(query: Query) -> str:
    if query.cause is None:
        return REPAIRS.get(query.method, FETCH)
    if is_read_by_cause(query):
        return LOOKED_UP.get(query.method, LOOK_UP)
    return LOADED.get(query.method, LOAD)


RULE = Rule("ORM104", "query-per-row", "a query in the body of a loop over rows", True, check)
