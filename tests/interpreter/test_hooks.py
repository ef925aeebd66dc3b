"""A framework that exists in this file only, told to the interpreter by the two protocols of `hooks`.

`Screen.rows()` is looped by the framework, which reads the attributes that `columns` names; a function under
`@listed(Model)` is called with the rows of the model; `render_all(rows)` shows each row; `Grid(rows)` holds rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

import pytest

from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import Hooks, Start
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Box
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Plain, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import Summary
from orm_lint.project.modules import Module, unreadable
from orm_lint.project.scope import Assigned, bindings_of
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol, ValueSymbol
from orm_lint.source.position import line_starts
from tests.interpreter.support import facts, line, query, read

HEADER = "from screens import Grid, Screen, listed, render_all\n"
SCREEN = frozenset({"screens.Screen"})


def screens(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """`for row in self.rows(): row.<column>` for a screen, at the places where its author wrote these names."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, SCREEN):
        return
    members = {statement.name: statement for statement in symbol.node.body if isinstance(statement, ir.Stub)}
    columns = [
        item
        for statement in symbol.node.body
        if isinstance(statement, ir.Assign) and isinstance(statement.value, ir.Seq)
        for item in statement.value.items
        if isinstance(item, ir.Const)
    ]
    at = members["rows"].at
    rows = ir.Call(at, ir.Attr(at, ir.Name(at, "self"), "rows"), (), ())
    shown = tuple(ir.Do(item.at, attribute(item.at, str(item.value).split("."))) for item in columns)
    yield Start(symbol, (ir.For(at, ir.Name(at, "row"), rows, shown, (), False),), symbol)


def attribute(at: int, names: list[str]) -> ir.Expr:
    value: ir.Expr = ir.Name(at, "row")
    for name in names:
        value = ir.Attr(at, value, name)
    return value


