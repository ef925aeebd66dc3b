"""What is found does not depend on the order of the entry points, nor on the seed of Python's hashes.

Tried on the demo; in the full tier also on a real project in the folder that `ORM_LINT_PROJECTS` names.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec
import pytest

from orm_lint.interpreter.assemble import assembled
from orm_lint.interpreter.entries import entry_points
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.facts import Facts
from orm_lint.interpreter.hooks import Hooks
from orm_lint.interpreter.known import KNOWN
from orm_lint.interpreter.run import facts_of, run_context
from orm_lint.interpreter.world import World
from orm_lint.project.models.graph import Place
from orm_lint.project.project import Project, ProjectOptions, load_project

ROOT = Path(__file__).resolve().parents[2]
REAL = "django-oscar"
ORDERS = 20
SEEDS = ("0", "1", "4242")


def projects() -> list[Path]:
    folder = os.environ.get("ORM_LINT_PROJECTS")
    is_full = os.environ.get("HYPOTHESIS_PROFILE") == "full"
    real = [Path(folder) / REAL] if folder and is_full else []
    return [ROOT / "demo", *(path for path in real if path.is_dir())]


@cache
def read(root: Path) -> Project:
    return load_project(root, ProjectOptions(frozen=True))


def shuffled(project: Project, seed: int) -> Facts:
    """The facts of a project whose entry points run in another order."""
    found: dict[Event, None] = {}
    served: set[tuple[str, int]] = set()
    for context in project.contexts:
        number = len(entry_points(project, context, Hooks(), World(context, KNOWN)))
        order = random.Random(seed).sample(range(number), number)
        world = run_context(project, context, Hooks(), order)
        found |= world.found
        served |= world.served
    return assembled(found, served, Counter())


def written(facts: Facts) -> list[str]:
    """All facts but the counts, each with everything in it."""
    return [str(plain(fact)) for fact in (*facts.reads, *facts.queries, *facts.discarded)]


def plain(value: object) -> object:
    match value:
        case Place():
            return value.path, value.at
        case msgspec.Struct():
            return [(name, plain(getattr(value, name))) for name in value.__struct_fields__]
        case frozenset():
            return sorted(map(str, value))
        case tuple():
            return [plain(part) for part in value]
    return value


@pytest.mark.parametrize("root", projects(), ids=lambda root: root.name)
def test_the_order_of_entry_points_changes_nothing(root: Path) -> None:
    project = read(root)
    expected = written(facts_of(project))
    assert expected
    for seed in range(ORDERS):
        assert written(shuffled(project, seed)) == expected, f"order {seed}"


@pytest.mark.parametrize("root", projects(), ids=lambda root: root.name)
def test_the_seed_of_hashes_changes_nothing(root: Path) -> None:
    found = {seed: in_process(root, seed) for seed in SEEDS}
    assert found[SEEDS[0]].count("\n") > 1
    assert set(found.values()) == {found[SEEDS[0]]}


def in_process(root: Path, seed: str) -> str:
    """The facts of a project as a new Python with a seed of its own finds them."""
    done = subprocess.run(
        [sys.executable, __file__, str(root)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
    )
    return done.stdout


if __name__ == "__main__":
    print("\n".join(written(facts_of(read(Path(sys.argv[1]))))))
