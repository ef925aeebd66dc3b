"""Writes `project/programs/admin_list.py` and `rows_admin_list.json`: the pages of section 8d that list rows.

usage: python -m tests.truth.generate_admin_list django_truth.json     (then `ruff format`)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.truth.generate import as_function, described

HERE = Path(__file__).parent
SECTION = "8d admin"
FIRST = 8_001
FILE = "admin_list"
HEAD = """\
from django.contrib import admin
from django.contrib.admin import AdminSite, EmptyFieldListFilter, ModelAdmin, RelatedOnlyFieldListFilter, register

from app.admin_pages import Listing, Noted, Titled, deleted, listed, looked_up
from app.models import Book, DataBook, PlainBook


"""
TITLE = 'list_display = ["title"]\n'
BY_TITLE = TITLE + 'search_fields = ["title"]\n'
METHOD = """\
def {name}(self, row):
    return {value}
"""
ROWS = """\
def get_queryset(self, request):
    return self.model.objects.{rows}
"""


def shows(name: str, value: str) -> str:
    return f'list_display = ["title", "{name}"]\n\n' + METHOD.format(name=name, value=value)


def lists(*names: str) -> str:
    return f"list_display = [{', '.join(map(repr, names))}]\n"


BODIES = {
    "list_display default (__str__)": "pass\n",
    'list_display default + list_select_related=["author"]': 'list_select_related = ["author"]\n',
    'list_display ["title"]': TITLE,
    'list_display ["title"], actions=None': TITLE + "actions = None\n",
    'list_display ["title"] + list_select_related=["author"]': TITLE + 'list_select_related = ["author"]\n',
    'list_display ["title","author"] (non-null fk)': lists("title", "author"),
    'list_display ["title","publisher"] (NULLABLE fk)': lists("title", "publisher"),
    'list_display ["author","publisher"] ': lists("author", "publisher"),
    'list_display ["title","author_id"]': lists("title", "author_id"),
    "list_display fk to model whose __str__ touches fk (DataBook.book)": lists("id", "book"),
    'list_display fk __str__ + list_select_related=["book__author"]': lists("id", "book")
    + 'list_select_related = ["book__author"]\n',
    "list_display callable touching fk.fk2": lists("title", "city_name"),
    "list_display callable touching fk, list_select_related=True": lists("title", "city_name")
    + "list_select_related = True\n",
    "list_display callable touching nullable fk, list_select_related=True": "list_select_related = True\n"
    + shows("publisher_name", "row.publisher.name"),
    "list_display callable touching fk + list_select_related=[...]": lists("title", "city_name")
    + 'list_select_related = ["author__city"]\n',
    'list_display ["title","author__name"] (5.1+ lookup)': lists("title", "author__name"),
    'list_display ["title","publisher__name"] (5.1+, nullable)': lists("title", "publisher__name"),
    'list_display ["title","author__city__name"] (5.1+)': lists("title", "author__city__name"),
    'list_display ["title","author__name"] + list_select_related': lists("title", "author__name")
    + 'list_select_related = ["author"]\n',
    'list_display method with admin_order_field="author__name" touching fk': 'list_display = ["title", "by"]\n\n'
    '@admin.display(ordering="author__name")\n' + METHOD.format(name="by", value="row.author.name"),
    "list_display method counting relation": lists("title", "chapter_count"),
    "get_queryset() select_related + default list_display": ROWS.format(rows='select_related("author")'),
    "get_queryset() prefetch chapter_set + len method": shows("chapters", "len(row.chapter_set.all())")
    + "\n"
    + ROWS.format(rows='prefetch_related("chapter_set")'),
    'get_queryset() select_related("publisher") + list_display fk author (both kept?)': lists("title", "author")
    + "\n"
    + ROWS.format(rows='select_related("publisher")'),
    'list_display reverse o2o "cover" method': shows("art", "row.cover.art"),
    "list_display m2m method join": shows("tag_names", '", ".join(tag.name for tag in row.tags.all())'),
    'list_filter ["author"] (fk, plain __str__)': TITLE + 'list_filter = ["author"]\n',
    'list_filter ["book"] (fk to model whose __str__ touches fk)': lists("id") + 'list_filter = ["book"]\n',
    "list_filter RelatedOnlyFieldListFilter": TITLE + 'list_filter = [("author", RelatedOnlyFieldListFilter)]\n',
    'list_filter ["author__city"]': TITLE + 'list_filter = ["author__city"]\n',
    'list_filter ["tags"] m2m': TITLE + 'list_filter = ["tags"]\n',
    'list_filter ["n"] plain (AllValues)': TITLE + 'list_filter = ["n"]\n',
    "list_filter EmptyFieldListFilter": TITLE + 'list_filter = [("author", EmptyFieldListFilter)]\n',
    "show_full_result_count default, no filter": TITLE,
    "show_full_result_count=False": TITLE + "show_full_result_count = False\n",
    "show_full_result_count default with search": BY_TITLE,
    "show_full_result_count=False with search": BY_TITLE + "show_full_result_count = False\n",
    'search_fields fk "author__name"': TITLE + 'search_fields = ["author__name"]\n',
    'search_fields m2m "tags__name" (distinct/exists)': TITLE + 'search_fields = ["tags__name"]\n',
    'date_hierarchy="created"': TITLE + 'date_hierarchy = "created"\n',
    "list_per_page=2": lists("title", "city_name") + "list_per_page = 2\n",
    "list_editable with fk select": lists("title", "author") + 'list_editable = ["author"]\n',
    "list_editable plain": lists("title", "n") + 'list_editable = ["n"]\n',
    "show_facets always": TITLE
    + 'list_filter = ["author"]\n'
    + 'show_facets = admin.ShowFacets.ALWAYS if hasattr(admin, "ShowFacets") else None\n',
    "delete_selected action page": "pass\n",
    "autocomplete view (__str__ touches fk)": 'search_fields = ["title"]\nordering = ["pk"]\n',
    "autocomplete view + get_queryset select_related": 'search_fields = ["title"]\nordering = ["pk"]\n\n'
    + ROWS.format(rows='select_related("author")'),
    "autocomplete view + list_select_related only": 'search_fields = ["title"]\nordering = ["pk"]\n'
    'list_select_related = ["author"]\n',
}
SEARCHED = {
    "show_full_result_count default with search": "book",
    "show_full_result_count=False with search": "book",
    'search_fields fk "author__name"': "a",
    'search_fields m2m "tags__name" (distinct/exists)': "t",
}
FORMS = """\
@register(DataBook, site={site})
class Admin{number}Form(ModelAdmin):
    fields = ["book"]
    autocomplete_fields = ["book"]
