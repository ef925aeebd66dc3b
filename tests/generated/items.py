"""Where programs read a row: in place, or in something that they hand the row to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.generated.choices import Choices, Lines, block


@dataclass
class Item:
    """`of(row)` is the expression that reads a row; it uses the names `free`, bound in `main` by `setup`."""

    of: Callable[[str], str]
    functions: list[str] = field(default_factory=list)
    setup: Lines = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    crosses: bool = False


def statements(c: Choices, text: str) -> Lines:
    """The body of a helper that reads a row: plain, or with a branch, a handler, a match…"""
    return c.weighted(BODIES)(c, text)


def plain(c: Choices, text: str) -> Lines:
    return c.pick(([f"return {text}"], [f"found = {text}", "return found"], ['"""Reads."""', f"return {text}"]))


def guarded(c: Choices, text: str) -> Lines:
    test = c.pick(("row is None", "not row", "row is False"))
    return [*block(f"if {test}:", ["return None"]), f"return {text}"]


def dead(c: Choices, text: str) -> Lines:
    """A branch on a constant."""
    test = c.pick(("False", "None", '"list" == "detail"', "0", "not True", "1 > 2", "DEBUG"))
    if c.chance(30):
        return [f"return {text} if {test} else None"]
    return [*block(f"if {test}:", [f"return {text}"]), "return None"]


def live(c: Choices, text: str) -> Lines:
    test = c.pick(("True", '"list" in ("list", "detail")', "not DEBUG", "1 < 2 < 3", "1"))
    if c.chance(30):
        return [f"return {text} if {test} else None"]
    return [*block(f"if {test}:", [f"return {text}"]), *block("else:", ["return None"])]


def unknown(c: Choices, text: str) -> Lines:
    coin = c.coin()
    options = (
        [*block(f"if {coin}:", [f"return {text}"]), "return None"],
        [f"return {text} if {coin} else None"],
        [f"return {coin} and {text}"],
        [*block(f"if {coin}:", [f"return {text}"]), *block("else:", [f"return [{text}]"])],
        [*block(f"if {coin}:", [f"first = {text}"]), *block("else:", [f"first = {text}"]), "return first"],
    )
    return c.pick(options)


def handled(c: Choices, text: str) -> Lines:
    lines = [
        *block("try:", [f"return {text}"]),
        *block("except (LookupError, ObjectDoesNotExist) as error:", ["return str(error)"]),
    ]
    if c.chance(40):
        lines += block("finally:", ["row = None"])
    return lines


def managed(c: Choices, text: str) -> Lines:
    context = c.pick(("transaction.atomic()", "contextlib.suppress(KeyError)", "contextlib.nullcontext(row) as row"))
    return block(f"with {context}:", [f"return {text}"])


def matched(c: Choices, text: str) -> Lines:
    cases = [
        *block("case None | False:", ["return None"]),
        *block("case found if found is not None:", [f"return {text}"]),
    ]
    if c.chance(50):
        cases = [*block("case []:", ["return None"]), *block("case _:", [f"return {text}"])]
    return block("match row:", cases)


def scoped(c: Choices, text: str) -> Lines:
    return ["global TOTAL", "TOTAL += 1", f"found = {text}", "assert TOTAL", "return found"]


def raised(c: Choices, text: str) -> Lines:
    return [*block("if row is None:", ['raise ValueError(b"no row") from None']), f"return {text}"]


def deleted(c: Choices, text: str) -> Lines:
    return [f"found = {text}", "copy = found", "del found", "return copy"]


def captured(c: Choices, text: str) -> Lines:
    inner = block("def inner():", ["nonlocal seen", "seen += 1", f"return {text}"])
    return ["seen = 0", *inner, "return inner()"]


def rebound(c: Choices, text: str) -> Lines:
    return c.pick(
        (
            ["row = row", f"return {text}"],
            ["other_row, row = None, row", f"return {text}"],
            [f"return [{text} for row in (row,)]"],
        )
    )


BODIES = {
    plain: 40,
    guarded: 6,
    dead: 6,
    live: 6,
    unknown: 9,
    handled: 5,
    managed: 5,
    matched: 5,
    scoped: 4,
    raised: 3,
    deleted: 3,
    captured: 4,
    rebound: 4,
}


def in_place(c: Choices, item: Item) -> Item:
    return item


def params(item: Item, *first: str) -> str:
    return ", ".join([*first, *item.free])


def helper(c: Choices, item: Item) -> Item:
    name = c.name("read")
    head = f"def {name}({params(item, 'row')}):"
    if c.chance(10) and not item.free:
        head = c.pick(
            (f"def {name}(row=None):", f"def {name}(row, /, *, flag=False):", f"def {name}(row, *args, **options):")
        )
        if head.endswith("=None):"):
            head = f"def {name}(row, limit=None):"
    lines = block(head, statements(c, item.of("row")))
    call = c.pick(("{0}", "row={0}")) if "/" not in head and not item.free else "{0}"
    return Item(
        lambda row: f"{name}({params(item, call.format(row))})",
        [*item.functions, "\n".join(lines)],
        item.setup,
        item.free,
        True,
    )


def decorated(c: Choices, item: Item) -> Item:
    made = helper(c, item)
    wrapper = [
        *block("def traced(function):", [
            "@functools.wraps(function)",
            *block("def wrapper(*args, **kwargs):", ["return function(*args, **kwargs)"]),
            "return wrapper",
        ]),
    ]  # fmt: skip
    functions = [*made.functions[:-1], "\n".join(wrapper), "@traced\n" + made.functions[-1]]
    return Item(made.of, functions, made.setup, made.free, True)


def generated(c: Choices, item: Item) -> Item:
    name = c.name("parts")
    lines = block(f"def {name}({params(item, 'row')}):", ["sent = yield 0", f"yield {item.of('row')}"])
    functions = [*item.functions, "\n".join(lines)]
    form = c.pick(("list({})", "[*{}]", "{}", "sum(1 for part in {})"))  # the third never runs
    return Item(lambda row: form.format(f"{name}({params(item, row)})"), functions, item.setup, item.free, True)


def method(c: Choices, item: Item) -> Item:
    name = c.name("Reader")
    body = statements(c, item.of("row"))
    form = c.pick(("self", "static", "class", "call"))
    if form == "static":
        lines = ["@staticmethod", *block(f"def one({params(item, 'row')}):", body)]
    elif form == "class":
        lines = ["@classmethod", *block(f"def one({params(item, 'cls', 'row')}):", body)]
    elif form == "call":
        lines = block(f"def __call__({params(item, 'self', 'row')}):", body)
    else:
        inner = block(f"def inner({params(item, 'self', 'row')}):", body)
        lines = [
            *block(f"def one({params(item, 'self', 'row')}):", [f"return self.inner({params(item, 'row')})"]),
            *inner,
        ]
    receiver = name if form in ("static", "class") and c.chance(50) else f"{name}()"
    call = receiver if form == "call" else f"{receiver}.one"
    functions = [*item.functions, "\n".join(block(f"class {name}:", lines))]
    return Item(lambda row: f"{call}({params(item, row)})", functions, item.setup, item.free, True)


def wrapped(c: Choices, item: Item) -> Item:
    """An object that holds the row and reads it in a property, a method or its string."""
    name = c.name("Card")
    init = block(
        f"def __init__({params(item, 'self', 'row')}):",
        ["self.row = row", *(f"self.{one} = {one}" for one in item.free)],
    )
    text = item.of("self.row")
    for one in item.free:
        text = text.replace(one, f"self.{one}")
    form = c.pick(("@property", "@cached_property", "", "str"))
    label = "__str__" if form == "str" else "label"
    result = f"str({text})" if form == "str" and c.chance(0) else text
    body = [f"{text}", 'return "card"'] if form == "str" else [f"return {result}"]
    lines = [*init, *([form] if form.startswith("@") else []), *block(f"def {label}(self):", body)]
    functions = [*item.functions, "\n".join(block(f"class {name}:", lines))]
    ending = {"": ".label()", "str": ""}.get(form, ".label")

    def of(row: str) -> str:
        made = f"{name}({params(item, row)}){ending}"
        return f"str({made})" if form == "str" else made

    return Item(of, functions, item.setup, item.free, True)


def inherited(c: Choices, item: Item) -> Item:
    """A method of a base class that calls what the subclass defines, or the other way round."""
    base, child = c.name("Base"), c.name("Child")
    body = statements(c, item.of("row"))
    if c.chance(50):
        lines = block(
            f"class {base}:",
            block(f"def one({params(item, 'self', 'row')}):", [f"return self.inner({params(item, 'row')})"]),
        )
        more = block(f"class {child}({base}):", block(f"def inner({params(item, 'self', 'row')}):", body))
    else:
        lines = block(f"class {base}:", block(f"def one({params(item, 'self', 'row')}):", body))
        again = [f"return super().one({params(item, 'row')})"]
        more = block(f"class {child}({base}):", block(f"def one({params(item, 'self', 'row')}):", again))
    functions = [*item.functions, "\n".join(lines), "\n".join(more)]
    return Item(lambda row: f"{child}().one({params(item, row)})", functions, item.setup, item.free, True)


def in_lambda(c: Choices, item: Item) -> Item:
    name = c.name("pick")
    if c.chance(30) and not item.free:
        functions = [*item.functions, f"{name} = lambda row: {item.of('row')}"]
        return Item(lambda row: f"{name}({row})", functions, item.setup, item.free, True)
    setup = [*item.setup, f"{name} = lambda row: {item.of('row')}"]
    return Item(lambda row: f"{name}({row})", item.functions, setup, [name], True)


def partial(c: Choices, item: Item) -> Item:
    """A function that a function returned, or that was bound before."""
    made = helper(c, item)
    name = c.name("bound")
    called = made.of("row")
    if c.chance(50):
        maker = c.name("make")
        lines = block(
            f"def {maker}({params(made)}):", [*block("def inner(row):", [f"return {called}"]), "return inner"]
        )
        functions = [*made.functions, "\n".join(lines)]
        setup = [*made.setup, f"{name} = {maker}({params(made)})"]
    else:
        functions = made.functions
        setup = [*made.setup, f"{name} = [lambda row: {called}, None][0]"]
    return Item(lambda row: f"{name}({row})", functions, setup, [name], True)


LAYOUTS = {
    in_place: 45,
    helper: 22,
    decorated: 4,
    generated: 5,
    method: 8,
    wrapped: 6,
    inherited: 5,
    in_lambda: 5,
    partial: 4,
}


def laid_out(c: Choices, item: Item) -> Item:
    item = c.weighted(LAYOUTS)(c, item)
    if item.crosses and c.chance(20):
        item = helper(c, item)
    return item
