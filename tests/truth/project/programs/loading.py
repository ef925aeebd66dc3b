from django.db.models import Count, FilteredRelation, Prefetch, Q, Value, prefetch_related_objects
from django.db.models.constants import LOOKUP_SEP

from app.models import Book, Chapter, Cover


def case_2373():
    """select_related() no args then non-null fk author.name / select_related()"""
    for book in Book.objects.all().select_related():
        book.author.name


def case_2374():
    """select_related() no args then two levels author.city.name / select_related()"""
    for book in Book.objects.all().select_related():
        book.author.city.name


def case_2375():
    """select_related() no args then 5 levels max: author.city.country.name / select_related()"""
    for book in Book.objects.all().select_related():
        book.author.city.country.name


def case_2376():
    """select_related() no args then nullable fk set: publisher.name / select_related()"""
    for book in Book.objects.all().select_related():
        book.publisher.name


def case_2377():
    """select_related() no args then nullable self fk / select_related()"""
    for book in Book.objects.all().select_related():
        book.sequel_of and book.sequel_of.title


def case_2378():
    """select_related() no args then reverse o2o: cover.art / select_related()"""
    for book in Book.objects.all().select_related():
        book.cover.art


def case_2379():
    """select_related() no args on o2o: cover.book.author.name / select_related()"""
    for c in Cover.objects.all().select_related():
        c.book.author.name


def case_2380():
    """select_related() no args deprecation warning / Calling select_related() with no arguments is deprecated. Specify the fields to fetch instead."""
    Book.objects.all().select_related()


def case_2381():
    """select_related('tags') m2m / -"""
    for row in Book.objects.all().select_related("tags"):
        pass


def case_2382():
    """select_related('chapter_set') reverse fk / -"""
    for row in Book.objects.all().select_related("chapter_set"):
        pass


def case_2383():
    """select_related('nope') / -"""
    for row in Book.objects.all().select_related("nope"):
        pass


def case_2384():
    """select_related('title') plain field / -"""
    for row in Book.objects.all().select_related("title"):
        pass


def case_2385():
    """select_related('author_id') / -"""
    for row in Book.objects.all().select_related("author_id"):
        pass


def case_2386():
    """select_related('cover') reverse o2o ok / -"""
    for book in Book.objects.all().select_related("cover"):
        book.cover.art


def case_2387():
    """select_related('cover__book') / -"""
    for book in Book.objects.all().select_related("cover__book"):
        book.cover.book.title


def case_2388():
    """select_related('publisher') nullable: publisher.name / -"""
    for book in Book.objects.all().select_related("publisher"):
        book.publisher.name


def case_2389():
    """select_related('reviewer__city') null chain / -"""
    for book in Book.objects.all().select_related("reviewer__city"):
        book.reviewer and book.reviewer.city


def case_2390():
    """select_related(None) clears / -"""
    for book in Book.objects.all().select_related("author").select_related(None):
        book.author.name


def case_2391():
    """prefetch_related(None) clears / -"""
    for book in Book.objects.all().prefetch_related("author").prefetch_related(None):
        book.author.name


def case_2392():
    """select_related('author').select_related('publisher') accumulates: author / -"""
    for book in Book.objects.all().select_related("author").select_related("publisher"):
        book.author.name
        book.publisher.name


def case_2393():
    """select_related('author').select_related('author__city') accumulates / -"""
    for book in Book.objects.all().select_related("author").select_related("author__city"):
        book.author.city.name


def case_2394():
    """select_related('author').select_related() no args afterwards / -"""
    for book in Book.objects.all().select_related("publisher").select_related():
        book.publisher.name


def case_2395():
    """prefetch_related('author').prefetch_related('publisher') accumulates / -"""
    for book in Book.objects.all().prefetch_related("author").prefetch_related("publisher"):
        book.author.name
        book.publisher.name


def case_2396():
    """select_related(['author']) list / -"""
    for book in Book.objects.all().select_related(["author"]):
        book.author.name


def case_2397():
    """select_related(*['author']) / -"""
    for book in Book.objects.all().select_related(*["author"]):
        book.author.name


def case_2398():
    """prefetch_related(['author']) list / -"""
    for book in Book.objects.all().prefetch_related(["author"]):
        book.author.name


