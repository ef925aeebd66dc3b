"""The project of a target, read as its configuration says, before any rule has looked at it."""

from __future__ import annotations

from msgspec import Struct

from orm_lint.engine.named import NO_NAMED, read_named
from orm_lint.engine.request import CheckRequest, Target
from orm_lint.engine.sizes import sizes_of
from orm_lint.finding import Notice
from orm_lint.project.project import Project, ProjectOptions, load_project


class Opened(Struct, frozen=True):
    """A target with its project, and a notice for everything in it that could not be read."""

    target: Target
    project: Project
    notices: tuple[Notice, ...]


def open_target(target: Target, request: CheckRequest) -> Opened:
    """Reads the project of a target. Raises ConfigError for a value of the configuration that cannot be used."""
    config = target.config
    # What has a text of its own is linted, excluded or not.
    named = NO_NAMED if request.force_exclude else read_named(target)
    options = ProjectOptions(
        exclude=config.exclude,
        extend_exclude=config.extend_exclude,
        django_version=config.django_version,
        settings=config.settings,
        python_environment=config.python_environment,
        frozen=request.frozen or config.frozen,
        packages_only=target.is_loose,
        sizes=sizes_of(config),
    )
    project = load_project(target.root, options, {**named.texts, **target.overlay}, request.progress)
    return Opened(target, project, tuple(sorted({*project.notices, *named.notices})))
