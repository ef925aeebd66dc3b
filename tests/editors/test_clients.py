"""What editors show: every client of the table, with texts and places as editors have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editors.clients import CLIENTS, PYLSP_FLAKE8, Client, Folder, Given, Shown, lines
from tests.editors.project import ALONE, COLUMN, PYLINTRC, SETUP, UNSAVED, Buffer, elsewhere, make_project, write

LIVE = [client for client in CLIENTS if client.given is not Given.SAVED]
# Outside of its workspace pylsp tells flake8 no name: see the last test.
NAMING = [client for client in CLIENTS if client.name != "pylsp, flake8"]


def named(client: Client) -> str:
    return client.name


def expected(client: Client, buffer: Buffer, line: int | None = None) -> list[Shown]:
    line = line or buffer.line
    place = Path(buffer.inner).with_name(client.called.format(name=buffer.path.name)).as_posix()
    text = f'`book.author` runs one query per Book; add .select_related("author") to the queryset at {place}:{line}'
    return [Shown(line, COLUMN, client.code, client.says.format(text=text))]


@pytest.mark.parametrize("client", CLIENTS, ids=named)
def test_a_text_that_is_not_saved_and_one_that_only_the_disk_holds(client: Client, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    buffer = Buffer(project, project, "shop/views.py", UNSAVED, elsewhere(tmp_path))
    line = buffer.line + (client.given is Given.SAVED)
    assert list(client.read(client.run(buffer))) == expected(client, buffer, line)


@pytest.mark.parametrize("client", LIVE, ids=named)
def test_a_new_file_in_a_workspace_above_the_project(client: Client, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    buffer = Buffer(project.parent, project, "shop/neue Seiten.py", UNSAVED, elsewhere(tmp_path))
    assert list(client.read(client.run(buffer))) == expected(client, buffer)


@pytest.mark.parametrize("client", NAMING, ids=named)
def test_a_file_of_no_project_and_outside_of_the_workspace(client: Client, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    loose = tmp_path / "loose files"
    write(loose, {"setup.cfg": SETUP, ".pylintrc": PYLINTRC, "nöte.py": ALONE})
    # VS Code starts the tool in the folder of such a file.
    workspace = loose if client.name.startswith("VS Code") else project
    buffer = Buffer(workspace, loose, "nöte.py", ALONE, elsewhere(tmp_path))
    assert list(client.read(client.run(buffer))) == expected(client, buffer)


def test_a_file_outside_of_the_workspace_of_pylsp_is_read_as_one_inside(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    client = Client("pylsp", "flake8 -", Folder.WORKSPACE, Given.STDIN, lines(PYLSP_FLAKE8), called="stdin.py")
    buffer = Buffer(project, tmp_path / "loose files", "views.py", UNSAVED, elsewhere(tmp_path))
    assert list(client.read(client.run(buffer))) == expected(client, buffer)
