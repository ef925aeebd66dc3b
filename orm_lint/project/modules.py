"""Which file a dotted module name means: what Python's import system would find in a project, bundle or environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct, field

from orm_lint.finding import Evidence
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import Summary
from orm_lint.project.scope import Bindings, bindings_of


class Module(Struct, frozen=True, eq=False):
    """A module that was found and read. Two modules are the same if their paths are.

    `path` is posix: relative to the project root for the project's own files, `<package version>/…` for others.
    """

    name: str
    path: str
    is_package: bool
    evidence: Evidence
    summary: Summary
    bindings: Bindings
    lower: Callable[[ir.Stub], ir.Function]

    def __repr__(self) -> str:
        return f"Module({self.path!r})"

    def line_of(self, at: int) -> int:
        """The 1-based line of a packed place in this module."""
        return self.summary.line_of(at)

    def whole(self, found: ir.Stub | ir.Function) -> ir.Function:
        """A function with signature and body; both are empty where they cannot be read any more."""
        return self.lower(found) if isinstance(found, ir.Stub) else found

    @property
    def package(self) -> str:
        """The dotted name that a relative import of one dot starts from."""
        return self.name if self.is_package else self.name.rpartition(".")[0]


class ModuleSource(Protocol):
    """Somewhere modules are found: the project's tree, a bundle, an environment."""

    def find(self, name: str) -> Module | None:
        """The module of a dotted name, or None if this source does not hold it."""


def absolute_name(module: Module, imported: ir.ImportFrom) -> str | None:
    """The dotted name of the module that `from … import` names; None if the dots lead above the top."""
    if not imported.level:
        return imported.module
    parts = module.package.split(".") if module.package else []
    above = imported.level - 1
    if above > len(parts):
        return None
    kept = parts[: len(parts) - above]
    return ".".join([*kept, imported.module] if imported.module else kept)


class ProjectTree(Struct):
    """The project's own modules, found under source roots in the order in which `sys.path` would hold them."""

    files: frozenset[str]
    roots: Sequence[str]
    read: Callable[[str, str, bool], Module | None]
    _found: dict[str, Module | None] = field(default_factory=dict)
    _folders: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._folders = _folders_of(self.files)

    def find(self, name: str) -> Module | None:
        if name not in self._found:
            self._found[name] = self._locate(name)
        return self._found[name]

    def module_at(self, path: str) -> Module | None:
        """The module of one of the project's files, under the name that the rest of the project imports it by."""
        name = self.name_of(path)
        found = self.find(name)
        if found is not None and found.path == path:
            return found
        return self.read(name, path, path.endswith("/__init__.py") or path == "__init__.py")

    def name_of(self, path: str) -> str:
        """The dotted name of a file: from the innermost source root that holds its top package."""
        top = folder_of(path)
        while top and f"{top}/__init__.py" in self.files:
            top = folder_of(top)
        holding = [root for root in self.roots if _is_under(top, root)]
        root = max(holding, key=len, default=top)
        relative = path[len(root) + 1 :] if root else path
        stem = relative.removesuffix(".py").removesuffix("/__init__")
        return stem.replace("/", ".")

    def _locate(self, name: str) -> Module | None:
        relative = name.replace(".", "/")
        for root in self.roots:
            base = f"{root}/{relative}" if root else relative
            for path, is_package in ((f"{base}/__init__.py", True), (f"{base}.py", False)):
                if path in self.files:
                    return self.read(name, path, is_package)
        for root in self.roots:
            base = f"{root}/{relative}" if root else relative
            if base in self._folders:
                return namespace_package(name, base)
        return None


def namespace_package(name: str, path: str) -> Module:
    """A package without `__init__.py`: it binds nothing itself."""
    empty = Summary((), b"\0\0\0\0", is_ascii=True)
    return Module(name, path, True, "project", empty, bindings_of(()), unreadable)


def unreadable(found: ir.Stub) -> ir.Function:
    """What stands for a function whose text is not to be had."""
    return ir.Function(found.at, found.name, (), (), found.decorators, None, found.is_async, found.extent, ())


def source_roots(files: Iterable[str], declared: Iterable[str]) -> tuple[str, ...]:
    """Folders that absolute imports start from: the declared ones, then parents of top packages (as mypy infers)."""
    known = set(files)
    packages = {folder_of(path) for path in known if path.endswith("/__init__.py")}
    inferred = {parent for package in packages if (parent := folder_of(package)) not in packages}
    ordered = list(dict.fromkeys(declared))
    ordered += sorted(inferred.difference(ordered), key=lambda root: (root.count("/"), root))
    return tuple(ordered)


def folder_of(path: str) -> str:
    """The folder of a posix path, as `posixpath.dirname` gives it for paths in normal form, in a third of the time."""
    return path.rpartition("/")[0]


def _folders_of(files: Iterable[str]) -> frozenset[str]:
    folders: set[str] = set()
    for path in files:
        folder = folder_of(path)
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder_of(folder)
    return frozenset(folders)


def _is_under(path: str, root: str) -> bool:
    return not root or path == root or path.startswith(f"{root}/")
