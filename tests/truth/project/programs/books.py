from django.db.models import Count, Prefetch, Value

from app.models import Book, Tag


def case_1501():
    """bare manager obj.rel / nothing"""
    for parent in Tag.objects.all():
        parent.books


def case_1502():
    """bare manager obj.rel / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books


def case_1503():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Tag.objects.all():
        bool(parent.books)


def case_1504():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        bool(parent.books)


def case_1505():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Tag.objects.all():
        [1 for row in parent.books]


def case_1506():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [1 for row in parent.books]


def case_1507():
    """len(obj.rel) / nothing"""
    for parent in Tag.objects.all():
        len(parent.books)


def case_1508():
    """len(obj.rel) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        len(parent.books)


def case_1509():
    """.all() not evaluated / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()


def case_1510():
    """.all() not evaluated / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()


def case_1511():
    """iterate .all() / nothing"""
    for parent in Tag.objects.all():
        [row for row in parent.books.all()]


def case_1512():
    """iterate .all() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [row for row in parent.books.all()]


def case_1513():
    """iterate .all() twice / nothing"""
    for parent in Tag.objects.all():
        [row for row in parent.books.all()]
        [row for row in parent.books.all()]


def case_1514():
    """iterate .all() twice / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [row for row in parent.books.all()]
        [row for row in parent.books.all()]


def case_1515():
    """len(.all()) / nothing"""
    for parent in Tag.objects.all():
        len(parent.books.all())


def case_1516():
    """len(.all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        len(parent.books.all())


def case_1517():
    """bool(.all()) / nothing"""
    for parent in Tag.objects.all():
        bool(parent.books.all())


def case_1518():
    """bool(.all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        bool(parent.books.all())


def case_1519():
    """list(.all()) / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all())


def case_1520():
    """list(.all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all())


def case_1521():
    """repr(.all()) / nothing"""
    for parent in Tag.objects.all():
        [o.pk for o in parent.books.all()[:21]]


def case_1522():
    """repr(.all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [o.pk for o in parent.books.all()[:21]]


def case_1523():
    """.count() / nothing"""
    for parent in Tag.objects.all():
        parent.books.count()


def case_1524():
    """.count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.count()


def case_1525():
    """.all().count() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().count()


def case_1526():
    """.all().count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().count()


def case_1527():
    """.exists() / nothing"""
    for parent in Tag.objects.all():
        parent.books.exists()


def case_1528():
    """.exists() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.exists()


def case_1529():
    """.all().exists() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().exists()


def case_1530():
    """.all().exists() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().exists()


def case_1531():
    """.first() / nothing"""
    for parent in Tag.objects.all():
        parent.books.first()


def case_1532():
    """.first() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.first()


def case_1533():
    """.all().first() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().first()


def case_1534():
    """.all().first() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().first()


def case_1535():
    """.last() / nothing"""
    for parent in Tag.objects.all():
        parent.books.last()


def case_1536():
    """.last() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.last()


def case_1537():
    """.all().last() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().last()


def case_1538():
    """.all().last() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().last()


def case_1539():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.filter(pk__gt=0))


def case_1540():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.filter(pk__gt=0))


def case_1541():
    """.filter() no args iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.filter())


def case_1542():
    """.filter() no args iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.filter())


def case_1543():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all().filter(pk__gt=0))


def case_1544():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all().filter(pk__gt=0))


def case_1545():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.exclude(pk=-1))


def case_1546():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.exclude(pk=-1))


def case_1547():
    """.exclude() no args iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.exclude())


def case_1548():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.exclude())


def case_1549():
    """.order_by("pk") iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.order_by("pk"))


def case_1550():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.order_by("pk"))


def case_1551():
    """.order_by() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.order_by())


def case_1552():
    """.order_by() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.order_by())


def case_1553():
    """.reverse() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.reverse())


def case_1554():
    """.reverse() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.reverse())


def case_1555():
    """.distinct() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.distinct())


def case_1556():
    """.distinct() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.distinct())


def case_1557():
    """.values("pk") iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.values("pk"))


def case_1558():
    """.values("pk") iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.values("pk"))


def case_1559():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.values_list("pk", flat=True))


def case_1560():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.values_list("pk", flat=True))


def case_1561():
    """.only() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.only("pk"))


def case_1562():
    """.only() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.only("pk"))


def case_1563():
    """.defer() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.defer("title"))


