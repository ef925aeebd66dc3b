"""Loops: what is iterated, what happens in each round, and what in one of them only."""

from __future__ import annotations

from tests.interpreter.support import told


def test_a_loop_over_rows() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            book.author
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, per row | origin 3, loop 3, read 4",
    ]


def test_comprehensions() -> None:
    code = """
    def page():
        [book.author for book in Book.objects.all() if book.editor]
        {book.parent: 1 for book in Book.objects.all()}
        [tag for book in Book.objects.all() for tag in book.tags.all()]
    """
    assert told(code) == [
        "3 book.author: author of shop.Book, per row | origin 3, loop 3, read 3",
        "3 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 3",
        "4 book.parent: parent of shop.Book, per row | origin 4, loop 4, read 4",
        "5 book.tags.all(): iterate of shop.Tag by tags, per row | origin 5, loop 5, read 5",
    ]


def test_a_loop_that_asks_until_nothing_is_left_writes() -> None:
    code = """
    def drain(rows):
        while True:
            keys = list(rows.values_list("pk", flat=True)[:1000])
            if not keys:
                break
            rows.model.objects.filter(pk__in=keys).delete()

    def page():
        for author in Author.objects.filter(name="x"):
            drain(author.books.all())

    def walk(authors):
        for author in Author.objects.filter(name="x"):
            for book in author.books.filter(price=1):
                book.delete()
    """
    trace = "origin 10, loop 10, call 11 drain(…), read"
    assert told(code) == [
        f"11 list(…): iterate of shop.Book by books, writes, per row | {trace} 4",
        f"11 rows.model.objects.filter(…).delete(): delete of shop.Book, writes, per row | {trace.replace('10', '7', 1)} 7",
        "15 author.books.filter(…): iterate of shop.Book by books, per row | origin 14, loop 14, read 15",
        "16 book.delete(): delete of shop.Book, writes, per row | origin 15, loop 15, read 16",
    ]


def test_what_leaves_the_loop_happens_once() -> None:
    code = """
    def first():
        for book in Book.objects.all():
            return book.author

    def until():
        for book in Book.objects.all():
            book.author
            break

    def sometimes():
        for book in Book.objects.all():
            if book.price > 3:
                print(book.author.name)
                break

    def raised():
        for book in Book.objects.all():
            if book.price > 3:
                raise ValueError(book.author)

    def found():
        for book in Book.objects.all():
            if book.price > 3:
                return book.author
            book.editor
    """
    assert told(code) == [
        "26 book.editor: editor of shop.Book, per row | origin 23, loop 23, read 26",
    ]


def test_continue_goes_on_with_the_next_row() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            if book.price > 3:
                print(book.author.name)
                continue
            book.editor
    """
    assert told(code) == [
        "5 book.author: author of shop.Book, per row | origin 3, loop 3, read 5",
        "7 book.editor: editor of shop.Book, per row | origin 3, loop 3, read 7",
    ]


def test_behind_the_loop_there_is_one_row() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            pass
        else:
            book.author
        book.editor
    """
    assert told(code) == []


def test_a_handful_of_rounds_is_no_loop_over_rows() -> None:
    code = """
    def page():
        for number in range(10):
            Book.objects.filter(pk=number).first()
        for name in ("a", "b"):
            Book.objects.get(title=name)
        for book in Book.objects.all()[:5]:
            book.author
    """
    assert told(code) == []


def test_loops_in_loops() -> None:
    code = """
    def page():
        for author in Author.objects.all():
            author.city
            for book in author.books.all():
                book.editor
                author.city
            Tag.objects.filter(name=author.name).count()
    """
    assert told(code) == [
        "4 author.city: city of shop.Author, per row | origin 3, loop 3, read 4",
        "6 book.editor: editor of shop.Book, per row | origin 5, loop 5, read 6",
        "5 author.books.all(): iterate of shop.Book by books, per row | origin 3, loop 3, read 5",
        "8 Tag.objects.filter(…).count(): count of shop.Tag, per row | origin 8, loop 3, read 8",
    ]


def test_a_query_that_is_the_same_in_each_round() -> None:
    code = """
    def page(key):
        for book in Book.objects.all():
            Author.objects.get(pk=3)
            Author.objects.get(pk=key)
            Author.objects.filter(pk=book.author_id).exists()
            Tag.objects.count()
            if book in Book.objects.filter(price=1):
                pass
        authors = Author.objects.all()
        for book in Book.objects.all():
            for author in authors:
                print(author.pk)
    """
    assert told(code) == [
        "4 Author.objects.get(…): get of shop.Author, repeats, per row | origin 4, loop 3, read 4",
        "5 Author.objects.get(…): get of shop.Author, repeats, per row | origin 5, loop 3, read 5",
        "6 Author.objects.filter(…).exists(): exists of shop.Author, per row | origin 6, loop 3, read 6",
        "7 Tag.objects.count(): count of shop.Tag, repeats, per row | origin 7, loop 3, read 7",
        "8 Book.objects.filter(…): contains of shop.Book, repeats, per row | origin 8, loop 3, read 8",
    ]


def test_a_table_that_the_loop_changes_is_not_the_same_in_each_round() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            Review.objects.create(book=book)
            Review.objects.count()
    """
    assert told(code) == [
        "4 Review.objects.create(…): create of shop.Review, writes, per row | origin 4, loop 3, read 4",
        "5 Review.objects.count(): count of shop.Review, per row | origin 5, loop 3, read 5",
    ]


def test_a_list_of_querysets_holds_another_one_in_each_iteration() -> None:
    code = """
    def page():
        found = []
        for author in Author.objects.filter(name="x"):
            found.append(Book.objects.filter(author=author))
        for books in found:
            list(books)
        return [set(books) for books in found] + list(map(set, found))
    """
    assert told(code) == [
        "7 list(…): iterate of shop.Book, per row | origin 5, loop 6, read 7",
        "8 set(…): iterate of shop.Book, per row | origin 5, loop 8, read 8",
        "8 map(…): iterate of shop.Book, per row | origin 5, loop 8, read 8",
    ]


def test_a_walk_asks_for_what_the_last_answer_leads_to() -> None:
    code = """
    def walk():
        books = list(Book.objects.filter(price=1))
        while books:
            found = list(Book.objects.filter(parent__in=books))
            books = [book.parent for book in found]

    def walks():
        for author in Author.objects.filter(name="x"):
            ends = [author.city]
            while ends:
                found = list(Author.objects.filter(city__in=ends))
                ends = [found[0].city]

    def levels():
        books = list(Book.objects.filter(price=1))
        while books:
            level = books
            books = []
            for book in level:
                books.extend(Book.objects.filter(parent=book))

    def empty():
        books = list(Book.objects.filter(price=1))
        while books:
            book, books = books[0], books[1:]
            Review.objects.filter(book=book).count()

    def taken():
        books = list(Book.objects.filter(price=1))
        while books:
            Review.objects.filter(book=books.pop()).count()
            if len(books) > 9:
                books = []
    """
    assert [one.partition(" | ")[0] for one in told(code)] == [
        "6 book.parent: parent of shop.Book, per row",
        "10 author.city: city of shop.Author, per row",
        "13 found[0].city: city of shop.Author, per row",
        "21 books.extend(…): iterate of shop.Book, per row",
        "27 Review.objects.filter(…).count(): count of shop.Review, per row",
        "32 Review.objects.filter(…).count(): count of shop.Review, per row",
    ]
