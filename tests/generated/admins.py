"""Random classes of Django's admin: what they list, what their forms and inlines show, with loads that fit or do not.

Like `programs`, drawn from bytes. A program makes a `site` and registers one class there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import django
from hypothesis import strategies as st

from tests.generated import admin_forms, loads
from tests.generated.choices import Choices, Lines, block
from tests.generated.programs import BYTES, Program, header
from tests.generated.reads import READS, Read, first_column
from tests.generated.schema import MODELS, can_join, target

TABLES = ("Book", "Book", "Book", "Author", "Chapter", "Note", "Cover", "Tag", "City", "Page", "DataBook", "Publisher")
SIMPLE = ("column", "foreign key", "foreign key column", "chain", "foreign key id", "key through object", "one to one",
          "set iterated", "set counted", "many to many", "property", "method", "string", "query")  # fmt: skip
OF_MANY = (*SIMPLE, "set nested", "known parent", "named attribute")
HAS_LOOKUPS = django.VERSION >= (5, 1)
FITS = {"none": 30, "listed": 22, "rows": 26, "all": 6, "off": 4, "other": 6, "other rows": 6}
HEAD = """\
from django import forms
from django.contrib import admin

from app.admin_base import Kept
"""


@dataclass
class Made:
    """A class being built. `needs` are the paths that what it lists reads; `before` are functions and classes."""

    model: str
    lines: Lines = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    in_queryset: list[str] = field(default_factory=list)


def programs() -> st.SearchStrategy[Program]:
    return st.binary(min_size=BYTES, max_size=BYTES).map(program_of)


def program_of(data: bytes) -> Program:
    c = Choices(data)
    made = Made(c.pick(TABLES))
    listed(c, made)
    admin_forms.form(c, made)
    admin_forms.inlines(c, made)
    body = "\n\n\n".join(["site = admin.AdminSite()", *made.before, *registered(c, made)])
    return Program(f"{HEAD}{header(body)}{body}\n", 0, frozenset(c.reached))


def registered(c: Choices, made: Made) -> list[str]:
    """The class, all in one or with an ancestor, and its registration."""
    lines, bases = made.lines, "Kept"
    parts = []
    if c.chance(15):
        starts = [n for n, line in enumerate(lines) if line[0] not in " @" and (n == 0 or lines[n - 1][0] != "@")]
        cut = c.pick([*starts, len(lines)])
        parts.append("\n".join(block("class Base(Kept):", lines[:cut])))
        lines, bases = lines[cut:], "Base"
        c.mark("inherits")
    cls = block(f"class Shown({bases}):", lines)
    if c.chance(70):
        return [*parts, "\n".join([f"@admin.register({made.model}, site=site)", *cls])]
    return [*parts, "\n".join(cls), f"site.register({made.model}, Shown)"]


def listed(c: Choices, made: Made) -> None:
    """`list_display` with what loads its rows, and what else the page of a list says."""
    if c.chance(85):
        names = [ENTRIES[c.weighted(WEIGHTS)](c, made) for _ in range(1 + c.below(3))]
        names = list(dict.fromkeys(name for name in names if name))
        text = f"[{', '.join(names)}]" if names else '["pk"]'
        if c.chance(15):
            made.lines += block("def get_list_display(self, request):", [f"return {text}"])
        else:
            made.lines.append(f"list_display = {text}")
        keys = [name for name in names[1:] if name.strip('"') in MODELS[made.model].forward]
        if keys and c.chance(10):
            made.lines.append(f"list_editable = [{c.pick(keys)}]")
            c.mark("list_editable")
    if c.chance(20):
        made.lines.append("actions = None")
        c.mark("actions")
    elif made.model == "Book":
        made.needs.append("author")  # a checkbox is labelled with the text of its row
    if c.chance(10) and MODELS[made.model].forward:
        made.lines.append(f'list_filter = ["{c.pick(list(MODELS[made.model].forward))}"]')
        c.mark("list_filter")
    if c.chance(5):
        made.lines.append(f"list_per_page = {c.pick((2, 50))}")
    loaded(c, made)


def loaded(c: Choices, made: Made) -> None:
    """What the class loads for its list: what is needed, or something else."""
    model, fit = made.model, c.weighted(FITS)
    needs = sorted(set(made.needs))
    joined = [need for need in needs if can_join(model, need) and need != "isbn"]
    c.mark(f"fit:{fit}")
    if fit == "listed" and joined:
        paths = ", ".join(f'"{need}"' for need in joined)
        if c.chance(15):
            made.lines += block("def get_list_select_related(self, request):", [f"return [{paths}]"])
        else:
            made.lines.append(f"list_select_related = {c.pick((f'[{paths}]', f'({paths},)'))}")
    elif fit in ("all", "off"):
        made.lines.append(f"list_select_related = {fit == 'all'}")
    elif fit == "other" and MODELS[model].forward:
        made.lines.append(f'list_select_related = ["{c.pick(list(MODELS[model].forward))}"]')
    calls = [loads.load(c, model, need) for need in needs] if fit == "rows" else []
    if fit == "listed":
        calls = [loads.load(c, model, need) for need in needs if need not in joined]
    if fit == "other rows":
        calls = [loads.other(c, model, tuple(needs))]
    rows(c, made, [call for call in calls if call])


def rows(c: Choices, made: Made, calls: list[str]) -> None:
    """A `get_queryset()` that loads something, or none."""
    start = f"{made.model}.objects" if c.chance(20) else "super().get_queryset(request)"
    text = start + "".join(calls or [".all()"])
    if calls or c.chance(8):
        lines = [f"return {text}"] if c.chance(70) else [f"found = {text}", "return found"]
        made.lines += block("def get_queryset(self, request):", lines)


# --- one entry of a list ---------------------------------------------------------------------------------------------


def a_read(c: Choices, model: str, kinds: tuple[str, ...] = SIMPLE) -> Read | None:
    """A read of a row of this model that needs nothing around it."""
    for _ in range(12):
        kind = c.pick(kinds)
        read = READS[kind](c)
        if read.model == model and not (read.calls or read.free or read.functions or read.setup):
            c.mark(f"read:{kind}")
            return read
    return None


def column(c: Choices, made: Made) -> str:
    return f'"{first_column(made.model)}"'


def key(c: Choices, made: Made) -> str:
    forward = list(MODELS[made.model].forward)
    if not forward:
        return column(c, made)
    name = c.pick(forward)
    made.needs.append(name)
    if target(made.model, name) == "Book":
        made.needs.append(f"{name}__author")
    return f'"{name}"'


def key_column(c: Choices, made: Made) -> str:
    forward = list(MODELS[made.model].forward)
    return f'"{c.pick(forward)}_id"' if forward else column(c, made)


def lookup(c: Choices, made: Made) -> str:
    forward = list(MODELS[made.model].forward)
    if not forward or not HAS_LOOKUPS:
        return column(c, made)
    path, at = [c.pick(forward)], made.model
    at = target(at, path[0])
    if MODELS[at].forward and c.chance(40):
        path.append(c.pick(list(MODELS[at].forward)))
        at = target(at, path[-1])
    made.needs.append("__".join(path))
    return f'"{"__".join(path)}__{first_column(at)}"'


def method(c: Choices, made: Made) -> str:
    read = a_read(c, made.model, OF_MANY)
    if read is None:
        return column(c, made)
    name = c.name("shown")
    made.needs += read.needs
    lines = block(f"def {name}(self, row):", body(c, read))
    made.lines += (["@admin.display(description='x')"] if c.chance(30) else []) + lines
    return f'"{name}"'


def function(c: Choices, made: Made) -> str:
    read = a_read(c, made.model, OF_MANY)
    if read is None:
        return column(c, made)
    name = c.name("show")
    made.needs += read.needs
    made.before.append("\n".join(block(f"def {name}(row):", body(c, read))))
    return name


def body(c: Choices, read: Read) -> Lines:
    """What a method does with a value; none that would be shown, as that may ask for more."""
    text = read.of("row")
    return c.pick(([f"return 1 if [{text}] else 0"], [f"value = {text}", "return bool([value])"]))


def of_model(c: Choices, made: Made) -> str:
    options = {
        "author_name": "author", "city_name": "author__city", "chapter_count": "chapter_set", "author_pk": "",
        "author_name_cached": "author",
    }  # fmt: skip
    if made.model != "Book":
        return column(c, made)
    name = c.pick(list(options))
    made.needs += [options[name]] if options[name] else []
    return f'"{name}"'


def text_of_row(c: Choices, made: Made) -> str:
    made.needs += ["author"] if made.model == "Book" else []
    return '"__str__"'


ENTRIES: dict[str, Callable[[Choices, Made], str]] = {
    "column": column, "key": key, "key column": key_column, "lookup": lookup, "method": method, "function": function,
    "of model": of_model, "text": text_of_row,
}  # fmt: skip
WEIGHTS = {"column": 3, "key": 5, "key column": 1, "lookup": 3, "method": 8, "function": 3, "of model": 3, "text": 2}