def case_1564():
    """.defer() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.defer("title"))


def case_1565():
    """.annotate() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.annotate(zz=Value(1)))


def case_1566():
    """.annotate() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.annotate(zz=Value(1)))


def case_1567():
    """.alias() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.alias(zz=Value(1)))


def case_1568():
    """.alias() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.alias(zz=Value(1)))


def case_1569():
    """.select_related(fk) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.select_related("author"))


def case_1570():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.select_related("author"))


def case_1571():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.prefetch_related("author"))


def case_1572():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.prefetch_related("author"))


def case_1573():
    """.using("default") iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.using("default"))


def case_1574():
    """.using("default") iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.using("default"))


def case_1575():
    """.none() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.none())


def case_1576():
    """.none() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.none())


def case_1577():
    """.union(.none()) iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.union(parent.books.none()))


def case_1578():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.union(parent.books.none()))


def case_1579():
    """.select_for_update() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.select_for_update())


def case_1580():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.select_for_update())


def case_1581():
    """.all()[0] / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()[0]


def case_1582():
    """.all()[0] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()[0]


def case_1583():
    """.all()[:3] iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all()[:3])


def case_1584():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all()[:3])


def case_1585():
    """.all()[:3] not evaluated / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()[:3]


def case_1586():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()[:3]


def case_1587():
    """.all()[::2] / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()[::2]


def case_1588():
    """.all()[::2] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()[::2]


def case_1589():
    """.all()[-1] / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()[-1]


def case_1590():
    """.all()[-1] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()[-1]


def case_1591():
    """list(.all())[-1] / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all())[-1]


def case_1592():
    """list(.all())[-1] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all())[-1]


def case_1593():
    """.all()[1:2].count() / nothing"""
    for parent in Tag.objects.all():
        if not isinstance(parent.books.all()[1:2], list):
            parent.books.all()[1:2].count()


def case_1594():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        if not isinstance(parent.books.all()[1:2], list):
            parent.books.all()[1:2].count()


def case_1595():
    """obj in .all() / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        existing in parent.books.all()


def case_1596():
    """obj in .all() / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        existing in parent.books.all()


def case_1597():
    """.contains(obj) / nothing"""
    for parent in Tag.objects.all():
        parent.books.contains(Book(pk=1))


def case_1598():
    """.contains(obj) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.contains(Book(pk=1))


def case_1599():
    """.all().contains(obj) / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().contains(Book(pk=1))


def case_1600():
    """.all().contains(obj) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().contains(Book(pk=1))


def case_1601():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Tag.objects.all():
        1 in parent.books.values_list("pk", flat=True)


def case_1602():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        1 in parent.books.values_list("pk", flat=True)


def case_1603():
    """.iterator() / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.iterator())


def case_1604():
    """.iterator() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.iterator())


def case_1605():
    """.all().iterator() / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all().iterator())


def case_1606():
    """.all().iterator() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all().iterator())


def case_1607():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Tag.objects.all():
        parent.books.aggregate(x=Count("pk"))


def case_1608():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.aggregate(x=Count("pk"))


def case_1609():
    """.all().aggregate(...) / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().aggregate(x=Count("pk"))


def case_1610():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().aggregate(x=Count("pk"))


def case_1611():
    """.earliest("pk") / nothing"""
    for parent in Tag.objects.all():
        parent.books.earliest("pk")


def case_1612():
    """.earliest("pk") / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.earliest("pk")


def case_1613():
    """.latest("pk") / nothing"""
    for parent in Tag.objects.all():
        parent.books.latest("pk")


def case_1614():
    """.latest("pk") / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.latest("pk")


def case_1615():
    """.in_bulk() / nothing"""
    for parent in Tag.objects.all():
        parent.books.in_bulk()


def case_1616():
    """.in_bulk() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.in_bulk()


def case_1617():
    """.all().in_bulk() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().in_bulk()


