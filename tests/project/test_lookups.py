"""Expressions that read a setting by name."""

from __future__ import annotations

import pytest

from orm_lint.project.context import Values
from orm_lint.project.models.frame import Argument
from orm_lint.project.values import UNKNOWN
from tests.project.support import MANAGE, loaded

SETTINGS = "INSTALLED_APPS = ['shop']\nNAME = 'shop.Ad'\nPLUG_CARD_MODEL = 'shop.Card'\nNOTHING = None\n"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("settings.NAME", "shop.Ad"),
        ("settings.ABSENT", UNKNOWN),
        ("settings.AUTH_USER_MODEL", "auth.User"),
        ("getattr(settings, 'NAME')", "shop.Ad"),
        ("getattr(settings, 'NAME', 'other.Default')", "shop.Ad"),
        ("getattr(settings, 'ABSENT', 'other.Default')", "other.Default"),
        ("getattr(settings, 'ABSENT', getattr(settings, 'NAME', None))", "shop.Ad"),
        ("getattr(settings, 'ABSENT', None) or settings.NAME", "shop.Ad"),
        ("conf.settings.NAME", "shop.Ad"),
        ("renamed.NAME", "shop.Ad"),
        ("swapper.get_model_name('plug', 'Card')", "shop.Card"),
        ("swapper.get_model_name('plug', 'Bill')", "plug.Bill"),
        ("f'{settings.NAME}x'", "shop.Adx"),
        ("f'{PREFIX}.Ad'", "shop.Ad"),
        ("PREFIX + '.' + 'Ad'", "shop.Ad"),
        ("'%s.Ad' % PREFIX", "shop.Ad"),
        ("'%s.%s' % (PREFIX, 'Ad')", "shop.Ad"),
        ("'{}.{}'.format(PREFIX, 'Ad')", "shop.Ad"),
        ("'.'.join([PREFIX, 'Ad'])", "shop.Ad"),
        ("own_setting('NAME')", "shop.Ad"),
        ("own_setting('ABSENT')", "fallback"),
    ],
)
def test_a_setting_is_read_in_every_way(tmp_path, expression, expected):
    text = (
        "import swapper\nfrom django import conf\nfrom django.conf import settings\n"
        "from django.conf import settings as renamed\nPREFIX = 'shop'\n"
        f"def own_setting(name):\n    return getattr(settings, name, 'fallback')\nasked = {expression}\n"
    )
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "m.py": text}
    context = loaded(tmp_path, files).contexts[0]
    module = context.names.module("m")
    argument = Argument(module.bindings.names["asked"][-1].value, module)
    assert Values(context.evaluator)(argument) == expected
