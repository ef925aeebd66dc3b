"""The admin's change list: which rows are shown, what Django joins for them, and where a class is registered."""

from __future__ import annotations

from textwrap import dedent

import pytest

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.run import facts_of
from orm_lint.project.project import ProjectOptions, load_project
from tests.interpreter.support import MODELS, ROOT, SETTINGS
from tests.project.support import MANAGE

HEADER = """\
from django.contrib import admin
from django.contrib.admin import ModelAdmin, register
from shop.models import Author, Book, City, Profile, Review, Tag
"""


def told(code: str, django: str = "5.2", **more: str) -> list[str]:
    """`file:line relation` of all that is asked for each row; the code starts at line 5 of shop/admin.py."""
    files = {"manage.py": MANAGE, "settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}
    files["shop/admin.py"] = HEADER + dedent(code)
    files |= {f"{name.replace('__', '/')}.py": dedent(text).lstrip("\n") for name, text in more.items()}
    project = load_project(ROOT, ProjectOptions(django_version=django, frozen=True), files)
    found = facts_of(project, HOOKS)
    reads = [(read.place, read.relation) for read in found.reads if read.per_row]
    queries = [(query.place, query.accessor or query.method) for query in found.queries if query.per_row]
    lines = (f"{place.path.removeprefix('shop/')}:{place.line} {what}" for place, what in reads + queries)
    return list(dict.fromkeys(lines))


def books(body: str, django: str = "5.2", base: str = "ModelAdmin") -> list[str]:
    """An admin class for books; its body starts at line 7. Its change form asks for nothing."""
    head = f"\n@register(Book)\nclass BookAdmin({base}):\n    fields = ['title']\n"
    return told(head + "".join(f"    {line}\n" for line in dedent(body).strip("\n").splitlines()), django)


@pytest.mark.parametrize("django", ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"])
def test_a_key_that_may_be_null_is_joined_since_61(django):
    wanted = ["admin.py:8 editor__city" if django == "6.1" else "admin.py:8 editor"]
    assert books("list_display = ['title', 'editor']\nactions = None", django) == wanted


@pytest.mark.parametrize("django", ["4.2", "6.0", "6.1"])
def test_a_key_that_is_listed_is_joined(django):
    assert books("list_display = ['title', 'author_id', 'author']\nlist_per_page = 5", django) == []


def test_the_key_itself_is_no_reason_to_join():
    assert books("list_display = ['author_id', 'by']") == ["admin.py:8 author"]


@pytest.mark.parametrize(
    ("django", "wanted"), [("5.0", []), ("5.1", ["admin.py:8 author"]), ("6.1", ["admin.py:8 author"])]
)
def test_a_path_of_keys_is_followed_since_51_and_never_joined(django, wanted):
    assert books("list_display = ['title', 'author__name']", django) == wanted


def test_what_is_stated_is_joined():
    assert books("list_display = ['by', 'author__city']\nlist_select_related = ['author__city']") == []
    assert books("list_display = ['by', 'editor']\nlist_select_related = True") == ["admin.py:8 editor"]
    assert books("list_display = ['by']\n\ndef get_list_select_related(self, request):\n    return ['author']") == []


def test_a_queryset_that_joins_anything_is_left_alone():
    body = """
    list_display = ['title', 'author']

    def get_queryset(self, request):
        return super().get_queryset(request).select_related('editor')
    """
    assert books(body) == ["admin.py:8 author"]


def test_an_annotation_is_no_path():
    body = """
    list_display = ['title', 'author__name']

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(author__name=1)
    """
    assert books(body) == []


def test_an_admin_method_comes_before_the_model():
    body = """
    list_display = ['by']

    def by(self, book):
        return book.title
    """
    assert books(body) == []


def test_a_list_that_code_makes():
    body = """
    list_display = ['title']

    def get_list_display(self, request):
        shown = list(super().get_list_display(request))
        if request.user.is_staff:
            shown.append('by')
        return [*shown, 'price']
    """
    assert books(body) == ["admin.py:13 author"]


def test_a_list_that_is_not_known_may_hold_a_key():
    body = """
    def get_list_display(self, request):
        return ['by', *unknown(request)]
    """
    assert books(body, "6.0") == []


AUTHORS = "\n@register(Author)\nclass AuthorAdmin(ModelAdmin):\n    fields = list_display = ['name']\n"


@pytest.mark.parametrize(
    ("more", "django", "wanted"),
    [
        ("", "5.0", ["admin.py:7 city"]),
        ("    actions = None\n", "5.0", []),
        ("    def has_delete_permission(self, request, obj=None):\n        return False\n", "5.0", []),
        ("    def get_actions(self, request):\n        return {}\n", "5.0", []),
        ("    list_per_page = 5\n    def has_delete_permission(self, request):\n        return False\n", "5.0", []),
    ],
)
def test_a_row_with_a_checkbox_shows_its_text(more, django, wanted):
    assert told(AUTHORS + more, django) == wanted


def test_the_page_that_asks_whether_to_delete_shows_texts_in_every_version():
    assert told(AUTHORS, "4.2") == ["admin.py:7 city"]


def test_actions_are_given_the_rows_of_the_list():
    body = """
    list_display = ['title']
    actions = ['shout', whisper]

    def shout(self, request, queryset):
        return [book.author.name for book in queryset]
    """
    head = (
        "\ndef whisper(admin, request, books):\n    for book in books.filter(sold=True):\n        book.editor.name\n\n"
    )
    code = head + "@register(Book)\nclass BookAdmin(ModelAdmin):\n    fields = ['title']\n"
    code += "".join(f"    {line}\n" for line in dedent(body).strip("\n").splitlines())
    assert told(code) == ["admin.py:7 editor", "admin.py:16 author"]
    assert told(code + "    list_select_related = ['author', 'editor']\n") == []


def test_rows_of_a_search():
    body = """
    list_display = ['by']

    def get_search_results(self, request, queryset, search_term):
        rows, repeated = super().get_search_results(request, queryset, search_term)
        return rows.select_related('author'), repeated
    """
    assert books(body) == []


def test_filters_show_the_rows_that_they_offer():
    assert books("list_display = ['title']\nlist_filter = ['price', 'author']") == ["admin.py:9 city"]
    only = (
        "list_filter = ['price', ('author', admin.RelatedOnlyFieldListFilter), ('author', admin.EmptyFieldListFilter)]"
    )
    assert books(f"list_display = ['title']\n{only}") == ["admin.py:9 city"]
    assert books("list_display = ['title']\nlist_filter = ['author__city', 'tags']") == []


def test_a_form_for_each_row_asks_for_its_choices():
    assert "admin.py:9 chosen" in books("list_display = ['title', 'author']\nlist_editable = ['author']")
    assert books("list_display = ['title', 'price']\nlist_editable = ['price']") == []


def test_what_others_look_up():
    code = """
    @register(Author)
    class AuthorAdmin(ModelAdmin):
        fields = ['name']
        search_fields = ['name']
        list_select_related = ['city']

    @register(Book)
    class BookAdmin(ModelAdmin):
        fields = ['author']
        list_display = ['title']
        autocomplete_fields = ['author']
    """
    assert told(code) == ["admin.py:8 city"]
    assert told(code.replace("@register(Book)", "@register(Book, site=other)\n").replace(
        "@register(Author)", "other = admin.AdminSite('other')\n\n    @register(Author)", 1)) == []  # fmt: skip


PAGE = "class AuthorAdmin(admin.ModelAdmin):\n    fields = list_display = ['name']\n"


@pytest.mark.parametrize(
    "call",
    [
        "admin.site.register(Author, AuthorAdmin)",
        "admin.site.register([Author], admin_class=AuthorAdmin)",
        "register(Author)(AuthorAdmin)",
        "for model in (Author, City):\n    admin.site.register(model, AuthorAdmin)",
        "site = admin.AdminSite()\nsite.register(Author, AuthorAdmin)",
        "class Site(admin.AdminSite):\n    pass\n\nsite = Site()\nsite.register(Author, AuthorAdmin)",
    ],
)
def test_a_class_that_another_module_registers(call):
    code = f"\nfrom shop.pages import AuthorAdmin\n\n{call}\n"
    assert told(code, shop__pages=f"from django.contrib import admin\n\n{PAGE}") == ["pages.py:4 city"]


def test_a_model_that_is_registered_without_a_class():
    assert told("\nadmin.site.register(Author)\nadmin.site.register(City)\n") == ["admin.py:5 city"]


def test_what_is_registered_with_something_else():
    assert told("\nregistry = {}\nregistry.register(Author)\n") == []


def test_a_list_that_classes_inherit_is_told_where_it_is_stated():
    mixin = "class Listed:\n    fields = ['title']\n    list_display = ['title', 'by']\n"
    code = """
    from shop.pages import Listed

    @register(Book)
    class BookAdmin(Listed, ModelAdmin):
        pass
    """
    assert told(code, shop__pages=mixin) == ["pages.py:3 author"]


@pytest.mark.parametrize("base", ["parler.admin.TranslatableAdmin", "unknown.UnknownAdmin, ModelAdmin"])
def test_rows_of_a_base_that_is_not_read_are_not_known(base):
    module = base.partition(".")[0]
    code = f"\nimport {module}.admin\n\n@register(Book)\nclass A({base}):\n    fields = list_display = ['by']\n"
    assert told(code) == []


@pytest.mark.parametrize(
    "base",
    [
        "guardian.admin.GuardedModelAdmin",
        "import_export.admin.ImportExportModelAdmin",
        "simple_history.admin.SimpleHistoryAdmin",
    ],
)
def test_bases_of_packages_that_change_no_rows(base):
    module = base.partition(".")[0]
    code = f"\nimport {module}.admin\n\n@register(Book)\nclass A({base}):\n    fields = list_display = ['by']\n"
    assert told(code) == ["admin.py:9 author"]


def test_a_change_list_of_the_project():
    body = """
    list_display = ['by']

    def get_changelist(self, request, **kwargs):
        return Shown
    """
    assert books(body) == []
