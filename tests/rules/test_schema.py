"""What the rules about indexes claim, asked of the Django that is installed: the tables are made, the indexes listed.

SQLite lists no index for a primary key, so none appears here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import django
import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures" / "rules"
SCRIPT = Path(__file__).parent / "schema.py"


def run(case: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), str(FIXTURES / case)], capture_output=True, text=True)


def indexes(case: str) -> dict[str, list[list[str]]]:
    made = run(case)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


@pytest.mark.parametrize(
    "case",
    ["ORM501/bad", "ORM501/lookalikes", "ORM505/lookalikes", "ORM506/lookalikes", "ORM506/mysql"],
)
def test_django_makes_the_tables_of_the_fixtures(case: str) -> None:
    assert len(indexes(case)) >= 3


def test_an_argument_beside_a_unique_column_or_a_key_makes_no_index() -> None:
    found = indexes("ORM506/bad")
    assert found["shop.Owner"] == [["unique", "email"]]
    keys = [one for one in found["shop.Ad"] if "owner_id" in one or "twin_id" in one]
    assert keys == [["owner_id"], ["unique", "twin_id"]]


def test_each_other_argument_and_index_that_is_reported_is_one_too_many() -> None:
    found = indexes("ORM506/bad")
    assert [one for one in found["shop.Ad"] if one[0] in ("buyer_id", "created", "price")] == [
        ["buyer_id"],
        ["buyer_id"],
        ["created"],
        ["created", "price"],
        ["price"],
        ["price"],
    ]
    assert found["shop.Offer"] == [
        ["ad_id"],
        ["day"],
        ["day", "place"],
        ["slug"],
        ["unique", "day", "place"],
        ["unique", "slug"],
    ]
    assert found["stock.Item"] == [
        ["name"],
        ["name"],
        ["owner_id"],
        ["owner_id", "shelf"],
        ["row", "column"],
        ["row", "column"],
        ["shelf", "row"],
        ["shelf", "row", "column"],
        ["unique", "owner_id", "shelf", "row"],
    ]
    assert found["base.Parcel"] == [["stamp"], ["unique", "key"], ["unique", "stamp", "serial"]]


def test_what_an_abstract_model_states_is_made_for_every_heir() -> None:
    found = indexes("ORM506/bad")
    assert found["base.Letter"] == found["base.Parcel"]


def test_the_look_alikes_have_no_index_twice() -> None:
    found = indexes("ORM506/lookalikes")
    assert found["shop.Owner"] == [["email"], ["unique", "name"]]
    assert [one for one in found["shop.Ad"] if one[0] == "buyer_id"] == [["buyer_id"]]
    assert found["base.Letter"] == [["owner_id"]]


def test_tables_of_generic_keys_that_are_reported_have_no_index_over_both_columns() -> None:
    found = indexes("ORM502/bad")
    for label in ("notes.Note", "notes.Vote", "links.Bookmark", "links.Share"):
        assert not [one for one in found[label] if {"content_type_id", "object_id"} <= set(one)], label
    assert ["content_type_id", "object_id"] in found["links.Pin"]
    assert found["notes.Log"] == [["thing_type_id"], ["thing_type_id", "created"]]
    assert ["goal_type_id"] in found["notes.Move"]
    assert ["content_type_id", "object_id"] in found["notes.Move"]


def test_tables_of_generic_keys_that_are_left_alone_have_one() -> None:
    found = indexes("ORM502/lookalikes")
    for label in ("notes.Indexed", "notes.Reversed", "notes.Together", "notes.Constrained", "notes.OfUser",
                  "links.Bookmark", "links.Share", "links.Made"):  # fmt: skip
        assert [one for one in found[label] if {"content_type_id", "object_id"} <= set(one)], label
    assert ["object_id"] in found["notes.OwnIndex"]
    assert ["unique", "object_id"] in found["notes.OneEach"]
    assert found["links.ShareChild"] == []


def test_index_together_is_refused_from_django_5_1_on() -> None:
    made = run("ORM505/removed")
    if django.VERSION >= (5, 1):
        assert made.returncode != 0
        assert "TypeError: 'class Meta' got invalid attribute(s): index_together" in made.stderr
    else:
        assert json.loads(made.stdout)["market.Ad"] == [["city", "created"]]
