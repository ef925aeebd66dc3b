"""Small projects with views of Django REST framework: what is repeated for each row in them."""

from __future__ import annotations

from textwrap import dedent

from tests.conventions.support import repeated

HEAD = """
from rest_framework import filters, generics, mixins, pagination, serializers, views, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["name"]


class BookSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()

    class Meta:
        model = Book
        fields = ["title", "author"]

    @staticmethod
    def setup_eager_loading(queryset):
        return queryset.select_related("author")

    @classmethod
    def eager(cls, queryset):
        return queryset.select_related("author")


class PlainSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["title"]
"""


def grows(code: str, **more: str) -> bool:
    """Whether something is asked for each row, of which there is never more than one thing here."""
    said = repeated(HEAD + dedent(code), **more)
    assert len(set(said)) <= 1, said  # once for each class that inherits it
    return bool(said)
