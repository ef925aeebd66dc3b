"""Prints the findings of the shared project, package by package; `--write` writes them to the `expected.txt` files.

Usage: python tests/rules/expected.py [--write]. Read the difference (git diff) before you commit it: a file that a
program wrote proves nothing until a person agrees with every line.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.rules.test_fixtures import MARKET, PACKAGES, market, of_package, written


def main() -> None:
    for package in ("", *PACKAGES):
        lines = "".join(f"{written(one)}\n" for one in market() if of_package(one.span.path) == package)
        path = MARKET / "rules" / package / "expected.txt" if package else MARKET / "expected.txt"
        if "--write" in sys.argv:
            path.write_text(lines)
        else:
            print(f"== {path.relative_to(MARKET)}\n{lines}", end="")


if __name__ == "__main__":
    main()
