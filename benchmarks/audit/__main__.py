"""How many of the findings that people judged are true. Usage: python -m benchmarks.audit [FOLDER …]."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.audit.tally import GOAL, Share, read_verdicts, tally

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Prints the tally of each folder; 1 if in one of them less than 95 % of all are true.

    Without a folder these are the rules about models and settings, those about what the interpreter finds, `reads`,
    and of these what is found by `conventions`.
    """
    folders = [Path(argument) for argument in arguments] or [HERE, HERE / "reads", HERE / "conventions"]
    everything = [show(folder, with_name=len(folders) > 1)[-1] for folder in folders]
    return 0 if all(share.precision >= GOAL for share in everything) else 1


def show(folder: Path, with_name: bool) -> list[Share]:
    """Prints one line for each rule and one for all, and which rules miss the goal."""
    projects = read_verdicts(folder)
    shares = tally(verdict for verdicts in projects.values() for verdict in verdicts)
    print(f"{folder.name}: {len(projects)} projects" if with_name else f"{len(projects)} projects")
    for share in shares:
        print(share)
    if below := [share.code for share in shares[:-1] if share.precision < GOAL]:
        print(f"below {GOAL:.0%}: {', '.join(below)}")
    return shares


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
