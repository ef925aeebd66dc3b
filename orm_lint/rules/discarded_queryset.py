"""A queryset is made and thrown away.

## What it does
Reports a statement that is nothing but a queryset expression: `ads.select_related("owner")`, `ads.filter(…)`.

## Why is this bad?
The methods of a queryset return a new one and leave it as it is: the statement does nothing. What it was meant to do,
to narrow the rows or to load relations, does not happen.

## Example
```python
class Ad(models.Model):
    online = models.BooleanField(default=True)


def shown():
    ads = Ad.objects.order_by("pk")
    ads.filter(online=True)
    return ads
```

## Use instead
```python
class Ad(models.Model):
    online = models.BooleanField(default=True)


def shown():
    ads = Ad.objects.order_by("pk")
    ads = ads.filter(online=True)
    return ads
```

## What it leaves alone
- Methods that do something: `get()`, `update()`, `delete()`, `create()`, and those that ask the database.
- Results that are assigned, returned or handed on.

## Options
None.

## Fix safety
There is no automatic fix: with the result assigned, the code does something else than before.

## References
- [Filtered QuerySets are unique](https://docs.djangoproject.com/en/stable/topics/db/queries/#filtered-querysets-are-unique)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Finding
from orm_lint.project.declarations import is_ours, span_of
from orm_lint.rules.base import EachSubject, Rule
from orm_lint.rules.base.found import facts
from orm_lint.rules.base.verdict import confidence_of
from orm_lint.rules.base.wording import quoted

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Discarded
    from orm_lint.project.project import Project


def check(project: Project) -> Iterable[Finding]:
    """One finding for each statement."""
    found = (discarded for discarded in facts(project).discarded if is_ours(discarded.place))
    return EachSubject(found, lambda discarded: _judge(project, discarded), lambda discarded: discarded.place.path)


def _judge(project: Project, discarded: Discarded) -> Iterator[Finding]:
    yield Finding(
        RULE.code,
        RULE.name,
        f"{quoted(discarded.text)} makes a new queryset that is thrown away: {discarded.method}() changes nothing "
        "by itself; assign the result, or remove the statement",
        span_of(project, discarded.place),
        confidence_of((), discarded.evidence),
        discarded.evidence,
        model=discarded.model,
        relation=discarded.model,
    )


RULE = Rule("ORM209", "discarded-queryset", "a queryset that is made and thrown away", True, check)
