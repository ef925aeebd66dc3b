"""How often a serializer is run: once for each kind of row, unless its code asks for what is around it."""

from __future__ import annotations

from collections import Counter

import pytest

from orm_lint.conventions.drf import output
from orm_lint.conventions.drf.fields import Field
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Ref
from tests.conventions.drf.test_serializers import shown

THREE = """
    class First(serializers.ModelSerializer):
        author = AuthorSerializer()
        class Meta:
            model = Book
            fields = ["author"]

    class Second(First):
        pass

    class Third(serializers.Serializer):
        author = AuthorSerializer(help_text="who wrote it")

    def first(options):
        return First(Book.objects.all(), many=True, context={"first": 1}).data
    def second(options):
        return Second(Book.objects.all(), many=True, context={"second": 1}).data
    def third(options):
        return Third(Book.objects.all(), many=True, context={"third": 1}).data
    """
AUTHOR = """
    class AuthorSerializer(serializers.ModelSerializer):
        first_name = serializers.SerializerMethodField()
        class Meta:
            model = Author
            fields = ["first_name"]
        def get_first_name(self, author):
            return {shown}
        def validate(self, data):
            return self.context
    """


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    counted: Counter[str] = Counter()
    show = output._show

    def counting(frame: Frame, state: State, ref: Ref, field: Field, row: Ref) -> None:
        counted[field.name] += 1
        show(frame, state, ref, field, row)

    monkeypatch.setattr(output, "_show", counting)
    return counted


def test_a_nested_serializer_is_run_once_for_a_kind_of_row(runs: Counter[str]):
    assert shown(AUTHOR.format(shown="author.pk") + THREE) == ["author Book"]
    assert (runs["author"], runs["first_name"]) == (3, 1)


def test_one_that_asks_for_the_context_is_run_for_each(runs: Counter[str]):
    assert shown(AUTHOR.format(shown="self.context") + THREE) == ["author Book"]
    assert (runs["author"], runs["first_name"]) == (3, 3)


def test_one_that_hands_itself_on_is_run_for_each(runs: Counter[str]):
    assert shown(AUTHOR.format(shown="print(self)") + THREE) == ["author Book"]
    assert (runs["author"], runs["first_name"]) == (3, 3)
