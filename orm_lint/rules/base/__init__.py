"""What a rule is, and what the rules about the linting itself are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from orm_lint.finding import Finding, Notice, Span

if TYPE_CHECKING:
    from orm_lint.project.project import Project

Subject = TypeVar("Subject")


class Rule(Struct, frozen=True):
    """A rule about the linted project. `name` says the bad pattern and names the module that holds the rule."""

    code: str
    name: str
    summary: str
    on_by_default: bool
    check: Callable[[Project], Iterable[Finding]]


class RunRule(Struct, frozen=True):
    """A rule about the linting itself: it judges what the run learned, not the project."""

    code: str
    name: str
    summary: str
    on_by_default: bool
    check: Callable[[RunFacts], Iterable[Finding]]


AnyRule = Rule | RunRule


class WrittenCode(Struct, frozen=True):
    """One of our codes as a person wrote it, in a comment or a setting, and what became of it.

    `text` is empty where the comment names no code. `covers` holds the codes of the rules that it stands for,
    `used` those of them that had a finding there. `place` completes the sentence "… in a <place>".
    """

    text: str
    span: Span
    place: str
    covers: frozenset[str]
    used: frozenset[str]

    @property
    def is_unknown(self) -> bool:
        return not self.covers


class RunFacts(Struct, frozen=True):
    """What a run knows about itself, already limited to the requested files.

    `judged` holds the codes of the rules that ran over the project: a comment for any other rule may well be needed.
    `optional` holds the codes that a usual run lacks: a comment for many rules is judged without them.
    """

    judged: frozenset[str]
    optional: frozenset[str] = frozenset()
    suppressions: tuple[WrittenCode, ...] = ()
    settings: tuple[WrittenCode, ...] = ()
    unreadable: tuple[Notice, ...] = ()
    names: tuple[str, ...] = ()


class EachSubject(Generic[Subject]):
    """The findings of `judge` on every subject; an iterator that can go on after `judge` failed on one of them.

    A generator is dead once it raised; this one moves to the next subject, so an odd model costs only its own findings.
    `path` is the file of the subject being judged.
    """

    def __init__(
        self,
        subjects: Iterable[Subject],
        judge: Callable[[Subject], Iterable[Finding]],
        path_of: Callable[[Subject], str],
    ) -> None:
        self.path = ""
        self._subjects = iter(subjects)
        self._judge = judge
        self._path_of = path_of
        self._current: Iterator[Finding] = iter(())

    def __iter__(self) -> Iterator[Finding]:
        return self

    def __next__(self) -> Finding:
        while True:
            for finding in self._current:
                return finding
            self._current = iter(())
            subject = next(self._subjects)
            self.path = self._path_of(subject)
            self._current = iter(self._judge(subject))


def nearest(word: str, candidates: Iterable[str]) -> str:
    """` (did you mean X?)` for the most similar candidate, or nothing where none is similar."""
    import difflib

    matches = difflib.get_close_matches(word, sorted(candidates), n=1, cutoff=0.6)
    return f" (did you mean {matches[0]}?)" if matches else ""
