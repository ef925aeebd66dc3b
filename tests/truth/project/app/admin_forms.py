"""Asks an admin site for the form of a row."""

from django.contrib.admin import ModelAdmin

from app.admin_pages import requested
from app.models import Chapter


class Formed(ModelAdmin):
    """Has a change list that asks for nothing else for each row."""

    list_select_related = ["author"]
    actions = None


class Noted(ModelAdmin):
    actions = None


def changed(site, model):
    site._registry[model].change_view(requested(), "1").render()


def added(site, model):
    site._registry[model].add_view(requested()).render()


def changed_with_chapters(site, model):
    """The form of a row that all chapters point to."""
    Chapter.objects.update(book_id=1)
    changed(site, model)
