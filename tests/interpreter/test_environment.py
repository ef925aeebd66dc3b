"""Facts that rest on a package which only this machine has are marked, and are less sure."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from orm_lint.interpreter.run import facts_of
from orm_lint.project.project import ProjectOptions, load_project

LEDGER = """
from django.db import models

class Currency(models.Model):
    code = models.CharField(max_length=3)

class Account(models.Model):
    currency = models.ForeignKey(Currency, models.CASCADE)
"""
SHOP = """
from django.db import models
from ledger.models import Account

class City(models.Model):
    name = models.CharField(max_length=9)

class Owner(models.Model):
    account = models.ForeignKey(Account, models.CASCADE)
    city = models.ForeignKey(City, models.CASCADE)
"""
VIEWS = """
from ledger.models import Account
from shop.models import Owner

def accounts():
    return [account.currency for account in Account.objects.all()]

def owners():
    return [(owner.city, owner.account.currency) for owner in Owner.objects.select_related("account")]
"""


def test_rows_of_a_package_of_the_machine(tmp_path: Path) -> None:
    files = {
        "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
        "settings.py": "INSTALLED_APPS = ['shop', 'ledger']\n",
        "shop/__init__.py": "",
        "shop/models.py": SHOP,
        "shop/views.py": VIEWS,
        ".venv/pyvenv.cfg": "",
        ".venv/lib/python3.12/site-packages/ledger/__init__.py": "",
        ".venv/lib/python3.12/site-packages/ledger/models.py": LEDGER,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(dedent(text))
    options = ProjectOptions(python_environment=".venv")
    reads = facts_of(load_project(tmp_path, options)).reads
    assert [(read.relation, read.evidence, "environment" in read.doubts) for read in reads if read.per_row] == [
        ("currency", "environment", True),
        ("city", "project", False),
        ("account__currency", "environment", True),
    ]
