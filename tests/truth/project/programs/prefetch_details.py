from django.db.models import Count, Exists, OuterRef, Prefetch

from app.models import Book, Chapter, Note, Tag


def case_2616():
    """.first() when the Prefetch queryset is ordered / Prefetch(queryset=order_by), model has no Meta.ordering"""
    for book in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.order_by("name"))):
        book.chapter_set.first()


def case_2617():
    """.last() when the Prefetch queryset is ordered / Prefetch(queryset=order_by)"""
    for book in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.order_by("name"))):
        book.chapter_set.last()


def case_2618():
    """.first() when .order_by() cleared in the Prefetch queryset / Prefetch(queryset=Note.order_by())"""
    for book in Book.objects.all().prefetch_related(Prefetch("note_set", queryset=Note.objects.order_by())):
        book.note_set.first()


def case_2619():
    """RawQuerySet iterated twice / nothing"""
    r = Book.objects.raw("select * from app_book")
    list(r)
    list(r)
    len(r)
    bool(r)


def case_2620():
    """raw().prefetch_related(chapter_set) / -"""
    for book in Book.objects.raw("select * from app_book").prefetch_related("chapter_set"):
        list(book.chapter_set.all())


def case_2621():
    """to_attr on an m2m, then manager .count() / Prefetch('tags', to_attr='tl')"""
    for book in Book.objects.all().prefetch_related(Prefetch("tags", queryset=Tag.objects.all(), to_attr="tl")):
        len(book.tl)
        book.tags.count()


def case_2622():
    """len(obj.rel.all()) instead of obj.rel.count() / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags"):
        len(book.tags.all())


def case_2623():
    """annotated Count vs .count() / annotate(k=Count)"""
    for book in Book.objects.all().annotate(k=Count("chapter")):
        book.k


def case_2624():
    """prefetch only used through .filter(): wasted prefetch / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags"):
        list(book.tags.filter(name="x"))


def case_2625():
    """manager attribute kept in a variable: m = b.tags; m.all() / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags"):
        list(book.tags.all())
        book.tags.count()


def case_2626():
    """getattr(obj, name).all() / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags"):
        list(getattr(book, "tags").all())


def case_2627():
    """.count()/.exists()/len on a filtered Prefetch (all served) / Prefetch(queryset=filter)"""
    for book in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.filter(pk__gt=0))):
        book.chapter_set.count()
        book.chapter_set.exists()
        len(book.chapter_set.all())


def case_2628():
    """.filter().update() then iterate .all() (served, STALE) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        book.chapter_set.filter(pk__gt=0).update(name="z")
        list(book.chapter_set.all())


def case_2629():
    """.filter().delete() then iterate .all() (served, STALE) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("note_set"):
        book.note_set.filter(pk__gt=0).delete()
        list(book.note_set.all())


def case_2630():
    """Child(parent=p).save() then p.rel.all() (served, STALE) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("note_set"):
        Note(book=book, name="q", writer_id=1).save()
        list(book.note_set.all())


def case_2631():
    """v = obj.rel.all(); v.all() loses the cache / prefetch_related"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.all().all())


def case_2632():
    """v = obj.rel.all(); v.filter() / prefetch_related"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.all().filter(pk__gt=0))


def case_2633():
    """v = obj.rel.all(); v[0]; v.count(); v.exists(); len(v) / nothing"""
    for book in Book.objects.all():
        v = book.chapter_set.all()
        v[0]
        v.count()
        v.exists()
        len(v)


def case_2634():
    """v = obj.rel.all(); len(v); v.count(); v.exists(); v[0]; v in / nothing"""
    for book in Book.objects.all():
        v = book.chapter_set.all()
        len(v)
        v.count()
        v.exists()
        v[0]
        v[0] in v


def case_2635():
    """prefetch from obj via .get(): obj.rel.count() / prefetch_related + get()"""
    [Book.objects.all().prefetch_related("chapter_set").get(pk=1).chapter_set.count()]


def case_2636():
    """prefetched then qs.iterator() (no chunk_size) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags").iterator():
        list(book.tags.all())


def case_2637():
    """prefetched then qs.iterator(chunk_size=2000) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("tags").iterator(chunk_size=2000):
        list(book.tags.all())


def case_2638():
    """prefetch on a related manager inside loop: b.chapter_set.prefetch_related(writer) -> 2 per row / nothing"""
    for book in Book.objects.all():
        [c.writer.name for c in book.chapter_set.prefetch_related("writer")]


def case_2639():
    """select_related on a related manager inside loop -> 1 per row / nothing"""
    for book in Book.objects.all():
        [c.writer.name for c in book.chapter_set.select_related("writer")]


def case_2640():
    """Subquery/OuterRef/Exists annotations / -"""
    for book in Book.objects.all().annotate(e=Exists(Chapter.objects.filter(book=OuterRef("pk")))):
        book.e
