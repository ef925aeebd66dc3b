from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import structs

from orm_lint.finding import Confidence, Evidence, Span, TraceStep
from orm_lint.interpreter.facts import Doubt
from orm_lint.project.modules import Module
from orm_lint.project.project import Project
from orm_lint.rules import related_object_per_row, related_set_per_row
from orm_lint.rules.base import EachSubject
from orm_lint.rules.base.found import SharedFailureError
from orm_lint.rules.base.verdict import confidence_of
from tests.rules.made import Find, place, query, read, station, write_project

RULE = related_object_per_row.RULE
COMPANY = Span("shop/views.py", 7, 15, 7, 22)
OWNED = Span("shop/views.py", 13, 12, 13, 17)
ORIGIN = TraceStep("origin", Span("shop/views.py", 3, 7, 3, 32), 'the rows come from `Ad.objects.order_by("pk")`')


def elsewhere(project: Project) -> Module:
    """A module of another package."""
    return structs.replace(place(project, "ad").module, evidence="bundle", path="<django 5.2>/admin.py")


@pytest.mark.parametrize(
    ("doubts", "evidence", "more", "expected"),
    [
        (set(), "project", 0, Confidence.HIGH),
        (set(), "bundle", 0, Confidence.HIGH),
        (set(), "environment", 0, Confidence.MEDIUM),
        ({"environment"}, "environment", 0, Confidence.MEDIUM),
        ({"annotation"}, "project", 0, Confidence.MEDIUM),
        ({"dispatch"}, "project", 0, Confidence.MEDIUM),
        ({"escaped"}, "project", 0, Confidence.MEDIUM),
        ({"unknown"}, "project", 0, Confidence.MEDIUM),
        ({"self"}, "project", 0, Confidence.HIGH),
        ({"size"}, "project", 0, Confidence.MEDIUM),
        ({"memo"}, "project", 0, Confidence.LOW),
        ({"annotation", "escaped"}, "project", 0, Confidence.LOW),
        ({"annotation", "escaped", "memo"}, "environment", 2, Confidence.LOW),
        ({"annotation"}, "environment", 0, Confidence.LOW),
        (set(), "project", 1, Confidence.MEDIUM),
        (set(), "project", 2, Confidence.LOW),
    ],
)
def test_each_doubt_lowers_the_confidence(
    doubts: set[Doubt], evidence: Evidence, more: int, expected: Confidence
) -> None:
    assert confidence_of(doubts, evidence, more) == expected


def test_what_does_not_fit_all_models_of_an_expression_is_no_repair(shop: Project, find: Find) -> None:
    origin = place(shop, 'Ad.objects.order_by("pk")')
    one = read(shop, "company")
    assert len(find(RULE, one, models_at={origin: frozenset({"shop.Ad", "shop.PromotedAd"})})) == 1
    assert find(RULE, one, models_at={origin: frozenset({"shop.Ad", "shop.City"})}) == []
    assert len(find(RULE, one, models_at={place(shop, "Ad.objects.all()"): frozenset({"shop.City"})})) == 1


def test_a_prefetch_for_rows_of_iterator_needs_a_chunk_size(shop: Project, find: Find) -> None:
    [joined] = find(RULE, read(shop, "company", streamed=True))
    [fetched] = find(RULE, read(shop, "tags__creator", streamed=True))
    assert joined.message.endswith('add .select_related("company") to the queryset at shop/views.py:3')
    assert fetched.message.endswith("the queryset at shop/views.py:3, where a prefetch needs .iterator(chunk_size=…)")


def test_a_finding_says_all_that_its_fact_says(shop: Project, find: Find) -> None:
    stations = (
        station(shop, "origin", 'Ad.objects.order_by("pk")'),
        station(shop, "handover", "ADS"),
        station(shop, "loop", "for ad in ADS"),
        station(shop, "call", "describe(ad)"),
        station(shop, "read", "ad.company"),
    )
    fact = read(
        shop, "company", trace=stations, doubts=frozenset({"escaped"}), evidence="bundle", model="shop.PromotedAd"
    )
    [found] = find(RULE, fact)
    assert (found.code, found.name, found.span, found.relation) == ("ORM101", RULE.name, COMPANY, "company")
    assert (found.confidence, found.evidence, found.model) == (Confidence.MEDIUM, "bundle", "shop.PromotedAd")
    assert found.trace == (
        ORIGIN,
        TraceStep("handover", Span("shop/views.py", 3, 1, 3, 4), "handed on by `ADS`"),
        TraceStep("loop", Span("shop/views.py", 11, 5, 11, 18), "repeated by `for ad in ADS`"),
        TraceStep("call", Span("shop/views.py", 6, 5, 6, 17), "called by `describe(ad)`"),
        TraceStep("read", Span("shop/views.py", 7, 12, 7, 22), "`ad.company` asks the database"),
    )


def test_facts_that_agree_in_place_and_relation_are_one_finding(shop: Project, find: Find) -> None:
    here = station(shop, "origin", 'Ad.objects.order_by("pk")')
    there = station(shop, "origin", "Ad.objects.filter(pk=1)")
    facts = [
        read(shop, "company", deeper=("company__city",), origin=there, trace=(there,)),
        read(shop, "company", deeper=("company__ads",), origin=here, trace=(here,)),
        read(shop, "cover", kind="reverse_one"),
        read(shop, "company", origin=here, trace=(here,)),
    ]
    company, cover = find(RULE, *facts)
    assert company.message == (
        "`ad.company` runs one query per Ad; "
        'add .select_related("company__city").prefetch_related("company__ads") to the querysets at '
        "shop/views.py:3 and shop/views.py:18"
    )
    other = TraceStep("origin", Span("shop/views.py", 18, 12, 18, 35), "the rows come from `Ad.objects.filter(pk=1)`")
    assert company.trace == (ORIGIN, other)
    assert (cover.span, cover.relation) == (COMPANY, "cover")
    assert find(RULE, *reversed(facts)) == [company, cover]


