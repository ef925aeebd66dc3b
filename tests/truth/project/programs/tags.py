from django.db.models import Count, Prefetch, Value

from app.models import Book, Tag


def case_0880():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.tags


def case_0881():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags


def case_0882():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.tags)


def case_0883():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        bool(parent.tags)


def case_0884():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.tags]


def case_0885():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [1 for row in parent.tags]


def case_0886():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.tags)


def case_0887():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        len(parent.tags)


def case_0888():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()


def case_0889():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()


def case_0890():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tags.all()]


def case_0891():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [row for row in parent.tags.all()]


def case_0892():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tags.all()]
        [row for row in parent.tags.all()]


def case_0893():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [row for row in parent.tags.all()]
        [row for row in parent.tags.all()]


def case_0894():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.tags.all())


def case_0895():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        len(parent.tags.all())


def case_0896():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.tags.all())


def case_0897():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        bool(parent.tags.all())


def case_0898():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all())


def case_0899():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all())


def case_0900():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.tags.all()[:21]]


def case_0901():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [o.pk for o in parent.tags.all()[:21]]


def case_0902():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.tags.count()


def case_0903():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.count()


def case_0904():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().count()


def case_0905():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().count()


def case_0906():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.tags.exists()


def case_0907():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.exists()


def case_0908():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().exists()


def case_0909():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().exists()


def case_0910():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.tags.first()


def case_0911():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.first()


def case_0912():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().first()


def case_0913():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().first()


def case_0914():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.tags.last()


def case_0915():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.last()


def case_0916():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().last()


def case_0917():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().last()


def case_0918():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.filter(pk__gt=0))


def case_0919():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.filter(pk__gt=0))


def case_0920():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.filter())


def case_0921():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.filter())


def case_0922():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all().filter(pk__gt=0))


def case_0923():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all().filter(pk__gt=0))


def case_0924():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.exclude(pk=-1))


def case_0925():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.exclude(pk=-1))


def case_0926():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.exclude())


def case_0927():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.exclude())


def case_0928():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.order_by("pk"))


def case_0929():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.order_by("pk"))


def case_0930():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.order_by())


def case_0931():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.order_by())


def case_0932():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.reverse())


def case_0933():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.reverse())


def case_0934():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.distinct())


def case_0935():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.distinct())


def case_0936():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.values("pk"))


def case_0937():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.values("pk"))


def case_0938():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.values_list("pk", flat=True))


def case_0939():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.values_list("pk", flat=True))


def case_0940():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.only("pk"))


def case_0941():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.only("pk"))


def case_0942():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.defer("name"))


def case_0943():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.defer("name"))


def case_0944():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.annotate(zz=Value(1)))


def case_0945():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.annotate(zz=Value(1)))


def case_0946():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.alias(zz=Value(1)))


def case_0947():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.alias(zz=Value(1)))


def case_0948():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.select_related("owner"))


def case_0949():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.select_related("owner"))


def case_0950():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.prefetch_related("owner"))


def case_0951():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.prefetch_related("owner"))


def case_0952():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.using("default"))


def case_0953():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.using("default"))


def case_0954():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.none())


def case_0955():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.none())


def case_0956():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.union(parent.tags.none()))


def case_0957():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.union(parent.tags.none()))


def case_0958():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.select_for_update())


def case_0959():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.select_for_update())


def case_0960():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()[0]


def case_0961():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()[0]


def case_0962():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all()[:3])


def case_0963():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all()[:3])


def case_0964():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()[:3]


def case_0965():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()[:3]


def case_0966():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()[::2]


def case_0967():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()[::2]


def case_0968():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()[-1]


def case_0969():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()[-1]


def case_0970():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all())[-1]


def case_0971():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all())[-1]


def case_0972():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.tags.all()[1:2], list):
            parent.tags.all()[1:2].count()


def case_0973():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        if not isinstance(parent.tags.all()[1:2], list):
            parent.tags.all()[1:2].count()


def case_0974():
    """obj in .all() / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.tags.all()


def case_0975():
    """obj in .all() / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        existing in parent.tags.all()


def case_0976():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.tags.contains(Tag(pk=1))


def case_0977():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.contains(Tag(pk=1))


def case_0978():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().contains(Tag(pk=1))


def case_0979():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().contains(Tag(pk=1))


def case_0980():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.tags.values_list("pk", flat=True)


def case_0981():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        1 in parent.tags.values_list("pk", flat=True)


def case_0982():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.iterator())


def case_0983():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.iterator())


def case_0984():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all().iterator())


def case_0985():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all().iterator())


def case_0986():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.tags.aggregate(x=Count("pk"))


def case_0987():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.aggregate(x=Count("pk"))


def case_0988():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().aggregate(x=Count("pk"))


def case_0989():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().aggregate(x=Count("pk"))


def case_0990():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.tags.earliest("pk")


def case_0991():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.earliest("pk")


def case_0992():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.tags.latest("pk")


def case_0993():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.latest("pk")


def case_0994():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.tags.in_bulk()


def case_0995():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.in_bulk()


def case_0996():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().in_bulk()


def case_0997():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().in_bulk()


def case_0998():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.tags.explain()


def case_0999():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.explain()


def case_1000():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.tags.all())


def case_1001():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        sum(1 for row in parent.tags.all())


def case_1002():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.tags.all(), key=lambda o: o.pk)


def case_1003():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        sorted(parent.tags.all(), key=lambda o: o.pk)


def case_1004():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.tags.all() if row.pk > 0]


