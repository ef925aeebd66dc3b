"""The documentation that is made from the code: a page for each rule, the catalogue, frameworks, the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orm_lint.engine.frameworks_page import frameworks_page
from orm_lint.engine.options import OPTIONS, WANTED, Option
from orm_lint.rules import SECTIONS, MalformedRuleError, all_rules, documentation
from orm_lint.rules.base import AnyRule

GENERATED = "<!-- Made by scripts/generate_docs.py; edit the code that it is made from. -->"

CONFIGURATION_HEAD = """\
# Configuration

orm_lint reads the table `[tool.orm_lint]` of the nearest `pyproject.toml` that has one, upwards from the linted file.
An unknown key or a value of the wrong type is an error (exit code 2). The directory of that file is the project root:
patterns and the paths in findings are relative to it. A folder below that has a table of its own is another project.
What the command line says goes before: `--select` replaces `select`, `--extend-select` and `--ignore` add to theirs.
"""

CONFIGURATION_TAIL = """\
## Suppressing findings

| comment | hides |
| --- | --- |
| `# noqa: ORM501` | this code on this line; a prefix such as `ORM5` hides its family |
| `# noqa` | everything on this line, of other linters, too |
| `# flake8: noqa` | everything in the whole file; stands alone on its line |
| `# orm-lint: ignore[ORM501] reason` | this code or rule name on this line; alone on its line, on the next one |
| `# orm-lint: ignore-file[ORM501] reason` | this code or rule name in the whole file; stands alone on its line |

ruff's rule RUF102 takes codes that it does not know out of `# noqa` comments, unless its configuration says
`lint.external = ["ORM"]`. It never touches `# orm-lint:` comments.
A comment that hides nothing is reported as [ORM901](rules/ORM901.md)."""


def rule_page(rule: AnyRule) -> str:
    """The page of a rule, in CommonMark. Raises MalformedRuleError where its docstring lacks a section."""
    text = documentation(rule)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    if headings != list(SECTIONS):
        raise MalformedRuleError(f"{rule.name}: the docstring has the sections {headings}, not {list(SECTIONS)}")
    first, _, rest = text.partition("\n")
    state = "On by default." if rule.on_by_default else "Off until it is selected."
    return f"# {rule.code} {rule.name}\n\n{first} {state}\n\n{rest.strip()}\n"


def catalogue_line(rule: AnyRule) -> str:
    """The row of a rule in the catalogue."""
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.summary} | {'on' if rule.on_by_default else 'off'} |"


def pages() -> dict[str, str]:
    """All generated pages by their path below `docs`."""
    rules = all_rules()
    made = {f"rules/{rule.code}.md": _generated(rule_page(rule)) for rule in rules}
    made["rules/index.md"] = _generated("\n".join(_catalogue(rules)) + "\n")
    made["frameworks.md"] = _generated(frameworks_page())
    made["configuration.md"] = _generated("\n".join(_configuration()) + "\n")
    return made


def _generated(page: str) -> str:
    return f"{GENERATED}\n\n{page}"


def _catalogue(rules: Iterable[AnyRule]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "| code | name | what it finds | default |"
    yield "| --- | --- | --- | --- |"
    yield from map(catalogue_line, rules)


def _configuration() -> Iterator[str]:
    yield CONFIGURATION_HEAD
    for option in OPTIONS:
        yield from _option(option)
    yield CONFIGURATION_TAIL


def _option(option: Option) -> Iterator[str]:
    yield f"## {option.key}"
    yield ""
    yield option.summary
    yield ""
    default = f"`{option.default}`" if option.default[0] in '["{' else option.default
    yield f"Type: {WANTED[option.kind]}. Default: {default}."
    yield ""
    yield "```toml"
    yield "[tool.orm_lint]"
    yield option.example
    yield "```"
    yield ""
