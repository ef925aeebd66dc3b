"""The related rows of each row are asked for one by one.

## What it does
Reports the manager of a reverse foreign key, a many-to-many or a generic relation that is sent to the database for each
row: iterated over, counted, tested, filtered, searched.

## Why is this bad?
Each row costs a query of its own. `prefetch_related()` fetches the related rows of all rows in one.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Photo(models.Model):
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="photos")


def galleries():
    return [list(ad.photos.all()) for ad in Ad.objects.all()]
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)


class Photo(models.Model):
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="photos")


def galleries():
    return [list(ad.photos.all()) for ad in Ad.objects.prefetch_related("photos")]
```
Where only a number is needed, `annotate(Count("photos"))` brings it with the row. Where only some of the related rows
are, `Prefetch("photos", queryset=…, to_attr="…")` fetches them for all rows. A tree of any depth is fetched level by
level: `Category.objects.filter(parent__in=level)`. Rows that `iterator()` reads need a `chunk_size` for a prefetch.

## What it leaves alone
- `all()`, `count()`, `exists()` and what else a prefetch answers, where the relation was prefetched. What it does not
  answer is ORM103.
- A queryset that is handed on without being evaluated: `.filter(ad__in=owner.ads.all())`.
- The truth of the manager itself, which asks nothing.
- The related rows of one object, however often a loop asks for the same ones: that is ORM108.
- Rows that a `while` loop fetches and deletes or changes, until none is left.

## Options
None.

## Fix safety
There is no automatic fix yet. A prefetch holds all related rows in memory.

## References
- [prefetch_related](https://docs.djangoproject.com/en/stable/ref/models/querysets/#prefetch-related)
- [Aggregation](https://docs.djangoproject.com/en/stable/topics/db/aggregation/)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import hops, lookup_path, model_name, prefetch_of
from orm_lint.rules.base.repairs import loading, query_per_owner
from orm_lint.rules.base.verdict import Case, queries
from orm_lint.rules.base.wording import holds

if TYPE_CHECKING:
    from orm_lint.finding import Finding
    from orm_lint.interpreter.facts import Query
    from orm_lint.project.project import Project

SERVED = frozenset({"iterate", "list", "len", "bool", "contains", "index", "repr", "count", "exists"})


def check(project: Project) -> Iterable[Finding]:
    """One finding for each place and relation."""
    return queries(project, RULE, _message)


def _message(case: Case[Query]) -> str:
    start = query_per_owner(case)
    if any(_is_walk(found) for found in case.facts):
        return f"{start}; it walks a tree: fetch each level for all its parents with one query, {_level(case)}"
    return f"{start}; {loading(case, _repair(case))}"


def _is_walk(query: Query) -> bool:
    """Whether the expression that is evaluated made the row it hangs on: a prefetch there would be asked anew."""
    return query.origin is not None and query.owner == query.model and holds(query.site, query.origin.place)


def _level(case: Case[Query]) -> str:
    """The query for the rows of one level, by the key with which the rows point at their parents."""
    query = case.fact
    field = hops(case.project, query.owner or query.model, query.accessor or "")[-1].field
    name = model_name(case.project, query.model)
    key = field.name if field is not None and field.kind == "forward" and field.name != query.accessor else "…"
    return f"{name}.objects.filter({key}__in=…)"


def _repair(case: Case[Query]) -> str:
    """A prefetch, if it answers the query, else the one that brings just what is asked for."""
    query = case.fact
    path = query.path or query.accessor or ""
    longer = [deep for fact in case.facts for deep in fact.deeper]
    if longer:
        return prefetch_of({path, *longer})
    prefetch = prefetch_of({path}) if query.method in SERVED and not query.narrowed else ""
    match query.method:
        case "count":
            condition = ", filter=Q(…)" if query.narrowed else ""
            wanted = f'.annotate(Count("{_lookup(case, path)}"{condition}))'
        case "exists":
            wanted = ".annotate(Exists(…))"
        case "aggregate":
            wanted = ".annotate() with the same aggregate"
        case _:
            wanted = "" if prefetch else f'.prefetch_related(Prefetch("{path}", queryset=…, to_attr="…"))'
    return " or ".join(part for part in (prefetch, wanted) if part)


def _lookup(case: Case[Query], path: str) -> str:
    """A path as annotations write it; the relation itself may go by another name there than on a row."""
    query = case.fact
    before = path.removesuffix(query.accessor or "")
    return before + lookup_path(case.project, query.owner or query.model, path.removeprefix(before))


RULE = Rule("ORM102", "related-set-per-row", "the related rows of each row, asked for one by one", True, check)
