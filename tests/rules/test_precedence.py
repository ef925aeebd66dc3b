"""One evaluation gives one code: every combination of what a fact can say, against the order that DESIGN.md states."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from orm_lint.interpreter.facts import AccessorKind, Query, Read
from orm_lint.project.project import Project
from orm_lint.rules import all_rules
from orm_lint.rules.base import Rule
from orm_lint.rules.base.precedence import code_of_query, code_of_read
from tests.rules.made import Find, query, read

FLAGS = ("writes", "prefetched", "whole_table", "repeats", "indexed", "per_row", "in_async")
JUDGING = [
    rule
    for rule in all_rules()
    if isinstance(rule, Rule) and rule.code.startswith(("ORM1", "ORM201", "ORM209", "ORM3"))
]


def test_the_rules_that_judge_facts() -> None:
    assert [(rule.code, rule.name, rule.on_by_default) for rule in JUDGING] == [
        ("ORM101", "related-object-per-row", True),
        ("ORM102", "related-set-per-row", True),
        ("ORM103", "prefetch-defeated", True),
        ("ORM104", "query-per-row", True),
        ("ORM105", "generic-foreign-key-per-row", True),
        ("ORM106", "deferred-column-per-row", True),
        ("ORM107", "key-through-object", True),
        ("ORM108", "invariant-query-in-loop", False),
        ("ORM109", "indexed-queryset-in-loop", True),
        ("ORM110", "lazy-load-in-async", False),
        ("ORM201", "whole-table-count", True),
        ("ORM209", "discarded-queryset", True),
        ("ORM301", "unbounded-queryset", True),
    ]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("ORM101", {"kind": "forward"}),
        ("ORM101", {"kind": "forward", "column": "company_id"}),
        ("ORM101", {"kind": "forward", "key_only": True}),
        ("ORM101", {"kind": "reverse_one"}),
        ("ORM105", {"kind": "generic_key"}),
        ("ORM106", {"kind": "column"}),
        ("ORM106", {"kind": "column", "column": "company_id", "key_only": True}),
        ("ORM107", {"kind": "forward", "key_only": True, "column": "company_id"}),
        ("ORM110", {"kind": "forward", "key_only": True, "column": "company_id", "in_async": True}),
        ("ORM110", {"kind": "column", "in_async": True}),
        ("ORM110", {"kind": "reverse_one", "in_async": True, "per_row": False}),
        (None, {"kind": "forward", "per_row": False}),
        (None, {"kind": "column", "per_row": False}),
        (None, {"kind": "generic_key", "per_row": False}),
        (None, {"kind": "forward", "key_only": True, "column": "company_id", "per_row": False}),
    ],
)
def test_what_a_read_is(shop: Project, code: str | None, says: dict[str, object]) -> None:
    assert code_of_read(read(shop, "company", **says)) == code


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("ORM103", {"accessor": "tags", "prefetched": True}),
        ("ORM103", {"accessor": "tags", "prefetched": True, "repeats": True}),
        ("ORM102", {"accessor": "tags"}),
        ("ORM102", {"accessor": "tags", "indexed": True}),
        ("ORM108", {"accessor": "tags", "repeats": True}),
        ("ORM109", {"indexed": True}),
        ("ORM109", {"indexed": True, "repeats": True}),
        ("ORM108", {"repeats": True}),
        ("ORM108", {"repeats": True, "whole_table": True}),
        ("ORM104", {}),
        ("ORM104", {"whole_table": True}),
        ("ORM110", {"in_async": True}),
        ("ORM110", {"in_async": True, "accessor": "tags", "prefetched": True}),
        ("ORM110", {"in_async": True, "whole_table": True, "per_row": False}),
        ("ORM201", {"whole_table": True, "per_row": False}),
        ("ORM201", {"whole_table": True, "per_row": False, "method": "acount"}),
        ("ORM301", {"whole_table": True, "per_row": False, "method": "iterate"}),
        ("ORM301", {"whole_table": True, "per_row": False, "method": "len"}),
        ("ORM301", {"whole_table": True, "per_row": False, "method": "in_bulk"}),
        (None, {"whole_table": True, "per_row": False, "method": "exists"}),
        (None, {"whole_table": True, "per_row": False, "method": "first"}),
        (None, {"whole_table": True, "per_row": False, "method": "iterator"}),
        (None, {"whole_table": True, "per_row": False, "method": "aggregate"}),
        (None, {"whole_table": True, "per_row": False, "method": "repr"}),
        (None, {"per_row": False}),
        (None, {"per_row": False, "accessor": "tags", "prefetched": True}),
        (None, {"writes": True}),
        (None, {"writes": True, "in_async": True}),
        (None, {"writes": True, "whole_table": True, "per_row": False}),
    ],
)
def test_what_a_query_is(shop: Project, code: str | None, says: dict[str, object]) -> None:
    assert code_of_query(query(shop, "ad.tags", str(says.pop("method", "count")), **says)) == code


def test_every_fact_is_a_finding_of_the_rule_it_belongs_to_and_of_no_other(shop: Project, find: Find) -> None:
    flags = (False, True)
    reads: list[Read] = [
        read(shop, "company", kind=kind, per_row=per_row, in_async=in_async, key_only=key_only, column=column)
        for kind in get_args(AccessorKind)
        for per_row, in_async, key_only, column in product(flags, flags, flags, (None, "company_id"))
    ]
    queries: list[Query] = [
        query(shop, "ad.tags.x()", method, accessor=accessor, owner="shop.Ad", **dict(zip(FLAGS, values, strict=True)))
        for method, accessor in product(("count", "iterate", "get"), (None, "tags"))
        for values in product(flags, repeat=len(FLAGS))
    ]
    for fact, code in [*((one, code_of_read(one)) for one in reads), *((one, code_of_query(one)) for one in queries)]:
        assert [found.code for rule in JUDGING for found in find(rule, fact)] == ([code] if code else [])
