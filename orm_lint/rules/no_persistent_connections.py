"""A new database connection for every request.

## What it does
Reports an alias of `DATABASES` in the settings used in production (those that a Dockerfile, docker-compose.yml,
Procfile or the like names, else those of wsgi.py, asgi.py or manage.py) whose `CONN_MAX_AGE` is absent or 0 and that
has no connection pool. The finding stands at the key `ENGINE`, or at the call of `dj_database_url`, whose
`conn_max_age` is 0 unless it is given.

## Why is this bad?
Django closes the connection after each request. The next one opens a new one first: some round trips and the check of
the password, with TLS more of both, on PostgreSQL also a new process of the server. It often takes longer than the
queries.

## Example
```python
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "shop",
        "HOST": "db.internal",
    },
}
```

## Use instead
```python
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "shop",
        "HOST": "db.internal",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    },
}
```
With Django 5.1 or later and psycopg 3, `"OPTIONS": {"pool": True}` is the other way; it needs `CONN_MAX_AGE` to be 0.

## What it leaves alone
- SQLite, and engines that are not Django's (some pool by themselves) or not known.
- A `CONN_MAX_AGE` that comes from the environment or a call, an `OPTIONS` that we cannot read whole.
- A transaction pooler: `DISABLE_SERVER_SIDE_CURSORS`, a host called PgBouncer or the like, the port 6432.
- Projects that state an `ASGI_APPLICATION`: Django advises against persistent connections there.
- Settings and branches for tests and development, and settings that take over from a module outside the repository.
- Settings that the deployment does not use: it names a module that is not in the repository, or a file beside them,
  also a template such as `config.py.example`, imports all of them and states `DATABASES` anew.

## Options
`settings` names the settings module, if it is not found.

## Fix safety
There is no automatic fix: every worker then holds a connection, so the server must allow as many.

## References
- [Persistent connections](https://docs.djangoproject.com/en/stable/ref/databases/#persistent-connections)
- [Connection pool](https://docs.djangoproject.com/en/stable/ref/databases/#connection-pool)
- [dj-database-url](https://pypi.org/project/dj-database-url/)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orm_lint.finding import Confidence, Finding
from orm_lint.ir import nodes as ir
from orm_lint.ir.walk import walk
from orm_lint.project.databases import DATABASES, Stated, is_changed_elsewhere, is_replaced_beside, stated_databases
from orm_lint.project.declarations import is_ours, span_of
from orm_lint.project.models.graph import Place
from orm_lint.project.settings import Setting, Settings, read_settings
from orm_lint.project.values import UNKNOWN, Made, Table, Unknown, Value, alternatives_of
from orm_lint.rules.base import EachSubject, Rule

if TYPE_CHECKING:
    from orm_lint.project.context import LoadedContext
    from orm_lint.project.project import Project

AGE = "CONN_MAX_AGE"
CURSORS = "DISABLE_SERVER_SIDE_CURSORS"
DECIDING = frozenset({AGE, CURSORS, "pool"})
SERVERS = frozenset(
    f"{package}.{engine}"
    for package, engines in {
        "django.db.backends": ("postgresql", "postgresql_psycopg2", "mysql", "oracle"),
        "django.contrib.gis.db.backends": ("postgis", "mysql", "oracle"),
        "django_prometheus.db.backends": ("postgresql", "postgis", "mysql"),
    }.items()
    for engine in engines
)
SCHEMES = frozenset(
    {"postgres", "postgresql", "pgsql", "postgis", "mysql", "mysql2", "mysqlgis", "oracle", "oraclegis", "timescale"}
)
POOLER = re.compile(r"bouncer|pooler|pgcat|odyssey|proxysql|rds.?proxy|supavisor|\b6432\b", re.IGNORECASE)
NOT_PRODUCTION = re.compile(
    r"(?:^|[._-])(?:tests?|testing|unittests?|local|localhost|dev|devel|develop|development|debug|ci|example|sample|sandbox)"
    r"(?:$|[._-])"
)
DECISIVE = frozenset({"conn_max_age", "disable_server_side_cursors", "engine", None})
PARSERS = {"dj_database_url.config": 3, "dj_database_url.parse": 2}
WITH_HEALTH_CHECKS = (4, 1)


def check(project: Project) -> Iterable[Finding]:
    """One finding for each alias of each context's production settings."""
    subjects = (
        (context, settings, stated)
        for context in project.contexts
        for settings, setting in _production(project, context)
        for stated in stated_databases(setting)
    )
    return EachSubject(subjects, lambda found: _judge(project, *found), lambda found: found[2].place.path)


def _production(project: Project, context: LoadedContext) -> Iterator[tuple[Settings, Setting]]:
    """The production settings with their DATABASES, where both are known and served by WSGI."""
    name = context.context.production_settings
    if name is None or NOT_PRODUCTION.search(name):
        return
    settings = read_settings(context.evaluator, name, context.context.configuration)
    setting = settings.values.get(DATABASES)
    if setting is None or settings.module is None or not is_ours(Place(setting.module, setting.at)):
        return
    if NOT_PRODUCTION.search(setting.module.name) or ("ASGI_APPLICATION" in settings.values):
        return
    modules = {one.module.path: one.module for one in settings.values.values()}
    if any(is_changed_elsewhere(context.names, module, DECIDING) for module in modules.values()):
        return
    if not is_replaced_beside(project.reader, settings.module):
        yield settings, setting