def listings(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """`subject(Model.objects.all())` for a function under `@listed(Model)`."""
    if not isinstance(symbol, FunctionSymbol):
        return
    for decorator in symbol.node.decorators:
        match decorator:
            case ir.Call(at=at, func=ir.Name(id="listed"), args=(model,)):
                rows = ir.Call(at, ir.Attr(at, ir.Attr(at, model, "objects"), "all"), (), ())
                yield Start(symbol, (ir.Do(at, ir.Call(at, ir.Name(at, "subject"), (rows,), ())),))


def render_all(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """Shows each row, as `str` does."""

    def act(inner: State, row: Value) -> None:
        show(frame, inner, row, node)

    each(frame, state, source_of(frame, state, args.args[0], node), node, act)
    return Plain()


def grid(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """A list of the rows that it is given."""
    source = source_of(frame, state, args.args[0], node) if args.args else None
    if source is None:
        return Unknown("grid without rows")
    return frame.make(state, ("grid", node.at), Box("list", source.base, source.element, size=source.size))


def pages(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """The loop of the page that `page = "…"` names: `{row.author}` for each of `rows()`, at places in that file."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, SCREEN):
        return
    for statement in symbol.node.body:
        match statement:
            case ir.Assign(targets=(ir.Name(id="page"),), value=ir.Const(value=str(path))):
                world.modules[path] = page_module(path)
                word, name = ir.pack(TEXT.index("rows"), TEXT.index("rows") + 4), TEXT.index("author")
                rows = ir.Call(word, ir.Attr(word, ir.Name(word, "self"), "rows"), (), ())
                read = ir.Attr(ir.pack(name, name + 6), ir.Name(word, "row"), "author")
                shown = (ir.Do(read.at, ir.Located(read.at, path, read)),)
                body = (ir.For(word, ir.Name(word, "row"), ir.Located(word, path, rows), shown, (), False),)
                yield Start(symbol, body, symbol)


def inherited(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """`for row in self.rows(): row.<column>` for `columns` that an ancestor in another module writes."""
    if not isinstance(symbol, ClassSymbol) or not world.names.descends_from(symbol, SCREEN):
        return
    member = world.names.class_member(symbol, "columns")
    match member:
        case ValueSymbol(module=module, binding=Assigned(value=ir.Seq(items=items))) if module is not symbol.module:
            at = symbol.node.at
            rows = ir.Call(at, ir.Attr(at, ir.Name(at, "self"), "rows"), (), ())
            columns = [item for item in items if isinstance(item, ir.Const)]
            reads = [attribute(item.at, str(item.value).split(".")) for item in columns]
            shown = tuple(ir.Do(read.at, ir.Located(read.at, module.path, read)) for read in reads)
            yield Start(symbol, (ir.For(at, ir.Name(at, "row"), rows, shown, (), False),), symbol)


def page_module(path: str) -> Module:
    """A page as the interpreter wants it: a path, and where its lines start."""
    summary = Summary((), line_starts(TEXT.encode()), is_ascii=True)
    return Module(path, path, False, "project", summary, bindings_of(()), unreadable)


TEXT = "all\n\nrows:\n  {row.author}\n"
HOOKS = Hooks((screens, listings), (("screens.render_all", render_all), ("screens.Grid", grid)))


def found(code: str, hooks: Hooks = HOOKS) -> list[str]:
    seen = facts(HEADER + dedent(code), hooks)
    return [read(one) for one in seen.reads] + [query(one) for one in seen.queries if one.per_row]


def places(code: str, hooks: Hooks, **more: str) -> list[tuple[str, str, str]]:
    """Relation, place and site of the reads for each row."""
    seen = facts(HEADER + dedent(code), hooks, **more)
    return [(one.relation, line(one.place), line(one.site)) for one in seen.reads if one.per_row]


def test_what_a_framework_loops_is_a_loop() -> None:
    code = """
    class Books(Screen):
        columns = ["title", "author", "editor.city"]

        def rows(self):
            return Book.objects.filter(sold=True)
    """
    assert found(code) == [
        "5 row.author: author of shop.Book, per row | origin 8, loop 7, read 5",
        "5 row.editor: editor (editor__city) of shop.Book, per row | origin 8, loop 7, read 5",
    ]


def test_what_the_framework_reads_may_be_loaded() -> None:
    code = """
    class Books(Screen):
        columns = ["title", "author", "editor.city"]

        def rows(self):
            return Book.objects.select_related("author", "editor__city")
    """
    assert found(code) == []


def test_columns_may_be_properties_of_the_model() -> None:
    code = """
    class Books(Screen):
        columns = ["by"]

        def rows(self):
            return self.start().exclude(sold=True)

        def start(self):
            return Book.objects.order_by("title")
    """
    assert found(code) == [
        "5 self.author: author of shop.Book, per row | origin 8, loop 7, call 5 row.by, read models:58",
    ]


def test_classes_that_the_framework_does_not_know_are_not_run() -> None:
    code = """
    class Books:
        columns = ["author"]

        def rows(self):
            return Book.objects.filter(sold=True)
    """
    assert found(code) == []


@pytest.mark.parametrize(("model", "expected"), [("Book", True), ("Profile", False)])
def test_a_function_that_a_framework_calls(model: str, expected: bool) -> None:
    code = f"""
    @listed({model})
    def names(rows):
        return [row.parent for row in rows]
    """
    parent = "6 row.parent: parent of shop.Book, per row | origin 4, handover 4 subject(…), loop 6, read 6"
    assert found(code) == ([parent] if expected else [])


def test_a_callable_that_is_modelled() -> None:
    code = """
    def page():
        render_all(Author.objects.all())
        render_all(Author.objects.select_related("city"))
        render_all(Book.objects.all())
    """
    assert found(code) == [
        "5 self.city: city of shop.Author, per row | origin 5, loop 5, call 5 render_all(…), read models:17",
    ]


def test_a_callable_that_is_not_modelled_does_nothing_that_we_know() -> None:
    code = """
    def page():
        render_all(Author.objects.all())
        return [book.author for book in Grid(Book.objects.all())]
    """
    assert found(code, Hooks()) == []


def test_the_value_of_a_modelled_callable_is_used() -> None:
    code = """
    def page():
        return [book.author for book in Grid(Book.objects.all())]
    """
    assert found(code) == ["5 book.author: author of shop.Book, per row | origin 5, loop 5, read 5"]


def test_what_stands_in_another_file_is_found_there() -> None:
    code = """
    class Books(Screen):
        page = "shop/books.page"

        def rows(self):
            return Book.objects.filter(sold=True)

    class Others(Screen):
        page = "shop/books.page"

        def rows(self):
            return Book.objects.select_related("author")
    """
    assert places(code, Hooks((pages,))) == [("author", "books.page:4", "books.page:4")]


def test_a_column_that_an_ancestor_names_is_found_there() -> None:
    listing = """
    from screens import Screen

    class Listing(Screen):
        columns = ["title", "author", "editor"]
    """
    code = """
    from shop.listing import Listing

    class Books(Listing):
        def rows(self):
            return Book.objects.select_related("author")
    """
    assert places(code, Hooks((inherited,)), shop__listing=listing) == [("editor", "listing:4", "listing:4")]
