"""The input side of serializers: what validating and saving asks for each item, and for each key in a list."""

from __future__ import annotations

from textwrap import indent

import pytest

from tests.conventions.support import found_in

HEAD = """
from rest_framework import generics, serializers, views, viewsets
from rest_framework.validators import UniqueValidator


class ReviewInput(serializers.ModelSerializer):
    class Meta:
        model = Review
        fields = ["book", "writer"]


class BookInput(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["title", "price", "author", "tags"]


class ReadOnlyInput(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["title", "author", "editor", "tags"]
        read_only_fields = ["author", "tags"]
        extra_kwargs = {"editor": {"read_only": True}}


class TagInput(serializers.Serializer):
    tags = serializers.PrimaryKeyRelatedField(many=True, queryset=Tag.objects.all())


class SlugInput(serializers.Serializer):
    author = serializers.SlugRelatedField(slug_field="name", queryset=Author.objects.select_related("city"))


class NameInput(serializers.Serializer):
    name = serializers.CharField(validators=[UniqueValidator(queryset=Author.objects.all())])


class OwnInput(serializers.Serializer):
    name = serializers.CharField()

    def validate_name(self, value):
        if Author.objects.filter(name=value).exists():
            raise serializers.ValidationError("taken")
        return value

    def create(self, validated_data):
        return Author.objects.create(**validated_data)


class NestedInput(serializers.ModelSerializer):
    reviews = ReviewInput(many=True)

    class Meta:
        model = Book
        fields = ["title", "reviews"]

    def create(self, validated_data):
        reviews = validated_data.pop("reviews")
        book = Book.objects.create(**validated_data)
        for one in reviews:
            Review.objects.create(book=book, writer=one["writer"])
        return book


class AllAtOnce(serializers.ListSerializer):
    def create(self, validated_data):
        return Book.objects.bulk_create([Book(**one) for one in validated_data])


class BulkInput(ReviewInput):
    class Meta(ReviewInput.Meta):
        list_serializer_class = AllAtOnce


class View(views.APIView):
    def post(self, request):
"""


def repeated(code: str) -> list[str]:
    """What is asked once an item: the model and the method."""
    found = found_in(HEAD + indent(code, " " * 8) + "\n")
    asked = [f"{query.model.partition('.')[2]}.{query.method}" for query in found.queries if query.per_row]
    return sorted(asked + [f"{read.root}.{read.relation}" for read in found.reads if read.per_row])


def saved(start: str) -> str:
    return f"serializer = {start}\nserializer.is_valid(raise_exception=True)\nserializer.save()"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ReviewInput(data=request.data).is_valid()", []),
        ("ReviewInput(data=request.data, many=True).is_valid()", ["Author.get", "Book.get"]),
        ("ReviewInput(data=request.data, many=isinstance(request.data, list)).is_valid()", ["Author.get", "Book.get"]),
        ('ReviewInput(data=[{"book": 1, "writer": 2}, {"book": 2, "writer": 2}], many=True).is_valid()', []),
        ("BookInput(data=request.data).is_valid()", ["Tag.get"]),
        ("ReadOnlyInput(data=request.data, many=True).is_valid()", []),
        ("TagInput(data=request.data).is_valid()", ["Tag.get"]),
        ('TagInput(data={"tags": [1, 2]}).is_valid()', []),
        ("SlugInput(data=request.data).is_valid()", []),
        ("SlugInput(data=request.data, many=True).is_valid()", ["Author.get"]),
        ("NameInput(data=request.data).is_valid()", []),
        ("NameInput(data=request.data, many=True).is_valid()", ["Author.exists"]),
    ],
)
def test_what_validating_asks(code: str, expected: list[str]) -> None:
    assert repeated(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (saved("OwnInput(data=request.data)"), []),
        (saved("OwnInput(data=request.data, many=True)"), ["Author.create", "Author.exists"]),
        (saved("ReviewInput(data=request.data)"), []),
        (saved("ReviewInput(Review.objects.get(pk=1), data=request.data)") + "\nreturn serializer.data", []),
        (saved("ReviewInput(data=request.data, many=True)"), ["Author.get", "Book.get", "Review.create"]),
        (saved("NestedInput(data=request.data)"), ["Author.get", "Book.get", "Review.create"]),
        (saved("BulkInput(data=request.data, many=True)"), ["Author.get", "Book.get"]),
    ],
)
def test_what_saving_writes(code: str, expected: list[str]) -> None:
    assert repeated(code) == expected


def test_what_is_validated_are_the_rows_of_the_field() -> None:
    start = "serializer = SlugInput(data=request.data, many=True)\nserializer.is_valid()\n"
    assert repeated(start + 'return [one["author"].city.name for one in serializer.validated_data]') == ["Author.get"]
    start = "serializer = ReviewInput(data=request.data, many=True)\nserializer.is_valid()\n"
    assert "shop.Author.city" in repeated(start + 'return [x["writer"].city.name for x in serializer.validated_data]')


def test_views_that_create() -> None:
    view = "    serializer_class = {}\n    queryset = Book.objects.all()"
    assert repeated("pass\n") == []
    assert _of_view(f"class V(generics.CreateAPIView):\n{view.format('ReviewInput')}") == []
    assert _of_view(f"class V(generics.CreateAPIView):\n{view.format('BookInput')}") == ["Tag.get"]
    assert _of_view(f"class V(generics.ListAPIView):\n{view.format('BookInput')}") == ["Tag.iterate"]


def test_the_sets_of_a_row_that_was_just_made_hold_nothing() -> None:
    shown = """
class WriterSerializer(serializers.ModelSerializer):
    class Meta:
        model = Review
        fields = ["writer"]
        depth = 1


class ShownSerializer(serializers.ModelSerializer):
    reviews = WriterSerializer(many=True, read_only=True)

    class Meta:
        model = Book
        fields = ["title", "reviews"]


class V(generics.{}):
    serializer_class = ShownSerializer
    queryset = Book.objects.all()
"""
    assert _of_view(shown.format("CreateAPIView")) == []
    assert _of_view(shown.format("RetrieveAPIView")) == ["shop.Book.reviews__writer"]


def _of_view(code: str) -> list[str]:
    found = found_in(f"{HEAD}        pass\n\n\n{code}\n")
    asked = [f"{query.model.partition('.')[2]}.{query.method}" for query in found.queries if query.per_row]
    return sorted(asked + [f"{read.root}.{read.relation}" for read in found.reads if read.per_row])
