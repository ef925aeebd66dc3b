import copy
import pickle

from django.db.models import Count, F, Prefetch, Value

from app.models import Author, Book, Chapter, Counter, Publisher, Tag


def case_1934():
    """reverse fk for c in book.chapter_set.all(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.all():
            c.book.title


def case_1935():
    """reverse fk for c in book.chapter_set.all() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.all()]


def case_1936():
    """reverse fk .filter(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.filter(pk__gt=0):
            c.book.title


def case_1937():
    """reverse fk .filter() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.filter(pk__gt=0)]


def case_1938():
    """reverse fk .exclude().order_by(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.exclude(pk=-1).order_by("-name"):
            c.book.title


def case_1939():
    """reverse fk .exclude().order_by() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.exclude(pk=-1).order_by("-name")]


def case_1940():
    """reverse fk .distinct(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.distinct():
            c.book.title


def case_1941():
    """reverse fk .distinct() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.distinct()]


def case_1942():
    """reverse fk .only("name"): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.only("name"):
            c.book.title


def case_1943():
    """reverse fk .only("name") only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.only("name")]


def case_1944():
    """reverse fk .defer("book"): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.defer("book"):
            c.book.title


def case_1945():
    """reverse fk .defer("book") only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.defer("book")]


def case_1946():
    """reverse fk .annotate(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.annotate(z=Value(1)):
            c.book.title


def case_1947():
    """reverse fk .annotate() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.annotate(z=Value(1))]


def case_1948():
    """reverse fk [:1]: c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.all()[:1]:
            c.book.title


def case_1949():
    """reverse fk [:1] only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.all()[:1]]


def case_1950():
    """reverse fk .first(): c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.first()]:
            c.book.title


def case_1951():
    """reverse fk .first() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.first()]]


def case_1952():
    """reverse fk .last(): c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.last()]:
            c.book.title


def case_1953():
    """reverse fk .last() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.last()]]


def case_1954():
    """reverse fk .get(): c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.get(name__endswith=".1")]:
            c.book.title


def case_1955():
    """reverse fk .get() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.get(name__endswith=".1")]]


def case_1956():
    """reverse fk .latest(): c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.latest("pk")]:
            c.book.title


def case_1957():
    """reverse fk .latest() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.latest("pk")]]


def case_1958():
    """reverse fk .iterator(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.iterator():
            c.book.title


def case_1959():
    """reverse fk .iterator() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.iterator()]


def case_1960():
    """reverse fk .union(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.filter(pk__gt=0).union(book.chapter_set.filter(pk__gt=1)):
            c.book.title


def case_1961():
    """reverse fk .union() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.filter(pk__gt=0).union(book.chapter_set.filter(pk__gt=1))]


def case_1962():
    """reverse fk | operator: c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.filter(pk=1) | book.chapter_set.filter(pk__gt=0):
            c.book.title


def case_1963():
    """reverse fk | operator only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.filter(pk=1) | book.chapter_set.filter(pk__gt=0)]


def case_1964():
    """reverse fk .using("default"): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.using("default"):
            c.book.title


def case_1965():
    """reverse fk .using("default") only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.using("default")]


def case_1966():
    """reverse fk .select_related("writer"): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.select_related("writer"):
            c.book.title


def case_1967():
    """reverse fk .select_related("writer") only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.select_related("writer")]


def case_1968():
    """reverse fk .select_related("book"): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.select_related("book"):
            c.book.title


def case_1969():
    """reverse fk .select_related("book") only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.select_related("book")]


def case_1970():
    """reverse fk .in_bulk().values(): c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.in_bulk().values():
            c.book.title


def case_1971():
    """reverse fk .in_bulk().values() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.in_bulk().values()]


def case_1972():
    """reverse fk .create(): c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.create(name="z", writer_id=1)]:
            c.book.title


def case_1973():
    """reverse fk .create() only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.create(name="z", writer_id=1)]]


def case_1974():
    """reverse fk .get_or_create() found: c.book / nothing"""
    for book in Book.objects.all():
        for c in [book.chapter_set.get_or_create(name=f"ch{book.pk}.1")[0]]:
            c.book.title


