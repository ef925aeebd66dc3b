"""What the rules about one query per row say: the whole message, for facts that are made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from orm_lint.finding import Confidence, Finding, Span
from orm_lint.project.project import Project
from orm_lint.rules import find_rule
from orm_lint.rules.base import Rule
from tests.rules.made import Find, query, read

COMPANY = Span("shop/views.py", 7, 15, 7, 22)
OWNED = Span("shop/views.py", 13, 12, 13, 17)
LOOP = "each iteration of the loop at shop/views.py:11"
HERE = "the queryset at shop/views.py:3"


def rule(code: str) -> Rule:
    found = find_rule(code)
    assert isinstance(found, Rule)
    return found


def only(found: list[Finding], code: str, span: Span) -> str:
    """The message of the one finding, which has this code and place and is sure."""
    [one] = found
    assert (one.code, one.span, one.confidence) == (code, span, Confidence.HIGH)
    return one.message


@pytest.mark.parametrize(
    ("code", "relation", "says", "message"),
    [
        (
            "ORM101",
            "company",
            {},
            f'`ad.company` runs one query per Ad; add .select_related("company") to {HERE}',
        ),
        (
            "ORM101",
            "company",
            {"deeper": ("company__city",)},
            f'`ad.company` runs one query per Ad; add .select_related("company__city") to {HERE}',
        ),
        (
            "ORM101",
            "cover",
            {"kind": "reverse_one"},
            f'`ad.cover` runs one query per Ad; add .select_related("front") to {HERE}',
        ),
        (
            "ORM101",
            "company",
            {"alone": "got"},
            f'`ad.company` runs one query per Ad; add .select_related("company") to {HERE}',
        ),
        (
            "ORM101",
            "company",
            {"alone": "created", "deeper": ("company__city",)},
            (
                '`ad.company` runs one query per Ad; call prefetch_related_objects(rows, "company__city") before the '
                "loop, on rows that are made one by one"
            ),
        ),
        (
            "ORM101",
            "tags__creator",
            {"text": "tag.creator", "origin": None},
            (
                '`tag.creator` runs one query per Tag; add .prefetch_related("tags__creator") '
                "to the queryset that these rows come from"
            ),
        ),
        (
            "ORM105",
            "subject",
            {"kind": "generic_key", "root": "shop.Review", "text": "review.subject"},
            (
                f'`review.subject` runs one query per Review; add .prefetch_related("subject") to {HERE}, '
                'as .select_related("subject_type") does not load it'
            ),
        ),
        (
            "ORM105",
            "content_object",
            {"kind": "generic_key", "root": "other.Unknown", "text": "x.content_object"},
            (
                f'`x.content_object` runs one query per Unknown; add .prefetch_related("content_object") to {HERE}, '
                'as .select_related("content_type") does not load it'
            ),
        ),
        (
            "ORM106",
            "text",
            {"kind": "column"},
            (
                "`ad.text` runs one query per Ad for a column that was left out; "
                f'add "text" to only(), or take it out of defer(), in {HERE}'
            ),
        ),
        (
            "ORM106",
            "cover__printer_id",
            {"kind": "column"},
            (
                "`ad.cover.printer_id` runs one query per Ad for a column that was left out; "
                f'add "front__printer_id" to only(), or take it out of defer(), in {HERE}'
            ),
        ),
        (
            "ORM107",
            "company",
            {"key_only": True, "column": "company_id"},
            "`ad.company` runs one query per Ad for a key that the row holds; read `ad.company_id`",
        ),
        (
            "ORM107",
            "company__city",
            {"key_only": True, "column": "city_id", "text": "company.of(ad).city.pk"},
            (
                "`company.of(ad).city.pk` runs one query per Ad for a key that the row holds; "
                "read `company.of(ad).city_id`"
            ),
        ),
        (
            "ORM107",
            "company",
            {"key_only": True, "column": "company_id", "text": 'getattr(ad, "company")'},
            '`getattr(ad, "company")` runs one query per Ad for a key that the row holds; read `.company_id`',
        ),
        (
            "ORM110",
            "company",
            {"in_async": True, "per_row": False},
            (
                "`ad.company` raises SynchronousOnlyOperation in async code; "
                f'add .select_related("company") to {HERE}, or read it in sync_to_async()'
            ),
        ),
        (
            "ORM110",
            "text",
            {"in_async": True, "kind": "column"},
            (
                "`ad.text` raises SynchronousOnlyOperation in async code; "
                f'load "text" in {HERE}, or read it in sync_to_async()'
            ),
        ),
        (
            "ORM110",
            "subject",
            {"in_async": True, "kind": "generic_key", "root": "shop.Review"},
            (
                "`ad.subject` raises SynchronousOnlyOperation in async code; "
                f'add .prefetch_related("subject") to {HERE}, or read it in sync_to_async()'
            ),
        ),
    ],
)
def test_reads(shop: Project, find: Find, code: str, relation: str, says: dict[str, Any], message: str) -> None:
    assert only(find(rule(code), read(shop, relation, **says)), code, COMPANY) == message


def test_what_a_prefetch_brings_on_other_ways_is_loaded_there(shop: Project, find: Find) -> None:
    fact = read(shop, "company")
    assert fact.origin is not None
    served = frozenset({(fact.origin.place.path, fact.origin.place.at)})
    assert only(find(rule("ORM101"), fact, served=served), "ORM101", COMPANY) == (
        f'`ad.company` runs one query per Ad; add .select_related("company") to a Prefetch for {HERE}: added there, '
        "it asks anew for what was prefetched"
    )


PREFETCH = '.prefetch_related("photos")'
SOME = '.prefetch_related(Prefetch("photos", queryset=…, to_attr="…"))'


@pytest.mark.parametrize(
    ("method", "narrowed", "repair"),
    [
        ("iterate", False, PREFETCH),
        ("len", False, PREFETCH),
        ("bool", False, PREFETCH),
        ("contains", False, PREFETCH),
        ("index", False, PREFETCH),
        ("list", False, PREFETCH),
        ("iterate", True, SOME),
        ("len", True, SOME),
        ("first", False, SOME),
        ("last", False, SOME),
        ("get", False, SOME),
        ("latest", True, SOME),
        ("iterator", False, SOME),
        ("count", False, f'{PREFETCH} or .annotate(Count("photo"))'),
        ("count", True, '.annotate(Count("photo", filter=Q(…)))'),
        ("exists", False, f"{PREFETCH} or .annotate(Exists(…))"),
        ("exists", True, ".annotate(Exists(…))"),
        ("aggregate", False, ".annotate() with the same aggregate"),
    ],
)
def test_a_related_set_is_prefetched_as_far_as_that_answers(
    shop: Project, find: Find, method: str, narrowed: bool, repair: str
) -> None:
    fact = query(
        shop, "ad.photos.x()", method, accessor="photos", owner="shop.Ad", model="shop.Photo", narrowed=narrowed
    )
    message = only(find(rule("ORM102"), fact), "ORM102", OWNED)
    assert message == f"`ad.photos.x()` runs one query per Ad; add {repair} to {HERE}"


def test_queries_that_hang_on_no_row_are_one_finding_whatever_led_there(shop: Project, find: Find) -> None:
    ways = [query(shop, "Ad.objects.get(…)", "get", path=path) for path in ("company", "company__city")]
    [found] = find(rule("ORM104"), *ways)
    assert (found.span, found.relation) == (OWNED, "shop.Ad")


def test_a_set_that_rows_reach_by_two_paths_is_one_finding_a_path(shop: Project, find: Find) -> None:
    says = {"accessor": "ads", "owner": "shop.Company"}
    ways = [query(shop, "company.ads.all()", "iterate", path=path, **says) for path in ("ads", "company__ads")]
    assert [found.relation for found in find(rule("ORM102"), *ways)] == ["ads", "company__ads"]


def test_a_related_set_is_named_by_its_path_from_the_rows(shop: Project, find: Find) -> None:
    says = {"accessor": "ads", "owner": "shop.Company", "path": "company__ads"}
    [found] = find(rule("ORM102"), query(shop, "ad.company.ads.count()", "count", **says))
    assert found.message == (
        "`ad.company.ads.count()` runs one query per Company; "
        f'add .prefetch_related("company__ads") or .annotate(Count("company__ad")) to {HERE}'
    )
    assert found.relation == "company__ads"


@pytest.mark.parametrize(
    ("method", "narrowed", "repair"),
    [
        (
            "iterate",
            True,
            f'use Prefetch("photos", queryset=…, to_attr="…") in {HERE}, or pick from .photos.all() in Python',
        ),
        (
            "get",
            False,
            f'use Prefetch("photos", queryset=…, to_attr="…") in {HERE}, or pick from .photos.all() in Python',
        ),
        ("iterator", False, "iterate over .photos.all(), which the prefetch answers"),
        (
            "iterator",
            True,
            f'use Prefetch("photos", queryset=…, to_attr="…") in {HERE}, or pick from .photos.all() in Python',
        ),
    ],
)
def test_a_prefetch_that_is_not_used(shop: Project, find: Find, method: str, narrowed: bool, repair: str) -> None:
    says = {"accessor": "photos", "owner": "shop.Ad", "model": "shop.Photo", "prefetched": True, "narrowed": narrowed}
    message = only(find(rule("ORM103"), query(shop, "ad.photos.x()", method, **says)), "ORM103", OWNED)
    assert message == f'`ad.photos.x()` goes past the prefetched "photos" and runs one query per Ad; {repair}'


@pytest.mark.parametrize(
    ("method", "repair"),
    [
        ("get", "fetch the rows before the loop, with .in_bulk(…) or .filter(…__in=…)"),
        ("iterate", "fetch the rows before the loop, with .in_bulk(…) or .filter(…__in=…)"),
        ("count", "count for all at once before the loop, with .values(…).annotate(Count(…))"),
        ("aggregate", "compute it for all at once before the loop, with .values(…).annotate(…)"),
        ("exists", "fetch the keys that exist before the loop, with set(….values_list(…, flat=True))"),
    ],
)
def test_a_query_in_a_loop(shop: Project, find: Find, method: str, repair: str) -> None:
    message = only(find(rule("ORM104"), query(shop, "Ad.objects.x(…)", method)), "ORM104", OWNED)
    assert message == f"`Ad.objects.x(…)` runs one query in {LOOP}; {repair}"


def test_a_query_in_a_loop_that_is_not_known(shop: Project, find: Find) -> None:
    [found] = find(rule("ORM104"), query(shop, "Ad.objects.get(…)", "get", loop=None))
    assert found.message.startswith("`Ad.objects.get(…)` runs one query in each iteration; ")
    assert found.relation == "shop.Ad"


def test_the_same_query_in_a_loop(shop: Project, find: Find) -> None:
    message = only(find(rule("ORM108"), query(shop, "Ad.objects.get(…)", "get", repeats=True)), "ORM108", OWNED)
    assert message == f"`Ad.objects.get(…)` runs the same query in {LOOP}; move it before the loop"


def test_an_index_in_a_loop(shop: Project, find: Find) -> None:
    message = only(find(rule("ORM109"), query(shop, "ads[i]", "index", indexed=True)), "ORM109", OWNED)
    assert message == (
        f"`ads[i]` runs one query in {LOOP}; "
        "loop over the queryset itself, or index a list(…) of it that is made before the loop"
    )


@pytest.mark.parametrize(
    ("text", "method", "instead"),
    [
        ("ads.get(…)", "get", "use `await ….aget(…)`"),
        ("ads.count()", "count", "use `await ….acount(…)`"),
        ("ads.contains(ad)", "contains", "use `await ….acontains(…)`"),
        ("ad in ads", "contains", "use `await ….acontains(…)`"),
        ("ads", "iterate", "loop with `async for`"),
        ("list(ads)", "list", "collect the rows with `async for`"),
        ("len(ads)", "len", "use `await ….acount()`"),
        ("ads", "bool", "use `await ….aexists()`"),
        ("ads[0]", "index", "slice it and loop with `async for`"),
        ("ads.iterator()", "iterator", "loop with `async for` over .aiterator()"),
        ("repr(ads)", "repr", "use the asynchronous interface"),
    ],
)
def test_a_query_in_async_code(shop: Project, find: Find, text: str, method: str, instead: str) -> None:
    message = only(find(rule("ORM110"), query(shop, text, method, in_async=True, per_row=False)), "ORM110", OWNED)
    assert message == (
        f"`{text}` raises SynchronousOnlyOperation in async code; {instead}, or run it in sync_to_async()"
    )


def test_async_code_has_findings_of_reads_and_of_queries(shop: Project, find: Find) -> None:
    found = find(rule("ORM110"), query(shop, "ads.get(…)", "get", in_async=True), read(shop, "company", in_async=True))
    assert [(one.span, one.relation) for one in found] == [(COMPANY, "company"), (OWNED, "shop.Ad")]
