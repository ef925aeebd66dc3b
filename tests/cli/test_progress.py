"""The bar: for a person at a terminal who waits, for nobody else."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from orm_lint.cli import progress
from orm_lint.cli.progress import progress_bar


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    return


@pytest.mark.usefixtures("_terminal")
def test_a_person_at_a_terminal_who_waits_sees_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress_bar() as tell:
        assert tell is not None
        tell(1, 2)
        assert "rich.progress" in sys.modules


@pytest.mark.usefixtures("_terminal")
def test_who_does_not_wait_sees_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress._Bar, "_made", lambda _: pytest.fail("a bar"))
    with progress_bar() as tell:
        assert tell is not None
        tell(1, 2)


@pytest.mark.usefixtures("_terminal")
def test_nobody_watches_the_terminal_of_a_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    with progress_bar() as tell:
        assert tell is None


def test_a_file_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    with progress_bar() as tell:
        assert tell is None
