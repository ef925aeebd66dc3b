from django.db.models import Count, Prefetch, Value

from app.models import Author, Book


def case_1294():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.contributors


def case_1295():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors


def case_1296():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.contributors)


def case_1297():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        bool(parent.contributors)


def case_1298():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.contributors]


def case_1299():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [1 for row in parent.contributors]


def case_1300():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.contributors)


def case_1301():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        len(parent.contributors)


def case_1302():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()


def case_1303():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()


def case_1304():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.contributors.all()]


def case_1305():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [row for row in parent.contributors.all()]


def case_1306():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.contributors.all()]
        [row for row in parent.contributors.all()]


def case_1307():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [row for row in parent.contributors.all()]
        [row for row in parent.contributors.all()]


def case_1308():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.contributors.all())


def case_1309():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        len(parent.contributors.all())


def case_1310():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.contributors.all())


def case_1311():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        bool(parent.contributors.all())


def case_1312():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all())


def case_1313():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all())


def case_1314():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.contributors.all()[:21]]


def case_1315():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [o.pk for o in parent.contributors.all()[:21]]


def case_1316():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.count()


def case_1317():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.count()


def case_1318():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().count()


def case_1319():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().count()


def case_1320():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.exists()


def case_1321():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.exists()


def case_1322():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().exists()


def case_1323():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().exists()


def case_1324():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.first()


def case_1325():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.first()


def case_1326():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().first()


def case_1327():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().first()


def case_1328():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.last()


def case_1329():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.last()


def case_1330():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().last()


def case_1331():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().last()


def case_1332():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.filter(pk__gt=0))


def case_1333():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.filter(pk__gt=0))


def case_1334():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.filter())


def case_1335():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.filter())


def case_1336():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all().filter(pk__gt=0))


def case_1337():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all().filter(pk__gt=0))


def case_1338():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.exclude(pk=-1))


def case_1339():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.exclude(pk=-1))


def case_1340():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.exclude())


def case_1341():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.exclude())


def case_1342():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.order_by("pk"))


def case_1343():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.order_by("pk"))


def case_1344():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.order_by())


def case_1345():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.order_by())


def case_1346():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.reverse())


def case_1347():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.reverse())


def case_1348():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.distinct())


def case_1349():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.distinct())


def case_1350():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.values("pk"))


def case_1351():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.values("pk"))


def case_1352():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.values_list("pk", flat=True))


def case_1353():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.values_list("pk", flat=True))


def case_1354():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.only("pk"))


def case_1355():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.only("pk"))


def case_1356():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.defer("name"))


def case_1357():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.defer("name"))


def case_1358():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.annotate(zz=Value(1)))


def case_1359():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.annotate(zz=Value(1)))


def case_1360():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.alias(zz=Value(1)))


def case_1361():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.alias(zz=Value(1)))


def case_1362():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.select_related("city"))


def case_1363():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.select_related("city"))


def case_1364():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.prefetch_related("city"))


def case_1365():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.prefetch_related("city"))


def case_1366():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.using("default"))


def case_1367():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.using("default"))


def case_1368():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.none())


def case_1369():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.none())


def case_1370():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.union(parent.contributors.none()))


def case_1371():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.union(parent.contributors.none()))


def case_1372():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.select_for_update())


def case_1373():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.select_for_update())


def case_1374():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()[0]


def case_1375():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()[0]


def case_1376():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all()[:3])


def case_1377():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all()[:3])


def case_1378():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()[:3]


def case_1379():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()[:3]


def case_1380():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()[::2]


def case_1381():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()[::2]


def case_1382():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()[-1]


def case_1383():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()[-1]


def case_1384():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all())[-1]


def case_1385():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all())[-1]


def case_1386():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.contributors.all()[1:2], list):
            parent.contributors.all()[1:2].count()


def case_1387():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        if not isinstance(parent.contributors.all()[1:2], list):
            parent.contributors.all()[1:2].count()


def case_1388():
    """obj in .all() / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.contributors.all()


def case_1389():
    """obj in .all() / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        existing in parent.contributors.all()


def case_1390():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.contains(Author(pk=1))


def case_1391():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.contains(Author(pk=1))


def case_1392():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().contains(Author(pk=1))


def case_1393():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().contains(Author(pk=1))


def case_1394():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.contributors.values_list("pk", flat=True)


def case_1395():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        1 in parent.contributors.values_list("pk", flat=True)


def case_1396():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.iterator())


def case_1397():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.iterator())


def case_1398():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all().iterator())


def case_1399():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all().iterator())


def case_1400():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.aggregate(x=Count("pk"))


def case_1401():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.aggregate(x=Count("pk"))


def case_1402():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().aggregate(x=Count("pk"))


def case_1403():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().aggregate(x=Count("pk"))


def case_1404():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.contributors.earliest("pk")


def case_1405():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.earliest("pk")


def case_1406():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.contributors.latest("pk")


def case_1407():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.latest("pk")


def case_1408():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.in_bulk()


def case_1409():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.in_bulk()


def case_1410():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().in_bulk()


def case_1411():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().in_bulk()


def case_1412():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.explain()


def case_1413():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.explain()


def case_1414():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.contributors.all())


def case_1415():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        sum(1 for row in parent.contributors.all())


def case_1416():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.contributors.all(), key=lambda o: o.pk)


def case_1417():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        sorted(parent.contributors.all(), key=lambda o: o.pk)


