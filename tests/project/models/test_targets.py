"""Every way to name the target of a relation, and the cause where none is found."""

from __future__ import annotations

import pytest

from tests.project.support import shop

TEXT = """\
import shop.models as own
import swapper
from absent.models import Lost
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User as Auth
from django.db import models

APP = "shop"


class Other(models.Model):
    pass


class Abstract(models.Model):
    class Meta:
        abstract = True


class NoModel:
    pass


class K(models.Model):
    x = models.ForeignKey({}, models.CASCADE)
"""


def relation(tmp_path, written):
    settings = "INSTALLED_APPS = ['shop', 'django.contrib.auth']\nTARGET = 'shop.Other'\nPLUG_CARD_MODEL = TARGET\n"
    return shop(tmp_path, TEXT.format(written), settings=settings).get("shop.K").by_name["x"].relation


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("'self'", "shop.K"),
        ("'Other'", "shop.Other"),
        ("'other'", "shop.Other"),
        ("'shop.Other'", "shop.Other"),
        ("'shop.OTHER'", "shop.Other"),
        ("Other", "shop.Other"),
        ("own.Other", "shop.Other"),
        ("Auth", "auth.User"),
        ("settings.AUTH_USER_MODEL", "auth.User"),
        ("get_user_model()", "auth.User"),
        ("settings.TARGET", "shop.Other"),
        ("getattr(settings, 'TARGET')", "shop.Other"),
        ("getattr(settings, 'ABSENT', 'shop.Other')", "shop.Other"),
        ("apps.get_model('shop', 'Other')", "shop.Other"),
        ("apps.get_model('shop.Other')", "shop.Other"),
        ("f'{APP}.Other'", "shop.Other"),
        ("APP + '.Other'", "shop.Other"),
        ("'%s.Other' % APP", "shop.Other"),
        ("'%s.%s' % (APP, 'Other')", "shop.Other"),
        ("'{}.Other'.format(APP)", "shop.Other"),
        ("swapper.get_model_name('plug', 'Card')", "shop.Other"),
        ("'contenttypes.ContentType'", "contenttypes.ContentType"),
        ("to='Other'", "shop.Other"),
    ],
)
def test_a_target_that_is_found(tmp_path, written, expected):
    if written.startswith("to="):
        found = shop(tmp_path, TEXT.replace("{}, models.CASCADE", f"on_delete=models.CASCADE, {written}")).get("shop.K")
        assert found.by_name["x"].relation.target == expected
    else:
        assert relation(tmp_path, written).target == expected


@pytest.mark.parametrize(
    ("written", "shown", "cause"),
    [
        ("'nowhere.Thing'", "nowhere.Thing", "no app with the label nowhere holds such a model"),
        ("'Thing'", "Thing", "no app with the label shop holds such a model"),
        ("'shop.Abstract'", "shop.Abstract", "no app with the label shop holds such a model"),
        ("NoModel", "shop.models.NoModel", "the class is no model of an app that could be read"),
        ("Lost", "absent.models.Lost", "absent.models.Lost is defined in a package that could not be read"),
        ("undefined.Thing", "undefined.Thing", "the expression could not be evaluated"),
        ("pick()", "pick(…)", "the expression could not be evaluated"),
        ("settings.ABSENT", "settings.ABSENT", "the expression could not be evaluated"),
    ],
)
def test_a_target_that_is_not_found_has_a_cause(tmp_path, written, shown, cause):
    found = relation(tmp_path, written)
    assert (found.target, found.written, found.cause) == (None, shown, cause)


def test_a_relation_without_a_target(tmp_path):
    found = shop(tmp_path, TEXT.replace("{}, models.CASCADE", "**options")).get("shop.K").by_name["x"].relation
    assert (found.target, found.cause) == (None, "no target was given")
