"""What the processes of one run of a host linter share: a private folder that their parent made.

A worker that was forked has what its parent knew; one that was spawned, or that comes from a fork server, knows nothing
and finds the folder by an environment variable. Only children of the process that set it believe the variable: a
linter that runs inside of an editor's server must not leave old findings to the processes that come later.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

VARIABLE = "ORM_LINT_SHARED"
_made: list[tuple[int, Shared]] = []


class Shared(Struct, frozen=True):
    """The folder. Whatever goes wrong with it, each process works for itself."""

    folder: Path

    def once(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of a name: made by the process that asks first, while the others wait, and read by these."""
        place = self.folder / _file_name(name)
        with _locked(place.with_suffix(".lock")):
            with contextlib.suppress(OSError):
                return place.read_bytes()
            made = make()
            with contextlib.suppress(OSError):
                unfinished = place.with_suffix(".new")
                unfinished.write_bytes(made)
                unfinished.replace(place)
            return made

    def remove(self) -> None:
        """Removes the folder: the run that it was made for has ended."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def claim(self, name: str) -> bool:
        """Whether this process is the first to claim a name; True where that cannot be found out."""
        try:
            os.close(os.open(self.folder / f"{_file_name(name)}.claim", os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        except OSError:
            return True
        return True


def new_shared() -> Shared | None:
    """A new folder, gone when this process ends at the latest; None where none can be made."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="orm_lint-"))
    except OSError:
        return None
    atexit.register(_remove, os.getpid(), folder)
    return Shared(folder)


def make_shared() -> Shared | None:
    """A new folder for this process and the workers that it will start, in place of the one of an earlier run."""
    end_shared()
    shared = new_shared()
    if shared is not None:
        os.environ[VARIABLE] = f"{os.getpid()}:{shared.folder}"
        _made.append((os.getpid(), shared))
    return shared


def end_shared() -> None:
    """Ends the sharing of an earlier run of this process. What the environment names is never removed."""
    if inherited() is None:
        os.environ.pop(VARIABLE, None)
    while _made:
        maker, earlier = _made.pop()
        _remove(maker, earlier.folder)


def inherited() -> Shared | None:
    """The folder that the parent of this worker has made; None in a process that is no worker."""
    parent = multiprocessing.parent_process()
    maker, _, folder = os.environ.get(VARIABLE, "").partition(":")
    return Shared(Path(folder)) if parent is not None and maker == str(parent.pid) else None


def _remove(maker: int, folder: Path) -> None:
    if os.getpid() == maker:
        Shared(folder).remove()


def _file_name(name: str) -> str:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@contextlib.contextmanager
def _locked(place: Path) -> Iterator[None]:
    """Waits for the lock of a file. A process that dies loses it; where there are none (Windows) nobody waits."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(stack.enter_context(place.open("wb")), fcntl.LOCK_EX)
        yield