def case_1418():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.contributors.all() if row.pk > 0]


def case_1419():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [row for row in parent.contributors.all() if row.pk > 0]


def case_1420():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.contributors.all()), None)


def case_1421():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        next(iter(parent.contributors.all()), None)


def case_1422():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all().all())


def case_1423():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all().all())


def case_1424():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.contributors.all()))


def case_1425():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(reversed(parent.contributors.all()))


def case_1426():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.get_queryset())


def case_1427():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.get_queryset())


def case_1428():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.contributors.all()
        if queryset:
            [row for row in queryset]


def case_1429():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        queryset = parent.contributors.all()
        if queryset:
            [row for row in queryset]


def case_1430():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.contributors.all():
            [row for row in parent.contributors.all()]


def case_1431():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        if parent.contributors.all():
            [row for row in parent.contributors.all()]


def case_1432():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.contributors.exists():
            [row for row in parent.contributors.all()]


def case_1433():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        if parent.contributors.exists():
            [row for row in parent.contributors.all()]


def case_1434():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.contributors.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1435():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        queryset = parent.contributors.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1436():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.create(name=f"new{parent.pk}", city_id=1)


def case_1437():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.create(name=f"new{parent.pk}", city_id=1)


def case_1438():
    """.add(obj) / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.contributors.add(existing)


def case_1439():
    """.add(obj) / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.add(existing)


def case_1440():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.add(1)


def case_1441():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.add(1)


def case_1442():
    """.remove(obj) / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.contributors.remove(existing)


def case_1443():
    """.remove(obj) / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.remove(existing)


def case_1444():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.set([])


def case_1445():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.set([])


def case_1446():
    """.set([obj]) / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.contributors.set([existing])


def case_1447():
    """.set([obj]) / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.set([existing])


def case_1448():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.clear()


def case_1449():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.clear()


def case_1450():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "city_id": 1}
        )


def case_1451():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "city_id": 1}
        )


def case_1452():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.update_or_create(name=f"new{parent.pk}", city_id=1)


def case_1453():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.update_or_create(name=f"new{parent.pk}", city_id=1)


def case_1454():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.bulk_create([Author(name=f"new{parent.pk}", city_id=1)])


def case_1455():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.bulk_create([Author(name=f"new{parent.pk}", city_id=1)])


def case_1456():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all().reverse())


def case_1457():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all().reverse())


def case_1458():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.order_by("pk").first()


def case_1459():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.order_by("pk").first()


def case_1460():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.contributors.all())[:1]


def case_1461():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        list(parent.contributors.all())[:1]


def case_1462():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.filter(pk=1).exists()


def case_1463():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.filter(pk=1).exists()


def case_1464():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all()[0:1][0]


def case_1465():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all()[0:1][0]


def case_1466():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.contributors.all()[:1])


def case_1467():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        len(parent.contributors.all()[:1])


def case_1468():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.filter(pk__gt=0).exists()


def case_1469():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.filter(pk__gt=0).exists()


def case_1470():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.filter(pk__gt=0).count()


def case_1471():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.filter(pk__gt=0).count()


def case_1472():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.values_list("pk").count()


def case_1473():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.values_list("pk").count()


def case_1474():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.contributors.count()
        parent.contributors.count()


def case_1475():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.count()
        parent.contributors.count()


def case_1476():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.bulk_create([Author(name=f"new{parent.pk}", city_id=1)])


def case_1477():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.bulk_create([Author(name=f"new{parent.pk}", city_id=1)])


def case_1478():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.update(name="z")


def case_1479():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.update(name="z")


def case_1480():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.all().delete()


def case_1481():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.all().delete()


def case_1482():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.filter(pk=-1).delete()


def case_1483():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.filter(pk=-1).delete()


def case_1484():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.contributors.add(existing)
        list(parent.contributors.all())


def case_1485():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.add(existing)
        list(parent.contributors.all())


def case_1486():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.contributors.create(name=f"new{parent.pk}", city_id=1)
        list(parent.contributors.all())


def case_1487():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.create(name=f"new{parent.pk}", city_id=1)
        list(parent.contributors.all())


def case_1488():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.update(name="z")
        list(parent.contributors.all())


def case_1489():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.update(name="z")
        list(parent.contributors.all())


def case_1490():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.contributors.get(pk__in=[o.pk for o in parent.contributors.all()[:1]])


def case_1491():
    """obj in .all() where obj is loaded / nothing"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.contributors.all()


def case_1492():
    """nested: for x in .all(): x.fk (city) / nothing"""
    for parent in Book.objects.all():
        [row.city for row in parent.contributors.all()]


def case_1493():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        parent.contributors.get(pk__in=[o.pk for o in parent.contributors.all()[:1]])


def case_1494():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = Author.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("contributors"):
        existing in parent.contributors.all()


def case_1495():
    """nested: for x in .all(): x.fk (city) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [row.city for row in parent.contributors.all()]


def case_1496():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("contributors" + "__" + "city"):
        [row.city for row in parent.contributors.all()]


def case_1497():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("contributors", queryset=Author.objects.select_related("city"))
    ):
        [row.city for row in parent.contributors.all()]


def case_1498():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("contributors"):
        [row.city for row in parent.contributors.select_related("city")]


def case_1499():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("contributors", queryset=Author.objects.all(), to_attr="xx")
    ):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_1500():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("contributors", queryset=Author.objects.all(), to_attr="xx")
    ):
        parent.xx.first()