def _judge(project: Project, context: LoadedContext, settings: Settings, stated: Stated) -> Iterator[Finding]:
    if not _is_in_force(context, settings, stated) or any(POOLER.search(word) for word in _words(context, stated)):
        return
    match stated.value:
        case ir.Map():
            found = _display_lacks(context, stated)
        case ir.Call() as call:
            found = _call_lacks(context, stated, call)
        case _:
            found = None
    if found is None:
        return
    place, why, confidence = found
    yield Finding(
        RULE.code,
        RULE.name,
        f'DATABASES["{stated.alias}"] opens a new connection for every request: {why}',
        span_of(project, place),
        confidence,
        relation=stated.alias,
    )


def _is_in_force(context: LoadedContext, settings: Settings, stated: Stated) -> bool:
    """Whether DATABASES ends up with what is stated for the alias, and nothing unknown was merged into it."""
    value = context.evaluator.evaluate(stated.place.module, stated.value)
    engines = {engine for one in alternatives_of(value) if isinstance(one, Table) for engine in _engines(one)}
    entries = [one for table in settings.databases for one in alternatives_of(table.get(stated.alias))]
    is_call = isinstance(stated.value, ir.Call)
    return any(
        isinstance(one, Table)
        and one.is_partial == is_call
        and one.get(AGE) in (None, 0)
        and (engines & _engines(one) or engines == _engines(one))
        for one in entries
    )


def _engines(entry: Table) -> frozenset[str]:
    return frozenset(one for one in alternatives_of(entry.get("ENGINE")) if isinstance(one, str))


def _words(context: LoadedContext, stated: Stated) -> Iterator[str]:
    """All words of an entry, and what its names stand for."""
    for node in walk(stated.value):
        match node:
            case ir.Const(value=str() | int() as written):
                yield str(written)
            case ir.Name(id=name):
                yield name
                value = context.evaluator.evaluate(stated.place.module, node)
                yield from (str(one) for one in alternatives_of(value) if isinstance(one, str | int))
            case ir.Attr(name=name):
                yield name


def _display_lacks(context: LoadedContext, stated: Stated) -> tuple[Place, str, Confidence] | None:
    """Where and why a dict display keeps no connection; None if it does, or may."""
    entry = stated.entry
    if entry is None or "ENGINE" not in entry or not _has_no_pool(entry):
        return None
    place, engine = entry["ENGINE"]
    engines = alternatives_of(context.evaluator.evaluate(stated.place.module, engine))
    if not all(isinstance(one, str) and one in SERVERS for one in engines):
        return None
    confidence = Confidence.HIGH if isinstance(engine, ir.Const) else Confidence.MEDIUM
    match entry.get(AGE):
        case None:
            return place, f"CONN_MAX_AGE is not set; {_advice(context)}", confidence
        case (_, ir.Const(value=value)) if value == 0 and not isinstance(value, bool):
            return place, f"CONN_MAX_AGE is 0; {_advice(context)}", confidence
    return None


def _advice(context: LoadedContext) -> str:
    checks = ' and "CONN_HEALTH_CHECKS": True' if context.django >= WITH_HEALTH_CHECKS else ""
    return f'add "CONN_MAX_AGE": 60{checks}'


def _has_no_pool(entry: dict[str, tuple[Place, ir.Expr]]) -> bool:
    match entry.get(CURSORS):
        case None | (_, ir.Const(value=False)):
            pass
        case _:
            return False
    match entry.get("OPTIONS"):
        case None:
            return True
        case (_, ir.Map(keys=keys)):
            return all(isinstance(key, ir.Const) and key.value != "pool" for key in keys)
    return False


def _call_lacks(context: LoadedContext, stated: Stated, call: ir.Call) -> tuple[Place, str, Confidence] | None:
    """The same for a call of dj_database_url."""
    symbol = context.names.resolve(stated.place.module, call.func)
    dotted = getattr(symbol, "dotted", "")
    named = {keyword.name for keyword in call.keywords}
    if len(call.args) > PARSERS.get(dotted, -1) or named & DECISIVE:
        return None
    confidence = _confidence_of(_url(context, stated, call, dotted))
    if confidence is None:
        return None
    place = Place(stated.place.module, call.func.at)
    written = dotted.rpartition(".")[2]
    checks = ", conn_health_checks=True" if context.django >= WITH_HEALTH_CHECKS else ""
    why = f"dj_database_url.{written}() sets CONN_MAX_AGE to 0; pass conn_max_age=60{checks}"
    return place, why, confidence


def _url(context: LoadedContext, stated: Stated, call: ir.Call, dotted: str) -> Value:
    """The URL that is written; UNKNOWN if only the environment knows it."""
    position = 0 if dotted == "dj_database_url.parse" else 1
    name = "url" if position == 0 else "default"
    given = next((keyword.value for keyword in call.keywords if keyword.name == name), None)
    if given is None and len(call.args) > position:
        given = call.args[position]
    return UNKNOWN if given is None else context.evaluator.evaluate(stated.place.module, given)


def _confidence_of(url: Value) -> Confidence | None:
    """High for a URL of a server, medium where only the environment knows it, None for anything else."""
    found = alternatives_of(url)
    if all(isinstance(one, Unknown | Made) for one in found):
        return Confidence.MEDIUM
    if all(isinstance(one, str) and one.partition(":")[0] in SCHEMES and "pool=" not in one for one in found):
        return Confidence.HIGH
    return None


RULE = Rule("ORM601", "no-persistent-connections", "a new database connection for every request", True, check)
