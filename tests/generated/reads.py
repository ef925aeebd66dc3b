"""What programs do with one row: each kind of read, as an expression over `{r}`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.generated import related
from tests.generated.choices import Choices, block
from tests.generated.schema import LOOPED, MODELS, plural, target


@dataclass(frozen=True)
class Read:
    """`needs` are the relation paths that have to be loaded for it to be silent, `calls` what the queryset needs anyway.

    `free` are names of `main` that the expression uses, bound by `setup`; `functions` are what it calls.
    """

    model: str
    text: str
    needs: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    key: str = "{r}.pk"
    kind: str = ""
    is_row: bool = True

    def of(self, row: str) -> str:
        return self.text.replace("{r}", row)

    def key_of(self, row: str) -> str:
        return self.key.replace("{r}", row)


def a_model(c: Choices, wanted: Callable[[str], object] = bool) -> str:
    """A model that has what is asked for; Book, which has everything, half of the time."""
    if wanted("Book") and c.chance(40):
        return "Book"
    return c.pick([name for name in LOOPED if wanted(name)])


def first_column(model: str) -> str:
    return (*MODELS[model].columns, "pk")[0]


def a_forward(c: Choices, model: str) -> str:
    return c.pick(list(MODELS[model].forward))


def column(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].columns)
    name = c.pick(MODELS[model].columns)
    return Read(model, c.pick((f"{{r}}.{name}", f'getattr({{r}}, "{name}")', f"str({{r}}.{name})")))


def row(c: Choices) -> Read:
    texts = ("{r}", "{r}.pk", "hash({r})", "{r} == {r}", "{r} in [{r}]", "{r}.id", "bool({r})", "vars({r})")
    model = a_model(c, lambda name: name not in ("CoverPk", "Restaurant"))
    return Read(model, c.pick(texts))


def foreign_key(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward)
    name = a_forward(c, model)
    forms = ("{r}.%s", "{r}.%s is not None", "bool({r}.%s)", "{r}.%s == 1", "[{r}.%s]", "not {r}.%s", "({r}.%s, 1)[0]")
    return Read(model, c.pick(forms) % name, (name,))


def foreign_key_column(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward)
    name = a_forward(c, model)
    text = f"{{r}}.{name}.{first_column(target(model, name))}"
    return Read(model, c.pick((text, f'f"{{{text}}}"', f'({text}, "a" * 3)', f"str({text}).upper()")), (name,))


def chain(c: Choices) -> Read:
    model = a_model(c, lambda name: any(MODELS[one].forward for one in MODELS[name].forward.values()))
    names = [a_forward(c, model)]
    at = target(model, names[0])
    while MODELS[at].forward and len(names) < 3 and (len(names) == 1 or c.chance(30)):
        names.append(a_forward(c, at))
        at = target(at, names[-1])
    return Read(model, f"{{r}}.{'.'.join(names)}.{first_column(at)}", ("__".join(names),))


def foreign_key_id(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward)
    name = a_forward(c, model)
    first = MODELS[target(model, name)].forward
    if first and c.chance(30):
        return Read(model, f"{{r}}.{name}.{c.pick(list(first))}_id", (name,))
    return Read(model, f"{{r}}.{name}_id")


def key_through_object(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward)
    name = a_forward(c, model)
    return Read(model, f"{{r}}.{name}.pk", (name,))


def one_to_one(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].one)
    if model == "Book" and c.chance(25):
        return Read(model, c.pick(('hasattr({r}, "isbn")', 'getattr({r}, "isbn", None)')), ("isbn",))
    name = c.pick(list(MODELS[model].one))
    child = target(model, name)
    if c.chance(30):
        further = a_forward(c, child)
        return Read(model, f"{{r}}.{name}.{further}.{first_column(target(child, further))}", (f"{name}__{further}",))
    return Read(model, f"{{r}}.{name}.{first_column(child)}", (name,))


def a_set(c: Choices, many: bool = False) -> tuple[str, str]:
    if many:
        model = a_model(c, lambda name: MODELS[name].many)
        return model, c.pick(list(MODELS[model].many))
    model = a_model(c, lambda name: MODELS[name].sets)
    return model, c.pick(list(MODELS[model].sets | MODELS[model].generic))


def set_iterated(c: Choices) -> Read:
    model, name = a_set(c)
    return Read(model, related.on_set(c, "iterated", f"{{r}}.{name}", target(model, name)), (name,))


def set_counted(c: Choices) -> Read:
    model, name = a_set(c)
    return Read(model, related.on_set(c, "counted", f"{{r}}.{name}", target(model, name)), (name,))


def set_method(c: Choices) -> Read:
    model, name = a_set(c)
    return Read(model, related.on_set(c, "method", f"{{r}}.{name}", target(model, name)), (name,))


UNEVEN = ("sequels", "imprint_books")  # the first or the last row has as many of them in both databases


def set_nested(c: Choices) -> Read:
    model = a_model(
        c, lambda name: any(MODELS[one].forward for field, one in plural(name).items() if field not in UNEVEN)
    )
    if model == "Book" and c.chance(20):  # the manager of these sets joins the writer
        return Read(model, "[x.inker.name for x in {r}.page_set.all()]", ("page_set",))
    name = c.pick([name for name, child in plural(model).items() if MODELS[child].forward and name not in UNEVEN])
    child = target(model, name)
    inner = a_forward(c, child)
    what = first_column(target(child, inner))
    forms = (
        f"[x.{inner}.{what} for x in {{r}}.{name}.all()]",
        f"list(map(lambda x: x.{inner}.{what}, {{r}}.{name}.all()))",
        f'[x.{inner}.{what} for x in {{r}}.{name}.select_related("{inner}")]',
        f"{{x.pk: x.{inner}.{what} for x in {{r}}.{name}.all()}}",
    )
    return Read(model, c.pick(forms), (f"{name}__{inner}",))


def known_parent(c: Choices) -> Read:
    model, name, back = c.pick(
        (
            ("Book", "chapter_set", "book"),
            ("Book", "note_set", "book"),
            ("Author", "book_set", "author"),
            ("City", "author_set", "city"),
            ("Author", "edited", "editor"),
            ("Book", "page3_set", "book"),
        )
    )
    text = f"[x.{back}.{first_column(model)} for x in {{r}}.{name}.all()]"
    if model == "Book" and c.chance(30):
        return Read(model, f"{{r}}.cover.book.{first_column(model)}", ("cover",))
    return Read(model, text, (name,))


def many_to_many(c: Choices) -> Read:
    model, name = a_set(c, many=True)
    kind = c.pick(("counted", "iterated", "method"))
    return Read(model, related.on_set(c, kind, f"{{r}}.{name}", target(model, name)), (name,))


def generic_key(c: Choices) -> Read:
    forms = {
        "{r}.content_object": "content_object",
        "{r}.content_object.title": "content_object",
        "{r}.content_object is None": "content_object",
        "{r}.content_object.author.name": "content_object__author",
        "{r}.content_type.model": "content_type",
        "{r}.content_type_id": "content_type",
    }
    text = c.pick(list(forms))
    return Read("TaggedItem", text, (forms[text],))


def deferred(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].columns and name not in ("Restaurant", "TaggedItem"))
    columns = MODELS[model].columns
    name = c.pick((*columns, *(f"{one}_id" for one in MODELS[model].forward)))
    field = name.removesuffix("_id")
    kept = c.pick(("pk", columns[0], field))
    call = c.pick((f'.defer("{field}")', '.only("pk")', f'.only("{kept}")', f'.only("pk", "{field}")', ".defer(None)"))
    return Read(model, f"{{r}}.{name}", calls=(call,))


def annotation(c: Choices) -> Read:
    query = c.pick(("chapter", "tags", "note"))
    call, text = c.pick(
        (
            (f'.annotate(size=Count("{query}"))', "{r}.size"),
            ('.annotate(who=F("author__name"))', "{r}.who"),
            ('.annotate(who=F("author__name"))', "{r}.author.name"),
            (".annotate(one=Value(1)).alias(two=Value(2))", "{r}.one"),
        )
    )
    return Read("Book", text, ("author",) if "author.name" in text else (), calls=(call,))


def to_attr(c: Choices) -> Read:
    model = a_model(c, lambda name: name != "TaggedItem" and (plural(name) or MODELS[name].forward))
    name = c.pick([*plural(model), *(one for one in MODELS[model].forward if one != "content_type")])
    child = target(model, name)
    inner = c.pick((f"{child}.objects.all()", f'{child}.objects.order_by("pk")'))
    call = f'.prefetch_related(Prefetch("{name}", queryset={inner}, to_attr="loaded"))'
    if name in MODELS[model].forward:
        return Read(model, c.pick(("{r}.loaded.pk", f"{{r}}.{name}.pk", "{r}.loaded")), calls=(call,))
    forms = ("len({r}.loaded)", "[x.pk for x in {r}.loaded]", f"{{r}}.{name}.count()", f"list({{r}}.{name}.all())")
    return Read(model, c.pick(forms), calls=(call,))


def property_(c: Choices) -> Read:
    text = c.pick(
        ("{r}.author_name", "{r}.author_name_cached", "{r}.author_pk", "({r}.author_name_cached, {r}.author_pk)")
    )
    return Read("Book", text, () if text == "{r}.author_pk" else ("author",))


def method(c: Choices) -> Read:
    options = {
        "{r}.city_name()": ("Book", "author__city"),
        "{r}.get_absolute_url()": ("Book", "author"),
        "{r}.chapter_count()": ("Book", "chapter_set"),
        "{r}.owner_name()": ("Doc", "owner"),
        "(lambda call: call())({r}.city_name)": ("Book", "author__city"),
    }
    text = c.pick(list(options))
    model, need = options[text]
    return Read(model, text, (need,))


def string(c: Choices) -> Read:
    forms = ("str({r})", 'f"{{r}}"', "repr({r})", '"{}".format({r})', '"%s" % {r}', "format({r})")
    model = c.pick(("Book", "Book", "Author", "Publisher", "DataBook"))
    return Read(model, c.pick(forms), ("author",) if model == "Book" else ())


def named_attribute(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward)
    name = a_forward(c, model)
    forms = (f'getattr({{r}}, "{name}").pk', f'hasattr({{r}}, "{name}")', f'getattr({{r}}, "{name}", None)')
    return Read(model, c.pick((*forms, f'operator.attrgetter("{name}.pk")({{r}})')), (name,))


def query(c: Choices) -> Read:
    model = a_model(c)
    for_the_row = (
        f"{model}.objects.get(pk={{r}}.pk)",
        f"{model}.objects.filter(pk={{r}}.pk).exists()",
        f"{model}.objects.filter(pk={{r}}.pk).first()",
        f"list({model}.objects.filter(pk={{r}}.pk))",
        f"{model}.objects.filter(pk__in=[{{r}}.pk]).count()",
        "get_object_or_404(Author, pk=1)",
        "get_list_or_404(Author, pk=1)",
        "list({m}.raw('select * from app_counter').iterator())",
        "list({m}.raw('select * from app_counter').using('default'))",
        "list({m}.raw('select * from app_counter').prefetch_related(None))",
    )
    kind = c.weighted({"row": 4, "table": 5, "counter": 4})
    if kind == "table":
        return Read(model, related.on_table(c, "Author.objects", "Author"))
    options = for_the_row if kind == "row" else related.COUNTER
    return Read(model, c.pick(options).replace("{m}", "Counter.objects"))


def lazy_query(c: Choices) -> Read:
    model = a_model(c)
    forms = (
        f"{model}.objects.filter(pk={{r}}.pk)",
        "Author.objects.all()",
        f"{model}.objects.filter(pk={{r}}.pk).select_related()",
        f"{model}.objects.filter(pk={{r}}.pk)[:5]",
        "Author.objects.values()",
        "Author.objects.check()",
        "Book.chain.deconstruct()",
        "BookQS.as_manager()",
        "PlainManager.from_queryset(BookQS)",
    )
    return Read(model, c.pick(forms))


def evaluated_queryset(c: Choices) -> Read:
    """A queryset of `main` asked in each iteration: its result cache answers, or not."""
    forms = (
        "known.count()",
        "known.exists()",
        "len(known)",
        "list(known)",
        "known.first()",
        "known.filter(pk=1).exists()",
        "known[0]",
        "[x.pk for x in known]",
        "bool(known)",
        "known.last()",
        "known.get(pk=1)",
        "known.all().count()",
        "list(known.all())",
        "known.contains(Author(pk=1))",
        "Author(pk=1) in known",
    )
    either = f"if {c.coin()}:\n    list(known)\nelse:\n    len(known)" if c.chance(35) else "list(known)"
    starts = (either, either, "len(known)", "bool(known)", "known.count()", "for _ in known: pass", "pass")
    built = c.pick(('Author.objects.order_by("pk")', "Author.objects.all()"))
    return Read(a_model(c), c.pick(forms), free=("known",), setup=(f"known = {built}", c.pick(starts)))


def relation_written(c: Choices) -> Read:
    model = a_model(c, lambda name: any(one == "Author" for one in MODELS[name].forward.values()))
    name = c.pick([name for name, to in MODELS[model].forward.items() if to == "Author"])
    writes = (
        f"row.{name} = other",
        f'setattr(row, "{name}", other)',
        f"row.{name}_id = other.pk",
        f"row.{name}_id = 1",
    )
    after = c.pick(
        (f"return row.{name}.name", f"return row.{name}", f"return row.{name}_id", f"return row.{name}.city.name")
    )
    function = c.name("put")
    lines = block(f"def {function}(row, other):", [c.pick(writes), after])
    setup = (c.pick(('other = Author.objects.select_related("city").get(pk=1)', "other = Author.objects.first()")),)
    needs = (f"{name}__city",) if "city" in after else (name,)
    return Read(model, f"{function}({{r}}, other)", needs, (), ("other",), setup, ("\n".join(lines),))


VALIDATED = ("{r}.full_clean()", "{r}.clean_fields()", "{r}.validate_unique()", "{r}.validate_constraints()")
PLAIN = (
    "{r}.clean()",
    "{r}.get_deferred_fields()",
    '{r}.serializable_value("pk")',
    "{r}.prepare_database_save(None)",
    "{r}.get_constraints()",
    "{r}.check()",
    '{r}.unique_error_message(type({r}), ("id",))',
    '{r}.date_error_message("date", "id", "id")',
    "{r}.save_base()",
)


def row_written(c: Choices) -> Read:
    if c.chance(12):
        return Read("Counter", c.pick(("{r}.delete()", "{r}.save()", "{r}.save(force_update=True)")))
    if c.chance(28):
        return Read(c.pick(("Chapter", "Cover", "Slug", "Counter")), c.pick(VALIDATED + PLAIN))
    if c.chance(5):
        return Read("Book", c.pick(("{r}.get_next_by_created", "[x.get_previous_by_created for x in [{r}]]")))
    if c.chance(35):
        model, name = a_set(c, many=True)
        texts = related.MANY_WRITES
    elif c.chance(40):
        model = a_model(c, lambda name: any(MODELS[one].create for one in MODELS[name].sets.values()))
        name = c.pick([name for name, child in MODELS[model].sets.items() if MODELS[child].create])
        texts = related.WRITES
    else:
        model = a_model(c, lambda name: name not in ("CoverPk", "Restaurant", "Mark"))
        own = first_column(model)
        forms = ("{r}.save()", "{r}.refresh_from_db()", f'{{r}}.save(update_fields=["{own}"])', "{r}.full_clean")
        return Read(model, c.pick((*forms, f'{{r}}.refresh_from_db(fields=["{own}"])')))
    child = target(model, name)
    text = c.pick(texts).replace("{new}", MODELS[child].create or "").replace("{changed}", related.changed(child))
    return Read(model, text.replace("{m}", f"{{r}}.{name}"), (name,))


def values(c: Choices) -> Read:
    model = a_model(c, lambda name: MODELS[name].forward and MODELS[name].columns)
    name = a_forward(c, model)
    path = f"{name}__{first_column(target(model, name))}"
    key = '{r}["pk"]'
    call, text, key = c.pick(
        (
            (f'.values("pk", "{path}")', f'{{r}}["{path}"]', '{r}["pk"]'),
            (f'.values_list("pk", "{path}")', "{r}[1]", "{r}[0]"),
            ('.values_list("pk", flat=True)', "{r}", "{r}"),
            (f'.values_list("pk", "{path}", named=True)', f"{{r}}.{path}", "{r}.pk"),
            (f'.values("pk", who=F("{path}"))', '{r}["who"]', '{r}["pk"]'),
            (f'.values_list("pk", "{name}", named=True)', f"{{r}}.{name}", "{r}.pk"),
        )
    )
    return Read(model, text, calls=(call,), key=key, is_row=False)


READS: dict[str, Callable[[Choices], Read]] = {
    "column": column,
    "row": row,
    "foreign key": foreign_key,
    "foreign key column": foreign_key_column,
    "chain": chain,
    "foreign key id": foreign_key_id,
    "key through object": key_through_object,
    "one to one": one_to_one,
    "set iterated": set_iterated,
    "set counted": set_counted,
    "set method": set_method,
    "set nested": set_nested,
    "known parent": known_parent,
    "many to many": many_to_many,
    "generic key": generic_key,
    "deferred": deferred,
    "annotation": annotation,
    "to_attr": to_attr,
    "property": property_,
    "method": method,
    "string": string,
    "named attribute": named_attribute,
    "query": query,
    "lazy query": lazy_query,
    "evaluated queryset": evaluated_queryset,
    "relation written": relation_written,
    "row written": row_written,
    "values": values,
}


def a_read(c: Choices) -> Read:
    kind = c.pick(list(READS))
    return replace(READS[kind](c), kind=kind)
