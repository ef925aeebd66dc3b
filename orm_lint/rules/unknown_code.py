"""A code that no rule has, in a suppression or a setting.

## What it does
Reports a code or name in `# noqa: …`, in `# orm-lint: ignore[…]` or in the `[tool.orm_lint]` table
that stands for no rule.

## Why is this bad?
A misspelt code suppresses and selects nothing, and says nothing about it.

## Example
```python
target = GenericForeignKey()  # orm-lint: ignore[ORM510]
```

## Use instead
```python
target = GenericForeignKey()  # orm-lint: ignore[ORM501]
```

## What it leaves alone
Codes that do not start with `ORM`, and `ORM001` to `ORM099`: they belong to other linters.
On the command line an unknown code is an error (exit code 2).

## Options
None.

## Fix safety
There is no automatic fix: only the person who wrote the code knows which rule was meant.

## References
- [All rules](index.md)
"""

from __future__ import annotations

from collections.abc import Iterable

from orm_lint.finding import Finding
from orm_lint.rules.base import RunFacts, RunRule, nearest


def check(facts: RunFacts) -> Iterable[Finding]:
    """One finding for each written code that stands for no rule."""
    for code in (*facts.suppressions, *facts.settings):
        if code.is_unknown:
            message = f"no rule is called {code.text} in this {code.place}{nearest(code.text, facts.names)}"
            yield Finding(RULE.code, RULE.name, message, code.span)


RULE = RunRule("ORM903", "unknown-code", "a suppression or a setting names a code that no rule has", True, check)
