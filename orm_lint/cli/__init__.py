"""The command `orm-lint`. Importing it loads nothing slow: each command imports what it needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from orm_lint.cli.arguments import parser
from orm_lint.cli.output import complain, prepare
from orm_lint.errors import OrmLintError

INTERRUPTED = 130
FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 clean, 1 findings, 2 usage or internal error, 130 interrupted."""
    prepare()
    options = parser().parse_args(arguments)
    from orm_lint.cli.commands import run
    from orm_lint.engine.failures import Boundary, described

    try:
        with Boundary(passing=(OrmLintError, BrokenPipeError)) as boundary:
            code = run(options)
            sys.stdout.flush()
            return code
        assert boundary.error is not None
        complain(described(options.command, boundary.error))
    except OrmLintError as error:
        complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python flushes once more at exit, which must not fail then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    return FAILED
