"""How programs loop over rows, and how they get at a single one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.generated.choices import Choices, Lines, block
from tests.generated.reads import Read
from tests.generated.schema import MODELS, PARENTS


@dataclass(frozen=True)
class Stage:
    """What a loop needs: an expression for the rows, what to do with each as an expression and as statements."""

    rows: str
    read: Read
    item: Callable[[str], str]
    body: Callable[[str], Lines]
    is_queryset: bool
    base: str  # an expression for a queryset of the same rows, without what was loaded


Source = Callable[[Choices, Stage], Lines]


def for_(c: Choices, s: Stage) -> Lines:
    lines = block(f"for b in {s.rows}:", s.body("b"))
    if c.chance(15):
        lines += block("else:", ["out.append(1)"])
    return lines


def while_list(c: Choices, s: Stage) -> Lines:
    if c.chance(40):
        return [f"it = iter({s.rows})", *block("while (b := next(it, None)) is not None:", s.body("b"))]
    take = c.pick(("b = rest.pop()", "b = rest.pop(0)", "b, *rest = rest"))
    return [f"rest = list({s.rows})", *block("while rest:", [take, *s.body("b")])]


def list_comprehension(c: Choices, s: Stage) -> Lines:
    test = c.pick(("", f" if {s.read.key_of('b')}", f" if ({s.item('b')}) is not None"))
    return [f"out.append([{s.item('b')} for b in {s.rows}{test}])"]


def set_comprehension(c: Choices, s: Stage) -> Lines:
    return [f"out.append({{({s.item('b')}) is None for b in {s.rows}}})"]


def dict_comprehension(c: Choices, s: Stage) -> Lines:
    return [f"out.append({{{s.read.key_of('b')}: {s.item('b')} for b in {s.rows}}})"]


def generator(c: Choices, s: Stage) -> Lines:
    made = f"({s.item('b')} for b in {s.rows})"
    return c.pick(
        (
            [f"out.extend{made}"],
            [f"out.append(list{made})"],
            [f"out.append(sum(1 for b in {s.rows} if ({s.item('b')}) is not None))"],
            [f"found = {made}", *block("for one in found:", ["out.append(one)"])],
        )
    )


def map_(c: Choices, s: Stage) -> Lines:
    mapped = f"map(lambda b: {s.item('b')}, {s.rows})"
    return c.pick(
        (
            [f"out.extend({mapped})"],
            [f"out.append(list({mapped}))"],
            block(f"for one in {mapped}:", ["out.append(one)"]),
        )
    )


def filter_(c: Choices, s: Stage) -> Lines:
    return [f"out.extend(filter(lambda b: ({s.item('b')}) is not None, {s.rows}))"]


def sorted_key(c: Choices, s: Stage) -> Lines:
    key = f"key=lambda b: (({s.item('b')}) is None, {s.read.key_of('b')})"
    if c.chance(30):
        return [f"rest = list({s.rows})", f"rest.sort({key})"]
    return [f"out.append(sorted({s.rows}, {key}))"]


def min_key(c: Choices, s: Stage) -> Lines:
    call = c.pick(("min", "max"))
    return [f"out.append({call}({s.rows}, key=lambda b: (({s.item('b')}) is None, {s.read.key_of('b')})))"]


def enumerate_(c: Choices, s: Stage) -> Lines:
    return block(f"for i, b in enumerate({s.rows}):", s.body("b"))


def zip_(c: Choices, s: Stage) -> Lines:
    other = c.pick(("itertools.count()", s.base, "range(1000)"))
    if c.chance(50):
        return block(f"for b, other_one in zip({s.rows}, {other}):", s.body("b"))
    return block(f"for other_one, b in zip({other}, {s.rows}):", s.body("b"))


def group_by(c: Choices, s: Stage) -> Lines:
    if c.chance(40):
        key = f"lambda b: ({s.item('b')}) is None"
        return block(f"for key, group in itertools.groupby({s.rows}, {key}):", ["out.append(list(group))"])
    grouped = f"itertools.groupby({s.rows}, key=lambda b: {s.read.key_of('b')})"
    return block(f"for key, group in {grouped}:", block("for b in group:", s.body("b")))


def chain(c: Choices, s: Stage) -> Lines:
    more = c.pick(("[]", "()", f"{s.base}[:0]"))
    call = c.pick(
        (
            f"itertools.chain({s.rows}, {more})",
            f"itertools.chain.from_iterable([{s.rows}])",
            f"itertools.chain({s.rows})",
        )
    )
    return block(f"for b in {call}:", s.body("b"))


def islice(c: Choices, s: Stage) -> Lines:
    return block(f"for b in itertools.islice({s.rows}, {c.pick(('50', '0, 100', '1, None'))}):", s.body("b"))


def few(c: Choices, s: Stage) -> Lines:
    """At most two rows."""
    options = [f"itertools.islice({s.rows}, 2)", f"list({s.rows})[:2]"]
    if s.is_queryset:
        options += [f"{s.rows}[:2]", f"{s.rows}[0:1]"]
        if s.read.is_row:
            options += [f"({s.rows}).filter(pk=1)", f"({s.rows}).filter(id=1)"]
    return block(f"for b in {c.pick(options)}:", s.body("b"))


def reversed_(c: Choices, s: Stage) -> Lines:
    rows = s.rows if s.is_queryset else f"list({s.rows})"
    return block(f"for b in reversed({rows}):", s.body("b"))


def iterator(c: Choices, s: Stage) -> Lines:
    rows = f"({s.rows}).iterator(chunk_size=100)" if s.is_queryset else f"iter({s.rows})"
    return block(f"for b in {rows}:", s.body("b"))


def by_key(c: Choices, s: Stage) -> Lines:
    """Through a dict of the rows."""
    rows = f"{{{s.read.key_of('x')}: x for x in {s.rows}}}"
    if s.is_queryset and s.read.is_row and c.chance(40):
        rows = f"({s.rows}).in_bulk()"
    if c.chance(30):
        return [f"known_rows = {rows}", *block("for key in known_rows:", ["b = known_rows[key]", *s.body("b")])]
    if c.chance(30):
        return block(f"for key, b in {rows}.items():", s.body("b"))
    return block(f"for b in {rows}.values():", s.body("b"))


def by_index(c: Choices, s: Stage) -> Lines:
    if s.is_queryset and c.chance(25):
        return block(f"for i in range(({s.base}).count()):", [f"b = {s.base}[i]", *s.body("b")])
    return [f"rest = list({s.rows})", *block("for i in range(len(rest)):", ["b = rest[i]", *s.body("b")])]


def appended(c: Choices, s: Stage) -> Lines:
    kept = c.pick(("kept.append(x)", "kept += [x]", "kept.extend([x])", "kept = [*kept, x]", "kept.insert(0, x)"))
    return ["kept = []", *block(f"for x in {s.rows}:", [kept]), *block("for b in kept:", s.body("b"))]


def unpacked(c: Choices, s: Stage) -> Lines:
    made = c.pick((f"[(x, 1) for x in {s.rows}]", f"[[x, 1] for x in {s.rows}]", f"((x, None) for x in {s.rows})"))
    if c.chance(30):
        return block(f"for pair in {made}:", ["b = pair[0]", *s.body("b")])
    return block(f"for b, number in {made}:", s.body("b"))


def grouped(c: Choices, s: Stage) -> Lines:
    """Lists of rows in a dict, as when rows are sorted into boxes."""
    add = c.pick(
        (
            f"boxes.setdefault({s.read.key_of('x')} and 1, []).append(x)",
            f"boxes[{s.read.key_of('x')} is None].append(x)",
        )
    )
    made = "boxes = collections.defaultdict(list)" if "setdefault" not in add else "boxes = {}"
    loop = block("for box in boxes.values():", block("for b in box:", s.body("b")))
    return [made, *block(f"for x in {s.rows}:", [add]), *loop]


def generator_function(c: Choices, s: Stage) -> Lines:
    name = c.name("stream")
    if c.chance(40):
        inner = ["yield from rows"]
    else:
        inner = block("for x in rows:", [c.pick(("yield x", "x = x", "pass")) if c.chance(0) else "yield x"])
    return [*block(f"def {name}(rows):", inner), *block(f"for b in {name}({s.rows}):", s.body("b"))]


def copied(c: Choices, s: Stage) -> Lines:
    made = c.pick(
        (f"[*{s.rows}]", f"tuple({s.rows})", f"list({s.rows})[:]", f"list({s.rows}) + []", f"[x for x in {s.rows}]")
    )
    return [f"copy = {made}", *block("for b in copy:", s.body("b"))]


def twice(c: Choices, s: Stage) -> Lines:
    """The same rows looped twice: what the first loop loaded or wrote is there."""
    need = next((need for need in s.read.needs if s.read.is_row and need in MODELS[s.read.model].forward), None)
    if need and need != "content_type" and c.chance(60):
        given = f"given = {MODELS[s.read.model].forward[need]}.objects.first()"
        write = c.pick((f"x.{need} = given", f'setattr(x, "{need}", given)'))
        loops = [*block("for x in same:", [write]), *block("for b in same:", s.body("b"))]
        return [f"same = list({s.rows})", given, *loops]
    return [f"same = {s.rows}", *block("for b in same:", s.body("b")), *block("for b in same:", s.body("b"))]


def paginator(c: Choices, s: Stage) -> Lines:
    return block(f"for b in Paginator({s.rows}, 50).page(1):", s.body("b"))


def nested(c: Choices, s: Stage) -> Lines:
    """Rows of a set of the rows of another model."""
    parent, name = PARENTS[s.read.model]
    rows = c.pick((f"{parent}.objects.all()", f'{parent}.objects.prefetch_related("{name}")'))
    if s.is_queryset:
        loaded = f'{parent}.objects.prefetch_related(Prefetch("{name}", queryset={s.rows}))'
        rows = c.pick((rows, loaded, loaded))
        if c.chance(20):
            rows = f'{parent}.objects.prefetch_related(Prefetch("{name}", queryset={s.rows}, to_attr="held"))'
            return block(f"for p in {rows}:", block("for b in p.held:", s.body("b")))
    if c.chance(25):
        return [f"out.append([{s.item('b')} for p in {rows} for b in p.{name}.all()])"]
    return block(f"for p in {rows}:", block(f"for b in p.{name}.all():", s.body("b")))


def one_parent(c: Choices, s: Stage) -> Lines:
    """The rows of a set of one row."""
    parent, name = PARENTS[s.read.model]
    load = f'.prefetch_related(Prefetch("{name}", queryset={s.rows}))' if s.is_queryset and c.chance(60) else ""
    one = c.pick((f"{parent}.objects{load}.get(pk=1)", f"{parent}.objects{load}.first()"))
    return [f"p = {one}", *block(f"for b in p.{name}.all():", s.body("b"))]


def tree(c: Choices, s: Stage) -> Lines:
    """Recursion over rows that were put into a dict by their parent; by a query for each level for books."""
    name = c.name("walk")
    if s.read.model == "Book" and c.chance(40):
        deeper = block("for x in b.sequels.all():", [f"{name}(x)"])
        return [*block(f"def {name}(b):", [*s.body("b"), *deeper]), *block(f"for x in {s.rows}:", [f"{name}(x)"])]
    into = ["boxes = {}", *block(f"for x in {s.rows}:", [f"boxes.setdefault({s.read.key_of('x')} - 1, []).append(x)"])]
    deeper = block("for b in boxes.get(key, []):", [*s.body("b"), f"{name}({s.read.key_of('b')})"])
    return [*into, *block(f"def {name}(key):", deeper), f"{name}(0)"]


def first_only(c: Choices, s: Stage) -> Lines:
    """A loop that leaves after the first row."""
    return block(f"for b in {s.rows}:", [*s.body("b"), "break"])


def one_row(c: Choices, s: Stage) -> Lines:
    options = [f"next(iter({s.rows}))", f"list({s.rows})[0]", f"[x for x in {s.rows}][-1]"]
    if s.is_queryset and s.read.is_row:
        forms = (
            "({q}).get(pk=1)",
            "({q}).first()",
            "({q}).last()",
            '({q}).latest("pk")',
            "({q})[0]",
            "({q}).filter(pk=1).get()",
        )
        options += [form.replace("{q}", s.rows) for form in forms]
        options.append(f"get_object_or_404({s.rows}, pk=1)")
    return [f"b = {c.pick(options)}", *s.body("b")]


def few_constants(c: Choices, s: Stage) -> Lines:
    """One row for each of a few constants."""
    if not (s.is_queryset and s.read.is_row):
        return one_row(c, s)
    constants = c.pick(("(1, 2)", "range(1, 3)", "[1, 2, 3]"))
    return block(f"for key in {constants}:", [f"b = ({s.rows}).get(pk=key)", *s.body("b")])


def invariant(c: Choices, s: Stage) -> Lines:
    """One row, looked at while others are looped."""
    one = f"({s.rows}).get(pk=1)" if s.is_queryset and s.read.is_row else f"list({s.rows})[0]"
    if c.chance(30):
        return block(f"for x in {s.base}:", [f"b = {one}", *s.body("b")])
    anew = ["b.refresh_from_db()"] if s.read.is_row and c.chance(30) else []
    return [f"b = {one}", *anew, *block(f"for x in {s.base}:", s.body("b"))]


def keys(c: Choices, s: Stage) -> Lines:
    """A row got by its key in a loop over keys."""
    one = f"({s.rows}).get(pk=key)" if s.is_queryset and s.read.is_row else f"list({s.rows})[0]"
    loop = c.pick((f'({s.base}).values_list("pk", flat=True)', f"[x.pk for x in {s.base}]"))
    return block(f"for key in {loop}:", [f"b = {one}", *s.body("b")])


LOOPS: dict[str, Source] = {
    "for": for_,
    "while": while_list,
    "list comprehension": list_comprehension,
    "set comprehension": set_comprehension,
    "dict comprehension": dict_comprehension,
    "generator": generator,
    "map": map_,
    "filter": filter_,
    "sorted": sorted_key,
    "min": min_key,
    "enumerate": enumerate_,
    "zip": zip_,
    "groupby": group_by,
    "chain": chain,
    "islice": islice,
    "reversed": reversed_,
    "iterator": iterator,
    "dict": by_key,
    "index": by_index,
    "append": appended,
    "unpacking": unpacked,
    "boxes": grouped,
    "generator function": generator_function,
    "copy": copied,
    "twice": twice,
    "paginator": paginator,
    "nested": nested,
    "one parent": one_parent,
    "tree": tree,
}
ONES: dict[str, Source] = {
    "few": few,
    "first only": first_only,
    "one row": one_row,
    "few constants": few_constants,
    "invariant": invariant,
    "keys": keys,
}
SOURCES = LOOPS | ONES


def is_possible(source: str, read: Read) -> bool:
    """Whether a source can give what the read needs."""
    if source in ("nested", "one parent"):
        return read.is_row and read.model in PARENTS
    if source == "tree":
        return read.is_row
    return True


IMPOSSIBLE = {("nested", "values"), ("one parent", "values"), ("tree", "values")}
