import copy
import pickle

from django.db.models import Count

from app.models import Book, Counter


def case_2111():
    """qs created / chained, not used / fresh"""
    queryset = Book.objects.all()
    queryset.filter(n=1).order_by("n")


def case_2112():
    """bool(qs) / if qs / fresh"""
    queryset = Book.objects.all()
    bool(queryset)


def case_2113():
    """not qs / fresh"""
    queryset = Book.objects.all()
    not queryset


def case_2114():
    """len(qs) / fresh"""
    queryset = Book.objects.all()
    len(queryset)


def case_2115():
    """list(qs) / fresh"""
    queryset = Book.objects.all()
    list(queryset)


def case_2116():
    """iterate / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]


def case_2117():
    """iterate twice / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    [row for row in queryset]


def case_2118():
    """iterate qs.all() twice / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset.all()]
    [row for row in queryset.all()]


def case_2119():
    """x in qs / fresh"""
    queryset = Book.objects.all()
    Book(pk=1) in queryset


def case_2120():
    """repr(qs) / fresh"""
    queryset = Book.objects.all()
    repr(queryset)


def case_2121():
    """str(qs) / fresh"""
    queryset = Book.objects.all()
    str(queryset)


def case_2122():
    """f"{qs}" / fresh"""
    queryset = Book.objects.all()
    f"{queryset}"


def case_2123():
    """str(qs.query) / fresh"""
    queryset = Book.objects.all()
    str(queryset.query)


def case_2124():
    """pickle.dumps(qs) / fresh"""
    queryset = Book.objects.all()
    pickle.dumps(queryset)


def case_2125():
    """copy.copy(qs) / fresh"""
    queryset = Book.objects.all()
    copy.copy(queryset)


def case_2126():
    """deepcopy(qs) / fresh"""
    queryset = Book.objects.all()
    copy.deepcopy(queryset)


def case_2127():
    """qs[0] / fresh"""
    queryset = Book.objects.all()
    queryset[0]


def case_2128():
    """qs[0] twice / fresh"""
    queryset = Book.objects.all()
    queryset[0]
    queryset[0]


def case_2129():
    """qs[0]; qs[1] / fresh"""
    queryset = Book.objects.all()
    queryset[0]
    queryset[1]


def case_2130():
    """qs[:2] not used / fresh"""
    queryset = Book.objects.all()
    queryset[:2]


def case_2131():
    """list(qs[:2]) / fresh"""
    queryset = Book.objects.all()
    list(queryset[:2])


def case_2132():
    """qs[::2] (step) / fresh"""
    queryset = Book.objects.all()
    queryset[::2]


def case_2133():
    """qs[0:2:1] (step) / fresh"""
    queryset = Book.objects.all()
    queryset[0:2:1]


def case_2134():
    """qs[-1] / fresh"""
    queryset = Book.objects.all()
    queryset[-1]


def case_2135():
    """list(qs)[0] / fresh"""
    queryset = Book.objects.all()
    list(queryset)[0]


def case_2136():
    """list(qs)[-1] / fresh"""
    queryset = Book.objects.all()
    list(queryset)[-1]


def case_2137():
    """qs.count() / fresh"""
    queryset = Book.objects.all()
    queryset.count()


def case_2138():
    """qs.count() twice / fresh"""
    queryset = Book.objects.all()
    queryset.count()
    queryset.count()


def case_2139():
    """qs.exists() / fresh"""
    queryset = Book.objects.all()
    queryset.exists()


def case_2140():
    """qs.exists() twice / fresh"""
    queryset = Book.objects.all()
    queryset.exists()
    queryset.exists()


def case_2141():
    """qs.first() / fresh"""
    queryset = Book.objects.all()
    queryset.first()


def case_2142():
    """qs.last() / fresh"""
    queryset = Book.objects.all()
    queryset.last()


def case_2143():
    """qs.order_by("pk").first() / fresh"""
    queryset = Book.objects.all()
    queryset.order_by("pk").first()


def case_2144():
    """qs.get(pk=1) / fresh"""
    queryset = Book.objects.all()
    queryset.get(pk=1)


def case_2145():
    """qs.contains(obj) / fresh"""
    queryset = Book.objects.all()
    queryset.contains(Book(pk=1))


def case_2146():
    """qs.aggregate() / fresh"""
    queryset = Book.objects.all()
    queryset.aggregate(x=Count("pk"))


def case_2147():
    """qs.iterator() / fresh"""
    queryset = Book.objects.all()
    list(queryset.iterator())


def case_2148():
    """qs.iterator() twice / fresh"""
    queryset = Book.objects.all()
    list(queryset.iterator())
    list(queryset.iterator())


def case_2149():
    """qs.all() iterate / fresh"""
    queryset = Book.objects.all()
    list(queryset.all())


def case_2150():
    """qs.filter() iterate / fresh"""
    queryset = Book.objects.all()
    list(queryset.filter(n__gte=0))


def case_2151():
    """qs.values_list iterate / fresh"""
    queryset = Book.objects.all()
    list(queryset.values_list("pk", flat=True))


def case_2152():
    """qs.in_bulk() / fresh"""
    queryset = Book.objects.all()
    queryset.in_bulk()


def case_2153():
    """qs.earliest("n") / fresh"""
    queryset = Book.objects.all()
    queryset.earliest("n")


def case_2154():
    """qs.none() / fresh"""
    queryset = Book.objects.all()
    list(queryset.none())


def case_2155():
    """qs.update() / fresh"""
    queryset = Book.objects.all()
    queryset.update(n=1)


def case_2156():
    """qs.explain() / fresh"""
    queryset = Book.objects.all()
    queryset.explain()


def case_2157():
    """qs == qs2 / fresh"""
    queryset = Book.objects.all()
    queryset == Book.objects.all()


def case_2158():
    """qs & / | build / fresh"""
    queryset = Book.objects.all()
    queryset | Book.objects.all()


def case_2159():
    """isinstance / hasattr / qs is None / fresh"""
    queryset = Book.objects.all()
    queryset is None
    hasattr(queryset, "x")


def case_2160():
    """iter(qs) without next / fresh"""
    queryset = Book.objects.all()
    iter(queryset)


def case_2161():
    """qs.ordered / fresh"""
    queryset = Book.objects.all()
    queryset.ordered


def case_2162():
    """dict(qs.values_list("pk","n")) / fresh"""
    queryset = Book.objects.all()
    dict(queryset.values_list("pk", "n"))


def case_2163():
    """sorted(qs, key) / fresh"""
    queryset = Book.objects.all()
    sorted(queryset, key=lambda book: book.n)


def case_2164():
    """max(b.n for b in qs) / fresh"""
    queryset = Book.objects.all()
    max(book.n for book in queryset)


def case_2165():
    """next(iter(qs)) / fresh"""
    queryset = Book.objects.all()
    next(iter(queryset))


def case_2166():
    """a, *rest = qs / fresh"""
    queryset = Book.objects.all()
    [*queryset]


def case_2167():
    """set(qs) / fresh"""
    queryset = Book.objects.all()
    set(queryset)


def case_2168():
    """qs.delete() / fresh"""
    Counter.objects.all().delete()


def case_2169():
    """if qs: for x in qs / fresh"""
    queryset = Book.objects.all()
    if queryset:
        [row for row in queryset]


def case_2170():
    """if qs.exists(): for x in qs / fresh"""
    queryset = Book.objects.all()
    if queryset.exists():
        [row for row in queryset]


def case_2171():
    """if qs.count(): for x in qs / fresh"""
    queryset = Book.objects.all()
    if queryset.count():
        [row for row in queryset]


def case_2172():
    """if qs.count() > 0 / fresh"""
    queryset = Book.objects.all()
    queryset.count() > 0


def case_2173():
    """if len(qs) > 0: for x in qs / fresh"""
    queryset = Book.objects.all()
    if len(queryset) > 0:
        [row for row in queryset]


def case_2174():
    """for x in qs; then qs.count() / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset.count()


