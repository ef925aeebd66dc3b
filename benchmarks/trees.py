"""Puts the files of one commit into a folder, from a bare repository that may lack some of its blobs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

FILE = ("100644", "100755")
# Nothing that says anything about Python code; they are most of the bytes.
LEFT_OUT = frozenset(
    "png jpg jpeg gif svg ico webp avif heic pdf mp4 webm mp3 wav woff woff2 ttf eot otf zip gz tar whl mo po js mjs "
    "cjs jsx ts tsx map css scss sass less md rst json xml csv sql ipynb pot snap docx xlsx".split()
)
LARGEST = 2_000_000


class NoTreeError(Exception):
    """The repository or the commit is not there; the text says which."""


def repository(mirrors: Path, name: str) -> Path:
    """The git directory of `owner/name` in a folder of mirrors. Raises NoTreeError."""
    top = mirrors / name.replace("/", "+")
    for folder in (top / "repo" / ".git", top / "repo", top):
        if (folder / "objects").is_dir():
            return folder
    raise NoTreeError(f"{name}: no mirror")


def extract(git_directory: Path, commit: str, folder: Path) -> None:
    """Writes the files of a commit into a folder, which has them all or does not exist. Raises NoTreeError.

    The folder gets an empty `.git`, so that it is the root of a project wherever it stands.
    """
    if folder.exists():
        return
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    (part / ".git").mkdir(parents=True)
    for path, data in _contents(git_directory, _listing(git_directory, commit)):
        target = part / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    part.rename(folder)


def _listing(git_directory: Path, commit: str) -> list[tuple[str, str]]:
    """Blob and path of every file that matters; links and submodules do not."""
    done = _git(git_directory, "ls-tree", "-r", "-z", "--full-tree", commit)
    if done.returncode:
        raise NoTreeError(f"{commit}: {done.stderr.decode(errors='replace').strip()}")
    files = []
    for entry in done.stdout.decode(errors="surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        outside = {"..", ".git"} & set(path.split("/"))
        if about.split(" ")[0] in FILE and path.rpartition(".")[2].lower() not in LEFT_OUT and not outside:
            files.append((about.split(" ")[2], path))
    return files


def _contents(git_directory: Path, files: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the blobs that are there, in one process."""
    with _git_batch(git_directory) as process:
        assert process.stdin is not None and process.stdout is not None
        for blob, path in files:
            process.stdin.write(f"{blob}\n".encode())
            process.stdin.flush()
            data = _answer(process.stdout)
            if data is not None and len(data) <= LARGEST:
                yield path, data
        process.stdin.close()


def _answer(out: IO[bytes]) -> bytes | None:
    head = out.readline().split()
    if len(head) != 3:  # `<blob> missing`
        return None
    data = out.read(int(head[2]))
    out.read(1)
    return data


def _git(git_directory: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # GIT_NO_LAZY_FETCH: what is missing stays missing.
    return subprocess.run(
        ["git", "--git-dir", str(git_directory), *arguments], capture_output=True, check=False, env=_environment()
    )


def _git_batch(git_directory: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["git", "--git-dir", str(git_directory), "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
