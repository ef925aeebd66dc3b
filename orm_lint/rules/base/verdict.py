"""From facts to findings: those of one code, each key once, with its trace and a computed confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from orm_lint.finding import Confidence, Evidence, Finding, TraceStep
from orm_lint.interpreter.facts import Doubt, Query, Read, Station
from orm_lint.project.declarations import is_ours, span_of
from orm_lint.rules.base import EachSubject, Rule
from orm_lint.rules.base.found import facts
from orm_lint.rules.base.precedence import code_of_query, code_of_read
from orm_lint.rules.base.relations import leads_on
from orm_lint.rules.base.wording import quoted

if TYPE_CHECKING:
    from orm_lint.project.project import Project

Fact = TypeVar("Fact", Read, Query)

MOST_SITES = 20
STEPS: dict[Doubt, int] = {"memo": 2, "self": 0}
SAID = {
    "origin": "the rows come from {}",
    "handover": "handed on by {}",
    "loop": "repeated by {}",
    "call": "called by {}",
    "read": "{} asks the database",
}
# What stands at the place of a station without a text; the report shows the line itself.
SHOWN = "repeated for each row that is shown here"
UNQUOTED = {"origin": "here", "handover": "this call", "loop": "this loop", "call": "this", "read": "this"}


class Case(Struct, Generic[Fact], frozen=True):
    """What one finding is made from: facts that agree in code, place and relation, the surest one first."""

    project: Project
    facts: tuple[Fact, ...]

    @property
    def fact(self) -> Fact:
        return self.facts[0]

    @property
    def origins(self) -> tuple[Station, ...]:
        """Where the rows of all facts come from."""
        found = [fact.origin for fact in self.facts]
        return tuple(dict.fromkeys(origin for origin in found if origin is not None))


def deeper(case: Case[Read]) -> tuple[str, ...]:
    """The longer paths of all reads of a case."""
    return tuple(sorted({path for read in case.facts for path in read.deeper}))


class _Pending(Struct, frozen=True):
    """A finding that can be made, about a file."""

    path: str
    make: Callable[[], Finding]


def distance(fact: Read | Query) -> int:
    """The steps less sure that a query is for standing behind several calls, where they do not always lead to it.

    What a framework does is no call that may lead elsewhere.
    """
    cause = fact.cause.place if fact.cause is not None else None
    calls = sum(station.role == "call" and station.place != cause for station in fact.trace)
    if calls > 2:
        return 2 if fact.conditions else 0
    return 1 if calls == 2 else 0


def reads(project: Project, rule: Rule, message: Callable[[Case[Read]], str]) -> Iterable[Finding]:
    """The findings of a rule among the reads."""
    found = [read for read in facts(project).reads if code_of_read(read) == rule.code]
    return _findings(_pending(project, rule, found, message))


def queries(
    project: Project,
    rule: Rule,
    message: Callable[[Case[Query]], str],
    prepare: Callable[[Query], Query | None] = lambda query: query,
    doubted: Callable[[Query], int] = distance,
) -> Iterable[Finding]:
    """The findings of a rule among the queries.

    `prepare` changes a fact before it is judged, or drops it; `doubted` says by how many steps more it is less sure.
    """
    found = [query for query in facts(project).queries if code_of_query(query) == rule.code]
    prepared = (one for query in found if (one := prepare(query)) is not None)
    return _findings(_pending(project, rule, prepared, message, doubted))


def reads_and_queries(
    project: Project,
    rule: Rule,
    of_read: Callable[[Case[Read]], str],
    of_query: Callable[[Case[Query]], str],
) -> Iterable[Finding]:
    """The findings of a rule that judges both."""
    everything = facts(project)
    some_reads = [read for read in everything.reads if code_of_read(read) == rule.code]
    some_queries = [query for query in everything.queries if code_of_query(query) == rule.code]
    return _findings(
        chain(_pending(project, rule, some_reads, of_read), _pending(project, rule, some_queries, of_query))
    )


def confidence_of(doubts: Iterable[Doubt], evidence: Evidence, more: int = 0) -> Confidence:
    """High, one step lower for each doubt; what rests on this machine's packages is a doubt."""
    found = {*doubts, "environment"} if evidence == "environment" else set(doubts)
    return Confidence.HIGH.lowered(sum(STEPS.get(doubt, 1) for doubt in found) + more)


def path_of(fact: Read | Query) -> str:
    """The path of relations from the rows that were fetched to what is asked for; empty for what hangs on no row."""
    if isinstance(fact, Read):
        return fact.relation
    return fact.path or fact.accessor if fact.accessor else ""