def case_1975():
    """reverse fk .get_or_create() found only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in [book.chapter_set.get_or_create(name=f"ch{book.pk}.1")[0]]]


def case_1976():
    """reverse fk .raw-free: custom manager method .big-like filter: c.book / nothing"""
    for book in Book.objects.all():
        for c in book.chapter_set.complex_filter({"pk__gt": 0}):
            c.book.title


def case_1977():
    """reverse fk .raw-free: custom manager method .big-like filter only (baseline) / nothing"""
    for book in Book.objects.all():
        [c.pk for c in book.chapter_set.complex_filter({"pk__gt": 0})]


def case_1978():
    """reverse fk: c.book.author.name (parent has author loaded? no) / nothing"""
    for book in Book.objects.all():
        [c.book.author.name for c in book.chapter_set.all()]


def case_1979():
    """reverse fk: c.book.author.name / outer select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        [c.book.author.name for c in book.chapter_set.all()]


def case_1980():
    """reverse fk: c.book.author.name / outer prefetch_related('chapter_set') + select_related('author')"""
    for book in Book.objects.all().select_related("author").prefetch_related("chapter_set"):
        [c.book.author.name for c in book.chapter_set.all()]


def case_1981():
    """reverse fk prefetched: c.book / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        [c.book.title for c in book.chapter_set.all()]


def case_1982():
    """reverse fk prefetched: c.book / Prefetch(to_attr)"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [c.book.title for c in book.xx]


def case_1983():
    """reverse fk prefetched w/ only(): c.book / Prefetch(queryset=only('name','book'))"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.only("name", "book"))
    ):
        [c.book.title for c in book.chapter_set.all()]


def case_1984():
    """reverse fk prefetched w/ only() omitting the fk column / Prefetch(queryset=only('name'))"""
    for book in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.only("name"))):
        [c.name for c in book.chapter_set.all()]


def case_1985():
    """forward prefetch w/ only() omitting fk column / Book.only('title').prefetch_related('author')"""
    for book in Book.objects.all().only("title").prefetch_related("author"):
        book.author.name


def case_1986():
    """forward prefetch, defer(fk) / Book.defer('author').prefetch_related('author')"""
    for book in Book.objects.all().defer("author").prefetch_related("author"):
        book.author.name


def case_1987():
    """m2m: t.books of the parent / back reference / book.tags.all(): t.owner"""
    for book in Book.objects.all():
        [item.owner.name for item in book.tags.all()]


def case_1988():
    """m2m filter back: Tag.objects.filter(books=b): t.owner / nothing"""
    for book in Book.objects.all():
        [item.owner.name for item in Tag.objects.filter(books=book)]


def case_1989():
    """Child.objects.filter(parent=p): c.book / nothing"""
    book = Book.objects.get(pk=1)
    for c in Chapter.objects.filter(book=book):
        c.book.title


def case_1990():
    """for p: Child.objects.filter(parent=p): c.book / nothing"""
    for book in Book.objects.all():
        for c in Chapter.objects.filter(book=book):
            c.book.title


def case_1991():
    """for p: Child.objects.get(parent=p,...): c.book / nothing"""
    for book in Book.objects.all():
        Chapter.objects.get(book=book, name__endswith=".1").book.title


def case_1992():
    """for p: Child.objects.get_or_create(parent=p) found: c.book / nothing"""
    for book in Book.objects.all():
        Chapter.objects.get_or_create(book=book, name=f"ch{book.pk}.1")[0].book.title


def case_1993():
    """for p: Child.objects.get_or_create(parent=p) created: c.book / nothing"""
    for book in Book.objects.all():
        Chapter.objects.get_or_create(book=book, name="zz", writer_id=1)[0].book.title


def case_1994():
    """for p: Child.objects.get_or_create(parent=p) created, baseline / nothing"""
    for book in Book.objects.all():
        Chapter.objects.get_or_create(book=book, name="zz", writer_id=1)[0]


def case_1995():
    """for p: Child.objects.create(parent=p): c.book / nothing"""
    for book in Book.objects.all():
        Chapter.objects.create(book=book, name="q", writer_id=1).book.title


def case_1996():
    """for p: Child.objects.create(parent_id=p.pk): c.book / nothing"""
    for book in Book.objects.all():
        Chapter.objects.create(book_id=book.pk, name="q", writer_id=1).book.title


def case_1997():
    """for p: Child(parent=p): c.book / nothing"""
    for book in Book.objects.all():
        Chapter(book=book).book.title


def case_1998():
    """Child.objects.filter(parent__in=qs): c.book / nothing"""
    for c in Chapter.objects.filter(book__in=Book.objects.all()):
        c.book.title


def case_1999():
    """bulk_create([Child(parent=p)]): c.book / nothing"""
    for c in Chapter.objects.bulk_create([Chapter(book=book, name="x", writer_id=1) for book in Book.objects.all()]):
        c.book.title


def case_2000():
    """bulk_create([Child(parent_id=)]): c.book / nothing"""
    for c in Chapter.objects.bulk_create(
        [Chapter(book_id=book.pk, name="x", writer_id=1) for book in Book.objects.all()]
    ):
        c.book.title


def case_2001():
    """select_related one level only: b.author.name ok, b.author.city.name / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.city.name


