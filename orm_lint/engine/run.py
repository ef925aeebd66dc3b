"""The facade that every frontend calls: a request goes in, a report comes out; nothing is printed."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field, structs

from orm_lint.conventions import HOOKS
from orm_lint.engine.failures import outcomes
from orm_lint.engine.merge import merged
from orm_lint.engine.named import SUFFIX
from orm_lint.engine.nested import with_nested
from orm_lint.engine.opened import Opened, open_target
from orm_lint.engine.outcome import joined, shown
from orm_lint.engine.request import CheckRequest, Target, targets
from orm_lint.engine.select import Selection, covered, selected
from orm_lint.engine.settings import SettingsCodes, misnamed_models, settings_codes
from orm_lint.engine.suppressions import ByLine, is_hidden, written_codes
from orm_lint.errors import UnreadableFileError, UsageError
from orm_lint.finding import Finding, Notice
from orm_lint.project.project import Project
from orm_lint.reports.report import Report, Summary
from orm_lint.rules import all_rules
from orm_lint.rules.base import AnyRule, Rule, RunFacts, RunRule, WrittenCode, nearest
from orm_lint.rules.base.found import use
from orm_lint.source.suppress import Suppression, find_suppressions

UNREADABLE = "ORM902"
NO_COMMENTS = ByLine(())


class _Run(Struct):
    """One project under one set of rules, and what went wrong on the way."""

    project: Project
    target: Target
    request: CheckRequest
    rules: tuple[AnyRule, ...]
    codes: frozenset[str]
    linted: frozenset[str]
    settings: SettingsCodes
    notices: tuple[Notice, ...]
    failures: list[Notice] = field(default_factory=list)

    def found(self, code: str, results: Iterable[Finding | Notice]) -> list[Finding]:
        """The findings among a rule's results; the failures are kept aside."""
        found = []
        for result in results if code in self.codes else ():
            if isinstance(result, Finding):
                found.append(result)
            else:
                self.failures.append(result)
        return found


def check(request: CheckRequest) -> Report:
    """Lints what a request names.

    Raises ConfigError for a wrong configuration, UsageError for a path or a code that does not exist. Bad input of any
    other kind ends in a notice or an ORM902 finding.
    """
    started = time.perf_counter()
    _reject_unknown(request.selection, all_rules())
    waiting = {target.root: target for target in targets(request)}
    reports = []
    while waiting:
        opened = open_target(waiting.pop(min(waiting)), request)
        target, nested = with_nested(opened.target, opened.project.tree.linted, request)
        for inner in nested:
            known = waiting.get(inner.root, inner)
            waiting[inner.root] = structs.replace(known, folders=known.folders | inner.folders)
        reports.append(lint(structs.replace(opened, target=target), request))
    return merged(reports, time.perf_counter() - started)


def lint(opened: Opened, request: CheckRequest) -> Report:
    """Lints the part of a request that lies in one project."""
    rules = all_rules()
    project, target = opened.project, opened.target
    use(project, HOOKS)
    linted = {path for path in project.tree.linted if target.asks_for(path)}
    if not request.force_exclude:
        linted |= {path for path in target.files if path.endswith(SUFFIX)}
    run = _Run(
        project=project,
        target=target,
        request=request,
        rules=rules,
        codes=selected(request.selection.over(target.config), rules),
        linted=frozenset(linted),
        settings=settings_codes(target.config, target.root, rules),
        notices=opened.notices,
    )
    findings = shown(_findings(run), target.config, request.min_confidence or target.config.min_confidence, rules)
    return Report(
        root=target.root,
        findings=findings,
        notices=_notices(run),
        failures=tuple(sorted(set(run.failures))),
        summary=Summary(project.files_read, project.lines_read, len(project.models), 0.0),
        texts=_texts(run, findings),
        statistics=_statistics(project, findings) if request.statistics else project.statistics,
    )


