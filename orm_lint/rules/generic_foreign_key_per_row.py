"""The target of a generic foreign key is fetched for each row.

## What it does
Reports a `GenericForeignKey` that is read on the rows of a queryset which did not prefetch it.

## Why is this bad?
Each row costs a query of its own. `prefetch_related()` runs one for each kind of target instead.
`select_related("content_type")` does not help: content types are cached, and the target is still fetched by itself.

## Example
```python
class Review(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey("content_type", "object_id")


def subjects():
    return [str(review.subject) for review in Review.objects.select_related("content_type")]
```

## Use instead
```python
class Review(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey("content_type", "object_id")


def subjects():
    return [str(review.subject) for review in Review.objects.prefetch_related("subject")]
```
With Django 5.0 or later, `GenericPrefetch("subject", [Ad.objects.select_related("owner"), …])` says how the targets of
each kind are loaded.

## What it leaves alone
- Rows whose targets were prefetched, or come by a fetch mode.
- A target that is read in a `try` to see whether it raises AttributeError, as it does where the kind of target is gone:
  `prefetch_related()` would raise it for all rows.
- `GenericRelation`, the other end, which is ORM102.

## Options
None.

## Fix safety
There is no automatic fix yet.

## References
- [GenericForeignKey](https://docs.djangoproject.com/en/stable/ref/contrib/contenttypes/#generic-relations)
- [GenericPrefetch](https://docs.djangoproject.com/en/stable/ref/contrib/contenttypes/#genericprefetch)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orm_lint.rules.base import Rule
from orm_lint.rules.base.relations import eager_load, hops
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
    field = hops(case.project, read.root, read.relation)[-1].field
    useless = field.content_type_field if field else None
    return (
        f"{read_per_row(case)}; {loading(case, load)}, "
        f'as .select_related("{useless or "content_type"}") does not load it'
    )


RULE = Rule("ORM105", "generic-foreign-key-per-row", "a generic foreign key fetched for each row", True, check)