def case_2002():
    """obj.fk.name after union / as named"""
    for book in Book.objects.all().filter(n__lte=2).union(Book.objects.all().filter(n__gt=2)):
        book.author.name


def case_2003():
    """obj.fk.name after union of select_related querysets / as named"""
    for book in (
        Book.objects.all()
        .select_related("author")
        .filter(n__lte=2)
        .union(Book.objects.all().select_related("author").filter(n__gt=2))
    ):
        book.author.name


def case_2004():
    """obj.fk.name after union then .select_related() / as named"""
    for book in Book.objects.all().filter(n__lte=2).union(Book.objects.all().filter(n__gt=2)).select_related("author"):
        book.author.name


def case_2005():
    """obj.fk.name after union then prefetch_related / as named"""
    for book in (
        Book.objects.all().filter(n__lte=2).union(Book.objects.all().filter(n__gt=2)).prefetch_related("author")
    ):
        book.author.name


def case_2006():
    """obj.fk.name after | of select_related left / as named"""
    for book in Book.objects.all().select_related("author").filter(n__lte=2) | Book.objects.all().filter(n__gt=2):
        book.author.name


def case_2007():
    """obj.fk.name after | of select_related right only / as named"""
    for book in Book.objects.all().filter(n__lte=2) | Book.objects.all().select_related("author").filter(n__gt=2):
        book.author.name


def case_2008():
    """obj.fk.name after & of select_related left / as named"""
    for book in Book.objects.all().select_related("author") & Book.objects.all().filter(n__gt=0):
        book.author.name


def case_2009():
    """obj.fk.name after | prefetch left / as named"""
    for book in Book.objects.all().prefetch_related("author").filter(n__lte=2) | Book.objects.all().filter(n__gt=2):
        book.author.name


def case_2010():
    """obj.fk.name after | prefetch right only / as named"""
    for book in Book.objects.all().filter(n__lte=2) | Book.objects.all().prefetch_related("author").filter(n__gt=2):
        book.author.name


def case_2011():
    """obj.fk.name after raw / as named"""
    for book in Book.objects.raw("select * from app_book"):
        book.author.name


def case_2012():
    """obj.fk.name after raw with joined author columns / as named"""
    for book in Book.objects.raw(
        "select b.*, a.name as author_name2 from app_book b join app_author a on a.id=b.author_id"
    ):
        book.author.name


def case_2013():
    """obj.fk.name after raw().prefetch_related("author") / as named"""
    for book in Book.objects.raw("select * from app_book").prefetch_related("author"):
        book.author.name


def case_2014():
    """obj.fk.name after only("title") / as named"""
    for book in Book.objects.all().only("title"):
        book.author.name


def case_2015():
    """obj.fk.name after only("title","author") / as named"""
    for book in Book.objects.all().only("title", "author"):
        book.author.name


def case_2016():
    """obj.fk.name after only("title","author_id") / as named"""
    for book in Book.objects.all().only("title", "author_id"):
        book.author.name


def case_2017():
    """obj.fk.name after only("title","author__name") no select_related / as named"""
    for book in Book.objects.all().only("title", "author__name"):
        book.author.name


def case_2018():
    """obj.fk.name after select_related+only("title","author__name") / as named"""
    for book in Book.objects.all().select_related("author").only("title", "author__name"):
        book.author.name


def case_2019():
    """obj.fk.name after select_related+only("title","author") / as named"""
    for book in Book.objects.all().select_related("author").only("title", "author"):
        book.author.name


def case_2020():
    """obj.fk.name after select_related+only("title")  (conflict) / as named"""
    for book in Book.objects.all().select_related("author").only("title"):
        book.author.name


def case_2021():
    """obj.fk.name after select_related+defer("author")  (conflict) / as named"""
    for book in Book.objects.all().select_related("author").defer("author"):
        book.author.name


def case_2022():
    """obj.fk.name after select_related+defer("author__name") / as named"""
    for book in Book.objects.all().select_related("author").defer("author__name"):
        book.author.name


