"""An index that another one makes needless.

## What it does
Reports what a person wrote and the database already has:

- `db_index=True` on a `ForeignKey`, a `OneToOneField`, or beside `unique=True` or `primary_key=True`, at the argument;
- `db_index=True` on a column that leads a longer index, `unique_together` or unique constraint of the same class;
- an entry of `Meta.indexes` that repeats, or is the beginning of, another index or unique constraint of the model, or
  whose only column has an index of its own (a `ForeignKey` has one).

## Why is this bad?
Beside a `ForeignKey` or `unique=True` the argument changes nothing and misleads. A second index over the same columns
must be written with every row, takes its space in memory and on disk, and serves no query that the other does not.

## Example
```python
class Ad(models.Model):
    owner = models.ForeignKey("Owner", models.CASCADE, db_index=True)
    created = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner"], name="ad_owner"),
            models.Index(fields=["created", "owner"], name="ad_created_owner"),
        ]
```

## Use instead
```python
class Ad(models.Model):
    owner = models.ForeignKey("Owner", models.CASCADE)
    created = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["created", "owner"], name="ad_created_owner"),
        ]
```

## What it leaves alone
- The index that a `ForeignKey` has by itself, even if a longer one starts with it.
- Indexes with a condition, expressions, operator classes, included columns or a tablespace of their own, and all that
  are no plain `models.Index`.
- Columns in another order or direction, and what a base class states.
- `db_index=True` on a text column that leads a longer index, unless all engines of `DATABASES` are written down, in
  production too, and none is PostgreSQL, where it also makes an index for `LIKE`.
- An index on a `ForeignKey` on MySQL, where it replaces the one that the constraint needs.

## Options
None.

## Fix safety
There is no automatic fix: dropping an index needs a migration. `db_index=True` beside a `ForeignKey` or `unique=True`
goes without any change of the database.

## References
- [ForeignKey.db_index](https://docs.djangoproject.com/en/stable/ref/models/fields/#django.db.models.ForeignKey)
- [unique implies an index](https://docs.djangoproject.com/en/stable/ref/models/fields/#unique)
- [Multicolumn indexes in PostgreSQL](https://www.postgresql.org/docs/current/indexes-multicolumn.html)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from orm_lint.finding import Finding
from orm_lint.project.declarations import confidence_in, declares, evidence_of, is_ours, keyword_at, span_of
from orm_lint.project.models.graph import Place
from orm_lint.rules.base import EachSubject, Rule

if TYPE_CHECKING:
    from orm_lint.project.context import LoadedContext
    from orm_lint.project.models.graph import Field, Index, Model
    from orm_lint.project.project import Project

WITHOUT_INDEX_TOGETHER = (5, 1)
PLAIN = {
    "index": ("django.db.models.indexes.Index", frozenset({"fields", "name"})),
    "unique": (
        "django.db.models.constraints.UniqueConstraint",
        frozenset({"fields", "name", "violation_error_message", "violation_error_code", "nulls_distinct"}),
    ),
}
# Django's classes for columns that are no text: PostgreSQL gives a text column a second index, for LIKE.
NO_TEXT = frozenset(
    f"django.db.models.fields.{name}Field"
    for name in (
        "BigInteger", "Boolean", "Date", "DateTime", "Decimal", "Duration", "Float", "GenericIPAddress", "Integer",
        "NullBoolean", "PositiveBigInteger", "PositiveInteger", "PositiveSmallInteger", "SmallInteger", "Time", "UUID",
    )
)  # fmt: skip


class _Columns(Struct, frozen=True):
    """Columns that Meta puts an index on, in this order; `what` says how, `place` where, `index` if it is an entry."""

    fields: tuple[str, ...]
    what: str
    place: Place | None
    index: Index | None = None


def check(project: Project) -> Iterable[Finding]:
    """One finding for each argument and each index that adds nothing."""
    subjects = (
        (context, model)
        for context in project.contexts
        for model in context.graph.models
        if is_ours(model.place) and not model.is_proxy and model.is_managed
    )
    return EachSubject(subjects, lambda found: _judge(project, *found), lambda found: found[1].place.path)


def _judge(project: Project, context: LoadedContext, model: Model) -> Iterator[Finding]:
    stated = tuple(_stated(context, model))
    for field in model.fields:
        if field.is_inherited or not field.db_index or "db_index" not in field.arguments:
            continue
        keyword = keyword_at(model, field.arguments["db_index"], "db_index")
        why = _needless(context, model, field, stated) if keyword else None
        if keyword and why:
            place = Place(model.symbol.module, keyword.at)
            message = f"`db_index=True` on `{model.name}.{field.name}` {why}; remove it"
            yield _finding(project, model, place, message, field, [])
    for position, columns in enumerate(stated):
        if columns.index is not None and _is_plain(columns.index) and declares(model, columns.index.place):
            yield from _judge_index(project, context, model, stated, position)


def _finding(
    project: Project, model: Model, place: Place, message: str, field: Field | None, rests_on: list[Place]
) -> Finding:
    evidence = evidence_of(rests_on)
    relation = field.name if field else None
    return Finding(
        RULE.code,
        RULE.name,
        message,
        span_of(project, place),
        confidence_in(model, evidence),
        evidence,
        model=model.label,
        relation=relation,
    )


def _needless(context: LoadedContext, model: Model, field: Field, stated: tuple[_Columns, ...]) -> str | None:
    """Why `db_index=True` adds nothing to a field."""
    if not field.type.startswith("django."):
        return None
    if field.primary_key:
        return "adds nothing: a primary key has an index"
    if field.kind == "one_to_one":
        return "adds nothing: a OneToOneField is unique, which makes an index"
    if field.unique:
        return "adds nothing: unique=True makes an index"
    if field.kind == "forward":
        return "adds nothing: a ForeignKey has an index unless it says db_index=False"
    if field.type not in NO_TEXT and not _has_no_postgresql(context):
        return None
    longer = (one for one in stated if len(one.fields) > 1 and one.fields[0] == field.name)
    own = (one for one in longer if one.place and declares(model, one.place))
    return next((f"is one index too many: {one.what} starts with the same column" for one in own), None)


def _has_no_postgresql(context: LoadedContext) -> bool:
    """Whether the engines of production are written down, and others; SQLite alone is what a fresh checkout uses."""
    found = context.engines
    is_known = None not in found and any(engine and not engine.endswith("sqlite3") for engine in found)
    return is_known and not any(word in engine for engine in found if engine for word in ("postg", "psycopg"))


def _has_mysql(context: LoadedContext) -> bool:
    return any("mysql" in engine for engine in context.engines if engine)


def _stated(context: LoadedContext, model: Model) -> Iterator[_Columns]:
    """What Meta states, in an order in which an entry may only yield to an earlier one if both are equal."""
    for index in model.indexes:
        if index.kind == "unique" and _is_plain(index):
            yield _Columns(_names(model, index.fields), f"the unique constraint {_shown(index)}", index.place, index)
    for group in model.unique_together:
        yield _Columns(_names(model, group), "`unique_together`", model.meta_places.get("unique_together"))
    for index in model.indexes:
        if index.kind == "index" and _is_plain(index):
            yield _Columns(_names(model, index.fields), f"the index {_shown(index)}", index.place, index)
    if context.django < WITHOUT_INDEX_TOGETHER:
        for group in model.index_together:
            yield _Columns(_names(model, group), "`index_together`", model.meta_places.get("index_together"))


def _names(model: Model, written: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of columns that may be written as `owner` or as `owner_id`; a leading `-` stays."""
    return tuple(model.by_attname[name].name if name in model.by_attname else name for name in written)


