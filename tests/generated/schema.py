"""The relations of the generated project's models, as far as the generator uses them (checked by `test_schema`)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Model:
    """`one` are reverse one-to-one relations that have a row; `fan` are sets whose size grows for row 1."""

    columns: tuple[str, ...]
    forward: dict[str, str] = field(default_factory=dict)
    one: dict[str, str] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    many: dict[str, str] = field(default_factory=dict)
    generic: dict[str, str] = field(default_factory=dict)
    fan: tuple[str, ...] = ()
    create: str | None = None  # the keyword arguments of a new row
    queries: dict[str, str] = field(default_factory=dict)  # what lookups call a set


MODELS = {
    "Country": Model(("name",), sets={"city_set": "City"}, fan=("city_set",), create='name="x"'),
    "City": Model(
        ("name",),
        {"country": "Country"},
        sets={"author_set": "Author", "place_set": "Place"},
        fan=("author_set", "place_set"),
        create='name="x", country_id=1',
    ),
    "Author": Model(
        ("name",),
        {"city": "City", "mentor": "Author"},
        sets={
            "book_set": "Book",
            "edited": "Book",
            "reviewed": "Book",
            "mentees": "Author",
            "tag_set": "Tag",
            "chapter_set": "Chapter",
            "note_set": "Note",
            "cover_set": "Cover",
            "docs_owned": "Doc",
            "restaurant_set": "Restaurant",
        },
        many={"contributed": "Book"},
        fan=("book_set", "docs_owned", "mentees", "contributed"),
        create='name="x", city_id=1',
        queries={"book_set": "book", "contributed": "contributed", "mentees": "mentees"},
    ),
    "Publisher": Model(("name",), sets={"books": "Book", "imprint_books": "Book"}, fan=("books",), create='name="x"'),
    "Tag": Model(("name",), {"owner": "Author"}, many={"books": "Book"}, fan=("books",), create='name="x", owner_id=1'),
    "OTag": Model(
        ("name",), {"owner": "Author"}, many={"books": "Book"}, fan=("books",), create='name="x", owner_id=1'
    ),
    "Book": Model(
        ("title", "n", "blurb"),
        {
            "author": "Author",
            "editor": "Author",
            "translator": "Author",
            "publisher": "Publisher",
            "reviewer": "Author",
            "imprint": "Publisher",
        },
        {"cover": "Cover", "coverpk": "CoverPk"},
        {
            "chapter_set": "Chapter",
            "note_set": "Note",
            "page_set": "Page",
            "page2_set": "Page2",
            "page3_set": "Page3",
            "contribution_set": "Contribution",
            "sequels": "Book",
            "databook_set": "DataBook",
        },
        {"tags": "Tag", "otags": "OTag", "contributors": "Author"},
        {"tagged": "TaggedItem"},
        fan=("chapter_set", "note_set", "page_set", "tags", "otags", "contributors", "contribution_set", "tagged"),
        create='title="x", author_id=1, editor_id=1, translator_id=1, imprint_id=1',
        queries={"chapter_set": "chapter", "note_set": "note", "tags": "tags", "contributors": "contributors"},
    ),
    "Cover": Model(("art",), {"book": "Book", "artist": "Author"}),
    "CoverPk": Model(("art",), {"book": "Book"}),
    "Chapter": Model(("name",), {"book": "Book", "writer": "Author"}, create='name="x", writer_id=1'),
    "Note": Model(("name",), {"book": "Book", "writer": "Author"}, create='name="x", writer_id=1'),
    "Page": Model(("name",), {"book": "Book", "inker": "Author"}, create='name="x", inker_id=1'),
    "Page2": Model(("name",), {"book": "Book", "inker": "Author"}, create='name="x", inker_id=1'),
    "Page3": Model(("name",), {"book": "Book"}, sets={"marks": "Mark"}, fan=("marks",), create='name="x"'),
    "Mark": Model((), {"page": "Page", "page2": "Page2", "page3": "Page3"}),
    "Contribution": Model(("role",), {"book": "Book", "author": "Author"}, create="author_id=1"),
    "TaggedItem": Model(("label", "object_id"), {"content_type": "ContentType"}, create='label="x"'),
    "Place": Model(("name",), {"city": "City"}, {"restaurant": "Restaurant"}, create='name="x"'),
    "Restaurant": Model(("name", "stars"), {"city": "City", "chef": "Author"}),
    "Doc": Model(("title",), {"owner": "Author"}, create='title="x"'),
    "ByCode": Model((), {"slug": "Slug"}),
    "Slug": Model(("code",), sets={"bycode_set": "ByCode"}),
    "Counter": Model(("n", "name")),
    "DataBook": Model(("note",), {"book": "Book"}, many={"books": "Book"}),
    "ContentType": Model(("model", "app_label")),
}
PROXIES = {"BookProxy": "Book", "PlainBook": "Book"}
LOOPED = tuple(name for name in MODELS if name not in ("ContentType", "Country"))
PARENTS = {  # a set of another model's rows that holds rows of this one
    child: (parent, name)
    for parent, model in MODELS.items()
    for name, child in (model.sets | model.many | model.generic).items()
    if name in model.fan
}


def single(model: str, name: str) -> str | None:
    """The target of a relation that leads to one row and can be joined."""
    known = MODELS[model]
    return known.forward.get(name) or known.one.get(name)


def target(model: str, name: str) -> str:
    known = MODELS[model]
    if name == "content_object":
        return "Book"
    return (known.forward | known.one | known.sets | known.many | known.generic)[name]


def can_join(model: str, path: str) -> bool:
    """Whether select_related can follow a path."""
    for name in path.split("__"):
        found = single(model, name)
        if found is None:
            return False
        model = found
    return True


def plural(model: str) -> dict[str, str]:
    """All sets of a model, with the model of their rows."""
    known = MODELS[model]
    return known.sets | known.many | known.generic
