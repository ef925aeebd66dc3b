"""`python -m orm_lint`."""

from __future__ import annotations

import sys

from orm_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())
