"""Which Django projects live in a repository: one context for each manage.py, with its settings and import paths."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from orm_lint.project.deployment import deployed_settings
from orm_lint.project.inifiles import (
    ReadText,
    Said,
    folders_above,
    pytest_paths,
    pytest_settings,
    stubs_settings,
    tox_settings,
)
from orm_lint.project.modules import folder_of
from orm_lint.project.scripts import Script, read_script

SETTINGS_VARIABLE = "DJANGO_SETTINGS_MODULE"
CONFIGURATION_VARIABLE = "DJANGO_CONFIGURATION"
MAX_SEARCHED = 400
TEMPLATE_MARKS = ("{{", "{%", "project_template", "project_name")
SETTINGS_FILES = ("settings.py", "settings/__init__.py", "settings/base.py", "settings/common.py", "config/settings.py")

PRODUCTION_NAMES = ("production", "prod", "product", "live")
_DEVELOPMENT_NAME = re.compile(r"(?:^|[._])(?:local|dev|devel|develop|development)$")
_TEST_NAME = re.compile(r"(?:^|[._])(?:unit)?test(?:s|ing)?(?:$|[._])")


class Context(Struct, frozen=True):
    """One Django project of the repository. Folders are posix and relative to the root, which is the empty path.

    `origin` is the file (or `configuration`) that names the settings. `production_settings` are those that a Dockerfile
    or the like names, else those of wsgi, asgi or manage.py, never a test's; None if they are unknown or no file of the
    project. `configuration` is the class of django-configurations, `siblings` the folders of all contexts.
    """

    folder: str
    settings_module: str | None
    source_roots: tuple[str, ...]
    origin: str | None
    production_settings: str | None = None
    configuration: str | None = None
    siblings: tuple[str, ...] = ()

    def owns(self, path: str) -> bool:
        """Whether a file belongs here: to the nearest manage.py above it, or to every context if there is none."""
        nearest = next((folder for folder in folders_above(folder_of(path)) if folder in self.siblings), None)
        return nearest is None or nearest == self.folder


def find_contexts(files: frozenset[str], read_text: ReadText, declared_settings: str | None) -> tuple[Context, ...]:
    """The contexts of a repository, one without a manage.py if it has none. `files` are its Python files."""
    scripts = _manage_scripts(files, read_text) or {"": None}
    siblings = tuple(scripts)
    return tuple(
        _context(files, read_text, declared_settings, folder, script, siblings) for folder, script in scripts.items()
    )


def _manage_scripts(files: Iterable[str], read_text: ReadText) -> dict[str, Script | None]:
    found: dict[str, Script | None] = {}
    for path in sorted(files):
        if posixpath.basename(path) != "manage.py" or any(mark in path for mark in TEMPLATE_MARKS):
            continue
        text = read_text(path) or ""
        if "{{" in text or ("flask" in text.lower() and "django" not in text.lower()):
            continue
        found[posixpath.dirname(path)] = read_script(path, text)
    return found


def _context(
    files: frozenset[str],
    read_text: ReadText,
    declared: str | None,
    folder: str,
    script: Script | None,
    siblings: tuple[str, ...],
) -> Context:
    roots = _roots(files, read_text, folder, script)
    own = _own(files, folder, siblings)
    manage = _in_script(script, posixpath.join(folder, "manage.py"))
    servers = tuple(_servers(own, read_text))
    chosen = [Said(declared, "configuration")] if declared else []
    chosen += [*stubs_settings(folder, read_text), *pytest_settings(folder, read_text), *manage, *servers]
    chosen += tox_settings(folder, read_text)
    said = _first(files, roots, chosen) or _first(files, roots, _elsewhere(own, read_text)) or _guess(own, roots)
    said = said or next(iter(chosen), None)
    production = _first(files, roots, _deployed(folder, read_text) or _productive([*servers, *manage]))
    if said and (above := _folder_of(files, roots, said.module)) is not None and above not in roots:
        roots = (*roots, above)
    configured = script.environment.get(CONFIGURATION_VARIABLE, ()) if script else ()
    return Context(
        folder,
        said.module if said else None,
        roots,
        said.origin if said else None,
        production.module if production else None,
        next(iter(configured), None),
        siblings,
    )


def _roots(files: frozenset[str], read_text: ReadText, folder: str, script: Script | None) -> tuple[str, ...]:
    """The folders that imports start from, in the order of `sys.path`."""
    candidates = [
        folder,
        *(script.paths if script else ()),
        posixpath.join(folder, "src"),
        *pytest_paths(folder, read_text),
        "",
        "src",
    ]
    return tuple(dict.fromkeys(root for root in candidates if root in ("", folder) or _holds(files, root)))


def _holds(files: frozenset[str], root: str) -> bool:
    return any(path.startswith(f"{root}/") for path in files)


def _own(files: Iterable[str], folder: str, siblings: tuple[str, ...]) -> list[str]:
    """The files of a context, those near the root first."""
    context = Context(folder, None, (), None, siblings=siblings)
    return sorted((path for path in files if context.owns(path)), key=lambda path: (path.count("/"), path))


def _in_script(script: Script | None, origin: str) -> list[Said]:
    """The settings that a script names; those that are no test's first, as `if "test" in sys.argv` has both."""
    names = script.environment.get(SETTINGS_VARIABLE, ()) if script else ()
    return [Said(name, origin) for name in sorted(names, key=_is_test)]


