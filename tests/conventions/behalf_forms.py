"""On whose behalf a form of the admin is shown: the fields and inlines of admin classes; see `behalf`."""

from __future__ import annotations

from typing import Any

from tests.conventions.behalf_others import Spots
from tests.conventions.stated import Spot, entry, is_of, member

STATED = ("fieldsets", "fields", "get_fieldsets", "get_fields", "form", "model")
_page: dict[str, Any] = {}


def _shows(project: str, names: dict[str, Any]) -> list[Spot]:
    """The page that is written: its context names the admin class of each form."""
    _page.clear()
    _page.update(names["self"].context_data or {})
    return []


def _field(project: str, names: dict[str, Any]) -> list[Spot]:
    bound = names["self"]
    return _spots(project, _admin_of(bound.form), bound.name)


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


def _readonly(project: str, names: dict[str, Any]) -> list[Spot]:
    shown = names["self"]
    return _spots(project, type(shown.model_admin), shown.field["name"])


def _text(project: str, names: dict[str, Any]) -> list[Spot]:
    """`{{ inline_admin_form.original }}`."""
    if names["self"].filter_expression.token != "inline_admin_form.original":
        return []
    return member(project, type(names["context"]["inline_admin_form"].model_admin), "model")


FORMS: dict[tuple[str, str], Spots] = {
    ("django.template.response", "SimpleTemplateResponse.rendered_content"): _shows,
    ("django.forms.boundfield", "BoundField.as_widget"): _field,
    ("django.contrib.admin.helpers", "AdminReadonlyField.contents"): _readonly,
    ("django.template.base", "VariableNode.render"): _text,
}
