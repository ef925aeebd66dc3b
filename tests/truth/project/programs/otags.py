from django.db.models import Count, Prefetch, Value

from app.models import Book, OTag


def case_1087():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.otags


def case_1088():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags


def case_1089():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.otags)


def case_1090():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        bool(parent.otags)


def case_1091():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.otags]


def case_1092():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [1 for row in parent.otags]


def case_1093():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.otags)


def case_1094():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        len(parent.otags)


def case_1095():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()


def case_1096():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()


def case_1097():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.otags.all()]


def case_1098():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [row for row in parent.otags.all()]


def case_1099():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.otags.all()]
        [row for row in parent.otags.all()]


def case_1100():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [row for row in parent.otags.all()]
        [row for row in parent.otags.all()]


def case_1101():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.otags.all())


def case_1102():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        len(parent.otags.all())


def case_1103():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.otags.all())


def case_1104():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        bool(parent.otags.all())


def case_1105():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all())


def case_1106():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all())


def case_1107():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.otags.all()[:21]]


def case_1108():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [o.pk for o in parent.otags.all()[:21]]


def case_1109():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.otags.count()


def case_1110():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.count()


def case_1111():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().count()


def case_1112():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().count()


def case_1113():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.otags.exists()


def case_1114():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.exists()


def case_1115():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().exists()


def case_1116():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().exists()


def case_1117():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.otags.first()


def case_1118():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.first()


def case_1119():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().first()


def case_1120():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().first()


def case_1121():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.otags.last()


def case_1122():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.last()


def case_1123():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().last()


def case_1124():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().last()


def case_1125():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.filter(pk__gt=0))


def case_1126():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.filter(pk__gt=0))


def case_1127():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.filter())


def case_1128():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.filter())


def case_1129():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all().filter(pk__gt=0))


def case_1130():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all().filter(pk__gt=0))


def case_1131():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.exclude(pk=-1))


def case_1132():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.exclude(pk=-1))


def case_1133():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.exclude())


def case_1134():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.exclude())


def case_1135():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.order_by("pk"))


def case_1136():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.order_by("pk"))


def case_1137():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.order_by())


def case_1138():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.order_by())


def case_1139():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.reverse())


def case_1140():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.reverse())


def case_1141():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.distinct())


def case_1142():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.distinct())


def case_1143():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.values("pk"))


def case_1144():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.values("pk"))


def case_1145():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.values_list("pk", flat=True))


def case_1146():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.values_list("pk", flat=True))


def case_1147():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.only("pk"))


def case_1148():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.only("pk"))


def case_1149():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.defer("name"))


def case_1150():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.defer("name"))


def case_1151():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.annotate(zz=Value(1)))


def case_1152():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.annotate(zz=Value(1)))


def case_1153():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.alias(zz=Value(1)))


def case_1154():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.alias(zz=Value(1)))


def case_1155():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.select_related("owner"))


def case_1156():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.select_related("owner"))


def case_1157():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.prefetch_related("owner"))


def case_1158():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.prefetch_related("owner"))


def case_1159():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.using("default"))


def case_1160():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.using("default"))


def case_1161():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.none())


def case_1162():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.none())


def case_1163():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.union(parent.otags.none()))


def case_1164():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.union(parent.otags.none()))


def case_1165():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.select_for_update())


def case_1166():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.select_for_update())


def case_1167():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()[0]


def case_1168():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()[0]


def case_1169():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all()[:3])


def case_1170():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all()[:3])


def case_1171():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()[:3]


def case_1172():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()[:3]


def case_1173():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()[::2]


def case_1174():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()[::2]


def case_1175():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()[-1]


def case_1176():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()[-1]


def case_1177():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all())[-1]


def case_1178():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all())[-1]


def case_1179():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.otags.all()[1:2], list):
            parent.otags.all()[1:2].count()


def case_1180():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        if not isinstance(parent.otags.all()[1:2], list):
            parent.otags.all()[1:2].count()


def case_1181():
    """obj in .all() / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.otags.all()


def case_1182():
    """obj in .all() / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        existing in parent.otags.all()


def case_1183():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.otags.contains(OTag(pk=1))


def case_1184():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.contains(OTag(pk=1))


def case_1185():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().contains(OTag(pk=1))


def case_1186():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().contains(OTag(pk=1))


def case_1187():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.otags.values_list("pk", flat=True)


def case_1188():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        1 in parent.otags.values_list("pk", flat=True)


def case_1189():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.iterator())


def case_1190():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.iterator())


def case_1191():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all().iterator())


def case_1192():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all().iterator())


def case_1193():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.otags.aggregate(x=Count("pk"))


def case_1194():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.aggregate(x=Count("pk"))


def case_1195():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().aggregate(x=Count("pk"))


def case_1196():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().aggregate(x=Count("pk"))


def case_1197():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.otags.earliest("pk")


def case_1198():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.earliest("pk")


def case_1199():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.otags.latest("pk")


def case_1200():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.latest("pk")


def case_1201():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.otags.in_bulk()


def case_1202():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.in_bulk()


def case_1203():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().in_bulk()


def case_1204():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().in_bulk()


def case_1205():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.otags.explain()


def case_1206():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.explain()


def case_1207():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.otags.all())


def case_1208():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        sum(1 for row in parent.otags.all())


def case_1209():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.otags.all(), key=lambda o: o.pk)


def case_1210():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        sorted(parent.otags.all(), key=lambda o: o.pk)


def case_1211():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.otags.all() if row.pk > 0]