"""


def main() -> None:
    table = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in table:
        if row["section"] == SECTION and row["construct"] in BODIES:
            rows.setdefault((row["construct"], row["setup"]), []).append(row)
    assert {construct for construct, _ in rows} == set(BODIES)
    programs, entries = [], []
    for number, ((construct, setup), measured) in enumerate(rows.items(), FIRST):
        key = (SECTION, construct, setup)
        programs.append(program(number, key))
        entries.append({"case": f"case_{number}", "file": FILE, **described(key, measured)})
    (HERE / "project" / "programs" / f"{FILE}.py").write_text(HEAD + "\n\n".join(programs), "utf-8")
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    (HERE / f"rows_{FILE}.json").write_text(f"[\n{lines}\n]\n", "utf-8")
    print(len(programs), "programs,", sum(len(entry["expected"]) for entry in entries), "rows")


def program(number: int, key: tuple[str, str, str]) -> str:
    """The admin class, and the function that asks for its page."""
    _, construct, setup = key
    model = "DataBook" if "DataBook" in construct or '"book"' in construct or "fk __str__ +" in construct else "Book"
    model = "PlainBook" if "__str__ plain" in setup else model
    is_page = not construct.startswith(("delete_selected", "autocomplete"))
    site = f"site_{number}"
    body = "\n".join("    " + line if line else "" for line in BODIES[construct].rstrip("\n").splitlines())
    base = ("Listing" if is_page else "Titled") if model != "DataBook" else "Noted"
    lines = [f'{site} = AdminSite("{number}")\n\n', f"@register({model}, site={site})",
             f"class Admin{number}({base}):", f"{body}\n\n"]  # fmt: skip
    if construct.startswith("autocomplete"):
        lines.append(FORMS.format(site=site, number=number) + "\n")
        call = f"looked_up({site})"
    elif is_page:
        searched = f', q="{SEARCHED[construct]}"' if construct in SEARCHED else ""
        call = f"listed({site}, {model}{searched})"
    else:
        call = f"deleted({site}, {model})"
    return "\n".join(lines) + as_function(f"case_{number}", key, call)


if __name__ == "__main__":
    main()
