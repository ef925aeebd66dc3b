from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.judge.market import MARKET

RUNNER = Path(__file__).parent / "runner.py"


@pytest.fixture(scope="session")
def runs() -> dict[str, Any]:
    """What each fixture function did on a real database: by its key, then by the number of rows."""
    done = subprocess.run([sys.executable, RUNNER, MARKET], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
