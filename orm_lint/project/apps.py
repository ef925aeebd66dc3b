"""Which modules define the models of a context: those of installed apps first, then the project's other files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orm_lint.ir import nodes as ir
from orm_lint.project.modules import Module, absolute_name
from orm_lint.project.names import Names
from orm_lint.project.scope import statements


def app_modules(names: Names, package: str, models_module: str = "models") -> Iterator[Module]:
    """The modules that Django imports with an app's models: its models module and what that imports of the app."""
    start = names.module(f"{package}.{models_module}")
    seen: set[str] = set()
    waiting = [start] if start else []
    while waiting:
        module = waiting.pop(0)
        if module.path in seen:
            continue
        seen.add(module.path)
        yield module
        waiting += [found for found in _imported(names, module) if _is_under(found.name, package)]


def _imported(names: Names, module: Module) -> Iterator[Module]:
    for statement in statements(module.summary.body):
        for dotted in _targets(module, statement):
            if found := names.module(dotted):
                yield found


def _targets(module: Module, statement: ir.Stmt) -> Iterable[str]:
    match statement:
        case ir.Import(names=aliases):
            return [alias.name for alias in aliases]
        case ir.ImportFrom(names=aliases):
            source = absolute_name(module, statement)
            return [source, *(f"{source}.{alias.name}" for alias in aliases)] if source else []
    return ()


def _is_under(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
