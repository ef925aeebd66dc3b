"""The demo project is a working Django project, whichever supported Django is installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "demo"
APPS = ["accounts", "ads", "billing", "catalog", "community", "companies", "homes"]


def manage(database: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "MARKET_DATABASE": str(database),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-W", "error", "manage.py", *arguments]
    return subprocess.run(command, cwd=DEMO, env=environment, capture_output=True, text=True)


def test_system_checks_pass(tmp_path: Path) -> None:
    done = manage(tmp_path / "db.sqlite3", "check", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
        "",
    )


def test_migrations_are_complete(tmp_path: Path) -> None:
    # Apps are named, because Django leaves out an app without a migrations folder otherwise.
    done = manage(tmp_path / "db.sqlite3", "makemigrations", "--check", "--dry-run", *APPS)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    # Django names the apps in an order of its own.
    assert sorted(re.findall(r"'(\w+)'", done.stdout)) == APPS
    assert done.stdout.startswith("No changes detected in apps ")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "db.sqlite3"
    done = manage(path, "migrate", "--verbosity", "0")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return path


PAGES = """
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client

settings.ALLOWED_HOSTS = ["*"]
user = get_user_model().objects.create_superuser("anna", "anna@example.org", "secret")
from market.accounts.models import Profile
Profile.objects.create(user=user, display_name="Anna")
client = Client()
client.force_login(user)
pages = ["/", "/ads/", "/ads/favourites/", "/ads/inbox/", "/ads/searches/", "/catalog/", "/catalog/sodas/",
    "/companies/", "/account/subscriptions/", "/account/invoices/", "/homes/flats/", "/homes/houses/",
    "/api/ads/", "/api/products/", "/api/companies/"]
pages += [f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry]
print([(page, status) for page in pages if (status := client.get(page).status_code) != 200])
"""


def test_every_list_page_answers(database: Path) -> None:
    done = manage(database, "shell", "-v0", "-c", PAGES)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")
