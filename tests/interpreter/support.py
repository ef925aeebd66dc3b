"""One small project for all tests of the interpreter: a test writes a module of it and gets back what was found out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

from orm_lint.interpreter.facts import Discarded, Facts, Query, Read, Station
from orm_lint.interpreter.hooks import Hooks
from orm_lint.interpreter.run import facts_of
from orm_lint.project.models.graph import Place
from orm_lint.project.project import Project, ProjectOptions, load_project
from tests.project.support import DJANGO, MANAGE

ROOT = Path(__file__).parent / "nowhere"
SETTINGS = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
"""
MODELS = """
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from functools import cached_property


class City(models.Model):
    name = models.CharField(max_length=20)


class Author(models.Model):
    name = models.CharField(max_length=20)
    city = models.ForeignKey(City, models.CASCADE, null=True, related_name="authors")

    def __str__(self):
        return f"{self.name} of {self.city}"


class Profile(models.Model):
    author = models.OneToOneField(Author, models.CASCADE)


class Tag(models.Model):
    name = models.CharField(max_length=20)


class BookQuerySet(models.QuerySet):
    def cheap(self):
        return self.filter(price__lt=10)

    def with_author(self):
        return self.select_related("author")


class SoldManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(sold=True).select_related("author")


class Book(models.Model):
    title = models.CharField(max_length=20)
    price = models.IntegerField()
    sold = models.BooleanField(default=False)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    editor = models.ForeignKey(Author, models.SET_NULL, null=True, related_name="edited")
    tags = models.ManyToManyField(Tag, related_name="books")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    content_type = models.ForeignKey(ContentType, models.CASCADE, null=True)
    object_id = models.IntegerField(null=True)
    subject = GenericForeignKey()

    objects = BookQuerySet.as_manager()
    in_shop = SoldManager()

    @property
    def by(self):
        return self.author.name

    @cached_property
    def place(self):
        return self.author.city

    def label(self):
        return f"{self.title} by {self.author.name}"


class Review(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="reviews")
    writer = models.ForeignKey(Author, models.CASCADE)
"""
HEADER = "from shop.models import Author, Book, City, Profile, Review, Tag\n"


def project(code: str, **more: str) -> Project:
    """The project with a module `shop/views.py`, whose first line imports the models; `more` are further modules."""
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}
    files["shop/views.py"] = HEADER + dedent(code).lstrip("\n")
    files |= {f"{name.replace('__', '/')}.py": dedent(text).lstrip("\n") for name, text in more.items()}
    options = ProjectOptions(django_version=f"{DJANGO[0]}.{DJANGO[1]}", frozen=True)
    return load_project(ROOT, options, files)


def facts(code: str, hooks: Hooks | None = None, **more: str) -> Facts:
    """What the interpreter finds out about that project."""
    return facts_of(project(code, **more), hooks)


def told(code: str, **more: str) -> list[str]:
    """What rules about rows look at: reads, queries for each row, querysets that are thrown away, one line each."""
    found = facts(code, **more)
    repeated = [query(one) for one in found.queries if one.per_row]
    return [read(one) for one in found.reads] + repeated + [thrown_away(one) for one in found.discarded]


def queries(code: str, **more: str) -> list[str]:
    """The queries, each in one line; see `query`."""
    return [query(found) for found in facts(code, **more).queries]


def read(found: Read) -> str:
    """`5 book.author: author (city) of shop.Book, per row | origin 4, loop 4, read 5`."""
    words = [f"{line(found.place)} {found.text}: {found.relation}"]
    words += [f" ({', '.join(found.deeper)})"] if found.deeper else []
    words += [f" of {found.root}"]
    words += [f", {found.kind}"] if found.kind != "forward" else []
    words += [", per row"] if found.per_row else []
    words += [", async"] if found.in_async else []
    words += [f", key {found.column}"] if found.key_only else []
    return "".join([*words, ending(found)])


def query(found: Query) -> str:
    """`5 book.tags.all(): iterate of shop.Tag by tags, per row | origin 4, loop 4, read 5`.

    That it asks for a whole table is only said of queries that are sent once.
    """
    words = [f"{line(found.place)} {found.text}: {found.method} of {found.model}"]
    words += [f" by {found.path or found.accessor}"] if found.accessor else []
    once = () if found.per_row or found.in_async else ("whole_table",)
    flags = ("writes", "prefetched", *once, "repeats", "indexed", "per_row", "in_async")
    words += [f", {flag.replace('_', ' ')}" for flag in flags if getattr(found, flag)]
    return "".join([*words, ending(found)])


def ending(found: Read | Query) -> str:
    """The doubts, and the stations with their lines."""
    doubts = f", {' '.join(sorted(found.doubts))}?" if found.doubts else ""
    return f"{doubts} | {stations(found.trace)}"


def stations(trace: Iterable[Station]) -> str:
    """`origin 4, call 5 name_of(…), read 9`."""
    return ", ".join(
        f"{station.role} {line(station.place)}" + (f" {station.text}" if station.role in ("call", "handover") else "")
        for station in trace
    )


def line(place: Place) -> str:
    """The line of a place, with the module where it is another than `views`."""
    module = place.path.removeprefix("shop/").removesuffix(".py")
    return str(place.line) if module == "views" else f"{module}:{place.line}"


def thrown_away(found: Discarded) -> str:
    """`4 Book.objects.filter(…): filter of shop.Book, thrown away`."""
    return f"{line(found.place)} {found.text}: {found.method} of {found.model}, thrown away"
