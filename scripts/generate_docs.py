"""Writes the pages under docs/ that are made from the code, or checks that they are current."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from orm_lint.engine.pages import GENERATED, pages

DOCS = Path(__file__).resolve().parent.parent / "docs"


def outdated(docs: Path) -> list[Path]:
    """The generated pages below `docs` that are missing, not current, or left over from a rule that is gone."""
    made = {docs / path: text for path, text in pages().items()}
    there = {path: path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    left_over = [path for path, text in there.items() if text.startswith(GENERATED) and path not in made]
    return sorted([path for path, text in made.items() if there.get(path) != text] + left_over)


def write(docs: Path) -> None:
    """Makes all generated pages below `docs` current."""
    made = {docs / path: text for path, text in pages().items()}
    for path in outdated(docs):
        if path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
        else:
            path.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit with 1 if a page is not current")
    if not parser.parse_args().check:
        write(DOCS)
        return 0
    pending = outdated(DOCS)
    for path in pending:
        sys.stderr.write(f"{path.relative_to(DOCS.parent)} is not current: run python -m scripts.generate_docs\n")
    return 1 if pending else 0


if __name__ == "__main__":
    sys.exit(main())
