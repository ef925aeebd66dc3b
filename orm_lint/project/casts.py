"""What readers of environment variables make of a default: words to booleans, numbers, lists, database entries."""

from __future__ import annotations

from orm_lint.project.values import UNKNOWN, PathValue, Value, alternatives_of, make_items, make_table

TRUE_WORDS = frozenset({"true", "on", "ok", "y", "yes", "1", "t"})
DATABASE_ENGINES = {
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "psql": "postgresql",
    "postgis": "postgresql",
    "mysql": "mysql",
    "sqlite": "sqlite3",
    "oracle": "oracle",
}


def cast(kind: str, value: Value) -> Value:
    """What a reader of environment variables makes of a default; anything it cannot read stays as it is."""
    match kind, value:
        case "bool" | "boolean" | "strtobool", str():
            return value.lower() in TRUE_WORDS
        case "int" | "float", str():
            return number_in(kind, value)
        case "list" | "csv" | "tuple" | "set", str():
            return make_items("list", [part.strip() for part in value.split(",") if part.strip()])
        case "path", str():
            return PathValue(value)
    return value


def number_in(kind: str, value: str) -> Value:
    if len(value) > 18:  # beyond this an int may no longer fit the IR
        return UNKNOWN
    try:
        return int(value) if kind == "int" else float(value)
    except ValueError:
        return UNKNOWN


def database(url: Value, max_age: Value) -> Value:
    """The entry of DATABASES that a database URL stands for."""
    pairs: list[tuple[Value, Value]] = [("CONN_MAX_AGE", max_age)]
    schemes = {one.partition(":")[0] for one in alternatives_of(url) if isinstance(one, str) and ":" in one}
    if len(schemes) == 1 and (engine := DATABASE_ENGINES.get(schemes.pop().removeprefix("django.db.backends."))):
        pairs.insert(0, ("ENGINE", f"django.db.backends.{engine}"))
    return make_table(pairs, is_partial=True)