def case_2399():
    """select_related('author', 'author') dup / -"""
    for book in Book.objects.all().select_related("author", "author"):
        book.author.name


def case_2400():
    """values().select_related() / -"""
    for row in Book.objects.all().values("n").select_related("author"):
        pass


def case_2401():
    """select_related().values() / -"""
    for row in Book.objects.all().select_related("author").values("n", "author__name"):
        pass


def case_2402():
    """values().prefetch_related() / -"""
    for row in Book.objects.all().values("n").prefetch_related("author"):
        pass


def case_2403():
    """prefetch_related().values() / -"""
    for row in Book.objects.all().prefetch_related("author").values("n"):
        pass


def case_2404():
    """values_list(flat) + prefetch / -"""
    for row in Book.objects.all().prefetch_related("author").values_list("n", flat=True):
        pass


def case_2405():
    """select_related after slice / -"""
    for book in Book.objects.all()[:100].select_related("author"):
        book.author.name


def case_2406():
    """prefetch after slice / -"""
    for book in Book.objects.all()[:100].prefetch_related("tags"):
        list(book.tags.all())


def case_2407():
    """prefetch with a sliced Prefetch queryset / -"""
    for book in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all()[:1])):
        list(book.chapter_set.all())


def case_2408():
    """prefetch 'author__city': author AND city ok / -"""
    for book in Book.objects.all().prefetch_related("author__city"):
        book.author.name
        book.author.city.name


def case_2409():
    """prefetch 'chapter_set__writer': chapter_set ok / -"""
    for book in Book.objects.all().prefetch_related("chapter_set__writer"):
        [c.writer.name for c in book.chapter_set.all()]


def case_2410():
    """prefetch 'author__city__country__nope' / -"""
    for row in Book.objects.all().prefetch_related("author__nope"):
        pass


def case_2411():
    """prefetch on plain field 'title' / -"""
    for row in Book.objects.all().prefetch_related("title"):
        pass


def case_2412():
    """prefetch 'author_id' / -"""
    for row in Book.objects.all().prefetch_related("author_id"):
        pass


def case_2413():
    """prefetch then filter() on outer keeps prefetch / -"""
    for book in Book.objects.all().prefetch_related("tags").filter(n__gt=0):
        list(book.tags.all())


def case_2414():
    """prefetch then outer .order_by/.distinct/.annotate keeps / -"""
    for book in Book.objects.all().prefetch_related("tags").order_by("n").distinct().annotate(z=Value(1)):
        list(book.tags.all())


def case_2415():
    """filter(tags__name=) before prefetch: prefetched set NOT filtered / -"""
    for book in Book.objects.all().filter(tags__name="tag1").prefetch_related("tags"):
        list(book.tags.all())


def case_2416():
    """select_related + prefetch of the same fk / -"""
    for book in Book.objects.all().select_related("author").prefetch_related("author"):
        book.author.name


def case_2417():
    """prefetch author when already select_related('author') does no query / -"""
    for book in Book.objects.all().select_related("author").prefetch_related("author__city"):
        book.author.city.name


def case_2418():
    """prefetch_related_objects(list, 'author') / -"""
    l = list(Book.objects.all())
    prefetch_related_objects(l, "author")
    for book in l:
        book.author.name


def case_2419():
    """prefetch_related_objects(queryset, 'author') (evaluates, works on its cache) / -"""
    queryset = Book.objects.all()
    prefetch_related_objects(queryset, "author")
    for book in queryset:
        book.author.name


def case_2420():
    """prefetch_related_objects(qs.all(), ..) then loop qs (lost) / -"""
    queryset = Book.objects.all()
    prefetch_related_objects(list(queryset.all()), "author")
    for book in queryset:
        book.author.name


def case_2421():
    """prefetch_related_objects([obj], rel) inside the loop / -"""
    for book in Book.objects.all():
        prefetch_related_objects([book], "tags")
        list(book.tags.all())


def case_2422():
    """Prefetch to_attr nested: Prefetch('chapter_set', to_attr='cs'), 'cs__writer' / -"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="cs"), "cs__writer"
    ):
        [c.writer.name for c in book.cs]


def case_2423():
    """Prefetch to_attr used after 'chapter_set__writer' traversal (wrong) / -"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="cs"), "chapter_set__writer"
    ):
        [c.writer.name for c in book.cs]


