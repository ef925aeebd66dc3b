"""A project, and facts about it that are made by hand: what rules decide is tested without the interpreter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from orm_lint.finding import Finding, Role
from orm_lint.interpreter.facts import Discarded, Facts, Query, Read, Station
from orm_lint.ir.nodes import pack
from orm_lint.project.models.graph import Place
from orm_lint.project.project import Project, ProjectOptions, load_project
from orm_lint.rules.base import Rule

MODELS = """\
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class City(models.Model):
    name = models.CharField(max_length=80)


class Company(models.Model):
    city = models.ForeignKey(City, models.CASCADE, related_name="companies")


class Tag(models.Model):
    creator = models.ForeignKey(Company, models.CASCADE)


class Review(models.Model):
    subject_type = models.ForeignKey(ContentType, models.CASCADE)
    subject_id = models.PositiveIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")


class Ad(models.Model):
    company = models.ForeignKey(Company, models.CASCADE, related_name="ads", related_query_name="ad")
    tags = models.ManyToManyField(Tag)
    reviews = GenericRelation(Review, "subject_id", "subject_type")
    text = models.TextField()


class PromotedAd(Ad):
    pass


class Cover(models.Model):
    ad = models.OneToOneField(Ad, models.CASCADE, related_name="cover", related_query_name="front")
    printer = models.ForeignKey(Company, models.CASCADE)


class Photo(models.Model):
    ad = models.ForeignKey(Ad, models.CASCADE, related_name="photos", related_query_name="photo")
"""

VIEWS = """\
from shop.models import Ad

ADS = Ad.objects.order_by("pk")


def describe(ad):
    return ad.company


def index(request):
    for ad in ADS:
        describe(ad)
        ad.owned(ad)
    return Ad.objects.all()


def other(request):
    return Ad.objects.filter(pk=1)
"""
FROZEN = ProjectOptions(frozen=True)
OTHERS = {"shop/tasks.py": "Ad.objects.count()\n", "shop/api.py": "a = one()\nb = two()\nc = three()\n"}


def write_project(root: Path, options: ProjectOptions = FROZEN, settings: str = "") -> Project:
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
        "settings.py": f'INSTALLED_APPS = ["django.contrib.contenttypes", "shop"]\n{settings}',
        "shop/__init__.py": "",
        "shop/models.py": MODELS,
        "shop/views.py": VIEWS,
        **OTHERS,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return load_project(root, options)


def place(project: Project, text: str, path: str = "shop/views.py") -> Place:
    """Where a text stands for the first time in a file."""
    start = project.source(path).data.index(text.encode())
    module = project.contexts[0].names.module(path.removesuffix(".py").replace("/", "."))
    assert module is not None
    return Place(module, pack(start, start + len(text.encode())))


def station(project: Project, role: Role, text: str, path: str = "shop/views.py") -> Station:
    return Station(role, place(project, text, path), text)


def read(project: Project, relation: str, **more: Any) -> Read:
    """A read for each row of Ad, in `describe(ad)`."""
    at = place(project, "company", "shop/views.py")
    usual: dict[str, Any] = {
        "place": at,
        "site": at,
        "text": f"ad.{relation.replace('__', '.')}",
        "kind": "forward",
        "model": "shop.Ad",
        "root": "shop.Ad",
        "relation": relation,
        "per_row": True,
        "origin": station(project, "origin", 'Ad.objects.order_by("pk")'),
    }
    return Read(**(usual | more))


def query(project: Project, text: str, method: str, **more: Any) -> Query:
    """A query for each row of Ad, in `index`."""
    at = place(project, "owned")
    usual: dict[str, Any] = {
        "place": at,
        "site": at,
        "text": text,
        "method": method,
        "model": "shop.Ad",
        "per_row": True,
        "origin": station(project, "origin", 'Ad.objects.order_by("pk")'),
        "loop": station(project, "loop", "for ad in ADS"),
    }
    return Query(**(usual | more))


def facts(*found: Read | Query | Discarded, **more: Any) -> Facts:
    return Facts(
        **more,
        reads=tuple(fact for fact in found if isinstance(fact, Read)),
        queries=tuple(fact for fact in found if isinstance(fact, Query)),
        discarded=tuple(fact for fact in found if isinstance(fact, Discarded)),
    )


Find = Callable[..., list[Finding]]


def finder(monkeypatch: pytest.MonkeyPatch, project: Project) -> Find:
    """What a rule finds if the interpreter finds out these facts."""

    def find(rule: Rule, *found: Read | Query | Discarded, **more: Any) -> list[Finding]:
        vars(project).pop("_interpreted", None)
        run = SimpleNamespace(facts_of=lambda *_: facts(*found, **more))
        monkeypatch.setitem(sys.modules, "orm_lint.interpreter.run", run)
        return list(rule.check(project))

    return find