def case_1618():
    """.all().in_bulk() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().in_bulk()


def case_1619():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Tag.objects.all():
        parent.books.explain()


def case_1620():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.explain()


def case_1621():
    """sum(1 for x in .all()) / nothing"""
    for parent in Tag.objects.all():
        sum(1 for row in parent.books.all())


def case_1622():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        sum(1 for row in parent.books.all())


def case_1623():
    """sorted(.all(), key) / nothing"""
    for parent in Tag.objects.all():
        sorted(parent.books.all(), key=lambda o: o.pk)


def case_1624():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        sorted(parent.books.all(), key=lambda o: o.pk)


def case_1625():
    """[x for x in .all() if cond] / nothing"""
    for parent in Tag.objects.all():
        [row for row in parent.books.all() if row.pk > 0]


def case_1626():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [row for row in parent.books.all() if row.pk > 0]


def case_1627():
    """next(iter(.all()), None) / nothing"""
    for parent in Tag.objects.all():
        next(iter(parent.books.all()), None)


def case_1628():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        next(iter(parent.books.all()), None)


def case_1629():
    """.all().all() / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all().all())


def case_1630():
    """.all().all() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all().all())


def case_1631():
    """reversed(.all()) / nothing"""
    for parent in Tag.objects.all():
        list(reversed(parent.books.all()))


def case_1632():
    """reversed(.all()) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(reversed(parent.books.all()))


def case_1633():
    """.get_queryset() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.get_queryset())


def case_1634():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.get_queryset())


def case_1635():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Tag.objects.all():
        queryset = parent.books.all()
        if queryset:
            [row for row in queryset]


def case_1636():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        queryset = parent.books.all()
        if queryset:
            [row for row in queryset]


def case_1637():
    """if .all(): for x in .all() / nothing"""
    for parent in Tag.objects.all():
        if parent.books.all():
            [row for row in parent.books.all()]


def case_1638():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        if parent.books.all():
            [row for row in parent.books.all()]


def case_1639():
    """if .exists(): for x in .all() / nothing"""
    for parent in Tag.objects.all():
        if parent.books.exists():
            [row for row in parent.books.all()]


def case_1640():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        if parent.books.exists():
            [row for row in parent.books.all()]


def case_1641():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Tag.objects.all():
        queryset = parent.books.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1642():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        queryset = parent.books.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1643():
    """.create(**kw) / nothing"""
    for parent in Tag.objects.all():
        parent.books.create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)


def case_1644():
    """.create(**kw) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)


def case_1645():
    """.add(obj) / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        parent.books.add(existing)


def case_1646():
    """.add(obj) / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.add(existing)


def case_1647():
    """.add(id) (M2M) / nothing"""
    for parent in Tag.objects.all():
        parent.books.add(1)


def case_1648():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.add(1)


def case_1649():
    """.remove(obj) / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        parent.books.remove(existing)


def case_1650():
    """.remove(obj) / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.remove(existing)


def case_1651():
    """.set([]) / nothing"""
    for parent in Tag.objects.all():
        parent.books.set([])


def case_1652():
    """.set([]) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.set([])


def case_1653():
    """.set([obj]) / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        parent.books.set([existing])


def case_1654():
    """.set([obj]) / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.set([existing])


def case_1655():
    """.clear() / nothing"""
    for parent in Tag.objects.all():
        parent.books.clear()


def case_1656():
    """.clear() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.clear()


def case_1657():
    """.get_or_create(existing) / nothing"""
    for parent in Tag.objects.all():
        parent.books.get_or_create(
            title=f"missing{parent.pk}",
            defaults={"title": f"new{parent.pk}", "author_id": 1, "editor_id": 1, "translator_id": 1, "imprint_id": 1},
        )


def case_1658():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.get_or_create(
            title=f"missing{parent.pk}",
            defaults={"title": f"new{parent.pk}", "author_id": 1, "editor_id": 1, "translator_id": 1, "imprint_id": 1},
        )


def case_1659():
    """.update_or_create(new) / nothing"""
    for parent in Tag.objects.all():
        parent.books.update_or_create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)


def case_1660():
    """.update_or_create(new) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.update_or_create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)


def case_1661():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Tag.objects.all():
        parent.books.bulk_create(
            [Book(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)]
        )


def case_1662():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.bulk_create(
            [Book(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)]
        )


def case_1663():
    """.all().reverse() iterate / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all().reverse())


def case_1664():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all().reverse())


def case_1665():
    """.order_by("pk").first() / nothing"""
    for parent in Tag.objects.all():
        parent.books.order_by("pk").first()


def case_1666():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.order_by("pk").first()


def case_1667():
    """list(.all())[:1] / nothing"""
    for parent in Tag.objects.all():
        list(parent.books.all())[:1]


