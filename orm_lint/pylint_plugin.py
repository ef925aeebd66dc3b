"""The pylint plugin (`load-plugins=orm_lint.pylint_plugin`): a thin adapter over the engine, no rule is written twice.

`ORM101` is `W7101`, its symbol is `orm-` and the name of the rule. pylint wants one checker for each family of ids, and
rules that are off by default have checkers of another name, so that `--enable=orm-lint` leaves them off.
How pylint runs plugins: https://pylint.readthedocs.io/en/stable/development_guide/how_tos/custom_checkers.html
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pylint.checkers import BaseRawFileChecker
from pylint.interfaces import HIGH, INFERENCE, INFERENCE_FAILURE

from orm_lint.engine.select import FAMILY, Selection
from orm_lint.engine.session import Session
from orm_lint.engine.shared import Shared, new_shared
from orm_lint.errors import UnreadableFileError
from orm_lint.finding import Confidence, Finding
from orm_lint.reports.printable import printable
from orm_lint.rules import all_rules
from orm_lint.rules.base import AnyRule
from orm_lint.source.file import SourceFile

if TYPE_CHECKING:
    from astroid import nodes
    from pylint.lint import PyLinter
    from pylint.typing import OptionDict

CHECKER = "orm-lint"
UNREADABLE = "W7902"
OPTIONAL_CHECKER = "orm-lint-optional"

_CONFIDENCES = {Confidence.HIGH: HIGH, Confidence.MEDIUM: INFERENCE, Confidence.LOW: INFERENCE_FAILURE}
_CONFIG_OPTION: tuple[str, OptionDict] = (
    "orm-config",
    {
        "default": "",
        "type": "string",
        "metavar": "<file>",
        "help": "Read [tool.orm_lint] from this file, not from the nearest pyproject.toml.",
    },
)


class _Run:
    """What this process knows. pylint copies its checkers into its workers, so none of them may hold it."""

    linter: PyLinter | None = None
    session: Session | None = None
    module: nodes.Module | None = None


def register(linter: PyLinter) -> None:
    """Makes the checkers known; pylint calls it when it loads the plugin, in each of its workers too."""
    for index, ((name, _), rules) in enumerate(groupby(sorted(all_rules(), key=_place), key=_place)):
        linter.register_checker(OrmChecker(linter, name, tuple(rules), with_option=index == 0))


def load_configuration(linter: PyLinter) -> None:
    """Starts a run; pylint calls it when it has read its options, and once more in each of its workers.

    These get the options as they are in their parent, so that is where they find the folder that they share.
    """
    options = linter.config
    has_workers = options.jobs != 1 and not options.from_stdin
    options.orm_shared = (getattr(options, "orm_shared", None) or new_shared()) if has_workers else None
    _Run.linter, _Run.session = linter, None


class OrmChecker(BaseRawFileChecker):
    """The messages of one family of rules. Whichever checker sees a module first reports for all, in their order."""

    def __init__(self, linter: PyLinter, name: str, rules: tuple[AnyRule, ...], *, with_option: bool) -> None:
        self.name = name
        self.msgs = {_message_id(rule.code): ("%s", f"orm-{rule.name}", _description(rule)) for rule in rules}
        self.options = (_CONFIG_OPTION,) if with_option else ()
        super().__init__(linter)

    def open(self) -> None:
        """Forgets the last module: pylint may hold on to it and ask for it again."""
        _Run.module = None

    def process_module(self, node: nodes.Module) -> None:
        """Emits what the engine finds in a module, at its exact span, so that pylint's comments can disable it."""
        if _Run.module is node:
            return
        for finding in _findings(self.linter, node):
            span = finding.span
            self.add_message(
                f"orm-{finding.name}",
                line=span.line,
                col_offset=span.column - 1,
                end_lineno=span.end_line,
                end_col_offset=span.end_column - 1,
                args=(printable(finding.message),),
                confidence=_CONFIDENCES[finding.confidence],
            )
        _Run.module = node

    def get_map_data(self) -> str:
        """Something, so that pylint calls `reduce_map_data`."""
        return self.name

    def reduce_map_data(self, linter: PyLinter, data: list[str]) -> None:  # noqa: ARG002
        """Ends a run with workers; pylint calls it in their parent."""
        shared: Shared | None = getattr(linter.config, "orm_shared", None)
        if shared is not None:
            shared.remove()


def _findings(linter: PyLinter, node: nodes.Module) -> tuple[Finding, ...]:
    if _Run.linter is not linter:  # of a host that leaves `load_configuration` out
        load_configuration(linter)
    session = _Run.session = _Run.session or _session(linter)
    is_unsaved = linter.config.from_stdin
    find = session.unsaved if is_unsaved else session.saved
    return find(Path(node.file), _text(node, is_unsaved), linter.is_message_enabled(UNREADABLE, 1))


def _session(linter: PyLinter) -> Session:
    """The session of a run. Made with its first module: `--fail-on` enables rules after `load_configuration`."""
    config = linter.config.orm_config
    return Session(
        selection=Selection(extend_select=tuple(_enabled(linter))),
        config=Path(config) if config else None,
        shared=linter.config.orm_shared,
    )


def _text(node: nodes.Module, is_unsaved: bool) -> str:
    with node.stream() as stream:
        raw: bytes = stream.read()
    with contextlib.suppress(UnreadableFileError):
        if not is_unsaved:
            return SourceFile.from_bytes("", raw).data.decode()
    # What pylint was given on stdin is UTF-8, whatever a cookie says; of what we cannot read, the engine knows why.
    return raw.decode("utf-8", "replace")


def _enabled(linter: PyLinter) -> Iterator[str]:
    """The rules that are off by default and that pylint's options turn on.

    pylint has no public way to tell "enabled by the user" from "never mentioned"; this is the state that both its
    options and its own reports use, and has been since pylint 2.
    """
    for rule in all_rules():
        if not rule.on_by_default and linter._msgs_state.get(_message_id(rule.code)):
            yield rule.code


def _place(rule: AnyRule) -> tuple[str, str]:
    return (CHECKER if rule.on_by_default else OPTIONAL_CHECKER, rule.code[:4])


def _message_id(code: str) -> str:
    return f"W7{code.removeprefix(FAMILY)}"


def _description(rule: AnyRule) -> str:
    return f"{rule.code}: {rule.summary}. `orm-lint explain {rule.code}` shows more."
