"""Random programs whose rows are shown by a serializer: fields of all kinds, with loads that fit them or do not.

Like `programs`, drawn from bytes. Nothing is rendered: what a view returns stays data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from tests.generated import loads
from tests.generated.choices import Choices, Lines, block
from tests.generated.programs import BYTES, Program, header
from tests.generated.reads import READS, Read
from tests.generated.schema import MODELS, can_join, plural, target

DRF = {
    "generics": "from rest_framework import generics",
    "pagination": "from rest_framework import pagination",
    "serializers": "from rest_framework import serializers",
    "viewsets": "from rest_framework import viewsets",
}
TABLES = ("Book", "Book", "Book", "Author", "Chapter", "Tag", "Cover", "City")
METHODS = ("column", "foreign key", "foreign key column", "chain", "foreign key id", "key through object", "one to one",
           "set iterated", "set counted", "set method", "set nested", "known parent", "many to many", "property",
           "method", "string", "named attribute", "query")  # fmt: skip
BACK = ("author", "book", "chef", "city", "country", "mentor", "owner", "page3", "publisher", "slug")
READING = 'http_method_names = ["get"]'
UNEVEN = ("sequels", "imprint_books", "edited", "reviewed")
TEXTS = {"Book": ("author",), "Author": (), "Publisher": (), "DataBook": ()}


@dataclass
class Shown:
    """A serializer class being built: `needs` are the paths that its fields read, from the row."""

    model: str
    names: list[str] = field(default_factory=list)
    lines: Lines = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, *needs: str) -> None:
        self.names.append(name)
        self.lines.append(f"{name} = {text}")
        self.needs += needs


def programs() -> st.SearchStrategy[Program]:
    return st.binary(min_size=BYTES, max_size=BYTES).map(program_of)


def program_of(data: bytes) -> Program:
    c = Choices(data)
    model = c.pick(TABLES)
    classes, name, needs = serializer(c, model, 0)
    made = loads.built(c, [read_of(c, model, list(dict.fromkeys(needs)))])
    lines = c.weighted({in_function: 50, in_view: 30, in_viewset: 20})(c, name, made, classes)
    body = "\n\n\n".join([*classes, "\n".join(lines)])
    imports = [line for word, line in DRF.items() if f"{word}." in body]
    return Program("\n".join([*imports, header(body) + body]) + "\n", c.coins, frozenset(c.reached))


def read_of(c: Choices, model: str, needs: list[str]) -> Read:
    """What the serializer reads; paths that start alike are loaded by name: two prefetch objects would be refused."""
    starts = Counter(need.partition("__")[0] for need in needs)
    shared = [need for need in needs if starts[need.partition("__")[0]] > 1]
    is_fit = c.chance(60)
    calls = []
    for need in shared:
        if c.chance(95 if is_fit else 30):
            how = "select_related" if can_join(model, need) and c.chance(50) else "prefetch_related"
            calls.append(f'.{how}("{need}")')
    return Read(model, "{r}.pk", tuple(need for need in needs if need not in shared), tuple(calls), kind="serializer")


def serializer(c: Choices, model: str, depth: int) -> tuple[list[str], str, list[str]]:
    """The classes, the name of the one to use, and what it reads."""
    shown = Shown(model)
    for _ in range(1 + c.below(3 if depth else 4)):
        kind = c.weighted(FIELDS)
        if depth < 2 or kind not in (nested, nested_set):
            kind(c, shown, depth)
    name = c.name("Shown")
    base = "ModelSerializer" if c.chance(85) and model != "ContentType" else "Serializer"
    meta: Lines = []
    if base == "ModelSerializer":
        implied(c, shown)
        meta = block("class Meta:", [f"model = {model}", f"fields = [{quoted(shown.names)}]", *shown.extra])
    methods = shown.hidden
    if c.chance(12):
        read = a_read_of(c, model)
        if read is not None:
            shown.needs += read.needs
            own = ["data = super().to_representation(instance)", f'data["own"] = {read.of("instance")}', "return data"]
            methods = [*methods, *block("def to_representation(self, instance):", own)]
    lines = block(f"class {name}(serializers.{base}):", [*shown.lines, *methods, *meta] or ["pass"])
    classes = [*shown.classes, "\n".join(lines)]
    if c.chance(10):
        return inherited(c, shown, classes, name)
    return classes, name, shown.needs


def inherited(c: Choices, shown: Shown, classes: list[str], base: str) -> tuple[list[str], str, list[str]]:
    """The same in a subclass, perhaps with one field more."""
    name = c.name("Own")
    lines = ["pass"]
    forward = list(MODELS[shown.model].forward)
    if forward and c.chance(60) and "class Meta" in classes[-1]:
        relation = c.pick(forward)
        lines = [
            f'more = serializers.PrimaryKeyRelatedField(source="{relation}.pk", read_only=True)',
            *block(f"class Meta({base}.Meta):", [f'fields = [*{base}.Meta.fields, "more"]']),
        ]
        shown.needs.append(relation)
    return [*classes, "\n".join(block(f"class {name}({base}):", lines))], name, shown.needs


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in dict.fromkeys(names))


def implied(c: Choices, shown: Shown) -> None:
    """Names in `Meta.fields` that no field is declared for."""
    model = MODELS[shown.model]
    options = [*model.columns, *model.forward, *model.one, *(name for name in plural(shown.model) if name != "tagged")]
    depth = c.pick((0, 0, 0, 0, 1))
    for name in dict.fromkeys(c.some(options, 3) or ["id"]):
        if name in shown.names:
            continue
        shown.names.append(name)
        if name in (*model.columns, "id") or (name in model.forward and not depth):
            continue
        if c.chance(10) and not depth and name in (*model.columns, *model.forward):
            shown.extra.append(f'extra_kwargs = {{"{name}": {{"write_only": True}}}}')
            continue
        shown.needs.append(name)
    if depth:
        shown.extra.append("depth = 1")


def related(c: Choices, shown: Shown) -> str | None:
    options = list(MODELS[shown.model].forward)
    return c.pick(options) if options else None


def a_set(c: Choices, shown: Shown) -> str | None:
    options = [name for name in plural(shown.model) if name not in UNEVEN and name != "tagged"]
    return c.pick(options) if options else None


def column(c: Choices, shown: Shown, depth: int) -> None:
    name = c.pick((*MODELS[shown.model].columns, "pk"))
    shown.add(c.name("f"), f'serializers.{c.pick(("CharField", "ReadOnlyField"))}(source="{name}")')


def nested(c: Choices, shown: Shown, depth: int) -> None:
    relation = related(c, shown)
    if relation is not None:
        classes, name, needs = serializer(c, target(shown.model, relation), depth + 1)
        shown.classes += classes
        own, source = named(c, relation)
        shown.add(own, f"{name}({c.pick(('', 'read_only=True'))}{source})".replace("(, ", "("))
        shown.needs += [relation, *(f"{relation}__{need}" for need in needs)]


def nested_set(c: Choices, shown: Shown, depth: int) -> None:
    relation = a_set(c, shown)
    if relation is not None:
        classes, name, needs = serializer(c, target(shown.model, relation), depth + 1)
        shown.classes += classes
        own, source = named(c, relation)
        shown.add(own, f"{name}(many=True{source})")
        shown.needs += [relation, *(through(shown.model, relation, need) for need in needs)]


def through(model: str, relation: str, need: str) -> str:
    """The path to what the rows of a set need; what they need of the row that has the set, it needs itself."""
    back, _, rest = need.partition("__")
    child = target(model, relation)
    is_back = relation in MODELS[model].sets and back in BACK and MODELS[child].forward.get(back) == model
    return (rest or relation) if is_back else f"{relation}__{need}"


def named(c: Choices, relation: str) -> tuple[str, str]:
    """The name of the field, and the argument that says what it shows."""
    if c.chance(35):
        return c.name("f"), f', source="{relation}"'
    return relation, ""


def by_source(c: Choices, shown: Shown, depth: int) -> None:
    relation = related(c, shown)
    if relation is None:
        return
    child = target(shown.model, relation)
    options = {f"{relation}.pk": (relation,), f"{relation}_id": (), **{
        f"{relation}.{name}": (relation,) for name in MODELS[child].columns
    }, **{f"{relation}.{name}.pk": (f"{relation}__{name}",) for name in MODELS[child].forward}}  # fmt: skip
    if shown.model == "Book":
        options |= {"author_name": ("author",), "city_name": ("author__city",), "author_pk": (), "__str__": ("author",),
                    "chapter_count": ("chapter_set",), "chapter_set.count": ("chapter_set",)}  # fmt: skip
    source = c.pick(list(options))
    shown.add(c.name("f"), f'serializers.ReadOnlyField(source="{source}")', *options[source])


def by_method(c: Choices, shown: Shown, depth: int) -> None:
    read = a_read_of(c, shown.model)
    if read is None:
        return
    name = c.name("f")
    shown.add(name, "serializers.SerializerMethodField()", *read.needs)
    shown.hidden += block(f"def get_{name}(self, row):", [f"return {read.of('row')}"])


def a_read_of(c: Choices, model: str) -> Read | None:
    """A read of a model's row that needs nothing besides the row."""
    for _ in range(8):
        kind = c.pick(METHODS)
        read = replace(READS[kind](c), kind=kind)
        if read.model == model and read.is_row and not (read.free or read.setup or read.functions or read.calls):
            return read
    return None


