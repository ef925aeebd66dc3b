"""Which rules run: selectors from the configuration and the command line, decided by precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from orm_lint.engine.config import Config
from orm_lint.rules.base import AnyRule

EVERYTHING = "ALL"
FAMILY = "ORM"


class Selection(Struct, frozen=True):
    """Selectors as written. `select` is None where the rules that are on by default shall run."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def over(self, config: Config) -> Selection:
        """This selection laid over that of a configuration."""
        return Selection(
            config.select if self.select is None else self.select,
            config.extend_select + self.extend_select,
            config.ignore + self.ignore,
        )


def covered(selector: str, rules: Iterable[AnyRule]) -> frozenset[str]:
    """The codes of the rules that a selector stands for: `ALL`, a code, its first letters, or a rule's name."""
    if selector == EVERYTHING:
        return frozenset(rule.code for rule in rules)
    is_prefix = selector.startswith(FAMILY)
    return frozenset(rule.code for rule in rules if rule.name == selector or (is_prefix and _covers(selector, rule)))


def selected(selection: Selection, rules: Sequence[AnyRule]) -> frozenset[str]:
    """The codes of the rules to run.

    Each rule is decided by the most precise selector that covers it (a code or name before `ORM5`, that before `ORM`,
    that before `ALL`, that before the defaults); between equals, ignoring wins.
    """
    return frozenset(rule.code for rule in rules if _is_selected(rule, selection))


def _is_selected(rule: AnyRule, selection: Selection) -> bool:
    chosen = [_precision(selector, rule) for selector in (*(selection.select or ()), *selection.extend_select)]
    ignored = [_precision(selector, rule) for selector in selection.ignore]
    by_default = 0 if selection.select is None and rule.on_by_default else -1
    return max((*chosen, by_default)) > max((*ignored, -1))


def _precision(selector: str, rule: AnyRule) -> int:
    """How precisely a selector names a rule: 1 for `ALL`, up to a code's length; -1 where it does not."""
    if selector == EVERYTHING:
        return 1
    if selector == rule.name:
        return len(rule.code)
    return len(selector) if _covers(selector, rule) else -1


def _covers(prefix: str, rule: AnyRule) -> bool:
    return prefix.startswith(FAMILY) and rule.code.startswith(prefix)
