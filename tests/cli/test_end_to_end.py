"""The whole command over small projects on disk, nothing replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orm_lint.cli import main

MODELS = """\
from django.db import models


class Customer(models.Model):
    email = models.EmailField(unique=True)


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="orders", null=True)
    number = models.CharField(max_length=20)

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["number"], name="by_number")]
"""
ORDER = """\
shop.Order  shop/models.py:8
  db_table: shop_order
  ordering: -number  shop/models.py:13
  fields
    id        AutoField, primary key, automatic                                         shop/models.py:8
    customer  ForeignKey -> shop.Customer (back by Customer.orders, in lookups orders), indexed, null  shop/models.py:9
    number    CharField                                                                 shop/models.py:10
  managers
    objects  django.db.models.manager.Manager (default)
  indexes and constraints
    Index  number; named by_number  shop/models.py:14

"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shop = tmp_path / "shop"
    shop.mkdir()
    (tmp_path / "manage.py").write_text("import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n")
    (tmp_path / "settings.py").write_text("INSTALLED_APPS = ['shop']\nDATABASES = {}\n")
    (tmp_path / "requirements.txt").write_text("django==5.2.1\n")
    (tmp_path / "pyproject.toml").write_text("[tool.orm_lint]\nselect = ['ORM9']\n")
    (shop / "__init__.py").touch()
    (shop / "models.py").write_text(MODELS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--frozen", "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["findings"], document["notices"]) == ([], [])


def test_one_model(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "shop.order", "--frozen"]) == 0
    assert capsys.readouterr().out == ORDER


def test_all_models_and_both_ends_of_a_relation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--frozen"]) == 0
    output = capsys.readouterr().out
    customer, _, order = output.partition("shop.Order  shop/models.py:8\n")
    assert customer.startswith("shop.Customer  shop/models.py:4\n")
    assert "    orders  from shop.Order.customer (forward), in lookups orders  shop/models.py:9\n" in customer
    assert "shop.Order  shop/models.py:8\n" + order == ORDER


def test_a_model_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "shop.Ordr", "--frozen"]) == 2
    assert capsys.readouterr().err == "orm-lint: no model is called shop.Ordr (did you mean shop.Order?)\n"


def test_a_broken_file_is_one_finding(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "shop" / "views.py").write_text("x = 1\ndef broken(:\n")
    assert main(["check", "--output-format", "concise"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" unreadable: ")[0] for line in lines] == ["shop/views.py:2:1: ORM902"]


def test_a_broken_file_that_was_not_asked_for_is_a_notice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "shop" / "views.py").write_text("x = 1\ndef broken(:\n")
    assert main(["check", "shop/models.py", "--output-format", "concise"]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert [line.rpartition(":")[0] for line in output.err.splitlines()] in ([], ["orm-lint: shop/views.py:2"])


def test_the_output_does_not_depend_on_hashes(project: Path) -> None:
    for number in range(5):
        (project / "shop" / f"part{number}.py").write_text("x = 1  # noqa: ORM501, ORM777\nclass (\n")
    commands = (["check", "--output-format", "concise"], ["models"], ["rules"])
    for command in commands:
        outputs = {_output(project, command, seed) for seed in ("0", "1", "42")}
        assert len(outputs) == 1


def _output(project: Path, command: list[str], seed: str) -> tuple[bytes, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    arguments = [sys.executable, "-m", "orm_lint", *command, "--frozen"] if command != ["rules"] else None
    done = subprocess.run(
        arguments or [sys.executable, "-m", "orm_lint", "rules"], cwd=project, env=environment, capture_output=True
    )
    return done.stdout, done.stderr


def test_a_file_name_cannot_forge_a_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "shop" / "a\nb.py:1:1: ORM501 x.py").write_text("class (\n")
    assert main(["check", "--output-format", "concise"]) == 1
    output = capsys.readouterr()
    assert output.out.startswith("shop/a\\nb.py:1:1: ORM501 x.py:1:1: ORM902 unreadable: ")
    assert output.out.count("\n") == 1


def test_a_single_file_with_no_project_around_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "alone.py").write_text("x = 1  # noqa: ORM777\n")
    assert main(["check", str(tmp_path / "alone.py"), "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.endswith(
        "alone.py:1:16: ORM903 no rule is called ORM777 in this comment (did you mean ORM107?)\n"
    )
