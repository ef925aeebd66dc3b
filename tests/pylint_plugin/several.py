"""Runs pylint for each pair of options and text on stdin, and writes how each run ended."""

from __future__ import annotations

import contextlib
import io
import json
import sys

from pylint.lint import Run

pairs = json.load(sys.stdin)
answers = []
for options, text in pairs:
    output, code = io.StringIO(), None
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    with contextlib.redirect_stdout(output):
        try:
            Run(options)
        except SystemExit as end:
            code = end.code
    answers.append((code, output.getvalue()))
json.dump(answers, sys.stdout)
