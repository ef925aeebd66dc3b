"""The examples in the documentation of the rules, run on a real database: the bad one grows with the rows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def test_each_example_asks_for_every_row_and_its_repair_does_not() -> None:
    command = [sys.executable, "-m", "tests.rules.examples"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    raises = ["SynchronousOnlyOperation", "SynchronousOnlyOperation"]
    assert json.loads(done.stdout) == {
        "ORM101": {"Example": [4, 13], "Use instead": [1, 1]},
        "ORM102": {"Example": [4, 13], "Use instead": [2, 2]},
        "ORM103": {"Example": [5, 14], "Use instead": [2, 2]},
        "ORM104": {"Example": [4, 13], "Use instead": [2, 2]},
        "ORM105": {"Example": [4, 13], "Use instead": [2, 2]},
        "ORM106": {"Example": [4, 13], "Use instead": [1, 1]},
        "ORM107": {"Example": [4, 13], "Use instead": [1, 1]},
        "ORM108": {"Example": [4, 13], "Use instead": [2, 2]},
        "ORM109": {"Example": [4, 13], "Use instead": [1, 1]},
        "ORM110": {"Example": raises, "Use instead": [1, 1]},
    }
