"""The cases of the history measurement, and when a finding is about one."""

from __future__ import annotations

import ast
import difflib
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from benchmarks.lint import Found

REACHES = ("function", "file", "project", "full")
NEAR = 2
MOVED = 5
READS = frozenset("ORM101 ORM102 ORM103 ORM104 ORM105 ORM106 ORM107 ORM108 ORM109".split())
# By the words that a guess holds; what is not named here is a read of a relation.
FAMILIES = {
    "write-in": frozenset("ORM401 ORM402 ORM404 ORM405 ORM407".split()),
    "-for-existence": frozenset("ORM202 ORM203 ORM204 ORM205".split()),
    "admin-form-fk-select-all": frozenset(["ORM801"]),
    "admin-filter-str": frozenset("ORM801 ORM507".split()),
    "discarded-queryset": frozenset(["ORM209"]),
}


class Place(msgspec.Struct, frozen=True):
    """A line of a file."""

    path: str
    line: int


class Defect(msgspec.Struct, frozen=True):
    """Where the defect is and which relation it is about, in words: `Task.owner`, `Page.specific (a child table)`."""

    path: str
    line: int
    relation: str
    text_summary: str = ""

    @property
    def member(self) -> str:
        """The last name in the relation, without what it is read through (`Note.document via __str__`)."""
        names: list[str] = re.findall(r"\w+", re.sub(r"\(.*?\)| via .*", "", self.relation))
        return names[-1] if names else ""


class Case(msgspec.Struct, frozen=True, rename={"kind": "class"}):
    """One defect that was fixed."""

    id: str
    repo: str
    parent_sha: str
    fix_sha: str
    rule_guess: str
    reach: str
    kind: str
    defect: Defect
    origin: Place | None = None

    def __str__(self) -> str:
        place = f"{self.defect.path}:{self.defect.line}"
        return f"{self.id} ({self.reach}, {self.rule_guess}) {place} {self.defect.relation}"


def read_cases(path: Path) -> list[Case]:
    """Raises `msgspec.DecodeError` for something else."""
    return msgspec.json.decode(path.read_bytes(), type=list[Case])


def codes_for(rule_guess: str) -> frozenset[str]:
    """The rules that are about a kind of defect."""
    return next((codes for words, codes in FAMILIES.items() if words in rule_guess), READS)


def is_hit(case: Case, found: Found, codes: frozenset[str]) -> bool:
    """Whether a finding at the parent is about the case."""
    spots = [(case.defect.path, case.defect.line)]
    if case.origin is not None:
        spots.append((case.origin.path, case.origin.line))
    near = any(is_near(found, path, line) for path, line in spots)
    without_relation = case.kind == "G" or found.code == "ORM209"
    return near and found.code in codes and (without_relation or found.mentions(case.defect.member))


def closest(case: Case, hits: Sequence[Found], tree: Path) -> tuple[Found, ...]:
    """Of several hits those about the very relation, and of these those about the very rows, if there are any.

    A serializer's read is a defect at each view that shows it; a fix of one view leaves the others. Where the rows come
    from a class, all of its lines are where they come from.
    """
    paths = [(found, (found.relation or "").split("__")) for found in hits]
    kept = (
        [found for found, path in paths if path[-1] == case.defect.member]
        or [found for found, path in paths if case.defect.member in path]
        or hits
    )
    origin = case.origin
    if origin is None:
        return tuple(kept)
    last = _last_line(tree / origin.path, origin.line)
    return tuple([found for found in kept if is_near(found, origin.path, origin.line, last)] or kept)


def is_near(found: Found, path: str, line: int, last: int = 0) -> bool:
    """Whether a finding, or a station of its trace, is at a place, give or take some lines."""
    return any(path == other and line - NEAR <= number <= max(line, last) + NEAR for other, number in found.places())


def is_there(found: Found, after: Iterable[Found], moved: Callable[[str, int], int | None]) -> bool:
    """Whether a finding at the parent has one of the same key near it at the fix; `moved` says where its line went."""
    same = [other for other in after if other.key == found.key]
    if not same:
        return False
    line = moved(found.path, found.line)
    return line is None or any(abs(other.line - line) <= MOVED for other in same)


def place_after(before: Path, after: Path, path: str, line: int) -> int | None:
    """Where a line of a file is in the other tree: the line that follows the same text; None without the file."""
    if not (after / path).is_file():
        return None
    old, new = (_lines(tree / path) for tree in (before, after))
    for tag, old_start, old_end, new_start, new_end in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if old_start < line <= old_end:
            return new_start + line - old_start if tag == "equal" else min(new_start + line - old_start, new_end + 1)
    return len(new)


def unparsed(case: Case, tree: Path) -> str | None:
    """Why a case cannot be judged: its Python files are not Python to this interpreter."""
    for path in dict.fromkeys([case.defect.path, *([case.origin.path] if case.origin else [])]):
        if path.endswith(".py") and (problem := _problem(tree / path)):
            return f"{path} {problem}"
    return None


def _last_line(path: Path, line: int) -> int:
    """The last line of the class whose statement is at a line; else the line."""
    if path.suffix != ".py" or not path.is_file():
        return line
    found = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.ClassDef))
    return next((node.end_lineno or line for node in found if node.lineno == line), line)


def _problem(path: Path) -> str | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(path.read_bytes())
    except FileNotFoundError:
        return "is not there"
    except (SyntaxError, ValueError) as error:
        return f"cannot be parsed: {error}"
    return None


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")
