"""Runs every method under Django: what it gives, and how many queries it sends in which state of the cache."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import django_side

RELATED = {
    "reverse_many": ("Author", "reviewed"),
    "required": ("Author", "edited"),
    "many_to_many": ("Tag", "books"),
    "generic_set": ("Book", "tagged"),
}


def main() -> None:
    django_side.set_up()
    json.dump({"names": names(), "calls": calls(), "rows": row_methods(), "implicit": implicit()}, sys.stdout)


class Receiver:
    """One kind of object with the methods; `state` is fresh, cached (evaluated or prefetched) or ordered as well."""

    def __init__(self, kind: str, state: str) -> None:
        from app import models
        from django.db.models import Prefetch

        self.kind = kind
        if kind not in RELATED:
            self.model = models.Book
            self.object = models.Book.objects
            if kind == "queryset":
                self.object = models.Book.objects.order_by("pk") if state == "ordered" else models.Book.objects.all()
            if kind == "queryset" and state != "fresh":
                len(self.object)
            return
        parent, name = RELATED[kind]
        parents = getattr(models, parent).objects.all()
        self.model = getattr(parents[0], name).model
        if state != "fresh":
            rows = self.model.objects.order_by("pk") if state == "ordered" else None
            parents = parents.prefetch_related(Prefetch(name, queryset=rows))
        self.parent = next(iter(parents))
        self.object = getattr(self.parent, name)

    @property
    def row(self) -> Any:
        """A row that belongs to it, fetched by itself."""
        if self.kind in RELATED:
            return self.model.objects.get(pk=getattr(self.parent, RELATED[self.kind][1]).order_by("pk").first().pk)
        return self.model.objects.order_by("pk").first()

    def new(self) -> dict[str, Any]:
        """What a row needs to be created."""
        if self.model.__name__ == "TaggedItem":
            return {"label": "new"}
        first = self.model.objects.order_by("pk").first()
        names = ("author", "editor", "translator", "imprint")
        return {"title": "new", **{name: getattr(first, name) for name in names if self.fills(name)}}

    def fills(self, name: str) -> bool:
        return not (self.kind == "required" and name == "editor")


def given(name: str, receiver: Receiver) -> tuple[list[Any], dict[str, Any]] | None:
    """Arguments for a method; None if it is internal or has no meaning for these rows."""
    from django.db import models
    from django.db.models import Count, Q, Value

    book = receiver.model.__name__ == "Book"
    text, key = ("title", "author") if book else ("label", "content_type")
    others = receiver.model.objects.all()
    table = receiver.model._meta.db_table
    simple: dict[str, Callable[[], tuple[list[Any], dict[str, Any]] | None]] = {
        "alias": lambda: ([], {"x": Value(1)}),
        "annotate": lambda: ([], {"x": Value(1)}),
        "complex_filter": lambda: ([Q(pk__gt=0)], {}),
        "dates": lambda: (["created", "year"], {}) if book else None,
        "datetimes": lambda: (["created", "year"], {}) if book else None,
        "defer": lambda: ([text], {}),
        "exclude": lambda: ([], {"pk": -1}),
        "filter": lambda: ([], {"pk__gt": 0}),
        "extra": lambda: ([], {"where": ["1=1"]}),
        "only": lambda: (["pk"], {}),
        "order_by": lambda: (["pk"], {}),
        "prefetch_related": lambda: ([key], {}),
        "select_related": lambda: ([key], {}),
        "using": lambda: (["default"], {}),
        "db_manager": lambda: (["default"], {}),
        "values": lambda: (["pk"], {}),
        "values_list": lambda: (["pk"], {}),
        "fetch_mode": lambda: ([models.FETCH_PEERS], {}),
        "raw": lambda: ([f"select * from {table}"], {}),
        "get": lambda: ([], {"pk": receiver.row.pk}),
        "earliest": lambda: (["pk"], {}),
        "latest": lambda: (["pk"], {}),
        "contains": lambda: ([receiver.row], {}),
        "aggregate": lambda: ([Count("pk")], {}),
        "create": lambda: ([], receiver.new()),
        "get_or_create": lambda: ([], {text: "new", "defaults": receiver.new()}),
        "update_or_create": lambda: ([], {text: "new", "defaults": receiver.new()}),
        "bulk_create": lambda: ([[receiver.model(**complete(receiver))]], {}),
        "bulk_update": lambda: ([[receiver.row], [text]], {}),
        "update": lambda: ([], {text: "z"}),
        "add": lambda: ([receiver.model.objects.order_by("pk").last()], {}),
        "remove": lambda: ([receiver.row], {}),
        "set": lambda: ([[receiver.model.objects.order_by("pk").last()]], {}),
    }
    for combining in ("union", "intersection", "difference"):
        simple[combining] = lambda: ([others], {})
    base = name[1:] if name[1:] in simple and name[0] == "a" else name
    return simple[base]() if base in simple else None if base in INTERNAL else ([], {})


INTERNAL = {
    "contribute_to_class",
    "deconstruct",
    "get_content_type",
    "from_queryset",
    "get_prefetch_cache",
    "get_prefetch_queryset",
    "get_prefetch_querysets",
    "resolve_expression",
    "set_base",
}


def complete(receiver: Receiver) -> dict[str, Any]:
    """The fields of a row that is made without its manager."""
    values = receiver.new()
    if receiver.model.__name__ == "TaggedItem":
        return {**values, "content_object": receiver.parent}
    return {**values, "editor": values.get("editor", values["author"])}


def names() -> dict[str, list[str]]:
    from django.db.models import Model
    from django.db.models.query import RawQuerySet

    found = {kind: public(Receiver(kind, "fresh").object) for kind in ("queryset", "manager", *RELATED)}
    return {**found, "row": public(Model), "raw": public(RawQuerySet)}


def public(holder: Any) -> list[str]:
    """The methods, without those that a model has for single fields and the exceptions it carries."""
    return sorted(
        name
        for name in dir(holder)
        if name[0] != "_" and name not in ("DoesNotExist", "MultipleObjectsReturned") and is_method(holder, name)
    )


def is_method(holder: Any, name: str) -> bool:
    found = inspect.getattr_static(holder, name)
    return not isinstance(found, property) and callable(getattr(holder, name)) and not isinstance(found, type)


def calls() -> dict[str, dict[str, Any]]:
    return {
        kind: {name: measured(kind, name) for name in public(Receiver(kind, "fresh").object)}
        for kind in ("queryset", "manager", *RELATED)
    }


def measured(kind: str, name: str) -> dict[str, Any] | None:
    if given(name, Receiver(kind, "fresh")) is None:
        return None
    states = ["fresh"] if kind == "manager" else ["fresh", "cached", "ordered"]
    return {state: one_call(kind, state, name) for state in states}


def one_call(kind: str, state: str, name: str) -> dict[str, Any]:
    """The queries of the call, of going through what it gives, and of the manager's rows afterwards."""
    from django.db import transaction

    with transaction.atomic():
        receiver = Receiver(kind, state)
        args, keywords = given(name, receiver) or ([], {})
        try:
            result, statements = logged(lambda: finished(getattr(receiver.object, name)(*args, **keywords)))
            _, iterated = sent(lambda: gone_through(result))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            transaction.set_rollback(True)
            return {"error": type(error).__name__}
        after = sent(lambda: list(receiver.object.all()))[1] if kind in RELATED else None
        transaction.set_rollback(True)
    wrote = any(sql.startswith(("INSERT", "UPDATE", "DELETE")) for sql in statements)
    called = len(statements)
    return {"gives": kind_of(result), "called": called, "wrote": wrote, "iterated": iterated, "after": after}