def case_1668():
    """list(.all())[:1] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        list(parent.books.all())[:1]


def case_1669():
    """.get(pk=known) / nothing"""
    for parent in Tag.objects.all():
        parent.books.filter(pk=1).exists()


def case_1670():
    """.get(pk=known) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.filter(pk=1).exists()


def case_1671():
    """.all()[0:1][0] / nothing"""
    for parent in Tag.objects.all():
        parent.books.all()[0:1][0]


def case_1672():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all()[0:1][0]


def case_1673():
    """len(.all()[:1]) / nothing"""
    for parent in Tag.objects.all():
        len(parent.books.all()[:1])


def case_1674():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        len(parent.books.all()[:1])


def case_1675():
    """.filter(...).exists() / nothing"""
    for parent in Tag.objects.all():
        parent.books.filter(pk__gt=0).exists()


def case_1676():
    """.filter(...).exists() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.filter(pk__gt=0).exists()


def case_1677():
    """.filter(...).count() / nothing"""
    for parent in Tag.objects.all():
        parent.books.filter(pk__gt=0).count()


def case_1678():
    """.filter(...).count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.filter(pk__gt=0).count()


def case_1679():
    """.values_list() then .count() / nothing"""
    for parent in Tag.objects.all():
        parent.books.values_list("pk").count()


def case_1680():
    """.values_list() then .count() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.values_list("pk").count()


def case_1681():
    """.count() twice / nothing"""
    for parent in Tag.objects.all():
        parent.books.count()
        parent.books.count()


def case_1682():
    """.count() twice / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.count()
        parent.books.count()


def case_1683():
    """.bulk_create([..]) / nothing"""
    for parent in Tag.objects.all():
        parent.books.bulk_create(
            [Book(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)]
        )


def case_1684():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.bulk_create(
            [Book(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)]
        )


def case_1685():
    """.update(..) / nothing"""
    for parent in Tag.objects.all():
        parent.books.update(title="z")


def case_1686():
    """.update(..) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.update(title="z")


def case_1687():
    """.all().delete() / nothing"""
    for parent in Tag.objects.all():
        parent.books.all().delete()


def case_1688():
    """.all().delete() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.all().delete()


def case_1689():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Tag.objects.all():
        parent.books.filter(pk=-1).delete()


def case_1690():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.filter(pk=-1).delete()


def case_1691():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        parent.books.add(existing)
        list(parent.books.all())


def case_1692():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.add(existing)
        list(parent.books.all())


def case_1693():
    """.create() then iterate .all() / nothing"""
    for parent in Tag.objects.all():
        parent.books.create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)
        list(parent.books.all())


def case_1694():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.create(title=f"new{parent.pk}", author_id=1, editor_id=1, translator_id=1, imprint_id=1)
        list(parent.books.all())


def case_1695():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Tag.objects.all():
        parent.books.update(title="z")
        list(parent.books.all())


def case_1696():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.update(title="z")
        list(parent.books.all())


def case_1697():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Tag.objects.all():
        parent.books.get(pk__in=[o.pk for o in parent.books.all()[:1]])


def case_1698():
    """obj in .all() where obj is loaded / nothing"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all():
        existing in parent.books.all()


def case_1699():
    """nested: for x in .all(): x.fk (author) / nothing"""
    for parent in Tag.objects.all():
        [row.author for row in parent.books.all()]


def case_1700():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        parent.books.get(pk__in=[o.pk for o in parent.books.all()[:1]])


def case_1701():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = Book.objects.order_by("pk").first()
    for parent in Tag.objects.all().prefetch_related("books"):
        existing in parent.books.all()


def case_1702():
    """nested: for x in .all(): x.fk (author) / prefetch_related"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [row.author for row in parent.books.all()]


def case_1703():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Tag.objects.all().prefetch_related("books" + "__" + "author"):
        [row.author for row in parent.books.all()]


def case_1704():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Tag.objects.all().prefetch_related(Prefetch("books", queryset=Book.objects.select_related("author"))):
        [row.author for row in parent.books.all()]


def case_1705():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Tag.objects.all().prefetch_related("books"):
        [row.author for row in parent.books.select_related("author")]


def case_1706():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Tag.objects.all().prefetch_related(Prefetch("books", queryset=Book.objects.all(), to_attr="xx")):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_1707():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Tag.objects.all().prefetch_related(Prefetch("books", queryset=Book.objects.all(), to_attr="xx")):
        parent.xx.first()
