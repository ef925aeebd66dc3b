from django.db.models import Count, Prefetch, Value

from app.models import Book, TaggedItem


def case_1708():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.tagged


def case_1709():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged


def case_1710():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.tagged)


def case_1711():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        bool(parent.tagged)


def case_1712():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.tagged]


def case_1713():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [1 for row in parent.tagged]


def case_1714():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.tagged)


def case_1715():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        len(parent.tagged)


def case_1716():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()


def case_1717():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()


def case_1718():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tagged.all()]


def case_1719():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [row for row in parent.tagged.all()]


def case_1720():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tagged.all()]
        [row for row in parent.tagged.all()]


def case_1721():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [row for row in parent.tagged.all()]
        [row for row in parent.tagged.all()]


def case_1722():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.tagged.all())


def case_1723():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        len(parent.tagged.all())


def case_1724():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.tagged.all())


def case_1725():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        bool(parent.tagged.all())


def case_1726():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all())


def case_1727():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all())


def case_1728():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.tagged.all()[:21]]


def case_1729():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [o.pk for o in parent.tagged.all()[:21]]


def case_1730():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.count()


def case_1731():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.count()


def case_1732():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().count()


def case_1733():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().count()


def case_1734():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.exists()


def case_1735():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.exists()


def case_1736():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().exists()


def case_1737():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().exists()


def case_1738():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.first()


def case_1739():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.first()


def case_1740():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().first()


def case_1741():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().first()


def case_1742():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.last()


def case_1743():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.last()


def case_1744():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().last()


def case_1745():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().last()


def case_1746():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.filter(pk__gt=0))


def case_1747():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.filter(pk__gt=0))


def case_1748():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.filter())


def case_1749():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.filter())


def case_1750():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all().filter(pk__gt=0))


def case_1751():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all().filter(pk__gt=0))


def case_1752():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.exclude(pk=-1))


def case_1753():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.exclude(pk=-1))


def case_1754():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.exclude())


def case_1755():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.exclude())


def case_1756():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.order_by("pk"))


def case_1757():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.order_by("pk"))


def case_1758():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.order_by())


def case_1759():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.order_by())


def case_1760():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.reverse())


def case_1761():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.reverse())


def case_1762():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.distinct())


def case_1763():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.distinct())


def case_1764():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.values("pk"))


def case_1765():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.values("pk"))


def case_1766():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.values_list("pk", flat=True))


def case_1767():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.values_list("pk", flat=True))


def case_1768():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.only("pk"))


def case_1769():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.only("pk"))


def case_1770():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.defer("label"))


def case_1771():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.defer("label"))


def case_1772():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.annotate(zz=Value(1)))


def case_1773():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.annotate(zz=Value(1)))


def case_1774():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.alias(zz=Value(1)))


def case_1775():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.alias(zz=Value(1)))


def case_1776():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.select_related("content_type"))


def case_1777():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.select_related("content_type"))


def case_1778():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.prefetch_related("content_type"))


def case_1779():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.prefetch_related("content_type"))


def case_1780():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.using("default"))


def case_1781():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.using("default"))


def case_1782():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.none())


def case_1783():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.none())


def case_1784():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.union(parent.tagged.none()))


def case_1785():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.union(parent.tagged.none()))


def case_1786():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.select_for_update())


def case_1787():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.select_for_update())


def case_1788():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()[0]


def case_1789():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()[0]


def case_1790():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all()[:3])


def case_1791():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all()[:3])


def case_1792():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()[:3]


def case_1793():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()[:3]


def case_1794():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()[::2]


def case_1795():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()[::2]


def case_1796():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()[-1]


def case_1797():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()[-1]


def case_1798():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all())[-1]


def case_1799():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all())[-1]


def case_1800():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.tagged.all()[1:2], list):
            parent.tagged.all()[1:2].count()


def case_1801():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        if not isinstance(parent.tagged.all()[1:2], list):
            parent.tagged.all()[1:2].count()


def case_1802():
    """obj in .all() / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.tagged.all()


def case_1803():
    """obj in .all() / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        existing in parent.tagged.all()


def case_1804():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.contains(TaggedItem(pk=1))


def case_1805():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.contains(TaggedItem(pk=1))


def case_1806():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().contains(TaggedItem(pk=1))


def case_1807():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().contains(TaggedItem(pk=1))


def case_1808():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.tagged.values_list("pk", flat=True)


def case_1809():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        1 in parent.tagged.values_list("pk", flat=True)


def case_1810():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.iterator())


def case_1811():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.iterator())


def case_1812():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all().iterator())


def case_1813():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all().iterator())


def case_1814():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.aggregate(x=Count("pk"))


def case_1815():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.aggregate(x=Count("pk"))


def case_1816():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().aggregate(x=Count("pk"))


def case_1817():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().aggregate(x=Count("pk"))


def case_1818():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.tagged.earliest("pk")


def case_1819():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.earliest("pk")


def case_1820():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.tagged.latest("pk")


def case_1821():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.latest("pk")


def case_1822():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.in_bulk()


def case_1823():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.in_bulk()


def case_1824():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().in_bulk()


def case_1825():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().in_bulk()


def case_1826():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.explain()


def case_1827():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.explain()


def case_1828():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.tagged.all())


def case_1829():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        sum(1 for row in parent.tagged.all())


def case_1830():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.tagged.all(), key=lambda o: o.pk)


def case_1831():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        sorted(parent.tagged.all(), key=lambda o: o.pk)


def case_1832():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tagged.all() if row.pk > 0]


