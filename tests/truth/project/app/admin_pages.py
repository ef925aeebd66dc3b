"""Asks an admin site for a page."""

from django.contrib.admin import ModelAdmin
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.models import User
from django.test import RequestFactory

from app.models import Book


class Titled(ModelAdmin):
    """Has a change form that lists no rows."""

    fields = ["title"]


class Listing(Titled):
    """Has an action other than Django's own, which has a page of its own."""

    actions = ["nothing"]

    def nothing(self, request, queryset):
        pass

    def has_delete_permission(self, request, obj=None):
        return False


class Noted(Listing):
    fields = ["note"]


def requested(path="/admin/app/book/", **query):
    request = RequestFactory().get(path, query)
    request.user = User(pk=1, username="a", is_staff=True, is_superuser=True, is_active=True)
    request.session = {}
    return request


def listed(site, model, **query):
    site._registry[model].changelist_view(requested(**query)).render()


def deleted(site, model):
    delete_selected(site._registry[model], requested(), Book.objects.all()).render()


def looked_up(site):
    view = AutocompleteJsonView.as_view(admin_site=site)
    view(requested("/admin/autocomplete/", app_label="app", model_name="databook", field_name="book", term=""))
