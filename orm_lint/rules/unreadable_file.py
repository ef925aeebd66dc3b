"""A file that could not be linted.

## What it does
Reports a Python file with a syntax error, an encoding that does not fit, or one that is too large or may not be opened.
The rest of the project is linted.

## Why is this bad?
Nothing was looked for in that file: its silence is no good news. What other files use of it may be misjudged, too.

## Example
```python
class Ad(models.Model:
    title = models.CharField(max_length=80)
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)
```

## What it leaves alone
Files that are excluded. The syntax is that of the Python that runs orm_lint: run it with the Python of the project.

## Options
None. `exclude` and `extend-exclude` leave files out.

## Fix safety
There is no automatic fix.

## References
- [Configuration](../configuration.md)
"""

from __future__ import annotations

from collections.abc import Iterable

from orm_lint.finding import Finding, Span
from orm_lint.rules.base import RunFacts, RunRule


def check(facts: RunFacts) -> Iterable[Finding]:
    """One finding for each file that could not be read."""
    for notice in facts.unreadable:
        span = Span(notice.path, notice.line, 1, notice.line, 1)
        yield Finding(RULE.code, RULE.name, f"unreadable: {notice.message}", span)


RULE = RunRule("ORM902", "unreadable-file", "a file could not be linted", True, check)