def case_1833():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [row for row in parent.tagged.all() if row.pk > 0]


def case_1834():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.tagged.all()), None)


def case_1835():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        next(iter(parent.tagged.all()), None)


def case_1836():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all().all())


def case_1837():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all().all())


def case_1838():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.tagged.all()))


def case_1839():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(reversed(parent.tagged.all()))


def case_1840():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.get_queryset())


def case_1841():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.get_queryset())


def case_1842():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.tagged.all()
        if queryset:
            [row for row in queryset]


def case_1843():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        queryset = parent.tagged.all()
        if queryset:
            [row for row in queryset]


def case_1844():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.tagged.all():
            [row for row in parent.tagged.all()]


def case_1845():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        if parent.tagged.all():
            [row for row in parent.tagged.all()]


def case_1846():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.tagged.exists():
            [row for row in parent.tagged.all()]


def case_1847():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        if parent.tagged.exists():
            [row for row in parent.tagged.all()]


def case_1848():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.tagged.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1849():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        queryset = parent.tagged.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1850():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.create(label=f"new{parent.pk}")


def case_1851():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.create(label=f"new{parent.pk}")


def case_1852():
    """.add(obj) / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tagged.add(existing)


def case_1853():
    """.add(obj) / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.add(existing)


def case_1854():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.add(1)


def case_1855():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.add(1)


def case_1856():
    """.remove(obj) / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tagged.remove(existing)


def case_1857():
    """.remove(obj) / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.remove(existing)


def case_1858():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.set([])


def case_1859():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.set([])


def case_1860():
    """.set([obj]) / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tagged.set([existing])


def case_1861():
    """.set([obj]) / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.set([existing])


def case_1862():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.clear()


def case_1863():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.clear()


def case_1864():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.get_or_create(label=f"missing{parent.pk}", defaults={"label": f"new{parent.pk}"})


def case_1865():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.get_or_create(label=f"missing{parent.pk}", defaults={"label": f"new{parent.pk}"})


def case_1866():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.update_or_create(label=f"new{parent.pk}")


def case_1867():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.update_or_create(label=f"new{parent.pk}")


def case_1868():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.bulk_create([TaggedItem(label=f"new{parent.pk}")])


def case_1869():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.bulk_create([TaggedItem(label=f"new{parent.pk}")])


def case_1870():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all().reverse())


def case_1871():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all().reverse())


def case_1872():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.order_by("pk").first()


def case_1873():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.order_by("pk").first()


def case_1874():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.tagged.all())[:1]


def case_1875():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        list(parent.tagged.all())[:1]


def case_1876():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.filter(pk=1).exists()


def case_1877():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.filter(pk=1).exists()


def case_1878():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all()[0:1][0]


def case_1879():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all()[0:1][0]


def case_1880():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.tagged.all()[:1])


def case_1881():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        len(parent.tagged.all()[:1])


def case_1882():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.filter(pk__gt=0).exists()


def case_1883():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.filter(pk__gt=0).exists()


def case_1884():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.filter(pk__gt=0).count()


def case_1885():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.filter(pk__gt=0).count()


def case_1886():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.values_list("pk").count()


def case_1887():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.values_list("pk").count()


def case_1888():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.tagged.count()
        parent.tagged.count()


def case_1889():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.count()
        parent.tagged.count()


def case_1890():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.bulk_create([TaggedItem(label=f"new{parent.pk}", content_object=parent)])


def case_1891():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.bulk_create([TaggedItem(label=f"new{parent.pk}", content_object=parent)])


def case_1892():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.update(label="z")


def case_1893():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.update(label="z")


def case_1894():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.all().delete()


def case_1895():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.all().delete()


def case_1896():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.filter(pk=-1).delete()


def case_1897():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.filter(pk=-1).delete()


def case_1898():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tagged.add(existing)
        list(parent.tagged.all())


def case_1899():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.add(existing)
        list(parent.tagged.all())


def case_1900():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.tagged.create(label=f"new{parent.pk}")
        list(parent.tagged.all())


def case_1901():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.create(label=f"new{parent.pk}")
        list(parent.tagged.all())


def case_1902():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.update(label="z")
        list(parent.tagged.all())


def case_1903():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.update(label="z")
        list(parent.tagged.all())


def case_1904():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.tagged.get(pk__in=[o.pk for o in parent.tagged.all()[:1]])


def case_1905():
    """obj in .all() where obj is loaded / nothing"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.tagged.all()


def case_1906():
    """nested: for x in .all(): x.fk (content_type) / nothing"""
    for parent in Book.objects.all():
        [row.content_type for row in parent.tagged.all()]


def case_1907():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        parent.tagged.get(pk__in=[o.pk for o in parent.tagged.all()[:1]])


def case_1908():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = TaggedItem.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tagged"):
        existing in parent.tagged.all()


def case_1909():
    """nested: for x in .all(): x.fk (content_type) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [row.content_type for row in parent.tagged.all()]


def case_1910():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("tagged" + "__" + "content_type"):
        [row.content_type for row in parent.tagged.all()]


def case_1911():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("tagged", queryset=TaggedItem.objects.select_related("content_type"))
    ):
        [row.content_type for row in parent.tagged.all()]


def case_1912():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("tagged"):
        [row.content_type for row in parent.tagged.select_related("content_type")]


def case_1913():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("tagged", queryset=TaggedItem.objects.all(), to_attr="xx")
    ):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_1914():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("tagged", queryset=TaggedItem.objects.all(), to_attr="xx")
    ):
        parent.xx.first()
