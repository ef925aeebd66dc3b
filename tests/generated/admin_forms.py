"""The forms of random admin classes: fields with rows to choose from, fields that are only shown, inlines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.generated import loads
from tests.generated.choices import Choices, Lines, block
from tests.generated.schema import MODELS, target

if TYPE_CHECKING:
    from tests.generated.admins import Made

MANY = {"Book": ("tags", "otags"), "DataBook": ("books",)}
INLINED = {
    "Book": {"chapter_set": "book", "note_set": "book", "page_set": "book", "page3_set": "book",
             "contribution_set": "book", "cover": "book"},
    "Author": {"book_set": "author", "docs_owned": "owner", "mentees": "mentor"},
    "City": {"author_set": "city", "place_set": "city"},
    "Publisher": {"books": "publisher"},
}  # fmt: skip
STATED = {"fields": 50, "fieldsets": 18, "exclude": 8, "get_fields": 12, "all": 12}
HOOKS = ("formfield_for_foreignkey", "formfield_for_foreignkey", "formfield_for_dbfield")


def form(c: Choices, made: Made) -> None:
    """What the form of a row shows."""
    model = MODELS[made.model]
    keys, many = list(model.forward), list(MANY.get(made.model, ()))
    if made.model == "CoverPk":
        keys = []
    names = list(dict.fromkeys(name for options in (model.columns, keys, many) for name in some(c, options, 2)))
    shown = readonly(c, made, names)
    stated(c, made, [*names, *(name for name in shown if name not in names)])
    left = [name for name in names if name in keys and name not in shown]
    if left and c.chance(18):
        made.lines.append(f'raw_id_fields = ["{c.pick(left)}"]')
        c.mark("raw_id_fields")
    elif left and c.chance(8):
        made.lines.append(f'radio_fields = {{"{c.pick(left)}": admin.VERTICAL}}')
    elif left and c.chance(30):
        chosen(c, made, c.pick(left), c.pick(HOOKS))
    elif left and c.chance(20):
        declared(c, made, c.pick(left))
    elif left and c.chance(12):
        in_class(c, made, c.pick(left))
    elif (sets := [name for name in names if name in many and name not in shown]) and c.chance(30):
        chosen(c, made, c.pick(sets), "formfield_for_manytomany")
    if many and c.chance(20):
        made.lines.append(f'{c.pick(("filter_horizontal", "filter_vertical", "raw_id_fields"))} = ["{c.pick(many)}"]')


def some(c: Choices, options: Sequence[str], most: int) -> list[str]:
    return c.some(options, most) if options else []


def stated(c: Choices, made: Made, names: list[str]) -> None:
    """Where the class says which fields it shows."""
    how = c.weighted(STATED) if names else "all"
    c.mark(f"form:{how}")
    text = f"[{', '.join(map(repr, names))}]"
    if how == "fields":
        made.lines.append(f"fields = {text}")
    elif how == "fieldsets":
        parts = c.pick((text, f"[{tuple(names)!r}]"))
        made.lines.append(f'fieldsets = [(None, {{"fields": {parts}}})]')
    elif how == "exclude":
        made.lines.append(
            f'exclude = ["{c.pick(names)}"]' if names[0] in MODELS[made.model].forward else f"fields = {text}"
        )
    elif how == "get_fields":
        made.lines += block("def get_fields(self, request, obj=None):", [f"return {text}"])


def readonly(c: Choices, made: Made, names: list[str]) -> list[str]:
    """Fields that are only shown: some of those of the form, and methods."""
    from tests.generated.admins import a_read, body

    shown = [name for name in names if c.chance(12)]
    if c.chance(15) and (read := a_read(c, made.model)) is not None:
        name = c.name("told")
        made.lines += block(f"def {name}(self, row):", body(c, read))
        shown.append(name)
    if shown:
        c.mark("readonly_fields")
        if c.chance(20):
            made.lines += block("def get_readonly_fields(self, request, obj=None):", [f"return {shown!r}"])
        else:
            made.lines.append(f"readonly_fields = {shown!r}")
    return shown


def in_class(c: Choices, made: Made, name: str) -> None:
    """A queryset for a field of the class of the form."""
    child = target(made.model, name)
    c.mark("get_form")
    lines = [
        "form = super().get_form(request, obj, **kwargs)",
        *block(
            f'if "{name}" in form.base_fields:',
            [f'form.base_fields["{name}"].queryset = {child}.objects{text_loads(c, child)}'],
        ),
        "return form",
    ]
    made.lines += block("def get_form(self, request, obj=None, **kwargs):", lines)


def chosen(c: Choices, made: Made, name: str, hook: str) -> None:
    """A queryset of the class's own for a relation."""
    above = f"super().{hook}(db_field, request, **kwargs)"
    child = target(made.model, name)
    rows = f"{child}.objects{text_loads(c, child)}"
    name = name if c.chance(80) else "other"
    c.mark(hook)
    lines = c.pick(
        (
            [*block(f'if db_field.name == "{name}":', [f'kwargs["queryset"] = {rows}']), f"return {above}"],
            [
                f"field = {above}",
                *block(f'if db_field.name == "{name}":', [f"field.queryset = {rows}"]),
                "return field",
            ],
        )
    )
    made.lines += block(f"def {hook}(self, db_field, request, **kwargs):", lines)