def relation_of(fact: Read | Query) -> str:
    """What tells two findings of one place apart; queries that hang on no row are one finding for each place."""
    return fact.relation if isinstance(fact, Read) else fact.accessor or ""


def _findings(pending: Iterable[_Pending]) -> Iterable[Finding]:
    return EachSubject(pending, lambda one: iter((one.make(),)), lambda one: one.path)


def _pending(
    project: Project,
    rule: Rule,
    found: Iterable[Fact],
    message: Callable[[Case[Fact]], str],
    doubted: Callable[[Fact], int] = distance,
) -> Iterator[_Pending]:
    for case in _cases(project, found, doubted):
        yield _Pending(case.fact.place.path, partial(_finding, rule, case, message, doubted))


def _finding(
    rule: Rule, case: Case[Fact], message: Callable[[Case[Fact]], str], doubted: Callable[[Fact], int]
) -> Finding:
    fact = case.fact
    return Finding(
        rule.code,
        rule.name,
        message(case) + _heirs(case),
        span_of(case.project, fact.place),
        confidence_of(fact.doubts, fact.evidence, doubted(fact)),
        fact.evidence,
        model=fact.model,
        relation=path_of(fact) or fact.model,
        trace=tuple(_trace(case)),
    )


def _heirs(case: Case[Fact]) -> str:
    """How many classes inherit what stands at the place of a finding."""
    count = len({fact.heir for fact in case.facts if fact.heir is not None})
    return f" ({count} {'class inherits' if count == 1 else 'classes inherit'} this)" if count else ""


def _cases(project: Project, found: Iterable[Fact], doubted: Callable[[Fact], int]) -> Iterator[Case[Fact]]:
    """One case for each key; between facts that are equally sure, the order of the source decides."""
    groups: dict[tuple[str, int, str], list[Fact]] = defaultdict(list)
    for fact in found:
        if is_ours(fact.place) and _can_be_loaded(project, fact):
            groups[fact.place.path, fact.place.at, relation_of(fact)].append(fact)
    for group in groups.values():
        group.sort(key=lambda fact: _rank(fact, doubted))
        for same in _by_path(group):
            yield Case(project, tuple(same))


def _by_path(group: Sequence[Fact]) -> Iterable[list[Fact]]:
    """Rows that reach one read by several paths need a repair for each; those of unknown origin need none of theirs."""
    paths: dict[str, list[Fact]] = {}
    for fact in group:
        if fact.origin is not None:
            paths.setdefault(path_of(fact), []).append(fact)
    if not paths:
        return [list(group)]
    next(iter(paths.values())).extend(fact for fact in group if fact.origin is None)
    return paths.values()


def _rank(fact: Fact, doubted: Callable[[Fact], int]) -> tuple[object, ...]:
    """The surest fact comes first, of those one that says where its rows come from."""
    return -confidence_of(fact.doubts, fact.evidence, doubted(fact)), fact.origin is None, *_order(fact)


def _can_be_loaded(project: Project, fact: Read | Query) -> bool:
    """Whether what the repair says fits all rows that come from there: one expression may ask for several models."""
    path = fact.relation if isinstance(fact, Read) else fact.accessor and fact.path
    if not path or fact.origin is None or fact.in_async or (isinstance(fact, Read) and fact.key_only):
        return True
    labels = facts(project).models_at.get(fact.origin.place, frozenset())
    return not is_ours(fact.origin.place) or all(leads_on(project, label, path) for label in labels)


def _order(fact: Read | Query) -> tuple[tuple[str, int], ...]:
    """Origin, loop and stations of a fact by their places."""
    stations = (fact.origin, fact.loop, *fact.trace)
    return tuple((station.place.path, station.place.at) if station else ("", 0) for station in stations)


def _trace(case: Case[Fact]) -> Iterator[TraceStep]:
    """The way of the surest fact, then where else the rows come from; stations in other packages are left out."""
    seen: set[tuple[str, str, int]] = set()
    others: list[Station] = [fact.trace[-1] for fact in case.facts[1:] if fact.trace][:MOST_SITES]
    for station in (*case.fact.trace, *others, *case.origins):
        key = (station.role, station.place.path, station.place.at)
        if is_ours(station.place) and key not in seen:
            seen.add(key)
            text = SAID[station.role].format(quoted(station.text) if station.text else UNQUOTED[station.role])
            if station.role == "loop" and not station.text and case.fact.cause is not None:
                text = SHOWN
            yield TraceStep(station.role, span_of(case.project, station.place), text)
