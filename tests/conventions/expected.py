"""Prints the findings of the storefront, package by package; `--write` writes them to the `expected.txt` files.

Usage: python -m tests.conventions.expected [--write]. Read the difference before you commit it.
"""

from __future__ import annotations

import sys

from tests.conventions.storefront import PACKAGES, STOREFRONT
from tests.conventions.test_storefront_static import written


def main() -> None:
    for package in ("shop", *PACKAGES):
        path = STOREFRONT / package / "expected.txt"
        if "--write" in sys.argv:
            path.write_text(written(package))
        else:
            print(f"== {path.relative_to(STOREFRONT)}\n{written(package)}", end="")


if __name__ == "__main__":
    main()
