from asgiref.sync import sync_to_async
from django.db.models import Count

from app.models import Author, Book, Chapter, Counter


async def case_2641():
    """async for b in qs: b.title / nothing"""
    [book async for book in Book.objects.all()]


async def case_2642():
    """async for b in qs: b.fk.name / nothing"""
    async for book in Book.objects.all():
        book.author.name


async def case_2643():
    """async for b in qs: b.fk.name / select_related('author')"""
    async for book in Book.objects.all().select_related("author"):
        book.author.name


async def case_2644():
    """async for b in qs: b.fk.name / prefetch_related('author')"""
    async for book in Book.objects.all().prefetch_related("author"):
        book.author.name


async def case_2646():
    """async for b in qs.aiterator(): b.fk.name / select_related('author')"""
    async for book in Book.objects.all().select_related("author").aiterator():
        book.author.name


async def case_2647():
    """async for b in qs.aiterator(chunk_size=2): b.fk.name / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("author").aiterator(chunk_size=2):
        book.author.name


async def case_2648():
    """async for b in qs: await rel.acount() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.acount()


async def case_2649():
    """async for b in qs: await rel.aexists() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.aexists()


async def case_2650():
    """async for b in qs: await rel.afirst() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.afirst()


async def case_2651():
    """async for b in qs: await rel.alast() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.alast()


async def case_2652():
    """async for b in qs: async for c in rel.all() / nothing"""
    async for book in Book.objects.all():
        [row async for row in book.chapter_set.all()]


async def case_2653():
    """async for b in qs: async for c in rel.aiterator() / nothing"""
    async for book in Book.objects.all():
        [row async for row in book.chapter_set.aiterator()]


async def case_2654():
    """async for b in qs: await rel.aget(...) / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.aget(name__endswith=".1")


async def case_2655():
    """async for b in qs: await rel.acontains(obj) / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.acontains(Chapter(pk=1))


async def case_2656():
    """async for b in qs: await rel.aaggregate() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.aaggregate(x=Count("pk"))


async def case_2657():
    """async for b in qs: await sync_to_async(lambda: b.author.name)() / nothing"""
    async for book in Book.objects.all():
        await sync_to_async(lambda: book.author.name)()


async def case_2658():
    """async for b in qs: await Model.objects.aget(pk=b.fk_id) / nothing"""
    async for book in Book.objects.all():
        await Author.objects.aget(pk=book.author_id)


async def case_2659():
    """async for b in qs: await b.asave() / nothing"""
    async for book in Book.objects.all():
        await book.asave()


async def case_2660():
    """async for b in qs: await rel.acreate() / nothing"""
    async for book in Book.objects.all():
        await book.chapter_set.acreate(name="z", writer_id=1)


async def case_2661():
    """async for b in qs: await b.arefresh_from_db() / nothing"""
    async for book in Book.objects.all():
        await book.arefresh_from_db()


async def case_2662():
    """async for b in qs: await Model.objects.acreate() / nothing"""
    async for book in Book.objects.all():
        await Counter.objects.acreate(n=1)


async def case_2663():
    """async for b in qs: await m2m.aadd(1) / nothing"""
    async for book in Book.objects.all():
        await book.tags.aadd(1)


async def case_2664():
    """async for b in qs: await rel.acount() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.acount()


async def case_2665():
    """async for b in qs: await rel.aexists() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.aexists()


async def case_2666():
    """async for b in qs: await rel.afirst() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.afirst()


async def case_2667():
    """async for b in qs: await rel.alast() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.alast()


async def case_2668():
    """async for b in qs: async for c in rel.all() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        [row async for row in book.chapter_set.all()]


async def case_2669():
    """async for b in qs: async for c in rel.aiterator() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        [row async for row in book.chapter_set.aiterator()]


async def case_2670():
    """async for b in qs: await rel.aget(...) / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.aget(name__endswith=".1")


async def case_2671():
    """async for b in qs: await rel.acontains(obj) / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.acontains(Chapter(pk=1))


async def case_2672():
    """async for b in qs: await rel.aaggregate() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.aaggregate(x=Count("pk"))


async def case_2673():
    """async for b in qs: await sync_to_async(lambda: b.author.name)() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await sync_to_async(lambda: book.author.name)()


async def case_2674():
    """async for b in qs: await Model.objects.aget(pk=b.fk_id) / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await Author.objects.aget(pk=book.author_id)


async def case_2675():
    """async for b in qs: await b.asave() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.asave()


async def case_2676():
    """async for b in qs: await rel.acreate() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.chapter_set.acreate(name="z", writer_id=1)


async def case_2677():
    """async for b in qs: await b.arefresh_from_db() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.arefresh_from_db()


async def case_2678():
    """async for b in qs: await Model.objects.acreate() / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await Counter.objects.acreate(n=1)


async def case_2679():
    """async for b in qs: await m2m.aadd(1) / prefetch_related"""
    async for book in Book.objects.all().prefetch_related("chapter_set"):
        await book.tags.aadd(1)


async def case_2680():
    """async for; await qs.acount(); await qs.aexists(); async for (cache) / -"""
    queryset = Book.objects.all()
    [book async for book in queryset]
    await queryset.acount()
    await queryset.aexists()
    [book async for book in queryset]


async def case_2681():
    """async for over qs.all() twice / -"""
    queryset = Book.objects.all()
    [book async for book in queryset.all()]
    [book async for book in queryset.all()]


async def case_2682():
    """list(qs) in async code / -"""
    list(Book.objects.all())


async def case_2683():
    """building querysets in async code / -"""
    Book.objects.all().filter(n=1)
    Book.objects.all()[:2]
    Book.objects.all().select_related("author")


async def case_2684():
    """aprefetch_related_objects(list, "author") / -"""
    from django.db.models import aprefetch_related_objects as ap

    l = [book async for book in Book.objects.all()]
    await ap(l, "author")
    [book.author.name for book in l]


async def case_2685():
    """async for over values() / -"""
    [row async for row in Book.objects.all().values("author__name")]


async def case_2686():
    """afirst() then fk_id / -"""
    book = await Book.objects.all().afirst()
    book.author_id


async def case_2687():
    """aget() then acount / -"""
    book = await Book.objects.all().aget(pk=1)
    await book.chapter_set.acount()


async def case_2688():
    """if qs: in async code / -"""
    queryset = Book.objects.all()
    bool(queryset)


async def case_2689():
    """await sync_to_async(list)(qs) / -"""
    [book.pk for book in await sync_to_async(list)(Book.objects.all())]
