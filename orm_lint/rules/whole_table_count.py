"""All rows of a large table are counted.

## What it does
Reports `count()` of a whole table: no filter, no slice. Unless the configuration tells how large the tables are, every
model counts as large, and the finding is less sure; in management commands, tasks and scripts it is less sure still.

## Why is this bad?
PostgreSQL and MySQL (InnoDB) count by looking at every row, or at every entry of an index: seconds on a table of some
million rows. An estimate is there for the asking.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


def how_many():
    return Ad.objects.count()
```

## Use instead
```python
from django.db import connection


class Ad(models.Model):
    title = models.CharField(max_length=80)


def how_many():
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE relname = %s", [Ad._meta.db_table])
        return cursor.fetchone()[0]
```
That is PostgreSQL's estimate; it is -1 for a table that was never analysed. MySQL's is `table_rows` of
`information_schema.tables`.

## What it leaves alone
- `count()` after a filter or a slice, which an index may serve.
- `count()` of a queryset that was evaluated: it is the length of the rows at hand.
- Tables that the configuration calls small.
- `count()` in a loop, which is ORM108.

## Options
`large-models` and `small-models` name models, `model-sizes` names a file with numbers of rows, `large-model-rows` says
from how many rows on a table is large.

## Fix safety
There is no automatic fix: an estimate is another number.

## References
- [Slow counting](https://wiki.postgresql.org/wiki/Slow_Counting)
- [count](https://docs.djangoproject.com/en/stable/ref/models/querysets/#count)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import context_of, model_name
from orm_lint.rules.base.size import size_doubt, unless_small
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import subject

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project

POSTGRESQL = "SELECT reltuples::bigint FROM pg_class WHERE relname = '{table}'"
MYSQL = "SELECT table_rows FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '{table}'"


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and model."""
    return queries(project, RULE, _message, partial(unless_small, project), partial(size_doubt, project))


def _message(case: Case[Query]) -> str:
    query = case.fact
    name = model_name(case.project, query.model)
    return (
        f"{subject(query)} counts the whole table of {name}; "
        f"where an estimate will do, ask for it: {_estimate(case.project, query.model)}"
    )


def _estimate(project: Project, label: str) -> str:
    """The query that estimates the number of rows: MySQL's if that alone is in use, else PostgreSQL's."""
    context = context_of(project, label)
    model = context.graph.get(label) if context else None
    engines = {engine.rpartition(".")[2] for engine in (context.engines if context else ()) if engine}
    table = model.db_table if model else label.replace(".", "_").lower()
    return (MYSQL if engines == {"mysql"} else POSTGRESQL).format(table=table)


RULE = Rule("ORM201", "whole-table-count", "all rows of a large table are counted", True, check)
