"""What the rules about whole tables and thrown-away querysets say, and how sure they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from orm_lint.finding import Confidence, Span
from orm_lint.interpreter.facts import Discarded
from orm_lint.project.project import Project, ProjectOptions
from orm_lint.project.sizes import Sizes
from orm_lint.rules import discarded_queryset, unbounded_queryset, whole_table_count
from tests.rules.made import Find, finder, place, query, write_project

COUNT = whole_table_count.RULE
WHOLE = unbounded_queryset.RULE
ESTIMATE = "SELECT reltuples::bigint FROM pg_class WHERE relname = 'shop_ad'"
MYSQL = "SELECT table_rows FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'shop_ad'"


def whole(project: Project, method: str, path: str = "shop/views.py", text: str = "Ad.objects.all()"):
    at = place(project, text, path)
    return query(project, text, method, place=at, site=at, per_row=False, whole_table=True)


def test_a_count_of_a_table_whose_size_nobody_stated(shop: Project, find: Find) -> None:
    [found] = find(COUNT, whole(shop, "count"))
    assert found.message == (
        f"`Ad.objects.all()` counts the whole table of Ad; where an estimate will do, ask for it: {ESTIMATE}"
    )
    assert (found.code, found.span) == ("ORM201", Span("shop/views.py", 14, 12, 14, 28))
    assert (found.confidence, found.model, found.relation) == (Confidence.MEDIUM, "shop.Ad", "shop.Ad")


@pytest.mark.parametrize(
    ("method", "repair"),
    [
        ("iterate", "add a filter, a slice or pagination, or read it with .iterator()"),
        ("list", "add a filter, a slice or pagination, or read it with .iterator()"),
        ("len", "use .count() if the number is all that is needed"),
        ("bool", "use .exists() if the rows are not needed"),
        ("contains", "use .contains(…) or a filter"),
        ("in_bulk", "hand it the keys that are needed"),
    ],
)
def test_all_rows_of_a_table(shop: Project, find: Find, method: str, repair: str) -> None:
    [found] = find(WHOLE, whole(shop, method))
    assert found.message == f"`Ad.objects.all()` loads the whole table of Ad; {repair}"
    assert (found.code, found.confidence) == ("ORM301", Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("sizes", "path", "text", "confidence"),
    [
        (Sizes(), "shop/views.py", "Ad.objects.all()", Confidence.MEDIUM),
        (Sizes(), "shop/tasks.py", "Ad.objects.count()", Confidence.LOW),
        (Sizes(large=("shop.Ad",)), "shop/views.py", "Ad.objects.all()", Confidence.HIGH),
        (Sizes(large=("shop.Ad",)), "shop/tasks.py", "Ad.objects.count()", Confidence.MEDIUM),
        (Sizes(rows={"shop_ad": 10_000}), "shop/views.py", "Ad.objects.all()", Confidence.HIGH),
        (Sizes(small=("shop.Ad",)), "shop/views.py", "Ad.objects.all()", None),
        (Sizes(small=("shop.*",)), "shop/tasks.py", "Ad.objects.count()", None),
        (Sizes(rows={"shop_ad": 9_999}), "shop/views.py", "Ad.objects.all()", None),
        (Sizes(small=("shop.Photo",)), "shop/views.py", "Ad.objects.all()", Confidence.MEDIUM),
    ],
)
@pytest.mark.parametrize("doubts", [frozenset(), frozenset({"size"})])
def test_how_sure_a_size_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sizes: Sizes,
    path: str,
    text: str,
    confidence: Confidence | None,
    doubts: frozenset[str],
) -> None:
    project = write_project(tmp_path, ProjectOptions(frozen=True, sizes=sizes))
    find = finder(monkeypatch, project)
    for rule, method in ((COUNT, "count"), (WHOLE, "iterate")):
        fact = structs.replace(whole(project, method, path, text), doubts=doubts)
        assert [found.confidence for found in find(rule, fact)] == ([] if confidence is None else [confidence])


@pytest.mark.parametrize(
    ("engines", "estimate"),
    [
        (("django.db.backends.mysql",), MYSQL),
        (("django.db.backends.mysql", "django.contrib.gis.db.backends.mysql"), MYSQL),
        (("django.db.backends.mysql", "django.db.backends.sqlite3"), ESTIMATE),
        (("django.db.backends.postgresql",), ESTIMATE),
        (("django.db.backends.sqlite3",), ESTIMATE),
        ((), ESTIMATE),
    ],
)
def test_the_estimate_is_that_of_the_database_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engines: tuple[str, ...], estimate: str
) -> None:
    aliases = ", ".join(f'"db{number}": {{"ENGINE": "{engine}"}}' for number, engine in enumerate(engines))
    project = write_project(tmp_path, settings=f"DATABASES = {{{aliases}}}\n" if engines else "")
    [found] = finder(monkeypatch, project)(COUNT, whole(project, "count"))
    assert found.message.endswith(f"ask for it: {estimate}")


def test_a_table_of_a_model_that_no_context_has(shop: Project, find: Find) -> None:
    [found] = find(COUNT, structs.replace(whole(shop, "count"), model="billing.Invoice"))
    assert found.message.endswith(
        "counts the whole table of Invoice; where an estimate will do, ask for it: "
        "SELECT reltuples::bigint FROM pg_class WHERE relname = 'billing_invoice'"
    )


@pytest.mark.parametrize(("evidence", "confidence"), [("project", Confidence.HIGH), ("environment", Confidence.MEDIUM)])
def test_a_queryset_that_is_thrown_away(shop: Project, find: Find, evidence: str, confidence: Confidence) -> None:
    fact = Discarded(place(shop, "owned"), 'ads.select_related("company")', "select_related", "shop.Ad", evidence)
    [found] = find(discarded_queryset.RULE, fact)
    assert found.message == (
        '`ads.select_related("company")` makes a new queryset that is thrown away: '
        "select_related() changes nothing by itself; assign the result, or remove the statement"
    )
    assert (found.code, found.span) == ("ORM209", Span("shop/views.py", 13, 12, 13, 17))
    assert (found.confidence, found.evidence, found.model) == (confidence, evidence, "shop.Ad")


def test_a_queryset_thrown_away_in_another_package_is_not_reported(shop: Project, find: Find) -> None:
    at = place(shop, "owned")
    foreign = structs.replace(at, module=structs.replace(at.module, evidence="bundle"))
    assert find(discarded_queryset.RULE, Discarded(foreign, "ads.all()", "all", "shop.Ad")) == []