def case_1212():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [row for row in parent.otags.all() if row.pk > 0]


def case_1213():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.otags.all()), None)


def case_1214():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        next(iter(parent.otags.all()), None)


def case_1215():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all().all())


def case_1216():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all().all())


def case_1217():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.otags.all()))


def case_1218():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(reversed(parent.otags.all()))


def case_1219():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.get_queryset())


def case_1220():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.get_queryset())


def case_1221():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.otags.all()
        if queryset:
            [row for row in queryset]


def case_1222():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        queryset = parent.otags.all()
        if queryset:
            [row for row in queryset]


def case_1223():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.otags.all():
            [row for row in parent.otags.all()]


def case_1224():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        if parent.otags.all():
            [row for row in parent.otags.all()]


def case_1225():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.otags.exists():
            [row for row in parent.otags.all()]


def case_1226():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        if parent.otags.exists():
            [row for row in parent.otags.all()]


def case_1227():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.otags.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1228():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        queryset = parent.otags.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1229():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.otags.create(name=f"new{parent.pk}", owner_id=1)


def case_1230():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.create(name=f"new{parent.pk}", owner_id=1)


def case_1231():
    """.add(obj) / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.otags.add(existing)


def case_1232():
    """.add(obj) / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.add(existing)


def case_1233():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.otags.add(1)


def case_1234():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.add(1)


def case_1235():
    """.remove(obj) / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.otags.remove(existing)


def case_1236():
    """.remove(obj) / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.remove(existing)


def case_1237():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.otags.set([])


def case_1238():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.set([])


def case_1239():
    """.set([obj]) / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.otags.set([existing])


def case_1240():
    """.set([obj]) / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.set([existing])


def case_1241():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.otags.clear()


def case_1242():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.clear()


def case_1243():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.otags.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "owner_id": 1})


def case_1244():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "owner_id": 1})


def case_1245():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.otags.update_or_create(name=f"new{parent.pk}", owner_id=1)


def case_1246():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.update_or_create(name=f"new{parent.pk}", owner_id=1)


def case_1247():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.otags.bulk_create([OTag(name=f"new{parent.pk}", owner_id=1)])


def case_1248():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.bulk_create([OTag(name=f"new{parent.pk}", owner_id=1)])


def case_1249():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all().reverse())


def case_1250():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all().reverse())


def case_1251():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.otags.order_by("pk").first()


def case_1252():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.order_by("pk").first()


def case_1253():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.otags.all())[:1]


def case_1254():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        list(parent.otags.all())[:1]


def case_1255():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.otags.filter(pk=1).exists()


def case_1256():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.filter(pk=1).exists()


def case_1257():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.otags.all()[0:1][0]


def case_1258():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all()[0:1][0]


def case_1259():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.otags.all()[:1])


def case_1260():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        len(parent.otags.all()[:1])


def case_1261():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.otags.filter(pk__gt=0).exists()


def case_1262():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.filter(pk__gt=0).exists()


def case_1263():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.otags.filter(pk__gt=0).count()


def case_1264():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.filter(pk__gt=0).count()


def case_1265():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.otags.values_list("pk").count()


def case_1266():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.values_list("pk").count()


def case_1267():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.otags.count()
        parent.otags.count()


def case_1268():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.count()
        parent.otags.count()


def case_1269():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.otags.bulk_create([OTag(name=f"new{parent.pk}", owner_id=1)])


def case_1270():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.bulk_create([OTag(name=f"new{parent.pk}", owner_id=1)])


def case_1271():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.otags.update(name="z")


def case_1272():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.update(name="z")


def case_1273():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.otags.all().delete()


def case_1274():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.all().delete()


def case_1275():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.otags.filter(pk=-1).delete()


def case_1276():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.filter(pk=-1).delete()


def case_1277():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.otags.add(existing)
        list(parent.otags.all())


def case_1278():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.add(existing)
        list(parent.otags.all())


def case_1279():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.otags.create(name=f"new{parent.pk}", owner_id=1)
        list(parent.otags.all())


def case_1280():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.create(name=f"new{parent.pk}", owner_id=1)
        list(parent.otags.all())


def case_1281():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.otags.update(name="z")
        list(parent.otags.all())


def case_1282():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.update(name="z")
        list(parent.otags.all())


def case_1283():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.otags.get(pk__in=[o.pk for o in parent.otags.all()[:1]])


def case_1284():
    """obj in .all() where obj is loaded / nothing"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.otags.all()


def case_1285():
    """nested: for x in .all(): x.fk (owner) / nothing"""
    for parent in Book.objects.all():
        [row.owner for row in parent.otags.all()]


def case_1286():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        parent.otags.get(pk__in=[o.pk for o in parent.otags.all()[:1]])


def case_1287():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = OTag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("otags"):
        existing in parent.otags.all()


def case_1288():
    """nested: for x in .all(): x.fk (owner) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [row.owner for row in parent.otags.all()]


def case_1289():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("otags" + "__" + "owner"):
        [row.owner for row in parent.otags.all()]


def case_1290():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(Prefetch("otags", queryset=OTag.objects.select_related("owner"))):
        [row.owner for row in parent.otags.all()]


def case_1291():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("otags"):
        [row.owner for row in parent.otags.select_related("owner")]


def case_1292():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("otags", queryset=OTag.objects.all(), to_attr="xx")):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_1293():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("otags", queryset=OTag.objects.all(), to_attr="xx")):
        parent.xx.first()
