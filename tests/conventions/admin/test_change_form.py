"""What a form of the admin asks for: its choices, what is only shown, inlines; and where it is told."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.conventions.support import repeated

HEAD = """
from django import forms
from django.contrib import admin
"""
ADMIN = """
@admin.register(Profile)
class ProfileAdmin(admin.ModelAdmin):
    actions = None
    list_display = ["pk"]
"""


def told(code: str, **more: str) -> list[str]:
    """What happens for each row, each without its trace."""
    return [text.partition(" |")[0] for text in repeated(HEAD + dedent(code), **more)]


def told_of(members: str, before: str = "") -> list[str]:
    """The same for the admin class of profiles, whose author has a text that reads a city."""
    lines = "\n".join(f"    {line}" for line in dedent(members).strip().splitlines())
    return told(f"{dedent(before)}\n{ADMIN}{lines}\n")


GROWS = {
    "all fields": "",
    "named": 'fields = ["author"]',
    "in a tuple of fieldsets": 'fieldsets = [(None, {"fields": [("author",)]})]',
    "named by code": "def get_fields(self, request, obj=None): return ['author']",
    "fieldsets by code": """
        def get_fieldsets(self, request, obj=None):
            return super().get_fieldsets(request, obj)
        """,
    "radio buttons": 'radio_fields = {"author": admin.VERTICAL}',
    "another field is given rows": """
        def formfield_for_foreignkey(self, db_field, request, **kwargs):
            if db_field.name == "editor":
                kwargs["queryset"] = Author.objects.select_related("city")
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        """,
    "given rows without what is read": """
        def formfield_for_foreignkey(self, db_field, request, **kwargs):
            field = super().formfield_for_foreignkey(db_field, request, **kwargs)
            field.queryset = Author.objects.filter(name="x")
            return field
        """,
}
SILENT = {
    "excluded": 'exclude = ["author"]',
    "excluded by code": "def get_exclude(self, request, obj=None): return ['author']",
    "only shown": 'readonly_fields = ["author"]',
    "nobody may change it": "def has_change_permission(self, request, obj=None): return False",
    "typed": 'raw_id_fields = ["author"]',
    "looked up": 'autocomplete_fields = ["author"]',
    "given rows": """
        def formfield_for_foreignkey(self, db_field, request, **kwargs):
            if db_field.name == "author":
                kwargs["queryset"] = Author.objects.select_related("city")
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        """,
    "given rows by the general hook": """
        def formfield_for_dbfield(self, db_field, request, **kwargs):
            field = super().formfield_for_dbfield(db_field, request, **kwargs)
            if db_field.name == "author":
                field.queryset = field.queryset.select_related("city")
            return field
        """,
    "given rows in the class of the form": """
        def get_form(self, request, obj=None, **kwargs):
            form = super().get_form(request, obj, **kwargs)
            form.base_fields["author"].queryset = Author.objects.select_related("city")
            return form
        """,
    "a label that is a column": """
        def formfield_for_foreignkey(self, db_field, request, **kwargs):
            field = super().formfield_for_foreignkey(db_field, request, **kwargs)
            field.label_from_instance = lambda author: author.name
            return field
        """,
    "rows that nobody knows": """
        def formfield_for_foreignkey(self, db_field, request, **kwargs):
            return super().formfield_for_foreignkey(db_field, request, queryset=request.rows, **kwargs)
        """,
    "a field that nobody knows": "def formfield_for_foreignkey(self, *args, **kwargs): return unknown()",
    "widgets for all keys": "formfield_overrides = {models.ForeignKey: {'widget': unknown}, models.OneToOneField: {}}",
}


@pytest.mark.parametrize("name", GROWS)
def test_the_text_of_each_choice_is_read(name: str) -> None:
    [found] = told_of(GROWS[name])
    assert found.endswith("self.city: city of shop.Author, per row")


def test_a_widget_for_one_kind_of_relation_says_nothing_of_the_others() -> None:
    stated = "formfield_overrides = {models.ManyToManyField: {'widget': unknown}}"
    [found] = told_of(f"from django.db import models\n{stated}")
    assert found.endswith("self.city: city of shop.Author, per row")


@pytest.mark.parametrize("name", SILENT)
def test_choices_that_are_not_shown_or_loaded(name: str) -> None:
    assert (
        told_of("from django.db import models\n" + SILENT[name].strip("\n") if "models." in name else SILENT[name])
        == []
    )


FORMS = {
    "declared": ('author = forms.ModelChoiceField(Author.objects.select_related("city"))', []),
    "declared without": ("author = forms.ModelChoiceField(Author.objects.all())", ["city"]),
    "hidden": ("author = forms.ModelChoiceField(Author.objects.all(), widget=forms.HiddenInput)", []),
    "taken away": ("class Meta:\n        fields = []", []),
    "left out": ('class Meta:\n        exclude = ["author"]', []),
    "made": (("def __init__(self, *args, **kwargs):\n        super().__init__(*args, **kwargs)\n"
             '        self.fields["author"].queryset = Author.objects.select_related("city")'), []),
    "made without": (("def __init__(self, *args, **kwargs):\n        super().__init__(*args, **kwargs)\n"
                     '        self.fields["author"].queryset = Author.objects.all()'), ["city"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_form_of_the_project_decides(name: str) -> None:
    body, expected = FORMS[name]
    found = told_of("form = ProfileForm", f"class ProfileForm(forms.ModelForm):\n    {body}")
    assert [text.partition(": ")[2].partition(" ")[0] for text in found] == expected


INLINE = """
class Rows(forms.BaseInlineFormSet):
    def get_queryset(self):
        return super().get_queryset().select_related("parent")


