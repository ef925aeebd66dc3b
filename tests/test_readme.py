"""What the README shows is what the linter says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[1]


def test_the_finding_in_the_readme_is_what_the_demo_gives() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    start = text.index("    demo/src/market/ads/")
    shown = dedent(text[start : text.index("\n\n", start)])
    command = [sys.executable, "-m", "orm_lint", "check", "--exit-zero", "--select", "ORM101", "demo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown in done.stdout