def case_2023():
    """obj.fk.name after defer("author") / as named"""
    for book in Book.objects.all().defer("author"):
        book.author.name


def case_2024():
    """obj.fk.name after defer("blurb") / as named"""
    for book in Book.objects.all().defer("blurb"):
        book.author.name


def case_2025():
    """obj.fk.name after only("author__name").select_related("author") / as named"""
    for book in Book.objects.all().only("author__name").select_related("author"):
        book.author.name


def case_2026():
    """obj.fk.name after iterator() / as named"""
    for book in Book.objects.all().iterator():
        book.author.name


def case_2027():
    """obj.fk.name after select_related.iterator() / as named"""
    for book in Book.objects.all().select_related("author").iterator():
        book.author.name


def case_2028():
    """obj.fk.name after prefetch_related.iterator() no chunk_size / as named"""
    for book in Book.objects.all().prefetch_related("author").iterator():
        book.author.name


def case_2029():
    """obj.fk.name after prefetch_related.iterator(chunk_size=100) / as named"""
    for book in Book.objects.all().prefetch_related("author").iterator(chunk_size=100):
        book.author.name


def case_2030():
    """obj.fk.name after prefetch_related.iterator(chunk_size=2) / as named"""
    for book in Book.objects.all().prefetch_related("author").iterator(chunk_size=2):
        book.author.name


def case_2031():
    """obj.fk.name after iterator().then select_related lost? BK().iterator(2000) / as named"""
    for book in Book.objects.all().iterator(2000):
        book.author.name


def case_2032():
    """obj.fk.name after slice[:100] / as named"""
    for book in Book.objects.all()[:100]:
        book.author.name


def case_2033():
    """obj.fk.name after select_related then slice / as named"""
    for book in Book.objects.all().select_related("author")[:100]:
        book.author.name


def case_2034():
    """obj.fk.name after slice then select_related / as named"""
    for book in Book.objects.all()[:100].select_related("author"):
        book.author.name


def case_2035():
    """obj.fk.name after prefetch then slice / as named"""
    for book in Book.objects.all().prefetch_related("author")[:100]:
        book.author.name


def case_2036():
    """obj.fk.name after slice then prefetch_related / as named"""
    for book in Book.objects.all()[:100].prefetch_related("author"):
        book.author.name


def case_2037():
    """obj.fk.name after slice then only / as named"""
    for book in Book.objects.all()[:100].only("title", "author"):
        book.author.name


def case_2038():
    """obj.fk.name after slice then filter (error) / as named"""
    for book in Book.objects.all()[:100].filter(n=1):
        book.author.name


def case_2039():
    """obj.fk.name after slice with step evaluates to list / as named"""
    for book in Book.objects.all()[::2]:
        book.author.name


def case_2040():
    """obj.fk.name after using("default") / as named"""
    for book in Book.objects.all().using("default"):
        book.author.name


def case_2041():
    """obj.fk.name after none() / as named"""
    for book in Book.objects.all().none():
        book.author.name


def case_2042():
    """obj.fk.name after in_bulk().values() / as named"""
    for book in Book.objects.all().in_bulk().values():
        book.author.name


def case_2043():
    """obj.fk.name after select_related.in_bulk().values() / as named"""
    for book in Book.objects.all().select_related("author").in_bulk().values():
        book.author.name


def case_2044():
    """obj.fk.name after prefetch_related.in_bulk().values() / as named"""
    for book in Book.objects.all().prefetch_related("author").in_bulk().values():
        book.author.name


def case_2045():
    """obj.fk.name after values() rows / as named"""
    for row in Book.objects.all().values("author__name"):
        row["author__name"]


def case_2046():
    """obj.fk.name after select_related then values_list / as named"""
    for book in Book.objects.all().select_related("author").values_list("author__name", named=True):
        book.author.name


def case_2047():
    """obj.fk.name after distinct/order_by/annotate after select_related / as named"""
    for book in Book.objects.all().select_related("author").annotate(z=Count("tags")).distinct().order_by("-n"):
        book.author.name


def case_2048():
    """obj.fk.name after filter(author__name=) does not load author / as named"""
    for book in Book.objects.all().filter(author__name__contains="a"):
        book.author.name


def case_2049():
    """obj.fk.name after order_by("author__name") does not load author / as named"""
    for book in Book.objects.all().order_by("author__name"):
        book.author.name


def case_2050():
    """obj.fk.name after annotate(F("author__name")) does not load author / as named"""
    for book in Book.objects.all().annotate(an=F("author__name")):
        book.author.name