def case_2175():
    """for x in qs; then len(qs) / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    len(queryset)


def case_2176():
    """for x in qs; then qs.exists() / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset.exists()


def case_2177():
    """for x in qs; then qs.first() / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset.first()


def case_2178():
    """for x in qs.order_by("n") [ordered, evaluated]; then .first() / fresh"""
    queryset = Book.objects.all()
    z = queryset.order_by("n")
    [row for row in z]
    z.first()


def case_2179():
    """ordered evaluated; then .last() / fresh"""
    queryset = Book.objects.all()
    z = queryset.order_by("n")
    [row for row in z]
    z.last()


def case_2180():
    """for x in qs; then qs[0] / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset[0]


def case_2181():
    """for x in qs; then qs[:2] / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    list(queryset[:2])


def case_2182():
    """for x in qs; then qs.get(pk=1) / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset.get(pk=1)


def case_2183():
    """for x in qs; then obj in qs / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    Book(pk=1) in queryset


def case_2184():
    """for x in qs; then qs.contains(obj) / fresh"""
    queryset = Book.objects.all()
    [row for row in queryset]
    queryset.contains(Book(pk=1))


def case_2185():
    """qs.count(); for x in qs / fresh"""
    queryset = Book.objects.all()
    queryset.count()
    [row for row in queryset]


def case_2186():
    """len(qs); for x in qs / fresh"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]


