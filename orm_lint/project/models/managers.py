"""The managers of a model in Django's order, and which of them is the default and the base manager.

Source: `Options.managers`, `Options.default_manager` and `Options.base_manager`, the same in Django 4.2 to 6.1.
"""

from __future__ import annotations

from collections.abc import Callable

from orm_lint.project.models.declare import DeclaredManager
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Manager
from orm_lint.project.models.inherit import Built

PLAIN_MANAGER = "django.db.models.manager.Manager"
AUTOMATIC = Manager("objects", PLAIN_MANAGER, None, None)


def managers(built: Built) -> tuple[Manager, ...]:
    """All managers: the model's own first, then those of its ancestors; a name counts once."""
    found: dict[str, Manager] = {}
    for owner in (built, *built.ancestry):
        for manager in _local(owner):
            found.setdefault(manager.name, manager)
    return tuple(found.values())


def default_manager(built: Built, evaluate: Callable[[Argument], object]) -> str | None:
    """The name of the default manager: the stated one, by the first ancestor too if the model has no manager itself."""
    stated = _stated(built, "default_manager_name", evaluate)
    if stated is None and not _local(built) and built.ancestry:
        stated = _stated(built.ancestry[0], "default_manager_name", evaluate)
    return stated or next((manager.name for manager in managers(built)), None)


def base_manager(built: Built, evaluate: Callable[[Argument], object]) -> str | None:
    """The name of the manager that related objects are read through; None for Django's plain one."""
    stated = _stated(built, "base_manager_name", evaluate)
    if stated is None and built.ancestry:
        return base_manager(built.ancestry[0], evaluate)
    return stated


def _stated(built: Built, option: str, evaluate: Callable[[Argument], object]) -> str | None:
    said = built.meta.get(option)
    name = evaluate(said) if said is not None else None
    return name if isinstance(name, str) else None


def _local(built: Built) -> tuple[Manager, ...]:
    """What Django keeps as local managers: those in the body, or `objects` if there were none; then later ones."""
    late = tuple(map(_manager, built.late_managers))
    # An ancestor that is a table has a manager, its own or one of an ancestor of both.
    if built.managers or built.is_abstract or any(_has_manager(ancestor) for ancestor in built.ancestry):
        return (*map(_manager, built.managers), *late)
    return (AUTOMATIC, *late)


def _has_manager(ancestor: Built) -> bool:
    return bool(ancestor.managers or ancestor.late_managers or not ancestor.is_abstract)


def _manager(found: DeclaredManager) -> Manager:
    return Manager(found.name, found.type, found.queryset, found.place)
