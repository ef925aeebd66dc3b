"""Writes `project/programs/admin_form.py` and `rows_admin_form.json`: the pages of section 8d that show a form.

usage: python -m tests.truth.generate_admin_form django_truth.json     (then `ruff format`)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.truth.generate import as_function, described

HERE = Path(__file__).parent
SECTION = "8d admin"
FIRST = 8_501
FILE = "admin_form"
HEAD = """\
from django.contrib import admin
from django.contrib.admin import AdminSite, register

from app.admin_forms import Formed, Noted, added, changed, changed_with_chapters
from app.models import Book, Chapter, DataBook


"""
BOOK, BOOKS = 'fields = ["book"]\n', 'fields = ["books"]\n'
JOINED = """
def formfield_for_foreignkey(self, db_field, request, **kwargs):
    queryset = Book.objects.select_related("author")
    return super().formfield_for_foreignkey(db_field, request, **{**kwargs, "queryset": queryset})
"""
BODIES = {
    "change form: fk select plain __str__": 'fields = ["title", "author"]\n',
    "change form: fk select __str__ touches fk": BOOK,
    "change form: raw_id_fields": BOOK + 'raw_id_fields = ["book"]\n',
    "change form: autocomplete_fields": BOOK + 'autocomplete_fields = ["book"]\n',
    "change form: readonly fk": BOOK + 'readonly_fields = ["book"]\n',
    "change form: m2m select __str__ touches fk": BOOKS,
    "change form: m2m raw_id_fields": BOOKS + 'raw_id_fields = ["books"]\n',
    "change form: m2m filter_horizontal": BOOKS + 'filter_horizontal = ["books"]\n',
    "change form: m2m autocomplete": BOOKS + 'autocomplete_fields = ["books"]\n',
    "change form: fk with formfield_for_foreignkey select_related": BOOK + JOINED,
    "change form: radio_fields": BOOK + 'radio_fields = {"book": admin.VERTICAL}\n',
    "add form: fk select __str__ touches fk": BOOK,
    "change form: list_select_related does not apply": BOOK + 'list_select_related = ["book__author"]\n',
    "change form inline: plain fields, inline rows grow": 'fields = ["name"]\n',
    "change form inline: fk select, inline rows grow": 'fields = ["name", "writer"]\n',
    "change form inline: raw_id fk, inline rows grow": 'fields = ["name", "writer"]\nraw_id_fields = ["writer"]\n',
}
INLINE = """\
class Admin{number}Inline(admin.TabularInline):
    model = Chapter
    extra = 0
{body}
"""
OF_INLINE = 'fields = ["title"]\ninlines = [Admin{number}Inline]\n'


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
    """The admin class, with its inline if it has one, and the function that asks for its form."""
    construct, body = key[1], BODIES[key[1]]
    has_inline = "inline" in construct
    is_of_book = has_inline or "plain" in construct
    model, base = ("Book", "Formed") if is_of_book else ("DataBook", "Noted")
    site = f"site_{number}"
    lines = [f"{site} = AdminSite()\n\n"]
    if has_inline:
        lines.append(INLINE.format(number=number, body=indented(body)) + "\n")
        body = OF_INLINE.format(number=number)
    lines += [f"@register({model}, site={site})", f"class Admin{number}({base}):", f"{indented(body)}\n\n"]
    asked = "changed_with_chapters" if has_inline else "added" if construct.startswith("add ") else "changed"
    return "\n".join(lines) + as_function(f"case_{number}", key, f"{asked}({site}, {model})")


def indented(body: str) -> str:
    return "\n".join("    " + line if line else "" for line in body.rstrip("\n").splitlines())


if __name__ == "__main__":
    main()