def case_2187():
    """qs[0]; for x in qs / fresh"""
    queryset = Book.objects.all()
    queryset[0]
    [row for row in queryset]


def case_2188():
    """for i in range(qs.count()): qs[i] / fresh"""
    queryset = Book.objects.all()
    [queryset[i] for i in range(queryset.count())]


def case_2189():
    """for i in range(len(qs)): qs[i] / fresh"""
    queryset = Book.objects.all()
    [queryset[i] for i in range(len(queryset))]


def case_2190():
    """for o in list: o in qs (fresh qs evaluated by first in) / fresh"""
    queryset = Book.objects.all()
    [o in queryset for o in [Book(pk=i) for i in range(Book.objects.all().count())]]


def case_2191():
    """for o in list: qs.contains(o) / fresh"""
    queryset = Book.objects.all()
    [queryset.contains(o) for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2192():
    """for o in list: qs.filter(pk=o.pk).exists() / fresh"""
    queryset = Book.objects.all()
    [queryset.filter(pk=o.pk).exists() for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2193():
    """for o in list: o.pk in qs.values_list("pk", flat=True) inline / fresh"""
    queryset = Book.objects.all()
    [o.pk in queryset.values_list("pk", flat=True) for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2194():
    """vl = qs.values_list(); for o: o.pk in vl / fresh"""
    queryset = Book.objects.all()
    vl = queryset.values_list("pk", flat=True)
    [o.pk in vl for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2195():
    """it = qs.iterator(); consumed twice / fresh"""
    queryset = Book.objects.all()
    it = queryset.iterator()
    list(it)
    list(it)


def case_2196():
    """s = qs[:2]; iterate s twice / fresh"""
    queryset = Book.objects.all()
    s = queryset[:2]
    list(s)
    list(s)


def case_2197():
    """s = qs[:2]; s.count(); iterate / fresh"""
    queryset = Book.objects.all()
    s = queryset[:2]
    if not isinstance(s, list):
        s.count()
        list(s)


def case_2198():
    """cached Manager attr: Book.objects.all() iterated twice via manager / fresh"""
    list(Book.objects.all())
    list(Book.objects.all())


def case_2199():
    """qs.order_by("?").first() / fresh"""
    queryset = Book.objects.all()
    queryset.order_by("?").first()


def case_2200():
    """prefetch qs: for x in qs twice / fresh"""
    z = Book.objects.all().prefetch_related("tags")
    [row for row in z]
    [row for row in z]


def case_2201():
    """prefetch qs: qs.count() / fresh"""
    Book.objects.all().prefetch_related("tags").count()


def case_2202():
    """prefetch qs: qs.first() / fresh"""
    Book.objects.all().prefetch_related("tags").first()


def case_2203():
    """prefetch qs: qs[0] loops / fresh"""
    [Book.objects.all().prefetch_related("tags")[i] for i in range(2)]


def case_2204():
    """prefetch qs .exists() / fresh"""
    Book.objects.all().prefetch_related("tags").exists()


def case_2205():
    """prefetch qs empty result / fresh"""
    list(Book.objects.all().prefetch_related("tags").filter(pk=-1))


def case_2206():
    """qs.order_by().first() (ordering cleared) / fresh"""
    queryset = Book.objects.all()
    queryset.order_by().first()


def case_2207():
    """qs created / chained, not used / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.filter(n=1).order_by("n")


def case_2208():
    """bool(qs) / if qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    bool(queryset)


def case_2209():
    """not qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    not queryset


def case_2210():
    """len(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    len(queryset)


def case_2211():
    """list(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset)


def case_2212():
    """iterate / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]


def case_2213():
    """iterate twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    [row for row in queryset]


def case_2214():
    """iterate qs.all() twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset.all()]
    [row for row in queryset.all()]


def case_2215():
    """x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    Book(pk=1) in queryset


def case_2216():
    """repr(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    repr(queryset)


def case_2217():
    """str(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    str(queryset)


def case_2218():
    """f"{qs}" / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    f"{queryset}"


def case_2219():
    """str(qs.query) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    str(queryset.query)


def case_2220():
    """pickle.dumps(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    pickle.dumps(queryset)


def case_2221():
    """copy.copy(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    copy.copy(queryset)


def case_2222():
    """deepcopy(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    copy.deepcopy(queryset)


def case_2223():
    """qs[0] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[0]


def case_2224():
    """qs[0] twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[0]
    queryset[0]


def case_2225():
    """qs[0]; qs[1] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[0]
    queryset[1]


def case_2226():
    """qs[:2] not used / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[:2]


def case_2227():
    """list(qs[:2]) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset[:2])


def case_2228():
    """qs[::2] (step) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[::2]


def case_2229():
    """qs[0:2:1] (step) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[0:2:1]


def case_2230():
    """qs[-1] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[-1]


def case_2231():
    """list(qs)[0] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset)[0]


def case_2232():
    """list(qs)[-1] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset)[-1]


def case_2233():
    """qs.count() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.count()


def case_2234():
    """qs.count() twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.count()
    queryset.count()


def case_2235():
    """qs.exists() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.exists()


def case_2236():
    """qs.exists() twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.exists()
    queryset.exists()


def case_2237():
    """qs.first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.first()


def case_2238():
    """qs.last() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.last()


def case_2239():
    """qs.order_by("pk").first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.order_by("pk").first()


def case_2240():
    """qs.get(pk=1) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.get(pk=1)


def case_2241():
    """qs.contains(obj) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.contains(Book(pk=1))


def case_2242():
    """qs.aggregate() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.aggregate(x=Count("pk"))


def case_2243():
    """qs.iterator() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.iterator())


def case_2244():
    """qs.iterator() twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.iterator())
    list(queryset.iterator())


def case_2245():
    """qs.all() iterate / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.all())


def case_2246():
    """qs.filter() iterate / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.filter(n__gte=0))


def case_2247():
    """qs.values_list iterate / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.values_list("pk", flat=True))


def case_2248():
    """qs.in_bulk() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.in_bulk()


def case_2249():
    """qs.earliest("n") / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.earliest("n")


def case_2250():
    """qs.none() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(queryset.none())


def case_2251():
    """qs.update() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.update(n=1)


def case_2252():
    """qs.explain() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.explain()


def case_2253():
    """qs == qs2 / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset == Book.objects.all()


def case_2254():
    """qs & / | build / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset | Book.objects.all()


def case_2255():
    """isinstance / hasattr / qs is None / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset is None
    hasattr(queryset, "x")


def case_2256():
    """iter(qs) without next / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    iter(queryset)


def case_2257():
    """qs.ordered / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.ordered


def case_2258():
    """dict(qs.values_list("pk","n")) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    dict(queryset.values_list("pk", "n"))


def case_2259():
    """sorted(qs, key) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    sorted(queryset, key=lambda book: book.n)


def case_2260():
    """max(b.n for b in qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    max(book.n for book in queryset)


def case_2261():
    """next(iter(qs)) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    next(iter(queryset))


def case_2262():
    """a, *rest = qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [*queryset]


def case_2263():
    """set(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    set(queryset)


def case_2264():
    """qs.delete() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    Counter.objects.all().delete()


def case_2265():
    """if qs: for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    if queryset:
        [row for row in queryset]


def case_2266():
    """if qs.exists(): for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    if queryset.exists():
        [row for row in queryset]


def case_2267():
    """if qs.count(): for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    if queryset.count():
        [row for row in queryset]


def case_2268():
    """if qs.count() > 0 / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.count() > 0


def case_2269():
    """if len(qs) > 0: for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    if len(queryset) > 0:
        [row for row in queryset]


def case_2270():
    """for x in qs; then qs.count() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset.count()


def case_2271():
    """for x in qs; then len(qs) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    len(queryset)


def case_2272():
    """for x in qs; then qs.exists() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset.exists()


def case_2273():
    """for x in qs; then qs.first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset.first()


def case_2274():
    """for x in qs.order_by("n") [ordered, evaluated]; then .first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    z = queryset.order_by("n")
    [row for row in z]
    z.first()


def case_2275():
    """ordered evaluated; then .last() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    z = queryset.order_by("n")
    [row for row in z]
    z.last()


def case_2276():
    """for x in qs; then qs[0] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset[0]


def case_2277():
    """for x in qs; then qs[:2] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    list(queryset[:2])


def case_2278():
    """for x in qs; then qs.get(pk=1) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset.get(pk=1)


def case_2279():
    """for x in qs; then obj in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    Book(pk=1) in queryset


def case_2280():
    """for x in qs; then qs.contains(obj) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [row for row in queryset]
    queryset.contains(Book(pk=1))


def case_2281():
    """qs.count(); for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.count()
    [row for row in queryset]


def case_2282():
    """len(qs); for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    len(queryset)
    [row for row in queryset]


def case_2283():
    """qs[0]; for x in qs / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset[0]
    [row for row in queryset]


def case_2284():
    """for i in range(qs.count()): qs[i] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [queryset[i] for i in range(queryset.count())]


def case_2285():
    """for i in range(len(qs)): qs[i] / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [queryset[i] for i in range(len(queryset))]


def case_2286():
    """for o in list: o in qs (fresh qs evaluated by first in) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [o in queryset for o in [Book(pk=i) for i in range(Book.objects.all().count())]]


def case_2287():
    """for o in list: qs.contains(o) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [queryset.contains(o) for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2288():
    """for o in list: qs.filter(pk=o.pk).exists() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [queryset.filter(pk=o.pk).exists() for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2289():
    """for o in list: o.pk in qs.values_list("pk", flat=True) inline / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [o.pk in queryset.values_list("pk", flat=True) for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2290():
    """vl = qs.values_list(); for o: o.pk in vl / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    vl = queryset.values_list("pk", flat=True)
    [o.pk in vl for o in [Book(pk=i + 1) for i in range(Book.objects.all().count())]]


def case_2291():
    """it = qs.iterator(); consumed twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    it = queryset.iterator()
    list(it)
    list(it)


def case_2292():
    """s = qs[:2]; iterate s twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    s = queryset[:2]
    list(s)
    list(s)


def case_2293():
    """s = qs[:2]; s.count(); iterate / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    s = queryset[:2]
    if not isinstance(s, list):
        s.count()
        list(s)


def case_2294():
    """cached Manager attr: Book.objects.all() iterated twice via manager / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(Book.objects.all())
    list(Book.objects.all())


def case_2295():
    """qs.order_by("?").first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.order_by("?").first()


def case_2296():
    """prefetch qs: for x in qs twice / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    z = Book.objects.all().prefetch_related("tags")
    [row for row in z]
    [row for row in z]


def case_2297():
    """prefetch qs: qs.count() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    Book.objects.all().prefetch_related("tags").count()


def case_2298():
    """prefetch qs: qs.first() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    Book.objects.all().prefetch_related("tags").first()


def case_2299():
    """prefetch qs: qs[0] loops / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    [Book.objects.all().prefetch_related("tags")[i] for i in range(2)]


def case_2300():
    """prefetch qs .exists() / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    Book.objects.all().prefetch_related("tags").exists()


def case_2301():
    """prefetch qs empty result / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    list(Book.objects.all().prefetch_related("tags").filter(pk=-1))


def case_2302():
    """qs.order_by().first() (ordering cleared) / evaluated"""
    queryset = Book.objects.all()
    len(queryset)
    queryset.order_by().first()