def text_loads(c: Choices, child: str) -> str:
    """What is loaded for the text of a row, or something else."""
    if child == "Book" and c.chance(60):
        return loads.load(c, "Book", "author")
    return c.pick((".all()", '.order_by("pk")', ".filter(pk__gt=0)"))


def declared(c: Choices, made: Made, name: str) -> None:
    """A form of the project's own, which declares the field or changes it when it is made."""
    child = target(made.model, name)
    rows = f"{child}.objects{text_loads(c, child)}"
    cls = c.name("Form")
    c.mark("form class")
    setting = [f'self.fields["{name}"].queryset = {rows}']
    guarded = block(f'if "{name}" in self.fields:', setting)
    init = block("def __init__(self, *args, **kwargs):", ["super().__init__(*args, **kwargs)", *guarded])
    label = block("def label_from_instance(self, row):", ["return row.pk"])
    field = c.name("Field")
    forms: tuple[tuple[list[str], Lines], ...] = (
        ([], [f"{name} = forms.ModelChoiceField(queryset={rows}, required=False)"]),
        ([], [f"{name} = forms.ModelChoiceField(queryset={rows}, widget=forms.HiddenInput)"]),
        ([], init),
        (["\n".join(block(f"class {field}(forms.ModelChoiceField):", label))], [f"{name} = {field}(queryset={rows})"]),
        ([], block("class Meta:", [f'widgets = {{"{name}": {c.pick(("forms.HiddenInput", "forms.Select"))}}}'])),
    )
    before, lines = c.pick(forms)
    made.before += [*before, "\n".join(block(f"class {cls}(forms.ModelForm):", lines))]
    made.lines.append(f"form = {cls}")


def inlines(c: Choices, made: Made) -> None:
    """Up to two inlines."""
    options = list(INLINED.get(made.model, ()))
    names = [inline(c, made, name) for name in dict.fromkeys(c.some(options, 2))] if options else []
    if names:
        c.mark("inlines")
        listed = f"[{', '.join(names)}]"
        if c.chance(15):
            made.lines += block("def get_inlines(self, request, obj):", [f"return {listed}"])
        else:
            made.lines.append(f"inlines = {listed}")


def inline(c: Choices, made: Made, relation: str) -> str:
    from tests.generated.admins import Made, rows

    child, link = target(made.model, relation), INLINED[made.model][relation]
    own, name = Made(child), c.name("Inline")
    model = MODELS[child]
    keys = [key for key in model.forward if key != link]
    fields = list(dict.fromkeys([*some(c, model.columns, 2), *(some(c, keys, 1) if c.chance(35) else [])]))
    own.lines.append(f"model = {child}")
    if list(model.forward.values()).count(made.model) > 1 or c.chance(15):
        own.lines.append(f'fk_name = "{link}"')
    own.needs += ["author"] if child == "Book" else []
    shown = readonly_of_inline(c, own, fields, keys, link)
    names = [*fields, *(one for one in shown if one not in fields)] or [(*model.columns, link)[0]]
    own.lines.append(f"fields = {names!r}")
    left = [key for key in fields if key in keys and key not in shown]
    if left and c.chance(25):
        own.lines.append(f"raw_id_fields = {left!r}")
    if c.chance(50):
        own.lines.append(f"extra = {c.pick((0, 1))}")
    if c.chance(8):
        own.lines += block("def has_change_permission(self, request, obj=None):", ["return False"])
        own.needs += list(left)
    calls = [loads.load(c, child, need) for need in sorted(set(own.needs))] if c.chance(60) else []
    rows(c, own, [call for call in calls if call])
    made.before += own.before
    base = c.pick(("admin.TabularInline", "admin.StackedInline"))
    made.before.append("\n".join(block(f"class {name}({base}):", own.lines)))
    return name


def readonly_of_inline(c: Choices, own: Made, fields: list[str], keys: list[str], link: str) -> list[str]:
    """What an inline only shows: it is read from each of its rows."""
    from tests.generated.admins import OF_MANY, a_read, body

    shown = [key for key in fields if key in keys and c.chance(50)]
    shown += [link] if c.chance(8) else []
    own.needs += shown
    own.needs += [f"{key}__author" for key in shown if target(own.model, key) == "Book"]
    if c.chance(35) and (read := a_read(c, own.model, OF_MANY)) is not None:
        name = c.name("told")
        own.lines += block(f"def {name}(self, row):", body(c, read))
        own.needs += read.needs
        shown.append(name)
    if shown:
        own.lines.append(f"readonly_fields = {shown!r}")
    return shown
