"""Querysets: methods that load, narrow or evaluate."""

from __future__ import annotations

import pytest

from tests.interpreter.support import facts, queries, told


def test_plans_grow_with_each_method() -> None:
    code = """
    def page():
        for book in Book.objects.select_related("author").select_related("editor"):
            print(book.author.name, book.editor.name)
            book.parent
        for book in Book.objects.select_related("author").select_related(None):
            book.author
        for book in Book.objects.select_related():
            print(book.author.name)
            book.editor
    """
    assert told(code) == [
        "5 book.parent: parent of shop.Book, per row | origin 3, loop 3, read 5",
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
        "10 book.editor: editor of shop.Book, per row | origin 8, loop 8, read 10",
    ]


def test_joins_of_keys_whose_target_is_not_known() -> None:
    code = """
    from django.db import models

    class Sheet(models.Model):
        page = models.ForeignKey("elsewhere.Page", models.CASCADE)
        other = models.ForeignKey("elsewhere.Page", models.CASCADE, null=True)

    def page():
        for sheet in Sheet.objects.select_related():
            print(sheet.page.title, sheet.other.title)
    """
    assert told(code) == ["10 sheet.other: other of shop.Sheet, per row | origin 9, loop 9, read 10"]


def test_a_method_gives_a_new_queryset() -> None:
    code = """
    def page():
        books = Book.objects.all()
        books.select_related("author")
        for book in books:
            book.author
    """
    assert told(code) == [
        "6 book.author: author of shop.Book, per row | origin 3, loop 5, read 6",
        "4 books.select_related(…): select_related of shop.Book, thrown away",
    ]


def test_a_name_means_what_it_was_bound_to_last() -> None:
    code = """
    def page():
        books = Book.objects.all()
        books = books.select_related("author")
        for book in books:
            book.author
        for book in Book.objects.all():
            book = Book.objects.select_related("author").get(pk=book.pk)
            book.author
    """
    assert told(code) == [
        "8 Book.objects.select_related(…).get(…): get of shop.Book, per row | origin 8, loop 7, read 8",
    ]


def test_branches_join_towards_silence() -> None:
    code = """
    def both(flag):
        books = Book.objects.all()
        if flag:
            books = books.select_related("author")
        else:
            books = books.select_related("author", "editor")
        for book in books:
            print(book.author.name, book.editor.name)

    def one(flag):
        books = Book.objects.all()
        if flag:
            books = books.select_related("author")
        for book in books:
            book.author
    """
    assert told(code) == []


def test_values_are_no_rows() -> None:
    code = """
    def page():
        for row in Book.objects.values("author"):
            row["author"]
        for pk, title in Book.objects.values_list("pk", "title"):
            print(pk, title)
        for title in Book.objects.values_list("title", flat=True):
            title.author
    """
    assert told(code) == []


def test_combined_querysets() -> None:
    code = """
    def page():
        for book in Book.objects.filter(price=1) | Book.objects.filter(price=2):
            book.author
        loaded = Book.objects.select_related("author")
        for book in loaded.union(loaded):
            book.author
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
    ]


def test_annotations_are_columns() -> None:
    code = """
    from django.db.models import Count

    def page():
        for author in Author.objects.annotate(number=Count("books")):
            author.number
            author.city
    """
    assert told(code) == [
        "7 author.city: city of shop.Author, per row | origin 5, loop 5, read 7",
    ]


def test_methods_that_give_rows_in_other_ways() -> None:
    code = """
    def page(keys):
        rows = Book.objects.in_bulk(keys)
        for pk, book in rows.items():
            book.author
        for book in Book.objects.iterator():
            book.author
        for book in Book.objects.prefetch_related("tags").iterator(chunk_size=100):
            list(book.tags.all())
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 4, read 5",
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
    ]


def test_indexes() -> None:
    code = """
    def page():
        for number in range(Book.objects.count()):
            Book.objects.all()[number].author
        books = list(Book.objects.all())
        for number in range(len(books)):
            books[number].author
        books[0].editor
    """
    assert told(code) == [
        "4 Book.objects.all()[number].author: author of shop.Book, per row | origin 4, loop 3, read 4",
        "7 books[number].author: author of shop.Book, per row | origin 5, loop 6, read 7",
        "4 Book.objects.all()[number]: index of shop.Book, per row | origin 4, loop 3, read 4",
    ]


def test_whole_tables() -> None:
    code = """
    def page():
        Book.objects.count()
        len(Book.objects.all())
        list(Book.objects.filter(price=1))
        list(Book.objects.all()[:100])
        Book.objects.exclude(price=1).count()
        [book for book in Book.objects.order_by("title")]
        bool(Book.objects.all())
    """
    assert queries(code) == [
        "3 Book.objects.count(): count of shop.Book, whole table | origin 3, read 3",
        "4 len(…): len of shop.Book, whole table | origin 4, read 4",
        "8 Book.objects.order_by(…): iterate of shop.Book, whole table | origin 8, read 8",
        "9 bool(…): bool of shop.Book, whole table | origin 9, read 9",
    ]


def test_querysets_that_nobody_uses() -> None:
    code = """
    def page():
        Book.objects.filter(price=1)
        Book.objects.cheap()
        books = Book.objects.all()
        books.order_by("title")
        books.update(price=1)
        Book.objects.all().delete()
        kept = books.filter(price=1)
        author = Author.objects.get(pk=1)
        author.books.exclude(price=1)
        books.filter(price=1).count()
    """
    assert told(code) == [
        "3 Book.objects.filter(…): filter of shop.Book, thrown away",
        "4 Book.objects.cheap(): cheap of shop.Book, thrown away",
        "6 books.order_by(…): order_by of shop.Book, thrown away",
        "11 author.books.exclude(…): exclude of shop.Book, thrown away",
    ]