def sent(action: Callable[[], Any]) -> tuple[Any, int]:
    """What an action gives and the number of its statements."""
    result, statements = logged(action)
    return result, len(statements)


def logged(action: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What an action gives and its statements, those of transactions left out."""
    from django.db import connection

    connection.queries_log.clear()
    result = action()
    statements = [query["sql"].lstrip().upper() for query in connection.queries_log]
    return result, [sql for sql in statements if not sql.startswith(django_side.NOT_COUNTED)]


def finished(result: Any) -> Any:
    """The result, awaited if it has to be."""
    from asgiref.sync import async_to_sync

    async def awaited() -> Any:
        return await result

    return async_to_sync(awaited)() if inspect.isawaitable(result) else result


def gone_through(result: Any) -> None:
    from asgiref.sync import async_to_sync
    from django.db.models import Manager

    async def through() -> None:
        async for _ in result:
            pass

    if kind_of(result) == "iterator" and isinstance(result, AsyncIterator):
        async_to_sync(through)()
    elif kind_of(result) in ("queryset", "raw", "iterator"):
        list(result)
    elif isinstance(result, Manager) and result.model is not None:
        list(result.all())


def kind_of(result: Any) -> str:
    from django.db.models import Manager, Model, QuerySet
    from django.db.models.query import RawQuerySet

    match result:
        case QuerySet():
            return "queryset"
        case Manager():
            return "manager"
        case RawQuerySet():
            return "raw"
        case Model():
            return "row"
        case [Model(), bool()]:
            return "row, created"
        case [Model(), *_]:
            return "rows"
        case dict() if result and isinstance(next(iter(result.values())), Model):
            return "mapping"
    return "iterator" if isinstance(result, (Iterator, AsyncIterator)) else "value"


def row_methods() -> dict[str, Any]:
    """The queries of every method of a row, and of reading a foreign key afterwards that was loaded before."""
    from app import models
    from django.db.models import Model

    arguments = {"serializable_value": ["title"], "unique_error_message": [models.Book, ("id",)]}
    skipped = {"date_error_message", "from_db", "prepare_database_save", "check"}
    found = {}
    for name in [*public(Model), "get_next_by_created", "get_previous_by_created"]:
        if name not in skipped:
            found[name] = one_row_method(name, arguments.get(name, []))
    return found


def one_row_method(name: str, args: list[Any]) -> dict[str, Any]:
    from app import models
    from django.db import transaction

    with transaction.atomic():
        row = models.Book.objects.select_related("author").order_by("pk")[1]
        row.blurb = "x"
        result, called = sent(lambda: finished(getattr(row, name)(*args)))
        after = None if "delete" in name else sent(lambda: row.author)[1]
        transaction.set_rollback(True)
    return {"gives": kind_of(result), "called": called, "after": after}


def implicit() -> dict[str, Any]:
    """What Python does to a queryset: its queries, and those of going through the queryset afterwards."""
    from app import models

    actions = {
        "iterate": list,
        "len": len,
        "bool": bool,
        "contains": lambda rows: models.Author.objects.get(pk=1) in rows,
        "repr": repr,
        "index": lambda rows: rows[0],
        "slice": lambda rows: rows[:2],
    }
    found = {}
    for name, action in actions.items():
        rows = models.Author.objects.all()
        fetched = sent(lambda: models.Author.objects.get(pk=1))[1] if name == "contains" else 0
        called = sent(lambda action=action, rows=rows: action(rows))[1] - fetched
        after = sent(lambda rows=rows: list(rows))[1]
        again = sent(lambda action=action, rows=rows: action(rows))[1] - fetched
        found[name] = {"called": called, "after": after, "again": again}
    return found


if __name__ == "__main__":
    main()
