"""How much of the models of real projects is understood: relations with a resolved target, and why others have none.

Usage: python -m benchmarks.relations FOLDER_OF_PROJECTS [NAME …]. No environment is read: any machine gives the same.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path

from orm_lint.project.project import Project, ProjectOptions, load_project

GOAL = 0.97


def main(arguments: list[str]) -> int:
    """Prints one row a project and the unresolved relations below; 1 if a project misses the goal."""
    gc.disable()
    folder, names = Path(arguments[0]), arguments[1:]
    missed = []
    for root in sorted(folder.iterdir()):
        if root.is_dir() and (not names or root.name in names):
            share = describe(root.name, load_project(root, ProjectOptions(frozen=True)))
            missed += [root.name] if share < GOAL else []
    print(f"below {GOAL:.0%}: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


def describe(name: str, project: Project) -> float:
    """Prints what is known of one project; gives the share of relations with a target."""
    relations = [found for context in project.contexts for found in context.relations()]
    unresolved = [(m, f) for m, f in relations if f.relation is not None and f.relation.target is None]
    share = 1 - len(unresolved) / len(relations) if relations else 1.0
    django = ", ".join(sorted({".".join(map(str, context.django)) for context in project.contexts}))
    incomplete = sum(not model.is_complete for model in project.models if model.place.module.evidence == "project")
    own = sum(model.place.module.evidence == "project" for model in project.models)
    print(
        f"{name}: {project.files_read} files, {project.lines_read} lines, Django {django}, {own} models "
        f"({incomplete} with an unread base), {len(relations)} relations, {share:.1%} resolved, "
        f"{len(project.notices)} notices"
    )
    for (written, cause), count in Counter(
        (f.relation.written, f.relation.cause) for _, f in unresolved if f.relation
    ).most_common():
        print(f"    {count:3} {written or '(nothing)'}: {cause}")
    return share


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
