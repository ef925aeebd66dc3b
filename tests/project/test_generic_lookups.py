"""Which code looks rows up by the two columns of a generic key."""

from __future__ import annotations

import pytest

from orm_lint.project.generic_lookups import find_lookups, has_generic_relation, kin_of
from tests.project.support import MANAGE, loaded

SETTINGS = "INSTALLED_APPS = ['django.contrib.contenttypes', 'shop', 'far']\n"
MODELS = """\
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Note(models.Model):
    ct = models.ForeignKey(ContentType, models.CASCADE)
    oid = models.PositiveIntegerField()
    about = GenericForeignKey("ct", "oid")


class Other(models.Model):
    pass
"""


def context_of(tmp_path, more=None, models=""):
    files = {
        "manage.py": MANAGE,
        "settings.py": SETTINGS,
        "shop/__init__.py": "",
        "far/__init__.py": "",
        "shop/models.py": MODELS + models,
        **(more or {}),
    }
    project = loaded(tmp_path, files)
    (context,) = project.contexts
    note = context.graph.get("shop.Note")
    return project, context, note, note.by_name["about"]


def is_looked_up(tmp_path, path, text, models=""):
    project, context, note, key = context_of(tmp_path, {path: text}, models)
    return find_lookups(project, context, [key]).has(note, key)


@pytest.mark.parametrize(
    "expr",
    [
        "Note.objects.filter(ct=a, oid=b)",
        "Note.objects.filter(ct_id=a, oid__in=b, x=1).order_by('x').first()",
        "Note.objects.filter(ct__model=a, oid__exact=b)",
        "Note._default_manager.using('x').get(ct=a, oid=b)",
        "Note.objects.get_or_create(ct=a, oid=b, defaults={})",
        "Note.objects.aupdate_or_create(ct=a, oid=b)",
        "Note.objects.filter(ct=a).exclude(x=1).filter(oid=b)",
        "Note.objects.filter(Q(x=1) | Q(ct=a, oid=b))",
        "Note.objects.filter(**{'ct': a, 'oid': b})",
        "models.Note.objects.filter(ct=a, oid=b)",
        "apps.get_model('shop', 'Note').objects.filter(ct=a, oid=b)",
        "get_object_or_404(Note, ct=a, oid=b)",
        "get_object_or_404(Note.objects.all(), ct=a, oid=b)",
        "Q(ct=a, oid=b)",
        "[n for x in a for n in Note.objects.filter(ct=x, oid=b)]",
    ],
)
def test_ways_to_look_rows_up(tmp_path, expr):
    head = "from django.apps import apps\nfrom django.db.models import Q\nfrom shop import models\n"
    text = f"{head}from shop.models import Note\n\n\ndef f(a, b):\n    return {expr}\n"
    assert is_looked_up(tmp_path, "far/views.py", text)


@pytest.mark.parametrize(
    "expr",
    [
        "Note.objects.filter(ct=a)",
        "Note.objects.filter(oid=b)",
        "Note.objects.create(ct=a, oid=b)",
        "Note.objects.exclude(ct=a, oid=b)",
        "Note.objects.filter(ct=a, oid__gt=b)",
        "Note.objects.filter(ct=a, oid__isnull=b)",
        "Note.objects.filter(x__ct=a, x__oid=b)",
        "Other.objects.filter(ct=a, oid=b)",
        "Note(ct=a, oid=b)",
        "dict(ct=a, oid=b)",
    ],
)
def test_what_looks_no_rows_up(tmp_path, expr):
    text = f"from shop.models import Note, Other\n\n\ndef f(a, b):\n    return {expr}\n"
    assert not is_looked_up(tmp_path, "far/views.py", text)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("shop/services.py", "def f(rows, a, b):\n    return rows.filter(ct=a, oid=b)\n", True),
        ("far/services.py", "def f(rows, a, b):\n    return rows.filter(ct=a, oid=b)\n", False),
        ("far/services.py", "# Note\ndef f(rows, a, b):\n    return rows.filter(ct=a, oid=b)\n", True),
        ("far/services.py", "# Notes\ndef f(rows, a, b):\n    return rows.filter(ct=a, oid=b)\n", False),
        (
            "shop/services.py",
            "def f(a, b):\n    from shop.models import Other\n    return Other.objects.filter(ct=a, oid=b)\n",
            False,
        ),
        ("shop/tests/test_services.py", "def f(rows, a, b):\n    return rows.filter(ct=a, oid=b)\n", False),
    ],
)
def test_what_is_queried_is_not_known(tmp_path, path, text, expected):
    assert is_looked_up(tmp_path, path, text) is expected


def test_a_method_and_a_function_inside_another(tmp_path):
    text = """
        from shop.models import Note


        class View:
            def get(self, a, b):
                def rows():
                    return Note.objects.filter(ct=a, oid=b)

                return rows()
    """
    assert is_looked_up(tmp_path, "far/views.py", text)


def test_a_proxy_and_a_child_hold_the_key_in_the_table_of_the_parent(tmp_path):
    models = "\n\nclass Proxy(Note):\n    class Meta:\n        proxy = True\n\n\nclass Child(Proxy):\n    pass\n"
    _, context, note, _ = context_of(tmp_path, models=models)
    assert [one.name for one in kin_of(context.graph, note)] == ["Note", "Proxy", "Child"]
    for name in ("Proxy", "Child"):
        text = f"from shop.models import {name}\n\nrows = {name}.objects.filter(ct=1, oid=2)\n"
        assert is_looked_up(tmp_path, "far/views.py", text, models)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("'Note', content_type_field='ct', object_id_field='oid'", True),
        ("'Note'", False),
        ("'Note', content_type_field='ct', object_id_field=OTHER", False),
        ("'Other', content_type_field='ct', object_id_field='oid'", False),
    ],
)
def test_generic_relations(tmp_path, arguments, expected):
    models = f"\n\nOTHER = 'x'\n\n\nclass Ad(models.Model):\n    notes = GenericRelation({arguments})\n"
    _, context, note, key = context_of(tmp_path, models=models)
    assert has_generic_relation(context.graph, note, key) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("model = Note\n    ct_field = 'ct'\n    ct_fk_field = 'oid'", True),
        ("model = Note", False),
        ("model = Other\n    ct_field = 'ct'\n    ct_fk_field = 'oid'", False),
    ],
)
@pytest.mark.parametrize("base", ["GenericTabularInline", "GenericStackedInline", "GenericInlineModelAdmin", "Own"])
def test_generic_inlines(tmp_path, base, body, expected):
    text = (
        "from django.contrib.contenttypes.admin import *\n"
        "from django.contrib.contenttypes.admin import GenericInlineModelAdmin\n"
        "from shop.models import Note, Other\n\n\n"
        f"class Own(GenericTabularInline):\n    pass\n\n\nclass I({base}):\n    {body}\n"
    )
    assert is_looked_up(tmp_path, "far/admin.py", text) is expected


def test_a_file_that_cannot_be_read_is_passed_over(tmp_path):
    project, context, note, key = context_of(tmp_path, {"far/views.py": "Note.objects.filter(ct=1, oid=2)\ndef (:\n"})
    assert not find_lookups(project, context, [key]).has(note, key)
