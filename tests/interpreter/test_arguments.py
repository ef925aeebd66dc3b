"""Arguments of calls, as the method table and the loops around them need them."""

from __future__ import annotations

from tests.interpreter.support import told


def test_a_container_that_holds_itself() -> None:
    code = """
    def page():
        node = {"books": Book.objects.all(), "children": []}
        node["children"].append(node)
        print(str(node), int(node["books"].count()))
        for book in node["books"]:
            book.author
    """
    assert told(code) == [
        "7 book.author: author of shop.Book, per row | origin 3, loop 6, read 7",
    ]


def test_names_of_relations_that_are_known_when_it_runs() -> None:
    code = """
    NAMES = ["author", "editor"]

    def page(name):
        for book in Book.objects.select_related(*NAMES):
            print(book.author.name, book.editor.name)
            book.parent
        for book in Book.objects.select_related(*["author"]):
            print(book.author.name)
            book.editor
        for book in Book.objects.select_related(name):
            print(book.author.name)
        for book in Book.objects.prefetch_related(*("tags",)):
            list(book.tags.all())
    """
    assert told(code) == [
        "7 book.parent: parent of shop.Book, per row | origin 5, loop 5, read 7",
        "10 book.editor: editor of shop.Book, per row | origin 8, loop 8, read 10",
    ]


def test_what_an_argument_varies_with_makes_a_query_another_one() -> None:
    code = """
    def page():
        for book in Book.objects.all():
            key = {"pk": book.author_id}
            Author.objects.filter(**key).exists()
            title = f"{book.title}!"
            Tag.objects.filter(name=title).exists()
            Tag.objects.filter(name="x").exists()
    """
    assert told(code) == [
        "5 Author.objects.filter(…).exists(): exists of shop.Author, per row | origin 5, loop 3, read 5",
        "7 Tag.objects.filter(…).exists(): exists of shop.Tag, per row | origin 7, loop 3, read 7",
        "8 Tag.objects.filter(…).exists(): exists of shop.Tag, repeats, per row | origin 8, loop 3, read 8",
    ]
