"""Patterns in the language of .gitignore, compiled for a walk that asks of every entry once, parents first."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable

from msgspec import Struct, field

_LINE_LIMIT = 5000
_SHOWN = 80
_CHOICES_LIMIT = 4  # each multiplies the time of a mismatch by the length of a name or a path


class PatternError(ValueError):
    """Lines that are no patterns; `line` is the 1-based number of the first."""

    def __init__(self, line: int, pattern: str) -> None:
        shown = pattern if len(pattern) <= _SHOWN else pattern[:_SHOWN] + "..."
        super().__init__(f"{shown!r} is not a usable gitignore pattern")
        self.line = line


class _Pattern(Struct, frozen=True):
    """`rank` is its place in the file: the last match decides."""

    rank: int
    excludes: bool
    matches: Callable[[str], object]


class Patterns(Struct, frozen=True):
    """The patterns of one .gitignore file or setting, and the folder that they are relative to.

    `prefix` leads from that folder to the project root (it is not empty for a .gitignore above the root), `skip` is
    the length of the path of that folder below the root. What the basename alone decides is remembered by basename.
    """

    prefix: str
    skip: int
    by_name: tuple[_Pattern, ...]
    by_path: tuple[_Pattern, ...]
    known_names: dict[str, _Pattern | None] = field(default_factory=dict)

    def excludes(self, path: str, name: str) -> bool | None:
        """Whether the last matching pattern excludes an entry; None where none matches.

        `path` is relative to the project root, `name` its last part; both end in a slash for a folder.
        """
        found = self.known_names.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = self.known_names[name] = _last_match(self.by_name, name)
        if self.by_path:
            by_path = _last_match(self.by_path, self.prefix + path[self.skip :])
            if by_path is not None and (found is None or by_path.rank > found.rank):
                found = by_path
        return None if found is None else found.excludes


_UNKNOWN = _Pattern(-1, False, bool)


def compile_patterns(lines: Iterable[str], prefix: str, skip: int) -> tuple[Patterns, tuple[PatternError, ...]]:
    """The compiled patterns, and an error for each line that could not be used."""
    from pathspec import GitIgnoreSpec

    by_name: list[_Pattern] = []
    by_path: list[_Pattern] = []
    errors: list[PatternError] = []
    for rank, written in enumerate(lines, start=1):
        line = written.rstrip(" ") if not written.endswith("\\ ") else written
        if not line or line.startswith("#"):
            continue
        if rank > _LINE_LIMIT:
            errors.append(PatternError(rank, line))
            break
        if not _is_bounded(line):
            errors.append(PatternError(rank, line))
            continue
        try:
            with warnings.catch_warnings():  # `[[a]` is a pattern to git, and a warning to the regular expressions
                warnings.simplefilter("ignore")
                specs = GitIgnoreSpec.from_lines([line]).patterns
        except ValueError:
            errors.append(PatternError(rank, line))
            continue
        bare = line.removeprefix("!").removesuffix("/").removeprefix("**/")
        patterns = by_path if "/" in bare else by_name
        for spec in specs:
            # `include` is pathspec's word for "is matched": git would say that the file is excluded.
            if spec.include is not None and isinstance(spec.regex, re.Pattern):
                patterns.append(_Pattern(rank, spec.include, _matcher(line, bare, spec.regex)))
    return Patterns(prefix, skip, tuple(reversed(by_name)), tuple(reversed(by_path))), tuple(errors)


def _is_bounded(line: str) -> bool:
    """Whether few enough stars can match in several ways: all `**`, and all but one of a path segment."""
    stars = [part.count("*") for part in line.split("/") if "*" in part]
    return sum(stars) - len(stars) <= _CHOICES_LIMIT


def _matcher(line: str, bare: str, regex: re.Pattern[str]) -> Callable[[str], object]:
    """The test of one entry. pathspec also matches all that lies below a match, which is not git's meaning of `!a`."""
    if line.endswith("/**"):
        # About what lies in a folder, not about the folder itself: a later pattern may bring a file of it back.
        return lambda subject: regex.search(subject.removesuffix("/"))
    return regex.search if bare in ("*", "**") else regex.fullmatch


def is_excluded(chain: tuple[Patterns, ...], path: str, name: str) -> bool:
    """What a chain of pattern files says of an entry; the last file that has a say decides."""
    for patterns in reversed(chain):
        verdict = patterns.excludes(path, name)
        if verdict is not None:
            return verdict
    return False


def _last_match(patterns: tuple[_Pattern, ...], subject: str) -> _Pattern | None:
    for pattern in patterns:
        if pattern.matches(subject):
            return pattern
    return None