def text(c: Choices, shown: Shown, depth: int) -> None:
    relation = related(c, shown)
    if relation is not None and target(shown.model, relation) in TEXTS:
        own, source = named(c, relation)
        shown.add(own, f"serializers.StringRelatedField({source[2:]})", relation)
        shown.needs += [f"{relation}__{need}" for need in TEXTS[target(shown.model, relation)]]


def slug(c: Choices, shown: Shown, depth: int) -> None:
    relation = c.pick((related, a_set))(c, shown)
    if relation is None or not MODELS[target(shown.model, relation)].columns:
        return
    own, source = named(c, relation)
    many = ", many=True" if relation in plural(shown.model) else ""
    what = c.pick(MODELS[target(shown.model, relation)].columns)
    shown.add(own, f'serializers.SlugRelatedField(slug_field="{what}", read_only=True{many}{source})', relation)


def key(c: Choices, shown: Shown, depth: int) -> None:
    relation = c.pick((related, a_set))(c, shown)
    if relation is None:
        return
    own, source = named(c, relation)
    is_set = relation in plural(shown.model)
    given = c.pick(("read_only=True", f"queryset={target(shown.model, relation)}.objects.all()"))
    if "ContentType" in given:
        return
    text = f"serializers.PrimaryKeyRelatedField({given}{', many=True' if is_set else ''}{source})"
    shown.add(own, text, *([relation] if is_set else []))


