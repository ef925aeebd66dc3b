"""What the runner says of small functions: the lines that sent a query, the function that loops, values and errors."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from tests.judge.conftest import RUNNER
from tests.judge.market import MARKET

MODULE = """\
from accounts.models import Seller
from catalog.models import Ad


def city_of(seller):
    return seller.city.name


def cities(sellers):
    for seller in sellers:
        yield city_of(seller)


def bad_here():
    return [ad.owner.name for ad in Ad.objects.filter(pk__gt=0)]


def bad_in_a_generator():
    return list(cities(Seller.objects.filter(pk__gt=0)))


async def bad_awaited():
    return [await ad.tags.acount() async for ad in Ad.objects.filter(pk__gt=0)]


async def bad_async():
    ad = await Ad.objects.aget(title="ad 1")
    return city_of(ad.owner)


def ok_whole():
    return Seller.objects.count(), Seller.objects.all()[:2].count(), list(Seller.objects.order_by("-pk"))


def ok_written():
    Ad.objects.filter(pk=1).delete()
    return Ad.objects.exists()


def ok_not_yet():  # needs: django 99.0
    return None
"""
KEY = "rules/orm101/small.py"


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("small") / "market"
    shutil.copytree(MARKET, folder, ignore=shutil.ignore_patterns("orm*", "__pycache__"))
    (folder / "rules" / "orm101").mkdir()
    (folder / "rules" / "orm101" / "__init__.py").write_text("")
    (folder / "rules" / "orm101" / "small.py").write_text(MODULE)
    done = subprocess.run([sys.executable, RUNNER, folder, "ORM101"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def lines(run: dict[str, Any], rows: str) -> dict[tuple[int, ...], tuple[int, list[str]]]:
    """For each stack, by its lines: the number of reads and the functions that own the loop."""
    return {
        tuple(line for _, line, _ in group["stack"]): (group["reads"], [name for _, name in group["owners"]])
        for group in run[rows]["groups"]
    }


def test_a_comprehension_belongs_to_its_function(runs: dict[str, Any]) -> None:
    run = runs[f"{KEY}::bad_here"]
    assert lines(run, "3") == {(15,): (4, ["bad_here"])}
    assert lines(run, "12") == {(15,): (13, ["bad_here"])}


def test_the_generator_owns_the_loop_and_not_the_helper_or_the_caller(runs: dict[str, Any]) -> None:
    assert lines(runs[f"{KEY}::bad_in_a_generator"], "12") == {(19, 10): (1, []), (19, 11, 6): (12, ["cities"])}


def test_a_query_in_a_thread_belongs_to_the_line_that_awaits_it(runs: dict[str, Any]) -> None:
    assert lines(runs[f"{KEY}::bad_awaited"], "12") == {(23,): (13, ["bad_awaited"])}


def test_what_raises_has_its_lines(runs: dict[str, Any]) -> None:
    outcome = runs[f"{KEY}::bad_async"]["3"]
    assert (outcome["error"], outcome["error_lines"]) == ("SynchronousOnlyOperation", [[KEY, 28]])


def test_statements_are_told_apart(runs: dict[str, Any]) -> None:
    groups = runs[f"{KEY}::ok_whole"]["12"]["groups"]
    assert [(one["reads"], one["whole_counts"], one["whole_tables"]) for one in groups] == [(3, 1, 1)]


def test_writes_are_counted_apart_and_undone(runs: dict[str, Any]) -> None:
    groups = runs[f"{KEY}::ok_written"]["12"]["groups"]
    assert all(one["writes"] > 0 for one in groups[:1])
    assert runs[f"{KEY}::ok_written"]["12"]["value"] is True
    assert len(runs[f"{KEY}::bad_here"]["12"]["value"]) == 12


def test_models_are_shown_by_their_keys(runs: dict[str, Any]) -> None:
    value = runs[f"{KEY}::ok_whole"]["3"]["value"]
    assert value == [3, 2, [["accounts.Seller", 3], ["accounts.Seller", 2], ["accounts.Seller", 1]]]


def test_what_needs_a_newer_version_is_left_out(runs: dict[str, Any]) -> None:
    assert runs[f"{KEY}::ok_not_yet"] == {}
