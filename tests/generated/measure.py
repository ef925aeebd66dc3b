"""What the database says of a program: run on 3 and on 12 rows, does the number of its queries grow?

Run as a script (`python -m tests.generated.measure`): reads programs as JSON lines from standard input and writes what
was measured as JSON lines. Always a process of its own: it sets Django up for the generated project.

A program is run as the interpreter runs it: every function and method that can be called without arguments is an entry
point. `coin(i)` is what nobody can know; the program runs once for each outcome of its coins.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import itertools
import json
import os
import sys
import types
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

PROJECT = Path(__file__).parent / "project"
MOST_OUTCOMES = 8
Entries = Callable[[dict], Iterator[Callable[[], None]]]
IGNORED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Bench:
    """Django with one database of each size; `count` runs code on one of them and rolls back what it changed."""

    def __init__(self, settings: str = "settings") -> None:
        sys.path.insert(0, str(PROJECT))
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
        warnings.simplefilter("ignore")
        self.outcomes: tuple[bool, ...] = ()
        self.lines: Counter[int] | None = None
        self.queries = 0
        harness = types.ModuleType("harness")
        harness.coin = lambda i: self.outcomes[i]
        sys.modules["harness"] = harness

        import django

        django.setup()
        self.connections = {}

    def open(self) -> Bench:
        from django.apps import apps
        from django.contrib.contenttypes.models import ContentType
        from django.db import connection

        from tests.generated.data import SIZES, populate

        for size in SIZES:
            connection.connection = None
            connection.connect()
            with connection.schema_editor() as editor:
                for model in apps.get_models(include_auto_created=True):
                    if model._meta.managed and not model._meta.proxy and not model._meta.auto_created:
                        editor.create_model(model)
            ContentType.objects.clear_cache()
            for model in apps.get_models():
                ContentType.objects.get_for_model(model, for_concrete_model=False)
            populate(size)
            self.connections[size] = connection.connection
        connection.execute_wrappers.append(self.seen)
        return self

    def seen(self, execute: Callable, sql: str, *rest: object) -> object:
        if not sql.startswith(IGNORED):
            self.queries += 1
            if self.lines is not None:
                self.lines[line_of_program()] += 1
        return execute(sql, *rest)

    def count(self, run: Callable[[], None], size: int) -> int:
        """The queries of one run. Raises what the code raises."""
        from django.db import connection, transaction

        connection.connection = self.connections[size]
        self.queries = 0
        with transaction.atomic():
            try:
                run()
            finally:
                transaction.set_rollback(True)
        return self.queries


def line_of_program() -> int:
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<gen"):
            return frame.f_lineno
        frame = frame.f_back
    return 0


def entries(namespace: dict) -> Iterator[Callable[[], None]]:
    """Everything in a module that can be called without arguments, each as one run."""
    for value in list(namespace.values()):
        if getattr(value, "__module__", None) != namespace["__name__"]:
            continue
        if inspect.isfunction(value) and callable_as_it_is(value):
            yield value
        elif inspect.isclass(value) and (asked := as_framework(value)) is not None:
            yield from asked
        elif inspect.isclass(value) and callable_as_it_is(value.__init__, bound=1):
            yield from methods(value)


def as_framework(cls: type) -> list[Callable[[], object]] | None:
    """What Django REST framework does with a class; None for a class that is nothing to it."""
    if "rest_framework.serializers" not in sys.modules:
        return None
    from rest_framework.fields import Field
    from rest_framework.pagination import BasePagination
    from rest_framework.views import APIView

    if issubclass(cls, Field | BasePagination):
        return []
    if not issubclass(cls, APIView):
        return None
    return (
        [lambda: answered(cls, "list"), lambda: answered(cls, "retrieve")]
        if is_viewset(cls)
        else [lambda: answered(cls, "list")]
    )


def is_viewset(cls: type) -> bool:
    from rest_framework.viewsets import ViewSetMixin

    return issubclass(cls, ViewSetMixin)


def answered(cls: type, action: str) -> None:
    """Asks a view for its list, or for one row; nothing is rendered."""
    from rest_framework.test import APIRequestFactory

    view = cls.as_view({"get": action}) if is_viewset(cls) else cls.as_view()
    given = {"pk": 1} if action == "retrieve" else {}
    view(APIRequestFactory().get("/"), **given)


def methods(cls: type) -> Iterator[Callable[[], None]]:
    for name, member in inspect.getmembers_static(cls):
        if getattr(unwrapped(member), "__module__", None) != cls.__module__:
            continue
        if name.startswith("__"):
            continue
        if isinstance(member, staticmethod | classmethod):
            if callable_as_it_is(getattr(cls, name)):
                yield getattr(cls, name)
        elif inspect.isfunction(member):
            if callable_as_it_is(member, bound=1):
                yield lambda name=name: consumed(getattr(cls(), name)())
        else:
            yield lambda name=name: getattr(cls(), name)


def unwrapped(member: object) -> object:
    for name in ("fget", "func", "__func__"):
        member = getattr(member, name, None) or member
    return member


def callable_as_it_is(function: Callable, bound: int = 0) -> bool:
    try:
        params = list(inspect.signature(function).parameters.values())[bound:]
    except (TypeError, ValueError):
        return False
    needed = (
        inspect.Parameter.POSITIONAL_ONLY,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        inspect.Parameter.KEYWORD_ONLY,
    )
    return not any(param.kind in needed and param.default is param.empty for param in params)


def consumed(result: object) -> None:
    """Runs what a generator function or a coroutine function has only promised."""
    if inspect.isgenerator(result):
        for _ in result:
            pass
    elif inspect.iscoroutine(result):
        from asgiref.sync import async_to_sync

        async def awaited() -> None:
            await result

        async_to_sync(awaited)()
    elif inspect.isasyncgen(result):
        asyncio.run(result.aclose())


def measured(bench: Bench, source: str, coins: int, by_line: bool = False, runs: Entries | None = None) -> dict:
    """What one program does: `verdict` is grows, silent, mixed, unclear or raises; `counts` the queries for each outcome.

    `runs` gives what is run of its names, by default its entry points.
    """
    vectors = list(itertools.product((False, True), repeat=coins))[:MOST_OUTCOMES]
    code = compile(source, "<gen>", "exec")
    counts, grown, lines = [], [], {}
    for bench.outcomes in vectors:
        try:
            pairs, grows_at = one_outcome(bench, code, by_line, runs or entries)
        except Exception as error:  # noqa: BLE001 - whatever the program raises
            return {"verdict": "raises", "error": f"{type(error).__name__}: {error}"[:200]}
        counts.append(pairs)
        grown.append(max((large - small for small, large in pairs), default=0))
        lines |= grows_at
    return {"verdict": verdict_of(grown), "counts": counts, "lines": sorted(lines.items())}


def verdict_of(growth: list[int]) -> str:
    """What all outcomes say together; one query more may be one that only the small database had no rows for."""
    if all(more > 1 for more in growth):
        return "grows"
    if all(more <= 0 for more in growth):
        return "silent"
    return "unclear" if 1 in growth else "mixed"


def one_outcome(
    bench: Bench, code: types.CodeType, by_line: bool, runs: Entries
) -> tuple[list[list[int]], dict[int, list[int]]]:  # fmt: skip
    pairs, lines = [], {}
    for position in range(len(list(runs(loaded(code))))):
        counted: list[Counter[int]] = []
        seen = []
        for size in bench.connections:
            entry = list(runs(loaded(code)))[position]  # anew: a queryset on a class keeps its rows
            bench.lines = Counter() if by_line else None
            seen.append(bench.count(lambda entry=entry: consumed(entry()), size))
            counted.append(bench.lines or Counter())
        pairs.append(seen)
        small, large = counted
        lines |= {line: [small[line], large[line]] for line in large if large[line] > small[line]}
    return pairs, lines


def loaded(code: types.CodeType) -> dict:
    """The names of the module, which is run."""
    namespace = {"__name__": "gen"}
    exec(code, namespace)
    return namespace


def main() -> None:
    bench = Bench().open()
    gc.disable()
    for number, line in enumerate(sys.stdin):
        request = json.loads(line)
        print(
            json.dumps(measured(bench, request["source"], request["coins"], request.get("by_line", False))), flush=True
        )
        if number % 50 == 0:
            gc.collect()


if __name__ == "__main__":
    main()
