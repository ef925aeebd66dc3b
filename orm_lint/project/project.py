"""A project that has been read: its files, its contexts and their model graphs. What all rules look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from orm_lint.finding import Notice
from orm_lint.project.bundle import Bundle
from orm_lint.project.context import Ground, LoadedContext, load_context
from orm_lint.project.contexts import find_contexts
from orm_lint.project.discover import FileTree, discover
from orm_lint.project.django_version import django_version, package_versions
from orm_lint.project.environment import Environment, find_environment
from orm_lint.project.models.graph import Model, ModelGraph
from orm_lint.project.modules import ModuleSource
from orm_lint.project.reach import reaches_django
from orm_lint.project.reader import Reader
from orm_lint.project.sizes import Sizes
from orm_lint.source.file import SourceFile

LIKELY_DJANGO = (5, 2)  # the long-term release, for projects that do not say
Progress = Callable[[int, int], None]


class ProjectOptions(Struct, frozen=True):
    """What the configuration says about reading a project; `exclude` of None means the default patterns."""

    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    django_version: str | None = None
    settings: str | None = None
    python_environment: str | None = None
    frozen: bool = False
    packages_only: bool = False
    sizes: Sizes = Sizes()


class Project(Struct, frozen=True, dict=True):
    """Everything that was read. Rules take models and settings from `contexts`, positions from `source`.

    Where `reaches_django` is False, no code of the project can come by a row.
    """

    root: Path
    tree: FileTree
    contexts: tuple[LoadedContext, ...]
    reader: Reader
    sizes: Sizes = Sizes()
    reaches_django: bool = True

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What could not be read, each once."""
        return tuple(sorted({*self.tree.notices, *self.reader.notices}))

    def source(self, path: str) -> SourceFile:
        """The text of one of the project's files. Raises UnreadableFileError."""
        return self.reader.source(path)

    @property
    def graph(self) -> ModelGraph:
        """The model graph of the first context, which is the only one in most projects."""
        return self.contexts[0].graph

    @cached_property
    def models(self) -> tuple[Model, ...]:
        """The models of all contexts, each class once."""
        found = {model.symbol.key: model for context in reversed(self.contexts) for model in context.graph.models}
        return tuple(sorted(found.values(), key=lambda model: (model.place.path, model.place.at)))

    @property
    def files_read(self) -> int:
        return self.reader.files

    @property
    def lines_read(self) -> int:
        return self.reader.lines

    @property
    def statistics(self) -> Mapping[str, int]:
        """What was seen, and what could not be seen: counts by a phrase that says what is counted."""
        counts = {
            "files read": self.files_read,
            "lines read": self.lines_read,
            "contexts": len(self.contexts),
            "models": len(self.models),
            "models with a base class that could not be read": sum(not model.is_complete for model in self.models),
        }
        for context in self.contexts:
            for _, field in context.relations():
                assert field.relation is not None
                counts["relations"] = counts.get("relations", 0) + 1
                if field.relation.target is None:
                    phrase = f"relations without a target: {field.relation.cause}"
                    counts[phrase] = counts.get(phrase, 0) + 1
        return counts


def load_project(
    root: Path,
    options: ProjectOptions,
    overlay: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Project:
    """Reads a project. `progress` is told how many of how many files have been read.

    Raises nothing for bad input: what cannot be read becomes a notice.
    """
    reader = Reader(root, overlay or {})
    tree = discover(
        root, options.exclude or (), options.extend_exclude, reader.overlay, packages_only=options.packages_only
    )
    files = tree.files | {path for path in reader.overlay if path.endswith(".py")}
    named = (path for path in reader.overlay if path.endswith(".py"))  # a file that is named is linted, whatever it is
    linted = tuple(sorted({*tree.linted, *named}))
    django = django_version(tree.files, reader.text, options.django_version)
    elsewhere = _elsewhere(root, options, tree.files, reader, django)
    ground = Ground(reader, files, linted, elsewhere, django or LIKELY_DJANGO, progress)
    contexts = find_contexts(_without_test_projects(tree, files), reader.text, options.settings)
    loaded = tuple(load_context(context, ground) for context in contexts)
    # Those that are linted first: in most Django projects the first file says it.
    reaches = reaches_django((*linted, *sorted(files.difference(linted))), reader, elsewhere)
    return Project(root, tree, loaded, reader, options.sizes, reaches)


def _without_test_projects(tree: FileTree, files: frozenset[str]) -> frozenset[str]:
    """The files without the manage.py of projects that tests are made of, unless the repository has no other."""
    scripts = {path for path in tree.files if path.rpartition("/")[2] == "manage.py"}
    of_tests = scripts.difference(tree.linted)
    return files - of_tests if of_tests != scripts else files


def _elsewhere(
    root: Path, options: ProjectOptions, files: frozenset[str], reader: Reader, django: tuple[int, int] | None
) -> tuple[ModuleSource, ...]:
    """Where modules of other packages are found: the bundle, then the project's environment unless it is left out."""
    bundle = Bundle(package_versions(files, reader.text), django)
    if options.frozen:
        return (bundle,)
    packages = find_environment(root, options.python_environment, os.environ)
    if packages is None:
        return (bundle,)
    own = {path.partition("/")[0].removesuffix(".py") for path in files}  # an editable install of the project itself
    return (bundle, Environment(packages, bundle.packages | own))