class BookInline(admin.TabularInline):
    model = Book
    fk_name = "author"
{members}

@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    actions = None
    list_display = fields = ["name"]
    inlines = [BookInline]
"""
KEYS = 'fields = ["editor"]'
METHOD = """
    fields = readonly_fields = ["told"]
    def told(self, book): return book.{}
"""
INLINES = {
    "choices of each row": (KEYS, ["city of shop.Author", "choices of shop.Author, repeats"]),
    "typed keys": (KEYS + "\nraw_id_fields = fields", ["chosen of shop.Author"]),
    "keys that are looked up": (
        KEYS + "\nautocomplete_fields = fields",
        ["city of shop.Author", "chosen of shop.Author"],
    ),
    "the key of the page": ('fields = ["author"]', []),
    "the key of the page, only shown": (
        'fields = ["title", "author"]\nreadonly_fields = ["author"]',
        [],
    ),
    "columns": ('fields = ["title"]', []),
    "rows of a set": ('fields = ["tags"]', ["iterate of shop.Tag by tags", "choices of shop.Tag, repeats"]),
    "a method": (METHOD.format("parent.title"), ["parent of shop.Book"]),
    "a method, the row of the page": (METHOD.format("author.name"), ["author of shop.Book"]),
    "a method that counts": (METHOD.format("tags.count()"), ["count of shop.Tag by tags"]),
    "a key that is only shown": ('fields = readonly_fields = ["parent"]', ["parent of shop.Book"]),
    "a set that is only shown": ('fields = readonly_fields = ["tags"]', ["iterate of shop.Tag by tags"]),
    "nobody may change it": (
        'fields = ["parent"]\ndef has_change_permission(self, request, obj=None): return False',
        ["parent of shop.Book"],
    ),
    "loaded": (
        (
            'fields = readonly_fields = ["parent"]\n'
            'def get_queryset(self, request): return super().get_queryset(request).select_related("parent")'
        ),
        [],
    ),
    "rows of a set of forms": ('formset = Rows\nfields = readonly_fields = ["parent"]', []),
    "a template of the project": ('template = "books.html"\nfields = readonly_fields = ["parent"]', []),
    "forms of a set that code changes": (
        KEYS
        + """
def get_formset(self, request, obj=None, **kwargs):
    formset = super().get_formset(request, obj, **kwargs)
    formset.form.base_fields["editor"].queryset = Author.objects.none()
    return formset
""",
        [],
    ),
}


@pytest.mark.parametrize("name", INLINES)
def test_what_an_inline_asks_for_each_of_its_rows(name: str) -> None:
    members, expected = INLINES[name]
    lines = "\n".join(f"    {line}" for line in dedent(members).strip().splitlines())
    found = [text.partition(": ")[2].removesuffix(", per row") for text in told(INLINE.format(members=lines))]
    assert sorted(found) == sorted(expected)


UNKNOWN_TARGET = """
from django.db import models


class Sheet(models.Model):
    page = models.ForeignKey("elsewhere.Page", models.CASCADE)
    author = models.ForeignKey(Author, models.CASCADE)


class SheetInline(admin.TabularInline):
    model = Sheet
    fields = readonly_fields = ["page", "author"]


@admin.register({page})
class PageAdmin(admin.ModelAdmin):
    actions = None
    list_display = fields = ["name"]
    inlines = [SheetInline]
"""


def test_the_key_of_the_page_may_be_one_whose_target_is_not_known() -> None:
    found = [
        [text.partition(": ")[2] for text in told(UNKNOWN_TARGET.format(page=page))] for page in ("City", "Author")
    ]
    assert found == [["author (author__city) of shop.Sheet, per row"], ["page of shop.Sheet, per row"]]


def test_inlines_that_code_names() -> None:
    code = INLINE.replace("inlines = [BookInline]", "def get_inlines(self, request, obj): return [BookInline]")
    assert len(told(code.format(members='    fields = readonly_fields = ["parent"]'))) == 1


def test_a_change_view_that_goes_on_with_what_django_does() -> None:
    view = "def change_view(self, request, object_id): return super().change_view(request, object_id)"
    assert len(told_of(view)) == 1
    assert told_of("def change_view(self, request, object_id): return None") == []


def test_a_model_without_a_class_of_its_own() -> None:
    [*_, found] = told("admin.site.register(Profile)")
    assert found == "4 self.city: city of shop.Author, per row"


def test_an_admin_that_is_not_registered_shows_nothing() -> None:
    assert told(ADMIN.replace("@admin.register(Profile)\n", "")) == []


def test_getters_that_one_page_calls_do_not_share_what_they_make() -> None:
    members = """
        list_display = ["pk", "author"]
        fields = ["pk"]
        def get_list_select_related(self, request): return ["author"]
        def get_queryset(self, request): return Profile.objects.all()
        """
    assert told_of(members) == ["10 self.city: author__city of shop.Profile, per row"]


def test_the_key_of_a_parent_model_has_no_field_in_a_form() -> None:
    star = """
        class Star(models.Model):
            person = models.OneToOneField(Author, models.CASCADE)
            class Meta:
                app_label = "shop"
        @admin.register(Star)
        class StarAdmin(admin.ModelAdmin):
            actions = None
            list_display = ["pk"]
        """
    code = f"from django.db import models\n{dedent(star)}"
    assert any("city" in text for text in told(code))
    linked = code.replace("(models.Model)", "(Author)").replace("CASCADE)", "CASCADE, parent_link=True)")
    assert told(linked) == []
