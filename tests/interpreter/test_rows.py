"""Rows: what a read costs, what it leaves behind, and what a write changes."""

from __future__ import annotations

from tests.interpreter.support import told


def test_a_relation_is_fetched_once_a_row() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.author
            book.author.name
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
    ]


def test_a_new_key_forgets_the_relation() -> None:
    code = """
    def page():
        for book in Book.objects.select_related("author"):
            book.author_id = 3
            book.author
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 3, read 5",
    ]


def test_a_relation_that_is_set_needs_no_query() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.author = Author(name="x")
            book.author.name
    """
    assert told(code) == []


def test_a_row_read_anew_has_lost_what_was_loaded() -> None:
    code = """
    def page():
        for book in Book.objects.select_related("author"):
            book.refresh_from_db()
            book.author
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 3, read 5",
        "4 book.refresh_from_db(): refresh_from_db of shop.Book, writes, per row | origin 3, loop 3, read 4",
    ]


def test_what_hangs_on_a_relation_belongs_to_its_finding() -> None:
    code = """
    def page():
        for review in Review.objects.select_related("book"):
            review.book.author
            review.book.author.city.name
    """
    assert told(code) == [
        "4 review.book.author: book__author (book__author__city) of shop.Review, per row | origin 3, loop 3, read 4",
    ]


def test_deferred_columns() -> None:
    code = """
    def page():
        for book in Book.objects.only("title"):
            print(book.title, book.pk)
            book.price
        for book in Book.objects.defer("price"):
            print(book.title)
            book.price
    """
    assert told(code) == [
        "5 book.price: price of shop.Book, column, per row | origin 3, loop 3, read 5",
        "8 book.price: price of shop.Book, column, per row | origin 6, loop 6, read 8",
    ]


def test_generic_keys_and_one_to_one_backwards() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.subject
        for author in Author.objects.all():
            author.profile
    """
    assert told(code) == [
        "4 book.subject: subject of shop.Book, generic_key, per row | origin 3, loop 3, read 4",
        "6 author.profile: profile of shop.Author, reverse_one, per row | origin 5, loop 5, read 6",
    ]


def test_the_key_is_there_already() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.author_id
            book.author.pk
        for book in Book.objects.all():
            book.author.id
            book.author.name
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row, key author_id | origin 3, loop 3, read 5",
        "7 book.author: author of shop.Book, per row | origin 6, loop 6, read 7",
    ]


def test_one_row_is_no_loop() -> None:
    code = """
    def page():
        book = Book.objects.get(pk=1)
        book.author
        Book.objects.first().editor
        Book.objects.all()[0].parent
    """
    assert told(code) == []


def test_a_new_row_has_no_relations_to_fetch() -> None:
    code = """
    def page():
        for number in Book.objects.all():
            book = Book(title="x")
            book.author
    """
    assert told(code) == []


def test_text_of_a_row() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            print(author)
        for author in Author.objects.all():
            f"{author}"
        for author in Author.objects.all():
            str(author)
        for author in Author.objects.all():
            "{}".format(author)
        for author in Author.objects.select_related("city"):
            print(author, str(author), f"{author}")
    """
    assert told(code) == [
        "4 self.city: city of shop.Author, per row | origin 3, loop 3, call 4 print(…), read models:17",
        "6 self.city: city of shop.Author, per row | origin 5, loop 5, call 6 author, read models:17",
        "8 self.city: city of shop.Author, per row | origin 7, loop 7, call 8 str(…), read models:17",
        '10 self.city: city of shop.Author, per row | origin 9, loop 9, call 10 "{}".format(…), read models:17',
    ]


def test_a_target_that_is_read_to_see_whether_it_raises_cannot_be_prefetched() -> None:
    code = """
    def stale():
        for book in Book.objects.filter(price=1):
            try:
                book.subject
            except AttributeError:
                book.delete()

    def used():
        for book in Book.objects.filter(price=1):
            try:
                book.subject.title
            except AttributeError:
                continue
        for book in Book.objects.filter(price=1):
            try:
                book.subject
            except Book.DoesNotExist:
                continue
    """
    assert [one.partition(" | ")[0] for one in told(code) if "subject" in one] == [
        "12 book.subject: subject of shop.Book, generic_key, per row",
        "17 book.subject: subject of shop.Book, generic_key, per row",
    ]


def test_what_an_unknown_argument_may_load_may_hang_on_a_joined_row():
    code = """
    def page(names):
        for review in Review.objects.select_related("book").prefetch_related(*names):
            review.book.author.name
            list(review.book.tags.all())
        for book in Book.objects.prefetch_related("reviews", *names):
            for review in book.reviews.all():
                review.writer.name
    """
    assert told(code) == []


def test_what_is_read_through_either_of_two_relations_is_deeper_than_the_one_that_was_read() -> None:
    code = """
    from django.db import models

    class Note(models.Model):
        review = models.ForeignKey(Review, models.CASCADE)
        author = models.ForeignKey(Author, models.CASCADE, null=True)

    def page():
        for note in Note.objects.all():
            user = note.author if note.author else note.review.writer
            user.profile.pk
    """
    assert [text.partition(" |")[0] for text in told(code)] == [
        "10 note.author: author (author__profile) of shop.Note, per row",
        "10 note.review: review (review__writer) of shop.Note, per row",
    ]
