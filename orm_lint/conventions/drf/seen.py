"""What `--statistics` says of serializers: how many were seen with rows."""

from __future__ import annotations

from collections.abc import Mapping

from orm_lint.conventions.common.seen import seen_classes
from orm_lint.conventions.drf.declared import MODEL_SERIALIZER
from orm_lint.interpreter.world import World
from orm_lint.project.modules import Module


def serializers_seen(world: World, modules: tuple[Module, ...]) -> Mapping[str, int]:
    """The serializers of some modules that name their model; those that others derive from are left out."""
    shown = [one for one, is_base in seen_classes(world, modules, MODEL_SERIALIZER) if not is_base]
    return {
        "serializers of models": len(shown),
        "serializers of models that were seen with rows": sum(one.key in world.shown for one in shown),
    }
