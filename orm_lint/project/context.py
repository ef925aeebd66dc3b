"""One context (one manage.py) read whole: where names come from, its settings, its apps, its model graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.apps import app_modules
from orm_lint.project.conditions import Conditions
from orm_lint.project.contexts import Context
from orm_lint.project.databases import literal_engines
from orm_lint.project.dynamic import Calls
from orm_lint.project.evaluate import Evaluator
from orm_lint.project.models.build import Surroundings, build_graph
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.graph import Field, Model, ModelGraph
from orm_lint.project.models.registry import Labels
from orm_lint.project.modules import Module, ModuleSource, ProjectTree, source_roots
from orm_lint.project.names import Names
from orm_lint.project.reader import Reader
from orm_lint.project.settings import App, Settings, read_apps, read_settings, stated_label
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Alternatives

NEWEST_DJANGO_WITH_AUTO_FIELD = (6, 0)
ALWAYS_KNOWN = ("auth", "contenttypes", "sessions", "sites", "admin")


class Ground(Struct, frozen=True):
    """What all contexts of a project share. `elsewhere` finds modules of other packages; `linted` lists the files."""

    reader: Reader
    files: frozenset[str]
    linted: Sequence[str]
    elsewhere: Sequence[ModuleSource]
    django: tuple[int, int]
    progress: Callable[[int, int], None] | None = None


class LoadedContext(Struct, frozen=True, dict=True):
    """A context with everything that rules ask for. `production` are the settings that its servers use.

    `own` are the modules of the files that are linted, in the order of their paths.
    """

    context: Context
    names: Names
    evaluator: Evaluator
    settings: Settings
    production: Settings
    apps: tuple[App, ...]
    graph: ModelGraph
    django: tuple[int, int]
    own: tuple[Module, ...] = ()

    @cached_property
    def engines(self) -> frozenset[str | None]:
        """The database engines that the settings of developers and of servers write as constants.

        None is among them if one of the two leaves an engine to be found out when it runs, or cannot be read.
        """
        stated = [settings.values.get("DATABASES") for settings in (self.settings, self.production)]
        found = [literal_engines(setting) if setting else None for setting in stated]
        if not self.context.production_settings:
            found.append(None)
        return frozenset(engine for engines in found for engine in (engines or (None,)))

    def relations(self) -> Iterator[tuple[Model, Field]]:
        """The relation fields that stand in the project's own files."""
        for model, field in self.graph.relations():
            if model.place.module.evidence == "project":
                yield model, field


def load_context(context: Context, ground: Ground) -> LoadedContext:
    """Reads the files that belong to a context and builds its model graph."""
    roots = _without_hiding(source_roots(ground.files, context.source_roots), context, ground)
    tree = ProjectTree(ground.files, roots, ground.reader.module)
    names = Names([tree, *ground.elsewhere])
    reading = Evaluator(names, tree)
    settings = read_settings(reading, context.settings_module, context.configuration)
    production = _production(reading, context, settings)
    apps = tuple({app.name: app for each in (production, settings) for app in read_apps(reading, each)}.values())
    evaluator = Evaluator(names, tree)  # anew: what ran before the settings were known may have missed them
    known = {name: setting.value for name, setting in settings.values.items()}
    evaluator.settings = known | {"AUTH_USER_MODEL": settings.auth_user_model}
    values = Values(evaluator)
    names.calls = Calls(names, apps, settings.auth_user_model, values)
    names.decide = Conditions(names, ground.django, evaluator.settings)
    labels = Labels(apps, partial(stated_label, evaluator))
    auto_field = _auto_field(names, settings, apps, ground.django)
    around = Surroundings(names, ground.django, labels, values, values.setting, auto_field)
    installed, own = tuple(_installed(names, apps)), tuple(_own(tree, context, ground))
    graph = build_graph(around, dict.fromkeys((*installed, *own, *_always(names))))
    return LoadedContext(context, names, evaluator, settings, production, apps, graph, ground.django, own)


def _without_hiding(roots: tuple[str, ...], context: Context, ground: Ground) -> tuple[str, ...]:
    """The source roots without guesses that would hide a package of others: `shop/api/utils/rest_framework`.

    A folder without `__init__.py` inside of a package is more often a part of it than a place that imports start from.
    """
    guessed = {root for root in roots if root and root not in context.source_roots and _is_in_package(root, ground)}
    held = [path.removesuffix("/__init__.py").rpartition("/") for path in ground.files if path.endswith("/__init__.py")]
    hiding = {root for root, _, name in held if root in guessed and any(e.find(name) for e in ground.elsewhere)}
    return tuple(root for root in roots if root not in hiding)


def _is_in_package(folder: str, ground: Ground) -> bool:
    parts = folder.split("/")
    return any(f"{'/'.join(parts[:size])}/__init__.py" in ground.files for size in range(1, len(parts)))


def _production(evaluator: Evaluator, context: Context, settings: Settings) -> Settings:
    """The settings that the servers use, where they are others than those that tests or developers use."""
    if context.production_settings in (None, context.settings_module):
        return settings
    return read_settings(evaluator, context.production_settings, context.configuration)


class Values(Struct, frozen=True):
    """Evaluates expressions in one context."""

    evaluator: Evaluator

    def __call__(self, argument: Argument) -> object:
        """The value of an expression; the first one where it depends on something that is not known."""
        if isinstance(argument.expr, ir.Const):
            return argument.expr.value
        found = self.evaluator.evaluate(argument.module, argument.expr, argument.scope)
        return found.values[0] if isinstance(found, Alternatives) else found

    def setting(self, name: str) -> object:
        """The value of a setting; None if it is not known."""
        return self.evaluator.settings.get(name)


def _auto_field(
    names: Names, settings: Settings, apps: Sequence[App], django: tuple[int, int]
) -> Callable[[ClassSymbol], str]:
    """Which class Django makes the automatic primary key of a model from: the app's word, else the settings'."""
    default = "BigAutoField" if django >= NEWEST_DJANGO_WITH_AUTO_FIELD else "AutoField"
    stated = settings.default_auto_field or f"django.db.models.{default}"
    by_app = {app.name: app.default_auto_field or stated for app in apps}

    def auto_field(symbol: ClassSymbol) -> str:
        holding = [app for app in by_app if symbol.module.name == app or symbol.module.name.startswith(f"{app}.")]
        dotted = by_app[max(holding, key=len)] if holding else stated
        found = names.follow(names.dotted(dotted))
        return found.dotted if isinstance(found, ClassSymbol) else dotted

    return auto_field


def _installed(names: Names, apps: Sequence[App]) -> Iterator[Module]:
    for app in apps:
        yield from app_modules(names, app.name, app.models_module)


def _own(tree: ProjectTree, context: Context, ground: Ground) -> Iterator[Module]:
    for index, path in enumerate(ground.linted):
        if ground.progress:
            ground.progress(index, len(ground.linted))
        if context.owns(path) and (module := tree.module_at(path)):
            yield module


def _always(names: Names) -> Iterator[Module]:
    """Django's own apps, which relations lead to even where INSTALLED_APPS could not be read."""
    for app in ALWAYS_KNOWN:
        yield from app_modules(names, f"django.contrib.{app}")
