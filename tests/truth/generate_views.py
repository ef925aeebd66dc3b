"""Writes `project/programs/views.py` and `rows_views.json`: section 8b of the truth table.

What a template did there, `render_to_response` does here: it loops what the context holds.

usage: python -m tests.truth.generate_views django_truth.json     (then `ruff format`)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.truth.generate import as_function, described

HERE = Path(__file__).parent
SECTION = "8b views"
FIRST = 8_201
FILE = "views"
HEAD = """\
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.views.generic import ArchiveIndexView, DetailView, ListView

from app.browser import asked
from app.models import Book


"""
AUTHORS = "for book in context['object_list']: book.author.name"
TITLES = "for book in context['object_list']: book.title"
JOINED = "queryset = Book.objects.select_related('author').order_by('pk')"
VIEWS: dict[str, tuple[str, str, str]] = {
    "ListView(model=), object_list -> fk.name": ("ListView", "", AUTHORS),
    "ListView(queryset=select_related)": ("ListView", "queryset = Book.objects.select_related('author')", AUTHORS),
    "ListView.get_queryset() select_related": (
        "ListView",
        "\n    def get_queryset(self):\n        return Book.objects.select_related('author')\n",
        AUTHORS,
    ),
    "ListView names: book_list": ("ListView", "", "for book in context['book_list']: book.author.name"),
    "ListView names: context_object_name='items' -> items and object_list, book_list absent": (
        "ListView",
        "context_object_name = 'items'",
        ("for book in context['items']: book.title\n"
        f"{TITLES}\n"
        "for book in context.get('book_list', ()): book.author.name"),
    ),
    "ListView names: {{ page_obj }} object_list without pagination": (
        "ListView", "", "for book in context['page_obj'] or (): book.author.name",
    ),
    "ListView paginate_by=5: object_list": ("ListView", "paginate_by = 5", AUTHORS),
    "ListView paginate_by=5: page_obj": (
        "ListView", "paginate_by = 5",
        "for book in context['page_obj']: book.author.name\ncontext['page_obj'].has_next()",
    ),
    "ListView paginate_by=5 + select_related": ("ListView", f"paginate_by = 5\n    {JOINED}", AUTHORS),
    "ListView paginate_by: page_obj.object_list & book_list both": (
        "ListView", "paginate_by = 5",
        ("for book in context['page_obj'].object_list: book.title\nfor book in context['book_list']: book.title\n"
        "context['paginator'].count\ncontext['page_obj'].paginator.count"),
    ),
    "ListView allow_empty=False": ("ListView", "allow_empty = False", TITLES),
    "ListView allow_empty=False paginated": ("ListView", "allow_empty = False\n    paginate_by = 5", TITLES),
    "ListView ordering attr": ("ListView", "ordering = 'title'", AUTHORS),
    "DetailView object.fk.name": (
        "DetailView", "", "context['object'].author.name\ncontext['book'].author.name",
    ),
    "DetailView object.rel.all -> fk": (
        "DetailView", "", "for chapter in context['object'].chapter_set.all(): chapter.writer.name",
    ),
    "DetailView self.object.rel.all -> c.book (parent)": (
        "DetailView", "", "for chapter in context['book'].chapter_set.all(): chapter.book.title",
    ),
    "ArchiveIndexView": (
        "ArchiveIndexView", "date_field = 'created'\n    allow_future = True",
        "for book in context['latest']: book.author.name",
    ),
}  # fmt: skip
FUNCTIONS = {
    "get_object_or_404(Model) then fk": "get_object_or_404(Book, pk=1).author.name",
    "get_object_or_404(qs.select_related)": (
        "get_object_or_404(Book.objects.select_related('author'), pk=1).author.name"
    ),
    "get_list_or_404(qs) evaluates": "get_list_or_404(Book, n__gt=0)",
    "Paginator(qs, 5).page(1): iterate": "[book.title for book in Paginator(Book.objects.order_by('pk'), 5).page(1)]",
    "Paginator(list(qs), 5).page(1)": "[book.title for book in Paginator(list(Book.objects.all()), 5).page(1)]",
    "for p in paginator: for x in p": """\
for page in Paginator(Book.objects.order_by('pk'), 5):
    for book in page:
        book.title""",
    "Paginator page: fk": "[book.author.name for book in Paginator(Book.objects.order_by('pk'), 5).page(1)]",
    "paginator.count twice (cached_property)": """\
paginator = Paginator(Book.objects.all(), 5)
(paginator.count, paginator.count, paginator.num_pages)""",
    "len(page) / page[0] / page.object_list": """\
page = Paginator(Book.objects.order_by('pk'), 5).page(1)
(len(page), page[0], list(page.object_list))""",
    "paginator.get_elided_page_range / page.has_next": """\
page = Paginator(Book.objects.order_by('pk'), 5).page(1)
(page.has_next(), list(page.paginator.get_elided_page_range(1)))""",
}


def main() -> None:
    table = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    programs, expected = [], []
    for number, row in enumerate((row for row in table if row["section"] == SECTION), FIRST):
        key = (row["section"], row["construct"], row["setup"])
        programs.append(program(number, key))
        expected.append({"case": f"case_{number}", "file": FILE, **described(key, [row])})
    (HERE / "project" / "programs" / f"{FILE}.py").write_text(HEAD + "\n\n".join(programs), "utf-8")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in expected)
    (HERE / f"rows_{FILE}.json").write_text(f"[\n{lines}\n]\n", "utf-8")
    print(len(programs), "programs")


def program(number: int, key: tuple[str, str, str]) -> str:
    construct = key[1]
    case = f"case_{number}"
    if construct in FUNCTIONS:
        return as_function(case, key, FUNCTIONS[construct])
    base, members, shown = VIEWS[construct]
    body = "".join(f"        {line}\n" for line in shown.splitlines())
    view = (
        f"class View{number}({base}):\n    model = Book\n    {members}\n\n"
        f"    def render_to_response(self, context):\n{body}        return HttpResponse()\n\n\n"
    )
    argument = ", pk=1" if base == "DetailView" else ""
    return view + as_function(case, key, f"asked(View{number}.as_view(){argument})")


if __name__ == "__main__":
    main()