def _statistics(project: Project, findings: Iterable[Finding]) -> Mapping[str, int]:
    # Imported here: it needs the interpreter, and hardly any run asks for it.
    from orm_lint.engine.statistics import statistics

    return statistics(project, findings)


def _findings(run: _Run) -> list[Finding]:
    """What the rules find in the requested files and no comment hides, then what they find about the run itself."""
    everything = joined(
        finding
        for rule in run.rules
        if isinstance(rule, Rule)
        for finding in run.found(rule.code, outcomes(rule.code, rule.check, run.project))
        if finding.span.path in run.linted or _is_related(run, finding)
    )
    comments = _comments(run.project, run.linted.union(finding.span.path for finding in everything))
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in everything:
        by_file[finding.span.path].append(finding)
    written = [
        code
        for path in sorted(run.linted & comments.keys())
        for code in written_codes(comments[path], by_file[path], run.rules)
    ]
    about_run = _about_run(run, _facts(run, written))
    if run.request.suppressed:
        return joined([*everything, *about_run])
    by_line = {path: ByLine(found) for path, found in comments.items()}
    return [
        finding
        for finding in joined([*everything, *about_run])
        if not is_hidden(finding, by_line.get(finding.span.path, NO_COMMENTS).at(finding.span.line))
    ]


def _is_related(run: _Run, finding: Finding) -> bool:
    """Whether a finding of another file is asked for: its way leads through a named one."""
    return (
        run.request.related
        and run.project.tree.classify(finding.span.path) == "linted"
        and any(run.target.asks_for(step.span.path) for step in finding.trace)
    )


def _about_run(run: _Run, facts: RunFacts) -> list[Finding]:
    return [
        finding
        for rule in run.rules
        if isinstance(rule, RunRule)
        for finding in run.found(rule.code, outcomes(rule.code, rule.check, facts))
    ]


def _facts(run: _Run, written: Iterable[WrittenCode]) -> RunFacts:
    about_rules = {rule.code for rule in run.rules if isinstance(rule, Rule)}
    return RunFacts(
        judged=run.codes & about_rules,
        optional=frozenset(rule.code for rule in run.rules if rule.code not in about_rules or not rule.on_by_default),
        suppressions=tuple(written),
        settings=run.settings.codes,
        unreadable=tuple(notice for notice in run.notices if _is_unreadable(run, notice)),
        names=tuple(name for rule in run.rules for name in (rule.code, rule.name)),
    )


def _is_unreadable(run: _Run, notice: Notice) -> bool:
    return notice.path in run.linted and notice not in run.project.tree.notices


def _notices(run: _Run) -> tuple[Notice, ...]:
    """What is no finding: the rest of the project's notices, and settings that mean nothing here."""
    kept = [notice for notice in run.notices if UNREADABLE not in run.codes or not _is_unreadable(run, notice)]
    misnamed = misnamed_models(run.target.config, run.target.root, run.project)
    return tuple(sorted({*kept, *run.settings.unplaced, *misnamed}))


def _comments(project: Project, paths: Iterable[str]) -> dict[str, tuple[Suppression, ...]]:
    """The suppression comments of the files that have any."""
    found: dict[str, tuple[Suppression, ...]] = {}
    for path in sorted(paths):
        try:
            comments = find_suppressions(project.source(path))
        except UnreadableFileError:
            continue  # the project's notice says so
        if comments:
            found[path] = comments
    return found


def _texts(run: _Run, findings: Iterable[Finding]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in sorted({finding.span.path for finding in findings}):
        try:
            texts[path] = run.project.source(path).data.decode()
        except UnreadableFileError:
            continue
    return texts


def _reject_unknown(selection: Selection, rules: tuple[AnyRule, ...]) -> None:
    names = [name for rule in rules for name in (rule.code, rule.name)]
    for option, written in (
        ("--select", selection.select or ()),
        ("--extend-select", selection.extend_select),
        ("--ignore", selection.ignore),
    ):
        for selector in written:
            if not covered(selector, rules):
                raise UsageError(f"{option}: no rule is called {selector}{nearest(selector, names)}")
