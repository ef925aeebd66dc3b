"""Random programs over the generated project: valid Python, small, with at least one loop over rows or one row.

A program is one to three blocks. Each draws what is read from a row (`reads`), how the rows are looped (`sources`), what
the queryset loads (`loads`) and where all this stands: in `main`, in helpers, methods, lambdas, generators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from tests.generated import asynchronous, items, loads
from tests.generated.choices import Choices, Lines, block
from tests.generated.reads import READS, Read, a_read
from tests.generated.schema import MODELS, PROXIES
from tests.generated.sources import SOURCES, Stage, is_possible

IMPORTS = {
    "collections": "import collections",
    "contextlib": "import contextlib",
    "functools": "import functools",
    "itertools": "import itertools",
    "operator": "import operator",
    "transaction": "from django.db import transaction",
    "Count": "from django.db.models import Count",
    "F": "from django.db.models import F",
    "Prefetch": "from django.db.models import Prefetch",
    "prefetch_related_objects": "from django.db.models import prefetch_related_objects",
    "Q": "from django.db.models import Q",
    "Value": "from django.db.models import Value",
    "ObjectDoesNotExist": "from django.core.exceptions import ObjectDoesNotExist",
    "Paginator": "from django.core.paginator import Paginator",
    "cached_property": "from django.utils.functional import cached_property",
    "get_list_or_404": "from django.shortcuts import get_list_or_404",
    "get_object_or_404": "from django.shortcuts import get_object_or_404",
    "sync_to_async": "from asgiref.sync import sync_to_async",
    "async_to_sync": "from asgiref.sync import async_to_sync",
    **{name: f"from app.models import {name}" for name in (*MODELS, *PROXIES) if name != "ContentType"},
    "BookQS": "from app.models import BookQS",
    "PlainManager": "from app.models import PlainManager",
    "coin": "from harness import coin",
}
BYTES = 600
CONSTANTS = {"DEBUG": "DEBUG = False", "TOTAL": "TOTAL = 0"}
WORD = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class Program:
    """`reached` says what is in it: `read:…`, `source:…`, `pair:…`, `fit:…`, `crosses`."""

    source: str
    coins: int
    reached: frozenset[str]


def programs() -> st.SearchStrategy[Program]:
    """Drawn as one string of bytes: from single draws Hypothesis makes mutations, half of them the same program again."""
    return st.binary(min_size=BYTES, max_size=BYTES).map(program_of)


def program_of(data: bytes) -> Program:
    c = Choices(data)
    functions: list[str] = []
    main: Lines = []
    for _ in range(c.weighted({1: 62, 2: 29, 3: 9})):
        more, lines = asynchronous.part(c) if c.chance(5) else part(c)
        functions += [text for text in more if text not in functions]
        main += lines
    if main:
        functions.append("\n".join(block("def main():", ["out = []", *main, "return out"])))
    body = "\n\n\n".join(functions)
    return Program(header(body) + body + "\n", c.coins, frozenset(c.reached))


def header(body: str) -> str:
    used = set(WORD.findall(body))
    imports = [line for name, line in IMPORTS.items() if name in used]
    constants = [line for name, line in CONSTANTS.items() if name in used]
    return "\n".join([*imports, "", *constants, "", ""])


def part(c: Choices) -> tuple[list[str], Lines]:
    """One block: functions, and lines of main."""
    source = c.pick(list(SOURCES))
    read = next((read for read in (a_read(c) for _ in range(6)) if is_possible(source, read)), None)
    if read is None:
        source, read = "for", a_read(c)
    reads = [read]
    if read.is_row and c.chance(65):
        options = (of_any_row(c, read.model), *(a_read(c) for _ in range(6)))
        reads += [one for one in options if one.model == read.model and one.is_row and one.kind != read.kind][:1]
    c.mark(
        f"source:{source}", *(f"read:{one.kind}" for one in reads), *(f"pair:{source} × {one.kind}" for one in reads)
    )
    made = loads.built(c, reads)
    item = items.laid_out(c, joined(reads))
    functions, setup, rows, is_queryset = queryset(c, made, reads)
    if item.crosses:
        c.mark("crosses")
    base = f"{read.model}.objects.all()"
    loop = c.weighted(LOOP_LAYOUTS)
    name = rows if loop is in_main else "rows"
    stage = Stage(name, read, item.of, lambda row: body(c, item.of(row)), is_queryset, base)
    lines = SOURCES[source](c, stage)
    more, call = loop(c, lines, rows, item)
    if more:
        c.mark("crosses")
    return [*item.functions, *functions, *more], [*item.setup, *setup, *call]


def of_any_row(c: Choices, model: str) -> Read:
    """A read that asks nothing of the row but its key."""
    kind = c.pick(("query", "evaluated queryset", "lazy query", "lazy query", "other", "other", "other"))
    if kind == "other":
        return a_read(c)
    return replace(READS[kind](c), kind=kind, model=model)


def joined(reads: list[Read]) -> items.Item:
    """Several reads of a row as one."""

    def of(row: str) -> str:
        texts = [read.of(row) for read in reads]
        return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"

    free = [name for read in reads for name in read.free]
    setup = [line for read in reads for line in read.setup]
    return items.Item(of, [text for read in reads for text in read.functions], setup, list(dict.fromkeys(free)))


def body(c: Choices, text: str) -> Lines:
    """What a loop does with the value that it reads."""
    kind = c.weighted(
        {
            "append": 45,
            "do": 10,
            "name": 8,
            "test": 8,
            "coin": 6,
            "dead": 4,
            "skip": 6,
            "try": 4,
            "with": 4,
            "walrus": 4,
        }
    )
    if kind == "append":
        return [
            c.pick(
                (
                    f"out.append({text})",
                    f"out.extend([{text}])",
                    f"out.append(({text}, 1))",
                    f"out.append({{1: {text}}})",
                )
            )
        ]
    if kind == "name":
        return [f"value = {text}", "out.append(value)"]
    if kind == "test":
        return block(f"if {text}:", [c.pick(("out.append(1)", "continue" if c.chance(0) else "pass"))])
    if kind == "coin":
        coin = c.coin()
        if c.chance(65):
            return [*block(f"if {coin}:", [f"out.append({text})"]), *block("else:", [f"out.append([{text}])"])]
        return block(f"if {coin}:", [f"out.append({text})"])
    if kind == "dead":
        return block(f"if {c.pick(('DEBUG', 'False', '0'))}:", [f"out.append({text})"])
    if kind == "skip":
        return [*block("if out is None:", ["out.append(0)"]), f"out.append({text})"]
    if kind == "try":
        return [*block("try:", [f"out.append({text})"]), *block("except LookupError:", ["raise"])]
    if kind == "with":
        return block("with transaction.atomic():", [f"out.append({text})"])
    if kind == "walrus":
        return block(f"if (value := {text}) is not None:", ["out.append(value)"])
    return [text]


# --- where the queryset comes from -----------------------------------------------------------------------------------


def queryset(c: Choices, made: loads.Built, reads: list[Read]) -> tuple[list[str], Lines, str, bool]:
    """Functions, lines of main, the expression that holds the rows there, and whether it is a queryset."""
    name = c.name("rows")
    kind = c.weighted(
        {"main": 40, "inline": 18, "function": 14, "loader": 10, "method": 8, "coin": 7, "context": 3, "super": 3}
    )
    simple = not made.after and not made.is_list
    operator = any(step.startswith(" ") for step in made.steps)
    if kind == "inline" and simple:
        return [], [], f"({made.text})" if operator else made.text, not made.is_raw
    if kind == "coin" and simple and not operator:
        coin = c.coin()
        last = made.steps[-1]
        without = made.but_last
        other = loads.again(c, made, reads)
        lines = c.pick(
            (
                [f"{name} = {made.text} if {coin} else {other}"],
                [*block(f"if {coin}:", [f"{name} = {made.text}"]), *block("else:", [f"{name} = {other}"])],
                [f"{name} = {{True: {made.text}, False: {other}}}[{coin}]"],
                [f"{name} = {without}", *block(f"if {coin}:", [f"{name} = {name}{last}"])],
                [f"{name} = {made.text} if {coin} else {made.text}"],
                [*block(f"if {coin}:", [f"{name} = {made.text}"]), *block("else:", [f"{name} = {without}"])],
            )
        )
        return [], lines, name, not made.is_raw
    if kind in ("main", "inline", "coin") or not simple:
        return [], loads.assigned(c, made, name), name, not made.is_list and not made.is_raw
    c.mark("crosses")
    functions, lines = FROM_FUNCTIONS[kind](c, made, name)
    return functions, lines, name, not made.is_list and not made.is_raw


def from_function(c: Choices, made: loads.Built, name: str) -> tuple[list[str], Lines]:
    get = c.name("get")
    lines = c.pick(([f"return {made.text}"], [f"found = {made.text}", "return found"]))
    return ["\n".join(block(f"def {get}():", lines))], [f"{name} = {get}()"]


def from_loader(c: Choices, made: loads.Built, name: str) -> tuple[list[str], Lines]:
    load = c.name("load")
    first = made.but_last
    function = "\n".join(block(f"def {load}(found):", [f"return found{made.steps[-1]}"]))
    return [function], [f"{name} = {load}({first})"]


def from_method(c: Choices, made: loads.Built, name: str) -> tuple[list[str], Lines]:
    cls = c.name("Service")
    form = c.pick(
        ("@property", "@cached_property", "@classmethod", "@staticmethod", "", "attribute", "class attribute")
    )
    call = f"{cls}().rows"
    if form == "attribute":
        lines = block("def __init__(self):", [f"self.rows = {made.text}"])
    elif form == "class attribute":
        lines = [f"rows = {made.text}"]
    else:
        first = {"@staticmethod": "", "@classmethod": "cls"}.get(form, "self")
        lines = [*([form] if form else []), *block(f"def rows({first}):", [f"return {made.text}"])]
        call += "" if "property" in form else "()"
    return ["\n".join(block(f"class {cls}:", lines))], [f"{name} = {call}"]


def from_context(c: Choices, made: loads.Built, name: str) -> tuple[list[str], Lines]:
    opened = c.name("opened")
    lines = ["@contextlib.contextmanager", *block(f"def {opened}(limit):", [f"yield {made.text}"])]
    return ["\n".join(lines)], block(f"with {opened}(1) as {name}:", ["pass"])


def from_super(c: Choices, made: loads.Built, name: str) -> tuple[list[str], Lines]:
    base, child = c.name("Parent"), c.name("Special")
    first = made.but_last
    lines = block(f"class {base}:", block("def rows(self):", [f"return {first}"]))
    more = block(f"class {child}({base}):", block("def rows(self):", [f"return super().rows(){made.steps[-1]}"]))
    return ["\n".join(lines), "\n".join(more)], [f"{name} = {child}().rows()"]


FROM_FUNCTIONS = {
    "function": from_function,
    "loader": from_loader,
    "method": from_method,
    "context": from_context,
    "super": from_super,
}


# --- where the loop stands -------------------------------------------------------------------------------------------


def in_main(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    return [], lines


def in_function(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    name = c.name("show")
    head = f"def {name}({items.params(item, 'rows')}):"
    arguments = items.params(item, rows)
    form = c.pick(("plain", "plain", "keyword", "star", "stars"))
    if form == "keyword" and not item.free:
        arguments = f"rows={rows}"
    elif form == "star" and not item.free:
        arguments = f"*[{rows}]"
    elif form == "stars" and not item.free:
        arguments = f'**{{"rows": {rows}}}'
    return ["\n".join(block(head, ["out = []", *lines, "return out"]))], [f"out.append({name}({arguments}))"]


def in_service(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    name = c.name("View")
    init = block("def __init__(self, rows):", ["self.rows = rows"])
    run = block(f"def run({items.params(item, 'self')}):", ["rows = self.rows", "out = []", *lines, "return out"])
    call = f"{name}({rows}).run({items.params(item)})"
    return ["\n".join(block(f"class {name}:", [*init, *run]))], [f"out.append({call})"]


def in_closure(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    name = c.name("inner")
    return [], [*block(f"def {name}(rows):", ["out = []", *lines, "return out"]), f"out.append({name}({rows}))"]


def in_made_function(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    """In an inner function that another function returns."""
    name = c.name("make")
    inner = block("def inner():", ["out = []", *lines, "return out"])
    made = block(f"def {name}({items.params(item, 'rows')}):", [*inner, "return inner"])
    return ["\n".join(made)], [f"run = {name}({items.params(item, rows)})", "out.append(run())"]


def deep(c: Choices, lines: Lines, rows: str, item: items.Item) -> tuple[list[str], Lines]:
    """Through two functions."""
    functions, call = in_function(c, lines, "found", item)
    name = c.name("outer")
    outer = block(f"def {name}({items.params(item, 'found')}):", ["out = []", *call, "return out"])
    return [*functions, "\n".join(outer)], [f"out.append({name}({items.params(item, rows)}))"]


LOOP_LAYOUTS = {in_main: 54, in_function: 20, in_service: 8, in_closure: 5, in_made_function: 5, deep: 8}
