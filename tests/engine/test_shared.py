"""The folder that the processes of one run share: who believes in it, who makes what, what is left."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from orm_lint.engine import shared as shared_module
from orm_lint.engine.shared import VARIABLE, Shared, inherited, make_shared, new_shared


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "")  # so that it is put back after the test


def made_here(shared: Shared, log: Path) -> bytes:
    """What a worker gets; it writes down when it is the one that has to make it."""

    def make() -> bytes:
        time.sleep(0.2)
        with log.open("a") as file:
            file.write("made\n")
        return b"answer"

    return shared.once("name", make)


def folder_here(_: int) -> Shared | None:
    return inherited()


def claimed_here(shared: Shared) -> bool:
    return shared.claim("failure")


def pool(method: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, multiprocessing.get_context(method))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_find_the_folder_of_their_parent(method: str) -> None:
    shared = make_shared()
    with pool(method) as workers:
        assert list(workers.map(folder_here, range(3))) == [shared] * 3


def test_only_workers_of_the_maker_believe_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_shared()
    assert inherited() is None  # the maker itself
    program = "from orm_lint.engine.shared import inherited; print(inherited())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "None\n"  # a process that the maker started for something else
    monkeypatch.setenv(VARIABLE, f"{os.getpid() + 1}:{tmp_path}")
    with pool("fork") as workers:
        assert list(workers.map(folder_here, range(1))) == [None]  # a worker of somebody else


def test_the_folder_is_private_and_gone_with_its_maker(tmp_path: Path) -> None:
    program = (
        "import tempfile, sys; tempfile.tempdir = sys.argv[1]\n"
        "from orm_lint.engine.shared import make_shared\n"
        "shared = make_shared(); shared.once('a', lambda: b'x'); shared.claim('b')\n"
        "print(oct(shared.folder.stat().st_mode & 0o777), len(list(shared.folder.iterdir())))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "0o700 3\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_handed_on_needs_no_variable(tmp_path: Path) -> None:
    shared = new_shared()
    assert shared is not None
    assert os.environ[VARIABLE] == ""
    with pool("spawn") as workers:
        assert sorted(workers.map(claimed_here, [shared] * 2)) == [False, True]
    shared.remove()
    assert list(tmp_path.iterdir()) == []


def test_the_next_run_of_a_process_takes_the_place_of_the_one_before() -> None:
    first, second = make_shared(), make_shared()
    assert first is not None
    assert second is not None
    assert (first.folder.exists(), second.folder.exists()) == (False, True)


def test_a_worker_does_not_remove_the_folder(tmp_path: Path) -> None:
    shared_module._remove(os.getpid() + 1, tmp_path)
    assert tmp_path.exists()


def test_one_process_makes_while_the_others_wait(tmp_path: Path) -> None:
    log = tmp_path / "log"
    folder = tmp_path / "shared"
    folder.mkdir()
    with pool("fork") as workers:
        asked = [workers.submit(made_here, Shared(folder), log) for _ in range(4)]
        assert [each.result() for each in asked] == [b"answer"] * 4
    assert log.read_text() == "made\n"


def test_what_fails_to_be_made_is_made_by_the_next(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise LookupError

    shared = Shared(tmp_path)
    with pytest.raises(LookupError):
        shared.once("name", fail)
    assert shared.once("name", lambda: b"answer") == b"answer"
    assert shared.once("name", fail) == b"answer"
    assert shared.once("other", lambda: b"else") == b"else"


def test_one_process_wins_a_claim(tmp_path: Path) -> None:
    with pool("fork") as workers:
        assert sorted(workers.map(claimed_here, [Shared(tmp_path)] * 4)) == [False, False, False, True]


def test_without_the_folder_each_process_works_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Shared(tmp_path / "gone")
    assert (gone.once("name", lambda: b"one"), gone.once("name", lambda: b"two")) == (b"one", b"two")
    assert (gone.claim("failure"), gone.claim("failure")) == (True, True)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    assert make_shared() is None
    assert VARIABLE not in os.environ


def test_without_locks_of_files_nobody_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    shared = Shared(tmp_path)
    assert shared.once("name", lambda: b"one") == b"one"
    assert shared.once("name", lambda: b"two") == b"one"


def test_what_the_environment_names_is_never_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setenv(VARIABLE, f"{os.getpid()}:{kept}")
    make_shared()
    assert kept.exists()
    monkeypatch.setenv(VARIABLE, str(os.getpid()))
    monkeypatch.chdir(kept)
    make_shared()
    assert kept.exists()
