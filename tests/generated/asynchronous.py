"""Parts of programs that are coroutines: entry points of their own, because nobody awaits them in `main`."""

from __future__ import annotations

from tests.generated.choices import Choices, Lines, block

ON_SET = (
    "await b.tags.acount()",
    "await b.tags.aexists()",
    "await b.tags.afirst()",
    "await b.tags.alast()",
    "await b.chapter_set.acount()",
    "await b.note_set.afirst()",
    'await b.chapter_set.acreate(name="x", writer_id=1)',
    'await b.chapter_set.aget_or_create(name="x", writer_id=1)',
    'await b.chapter_set.aupdate_or_create(name="x", writer_id=1)',
    "await b.tags.aadd(1)",
    "await b.tags.aremove(2)",
    "await b.tags.aset([1])",
    "await b.tags.aclear()",
    "[t.name async for t in b.tags.all()]",
    "[t.name async for t in b.chapter_set.all()]",
    "[t.name async for t in b.tags.aiterator()]",
    "await b.tags.aaggregate(x=Count('pk'))",
    "await b.tags.acontains(Tag(pk=1))",
    "await b.tags.ain_bulk()",
    'await b.tags.alatest("pk")',
    'await b.tags.aearliest("pk")',
    "b.title",
    "b.author.name",
    "b.author_id",
    "await b.asave()",
    "await b.arefresh_from_db()",
    "await Counter(n=1).asave()",
    "await (await Counter.objects.acreate(n=1)).adelete()",
    "await b.tags.aupdate_or_create(name='x', owner_id=1)",
    'await b.chapter_set.abulk_create([Chapter(book=b, name="x", writer_id=1)])',
    "await sync_to_async(str)(b)",
    "await sync_to_async(read_title)(b)",
)
ON_TABLE = (
    "await {m}.aget(pk=1)",
    "await {m}.acount()",
    "await {m}.aexists()",
    "await {m}.afirst()",
    "await {m}.alast()",
    'await {m}.alatest("pk")',
    'await {m}.aearliest("pk")',
    'await {m}.aaggregate(x=Count("pk"))',
    "await {m}.ain_bulk()",
    "await {m}.acontains({model}(pk=1))",
    "await {m}.aexplain()",
    "[x async for x in {m}.aiterator()]",
    "[x async for x in {m}.all()]",
    "await Counter.objects.acreate(n=1)",
    "await Counter.objects.abulk_create([Counter(n=1)])",
    'await Counter.objects.abulk_update([x async for x in Counter.objects.all()], ["n"])',
    "await Counter.objects.aget_or_create(n=1)",
    "await Counter.objects.aupdate_or_create(n=1)",
    "await Counter.objects.aupdate(n=1)",
    "await Counter.objects.filter(n=-1).adelete()",
)
LOADS = ("", '.select_related("author")', '.prefetch_related("tags")', '.prefetch_related("chapter_set")')


def part(c: Choices) -> tuple[list[str], Lines]:
    name = c.name("fetch")
    rows = f"Book.objects.all(){c.pick(LOADS)}"
    on_set = c.pick(ON_SET)
    on_table = c.pick(ON_TABLE).replace("{model}", "Author").replace("{m}", "Author.objects")
    functions = ["def read_title(row):\n    return row.author.name"] if "read_title" in on_set else []
    form = c.pick(("loop", "loop", "comprehension", "once", "inside", "awaited", "called"))
    if form == "comprehension" and "async for" not in on_set:
        lines = [f"return [{on_set} async for b in {rows}]"]
    elif form == "once":
        lines = [f"return {on_table}"]
    elif form == "inside":
        lines = block(f"async for b in {rows}:", [on_table])
    elif form == "awaited":
        inner = c.name("inner")
        functions.append("\n".join(block(f"async def {inner}(b):", [f"return {on_set}"])))
        lines = block(f"async for b in {rows}:", [f"await {inner}(b)"])
    else:
        lines = block(f"async for b in {rows}:", [on_set])
    c.mark("async")
    functions.append("\n".join(block(f"async def {name}():", lines)))
    if form == "called":
        return functions, [f"out.append(async_to_sync({name})())"]
    return functions, []