def _shown(index: Index) -> str:
    return f"({', '.join(index.fields)})"


def _is_plain(index: Index) -> bool:
    """Whether an entry is nothing but columns, all of which we know, under a name."""
    if index.kind not in PLAIN or index.is_partial or not index.fields:
        return False
    type_name, keywords = PLAIN[index.kind]
    return index.is_known and index.type == type_name and index.arguments <= keywords


def _judge_index(
    project: Project, context: LoadedContext, model: Model, stated: tuple[_Columns, ...], position: int
) -> Iterator[Finding]:
    """Whether an index of Meta repeats another, begins another, or repeats the index of its only column."""
    columns = stated[position]
    if columns.index is None or columns.index.kind != "index":
        return
    field = model.by_name.get(columns.fields[0]) if len(columns.fields) == 1 else None
    own = _own_index(context, field) if field else None
    why = own or _repeated(stated, position)
    if why is not None:
        message = f"the index {_shown(columns.index)} of {model.name} is one too many: {why}; remove it"
        rests_on = [field.place] if field and own else []
        yield _finding(project, model, columns.index.place, message, None, rests_on)


def _repeated(stated: tuple[_Columns, ...], position: int) -> str | None:
    """What else in Meta serves the columns at a position; of two that are equal, the first stays."""
    fields = stated[position].fields
    for other_position, other in enumerate(stated):
        if other_position == position or other.fields[: len(fields)] != fields:
            continue
        if len(other.fields) > len(fields):
            return f"{other.what} starts with the same columns"
        if other_position < position:
            return f"{other.what} has the same columns"
    return None


def _own_index(context: LoadedContext, field: Field) -> str | None:
    """What gives a column an index of its own."""
    if field.primary_key or field.unique:
        return f"`{field.name}` is unique, which makes an index"
    if not field.db_index or not field.type.startswith("django."):
        return None
    if field.kind == "forward":
        return None if _has_mysql(context) else f"`{field.name}` is a ForeignKey, which has an index"
    return f"`{field.name}` has db_index=True"


RULE = Rule("ORM506", "redundant-index", "an index that another one makes needless", True, check)
