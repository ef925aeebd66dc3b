"""The managers of a model in their order, its default and its base manager."""

from __future__ import annotations

import pytest

from tests.project.support import shop

HEAD = """\
from django.db import models


class Q(models.QuerySet):
    pass


class M(models.Manager):
    pass


class N(models.Manager.from_queryset(Q)):
    pass


class Abstract(models.Model):
    one = M()

    class Meta:
        abstract = True


class Named(models.Model):
    two = N()
    three = M()

    class Meta:
        abstract = True
        default_manager_name = "three"
        base_manager_name = "two"


class Concrete(models.Model):
    own = M()

    class Meta:
        base_manager_name = "own"


"""
PLAIN = "django.db.models.manager.Manager"


@pytest.mark.parametrize(
    ("text", "managers", "default", "base"),
    [
        ("class K(models.Model): pass", ["objects"], "objects", None),
        ("class K(models.Model):\n    a = M()\n    objects = N()", ["a", "objects"], "a", None),
        ("class K(models.Model):\n    a = M", ["objects"], "objects", None),
        ("class K(Abstract): pass", ["one"], "one", None),
        ("class K(Abstract):\n    a = M()", ["a", "one"], "a", None),
        ("class K(Named): pass", ["two", "three"], "three", "two"),
        ("class K(Abstract, Named): pass", ["one", "two", "three"], "one", None),
        ("class K(Named):\n    class Meta: pass", ["two", "three"], "three", "two"),
        ("class K(Concrete): pass", ["own"], "own", "own"),
        ("class K(Concrete):\n    a = N()", ["a", "own"], "a", "own"),
        ("class K(Concrete):\n    a = N()\n    class Meta:\n        proxy = True", ["a", "own"], "a", "own"),
        ("class K(models.Model):\n    a = M()\n    b = N()\n    class Meta:\n        default_manager_name = 'b'", ["a", "b"], "b", None),
        ("class K(Abstract):\n    one = N()", ["one"], "one", None),
    ],
)  # fmt: skip
def test_managers_of_a_model(tmp_path, text, managers, default, base):
    found = shop(tmp_path, f"{HEAD}{text}\n").get("shop.K")
    assert ([manager.name for manager in found.managers], found.default_manager, found.base_manager) == (
        managers,
        default,
        base,
    )


@pytest.mark.parametrize(
    ("value", "type_", "queryset"),
    [
        ("models.Manager()", PLAIN, None),
        ("M()", "shop.models.M", None),
        ("N()", "shop.models.N", "shop.models.Q"),
        ("Q.as_manager()", PLAIN, "shop.models.Q"),
        ("M.from_queryset(Q)()", "shop.models.M", "shop.models.Q"),
        ("models.Manager.from_queryset(Q)()", PLAIN, "shop.models.Q"),
    ],
)
def test_the_queryset_of_a_manager(tmp_path, value, type_, queryset):
    (found,) = shop(tmp_path, f"{HEAD}class K(models.Model):\n    x = {value}\n").get("shop.K").managers
    assert (found.name, found.type, found.queryset, found.place.line) == ("x", type_, queryset, 41)


PROXIES = """\
from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string


def chosen(proxy):
    path = getattr(settings, "OVERRIDES", {}).get(proxy.__name__)
    return import_string(path) if path else proxy.default


class Meta(type):
    def __getattr__(cls, name):
        return getattr(chosen(cls, getattr(cls, "default")), name)


class Overridable(metaclass=Meta):
    default = None


class RealQ(models.QuerySet):
    pass


class RealM(models.Manager):
    pass


class Q(Overridable):
    default = RealQ


class SameQ(Q):
    pass


class M(Overridable):
    default = RealM


class Unsaid(Overridable):
    pass


"""


@pytest.mark.parametrize(
    ("value", "type_", "queryset"),
    [
        ("Q.as_manager()", PLAIN, "shop.models.RealQ"),
        ("SameQ.as_manager()", PLAIN, "shop.models.RealQ"),
        ("M.from_queryset(Q)()", "shop.models.RealM", "shop.models.RealQ"),
        ("M.from_queryset(RealQ)()", "shop.models.RealM", "shop.models.RealQ"),
    ],
)
def test_the_class_that_a_metaclass_asks(tmp_path, value, type_, queryset):
    (found,) = shop(tmp_path, f"{PROXIES}class K(models.Model):\n    x = {value}\n").get("shop.K").managers
    assert (found.name, found.type, found.queryset) == ("x", type_, queryset)


def test_a_metaclass_that_asks_nobody(tmp_path):
    (found,) = shop(tmp_path, f"{PROXIES}class K(models.Model):\n    x = Unsaid.as_manager()\n").get("shop.K").managers
    assert found.name == "objects"


def test_the_automatic_manager_has_no_place(tmp_path):
    (found,) = shop(tmp_path, f"{HEAD}class K(models.Model): pass\n").get("shop.K").managers
    assert (found.name, found.type, found.queryset, found.place) == ("objects", PLAIN, None, None)
