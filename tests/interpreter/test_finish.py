"""The end of a function: what is certain, and what its caller decides."""

from __future__ import annotations

from tests.interpreter.support import queries, told


def test_nothing_but_the_key_is_used() -> None:
    code = """
    def pks():
        return [book.author.pk for book in Book.objects.all()]

    def names():
        return [(book.author.pk, book.author.name) for book in Book.objects.all()]

    def handed_on():
        return [book.author for book in Book.objects.all()]
    """
    assert told(code) == [
        "3 book.author: author of shop.Book, per row, key author_id | origin 3, loop 3, read 3",
        "6 book.author: author of shop.Book, per row | origin 6, loop 6, read 6",
        "9 book.author: author of shop.Book, per row | origin 9, loop 9, read 9",
    ]


def test_coroutines_must_not_ask() -> None:
    code = """
    from asgiref.sync import sync_to_async

    class View:
        async def get(self):
            book = await Book.objects.select_related("author").aget(pk=1)
            book.author
            book.editor
            self.helper(book)
            await sync_to_async(self.helper)(book)

        def helper(self, book):
            return book.parent

    async def loops():
        async for book in Book.objects.all():
            book.author
        await Book.objects.acount()
    """
    assert told(code) == [
        "8 book.editor: editor of shop.Book, async | origin 6, read 8",
        "9 book.parent: parent of shop.Book, async | origin 6, call 9 self.helper(…), read 13",
        "17 book.author: author of shop.Book, async | origin 16, read 17",
    ]


def test_queries_in_coroutines() -> None:
    code = """
    async def page():
        list(Book.objects.filter(price=1))
        Book.objects.get(pk=1)
        await Author.objects.filter(pk=1).aget()
        [book async for book in Book.objects.filter(price=1)]
    """
    assert queries(code) == [
        "3 list(…): iterate of shop.Book, in async | origin 3, read 3",
        "4 Book.objects.get(…): get of shop.Book, in async | origin 4, read 4",
    ]


def test_rows_fetched_without_blocking() -> None:
    code = """
    async def page(pk):
        async for book in Book.objects.aiterator():
            book.author
        async for book in Book.objects.select_related("author").aiterator():
            print(book.author.name)
        book = await Book.objects.select_related("author").afirst()
        print(book.author.name)
        book.parent_id
        for one in [book async for book in Book.objects.all()]:
            one.editor
    """
    assert told(code) == [
        "4 book.author: author of shop.Book, async | origin 3, read 4",
        "11 one.editor: editor of shop.Book, async | origin 10, read 11",
    ]