def case_2051():
    """obj.fk.name after extra/tables / as named"""
    for book in Book.objects.all().extra(select={"z": "1"}):
        book.author.name


def case_2052():
    """obj.fk.name after select_for_update / as named"""
    for book in Book.objects.all().select_for_update():
        book.author.name


def case_2053():
    """obj.fk.name after list(qs) then loop / as named"""
    for book in list(Book.objects.all()):
        book.author.name


def case_2054():
    """obj.fk.name after copy.copy objects / as named"""
    for book in [copy.copy(book) for book in Book.objects.all().select_related("author")]:
        book.author.name


def case_2055():
    """obj.fk.name after deepcopy objects / as named"""
    for book in [copy.deepcopy(book) for book in Book.objects.all().select_related("author")]:
        book.author.name


def case_2056():
    """obj.fk.name after pickle round trip of objects / as named"""
    for book in pickle.loads(pickle.dumps(list(Book.objects.all().select_related("author")))):
        book.author.name


def case_2057():
    """obj.fk.name after pickle round trip of queryset / as named"""
    for book in pickle.loads(pickle.dumps(Book.objects.all().select_related("author"))):
        book.author.name


def case_2058():
    """obj.fk.name after pickled query re-attached / as named"""
    queryset = Book.objects.all()
    queryset.query = pickle.loads(pickle.dumps(Book.objects.all().select_related("author").query))
    for book in queryset:
        book.author.name


def case_2059():
    """obj.fk.name after raw().prefetch; in list comp / as named"""
    for book in [book for book in Book.objects.raw("select * from app_book").prefetch_related("author")]:
        book.author.name


def case_2060():
    """deferred plain field after defer("blurb"): obj.blurb / defer"""
    for book in Book.objects.all().defer("blurb"):
        book.blurb


def case_2061():
    """obj.title after only("n") / only"""
    for book in Book.objects.all().only("n"):
        book.title


def case_2062():
    """two deferred fields: obj.title, obj.blurb after only("n") / only"""
    for book in Book.objects.all().only("n"):
        book.title
        book.blurb


def case_2063():
    """obj.fk_id after only("title") / only"""
    for book in Book.objects.all().only("title"):
        book.author_id


def case_2064():
    """obj.fk_id after defer("author") / defer"""
    for book in Book.objects.all().defer("author"):
        book.author_id


def case_2065():
    """obj.pk after only("title") / only"""
    for book in Book.objects.all().only("title"):
        book.pk


def case_2066():
    """str(obj) after only("title") / only"""
    for row in Book.objects.all().only("title"):
        str(row)


def case_2067():
    """deferred field on related: b.author.mentor_id after select_related+only("author__name") / only"""
    for book in Book.objects.all().select_related("author").only("author__name"):
        book.author.city_id


def case_2068():
    """raw() with missing columns: obj.title / raw"""
    for book in Book.objects.raw("select id from app_book"):
        book.title


def case_2069():
    """raw() missing column: obj.author / raw"""
    for book in Book.objects.raw("select id from app_book"):
        book.author


def case_2070():
    """obj.save() after only("title") / only"""
    for book in Book.objects.all().only("title"):
        book.save()


def case_2071():
    """obj.delete() after only() / only"""
    for book in Counter.objects.only("n"):
        book.delete()


def case_2072():
    """obj.fk = x then obj.fk.name / nothing"""
    author = Author.objects.get(pk=1)
    for book in Book.objects.all():
        book.author = author
        book.author.name


def case_2073():
    """obj.fk_id = other then obj.fk (cache dropped) / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.name
        book.author_id = 1 if book.author_id != 1 else 2
        book.author.name


def case_2074():
    """obj.fk_id = same then obj.fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author_id = book.author_id
        book.author.name


def case_2075():
    """refresh_from_db() in a loop / nothing"""
    for book in Book.objects.all():
        book.refresh_from_db()


def case_2076():
    """refresh_from_db() then obj.fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.refresh_from_db()
        book.author.name


def case_2077():
    """refresh_from_db(fields=['title']) then obj.fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.refresh_from_db(fields=["title"])
        book.author.name


def case_2078():
    """refresh_from_db(from_queryset=select_related) then obj.fk / -"""
    for book in Book.objects.all():
        book.refresh_from_db(from_queryset=Book.objects.select_related("author"))
        book.author.name