def test_the_surest_fact_speaks_for_all(shop: Project, find: Find) -> None:
    unsure = read(shop, "company", text="first.company", doubts=frozenset({"self"}), evidence="environment")
    sure = read(shop, "company", text="second.company", origin=station(shop, "origin", "Ad.objects.filter(pk=1)"))
    [found] = find(RULE, unsure, sure)
    assert (found.confidence, found.evidence) == (Confidence.HIGH, "project")
    assert found.message.startswith("`second.company` runs")


def test_queries_are_told_apart_by_accessor_or_model(shop: Project, find: Find) -> None:
    facts = [
        query(shop, "ad.tags.all()", "iterate", accessor="tags", owner="shop.Ad", model="shop.Tag"),
        query(shop, "ad.tags.all()", "len", accessor="tags", owner="shop.Ad", model="shop.Tag"),
        query(shop, "ad.photos.all()", "iterate", accessor="photos", owner="shop.Ad", model="shop.Photo"),
    ]
    found = find(related_set_per_row.RULE, *facts)
    assert [(one.span, one.relation, one.model) for one in found] == [
        (OWNED, "tags", "shop.Tag"),
        (OWNED, "photos", "shop.Photo"),
    ]


@pytest.mark.parametrize(
    ("count", "where"),
    [
        (0, "the queryset that these rows come from"),
        (1, "the queryset at shop/api.py:1"),
        (2, "the querysets at shop/api.py:1 and shop/api.py:2"),
        (3, "the querysets at shop/api.py:1, shop/api.py:2 and shop/api.py:3"),
        (5, "the querysets at shop/api.py:1, shop/api.py:2, shop/api.py:3 and 2 more"),
    ],
)
def test_at_most_three_origins_are_named(shop: Project, find: Find, count: int, where: str) -> None:
    origins = [station(shop, "origin", text, "shop/api.py") for text in ("one()", "two()", "three()")]
    origins += [station(shop, "origin", text) for text in ("Ad.objects.all()", "Ad.objects.filter(pk=1)")]
    facts = [read(shop, "company", origin=origin) for origin in origins[:count]] or [read(shop, "company", origin=None)]
    [found] = find(RULE, *facts)
    assert found.message == f'`ad.company` runs one query per Ad; add .select_related("company") to {where}'


def test_what_stands_in_other_packages_is_not_pointed_at(shop: Project, find: Find) -> None:
    foreign = structs.replace(place(shop, "ad"), module=elsewhere(shop))
    origin = structs.replace(station(shop, "origin", "ADS"), place=foreign)
    inside = read(shop, "company", site=foreign, origin=origin, trace=(origin, station(shop, "loop", "for ad in ADS")))
    [found] = find(RULE, inside, read(shop, "company", place=foreign))
    assert found.message.startswith("`ad.company` runs one query per Ad; ")
    assert found.message.endswith("to the queryset that these rows come from")
    assert [step.role for step in found.trace] == ["loop"]


def test_a_read_in_a_helper_says_where_it_stands(shop: Project, find: Find) -> None:
    [found] = find(RULE, read(shop, "company", place=place(shop, "describe(ad)\n        ad")))
    assert found.message.startswith("`ad.company` (shop/views.py:7) runs one query per Ad; ")


def test_code_in_messages_is_short_and_on_one_line(shop: Project, find: Find) -> None:
    [found] = find(RULE, read(shop, "company", text="ads[\n    0\n].company"))
    assert found.message.startswith("`ads[ 0 ].company` runs")
    [found] = find(RULE, read(shop, "company", text="x" * 71))
    assert found.message.startswith(f"`{'x' * 69}…` runs")


def test_a_fact_that_cannot_be_judged_costs_only_itself(shop: Project, find: Find) -> None:
    missing = structs.replace(place(shop, "ad").module, path="gone.py")
    facts = [
        read(shop, "company", place=structs.replace(place(shop, "ad"), module=missing)),
        read(shop, "company"),
    ]
    with pytest.raises(Exception, match=r"gone\.py"):
        find(RULE, *facts)
    findings = related_object_per_row.check(shop)
    assert isinstance(findings, EachSubject)
    with pytest.raises(Exception, match=r"gone\.py"):
        next(findings)
    assert (findings.path, [found.span for found in findings]) == ("gone.py", [COMPANY])


def test_the_failure_of_the_interpreter_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def facts_of(project: Project, hooks: object) -> None:
        calls.append(project)
        raise RecursionError("too deep")

    monkeypatch.setitem(sys.modules, "orm_lint.interpreter.run", SimpleNamespace(facts_of=facts_of))
    project = write_project(tmp_path)
    errors = []
    for rule in (RULE, related_set_per_row.RULE):
        with pytest.raises(SharedFailureError) as raised:
            rule.check(project)
        errors.append(raised.value)
    assert errors[0] is errors[1]
    assert (errors[0].what, repr(errors[0].cause)) == ("the interpreter", "RecursionError('too deep')")
    assert len(calls) == 1
