"""A generic relation whose two columns have no index.

## What it does
Reports a `GenericForeignKey` of a model whose table has no index over the columns of the content type and of the
object's key, where the project looks rows up by them: a `GenericRelation` or tags, a generic inline of the admin, a
`filter()` or the like. Where an abstract base of the project declares the key, the finding stands there and names the
models that lack the index; where another package does, it stands at the model's class.

## Why is this bad?
Everything that belongs to one object is found by these two columns: a `GenericRelation`, the prefetching of one, the
deletion of the object. The index of the content type alone leads to all rows of that type, which is often most of
the table.

## Example
```python
class Review(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey("content_type", "object_id")


class Ad(models.Model):
    reviews = GenericRelation(Review)
```

## Use instead
```python
class Review(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey("content_type", "object_id")

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"], name="review_subject")]


class Ad(models.Model):
    reviews = GenericRelation(Review)
```
A model with a Meta of its own has the indexes of an abstract base only if it says `class Meta(Base.Meta)`.

## What it leaves alone
- Keys by which nothing in the project looks rows up: the index would only have to be written. Code of other packages
  and tests is not asked.
- Tables where the object's key has or leads an index of its own: both columns gain little over it.
- An index that holds both columns after others, such as the user: its author knows what is asked for.
- A unique constraint without a condition, `unique_together`, and before Django 5.1 `index_together`, on the columns.
- Models that are abstract and have no heirs, proxies, unmanaged and swapped models.
- Models with indexes that are built on expressions or that we cannot read.
- Indexes with a condition do not count: they serve only the rows of the condition.

## Options
`django-version` says which Django the project runs, where no lock file or requirement does.

## Fix safety
There is no automatic fix: the change needs a migration, and an index on a large table takes time to build.

## References
- [Generic relations](https://docs.djangoproject.com/en/stable/ref/contrib/contenttypes/#generic-relations):
  Django's own example has the index
- [Meta inheritance](https://docs.djangoproject.com/en/stable/topics/db/models/#meta-inheritance)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from orm_lint.finding import Finding
from orm_lint.project.declarations import confidence_in, declares, evidence_of, is_ours, span_of
from orm_lint.project.generic_lookups import find_lookups, has_generic_relation
from orm_lint.rules.base import EachSubject, Rule

if TYPE_CHECKING:
    from orm_lint.project.context import LoadedContext
    from orm_lint.project.models.graph import Field, Index, Model, ModelGraph, Place
    from orm_lint.project.project import Project

WITHOUT_INDEX_TOGETHER = (5, 1)
SPECIAL = ("Bloom", "Brin", "Gin", "Gist", "SpGist")
NO_LOOKUP = frozenset(f"django.contrib.postgres.indexes.{kind}Index" for kind in SPECIAL)
INDEXING = frozenset({"indexes", "constraints", "unique_together", "index_together"})
SHOWN = 3


class _Lacking(Struct, frozen=True):
    """A generic key, and the models whose tables lack its index. `base` has it in a Meta that they do not inherit."""

    place: Place
    field: Field
    models: tuple[Model, ...]
    base: Model | None


def check(project: Project) -> Iterable[Finding]:
    """One finding for each declaration, or for each model if the declaration is not the project's."""
    found = (lacking for context in project.contexts for lacking in _lacking(project, context))
    return EachSubject(found, lambda one: _judge(project, one), lambda one: one.place.path)


def _lacking(project: Project, context: LoadedContext) -> Iterator[_Lacking]:
    by_place: dict[tuple[str, int], list[tuple[Model, Field]]] = defaultdict(list)
    for model, field in _used(project, context, list(_without_index(project, context))):
        at = field.place if is_ours(field.place) else model.place
        by_place[at.path, at.at].append((model, field))
    for pairs in by_place.values():
        model, field = pairs[0]
        place = field.place if is_ours(field.place) else model.place
        models = tuple(model for model, _ in pairs)
        yield _Lacking(place, field, models, _indexed_base(context, field, models))


def _without_index(project: Project, context: LoadedContext) -> Iterator[tuple[Model, Field]]:
    for model in context.graph.models:
        if not _has_table(model) or not is_ours(model.place) or project.tree.classify(model.place.path) == "silent":
            continue
        for field in _own_keys(context.graph, model):
            if not _is_served(model, field, context.django):
                yield model, field


def _used(
    project: Project, context: LoadedContext, lacking: list[tuple[Model, Field]]
) -> Iterator[tuple[Model, Field]]:
    """Those by which rows are looked up. Functions are read only if the models do not say so."""
    graph = context.graph
    related = [has_generic_relation(graph, model, field) for model, field in lacking]
    rest = [field for (_, field), is_related in zip(lacking, related, strict=True) if not is_related]
    lookups = find_lookups(project, context, rest) if rest else None
    for (model, field), is_related in zip(lacking, related, strict=True):
        if is_related or (lookups and lookups.has(model, field)):
            yield model, field