def test_writes_for_each_row() -> None:
    code = """
    def page():
        for book in Book.objects.filter(sold=True):
            book.save()
            book.tags.add(1)
            Review.objects.create(book=book)
    """
    assert queries(code) == [
        "4 book.save(): save of shop.Book, writes, per row | origin 3, loop 3, read 4",
        "5 book.tags.add(…): add of shop.Tag by tags, writes, per row | origin 3, loop 3, read 5",
        "6 Review.objects.create(…): create of shop.Review, writes, per row | origin 6, loop 3, read 6",
    ]


def test_indexes_into_rows_that_were_fetched() -> None:
    code = """
    def page():
        books = Book.objects.all()
        for number in range(len(books)):
            books[number].author
    """
    assert told(code) == [
        "5 books[number].author: author of shop.Book, per row | origin 3, loop 4, read 5",
    ]


def test_rows_that_a_wrong_join_asks_for_never_come() -> None:
    code = """
    def page():
        for author in Author.objects.filter(name="x").select_related("books"):
            author.books.filter(price=1).count()
        for author in Author.objects.filter(name="y"):
            author.city

    def counted():
        Author.objects.filter(name="x").select_related("books").count()
        for author in Author.objects.filter(name="y"):
            author.city
    """
    assert told(code) == ["11 author.city: city of shop.Author, per row | origin 10, loop 10, read 11"]


def test_another_call_may_undo_what_raises() -> None:
    code = """
    def page():
        for book in Book.objects.select_related("author").only("title").select_related():
            Tag.objects.get(name=book.title)
    """
    assert [one.partition(" | ")[0] for one in told(code)] == ["4 Tag.objects.get(…): get of shop.Tag, per row"]


def test_what_was_made_on_the_way_cannot_be_asked_for_before() -> None:
    code = """
    def reload(key):
        return Review.objects.get(pk=key)

    def page():
        for book in Book.objects.filter(price=1):
            review = Review.objects.create(book=book)
            reload(review.pk)
            Review.objects.filter(book__reviews=review).first()
            reload(book.price)

    def before():
        review = Review.objects.create(book=1)
        for book in Book.objects.filter(price=1):
            Review.objects.filter(pk=review.pk, book=book).exists()
    """
    assert [one.partition(" | ")[0] for one in told(code)] == [
        "7 Review.objects.create(…): create of shop.Review, writes, per row",
        "8 Review.objects.get(…): get of shop.Review, writes, per row",
        "9 Review.objects.filter(…).first(): first of shop.Review, writes, per row",
        "10 Review.objects.get(…): get of shop.Review, per row",
        "15 Review.objects.filter(…).exists(): exists of shop.Review, per row",
    ]


def test_a_row_that_get_or_create_makes_holds_the_row_that_it_is_given() -> None:
    code = """
    def page():
        for author in Author.objects.filter(name="a"):
            book, created = Book.objects.get_or_create(title="x", author=author)
            if created:
                print(book.author.name)
    """
    assert [line for line in told(code) if "book.author" in line] == []


def test_a_row_that_get_or_create_finds_by_a_key_holds_nothing() -> None:
    code = """
    def page(pk):
        for author in Author.objects.filter(name="a"):
            book, created = Book.objects.get_or_create(title="x", author_id=author.pk)
            print(book.author.name)
    """
    assert len([line for line in told(code) if "book.author" in line]) == 1


@pytest.mark.parametrize("rows", ["Book.objects.all()[1:]", "Book.objects.all().union(Book.objects.all())"])
def test_one_row_cannot_be_picked_from_a_slice_or_a_union(rows: str) -> None:
    assert told(f"def names():\n    return [x.writer.name for x in {rows}.get(pk=1).reviews.all()]") == []
    assert told(f"def names():\n    return [x.author.name for x in {rows}]") != []


def test_rows_of_two_prefetched_sets_come_on_the_same_way() -> None:
    code = """
    def pick(a, b, flag):
        return a.tags.all() if flag else b.tags.all()

    def page(flag):
        for a in Book.objects.prefetch_related("tags"):
            for b in Book.objects.prefetch_related("tags"):
                for tag in pick(a, b, flag):
                    print([book.title for book in tag.books.all()])
    """
    found = facts(code)
    assert [query.path for query in found.queries if query.accessor == "books" and query.origin] == ["tags__books"]
    assert {"shop.Book", "shop.Tag"} not in [labels for place, labels in found.models_at.items() if place.at]


def test_rows_that_only_some_paths_narrow_come_from_what_all_paths_go_on_with() -> None:
    found = told(
        """
        def chosen(keys):
            books = Book.objects.exclude(title="")
            if keys:
                return books.filter(pk__in=keys).order_by("title")
            return books
        def names(request):
            return [book.author.name for book in chosen(request.GET.getlist("key"))]
        """
    )
    assert found == ["8 book.author: author of shop.Book, per row | origin 3, loop 8, read 8"]


def test_rows_of_two_querysets_that_have_nothing_in_common_come_from_the_first() -> None:
    found = told(
        """
        def names(request):
            books = Book.objects.filter(title="a")
            if request.user:
                books = Book.objects.exclude(title="b")
            return [book.author.name for book in books]
        """
    )
    assert [one.partition("|")[2] for one in found] == [" origin 5, loop 6, read 6"]
