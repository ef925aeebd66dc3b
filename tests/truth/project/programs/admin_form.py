from django.contrib import admin
from django.contrib.admin import AdminSite, register

from app.admin_forms import Formed, Noted, added, changed, changed_with_chapters
from app.models import Book, Chapter, DataBook

site_8501 = AdminSite()


@register(Book, site=site_8501)
class Admin8501(Formed):
    fields = ["title", "author"]


def case_8501():
    """change form: fk select plain __str__ / -"""
    changed(site_8501, Book)


site_8502 = AdminSite()


@register(DataBook, site=site_8502)
class Admin8502(Noted):
    fields = ["book"]


def case_8502():
    """change form: fk select __str__ touches fk / -"""
    changed(site_8502, DataBook)


site_8503 = AdminSite()


@register(DataBook, site=site_8503)
class Admin8503(Noted):
    fields = ["book"]
    raw_id_fields = ["book"]


def case_8503():
    """change form: raw_id_fields / -"""
    changed(site_8503, DataBook)


site_8504 = AdminSite()


@register(DataBook, site=site_8504)
class Admin8504(Noted):
    fields = ["book"]
    autocomplete_fields = ["book"]


def case_8504():
    """change form: autocomplete_fields / -"""
    changed(site_8504, DataBook)


site_8505 = AdminSite()


@register(DataBook, site=site_8505)
class Admin8505(Noted):
    fields = ["book"]
    readonly_fields = ["book"]


def case_8505():
    """change form: readonly fk / -"""
    changed(site_8505, DataBook)


site_8506 = AdminSite()


@register(DataBook, site=site_8506)
class Admin8506(Noted):
    fields = ["books"]


def case_8506():
    """change form: m2m select __str__ touches fk / -"""
    changed(site_8506, DataBook)


site_8507 = AdminSite()


@register(DataBook, site=site_8507)
class Admin8507(Noted):
    fields = ["books"]
    raw_id_fields = ["books"]


def case_8507():
    """change form: m2m raw_id_fields / -"""
    changed(site_8507, DataBook)


site_8508 = AdminSite()


@register(DataBook, site=site_8508)
class Admin8508(Noted):
    fields = ["books"]
    filter_horizontal = ["books"]


def case_8508():
    """change form: m2m filter_horizontal / -"""
    changed(site_8508, DataBook)


site_8509 = AdminSite()


@register(DataBook, site=site_8509)
class Admin8509(Noted):
    fields = ["books"]
    autocomplete_fields = ["books"]


def case_8509():
    """change form: m2m autocomplete / -"""
    changed(site_8509, DataBook)


site_8510 = AdminSite()


@register(DataBook, site=site_8510)
class Admin8510(Noted):
    fields = ["book"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        queryset = Book.objects.select_related("author")
        return super().formfield_for_foreignkey(db_field, request, **{**kwargs, "queryset": queryset})


def case_8510():
    """change form: fk with formfield_for_foreignkey select_related / -"""
    changed(site_8510, DataBook)


site_8511 = AdminSite()


@register(DataBook, site=site_8511)
class Admin8511(Noted):
    fields = ["book"]
    radio_fields = {"book": admin.VERTICAL}


def case_8511():
    """change form: radio_fields / -"""
    changed(site_8511, DataBook)


site_8512 = AdminSite()


@register(DataBook, site=site_8512)
class Admin8512(Noted):
    fields = ["book"]


def case_8512():
    """add form: fk select __str__ touches fk / -"""
    added(site_8512, DataBook)


site_8513 = AdminSite()


@register(DataBook, site=site_8513)
class Admin8513(Noted):
    fields = ["book"]
    list_select_related = ["book__author"]


def case_8513():
    """change form: list_select_related does not apply / -"""
    changed(site_8513, DataBook)


site_8514 = AdminSite()


class Admin8514Inline(admin.TabularInline):
    model = Chapter
    extra = 0
    fields = ["name"]


@register(Book, site=site_8514)
class Admin8514(Formed):
    fields = ["title"]
    inlines = [Admin8514Inline]


def case_8514():
    """change form inline: plain fields, inline rows grow / -"""
    changed_with_chapters(site_8514, Book)


site_8515 = AdminSite()


class Admin8515Inline(admin.TabularInline):
    model = Chapter
    extra = 0
    fields = ["name", "writer"]


@register(Book, site=site_8515)
class Admin8515(Formed):
    fields = ["title"]
    inlines = [Admin8515Inline]


def case_8515():
    """change form inline: fk select, inline rows grow / -"""
    changed_with_chapters(site_8515, Book)


site_8516 = AdminSite()


class Admin8516Inline(admin.TabularInline):
    model = Chapter
    extra = 0
    fields = ["name", "writer"]
    raw_id_fields = ["writer"]


@register(Book, site=site_8516)
class Admin8516(Formed):
    fields = ["title"]
    inlines = [Admin8516Inline]


def case_8516():
    """change form inline: raw_id fk, inline rows grow / -"""
    changed_with_chapters(site_8516, Book)
