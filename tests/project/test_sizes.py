from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from orm_lint.project.sizes import Sizes, is_named, runs_aside

ORDER: Any = SimpleNamespace(
    label="shop.Order", db_table="shop_order", symbol=SimpleNamespace(dotted="market.shop.models.Order")
)


@pytest.mark.parametrize(
    ("written", "is_it"),
    [
        ("shop.Order", True),
        ("SHOP.ORDER", True),
        ("market.shop.models.Order", True),
        ("shop_order", True),
        ("shop.*", True),
        ("market.*", True),
        ("*", True),
        ("*.Order", True),
        ("Order", False),
        ("shop.Ord", False),
        ("shop", False),
        ("shops.*", False),
        ("sh[o]p.*", False),
        ("shop.?rder", False),
    ],
)
def test_what_names_a_model(written: str, is_it: bool) -> None:
    assert is_named(ORDER, written) is is_it


@pytest.mark.parametrize(
    ("sizes", "size"),
    [
        (Sizes(), None),
        (Sizes(large=("shop.Order",)), "large"),
        (Sizes(small=("shop.Order",)), "small"),
        (Sizes(large=("shop.Item",)), None),
        (Sizes(large=("shop.Order",), small=("shop.Order",)), "large"),
        (Sizes(large=("shop.*",), small=("shop.Order",)), "small"),
        (Sizes(large=("shop.Order",), small=("shop.*",)), "large"),
        (Sizes(large=("shop.*",), small=("*",)), "large"),
        (Sizes(rows={"shop.order": 9_999}), "small"),
        (Sizes(rows={"shop.order": 10_000}), "large"),
        (Sizes(rows={"shop_order": 10_000}), "large"),
        (Sizes(rows={"shop.order": 10_000}, limit=10_001), "small"),
        (Sizes(small=("shop.*",), rows={"shop.order": 10_000}), "small"),
        (Sizes(rows={"shop.item": 10_000}), None),
    ],
)
def test_a_name_goes_before_a_pattern_and_that_before_a_count(sizes: Sizes, size: str | None) -> None:
    assert sizes.of(ORDER) == size


@pytest.mark.parametrize(
    ("path", "is_aside"),
    [
        ("shop/management/commands/expire.py", True),
        ("src/shop/tasks.py", True),
        ("shop/tasks/mail.py", True),
        ("scripts/load.py", True),
        ("shop/views.py", False),
        ("shop/commands/management.py", False),
        ("management/views.py", False),
        ("commands/expire.py", False),
        ("shop/my_tasks.py", False),
    ],
)
def test_what_runs_aside(path: str, is_aside: bool) -> None:
    assert runs_aside(path) is is_aside