def listed(c: Choices, shown: Shown, depth: int) -> None:
    relation = a_set(c, shown)
    if relation is not None and target(shown.model, relation) in ("Author", "Publisher"):
        child = "child=serializers.StringRelatedField()"
        shown.add(c.name("f"), f'serializers.ListField(source="{relation}.all", {child})', relation)


FIELDS = {nested: 24, nested_set: 14, by_source: 18, by_method: 16, column: 6, text: 6, slug: 7, key: 6, listed: 3}


def in_function(c: Choices, name: str, made: loads.Built, classes: list[str]) -> Lines:
    """The serializer called by hand."""
    form = c.weighted({
        f"return {name}(rows, many=True).data": 50,
        f"return {name}(instance=rows, many=True).data": 10,
        f"return [{name}(row).data for row in rows]": 20,
        f"return {name}([row for row in rows], many=True).data": 10,
        f"return {name}(list(rows)[0]).data": 4,
        f"serializer = {name}(rows, many=True)\nserializer.data\nreturn serializer.data": 6,
    })  # fmt: skip
    assigned = loads.assigned(c, made, "rows")
    if c.chance(25):
        classes.append("\n".join(block("def shown(rows):", form.split("\n"))))
        return block("def main():", [*assigned, "return shown(rows)"])
    return block("def main():", [*assigned, *form.split("\n")])


def rows_of(c: Choices, made: loads.Built) -> Lines:
    """How a view says which rows it shows."""
    if made.is_list or made.after or c.chance(40):
        if made.is_list or made.after:
            return block("def get_queryset(self):", [*loads.assigned(c, made, "rows"), "return rows"])
        if made.steps and not made.steps[-1].startswith((" ", "[")) and c.chance(50):
            own = block("def get_queryset(self):", [f"return super().get_queryset(){made.steps[-1]}"])
            return [f"queryset = {made.but_last}", *own]
        return block("def get_queryset(self):", [f"return {made.text}"])
    return [f"queryset = {made.text}"]


def pages(c: Choices, classes: list[str]) -> Lines:
    """A paginator that shows all rows, on two pages of a hundred."""
    if not c.chance(25):
        return []
    size, base = c.pick((("page_size", "PageNumberPagination"), ("default_limit", "LimitOffsetPagination")))
    classes.append("\n".join(block(f"class Pages(pagination.{base}):", [f"{size} = 100"])))
    return ["pagination_class = Pages"]


def in_view(c: Choices, name: str, made: loads.Built, classes: list[str]) -> Lines:
    lines = [READING, *rows_of(c, made), *pages(c, classes)]
    if c.chance(40):
        lines += block("def get_serializer_class(self):", [f"return {name}"])
    else:
        lines.append(f"serializer_class = {name}")
    if c.chance(20):
        own = [f"serializer = {name}(self.get_queryset(), many=True)", "return Response(serializer.data)"]
        lines += block("def list(self, request, *args, **kwargs):", own)
    return [
        *view_imports(lines),
        *block(f"class View(generics.{c.pick(('ListAPIView', 'ListCreateAPIView'))}):", lines),
    ]


def view_imports(lines: Lines) -> Lines:
    return ["from rest_framework.response import Response", "", ""] if any("Response(" in one for one in lines) else []


def in_viewset(c: Choices, name: str, made: loads.Built, classes: list[str]) -> Lines:
    """A viewset that decides by the action; the test asks for the list."""
    model = made.manager.partition(".")[0]
    plain = "\n".join([
        "class Plain(serializers.ModelSerializer):", "    class Meta:", f"        model = {model}",
        '        fields = ["pk"]',
    ])  # fmt: skip
    classes.append(plain)
    first, second = c.pick(((name, "Plain"), ("Plain", name), (name, "Plain")))
    if made.is_list or made.after:
        return in_view(c, name, made, classes)
    lines = [READING, *rows_of(c, made), *pages(c, classes)]
    asked = c.pick((
        [f'if self.action == "list":\n    return {first}', f"return {second}"],
        [f'return {{"list": {first}}}.get(self.action, {second})'],
        [f'return {first} if self.action in ("list", "destroy") else {second}'],
        [f'if self.action != "list":\n    return {second}', f"return {first}"],
    ))  # fmt: skip
    lines += block("def get_serializer_class(self):", [line for text in asked for line in text.split("\n")])
    return block(f"class View(viewsets.{c.pick(('ModelViewSet', 'ReadOnlyModelViewSet'))}):", lines)
