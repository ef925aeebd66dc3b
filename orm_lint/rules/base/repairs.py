"""What messages say of a query for each row: who runs it, and where more is to be loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from orm_lint.project.declarations import is_ours
from orm_lint.rules.base.found import facts
from orm_lint.rules.base.members import member_at
from orm_lint.rules.base.relations import model_name, row_holding, written
from orm_lint.rules.base.wording import (
    cause_of,
    is_read_by_cause,
    listed,
    location,
    querysets,
    quoted,
    spot,
    subject,
)

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Query, Read, Remedy, Station
    from orm_lint.rules.base.verdict import Case

Fact = TypeVar("Fact", "Read", "Query")
JOIN = ".select_related("


def read_per_row(case: Case[Read]) -> str:
    """Who fetches a relation or column of each row."""
    read = case.fact
    row = model_name(case.project, row_holding(case.project, read.root, read.relation))
    if read.cause is None:
        return f"{subject(read)} runs one query per {row}"
    path = written(case.project, read.root, read.relation)
    return f"{cause_of(read)} reads {path}{location(read)} for every {row}"


def query_per_owner(case: Case[Query]) -> str:
    """Who asks for the related rows of each row."""
    query = case.fact
    owner = model_name(case.project, query.owner or query.model)
    if query.cause is None:
        return f"{subject(query)} runs one query per {owner}"
    if is_read_by_cause(query):
        return f"{cause_of(query)} reads {owner.lower()}.{query.accessor} for every {owner}"
    return f"{cause_of(query)} runs {quoted(query.text)}{location(query)} for every {owner}"


def loading(case: Case[Fact], load: str) -> str:
    """Where `load` is added, and what a prefetch needs where iterator() reads the rows."""
    remedy = _only_remedy(case)
    if remedy is not None and remedy.join and load.startswith(JOIN) and "prefetch_related" not in load:
        return remedy.join.replace("{paths}", _with_kept(load.removeprefix(JOIN).removesuffix(")"), remedy.kept))
    if alone := _alone(case, load):
        paths = load.partition(" or ")[0].replace(").prefetch_related(", ", ").partition("(")[2].removesuffix(")")
        return f"call prefetch_related_objects(rows, {paths}) before the loop, on rows that are {alone} one by one"
    streamed = "prefetch_related" in load and any(fact.streamed for fact in case.facts)
    if remedy is None and _is_prefetched(case):
        return f"add {load} to a Prefetch for {rows_of(case)}: added there, it asks anew for what was prefetched"
    return f"add {load} to {rows_of(case)}" + (", where a prefetch needs .iterator(chunk_size=…)" if streamed else "")


def _with_kept(paths: str, kept: tuple[str, ...]) -> str:
    """The quoted paths, with those that were joined before and are no part of them."""
    stated = [path.strip('"') for path in paths.split(", ")]
    more = [f'"{path}"' for path in kept if not any(f"{one}__".startswith(f"{path}__") for one in stated)]
    return ", ".join([paths, *more])


def _is_prefetched(case: Case[Fact]) -> bool:
    """Whether the rows are sets of others which a prefetch brings on other ways."""
    served = facts(case.project).served
    places = {(origin.place.path, origin.place.at) for origin in case.origins}
    return bool(places) and places <= served


def _alone(case: Case[Fact], load: str) -> str:
    """How rows came one by one, if nothing that is added there loads for all of them at once."""
    found = {fact.alone if fact.per_row else None for fact in case.facts if fact.origin is not None}
    if found == {"created"}:
        return "made"
    is_deep = "__" in load  # where the way leads through a set, one query may bring the rest of it for all its rows
    is_got = bool(found) and found <= {"got", "created"} and "prefetch_related" in load
    return "fetched" if is_got and not is_deep else ""


def rows_of(case: Case[Fact]) -> str:
    """The querysets that the rows come from: members of classes by name, if a framework loops or makes them."""
    remedies = facts(case.project).remedies
    if case.fact.cause is None and not any(origin.place in remedies for origin in case.origins):
        return querysets(case.origins)
    names = [_name(case, origin) for origin in case.origins if is_ours(origin.place)]
    return listed(list(dict.fromkeys(names))) if names else "the queryset that these rows come from"


def _name(case: Case[Fact], origin: Station) -> str:
    remedy = facts(case.project).remedies.get(origin.place)
    if remedy is not None:
        return remedy.rows
    member = member_at(case.project, origin.place)
    return f"{member or 'the queryset'} at {spot(origin.place)}"


def _only_remedy(case: Case[Fact]) -> Remedy | None:
    """The remedy of the rows, if they all have the same one."""
    remedies = facts(case.project).remedies
    found = {remedies.get(origin.place) for origin in case.origins}
    return found.pop() if len(found) == 1 else None