def _servers(own: Iterable[str], read_text: ReadText) -> Iterator[Said]:
    for name in ("wsgi.py", "asgi.py"):
        for path in own:
            if posixpath.basename(path) == name and not any(mark in path for mark in TEMPLATE_MARKS):
                yield from _in_script(read_script(path, read_text(path) or ""), path)


def _elsewhere(own: Iterable[str], read_text: ReadText) -> Iterator[Said]:
    """Any other file near the root that sets the variable: conftest.py, celery.py, a command of its own."""
    for path in list(own)[:MAX_SEARCHED]:
        text = read_text(path) or ""
        if SETTINGS_VARIABLE in text:
            yield from _in_script(read_script(path, text), path)


def _deployed(folder: str, read_text: ReadText) -> list[Said]:
    """What is named for the servers to use, in the repository or not: the deployment may make it."""
    named = deployed_settings(folder, read_text)
    return [one for one in named if not _is_test(one.module) and not _DEVELOPMENT_NAME.search(one.module)]


def _productive(said: list[Said]) -> Iterator[Said]:
    """What may be in use in production: what is named and not for developers, its production sibling, what is named."""
    named = [one for one in said if not _is_test(one.module)]
    yield from (one for one in named if not _DEVELOPMENT_NAME.search(one.module))
    for one in named:
        package = one.module.rpartition(".")[0]
        yield from (Said(f"{package}.{name}", one.origin) for name in PRODUCTION_NAMES if package)
    yield from named


def _guess(own: Iterable[str], roots: tuple[str, ...]) -> Said | None:
    """The file nearest to the root that is called as settings are."""
    for path in own:
        if path in SETTINGS_FILES or any(path.endswith(f"/{name}") for name in SETTINGS_FILES):
            root = max((root for root in roots if not root or path.startswith(f"{root}/")), key=len, default="")
            relative = path[len(root) + 1 :] if root else path
            return Said(relative.removesuffix(".py").removesuffix("/__init__").replace("/", "."), path)
    return None


def _first(files: frozenset[str], roots: tuple[str, ...], said: Iterable[Said]) -> Said | None:
    """The first settings module that is one of the project's files."""
    return next((one for one in said if _folder_of(files, roots, one.module) is not None), None)


def _folder_of(files: frozenset[str], roots: Iterable[str], module: str) -> str | None:
    """The folder that a module is imported from: a known root, else the only folder below which it lies."""
    relative = module.replace(".", "/")
    ends = (f"{relative}.py", f"{relative}/__init__.py")
    for root in roots:
        if any(posixpath.join(root, end) in files for end in ends):
            return root
    found = {path[: -len(end) - 1] for end in ends for path in files if path.endswith(f"/{end}")}
    return found.pop() if len(found) == 1 else None


def _is_test(module: str) -> bool:
    return _TEST_NAME.search(module) is not None
