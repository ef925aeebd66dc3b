"""Writes `project/programs/` and `rows.json` from the script that measured the truth table, and from its result.

usage: python -m tests.truth.generate truth.py django_truth.json     (Django 6.1: older ones lack
cases; then `ruff check --fix` and `ruff format`)
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
import types
from pathlib import Path
from typing import Any

from tests.truth.script import Known, NeedsStatements, Written
from tests.truth.statements import Writer
from tests.truth.written import BY_HAND

HERE = Path(__file__).parent
SECTIONS = re.compile(r"(1[abcd]|[2-7]|10|11) ")
FILES = {
    "1a": "forward",
    "1b related manager: reverse fk, no": "chapter_set",
    "1b related manager: reverse fk, Meta": "note_set",
    "1b related manager: m2m, no": "tags",
    "1b related manager: m2m, Meta": "otags",
    "1b related manager: m2m with": "contributors",
    "1b related manager: reverse m2m": "books",
    "1b related manager: GenericRelation": "tagged",
    "1c": "custom_managers",
    "2 ": "known_parents",
    "3 ": "evaluation",
    "4 ": "writes",
    "5 ": "generic_keys",
    "6 ": "loading",
    "7 ": "fetch_modes",
    "1d": "prefetch_details",
    "10": "asynchronous",
    "11": "values_rows",
}
IMPORTS = {
    "django.contrib.contenttypes.models": ["ContentType"],
    "django.contrib.contenttypes.prefetch": ["GenericPrefetch"],
    "django.db": ["transaction"],
    "django.db.models": [
        *("Count", "Exists", "F", "FilteredRelation", "OuterRef", "Prefetch", "Q", "Value"),
        *("FETCH_ONE", "FETCH_PEERS", "FETCH_RAISE", "prefetch_related_objects"),
    ],
    "django.db.models.constants": ["LOOKUP_SEP"],
    "django.core": ["serializers"],
    "django.core.paginator": ["Paginator"],
    "django.forms.models": ["model_to_dict"],
    "django.template": ["Context", "Template"],
    "asgiref.sync": ["sync_to_async"],
}
MODULES = ("copy", "itertools", "operator", "pickle")
ASYNC = "# async"
Row = dict[str, Any]


def main() -> None:
    script, table = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    module = running(script)
    tree = ast.parse(script.read_text("utf-8"))
    rows = rows_of(json.loads(table.read_text("utf-8")))
    programs: dict[str, list[str]] = {}
    expected = []
    seen = set()
    for section, construct, setup, function, _, prepare in module.CASES:
        key = (section, construct, setup)
        if not SECTIONS.match(section) or key in seen:
            continue
        seen.add(key)
        case = f"case_{len(seen):04}"
        file = file_of(section, construct, setup)
        text = BY_HAND.get(key) or BY_HAND.get((section, construct))
        program = text or machine_written(function, prepare, tree, module)
        programs.setdefault(file, []).append(as_function(case, key, program))
        own = [key] + [
            other for other in rows if other[:2] == key[:2] and "deprecation warning" in construct and other != key
        ]
        expected.extend({"case": case, "file": file, **described(one, rows.pop(one))} for one in own)
    assert not rows, list(rows)
    for file, functions in programs.items():
        write(file, functions, module)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in expected)
    (HERE / "rows.json").write_text(f"[\n{lines}\n]\n", "utf-8")
    print(len(seen), "programs,", sum(len(row["expected"]) for row in expected), "rows")


def running(script: Path) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("truth", script)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["truth"] = module
    spec.loader.exec_module(module)
    return module


def rows_of(table: list[Row]) -> dict[tuple[str, str, str], list[Row]]:
    rows: dict[tuple[str, str, str], list[Row]] = {}
    for row in table:
        if SECTIONS.match(row["section"]) and "per_row" in row:
            rows.setdefault((row["section"], row["construct"], row["setup"]), []).append(row)
    return rows


def described(key: tuple[str, str, str], rows: list[Row]) -> Row:
    expected = [
        {"versions": row["versions"], "per_row": row["per_row"], "error": row["error"].partition(":")[0]}
        for row in rows
    ]
    return {"section": key[0], "construct": key[1], "setup": key[2], "expected": expected}


def file_of(section: str, construct: str, setup: str) -> str:
    if "GenericPrefetch" in setup:
        return "generic_prefetch"
    if section.startswith("10") and setup == "FETCH_PEERS":
        return "asynchronous_fetch_modes"
    return next(file for start, file in FILES.items() if section.startswith(start))


def as_function(case: str, key: tuple[str, str, str], program: str) -> str:
    kind = "async def" if program.startswith(ASYNC) else "def"
    body = "\n".join("    " + line if line else "" for line in program.splitlines() if line != ASYNC)
    construct, setup = key[1].replace("\\", "\\\\"), key[2]
    documentation = f"{construct} / {setup or '-'}".replace('"""', "'''")
    closing = " " if documentation.endswith('"') else ""
    return f'{kind} {case}():\n    """{documentation}{closing}"""\n{body}\n'


