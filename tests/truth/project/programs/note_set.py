from django.db.models import Count, Prefetch, Value

from app.models import Book, Note


def case_0671():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.note_set


def case_0672():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set


def case_0673():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.note_set)


def case_0674():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        bool(parent.note_set)


def case_0675():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.note_set]


def case_0676():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [1 for row in parent.note_set]


def case_0677():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.note_set)


def case_0678():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        len(parent.note_set)


def case_0679():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()


def case_0680():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()


def case_0681():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.note_set.all()]


def case_0682():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [row for row in parent.note_set.all()]


def case_0683():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.note_set.all()]
        [row for row in parent.note_set.all()]


def case_0684():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [row for row in parent.note_set.all()]
        [row for row in parent.note_set.all()]


def case_0685():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.note_set.all())


def case_0686():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        len(parent.note_set.all())


def case_0687():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.note_set.all())


def case_0688():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        bool(parent.note_set.all())


def case_0689():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all())


def case_0690():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all())


def case_0691():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.note_set.all()[:21]]


def case_0692():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [o.pk for o in parent.note_set.all()[:21]]


def case_0693():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.count()


def case_0694():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.count()


def case_0695():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().count()


def case_0696():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().count()


def case_0697():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.exists()


def case_0698():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.exists()


def case_0699():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().exists()


def case_0700():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().exists()


def case_0701():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.first()


def case_0702():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.first()


def case_0703():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().first()


def case_0704():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().first()


def case_0705():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.last()


def case_0706():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.last()


def case_0707():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().last()


def case_0708():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().last()


def case_0709():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.filter(pk__gt=0))


def case_0710():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.filter(pk__gt=0))


def case_0711():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.filter())


def case_0712():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.filter())


def case_0713():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all().filter(pk__gt=0))


def case_0714():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all().filter(pk__gt=0))


def case_0715():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.exclude(pk=-1))


def case_0716():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.exclude(pk=-1))


def case_0717():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.exclude())


def case_0718():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.exclude())


def case_0719():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.order_by("pk"))


def case_0720():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.order_by("pk"))


def case_0721():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.order_by())


def case_0722():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.order_by())


def case_0723():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.reverse())


def case_0724():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.reverse())


def case_0725():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.distinct())


def case_0726():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.distinct())


def case_0727():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.values("pk"))


def case_0728():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.values("pk"))


def case_0729():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.values_list("pk", flat=True))


def case_0730():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.values_list("pk", flat=True))


def case_0731():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.only("pk"))


def case_0732():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.only("pk"))


def case_0733():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.defer("name"))


def case_0734():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.defer("name"))


def case_0735():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.annotate(zz=Value(1)))


def case_0736():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.annotate(zz=Value(1)))


def case_0737():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.alias(zz=Value(1)))


def case_0738():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.alias(zz=Value(1)))


def case_0739():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.select_related("writer"))


def case_0740():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.select_related("writer"))


def case_0741():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.prefetch_related("writer"))


def case_0742():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.prefetch_related("writer"))


def case_0743():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.using("default"))


def case_0744():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.using("default"))


def case_0745():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.none())


def case_0746():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.none())


def case_0747():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.union(parent.note_set.none()))


def case_0748():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.union(parent.note_set.none()))


def case_0749():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.select_for_update())


def case_0750():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.select_for_update())


def case_0751():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()[0]


def case_0752():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()[0]


def case_0753():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all()[:3])


def case_0754():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all()[:3])


def case_0755():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()[:3]


def case_0756():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()[:3]


def case_0757():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()[::2]


def case_0758():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()[::2]


def case_0759():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()[-1]


def case_0760():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()[-1]


def case_0761():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all())[-1]


def case_0762():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all())[-1]


def case_0763():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.note_set.all()[1:2], list):
            parent.note_set.all()[1:2].count()


def case_0764():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        if not isinstance(parent.note_set.all()[1:2], list):
            parent.note_set.all()[1:2].count()


def case_0765():
    """obj in .all() / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.note_set.all()


def case_0766():
    """obj in .all() / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        existing in parent.note_set.all()


def case_0767():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.contains(Note(pk=1))


def case_0768():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.contains(Note(pk=1))


def case_0769():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().contains(Note(pk=1))


def case_0770():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().contains(Note(pk=1))


def case_0771():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.note_set.values_list("pk", flat=True)


def case_0772():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        1 in parent.note_set.values_list("pk", flat=True)


def case_0773():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.iterator())


def case_0774():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.iterator())


def case_0775():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all().iterator())


def case_0776():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all().iterator())


def case_0777():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.aggregate(x=Count("pk"))


def case_0778():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.aggregate(x=Count("pk"))


def case_0779():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().aggregate(x=Count("pk"))


def case_0780():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().aggregate(x=Count("pk"))


def case_0781():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.note_set.earliest("pk")


def case_0782():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.earliest("pk")


def case_0783():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.note_set.latest("pk")


def case_0784():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.latest("pk")


def case_0785():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.in_bulk()


def case_0786():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.in_bulk()


def case_0787():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().in_bulk()


def case_0788():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().in_bulk()


def case_0789():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.explain()


def case_0790():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.explain()


def case_0791():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.note_set.all())


def case_0792():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        sum(1 for row in parent.note_set.all())


