"""How many of the findings that people judged are true. Usage: python -m benchmarks.audit [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.audit.tally import GOAL, read_verdicts, tally


def main(arguments: list[str]) -> int:
    """Prints one line for each rule and one for all; 1 if less than 95 % of all are true."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    projects = read_verdicts(folder)
    shares = tally(verdict for verdicts in projects.values() for verdict in verdicts)
    print(f"{len(projects)} projects")
    for share in shares:
        print(share)
    return 0 if shares[-1].precision >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