def case_2424():
    """same lookup twice with different querysets / -"""
    for row in Book.objects.all().prefetch_related(
        "chapter_set__writer", Prefetch("chapter_set", queryset=Chapter.objects.filter(pk=1))
    ):
        pass


def case_2425():
    """two to_attr of the same relation / -"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.filter(pk=1), to_attr="a1"),
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="a2"),
    ):
        book.a1
        book.a2


def case_2426():
    """select_related on reverse: Chapter.select_related('book__author') / -"""
    for c in Chapter.objects.select_related("book__author"):
        c.book.author.name


def case_2427():
    """prefetch across select_related: select_related('author').prefetch_related('author__book_set') / -"""
    for book in Book.objects.all().select_related("author").prefetch_related("author__book_set"):
        list(book.author.book_set.all())


def case_2428():
    """prefetch_related('author__book_set') -> inner book.author / -"""
    for book in Book.objects.all().prefetch_related("author__book_set"):
        [row.author.name for row in book.author.book_set.all()]


def case_2429():
    """prefetch m2m -> inner fk nested / -"""
    for book in Book.objects.all().prefetch_related("tags__owner__city"):
        [item.owner.city.name for item in book.tags.all()]


def case_2430():
    """prefetch('author') then obj.author.book_set.all() / -"""
    for book in Book.objects.all().prefetch_related("author"):
        list(book.author.book_set.all())


def case_2431():
    """get() keeps prefetch: BK.prefetch_related('tags').get(pk=1).tags.all() / -"""
    list(Book.objects.all().prefetch_related("tags").get(pk=1).tags.all())


def case_2432():
    """first() keeps prefetch / -"""
    list(Book.objects.all().prefetch_related("tags").first().tags.all())


def case_2433():
    """count()/exists() with prefetch don't run it / -"""
    Book.objects.all().prefetch_related("tags").count()
    Book.objects.all().prefetch_related("tags").exists()


def case_2434():
    """qs.update() with prefetch / -"""
    Book.objects.all().prefetch_related("tags").update(n=1)


def case_2435():
    """aggregate with select_related adds no join / -"""
    Book.objects.all().select_related("author").aggregate(Count("pk"))


def case_2436():
    """count() with select_related drops the join / -"""
    Book.objects.all().select_related("author").count()


def case_2437():
    """union().prefetch_related('tags') / -"""
    for book in Book.objects.all().filter(n=1).union(Book.objects.all().filter(n__gt=1)).prefetch_related("tags"):
        list(book.tags.all())


def case_2438():
    """select_related('author') on .union() result / -"""
    for book in Book.objects.all().union(Book.objects.all()).select_related("author"):
        book.author.name


def case_2439():
    """prefetch_related on none() / -"""
    for row in Book.objects.all().none().prefetch_related("tags"):
        pass


def case_2440():
    """FilteredRelation select_related / -"""
    for book in (
        Book.objects.all().annotate(fr=FilteredRelation("author", condition=Q(author__pk__gt=0))).select_related("fr")
    ):
        book.fr.name


def case_2441():
    """FilteredRelation select_related then b.author / -"""
    for book in (
        Book.objects.all().annotate(fr=FilteredRelation("author", condition=Q(author__pk__gt=0))).select_related("fr")
    ):
        book.author.name


def case_2442():
    """annotate(Count) instead of .count() per row / -"""
    for book in Book.objects.all().annotate(c=Count("tags")):
        book.c


def case_2443():
    """select_related via sibling: editor not covered by 'author' / -"""
    for book in Book.objects.all().select_related("author"):
        book.editor.name


def case_2444():
    """select_related('author__city') covers author / -"""
    for book in Book.objects.all().select_related("author__city"):
        book.author.name


def case_2445():
    """Author(pk) same instance shared? prefetch_related('imprint') gives one shared object / -"""
    for book in Book.objects.all().prefetch_related("imprint"):
        book.imprint.name


def case_2446():
    """bare string concat lookup select_related('author' '__city') / -"""
    for book in Book.objects.all().select_related("author" + LOOKUP_SEP + "city"):
        book.author.city.name