def case_0793():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.note_set.all(), key=lambda o: o.pk)


def case_0794():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        sorted(parent.note_set.all(), key=lambda o: o.pk)


def case_0795():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.note_set.all() if row.pk > 0]


def case_0796():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [row for row in parent.note_set.all() if row.pk > 0]


def case_0797():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.note_set.all()), None)


def case_0798():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        next(iter(parent.note_set.all()), None)


def case_0799():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all().all())


def case_0800():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all().all())


def case_0801():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.note_set.all()))


def case_0802():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(reversed(parent.note_set.all()))


def case_0803():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.get_queryset())


def case_0804():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.get_queryset())


def case_0805():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.note_set.all()
        if queryset:
            [row for row in queryset]


def case_0806():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        queryset = parent.note_set.all()
        if queryset:
            [row for row in queryset]


def case_0807():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.note_set.all():
            [row for row in parent.note_set.all()]


def case_0808():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        if parent.note_set.all():
            [row for row in parent.note_set.all()]


def case_0809():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.note_set.exists():
            [row for row in parent.note_set.all()]


def case_0810():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        if parent.note_set.exists():
            [row for row in parent.note_set.all()]


def case_0811():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.note_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0812():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        queryset = parent.note_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0813():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0814():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0815():
    """.add(obj) / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.note_set.add(existing, bulk=False)


def case_0816():
    """.add(obj) / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.add(existing, bulk=False)


def case_0817():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.add(1)


def case_0818():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.add(1)


def case_0819():
    """.remove(obj) / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.note_set.remove(existing)


def case_0820():
    """.remove(obj) / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.remove(existing)


def case_0821():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.set([])


def case_0822():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.set([])


def case_0823():
    """.set([obj]) / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.note_set.set([existing])


def case_0824():
    """.set([obj]) / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.set([existing])


def case_0825():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.clear()


def case_0826():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.clear()


def case_0827():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1})


def case_0828():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.get_or_create(name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1})


def case_0829():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0830():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0831():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.bulk_create([Note(name=f"new{parent.pk}", writer_id=1)])


def case_0832():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.bulk_create([Note(name=f"new{parent.pk}", writer_id=1)])


def case_0833():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all().reverse())


def case_0834():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all().reverse())


def case_0835():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.order_by("pk").first()


def case_0836():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.order_by("pk").first()


def case_0837():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.note_set.all())[:1]


def case_0838():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        list(parent.note_set.all())[:1]


def case_0839():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.filter(pk=1).exists()


def case_0840():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.filter(pk=1).exists()


def case_0841():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all()[0:1][0]


def case_0842():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all()[0:1][0]


def case_0843():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.note_set.all()[:1])


def case_0844():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        len(parent.note_set.all()[:1])


def case_0845():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.filter(pk__gt=0).exists()


def case_0846():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.filter(pk__gt=0).exists()


def case_0847():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.filter(pk__gt=0).count()


def case_0848():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.filter(pk__gt=0).count()


def case_0849():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.values_list("pk").count()


def case_0850():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.values_list("pk").count()


def case_0851():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.note_set.count()
        parent.note_set.count()


def case_0852():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.count()
        parent.note_set.count()


def case_0853():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.bulk_create([Note(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0854():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.bulk_create([Note(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0855():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.update(name="z")


def case_0856():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.update(name="z")


def case_0857():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.all().delete()


def case_0858():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.all().delete()


def case_0859():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.filter(pk=-1).delete()


def case_0860():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.filter(pk=-1).delete()


def case_0861():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.note_set.add(existing)
        list(parent.note_set.all())


def case_0862():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.add(existing)
        list(parent.note_set.all())


def case_0863():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.note_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.note_set.all())


def case_0864():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.note_set.all())


def case_0865():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.update(name="z")
        list(parent.note_set.all())


def case_0866():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.update(name="z")
        list(parent.note_set.all())


def case_0867():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.note_set.get(pk__in=[o.pk for o in parent.note_set.all()[:1]])


def case_0868():
    """obj in .all() where obj is loaded / nothing"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.note_set.all()


def case_0869():
    """nested: for x in .all(): x.fk (writer) / nothing"""
    for parent in Book.objects.all():
        [row.writer for row in parent.note_set.all()]


def case_0870():
    """.all() then x.parent / nothing"""
    for parent in Book.objects.all():
        for row in parent.note_set.all():
            row.book.title


def case_0871():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        parent.note_set.get(pk__in=[o.pk for o in parent.note_set.all()[:1]])


def case_0872():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = Note.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("note_set"):
        existing in parent.note_set.all()


def case_0873():
    """nested: for x in .all(): x.fk (writer) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [row.writer for row in parent.note_set.all()]


def case_0874():
    """.all() then x.parent / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        for row in parent.note_set.all():
            row.book.title


def case_0875():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("note_set" + "__" + "writer"):
        [row.writer for row in parent.note_set.all()]


def case_0876():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("note_set", queryset=Note.objects.select_related("writer"))
    ):
        [row.writer for row in parent.note_set.all()]


def case_0877():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("note_set"):
        [row.writer for row in parent.note_set.select_related("writer")]


def case_0878():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("note_set", queryset=Note.objects.all(), to_attr="xx")):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_0879():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("note_set", queryset=Note.objects.all(), to_attr="xx")):
        parent.xx.first()
