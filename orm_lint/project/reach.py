"""Whether a project can have anything to do with Django: where it cannot, none of its functions obtains rows.

Most projects that flake8 and editors open are such, and running their functions costs more than all the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from orm_lint.errors import UnreadableFileError
from orm_lint.project.bundle import Bundle
from orm_lint.project.environment import Environment
from orm_lint.project.modules import ModuleSource
from orm_lint.project.reader import Reader

DJANGO = "django"
_IMPORTED = re.compile(rb"\b(?:from|import)\b([^\n;#]*)")
_WORD = re.compile(rb"\w+")


def reaches_django(files: Iterable[str], reader: Reader, elsewhere: Iterable[ModuleSource]) -> bool:
    """Whether a file writes `django`, or imports a package that the bundle knows to be made with it.

    What else is installed in the project's environment may be made with Django as well, if Django is there.
    """
    packages: set[bytes] = set()
    for source in elsewhere:
        if isinstance(source, Environment) and source.holds(DJANGO):
            return True
        if isinstance(source, Bundle):
            packages.update(name.encode() for name in source.packages)
    return any(_names(reader, path, packages) for path in files)


def _names(reader: Reader, path: str, packages: Set[bytes]) -> bool:
    try:
        data = reader.source(path).data
    except UnreadableFileError:
        return False
    if DJANGO.encode() in data:
        return True
    imported = _IMPORTED.findall(data.replace(b"\\\n", b" "))
    return not packages.isdisjoint(word for names in imported for word in _WORD.findall(names))
