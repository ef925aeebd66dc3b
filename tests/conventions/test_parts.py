"""What the conventions say of themselves, and how they are joined."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

from orm_lint import conventions
from orm_lint.conventions import HOOKS, PARTS
from orm_lint.conventions.parts import joined
from tests.conventions.support import told

VIEW = """
    from django.contrib import admin
    from django.views.generic import ListView
    from django_tables2 import SingleTableView, Table
    from rest_framework import serializers, viewsets

    class BookSerializer(serializers.ModelSerializer):
        class Meta:
            model = Book
            fields = ["title", "author"]
        author = serializers.CharField(source="author.name")

    class Books(viewsets.ModelViewSet):
        queryset = Book.objects.all()
        serializer_class = BookSerializer

    class BookTable(Table):
        class Meta:
            model = Book
            fields = ["author.name"]

    class BookList(SingleTableView):
        model = Book
        table_class = BookTable

    @admin.register(Book)
    class BookAdmin(admin.ModelAdmin):
        list_display = ["title", "author_name"]
        def author_name(self, book):
            return book.author.name
    """
ROOT = Path(__file__).parents[2] / "orm_lint"
KINDS = {"MODELS": "models", "CLASSES": "classes"}


def test_the_order_of_parts_does_not_matter() -> None:
    told_now = sorted(told(VIEW))
    assert len(told_now) >= 3
    assert sorted(told(VIEW, hooks=joined(reversed(PARTS)))) == told_now


def test_each_callable_and_each_base_is_stated_once() -> None:
    for kind in ("models", "classes", "anchors"):
        assert not [name for name, times in Counter(name for name, _ in getattr(HOOKS, kind)).items() if times > 1]


def test_every_module_with_models_is_part_of_a_framework() -> None:
    for found in pkgutil.walk_packages(conventions.__path__, "orm_lint.conventions."):
        module = importlib.import_module(found.name)
        for name, kind in KINDS.items():
            assert set(getattr(module, name, ())) <= set(getattr(HOOKS, kind)), f"{found.name}.{name}"


def test_each_framework_has_a_name_of_its_own_and_says_what_is_recognised() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
    assert all(part.summary.endswith(".") and part.recognised for part in PARTS)


@pytest.mark.parametrize("folder", ["interpreter", "rules"])
def test_only_conventions_know_packages_by_name(folder: str) -> None:
    named = (*HOOKS.transparent, *HOOKS.packages, *(name for name, _ in (*HOOKS.models, *HOOKS.classes)))
    packages = {name.partition(".")[0] for name in named} - {"django"}
    assert {"rest_framework", "celery", "graphene"} <= packages
    word = re.compile(rf"\b({'|'.join(sorted(packages))})\b")
    found = {path.name: word.findall(path.read_text("utf-8")) for path in (ROOT / folder).rglob("*.py")}
    assert {name: words for name, words in found.items() if words} == {}
