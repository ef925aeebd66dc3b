"""Labels: which class `shop.Ad` means, and which label a class has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct, field

from orm_lint.ir import nodes as ir
from orm_lint.project.models.declare import is_model
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.inherit import Built
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol


class InstalledApp(Protocol):
    """What the registry needs to know of an app."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...


def _unstated(_package: str) -> str | None:
    return None


class Labels(Struct):
    """App labels as `Apps.get_containing_app_config` gives them.

    Where INSTALLED_APPS does not say it: what the package's own configuration says (`stated`), else its name.
    """

    apps: Sequence[InstalledApp]
    stated: Callable[[str], str | None] = _unstated
    _by_module: dict[str, str] = field(default_factory=dict)

    def app_label(self, module: Module) -> str:
        """The label of the app that holds a module."""
        if module.name not in self._by_module:
            self._by_module[module.name] = self._find(module)
        return self._by_module[module.name]

    def _find(self, module: Module) -> str:
        holding = [app for app in self.apps if _holds(app.name, module.name)]
        if holding:
            return max(holding, key=lambda app: len(app.name)).label
        parts = module.name.split(".")
        package = parts if module.is_package else parts[:-1]
        if "models" in parts[1:]:
            package = parts[: parts.index("models", 1)]
        return (self.stated(".".join(package)) or package[-1]) if package else parts[-1]


def model_classes(names: Names, module: Module) -> Iterator[ClassSymbol]:
    """The model classes that a module defines at its top level, branches included."""
    for statement in names.statements(module):
        if isinstance(statement, ir.Class) and statement.bases:
            symbol = names.class_symbol(module, statement, statement.name)
            if is_model(names, symbol):
                yield symbol


class Registry(Struct):
    """The models of one context, by label and by class.

    `build` makes a model of a class that a relation names and no scanned module defines.
    """

    labels: Labels
    evaluate: Callable[[Argument], object]
    build: Callable[[ClassSymbol], Built | None]
    models: list[Built] = field(default_factory=list)
    _by_label: dict[str, Built] = field(default_factory=dict)
    _by_symbol: dict[tuple[str, int], Built] = field(default_factory=dict)
    _labels: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)

    def add(self, built: Built) -> None:
        """Registers a class. A concrete class registered later replaces one of the same label, as a re-import would."""
        if built.symbol.key in self._labels:
            return
        app_label = self._app_label(built)
        self._labels[built.symbol.key] = (app_label, built.name)
        self._by_symbol[built.symbol.key] = built
        self.models.append(built)
        if not built.is_abstract:
            self._by_label.setdefault(f"{app_label}.{built.name}".lower(), built)

    def label(self, built: Built) -> str:
        """`app_label.ObjectName`."""
        return ".".join(self._labels[built.symbol.key])

    def app_label(self, built: Built) -> str:
        return self._labels[built.symbol.key][0]

    def filled(self, built: Built, pattern: str) -> str:
        """A name with `%(class)s`, `%(model_name)s` and `%(app_label)s` filled in, as for heirs of abstract models."""
        name = built.name.lower()
        parts = {"class": name, "model_name": name, "app_label": self.app_label(built).lower()}
        for key, value in parts.items():
            pattern = pattern.replace(f"%({key})s", value)
        return pattern

    def find(self, label: str) -> Built | None:
        """The concrete model of a label, case ignored."""
        return self._by_label.get(label.lower())

    def of_class(self, symbol: ClassSymbol) -> Built | None:
        """The model of a class; None if it is none. A class met for the first time is registered."""
        if symbol.key not in self._by_symbol and (built := self.build(symbol)) is not None:
            self.add(built)
        return self._by_symbol.get(symbol.key)

    def _app_label(self, built: Built) -> str:
        stated = built.meta.get("app_label")
        if stated is not None and isinstance(value := self.evaluate(stated), str):
            return value
        return self.labels.app_label(built.symbol.module)


def _holds(app: str, module: str) -> bool:
    return module == app or module.startswith(f"{app}.")