def _indexed_base(context: LoadedContext, field: Field, models: tuple[Model, ...]) -> Model | None:
    """The abstract model that declares a key and has its index, if no Meta of the models states other indexes."""
    for base in context.graph.models:
        if base.is_abstract and declares(base, field.place):
            stated = INDEXING.intersection(base.meta_places)
            is_indexed = any(_holds(base, field, group) for group in _groups(base, context.django))
            if is_indexed and not any(stated.intersection(model.meta_places) for model in models):
                return base
    return None


def _has_table(model: Model) -> bool:
    return model.is_managed and not (model.is_abstract or model.is_proxy or model.swapped_by)


def _own_keys(graph: ModelGraph, model: Model) -> Iterator[Field]:
    """The generic keys whose columns are in the model's own table, not in that of a parent."""
    parents = [parent for label in model.parents if (parent := graph.get(label))]
    from_parents = {field.place for parent in parents for field in parent.fields if field.kind == "generic_key"}
    for field in model.fields:
        if field.kind == "generic_key" and field.place not in from_parents:
            yield field


def _is_served(model: Model, key: Field, django: tuple[int, int]) -> bool:
    """Whether an index leads to the rows of one object, or may do so."""
    content_type = model.by_name.get(key.content_type_field or "")
    object_id = model.by_name.get(key.object_id_field or "") or model.by_attname.get(key.object_id_field or "")
    if content_type is None or object_id is None or object_id.db_index or object_id.unique or content_type.unique:
        return True
    if not model.is_complete and "indexes" not in model.meta_places:
        return True
    if any(_holds(model, key, group) for group in _groups(model, django)):
        return True
    return not _is_readable(model)


def _groups(model: Model, django: tuple[int, int]) -> Iterator[tuple[str, ...]]:
    """The columns of each index that Meta states, as fields."""
    together = model.unique_together + (model.index_together if django < WITHOUT_INDEX_TOGETHER else ())
    written = [*together, *(index.fields for index in model.indexes if _counts(index))]
    yield from (tuple(_field_name(model, name) for name in group) for group in written)


def _holds(model: Model, key: Field, group: tuple[str, ...]) -> bool:
    """Whether an index holds both columns of a key, or starts with that of the object."""
    content_type = _field_name(model, key.content_type_field or "")
    object_id = _field_name(model, key.object_id_field or "")
    return {content_type, object_id} <= set(group) or group[:1] == (object_id,)


def _counts(index: Index) -> bool:
    return index.kind in ("index", "unique") and not index.is_partial and index.type not in NO_LOOKUP


def _field_name(model: Model, written: str) -> str:
    name = written.removeprefix("-")
    return model.by_attname[name].name if name in model.by_attname else name


def _is_readable(model: Model) -> bool:
    """Whether all that Meta says of indexes is known: calls with columns, nothing made elsewhere."""
    if any(index.kind == "other" or (not index.fields and index.kind != "check") for index in model.indexes):
        return False
    return model.knows_indexes


def _judge(project: Project, lacking: _Lacking) -> Iterator[Finding]:
    model, field = lacking.models[0], lacking.field
    evidence = evidence_of([field.place])
    columns = f"({field.content_type_field}, {field.object_id_field})"
    yield Finding(
        RULE.code,
        RULE.name,
        f"{_where(lacking)} on {columns}{_why(lacking)}: all rows of a content type are read to find those of one "
        f"object; {_advice(lacking)}",
        span_of(project, lacking.place),
        min(confidence_in(one, evidence) for one in lacking.models),
        evidence,
        model=model.label,
        relation=field.name,
    )


def _where(lacking: _Lacking) -> str:
    names = [model.name for model in lacking.models]
    if len(names) == 1:
        return f"the table of {names[0]} has no index"
    return f"the tables of {len(names)} models ({_some(names, ', ')}) have no index"


def _why(lacking: _Lacking) -> str:
    """Why the index of an abstract base is not that of its heirs."""
    if lacking.base is None:
        return ""
    names = _some([model.name for model in lacking.models], " and ")
    return f", as the Meta of {names} does not inherit {lacking.base.name}.Meta"


def _advice(lacking: _Lacking) -> str:
    field = lacking.field
    index = f'models.Index(fields=["{field.content_type_field}", "{field.object_id_field}"])'
    names = _some([model.name for model in lacking.models], " and ")
    is_declared = len(lacking.models) == 1 and declares(lacking.models[0], field.place)
    to = "Meta.indexes" if is_declared else f"Meta.indexes of {names}"
    inherit = "inherit it, or " if lacking.base else ""
    return f"{inherit}add {index} to {to}"


def _some(names: list[str], glue: str) -> str:
    """The names, or the first of them and how many more there are."""
    if len(names) > SHOWN:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    return glue.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


RULE = Rule("ORM502", "generic-key-without-index", "no index on the two columns of a generic relation", True, check)
