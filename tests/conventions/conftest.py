from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conventions.storefront import STOREFRONT

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def runs() -> dict[str, Any]:
    """What each probe did on a real database: by its key, then by the number of rows."""
    command = [sys.executable, "-m", "tests.conventions.runner", str(STOREFRONT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