def case_2079():
    """refresh_from_db() then prefetched rel / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        book.refresh_from_db()
        list(book.chapter_set.all())


def case_2080():
    """one object via .get(pk=), then .fk.name / nothing"""
    Book.objects.all().get(pk=1).author.name


def case_2081():
    """one object via .get(pk=), then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").get(pk=1).author.name


def case_2082():
    """one object via .get(pk=), then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").get(pk=1).author.name


def case_2083():
    """one object via .filter(pk=).first(), then .fk.name / nothing"""
    Book.objects.all().filter(pk=1).first().author.name


def case_2084():
    """one object via .filter(pk=).first(), then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").filter(pk=1).first().author.name


def case_2085():
    """one object via .filter(pk=).first(), then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").filter(pk=1).first().author.name


def case_2086():
    """one object via .filter(pk=)[0], then .fk.name / nothing"""
    Book.objects.all().filter(pk=1)[0].author.name


def case_2087():
    """one object via .filter(pk=)[0], then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").filter(pk=1)[0].author.name


def case_2088():
    """one object via .filter(pk=)[0], then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").filter(pk=1)[0].author.name


def case_2089():
    """one object via .get_or_create(pk=), then .fk.name / nothing"""
    Book.objects.all().get_or_create(pk=1)[0].author.name


def case_2090():
    """one object via .get_or_create(pk=), then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").get_or_create(pk=1)[0].author.name


def case_2091():
    """one object via .get_or_create(pk=), then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").get_or_create(pk=1)[0].author.name


def case_2092():
    """one object via .latest(), then .fk.name / nothing"""
    Book.objects.all().latest("pk").author.name


def case_2093():
    """one object via .latest(), then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").latest("pk").author.name


def case_2094():
    """one object via .latest(), then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").latest("pk").author.name


def case_2095():
    """one object via .order_by().last(), then .fk.name / nothing"""
    Book.objects.all().order_by("pk").last().author.name


def case_2096():
    """one object via .order_by().last(), then .fk.name / select_related('author')"""
    Book.objects.all().select_related("author").order_by("pk").last().author.name


def case_2097():
    """one object via .order_by().last(), then .fk.name / prefetch_related('author')"""
    Book.objects.all().prefetch_related("author").order_by("pk").last().author.name


def case_2098():
    """Model.objects.get(pk=) in a loop over ids / nothing"""
    [Book.objects.get(pk=i) for i in Book.objects.all().values_list("pk", flat=True)]


def case_2099():
    """filter(pk=i).exists() in a loop / nothing"""
    [Book.objects.filter(pk=i).exists() for i in Book.objects.all().values_list("pk", flat=True)]


def case_2100():
    """loop over in_bulk(ids) / nothing"""
    [Book.objects.in_bulk(list(Book.objects.all().values_list("pk", flat=True)))]


def case_2101():
    """Model.objects.filter(fk=obj.fk) in a loop / nothing"""
    for book in Book.objects.all():
        list(Book.objects.filter(author=book.author))


def case_2102():
    """Model.objects.filter(fk=obj.fk_id) in a loop / nothing"""
    for book in Book.objects.all():
        list(Book.objects.filter(author=book.author_id))


def case_2103():
    """building a lazy queryset in a loop, never evaluated / nothing"""
    for book in Book.objects.all():
        Chapter.objects.filter(book=book)


def case_2104():
    """filter(fk__in=[o.fk for o in qs]) / nothing"""
    list(Book.objects.filter(author__in=[book.author for book in Book.objects.all()]))


def case_2105():
    """filter(fk__in=qs) subquery / nothing"""
    list(Chapter.objects.filter(book__in=Book.objects.all()))


def case_2106():
    """filter(pk__in=qs.values_list()) evaluated? no / nothing"""
    list(Chapter.objects.filter(book_id__in=Book.objects.all().values_list("pk", flat=True)))


def case_2107():
    """filter(pk__in=list(qs.values_list())) / nothing"""
    list(Chapter.objects.filter(book_id__in=list(Book.objects.all().values_list("pk", flat=True))))


def case_2108():
    """nested loop over the same unrelated queryset object / nothing"""
    cs = Publisher.objects.all()
    for book in Book.objects.all():
        [c for c in cs]


def case_2109():
    """nested loop over Model.objects.all() re-created inside / nothing"""
    for book in Book.objects.all():
        [c for c in Publisher.objects.all()]


def case_2110():
    """nested: cs.filter() of an evaluated outer qs inside / nothing"""
    cs = Publisher.objects.all()
    len(cs)
    for book in Book.objects.all():
        list(cs.filter(pk=book.pk))