# ---------------------------------------------------------------------- one program


def machine_written(function: Any, prepare: Any, tree: ast.Module, module: Any) -> str:
    writer = Writer(tree, module.__file__, special)
    writer.module, writer.model = module, None
    try:
        statements = body_of(writer, function, prepare)
    except NeedsStatements as error:
        raise SystemExit(f"{ast.unparse(writer.closure(function).node)}: {error}") from error
    if "existing" in writer.kept:
        first = f"existing = {writer.model.__name__}.objects.order_by('pk').first()"
        statements = [*ast.parse(first).body, *statements]
    statements = without_unused(statements)
    holder = ast.Module(statements or [ast.Pass()], [])
    text = ast.unparse(ast.fix_missing_locations(holder))
    return f"{ASYNC}\n{text}" if writer.is_async else text


def without_unused(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Without a variable for what the case does not touch."""
    match statements:
        case [ast.Assign(targets=[ast.Name(id=name)]), *rest] if rest:
            if not any(isinstance(n, ast.Name) and n.id == name for s in rest for n in ast.walk(s)):
                return rest
    return statements


def body_of(writer: Writer, function: Any, prepare: Any) -> list[ast.stmt]:
    closure = writer.closure(function)
    match closure.node.body:
        case ast.Call(func=ast.Call(func=ast.Name(id="async_to_sync"), args=[inner])):
            coroutine = writer.called(writer.value(inner, closure.env))
            assert coroutine is not None
            env = writer.bind(coroutine, [])
            writer.is_async = True
            if isinstance(coroutine.node, ast.Lambda):
                return writer.statements(coroutine.node.body, env)
            return writer.block(coroutine.node.body, env)
    first: list[ast.stmt] = []
    arguments = []
    if prepare is not None:
        arguments, first = prepared(writer, closure, prepare)
    env = writer.bind(closure, arguments)
    return [*first, *writer.statements(closure.node.body, env)]


def prepared(writer: Writer, closure: Any, prepare: Any) -> tuple[list[Any], list[ast.stmt]]:
    """What is done before the queries of a case are counted."""
    name = closure.node.args.args[0].arg
    before = writer.closure(prepare)
    env = writer.bind(before, [])
    if name == "_":
        return [Known(None)], writer.statements(before.node.body, env)
    value = writer.value(before.node.body, env)
    if isinstance(value, Written) and not isinstance(value.node, ast.Name) and name != "ks":
        value = writer.variable(name, value.node)
    pending, writer.pending = writer.pending, []
    return [value], pending


def special(writer: Any, name: str, arguments: list[Any]) -> Any:
    """What the helpers of the related manager cases do: they ask the manager for its model."""
    match name, arguments:
        case "prepare", [Known(value=attribute)]:
            writer.model = writer.module.EXIST[attribute]
            return Known(None)
        case "EXIST", [Known(value=attribute)]:
            return Known(writer.module.EXIST[attribute])
        case (("new" | "ex"), [_]):
            return existing(writer)
        case "ONE", ["any"]:
            return existing(writer)
        case "ONE", [key]:
            return Written(writer.kept[key])
        case _, [Written(node=ast.Attribute(value=owner, attr=attribute))] if attribute in writer.module.EXIST:
            return of_manager(writer, name, owner, writer.module.EXIST[attribute])
    return None


def existing(writer: Any) -> Written:
    writer.kept["existing"] = ast.Name("existing")
    return Written(ast.Name("existing"))


def of_manager(writer: Any, name: str, owner: ast.expr, model: type) -> Any:
    manager = types.SimpleNamespace(model=model)
    match name:
        case "model":
            return Known(model)
        case "instance":
            return Written(owner)
        case "nm":
            return Written(numbered("missing", owner))
        case "nf" | "relname":
            return Known(getattr(writer.module, name)(manager))
        case "newkw":
            items = writer.module.newkw(manager)
            values = [numbered("new", owner) if isinstance(v, str) else ast.Constant(v) for v in items.values()]
            return Written(ast.Dict([ast.Constant(key) for key in items], values))
    return None


def numbered(word: str, owner: ast.expr) -> ast.expr:
    return ast.JoinedStr([ast.Constant(word), ast.FormattedValue(ast.Attribute(owner, "pk"), -1)])


# ---------------------------------------------------------------------- files


def write(file: str, functions: list[str], module: Any) -> None:
    text = "\n\n".join(functions)
    names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    models = sorted(n for n in names if getattr(getattr(module, n, None), "__module__", "") == "app.models")
    lines = [f"import {name}" for name in MODULES if name in names]
    for package, known in {**IMPORTS, "app.models": models}.items():
        wanted = [name for name in known if name in names]
        if wanted:
            lines.append(f"from {package} import {', '.join(wanted)}")
    folder = HERE / "project" / "programs"
    folder.mkdir(exist_ok=True)
    (folder / f"{file}.py").write_text("\n".join(lines) + "\n\n\n" + text, "utf-8")


if __name__ == "__main__":
    main()
