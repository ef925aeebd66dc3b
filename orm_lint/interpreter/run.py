"""One run over a project: every entry point of every context, and the facts that come of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from orm_lint.interpreter.assemble import assembled
from orm_lint.interpreter.entries import entry_points, run_entry
from orm_lint.interpreter.events import Event
from orm_lint.interpreter.facts import Facts, Remedy
from orm_lint.interpreter.hooks import Hooks
from orm_lint.interpreter.known import KNOWN
from orm_lint.interpreter.managers import plan_of
from orm_lint.interpreter.objects import Made, Within
from orm_lint.interpreter.world import World
from orm_lint.project.context import LoadedContext
from orm_lint.project.models.graph import Place
from orm_lint.project.project import Project


def facts_of(project: Project, hooks: Hooks | None = None) -> Facts:
    """Everything that the interpreter finds out about a project; the same bytes for the same source."""
    hooks = hooks or Hooks()
    found: dict[Event, None] = {}
    prefetched: defaultdict[Within, set[Made]] = defaultdict(set)
    served: set[tuple[str, int]] = set()
    aside: set[Place] = set()
    counts: Counter[str] = Counter()
    models_at: defaultdict[Place, set[str]] = defaultdict(set)
    remedies: dict[Place, Remedy] = {}
    for context in project.contexts:
        world = run_context(project, context, hooks)
        found |= world.found
        served |= world.served
        aside |= world.aside
        counts += world.counts
        remedies |= world.remedies
        for which, places in world.prefetched.items():
            prefetched[which] |= places
        for place, labels in world.models_at.items():
            models_at[place] |= labels
        counts["queryset calls with a known model"] += len(world.seen_calls)
        counts["loops over rows"] += len(world.seen_loops)
        for cause in world.causes.values():
            counts[f"unknown: {cause}"] += 1
    mixed = {place: frozenset(labels) for place, labels in models_at.items() if len(labels) > 1}
    facts = assembled(found, served, counts, prefetched)
    return msgspec.structs.replace(
        facts, models_at=mixed, aside=frozenset(aside), remedies=remedies, served=frozenset(served)
    )


def run_context(project: Project, context: LoadedContext, hooks: Hooks, order: Iterable[int] | None = None) -> World:
    """Runs the entry points of one context, in any order."""
    world = World(context, {**KNOWN, **dict(hooks.models)}, hooks)
    world.plan_of = lambda label, which: plan_of(world, label, which)
    entries = entry_points(project, context, hooks, world) if project.reaches_django else []
    for number in order if order is not None else range(len(entries)):
        run_entry(world, entries[number])
    world.counts["entry points"] += len(entries)
    return world
