"""The settings of a context and the apps they install, read without running them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.evaluate import Evaluator
from orm_lint.project.frames import Bound
from orm_lint.project.modules import Module
from orm_lint.project.operators import is_complete
from orm_lint.project.scope import statements
from orm_lint.project.symbols import ClassSymbol
from orm_lint.project.values import Items, Table, Value, alternatives_of

DEFAULT_USER = "auth.User"
CONFIGURATION = "configurations."
APP_CONFIG = "django.apps."


class Setting(Struct, frozen=True):
    """One setting. `module` and `at` are the place of its last assignment; a partial one is not known in whole."""

    name: str
    value: Value
    module: Module
    at: int

    @property
    def is_partial(self) -> bool:
        return not is_complete(self.value)

    @property
    def line(self) -> int:
        """The 1-based line of the last assignment."""
        return self.module.line_of(self.at)


class Settings(Struct, frozen=True):
    """The settings of one module; `module` is None, and `values` empty, if it was not found."""

    module: Module | None
    values: Mapping[str, Setting]

    @property
    def installed_apps(self) -> tuple[str, ...]:
        """The known entries of INSTALLED_APPS, in order: packages and paths of AppConfig classes."""
        return tuple(dict.fromkeys(self._texts("INSTALLED_APPS")))

    @property
    def auth_user_model(self) -> str:
        """The label of the user model, Django's own if no other is known."""
        return next((text for text in self._texts("AUTH_USER_MODEL") if "." in text), DEFAULT_USER)

    @property
    def default_auto_field(self) -> str | None:
        """The dotted class of automatic primary keys; None where the settings do not say."""
        return next(iter(self._texts("DEFAULT_AUTO_FIELD")), None)

    @property
    def databases(self) -> tuple[Table, ...]:
        """DATABASES, with its alternatives; empty if it is not known."""
        setting = self.values.get("DATABASES")
        return tuple(one for one in alternatives_of(setting.value) if isinstance(one, Table)) if setting else ()

    def _texts(self, name: str) -> Iterator[str]:
        setting = self.values.get(name)
        for one in alternatives_of(setting.value) if setting else ():
            match one:
                case str():
                    yield one
                case Items():
                    yield from one.texts


class App(Struct, frozen=True):
    """An installed app as Django's registry names it. `name` is its dotted package, `path` the folder if it was found.

    `default_auto_field` is None where the app's config does not say.
    """

    name: str
    label: str
    path: str | None
    models_module: str
    config: ClassSymbol | None
    default_auto_field: str | None


def read_settings(evaluator: Evaluator, module_name: str | None, configuration: str | None = None) -> Settings:
    """The settings of a module. `configuration` names the class of django-configurations, if it is known."""
    module = evaluator.names.module(module_name) if module_name else None
    if module is None:
        return Settings(None, {})
    found = dict(evaluator.module_values(module))
    if "INSTALLED_APPS" not in found and (symbol := _configuration(evaluator, module, configuration)):
        found.update(_attributes(evaluator, symbol))
    return Settings(
        module,
        {name: Setting(name, bound.value, bound.module, bound.at) for name, bound in found.items() if name.isupper()},
    )


def read_apps(evaluator: Evaluator, settings: Settings) -> tuple[App, ...]:
    """The installed apps in order, each package once."""
    found = [_app(evaluator, entry) for entry in settings.installed_apps]
    return tuple({app.name: app for app in reversed(found)}.values())[::-1]


def stated_label(evaluator: Evaluator, package: str) -> str | None:
    """The label that a package would be installed with, if its configuration says one."""
    config = _default_config(evaluator, package)
    return _text(evaluator, config, "label") if config else None


def _configuration(evaluator: Evaluator, module: Module, wanted: str | None) -> ClassSymbol | None:
    """The class whose attributes are the settings: the one wanted, else one called Prod…, else the last."""
    if loaded := _loaded(evaluator, module):
        return loaded
    classes = [symbol for symbol in _classes(evaluator, module) if _descends(evaluator, symbol, CONFIGURATION)]
    named = [symbol for symbol in classes if symbol.node.name == wanted]
    productive = [symbol for symbol in classes if symbol.node.name.lower().startswith("prod")]
    return next(iter([*named, *productive, *reversed(classes)]), None)


