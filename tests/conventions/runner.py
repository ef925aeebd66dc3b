"""Runs every probe of the shared project with 3 and with 12 rows, in a process of its own.

Usage: python -m tests.conventions.runner STOREFRONT [PACKAGE]. Prints JSON: for each probe and each number of rows the
queries, grouped by the lines of the project that sent them or on whose behalf a framework did; the value; the error.
"""

from __future__ import annotations

import importlib
import inspect
import itertools
import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from tests.conventions.behalf import behalves
from tests.judge.runner import KINDS, OWN, SIZES, WHOLE_ROWS, frames_here, is_runnable, place, shape, shared


class Sent(NamedTuple):
    """One statement, the frames of the project, and what a framework was at: lines, and the innermost thing shown."""

    sql: str
    frames: list[tuple[FrameType, int]]
    behalf: tuple[tuple[str, int], ...]
    cause: tuple[str, tuple[tuple[str, int], ...]] | None


def sent_now(sql: str, project: str) -> Sent:
    known = list(behalves(project))
    behalf = tuple(dict.fromkeys(spot for one in known for spot in one.spots))
    causes = [(one.cause, tuple(one.cause_spots)) for one in known if one.cause is not None]
    return Sent(sql, frames_here(project), behalf, causes[-1] if causes else None)


def measured(probe: Any, project: str) -> dict[str, Any]:
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction

    sent: list[Sent] = []

    def note(execute: Any, sql: str, *args: Any) -> Any:
        if not sql.startswith(OWN):
            sent.append(sent_now(sql, project))
        return execute(sql, *args)

    ContentType.objects.clear_cache()
    outcome: dict[str, Any] = {"value": None, "error": None}
    with transaction.atomic():
        try:
            with connection.execute_wrapper(note):
                outcome["value"] = shape(probe())
        except Exception as error:  # noqa: BLE001 - what a probe raises is a result
            outcome["error"] = f"{type(error).__name__}: {error}"
        transaction.set_rollback(True)
    outcome["groups"] = grouped(sent, project)
    return outcome


def grouped(sent: list[Sent], project: str) -> list[dict[str, Any]]:
    groups: dict[Any, list[Sent]] = defaultdict(list)
    for one in sent:
        stack = tuple(dict.fromkeys(place(*frame, project) for frame in one.frames))
        groups[stack, one.behalf, one.cause].append(one)
    return [
        {
            "stack": stack,
            "behalf": behalf,
            "cause": cause,
            "owners": sorted({owner for pair in itertools.pairwise(same) if (owner := shared(*pair, project))}),
            "queries": len(same),
            "whole_tables": sum(1 for one in same if WHOLE_ROWS.match(one.sql)),
        }
        for (stack, behalf, cause), same in groups.items()
    ]


def probes(package: str) -> list[tuple[str, Any]]:
    module = importlib.import_module(f"{package}.probes")
    return [
        (f"{package}::{name}", function)
        for name, function in vars(module).items()
        if inspect.isfunction(function) and function.__module__ == module.__name__ and name.startswith(KINDS)
    ]


def prepare(project: Path) -> None:
    sys.path.insert(0, str(project))
    sys.dont_write_bytecode = True
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)


def main() -> None:
    project = Path(sys.argv[1]).resolve()
    prepare(project)
    from django.conf import settings
    from populate import populate

    found = [
        probe
        for package in settings.CONVENTIONS
        for probe in probes(package)
        if package in sys.argv[2:] or len(sys.argv) == 2
    ]
    results: dict[str, dict[str, Any]] = {key: {} for key, _ in found}
    for size in SIZES:
        populate(size)
        for key, probe in found:
            if is_runnable(probe):
                results[key][str(size)] = measured(probe, str(project))
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
