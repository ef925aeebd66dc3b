"""What programs do with a manager or a queryset: expressions over `{m}` that run a query unless something serves them."""

from __future__ import annotations

from tests.generated.choices import Choices
from tests.generated.schema import MODELS

COUNTED = (
    "{m}.count()",
    "{m}.all().count()",
    "{m}.exists()",
    "{m}.all().exists()",
    "len({m}.all())",
    "bool({m}.all())",
    "not {m}.all()",
)
ITERATED = (
    "list({m}.all())",
    "[x.pk for x in {m}.all()]",
    "sum(1 for x in {m}.all())",
    "sorted({m}.all(), key=lambda x: x.pk)",
    "list({m}.all()[:50])",
    "list(reversed({m}.all()))",
    "list({m}.get_queryset())",
    "[*{m}.all()]",
    "next(iter({m}.all()), None)",
    "list({m}.all().all())",
    "[x for x in {m}.all() if x.pk > 0]",
)
METHODS = (
    "{m}.first()",
    "{m}.last()",
    "{m}.all().first()",
    '{m}.order_by("pk").first()',
    "list({m}.filter(pk__gt=0))",
    "list({m}.filter())",
    "list({m}.exclude(pk=-1))",
    "list({m}.exclude())",
    'list({m}.order_by("pk"))',
    "list({m}.order_by())",
    "list({m}.reverse())",
    "list({m}.distinct())",
    'list({m}.values("pk"))',
    'list({m}.values_list("pk", flat=True))',
    'list({m}.only("pk"))',
    "list({m}.annotate(one=Value(1)))",
    "list({m}.alias(one=Value(1)))",
    'list({m}.using("default"))',
    'list({m}.db_manager("default").all())',
    "list({m}.none())",
    "list({m}.all().none())",
    "list({m}.union({m}.none()))",
    "list({m}.intersection({m}.all()))",
    "list({m}.difference({m}.none()))",
    "list({m}.select_for_update())",
    "list({m}.complex_filter(Q(pk__gt=0)))",
    'list({m}.extra(where=["1=1"]))',
    "list({m}.iterator())",
    "list({m}.all().iterator(chunk_size=100))",
    '{m}.aggregate(x=Count("pk"))',
    "{m}.in_bulk()",
    "{m}.all().explain()",
    "{m}.explain()",
    "{m}.filter(pk__gt=0).exists()",
    "{m}.filter(pk__gt=0).count()",
    "list({m}.all() | {m}.all())",
    "list({m}.all() & {m}.all())",
    "{m}.all().contains({row})",
    "{m}.contains({row})",
    "{row} in {m}.all()",
    "{m}.filter(pk=1).first()",
    "list({m}.select_related())",
    "list({m}.prefetch_related(None))",
    "{m}.all().ordered",
    "{m}.all()",
    "{m}.filter(pk__gt=0)",
    "bool({m})",
    "{m} is None",
)
WRITES = (
    "{m}.create({new})",
    "{m}.update({changed})",
    "{m}.filter(pk=-1).delete()",
    "{m}.get_or_create({new})",
    "{m}.update_or_create({new})",
    "{m}.filter(pk__gt=0).update({changed})",
)
MANY_WRITES = ("{m}.add(1)", "{m}.remove(2)", "{m}.set([1])", "{m}.clear()", "{m}.add(1, 2)")
DELETED = ("{m}.all().delete()",)
WHOLE = (  # on a whole table, outside relations
    '{m}.earliest("pk")',
    '{m}.latest("pk")',
    "{m}.get(pk=1)",
    "{m}.first()",
    "{m}.last()",
    "{m}.count()",
    "{m}.all()[0]",
    "list({m}.all()[:2])",
    "{m}.filter(pk=1).get()",
)
COUNTER = (  # rows that no other statement looks at
    "{m}.bulk_create([Counter(n=1), Counter(n=2)])",
    '{m}.bulk_update(list({m}.all()), ["n"])',
    "{m}.create(n=1)",
    "{m}.get_or_create(n=1)",
    '{m}.update_or_create(n=1, defaults={"name": "x"})',
    "{m}.update(n=2)",
    '{m}.update(n=F("n") + 1)',
    "{m}.filter(n=-1).delete()",
    'list({m}.raw("select * from app_counter"))',
    'list(Book.objects.dates("created", "day"))',
    'list(Book.objects.datetimes("created", "day"))',
    'list(Book.objects.defer("blurb"))',
    "Counter(n=1).save()",
)


def changed(model: str) -> str:
    """An assignment to a column, for update()."""
    columns = MODELS[model].columns
    return f'{columns[0]}="z"' if columns and columns[0] not in ("n", "object_id") else "pk=F('pk')"


def on_set(c: Choices, kind: str, manager: str, model: str, row: str = "{r}") -> str:
    """An expression over a related manager with rows of `model`."""
    options = {"counted": COUNTED, "iterated": ITERATED, "method": METHODS}[kind]
    text = c.pick(options)
    if "row" in text and "{row}" in text:
        text = text.replace("{row}", f"{model}(pk=1)")
    return text.replace("{m}", manager)


def on_table(c: Choices, manager: str, model: str) -> str:
    """An expression over the manager of a whole table."""
    text = c.pick(WHOLE + COUNTED + ITERATED + METHODS)
    return text.replace("{row}", f"{model}(pk=1)").replace("{m}", manager)
