"""The rows that generated programs run on: two in-memory databases, of 3 and of 12 rows a table.

Whatever may grow does: the first row of every parent has more children in the large database (`fan`), and the related
objects of the rows are different ones (so that a prefetch, which shares instances, does not hide a query). Nothing that
programs read without a test is null.
"""

from __future__ import annotations

from collections.abc import Iterable

SIZES = (3, 12)


def fan(row: int, size: int) -> int:
    """The first third belongs to row 1, the last third to the last row, the others each to its own."""
    third = size // 3
    if row <= third:
        return 1
    return size if row > size - third else row


def back(row: int, size: int) -> int:
    """Like `fan` with other rows: what belongs to row 1 here has different parents there."""
    third = size // 3
    if row <= size - third or third == 1:
        return row
    return 1 if row <= size - third // 2 else size


def joined(size: int) -> list[tuple[int, int]]:
    """The pairs of a many-to-many relation: two for each row, and more for the first and the last on both sides."""
    rows = range(1, size + 1)
    near = {(row, row) for row in rows} | {(row, row % size + 1) for row in rows}
    ends = (1, size)
    many = {pair for other in range(1, size // 2 + 2) for end in ends for pair in ((end, other), (other, end))}
    return sorted(near | many)


def populate(size: int) -> None:
    """Fills the empty tables of the default connection."""
    from app import models as m
    from django.contrib.contenttypes.models import ContentType

    def fill(model: type, rows: Iterable[dict]) -> None:
        model.objects.bulk_create([model(**row) for row in rows])

    rows = range(1, size + 1)
    of = {row: fan(row, size) for row in rows}
    by = {row: back(row, size) for row in rows}
    pairs = joined(size)
    fill(m.Country, [{"id": i, "name": f"country{i:02}"} for i in rows])
    fill(m.City, [{"id": i, "name": f"city{i:02}", "country_id": of[i]} for i in rows])
    fill(m.Author, [{"id": i, "name": f"author{i:02}", "city_id": of[i], "mentor_id": of[i]} for i in rows])
    fill(m.Publisher, [{"id": i, "name": f"publisher{i:02}"} for i in rows])
    for model in (m.Tag, m.OTag):
        fill(model, [{"id": i, "name": f"tag{i:02}", "owner_id": by[i]} for i in rows])
    fill(m.Book, [book(i, of[i], by[i], size) for i in rows])
    fill(m.Book.tags.through, [{"book_id": left, "tag_id": right} for left, right in pairs])
    fill(m.Book.otags.through, [{"book_id": left, "otag_id": right} for left, right in pairs])
    fill(m.Contribution, [{"book_id": left, "author_id": right} for left, right in pairs])
    fill(m.Cover, [{"id": i, "book_id": i, "art": f"art{i:02}", "artist_id": by[i]} for i in rows])
    fill(m.CoverPk, [{"book_id": i, "art": f"art{i:02}"} for i in rows])
    for model in (m.Chapter, m.Note):
        fill(model, [{"id": i, "book_id": of[i], "name": f"part{i:02}", "writer_id": by[i]} for i in rows])
    for model in (m.Page, m.Page2):
        fill(model, [{"id": i, "book_id": of[i], "inker_id": by[i], "name": f"page{i:02}"} for i in rows])
    fill(m.Page3, [{"id": i, "book_id": of[i], "name": f"page{i:02}"} for i in rows])
    fill(m.Mark, [{"id": i, "page_id": by[i], "page2_id": by[i], "page3_id": of[i]} for i in rows])
    kind = ContentType.objects.get_for_model(m.Book)
    fill(m.TaggedItem, [{"id": i, "label": f"label{i:02}", "content_type": kind, "object_id": of[i]} for i in rows])
    for i in rows:
        m.Restaurant.objects.create(id=i, name=f"place{i:02}", city_id=of[i], chef_id=by[i])
    fill(m.Doc, [{"id": i, "owner_id": of[i], "title": f"doc{i:02}"} for i in rows])
    fill(m.Slug, [{"id": i, "code": f"code{i:02}"} for i in rows])
    fill(m.ByCode, [{"id": i, "slug_id": f"code{of[i]:02}"} for i in rows])
    fill(m.Counter, [{"id": i, "n": i, "name": f"counter{i:02}"} for i in rows])
    fill(m.DataBook, [{"id": i, "book_id": by[i], "note": f"note{i:02}"} for i in rows])
    fill(m.DataBook.books.through, [{"databook_id": left, "book_id": right} for left, right in pairs])


def book(i: int, parent: int, other: int, size: int) -> dict:
    """A book. All have the same imprint; the first has several sequels, the others at most one."""
    own = dict.fromkeys(("editor_id", "translator_id", "reviewer_id"), other)
    before = 1 if 1 < i <= size // 2 + 1 else i - 1 or None
    shared = {"author_id": parent, "publisher_id": parent, "imprint_id": 1, "sequel_of_id": before}
    return {"id": i, "title": f"book{i:02}", "n": i, "blurb": "b", **own, **shared}
