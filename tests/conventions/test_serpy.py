"""serpy: which fields a serializer has, and what each of them reads."""

from __future__ import annotations

from tests.conventions.support import placed, repeated

HEAD = "import serpy\nfrom shop.models import Author\n"
SHOWN = "def show(name):\n    return {}(Author.objects.filter(name=name), many=True).data\n"


def code(*lines: str, shown: str = "Out") -> str:
    return HEAD + "class Out(serpy.Serializer):\n" + "".join(f"    {line}\n" for line in lines) + SHOWN.format(shown)


def test_a_path_is_read_for_each_row() -> None:
    assert repeated(code("town = serpy.Field(attr='city.name')")) == [
        "7 town.city: city of shop.Author, per row | origin 7, loop 7, call 7 Out(…).data, read 5",
    ]


def test_nothing_on_the_way_of_a_path_is_called() -> None:
    assert placed(code("town = serpy.Field(attr='books.first')")) == []


def test_what_stands_at_its_end_is_called_if_the_field_says_so() -> None:
    assert placed(code("town = serpy.Field(attr='books.first', call=True)")) == [("first", "7")]


def test_a_field_that_a_subclass_replaces_is_not_shown() -> None:
    heir = "class Heir(Out):\n    city = serpy.Field(attr='city_id')\n"
    shown = SHOWN.format("Heir")
    assert placed(HEAD + "class Out(serpy.Serializer):\n    city = serpy.StrField()\n" + heir + shown) == []


def test_dicts_have_no_relations() -> None:
    assert placed(code("city = serpy.Field()").replace("serpy.Serializer", "serpy.DictSerializer")) == []


def test_a_class_that_is_only_called_a_serializer_is_none() -> None:
    assert placed(code("city = serpy.Field()").replace("(serpy.Serializer)", "")) == []
