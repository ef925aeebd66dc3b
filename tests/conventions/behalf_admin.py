"""On whose behalf pages of the admin are shown: lists, and the fields and inlines of forms; see `behalf`."""

from __future__ import annotations

from typing import Any

from tests.conventions.stated import Behalf, Reader, Spot, calls, entry, is_of, member

LISTS = ("list_display", "get_list_display", "list_editable")
STATED = ("fieldsets", "fields", "get_fieldsets", "get_fields", "form", "model")
_page: dict[str, Any] = {}


def _admin_page(project: str, names: dict[str, Any]) -> Behalf:
    return Behalf(member(project, type(names["self"]), "list_display", "get_list_display"))


def _admin_filter(project: str, names: dict[str, Any]) -> Behalf:
    stated = names.get("list_filter")
    name = stated if isinstance(stated, str | None) else getattr(stated, "title", None) or stated[0]
    return Behalf(entry(project, type(names["self"].model_admin), "list_filter", name))


def _admin_look_up(project: str, names: dict[str, Any]) -> Behalf:
    admin = getattr(names["self"], "model_admin", None)
    return Behalf(member(project, type(admin), "search_fields")) if admin is not None else Behalf([])


def _admin_row(project: str, names: dict[str, Any]) -> Behalf:
    admin, name = type(names["cl"].model_admin), names.get("field_name")
    if admin.__module__ == "django.contrib.admin.options":  # registered without a class
        return Behalf(calls(project, names["cl"].model_admin.admin_site.name, "register"))
    if name is None or not is_of(project, admin):
        return Behalf([])
    spots = [spot for stated in LISTS for spot in entry(project, admin, stated, name)]
    return Behalf(spots, f"{admin.__name__}.{name}")


def _shows(project: str, names: dict[str, Any]) -> Behalf:
    """The page that is written: its context names the admin class of each form."""
    _page.clear()
    _page.update(names["self"].context_data or {})
    return Behalf([])


def _field(project: str, names: dict[str, Any]) -> Behalf:
    bound = names["self"]
    return Behalf(_spots(project, _admin_of(bound.form), bound.name))


def _admin_of(form: Any) -> type:
    shown = _page.get("adminform")
    if shown is not None and shown.form is form:
        return type(shown.model_admin)
    found = (inline for inline in _page.get("inline_admin_formsets", ()) if form in inline.formset.forms)
    return next((type(inline.opts) for inline in found), object)


def _spots(project: str, admin: type, name: str) -> list[Spot]:
    """The entry of a field in what the class lists, else the first of what it states."""
    if not is_of(project, admin):
        return []
    lists = ("readonly_fields", "fieldsets", "fields")
    named = next((known for known in lists if f"'{name}'" in repr(getattr(admin, known, None))), None)
    return entry(project, admin, named, name) if named is not None else member(project, admin, *STATED)


def _readonly(project: str, names: dict[str, Any]) -> Behalf:
    shown = names["self"]
    return Behalf(_spots(project, type(shown.model_admin), shown.field["name"]))


def _text(project: str, names: dict[str, Any]) -> Behalf:
    """`{{ inline_admin_form.original }}`."""
    if names["self"].filter_expression.token != "inline_admin_form.original":
        return Behalf([])
    return Behalf(member(project, type(names["context"]["inline_admin_form"].model_admin), "model"))


ADMIN: dict[tuple[str, str], Reader] = {
    ("django.contrib.admin.options", "ModelAdmin.changelist_view"): _admin_page,
    ("django.contrib.admin.templatetags.admin_list", "items_for_result"): _admin_row,
    ("django.contrib.admin.views.main", "ChangeList.get_filters"): _admin_filter,
    ("django.contrib.admin.views.autocomplete", "AutocompleteJsonView.get"): _admin_look_up,
    ("django.template.response", "SimpleTemplateResponse.rendered_content"): _shows,
    ("django.forms.boundfield", "BoundField.as_widget"): _field,
    ("django.contrib.admin.helpers", "AdminReadonlyField.contents"): _readonly,
    ("django.template.base", "VariableNode.render"): _text,
}
