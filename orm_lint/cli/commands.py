"""The commands, each from parsed arguments to an exit code."""

from __future__ import annotations

import gc
import json
import sys
from argparse import Namespace
from pathlib import Path

from orm_lint.cli.output import complain_about, wants_colour, write_lines
from orm_lint.cli.progress import progress_bar
from orm_lint.engine.request import CheckRequest, Progress
from orm_lint.engine.select import Selection
from orm_lint.errors import UnreadableFileError, UsageError
from orm_lint.finding import Confidence
from orm_lint.reports.printable import Locate, locator
from orm_lint.reports.report import CLEAN, FAILED, Report

STDIN = "-"
STDIN_NAME = "stdin.py"


def run(options: Namespace) -> int:
    """Runs the command of the arguments and returns its exit code."""
    match options.command:
        case "check":
            return _check(options)
        case "explain":
            return _explain(options.rule)
        case "rules":
            return _rules(options.output_format)
        case "models":
            return _models(options)
    raise UsageError(f"{options.command}: no such command")


def _check(options: Namespace) -> int:
    from orm_lint.engine.run import check

    # Nothing that is read is freed before the end, and nothing in it refers in circles, so collecting only costs:
    # on saleor it made reading 3 times slower on Python 3.11, 1.3 times on 3.13. Not in the engine: editors live long.
    gc.disable()
    with progress_bar() as progress:
        report = check(_request(options, progress))
    locate = locator(report.root, Path.cwd().resolve())
    _write(report, options.output_format, locate)
    if options.output_format != "json":
        complain_about((*report.failures, *report.notices), locate)
    if options.statistics:
        sys.stdout.flush()
        sys.stderr.write("".join(f"{count:>9,}  {phrase}\n" for phrase, count in report.statistics.items()))
    return CLEAN if options.exit_zero and report.exit_code != FAILED else report.exit_code


def _request(options: Namespace, progress: Progress | None) -> CheckRequest:
    paths = [Path(path) for path in options.paths or ["."] if path != STDIN]
    overlay: dict[Path, str] = {}
    if STDIN in options.paths:
        name = Path(options.stdin_filename or STDIN_NAME)
        overlay[name] = _read_stdin(name)
        paths.append(name)
    elif options.stdin_filename:
        raise UsageError("--stdin-filename is only for -, standard input")
    confidence = options.min_confidence
    return CheckRequest(
        paths=tuple(paths),
        overlay=overlay,
        selection=Selection(
            None if options.select is None else _joined(options.select),
            _joined(options.extend_select or []),
            _joined(options.ignore or []),
        ),
        min_confidence=Confidence[confidence.upper()] if confidence else None,
        frozen=options.frozen,
        config=_path(options.config),
        force_exclude=options.force_exclude,
        related=options.related,
        suppressed=options.disable_noqa,
        progress=progress,
        statistics=options.statistics,
    )


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None


def _joined(lists: list[list[str]]) -> tuple[str, ...]:
    return tuple(code for codes in lists for code in codes)


def _read_stdin(name: Path) -> str:
    """The text on standard input, decoded as Python would decode the file. Raises UsageError where it cannot be."""
    from orm_lint.source.file import SourceFile

    try:
        return SourceFile.from_bytes(name.as_posix(), sys.stdin.buffer.read()).data.decode()
    except UnreadableFileError as error:
        raise UsageError(str(error)) from error


def _write(report: Report, output_format: str, locate: Locate) -> None:
    match output_format:
        case "json":
            from orm_lint.reports import json as json_report

            write_lines([json_report.render(report)])
        case "concise":
            from orm_lint.reports import concise

            write_lines(concise.render(report, locate))
        case _:
            _write_text(report, locate)


def _write_text(report: Report, locate: Locate) -> None:
    from orm_lint.reports import text

    lines = text.render(report, locate)
    if wants_colour(sys.stdout):
        from orm_lint.reports import colour

        colour.write(lines, sys.stdout)
    else:
        write_lines(map(text.plain, lines))


def _explain(wanted: str) -> int:
    from orm_lint.engine.pages import rule_page
    from orm_lint.rules import all_rules, find_rule
    from orm_lint.rules.base import nearest

    rule = find_rule(wanted)
    if rule is None:
        names = [name for known in all_rules() for name in (known.code, known.name)]
        raise UsageError(f"no rule is called {wanted}{nearest(wanted, names)}")
    sys.stdout.write(rule_page(rule))
    return CLEAN


def _rules(output_format: str) -> int:
    from orm_lint.rules import all_rules

    rules = all_rules()
    if output_format == "json":
        keys = ("code", "name", "summary", "on_by_default")
        write_lines([json.dumps([{key: getattr(rule, key) for key in keys} for rule in rules], indent=2)])
        return CLEAN
    widest = max(len(rule.name) for rule in rules)
    states = {True: "on", False: "off"}
    write_lines(f"{rule.code}  {states[rule.on_by_default]:3}  {rule.name:{widest}}  {rule.summary}" for rule in rules)
    return CLEAN


def _models(options: Namespace) -> int:
    from orm_lint.cli.models import shown_models
    from orm_lint.engine.opened import open_target
    from orm_lint.engine.request import targets

    gc.disable()  # see _check
    with progress_bar() as progress:
        request = CheckRequest(
            paths=(Path(options.project),), config=_path(options.config), frozen=options.frozen, progress=progress
        )
        (target,) = targets(request)
        project = open_target(target, request).project
    locate = locator(target.root, Path.cwd().resolve())
    write_lines(shown_models(project, options.label, locate))
    complain_about(project.notices, locate)
    return CLEAN
