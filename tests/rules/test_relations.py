from __future__ import annotations

import pytest

from orm_lint.project.project import Project
from orm_lint.rules.base.relations import eager_load, lookup_path, model_name, row_holding


@pytest.mark.parametrize(
    ("label", "path", "deeper", "expected"),
    [
        ("shop.Ad", "company", (), '.select_related("company")'),
        ("shop.Ad", "company", ("company__city",), '.select_related("company__city")'),
        ("shop.Ad", "company__city", (), '.select_related("company__city")'),
        # A join calls the other side of a one-to-one relation as lookups do, a prefetch as the attribute.
        ("shop.Ad", "cover", (), '.select_related("front")'),
        ("shop.Ad", "cover", ("cover__printer", "cover__printer__city"), '.select_related("front__printer__city")'),
        ("shop.PromotedAd", "cover", (), '.select_related("front")'),
        ("shop.Ad", "tags__creator", (), '.prefetch_related("tags__creator")'),
        ("shop.Ad", "tags__creator", ("tags__creator__city",), '.prefetch_related("tags__creator__city")'),
        (
            "shop.Ad",
            "company",
            ("company__city__companies", "company__ads__cover"),
            '.select_related("company__city").prefetch_related("company__ads__cover", "company__city__companies")',
        ),
        ("shop.Review", "subject", ("subject__company",), '.prefetch_related("subject__company")'),
        ("shop.Ad", "shown_tags__creator", (), '.prefetch_related("shown_tags__creator")'),
        ("other.Unknown", "company", (), '.prefetch_related("company")'),
    ],
)
def test_joins_reach_to_the_first_relation_to_many(
    shop: Project, label: str, path: str, deeper: tuple[str, ...], expected: str
) -> None:
    assert eager_load(shop, label, path, deeper) == expected


@pytest.mark.parametrize(
    ("label", "path", "expected"),
    [
        ("shop.Ad", "photos", "photo"),
        ("shop.Ad", "cover__printer__ads", "front__printer__ad"),
        ("shop.Ad", "company_id", "company_id"),
        ("shop.Company", "ads__text", "ad__text"),
        ("shop.Ad", "reviews", "reviews"),
        ("shop.Ad", "nothing__at_all", "nothing__at_all"),
    ],
)
def test_lookups_go_by_the_query_names(shop: Project, label: str, path: str, expected: str) -> None:
    assert lookup_path(shop, label, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("company", "shop.Ad"),
        ("company__city", "shop.Ad"),
        ("tags__creator", "shop.Tag"),
        ("tags__creator__city", "shop.Tag"),
        ("company__ads__company", "shop.Ad"),
        ("unknown__creator", "shop.Ad"),
    ],
)
def test_reads_multiply_with_the_rows_of_the_last_set(shop: Project, path: str, expected: str) -> None:
    assert row_holding(shop, "shop.Ad", path) == expected


def test_a_model_that_no_context_has_is_called_as_its_label_says(shop: Project) -> None:
    assert (model_name(shop, "shop.promotedad"), model_name(shop, "billing.Invoice")) == ("PromotedAd", "Invoice")
