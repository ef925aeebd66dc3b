"""A summary survives the cache, byte for byte and in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import msgspec
import pytest

from orm_lint.ir.from_python import Summary, summarize

LIBRARY = Path(sysconfig.get_path("stdlib"))
FILES = ["ast.py", "inspect.py", "dataclasses.py", "typing.py", "asyncio/tasks.py", "decimal.py", "enum.py"]

DIGEST = """
import hashlib, sys, msgspec
from orm_lint.ir.from_python import summarize
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        print(hashlib.sha256(msgspec.msgpack.encode(summarize(file.read()))).hexdigest())
"""


@pytest.mark.parametrize("name", FILES)
def test_decoded_summary_equals_the_original_in_value_and_type(name: str) -> None:
    summary = summarize((LIBRARY / name).read_bytes())
    decoded = msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=Summary)
    assert decoded == summary
    assert repr(decoded) == repr(summary)  # 1 == True == 1.0, so equality alone is not enough


def test_constants_keep_their_types() -> None:
    summary = summarize(b"x = [1, 1.0, True, None, '1', -0.0, 1e999, 9223372036854775807]\n")
    decoded = msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=Summary)
    assert repr(decoded) == repr(summary)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_bytes_are_the_same_under_every_hash_seed(seed: str) -> None:
    paths = [LIBRARY / name for name in FILES]
    here = [hashlib.sha256(msgspec.msgpack.encode(summarize(path.read_bytes()))).hexdigest() for path in paths]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DIGEST, *map(str, paths)]
    there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.split() == here
