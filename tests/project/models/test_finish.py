"""Columns, nullability, uniqueness, indexes and constraints of finished models."""

from __future__ import annotations

import pytest

from tests.project.support import shop

HEAD = "from django.db import models\nfrom django.db.models import F, Index, Q\nfrom django.db.models.functions import Lower\nSHARED = [Index(fields=['a'], name='shared')]\n"


def model(tmp_path, body, meta="pass"):
    text = f"{HEAD}class K(models.Model):\n    a = models.IntegerField()\n    {body}\n    class Meta:\n        {meta}\n"
    return shop(tmp_path, text).get("shop.K")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("models.IntegerField()", ("x", "x", False, False, False, False)),
        ("models.IntegerField(null=True)", ("x", "x", True, False, False, False)),
        ("models.IntegerField(unique=True)", ("x", "x", False, True, False, False)),
        ("models.IntegerField(db_index=True)", ("x", "x", False, False, False, True)),
        ("models.IntegerField(primary_key=True)", ("x", "x", False, True, True, False)),
        ("models.IntegerField(db_column='y')", ("x", "y", False, False, False, False)),
        ("models.ForeignKey('self', models.CASCADE)", ("x_id", "x_id", False, False, False, True)),
        ("models.ForeignKey('self', models.CASCADE, db_index=False)", ("x_id", "x_id", False, False, False, False)),
        ("models.ForeignKey('self', models.CASCADE, db_column='y')", ("x_id", "y", False, False, False, True)),
        ("models.ForeignKey('self', models.CASCADE, unique=True)", ("x_id", "x_id", False, True, False, True)),
        ("models.OneToOneField('self', models.CASCADE)", ("x_id", "x_id", False, True, False, True)),
    ],
)
def test_columns(tmp_path, value, expected):
    found = model(tmp_path, f"x = {value}").by_name["x"]
    shown = (found.attname, found.column, found.null, found.unique, found.primary_key, found.db_index)
    assert shown == expected


def test_a_field_knows_where_its_arguments_were_written(tmp_path):
    found = model(tmp_path, "x = models.CharField(\n        max_length=3,\n        null=True,\n    )").by_name["x"]
    assert (found.place.line, {name: place.line for name, place in found.arguments.items()}) == (
        7, {"max_length": 8, "null": 9},
    )  # fmt: skip


def test_many_to_many_has_no_column(tmp_path):
    assert model(tmp_path, "x = models.ManyToManyField('self')").by_name["x"].column is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("('a', 'id')", (("a", "id"),)),
        ("['a', 'id']", (("a", "id"),)),
        ("(('a', 'id'),)", (("a", "id"),)),
        ("[['a', 'id'], ('id', 'a')]", (("a", "id"), ("id", "a"))),
        ("{('a', 'id')}", (("a", "id"),)),
        ("()", ()),
    ],
)
def test_unique_together_in_every_form(tmp_path, written, expected):
    assert model(tmp_path, "pass", f"unique_together = {written}").unique_together == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("['a', '-pk']", ("a", "-pk")),
        ("('a',)", ("a",)),
        ("['a'] + ['b']", ("a", "b")),
        ("[F('a').desc(), 'b']", ("F(…).desc(…)", "b")),
        ("['?']", ("?",)),
    ],
)
def test_ordering(tmp_path, written, expected):
    assert model(tmp_path, "b = models.IntegerField()", f"ordering = {written}").ordering == expected


@pytest.mark.parametrize(
    ("option", "written", "expected"),
    [
        ("indexes", "[Index(fields=['a'], name='n')]", [("index", ("a",), "n", False)]),
        ("indexes", "[Index(fields=('-a', 'id'), name='n')]", [("index", ("-a", "id"), "n", False)]),
        ("indexes", "[Index(Lower('a'), name='n')]", [("index", (), "n", False)]),
        ("indexes", "[Index(fields=['a'], name='n', condition=Q(a=1))]", [("index", ("a",), "n", True)]),
        ("indexes", "[Index(fields=['a'], name='%(app_label)s_%(class)s_a')]", [("index", ("a",), "shop_k_a", False)]),
        ("indexes", "SHARED + [Index(fields=['id'])]", [("index", ("a",), "shared", False), ("index", ("id",), None, False)]),
        ("indexes", "[*SHARED]", [("index", ("a",), "shared", False)]),
        ("constraints", "[models.UniqueConstraint(fields=['a'], name='n')]", [("unique", ("a",), "n", False)]),
        ("constraints", "[models.UniqueConstraint(fields=['a'], name='n', condition=Q(a=1))]", [("unique", ("a",), "n", True)]),
        ("constraints", "[models.CheckConstraint(condition=Q(a=1), name='n')]", [("check", (), "n", False)]),
    ],
)  # fmt: skip
def test_indexes_and_constraints(tmp_path, option, written, expected):
    found = model(tmp_path, "pass", f"{option} = {written}").indexes
    assert [(index.kind, index.fields, index.name, index.is_partial) for index in found] == expected


def test_the_table_is_the_stated_one(tmp_path):
    assert model(tmp_path, "pass").db_table == "shop_k"
    assert model(tmp_path, "pass", "db_table = 'x'").db_table == "x"
