"""A comment that hides a finding which is not there.

## What it does
Reports `# noqa: ORM501` and `# orm-lint: ignore[ORM501]` comments where the rule that they name found nothing.

## Why is this bad?
The comment outlived its reason. It will hide the next finding on that line, which nobody has looked at.

## Example
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)  # noqa: ORM501
```

## Use instead
```python
class Ad(models.Model):
    title = models.CharField(max_length=80)
```

## What it leaves alone
- A bare `# noqa`: it may be meant for another linter.
- Codes of other linters, and codes of rules that were not run.
- Codes that no rule has: those are ORM903.

## Options
None.

## Fix safety
There is no automatic fix. Removing the code from the comment changes no behaviour.

## References
- [Suppressing findings](../configuration.md)
"""

from __future__ import annotations

from collections.abc import Iterable

from orm_lint.finding import Finding
from orm_lint.rules.base import RunFacts, RunRule, WrittenCode


def check(facts: RunFacts) -> Iterable[Finding]:
    """One finding for each code in a comment that stands for rules which ran and found nothing there."""
    for code in facts.suppressions:
        was_judged = code.covers & facts.judged and code.covers <= facts.judged | facts.optional
        if was_judged and not code.used:
            yield Finding(RULE.code, RULE.name, _message(code), code.span)


def _message(code: WrittenCode) -> str:
    if not code.text:
        return "unused suppression: nothing is found here; remove the comment"
    return f"unused suppression: {code.text} finds nothing here; remove it from the comment"


RULE = RunRule("ORM901", "unused-suppression", "a comment hides a finding which is not there", True, check)
