"""How findings about loops in frameworks read, where they stand, and which classes share one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.finding import Finding

FILES = {
    "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
    "settings.py": """
        INSTALLED_APPS = ["django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "shop"]
        """,
    "requirements.txt": "django==5.2\ndjangorestframework==3.16\n",
    "shop/__init__.py": "",
    "shop/models.py": """
        from django.db import models

        class City(models.Model):
            name = models.CharField(max_length=80)

        class Owner(models.Model):
            name = models.CharField(max_length=80)
            city = models.ForeignKey(City, models.CASCADE)

        class Ad(models.Model):
            title = models.CharField(max_length=80)
            owner = models.ForeignKey(Owner, models.CASCADE)
            editor = models.ForeignKey(Owner, models.CASCADE, related_name="edited")

            @property
            def city_name(self):
                return self.owner.city.name

        class Photo(models.Model):
            ad = models.ForeignKey(Ad, models.CASCADE, related_name="photos")
            url = models.CharField(max_length=80)
            author = models.ForeignKey(Owner, models.CASCADE)
        """,
    "shop/serializers.py": """
        from rest_framework import serializers
        from shop.models import Ad, Owner, Photo

        class OwnerSerializer(serializers.ModelSerializer):
            town = serializers.CharField(source="city.name")
            class Meta:
                model = Owner
                fields = ["name", "town"]

        class PhotoSerializer(serializers.ModelSerializer):
            author_name = serializers.CharField(source="author.name")
            class Meta:
                model = Photo
                fields = ["url", "author_name"]

        class AdSerializer(serializers.ModelSerializer):
            owner = OwnerSerializer()
            class Meta:
                model = Ad
                fields = ["title", "owner"]

        class WideSerializer(serializers.ModelSerializer):
            count = serializers.SerializerMethodField()
            first = serializers.SerializerMethodField()
            editor = serializers.CharField(source="editor.name")
            photos = PhotoSerializer(many=True)
            class Meta:
                model = Ad
                fields = ["title", "city_name", "editor", "count", "first", "photos"]
            def get_count(self, obj):
                return obj.photos.count()
            def get_first(self, obj):
                return [photo.url for photo in obj.photos.filter(url="1")]

        class TitleSerializer(serializers.ModelSerializer):
            class Meta:
                model = Ad
                fields = ["title"]
        """,
}
API = """
    from rest_framework import viewsets
    from shop.models import Ad
    from shop.serializers import AdSerializer, TitleSerializer, WideSerializer
    """
ADMIN = """
    from django.contrib import admin
    from shop.models import Ad, Owner, Photo
    """
Findings = Callable[..., list[Finding]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    def found(**modules: str) -> list[Finding]:
        heads = {"api": API, "admin": ADMIN}
        written = {f"shop/{name}.py": dedent(heads.get(name, "")) + dedent(text) for name, text in modules.items()}
        for path, text in {**FILES, **written}.items():
            file = tmp_path / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(dedent(text).lstrip("\n"))
        report = check(CheckRequest(paths=(tmp_path,), frozen=True))
        assert (report.notices, report.failures) == ((), ())
        return [one for one in report.findings if one.code != "ORM301"]

    return found


def lines(found: list[Finding]) -> list[str]:
    return [f"{f.span.path}:{f.span.line}:{f.span.column}: {f.code} {f.message}" for f in found]


def test_a_field_names_its_serializer_the_relation_and_the_queryset_of_the_view(findings: Findings) -> None:
    found = findings(
        api="""
        class AdViewSet(viewsets.ModelViewSet):
            queryset = Ad.objects.all()
            serializer_class = AdSerializer
        """
    )
    assert lines(found) == [
        (
            "shop/api.py:7:24: ORM101 AdSerializer.owner (shop/serializers.py:17) reads ad.owner for every Ad; "
            'add .select_related("owner__city") to AdViewSet.queryset at shop/api.py:6'
        )
    ]
    assert [(step.role, step.span.path, step.span.line, step.text) for step in found[0].trace] == [
        ("origin", "shop/api.py", 6, "the rows come from here"),
        ("loop", "shop/api.py", 7, "repeated by `AdViewSet.serializer_class`"),
        ("read", "shop/serializers.py", 17, "`AdSerializer.owner` asks the database"),
    ]


def test_what_is_loaded_moves_the_finding_to_the_nested_serializer(findings: Findings) -> None:
    found = findings(
        api="""
        class AdViewSet(viewsets.ModelViewSet):
            serializer_class = AdSerializer
            def get_queryset(self):
                return Ad.objects.select_related("owner")
        """
    )
    assert lines(found) == [
        (
            "shop/api.py:6:24: ORM101 OwnerSerializer.town (shop/serializers.py:5) reads ad.owner.city for every Ad; "
            'add .select_related("owner__city") to AdViewSet.get_queryset at shop/api.py:8'
        )
    ]


def test_one_finding_for_each_relation_that_a_serializer_lacks(findings: Findings) -> None:
    found = findings(
        api="""
        class AdViewSet(viewsets.ModelViewSet):
            queryset = Ad.objects.all()
            serializer_class = WideSerializer
        """
    )
    assert lines(found) == [
        (
            "shop/api.py:7:24: ORM101 WideSerializer.city_name (shop/serializers.py:29) reads ad.owner "
            "(shop/models.py:17) for every Ad; "
            'add .select_related("owner__city") to AdViewSet.queryset at shop/api.py:6'
        ),
        (
            "shop/api.py:7:24: ORM101 WideSerializer.editor (shop/serializers.py:25) reads ad.editor for every Ad; "
            'add .select_related("editor") to AdViewSet.queryset at shop/api.py:6'
        ),
        (
            "shop/api.py:7:24: ORM102 WideSerializer.count (shop/serializers.py:23) runs `obj.photos.count()` "
            "(shop/serializers.py:31) for every Ad; "
            'add .prefetch_related("photos__author") to AdViewSet.queryset at shop/api.py:6'
        ),
    ]


def test_a_prefetch_that_is_gone_past_and_a_column_that_was_left_out(findings: Findings) -> None:
    found = findings(
        api="""
        class AdViewSet(viewsets.ModelViewSet):
            queryset = Ad.objects.select_related("owner__city", "editor").prefetch_related("photos__author")
            serializer_class = WideSerializer

        class TitleViewSet(viewsets.ModelViewSet):
            queryset = Ad.objects.defer("title")
            serializer_class = TitleSerializer
        """
    )
    assert lines(found) == [
        (
            "shop/api.py:7:24: ORM103 WideSerializer.first (shop/serializers.py:24), with `obj.photos.filter(…)` "
            '(shop/serializers.py:33), goes past the prefetched "photos" and runs one query per Ad; '
            'use Prefetch("photos", queryset=…, to_attr="…") in AdViewSet.queryset at shop/api.py:6, '
            "or pick from .photos.all() in Python"
        ),
        (
            "shop/api.py:11:24: ORM106 TitleSerializer.title (shop/serializers.py:38) reads ad.title for every Ad, "
            'a column that was left out; add "title" to only(), or take it out of defer(), '
            "in TitleViewSet.queryset at shop/api.py:10"
        ),
    ]


BASE = """
        class Base(viewsets.ModelViewSet):
            queryset = Ad.objects.all()
            serializer_class = AdSerializer
"""
AT_BASE = (
    "shop/api.py:7:24: ORM101 AdSerializer.owner (shop/serializers.py:17) reads ad.owner for every Ad; "
    'add .select_related("owner__city") to Base.queryset at shop/api.py:6'
)


@pytest.mark.parametrize(("count", "said"), [(1, " (1 class inherits this)"), (5, " (5 classes inherit this)")])
def test_what_views_inherit_is_one_finding_at_the_class_that_states_it(
    findings: Findings, count: int, said: str
) -> None:
    views = "".join(f"        class V{number}(Base):\n            pass\n" for number in range(count))
    assert lines(findings(api=BASE + views)) == [AT_BASE + said]


def test_a_view_with_a_queryset_or_a_serializer_of_its_own_has_a_finding_of_its_own(findings: Findings) -> None:
    found = findings(
        api=BASE
        + """
        class OwnRows(Base):
            queryset = Ad.objects.filter(title="1")

        class OwnSerializer(Base):
            serializer_class = AdSerializer

        class Loaded(Base):
            queryset = Ad.objects.select_related("owner__city")
        """
    )
    assert lines(found) == [
        AT_BASE,
        (
            "shop/api.py:10:16: ORM101 AdSerializer.owner (shop/serializers.py:17) reads ad.owner for every Ad; "
            'add .select_related("owner__city") to OwnRows.queryset at shop/api.py:10'
        ),
        (
            "shop/api.py:13:24: ORM101 AdSerializer.owner (shop/serializers.py:17) reads ad.owner for every Ad; "
            'add .select_related("owner__city") to Base.queryset at shop/api.py:6'
        ),
    ]


def test_a_comment_at_the_place_of_the_finding_silences_it(findings: Findings) -> None:
    assert not findings(api=BASE.replace("= AdSerializer", "= AdSerializer  # noqa: ORM101"))


def test_the_admin_joins_by_list_select_related(findings: Findings) -> None:
    found = findings(
        admin="""
        @admin.register(Ad)
        class AdAdmin(admin.ModelAdmin):
            list_display = ["title", "city_name", "photo_list"]
            def photo_list(self, ad):
                return [photo.url for photo in ad.photos.all()]

        @admin.register(Photo)
        class PhotoAdmin(admin.ModelAdmin):
            list_display = ["url", "author_city", "owner_city"]
            list_select_related = ["author"]
            def author_city(self, photo):
                return photo.author.city.name
            def owner_city(self, photo):
                return photo.ad.owner.city.name
        """
    )
    assert lines(found) == [
        (
            'shop/admin.py:6:30: ORM101 AdAdmin.list_display "city_name" reads ad.owner (shop/models.py:17) for every Ad; '
            'add list_select_related = ["owner__city"] to AdAdmin'
        ),
        (
            'shop/admin.py:6:43: ORM102 AdAdmin.list_display "photo_list" runs `ad.photos.all()` (shop/admin.py:8) '
            'for every Ad; add .prefetch_related("photos") to a get_queryset() of AdAdmin'
        ),
        (
            'shop/admin.py:12:28: ORM101 PhotoAdmin.list_display "author_city" reads photo.author.city '
            '(shop/admin.py:15) for every Photo; add "author__city" to PhotoAdmin.list_select_related at shop/admin.py:13'
        ),
        (
            'shop/admin.py:12:43: ORM101 PhotoAdmin.list_display "owner_city" reads photo.ad (shop/admin.py:17) '
            'for every Photo; add "ad__owner__city" to PhotoAdmin.list_select_related at shop/admin.py:13'
        ),
    ]


def test_an_admin_with_rows_of_its_own_loads_there_and_what_it_inherits_stands_at_the_base(
    findings: Findings,
) -> None:
    found = findings(
        admin="""
        class Base(admin.ModelAdmin):
            list_display = ["name", "city_of"]
            def get_queryset(self, request):
                return super().get_queryset(request).filter(name="1")
            def city_of(self, owner):
                return owner.city.name

        @admin.register(Owner)
        class OwnerAdmin(Base):
            pass
        """
    )
    assert lines(found) == [
        (
            'shop/admin.py:5:29: ORM101 OwnerAdmin.list_display "city_of" reads owner.city (shop/admin.py:9) '
            'for every Owner; add .select_related("city") to Base.get_queryset at shop/admin.py:7 (1 class inherits this)'
        )
    ]


STOCK = """
from django.db import models
from shop.models import City, Owner

class Joining(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("owner")

class Part(models.Model):
    city = models.ForeignKey(City, models.CASCADE)

    def __str__(self):
        return self.city.name

class Item(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE)
    city = models.ForeignKey(City, models.CASCADE)
    other = models.ForeignKey(City, models.CASCADE, null=True, related_name="+")
    parts = models.ManyToManyField(Part)
    objects = Joining()

class Thing(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE)
    city = models.ForeignKey(City, models.CASCADE)
    other = models.ForeignKey(City, models.CASCADE, null=True, related_name="+")

    def __str__(self):
        return f"{self.pk}"
"""


@pytest.mark.parametrize(
    ("model", "members", "advice"),
    [
        (
            "Item",
            "list_display = ['pk', 'city']\nlist_select_related = ['city']\nfields = ['other']",
            ['list_display "city" reads item.city: .select_related("city") to a get_queryset() of StockAdmin'],
        ),
        (
            "Thing",
            (
                "list_display = ['city', 'other', 'owner_city']\nfields = ['pk']\n"
                "def owner_city(self, thing): return thing.owner.city.name"
            ),
            [
                (
                    'list_display "other" reads thing.other: list_select_related = ["other", "city", "owner__city"] '
                    "to StockAdmin"
                )
            ],
        ),
        (
            "Thing",
            "list_display = ['city', 'other']\nlist_select_related = True\nfields = ['pk']",
            [
                (
                    'list_display "other" reads thing.other: name "other", "city" in StockAdmin.list_select_related at '
                    "shop/admin.py:9: True joins no key that may be null"
                )
            ],
        ),
        (
            "Item",
            "list_display = ['pk']\nfields = readonly_fields = ['parts']",
            [
                (
                    'readonly_fields "parts" reads part.city: .select_related("city") to the queryset of a '
                    "Prefetch of this field in a get_queryset() of StockAdmin"
                )
            ],
        ),
        (
            "Item",
            "list_display = ['pk']\nfields = autocomplete_fields = ['parts']",
            [
                (
                    'The label of what is selected in the field "parts" of StockAdmin reads part.city: '
                    '.select_related("city") to a queryset for "parts" in formfield_for_manytomany()'
                )
            ],
        ),
    ],
)
def test_advice_that_the_admin_follows(findings: Findings, model: str, members: str, advice: list[str]) -> None:
    head = f"from shop.stock import Item, Part, Thing\n\n@admin.register({model})\nclass StockAdmin(admin.ModelAdmin):"
    lines = "\n".join(f"    {line}" for line in ["actions = None", *members.splitlines()])
    found = findings(stock=STOCK, admin=f"{head}\n{lines}\n")
    told = [one.message.replace(" (shop/stock.py:12)", "") for one in found if one.span.path == "shop/admin.py"]
    shortened = [text.replace("StockAdmin.", "", 1) if text.startswith("StockAdmin.") else text for text in told]
    halves = [text.split(" for every ", 1) for text in shortened]
    assert [f"{head}: {rest.partition('; ')[2].removeprefix('add ')}" for head, rest in halves] == advice