def _loaded(evaluator: Evaluator, module: Module) -> ClassSymbol | None:
    """The class of a top level `Settings.load(__name__)`, which makes its attributes names of this module."""
    for statement in statements(module.summary.body):
        match statement:
            case ir.Do(value=ir.Call(func=ir.Attr(value=holder), args=(ir.Name(id="__name__"),))):
                symbol = evaluator.names.follow(evaluator.names.resolve(module, holder))
                if isinstance(symbol, ClassSymbol):
                    return symbol
    return None


def _attributes(evaluator: Evaluator, symbol: ClassSymbol) -> dict[str, Bound]:
    owners = [owner for owner in evaluator.names.mro(symbol) if isinstance(owner, ClassSymbol)]
    names = {name for owner in owners for name in evaluator.names.members(owner).names if name.isupper()}
    found = ((name, evaluator.class_lookup(symbol, name)) for name in sorted(names))
    return {name: bound for name, bound in found if bound}


def _classes(evaluator: Evaluator, module: Module) -> list[ClassSymbol]:
    """The classes that a module defines or imports."""
    names = dict.fromkeys(module.bindings.names)
    for star in module.bindings.stars:
        if source := evaluator.names.module(star.module):
            names.update(dict.fromkeys(source.bindings.names))
    symbols = (evaluator.names.lookup(module, name) for name in names)
    return [symbol for symbol in symbols if isinstance(symbol, ClassSymbol)]


def _descends(evaluator: Evaluator, symbol: ClassSymbol, prefix: str) -> bool:
    return any(base.dotted.startswith(prefix) for base in evaluator.names.mro(symbol)[1:])


def _app(evaluator: Evaluator, entry: str) -> App:
    """What `AppConfig.create` makes of an entry of INSTALLED_APPS."""
    package = evaluator.names.module(entry)
    config = _default_config(evaluator, entry) if package else _config_at(evaluator, entry)
    name = _text(evaluator, config, "name") or (entry if package or config is None else entry.rpartition(".")[0])
    if package is None and config is None:
        name = _package_of(entry)
    found = evaluator.names.module(name)
    path = found.path.removesuffix("/__init__.py") if found and found.is_package else None
    label = _text(evaluator, config, "label") or name.rpartition(".")[2]
    models_module = _models_module(evaluator, name, config)
    return App(name, label, path, models_module, config, _text(evaluator, config, "default_auto_field"))


def _package_of(entry: str) -> str:
    """The package of an entry nobody can look at: `pkg.apps.ShopConfig` names a class, by the case of its last part."""
    head, _, last = entry.rpartition(".")
    return head.removesuffix(".apps") if head and last[:1].isupper() else entry


def _config_at(evaluator: Evaluator, entry: str) -> ClassSymbol | None:
    symbol = evaluator.names.follow(evaluator.names.dotted(entry))
    return symbol if isinstance(symbol, ClassSymbol) else None


def _default_config(evaluator: Evaluator, entry: str) -> ClassSymbol | None:
    """The only AppConfig of `apps.py`, or the only one that says `default = True`; else `default_app_config`."""
    module = evaluator.names.module(f"{entry}.apps")
    configs = [one for one in _own_classes(evaluator, module) if _is_config(evaluator, one)] if module else []
    candidates = [one for one in configs if _value(evaluator, one, "default") is not False]
    if len(candidates) == 1:
        return candidates[0]
    chosen = [one for one in candidates if _value(evaluator, one, "default") is True]
    return chosen[0] if len(chosen) == 1 else None


def _own_classes(evaluator: Evaluator, module: Module) -> list[ClassSymbol]:
    """The classes whose statements stand at the top of a module."""
    nodes = [statement for statement in statements(module.summary.body) if isinstance(statement, ir.Class)]
    return [evaluator.names.class_symbol(module, node, node.name) for node in nodes]


def _is_config(evaluator: Evaluator, symbol: ClassSymbol) -> bool:
    names = [base.dotted for base in evaluator.names.mro(symbol)[1:]]
    return any(name.startswith(APP_CONFIG) or name.endswith("AppConfig") for name in names)


def _value(evaluator: Evaluator, config: ClassSymbol, name: str) -> Value:
    bound = evaluator.class_lookup(config, name)
    return bound.value if bound else None


def _text(evaluator: Evaluator, config: ClassSymbol | None, name: str) -> str | None:
    value = _value(evaluator, config, name) if config else None
    return next((one for one in alternatives_of(value) if isinstance(one, str)), None)


def _models_module(evaluator: Evaluator, name: str, config: ClassSymbol | None) -> str:
    stated = _text(evaluator, config, "models_module_name") or "models"
    return stated if evaluator.names.module(f"{name}.{stated}") else "models"
