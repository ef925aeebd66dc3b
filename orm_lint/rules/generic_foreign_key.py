"""A relation to rows of any model.

## What it does
Reports each `GenericForeignKey` that the project declares, at the name of the field. Subclasses of
`GenericForeignKey` count; a field that a model inherits is reported once, where it is declared.

## Why is this bad?
Which table the target is in stands in the row, so no join can load it: reading the field runs one query for every
row, unless it is prefetched, with one query for each table. No filter can look into the target without a
`GenericRelation`, and the database cannot check that the target exists.

## Example
```python
class Review(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey("content_type", "object_id")

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"])]
```

## Use instead
```python
class Review(models.Model):
    ad = models.ForeignKey("Ad", models.CASCADE, null=True, related_name="reviews")
    company = models.ForeignKey("Company", models.CASCADE, null=True, related_name="reviews")
```
A check constraint can say that one of them is set. Where the targets are many, keep what lists show (a title, a link)
in the row itself.

## What it leaves alone
- `GenericRelation`, the other end.
- Fields that come from a base class of another package.

## Options
None. Suppress it where the set of targets is open by design, as in an audit log.

## Fix safety
There is no automatic fix: the change needs a migration of the data.

## References
- [GenericForeignKey](https://docs.djangoproject.com/en/stable/ref/contrib/contenttypes/#generic-relations)
- [Avoid Django's GenericForeignKey](https://lukeplant.me.uk/blog/posts/avoid-django-genericforeignkey/)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Finding
from orm_lint.project.declarations import confidence_in, is_ours, span_of
from orm_lint.rules.base import EachSubject, Rule

if TYPE_CHECKING:
    from orm_lint.project.models.graph import Model
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each declaration."""
    models = (model for context in project.contexts for model in context.graph.models)
    return EachSubject(models, lambda model: _judge(project, model), lambda model: model.place.path)


def _judge(project: Project, model: Model) -> Iterator[Finding]:
    for field in model.fields:
        if field.kind == "generic_key" and not field.is_inherited and is_ours(field.place):
            yield Finding(
                RULE.code,
                RULE.name,
                f"`{model.name}.{field.name}` is a GenericForeignKey: no join loads it, unless prefetched it costs one "
                f"query per {model.name}; use a nullable ForeignKey per target, or keep what is shown in the row",
                span_of(project, field.place),
                confidence_in(model, "project"),
                model=model.label,
                relation=field.name,
            )


RULE = Rule("ORM501", "generic-foreign-key", "a relation to rows of any model, which no join can load", True, check)