def case_1005():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [row for row in parent.tags.all() if row.pk > 0]


def case_1006():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.tags.all()), None)


def case_1007():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        next(iter(parent.tags.all()), None)


def case_1008():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all().all())


def case_1009():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all().all())


def case_1010():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.tags.all()))


def case_1011():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(reversed(parent.tags.all()))


def case_1012():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.get_queryset())


def case_1013():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.get_queryset())


def case_1014():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.tags.all()
        if queryset:
            [row for row in queryset]


def case_1015():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        queryset = parent.tags.all()
        if queryset:
            [row for row in queryset]


def case_1016():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.tags.all():
            [row for row in parent.tags.all()]


def case_1017():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        if parent.tags.all():
            [row for row in parent.tags.all()]


def case_1018():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.tags.exists():
            [row for row in parent.tags.all()]


def case_1019():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        if parent.tags.exists():
            [row for row in parent.tags.all()]


def case_1020():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.tags.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1021():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        queryset = parent.tags.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_1022():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.tags.create(name=f"new{parent.pk}", owner_id=1)


def case_1023():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.create(name=f"new{parent.pk}", owner_id=1)


def case_1024():
    """.add(obj) / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tags.add(existing)


def case_1025():
    """.add(obj) / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.add(existing)


def case_1026():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.tags.add(1)


def case_1027():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.add(1)


def case_1028():
    """.remove(obj) / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tags.remove(existing)


def case_1029():
    """.remove(obj) / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.remove(existing)


def case_1030():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.tags.set([])


def case_1031():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.set([])


def case_1032():
    """.set([obj]) / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tags.set([existing])


def case_1033():
    """.set([obj]) / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.set([existing])


def case_1034():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.tags.clear()


def case_1035():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.clear()


def case_1036():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.tags.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "owner_id": 1})


def case_1037():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "owner_id": 1})


def case_1038():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.tags.update_or_create(name=f"new{parent.pk}", owner_id=1)


def case_1039():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.update_or_create(name=f"new{parent.pk}", owner_id=1)


def case_1040():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.tags.bulk_create([Tag(name=f"new{parent.pk}", owner_id=1)])


def case_1041():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.bulk_create([Tag(name=f"new{parent.pk}", owner_id=1)])


def case_1042():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all().reverse())


def case_1043():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all().reverse())


def case_1044():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.tags.order_by("pk").first()


def case_1045():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.order_by("pk").first()


def case_1046():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.tags.all())[:1]


def case_1047():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        list(parent.tags.all())[:1]


def case_1048():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.tags.filter(pk=1).exists()


def case_1049():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.filter(pk=1).exists()


def case_1050():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.tags.all()[0:1][0]


def case_1051():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all()[0:1][0]


def case_1052():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.tags.all()[:1])


def case_1053():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        len(parent.tags.all()[:1])


def case_1054():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.tags.filter(pk__gt=0).exists()


def case_1055():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.filter(pk__gt=0).exists()


def case_1056():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.tags.filter(pk__gt=0).count()


def case_1057():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.filter(pk__gt=0).count()


def case_1058():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.tags.values_list("pk").count()


def case_1059():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.values_list("pk").count()


def case_1060():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.tags.count()
        parent.tags.count()


def case_1061():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.count()
        parent.tags.count()


def case_1062():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.tags.bulk_create([Tag(name=f"new{parent.pk}", owner_id=1)])


def case_1063():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.bulk_create([Tag(name=f"new{parent.pk}", owner_id=1)])


def case_1064():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.tags.update(name="z")


def case_1065():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.update(name="z")


def case_1066():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.tags.all().delete()


def case_1067():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.all().delete()


def case_1068():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.tags.filter(pk=-1).delete()


def case_1069():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.filter(pk=-1).delete()


def case_1070():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.tags.add(existing)
        list(parent.tags.all())


def case_1071():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.add(existing)
        list(parent.tags.all())


def case_1072():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.tags.create(name=f"new{parent.pk}", owner_id=1)
        list(parent.tags.all())


def case_1073():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.create(name=f"new{parent.pk}", owner_id=1)
        list(parent.tags.all())


def case_1074():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.tags.update(name="z")
        list(parent.tags.all())


def case_1075():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.update(name="z")
        list(parent.tags.all())


def case_1076():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.tags.get(pk__in=[o.pk for o in parent.tags.all()[:1]])


def case_1077():
    """obj in .all() where obj is loaded / nothing"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.tags.all()


def case_1078():
    """nested: for x in .all(): x.fk (owner) / nothing"""
    for parent in Book.objects.all():
        [row.owner for row in parent.tags.all()]


def case_1079():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        parent.tags.get(pk__in=[o.pk for o in parent.tags.all()[:1]])


def case_1080():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = Tag.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("tags"):
        existing in parent.tags.all()


def case_1081():
    """nested: for x in .all(): x.fk (owner) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [row.owner for row in parent.tags.all()]


def case_1082():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("tags" + "__" + "owner"):
        [row.owner for row in parent.tags.all()]


def case_1083():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(Prefetch("tags", queryset=Tag.objects.select_related("owner"))):
        [row.owner for row in parent.tags.all()]


def case_1084():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("tags"):
        [row.owner for row in parent.tags.select_related("owner")]


def case_1085():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("tags", queryset=Tag.objects.all(), to_attr="xx")):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_1086():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("tags", queryset=Tag.objects.all(), to_attr="xx")):
        parent.xx.first()
