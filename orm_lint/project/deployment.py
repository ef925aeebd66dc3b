"""Which settings module the files that deploy a project put into the environment of its servers.

What they name is a decision; wsgi.py and manage.py only state what is used where the environment says nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from orm_lint.project.inifiles import ReadText, Said, folders_above

STAGES = ("", "production", "prod", "live", "deploy")
FOLDERS = ("", "docker", "deploy", "deployment")
OTHERS = (
    "Procfile", "app.yaml", "app.yml",
    ".env.example", ".env.sample", ".env.template", ".env.dist", ".env.production", ".env.prod",
    "env.example", "env.sample", "example.env", "sample.env",
)  # fmt: skip

# A Dockerfile's other instructions run while the image is built.
_RUNNING = re.compile(r"\s*(?:ENV|CMD|ENTRYPOINT)\b", re.IGNORECASE)
_CONTINUED = re.compile(r"\\[ \t]*\r?\n")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
_NAMED = re.compile(
    r"""DJANGO_SETTINGS_MODULE["']?(?:\s*=\s*|\s*:\s*-?|[ \t]+|\s+value\s*:\s*)["']?([A-Za-z_][\w.]*)(?![\w/.$({])"""
)


def deployed_settings(folder: str, read_text: ReadText) -> Iterator[Said]:
    """The settings modules that deployment files of a context's folder and of those above it name, nearest first."""
    for above in folders_above(folder):
        for inner in FOLDERS:
            for name in _file_names():
                path = posixpath.join(above, inner, name)
                for module in _named(name, read_text(path) or ""):
                    yield Said(module, path)


def _file_names() -> Iterator[str]:
    """A file that is called after development, tests or local overrides is none of them."""
    for stage in STAGES:
        yield f"Dockerfile.{stage}" if stage else "Dockerfile"
        for compose in ("docker-compose", "compose"):
            stem = f"{compose}.{stage}" if stage else compose
            yield from (f"{stem}.yml", f"{stem}.yaml")
    yield from OTHERS


def _named(name: str, text: str) -> Iterator[str]:
    if "DJANGO_SETTINGS_MODULE" not in text:
        return
    said = _COMMENT.sub("", text)
    if name.startswith("Dockerfile"):
        lines = _CONTINUED.sub(" ", said).splitlines()
        said = "\n".join(line for line in lines if _RUNNING.match(line))
    yield from (found[1] for found in _NAMED.finditer(said))
