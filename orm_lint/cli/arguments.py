"""The command line as people type it."""

from __future__ import annotations

import argparse

from orm_lint import __version__

CONFIDENCES = ("low", "medium", "high")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; the command ends up in `command`."""
    top = argparse.ArgumentParser(
        prog="orm-lint", description="Finds slow Django ORM code by reading it, without running it."
    )
    top.add_argument("--version", action="version", version=f"orm-lint {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check(commands.add_parser("check", help="lint files and folders", description="Lints files and folders."))
    explain = commands.add_parser("explain", help="say what a rule is about", description="Shows the page of a rule.")
    explain.add_argument("rule", metavar="CODE", help="a code or a name, such as ORM501")
    rules = commands.add_parser("rules", help="list all rules", description="Lists all rules.")
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    _models(
        commands.add_parser(
            "models",
            help="show the models as orm_lint understands them",
            description="Shows models: fields, both ends of relations, managers, indexes, and where each comes from.",
        )
    )
    return top


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders, or - for standard input (default: .)"
    )
    check.add_argument("--output-format", choices=("text", "concise", "json"), default="text")
    check.add_argument("--select", action="append", type=_codes, metavar="CODES", help="run these rules and no others")
    check.add_argument("--extend-select", action="append", type=_codes, metavar="CODES", help="run these rules, too")
    check.add_argument("--ignore", action="append", type=_codes, metavar="CODES", help="do not run these rules")
    check.add_argument(
        "--min-confidence", choices=CONFIDENCES, help="hide findings that are less sure (default: medium)"
    )
    check.add_argument("--statistics", action="store_true", help="say what was seen, and what could not be seen")
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 even with findings")
    check.add_argument(
        "--force-exclude", action="store_true", help="leave excluded files out even where they are named"
    )
    check.add_argument(
        "--related", action="store_true", help="show findings in other files, too, whose way leads through a named one"
    )
    check.add_argument("--disable-noqa", action="store_true", help="show what comments hide, too")
    check.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    _reading(check)


def _models(models: argparse.ArgumentParser) -> None:
    models.add_argument("label", nargs="?", metavar="APP.MODEL", help="one model, such as shop.Order (default: all)")
    models.add_argument("--project", default=".", metavar="PATH", help="the project, or a path in it (default: .)")
    _reading(models)


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", metavar="FILE", help="read [tool.orm_lint] from this file, not from the nearest pyproject.toml"
    )
    command.add_argument("--frozen", action="store_true", help="leave the packages of this machine out")
    # Scripts and CI recipes may say it from the start; every run is one without a cache until there is one.
    command.add_argument("--no-cache", action="store_true", help="read everything anew (so far every run does)")


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]
