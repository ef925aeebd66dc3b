from django.db.models import Count, Prefetch, Value

from app.models import Book, Chapter


def case_0266():
    """bare manager obj.rel / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set


def case_0267():
    """bare manager obj.rel / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set


def case_0268():
    """bare manager obj.rel / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set


def case_0269():
    """bare manager obj.rel / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set


def case_0270():
    """bool(obj.rel) (manager, always True) / nothing"""
    for parent in Book.objects.all():
        bool(parent.chapter_set)


def case_0271():
    """bool(obj.rel) (manager, always True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        bool(parent.chapter_set)


def case_0272():
    """bool(obj.rel) (manager, always True) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        bool(parent.chapter_set)


def case_0273():
    """bool(obj.rel) (manager, always True) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        bool(parent.chapter_set)


def case_0274():
    """for x in obj.rel (no .all()) / nothing"""
    for parent in Book.objects.all():
        [1 for row in parent.chapter_set]


def case_0275():
    """for x in obj.rel (no .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [1 for row in parent.chapter_set]


def case_0276():
    """for x in obj.rel (no .all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        [1 for row in parent.chapter_set]


def case_0277():
    """for x in obj.rel (no .all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [1 for row in parent.chapter_set]


def case_0278():
    """len(obj.rel) / nothing"""
    for parent in Book.objects.all():
        len(parent.chapter_set)


def case_0279():
    """len(obj.rel) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        len(parent.chapter_set)


def case_0280():
    """len(obj.rel) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        len(parent.chapter_set)


def case_0281():
    """len(obj.rel) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        len(parent.chapter_set)


def case_0282():
    """.all() not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()


def case_0283():
    """.all() not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()


def case_0284():
    """.all() not evaluated / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()


def case_0285():
    """.all() not evaluated / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()


def case_0286():
    """iterate .all() / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.chapter_set.all()]


def case_0287():
    """iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [row for row in parent.chapter_set.all()]


def case_0288():
    """iterate .all() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        [row for row in parent.chapter_set.all()]


def case_0289():
    """iterate .all() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [row for row in parent.chapter_set.all()]


def case_0290():
    """iterate .all() twice / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.chapter_set.all()]
        [row for row in parent.chapter_set.all()]


def case_0291():
    """iterate .all() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [row for row in parent.chapter_set.all()]
        [row for row in parent.chapter_set.all()]


def case_0292():
    """iterate .all() twice / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        [row for row in parent.chapter_set.all()]
        [row for row in parent.chapter_set.all()]


def case_0293():
    """iterate .all() twice / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [row for row in parent.chapter_set.all()]
        [row for row in parent.chapter_set.all()]


def case_0294():
    """len(.all()) / nothing"""
    for parent in Book.objects.all():
        len(parent.chapter_set.all())


def case_0295():
    """len(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        len(parent.chapter_set.all())


def case_0296():
    """len(.all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        len(parent.chapter_set.all())


def case_0297():
    """len(.all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        len(parent.chapter_set.all())


def case_0298():
    """bool(.all()) / nothing"""
    for parent in Book.objects.all():
        bool(parent.chapter_set.all())


def case_0299():
    """bool(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        bool(parent.chapter_set.all())


def case_0300():
    """bool(.all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        bool(parent.chapter_set.all())


def case_0301():
    """bool(.all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        bool(parent.chapter_set.all())


def case_0302():
    """list(.all()) / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all())


def case_0303():
    """list(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all())


def case_0304():
    """list(.all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all())


def case_0305():
    """list(.all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all())


def case_0306():
    """repr(.all()) / nothing"""
    for parent in Book.objects.all():
        [o.pk for o in parent.chapter_set.all()[:21]]


def case_0307():
    """repr(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [o.pk for o in parent.chapter_set.all()[:21]]


def case_0308():
    """repr(.all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        [o.pk for o in parent.chapter_set.all()[:21]]


def case_0309():
    """repr(.all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [o.pk for o in parent.chapter_set.all()[:21]]


def case_0310():
    """.count() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.count()


def case_0311():
    """.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.count()


def case_0312():
    """.count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.count()


def case_0313():
    """.count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.count()


def case_0314():
    """.all().count() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().count()


def case_0315():
    """.all().count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().count()


def case_0316():
    """.all().count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().count()


def case_0317():
    """.all().count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().count()


def case_0318():
    """.exists() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.exists()


def case_0319():
    """.exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.exists()


def case_0320():
    """.exists() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.exists()


def case_0321():
    """.exists() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.exists()


def case_0322():
    """.all().exists() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().exists()


def case_0323():
    """.all().exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().exists()


def case_0324():
    """.all().exists() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().exists()


def case_0325():
    """.all().exists() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().exists()


def case_0326():
    """.first() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.first()


def case_0327():
    """.first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.first()


def case_0328():
    """.first() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.first()


def case_0329():
    """.first() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.first()


def case_0330():
    """.all().first() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().first()


def case_0331():
    """.all().first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().first()


def case_0332():
    """.all().first() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().first()


def case_0333():
    """.all().first() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().first()


def case_0334():
    """.last() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.last()


def case_0335():
    """.last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.last()


def case_0336():
    """.last() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.last()


def case_0337():
    """.last() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.last()


def case_0338():
    """.all().last() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().last()


def case_0339():
    """.all().last() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().last()


def case_0340():
    """.all().last() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().last()


def case_0341():
    """.all().last() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().last()


def case_0342():
    """.filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.filter(pk__gt=0))


def case_0343():
    """.filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.filter(pk__gt=0))


def case_0344():
    """.filter(pk__gt=0) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.filter(pk__gt=0))


def case_0345():
    """.filter(pk__gt=0) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.filter(pk__gt=0))


def case_0346():
    """.filter() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.filter())


def case_0347():
    """.filter() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.filter())


def case_0348():
    """.filter() no args iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.filter())


def case_0349():
    """.filter() no args iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.filter())


def case_0350():
    """.all().filter(pk__gt=0) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all().filter(pk__gt=0))


def case_0351():
    """.all().filter(pk__gt=0) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all().filter(pk__gt=0))


def case_0352():
    """.all().filter(pk__gt=0) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all().filter(pk__gt=0))


def case_0353():
    """.all().filter(pk__gt=0) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all().filter(pk__gt=0))


def case_0354():
    """.exclude(pk=-1) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.exclude(pk=-1))


def case_0355():
    """.exclude(pk=-1) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.exclude(pk=-1))


def case_0356():
    """.exclude(pk=-1) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.exclude(pk=-1))


def case_0357():
    """.exclude(pk=-1) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.exclude(pk=-1))


def case_0358():
    """.exclude() no args iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.exclude())


def case_0359():
    """.exclude() no args iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.exclude())


def case_0360():
    """.exclude() no args iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.exclude())


def case_0361():
    """.exclude() no args iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.exclude())


def case_0362():
    """.order_by("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.order_by("pk"))


def case_0363():
    """.order_by("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.order_by("pk"))


def case_0364():
    """.order_by("pk") iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.order_by("pk"))


def case_0365():
    """.order_by("pk") iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.order_by("pk"))


def case_0366():
    """.order_by() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.order_by())


def case_0367():
    """.order_by() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.order_by())


def case_0368():
    """.order_by() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.order_by())


def case_0369():
    """.order_by() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.order_by())


def case_0370():
    """.reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.reverse())


def case_0371():
    """.reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.reverse())


def case_0372():
    """.reverse() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.reverse())


def case_0373():
    """.reverse() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.reverse())


def case_0374():
    """.distinct() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.distinct())


def case_0375():
    """.distinct() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.distinct())


def case_0376():
    """.distinct() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.distinct())


def case_0377():
    """.distinct() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.distinct())


def case_0378():
    """.values("pk") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.values("pk"))


def case_0379():
    """.values("pk") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.values("pk"))


def case_0380():
    """.values("pk") iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.values("pk"))


def case_0381():
    """.values("pk") iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.values("pk"))


def case_0382():
    """.values_list("pk", flat=True) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.values_list("pk", flat=True))


def case_0383():
    """.values_list("pk", flat=True) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.values_list("pk", flat=True))


def case_0384():
    """.values_list("pk", flat=True) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.values_list("pk", flat=True))


def case_0385():
    """.values_list("pk", flat=True) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.values_list("pk", flat=True))


def case_0386():
    """.only() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.only("pk"))


def case_0387():
    """.only() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.only("pk"))


def case_0388():
    """.only() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.only("pk"))


def case_0389():
    """.only() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.only("pk"))


def case_0390():
    """.defer() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.defer("name"))


def case_0391():
    """.defer() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.defer("name"))


def case_0392():
    """.defer() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.defer("name"))


def case_0393():
    """.defer() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.defer("name"))


def case_0394():
    """.annotate() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.annotate(zz=Value(1)))


def case_0395():
    """.annotate() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.annotate(zz=Value(1)))


def case_0396():
    """.annotate() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.annotate(zz=Value(1)))


def case_0397():
    """.annotate() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.annotate(zz=Value(1)))


def case_0398():
    """.alias() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.alias(zz=Value(1)))


def case_0399():
    """.alias() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.alias(zz=Value(1)))


def case_0400():
    """.alias() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.alias(zz=Value(1)))


def case_0401():
    """.alias() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.alias(zz=Value(1)))


def case_0402():
    """.select_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.select_related("writer"))


def case_0403():
    """.select_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.select_related("writer"))


def case_0404():
    """.select_related(fk) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.select_related("writer"))


def case_0405():
    """.select_related(fk) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.select_related("writer"))


def case_0406():
    """.prefetch_related(fk) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.prefetch_related("writer"))


def case_0407():
    """.prefetch_related(fk) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.prefetch_related("writer"))


def case_0408():
    """.prefetch_related(fk) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.prefetch_related("writer"))


def case_0409():
    """.prefetch_related(fk) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.prefetch_related("writer"))


def case_0410():
    """.using("default") iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.using("default"))


def case_0411():
    """.using("default") iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.using("default"))


def case_0412():
    """.using("default") iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.using("default"))


def case_0413():
    """.using("default") iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.using("default"))


def case_0414():
    """.none() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.none())


def case_0415():
    """.none() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.none())


def case_0416():
    """.none() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.none())


def case_0417():
    """.none() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.none())


def case_0418():
    """.union(.none()) iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.union(parent.chapter_set.none()))


def case_0419():
    """.union(.none()) iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.union(parent.chapter_set.none()))


def case_0420():
    """.union(.none()) iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.union(parent.chapter_set.none()))


def case_0421():
    """.union(.none()) iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.union(parent.chapter_set.none()))


def case_0422():
    """.select_for_update() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.select_for_update())


def case_0423():
    """.select_for_update() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.select_for_update())


def case_0424():
    """.select_for_update() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.select_for_update())


def case_0425():
    """.select_for_update() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.select_for_update())


def case_0426():
    """.all()[0] / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()[0]


def case_0427():
    """.all()[0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()[0]


def case_0428():
    """.all()[0] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()[0]


def case_0429():
    """.all()[0] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()[0]


def case_0430():
    """.all()[:3] iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all()[:3])


def case_0431():
    """.all()[:3] iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all()[:3])


def case_0432():
    """.all()[:3] iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all()[:3])


def case_0433():
    """.all()[:3] iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all()[:3])


def case_0434():
    """.all()[:3] not evaluated / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()[:3]


def case_0435():
    """.all()[:3] not evaluated / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()[:3]


def case_0436():
    """.all()[:3] not evaluated / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()[:3]


def case_0437():
    """.all()[:3] not evaluated / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()[:3]


def case_0438():
    """.all()[::2] / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()[::2]


def case_0439():
    """.all()[::2] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()[::2]


def case_0440():
    """.all()[::2] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()[::2]


def case_0441():
    """.all()[::2] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()[::2]


def case_0442():
    """.all()[-1] / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()[-1]


def case_0443():
    """.all()[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()[-1]


def case_0444():
    """.all()[-1] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()[-1]


def case_0445():
    """.all()[-1] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()[-1]


def case_0446():
    """list(.all())[-1] / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all())[-1]


def case_0447():
    """list(.all())[-1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all())[-1]


def case_0448():
    """list(.all())[-1] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all())[-1]


def case_0449():
    """list(.all())[-1] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all())[-1]


def case_0450():
    """.all()[1:2].count() / nothing"""
    for parent in Book.objects.all():
        if not isinstance(parent.chapter_set.all()[1:2], list):
            parent.chapter_set.all()[1:2].count()


def case_0451():
    """.all()[1:2].count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        if not isinstance(parent.chapter_set.all()[1:2], list):
            parent.chapter_set.all()[1:2].count()


def case_0452():
    """.all()[1:2].count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        if not isinstance(parent.chapter_set.all()[1:2], list):
            parent.chapter_set.all()[1:2].count()


def case_0453():
    """.all()[1:2].count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        if not isinstance(parent.chapter_set.all()[1:2], list):
            parent.chapter_set.all()[1:2].count()


def case_0454():
    """obj in .all() / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.chapter_set.all()


def case_0455():
    """obj in .all() / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        existing in parent.chapter_set.all()


def case_0456():
    """obj in .all() / Prefetch(queryset=)"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        existing in parent.chapter_set.all()


def case_0457():
    """obj in .all() / Prefetch(to_attr) but using the manager"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        existing in parent.chapter_set.all()


def case_0458():
    """.contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.contains(Chapter(pk=1))


def case_0459():
    """.contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.contains(Chapter(pk=1))


def case_0460():
    """.contains(obj) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.contains(Chapter(pk=1))


def case_0461():
    """.contains(obj) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.contains(Chapter(pk=1))


def case_0462():
    """.all().contains(obj) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().contains(Chapter(pk=1))


def case_0463():
    """.all().contains(obj) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().contains(Chapter(pk=1))


def case_0464():
    """.all().contains(obj) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().contains(Chapter(pk=1))


def case_0465():
    """.all().contains(obj) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().contains(Chapter(pk=1))


def case_0466():
    """pk in .values_list("pk", flat=True) / nothing"""
    for parent in Book.objects.all():
        1 in parent.chapter_set.values_list("pk", flat=True)


def case_0467():
    """pk in .values_list("pk", flat=True) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        1 in parent.chapter_set.values_list("pk", flat=True)


def case_0468():
    """pk in .values_list("pk", flat=True) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        1 in parent.chapter_set.values_list("pk", flat=True)


def case_0469():
    """pk in .values_list("pk", flat=True) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        1 in parent.chapter_set.values_list("pk", flat=True)


def case_0470():
    """.iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.iterator())


def case_0471():
    """.iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.iterator())


def case_0472():
    """.iterator() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.iterator())


def case_0473():
    """.iterator() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.iterator())


def case_0474():
    """.all().iterator() / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all().iterator())


def case_0475():
    """.all().iterator() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all().iterator())


def case_0476():
    """.all().iterator() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all().iterator())


def case_0477():
    """.all().iterator() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all().iterator())


def case_0478():
    """.aggregate(Count("pk")) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.aggregate(x=Count("pk"))


def case_0479():
    """.aggregate(Count("pk")) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.aggregate(x=Count("pk"))


def case_0480():
    """.aggregate(Count("pk")) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.aggregate(x=Count("pk"))


def case_0481():
    """.aggregate(Count("pk")) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.aggregate(x=Count("pk"))


def case_0482():
    """.all().aggregate(...) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().aggregate(x=Count("pk"))


def case_0483():
    """.all().aggregate(...) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().aggregate(x=Count("pk"))


def case_0484():
    """.all().aggregate(...) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().aggregate(x=Count("pk"))


def case_0485():
    """.all().aggregate(...) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().aggregate(x=Count("pk"))


def case_0486():
    """.earliest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.earliest("pk")


def case_0487():
    """.earliest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.earliest("pk")


def case_0488():
    """.earliest("pk") / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.earliest("pk")


def case_0489():
    """.earliest("pk") / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.earliest("pk")


def case_0490():
    """.latest("pk") / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.latest("pk")


def case_0491():
    """.latest("pk") / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.latest("pk")


def case_0492():
    """.latest("pk") / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.latest("pk")


def case_0493():
    """.latest("pk") / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.latest("pk")


def case_0494():
    """.in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.in_bulk()


def case_0495():
    """.in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.in_bulk()


def case_0496():
    """.in_bulk() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.in_bulk()


def case_0497():
    """.in_bulk() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.in_bulk()


def case_0498():
    """.all().in_bulk() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().in_bulk()


def case_0499():
    """.all().in_bulk() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().in_bulk()


def case_0500():
    """.all().in_bulk() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().in_bulk()


def case_0501():
    """.all().in_bulk() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().in_bulk()


def case_0502():
    """.dates/.datetimes n/a; .explain() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.explain()


def case_0503():
    """.dates/.datetimes n/a; .explain() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.explain()


def case_0504():
    """.dates/.datetimes n/a; .explain() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.explain()


def case_0505():
    """.dates/.datetimes n/a; .explain() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.explain()


def case_0506():
    """sum(1 for x in .all()) / nothing"""
    for parent in Book.objects.all():
        sum(1 for row in parent.chapter_set.all())


def case_0507():
    """sum(1 for x in .all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        sum(1 for row in parent.chapter_set.all())


def case_0508():
    """sum(1 for x in .all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        sum(1 for row in parent.chapter_set.all())


def case_0509():
    """sum(1 for x in .all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        sum(1 for row in parent.chapter_set.all())


def case_0510():
    """sorted(.all(), key) / nothing"""
    for parent in Book.objects.all():
        sorted(parent.chapter_set.all(), key=lambda o: o.pk)


def case_0511():
    """sorted(.all(), key) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        sorted(parent.chapter_set.all(), key=lambda o: o.pk)


def case_0512():
    """sorted(.all(), key) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        sorted(parent.chapter_set.all(), key=lambda o: o.pk)


def case_0513():
    """sorted(.all(), key) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        sorted(parent.chapter_set.all(), key=lambda o: o.pk)


def case_0514():
    """[x for x in .all() if cond] / nothing"""
    for parent in Book.objects.all():
        [row for row in parent.chapter_set.all() if row.pk > 0]


def case_0515():
    """[x for x in .all() if cond] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [row for row in parent.chapter_set.all() if row.pk > 0]


def case_0516():
    """[x for x in .all() if cond] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        [row for row in parent.chapter_set.all() if row.pk > 0]


def case_0517():
    """[x for x in .all() if cond] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        [row for row in parent.chapter_set.all() if row.pk > 0]


def case_0518():
    """next(iter(.all()), None) / nothing"""
    for parent in Book.objects.all():
        next(iter(parent.chapter_set.all()), None)


def case_0519():
    """next(iter(.all()), None) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        next(iter(parent.chapter_set.all()), None)


def case_0520():
    """next(iter(.all()), None) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        next(iter(parent.chapter_set.all()), None)


def case_0521():
    """next(iter(.all()), None) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        next(iter(parent.chapter_set.all()), None)


def case_0522():
    """.all().all() / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all().all())


def case_0523():
    """.all().all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all().all())


def case_0524():
    """.all().all() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all().all())


def case_0525():
    """.all().all() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all().all())


def case_0526():
    """reversed(.all()) / nothing"""
    for parent in Book.objects.all():
        list(reversed(parent.chapter_set.all()))


def case_0527():
    """reversed(.all()) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(reversed(parent.chapter_set.all()))


def case_0528():
    """reversed(.all()) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(reversed(parent.chapter_set.all()))


def case_0529():
    """reversed(.all()) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(reversed(parent.chapter_set.all()))


def case_0530():
    """.get_queryset() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.get_queryset())


def case_0531():
    """.get_queryset() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.get_queryset())


def case_0532():
    """.get_queryset() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.get_queryset())


def case_0533():
    """.get_queryset() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.get_queryset())


def case_0534():
    """qs = .all(); if qs: for x in qs / nothing"""
    for parent in Book.objects.all():
        queryset = parent.chapter_set.all()
        if queryset:
            [row for row in queryset]


def case_0535():
    """qs = .all(); if qs: for x in qs / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        queryset = parent.chapter_set.all()
        if queryset:
            [row for row in queryset]


def case_0536():
    """qs = .all(); if qs: for x in qs / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        queryset = parent.chapter_set.all()
        if queryset:
            [row for row in queryset]


def case_0537():
    """qs = .all(); if qs: for x in qs / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        queryset = parent.chapter_set.all()
        if queryset:
            [row for row in queryset]


def case_0538():
    """if .all(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.chapter_set.all():
            [row for row in parent.chapter_set.all()]


def case_0539():
    """if .all(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        if parent.chapter_set.all():
            [row for row in parent.chapter_set.all()]


def case_0540():
    """if .all(): for x in .all() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        if parent.chapter_set.all():
            [row for row in parent.chapter_set.all()]


def case_0541():
    """if .all(): for x in .all() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        if parent.chapter_set.all():
            [row for row in parent.chapter_set.all()]


def case_0542():
    """if .exists(): for x in .all() / nothing"""
    for parent in Book.objects.all():
        if parent.chapter_set.exists():
            [row for row in parent.chapter_set.all()]


def case_0543():
    """if .exists(): for x in .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        if parent.chapter_set.exists():
            [row for row in parent.chapter_set.all()]


def case_0544():
    """if .exists(): for x in .all() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        if parent.chapter_set.exists():
            [row for row in parent.chapter_set.all()]


def case_0545():
    """if .exists(): for x in .all() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        if parent.chapter_set.exists():
            [row for row in parent.chapter_set.all()]


def case_0546():
    """qs=.all(); qs.exists(); list(qs); qs.count() / nothing"""
    for parent in Book.objects.all():
        queryset = parent.chapter_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0547():
    """qs=.all(); qs.exists(); list(qs); qs.count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        queryset = parent.chapter_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0548():
    """qs=.all(); qs.exists(); list(qs); qs.count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        queryset = parent.chapter_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0549():
    """qs=.all(); qs.exists(); list(qs); qs.count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        queryset = parent.chapter_set.all()
        queryset.exists()
        list(queryset)
        queryset.count()


def case_0550():
    """.create(**kw) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0551():
    """.create(**kw) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0552():
    """.create(**kw) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0553():
    """.create(**kw) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)


def case_0554():
    """.add(obj) / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.chapter_set.add(existing, bulk=False)


def case_0555():
    """.add(obj) / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.add(existing, bulk=False)


def case_0556():
    """.add(obj) / Prefetch(queryset=)"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.add(existing, bulk=False)


def case_0557():
    """.add(obj) / Prefetch(to_attr) but using the manager"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.add(existing, bulk=False)


def case_0558():
    """.add(id) (M2M) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.add(1)


def case_0559():
    """.add(id) (M2M) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.add(1)


def case_0560():
    """.add(id) (M2M) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.add(1)


def case_0561():
    """.add(id) (M2M) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.add(1)


def case_0562():
    """.remove(obj) / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.chapter_set.remove(existing)


def case_0563():
    """.remove(obj) / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.remove(existing)


def case_0564():
    """.remove(obj) / Prefetch(queryset=)"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.remove(existing)


def case_0565():
    """.remove(obj) / Prefetch(to_attr) but using the manager"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.remove(existing)


def case_0566():
    """.set([]) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.set([])


def case_0567():
    """.set([]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.set([])


def case_0568():
    """.set([]) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.set([])


def case_0569():
    """.set([]) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.set([])


def case_0570():
    """.set([obj]) / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.chapter_set.set([existing])


def case_0571():
    """.set([obj]) / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.set([existing])


def case_0572():
    """.set([obj]) / Prefetch(queryset=)"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.set([existing])


def case_0573():
    """.set([obj]) / Prefetch(to_attr) but using the manager"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.set([existing])


def case_0574():
    """.clear() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.clear()


def case_0575():
    """.clear() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.clear()


def case_0576():
    """.clear() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.clear()


def case_0577():
    """.clear() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.clear()


def case_0578():
    """.get_or_create(existing) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1}
        )


def case_0579():
    """.get_or_create(existing) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1}
        )


def case_0580():
    """.get_or_create(existing) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1}
        )


def case_0581():
    """.get_or_create(existing) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.get_or_create(
            name=f"missing{parent.pk}", defaults={"name": f"new{parent.pk}", "writer_id": 1}
        )


def case_0582():
    """.update_or_create(new) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0583():
    """.update_or_create(new) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0584():
    """.update_or_create(new) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0585():
    """.update_or_create(new) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.update_or_create(name=f"new{parent.pk}", writer_id=1)


def case_0586():
    """.bulk_create([child without fk]) (fk NOT filled in) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1)])


def case_0587():
    """.bulk_create([child without fk]) (fk NOT filled in) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1)])


def case_0588():
    """.bulk_create([child without fk]) (fk NOT filled in) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1)])


def case_0589():
    """.bulk_create([child without fk]) (fk NOT filled in) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1)])


def case_0590():
    """.all().reverse() iterate / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all().reverse())


def case_0591():
    """.all().reverse() iterate / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all().reverse())


def case_0592():
    """.all().reverse() iterate / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all().reverse())


def case_0593():
    """.all().reverse() iterate / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all().reverse())


def case_0594():
    """.order_by("pk").first() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.order_by("pk").first()


def case_0595():
    """.order_by("pk").first() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.order_by("pk").first()


def case_0596():
    """.order_by("pk").first() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.order_by("pk").first()


def case_0597():
    """.order_by("pk").first() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.order_by("pk").first()


def case_0598():
    """list(.all())[:1] / nothing"""
    for parent in Book.objects.all():
        list(parent.chapter_set.all())[:1]


def case_0599():
    """list(.all())[:1] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        list(parent.chapter_set.all())[:1]


def case_0600():
    """list(.all())[:1] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        list(parent.chapter_set.all())[:1]


def case_0601():
    """list(.all())[:1] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.chapter_set.all())[:1]


def case_0602():
    """.get(pk=known) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.filter(pk=1).exists()


def case_0603():
    """.get(pk=known) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.filter(pk=1).exists()


def case_0604():
    """.get(pk=known) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.filter(pk=1).exists()


def case_0605():
    """.get(pk=known) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.filter(pk=1).exists()


def case_0606():
    """.all()[0:1][0] / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all()[0:1][0]


def case_0607():
    """.all()[0:1][0] / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all()[0:1][0]


def case_0608():
    """.all()[0:1][0] / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all()[0:1][0]


def case_0609():
    """.all()[0:1][0] / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all()[0:1][0]


def case_0610():
    """len(.all()[:1]) / nothing"""
    for parent in Book.objects.all():
        len(parent.chapter_set.all()[:1])


def case_0611():
    """len(.all()[:1]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        len(parent.chapter_set.all()[:1])


def case_0612():
    """len(.all()[:1]) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        len(parent.chapter_set.all()[:1])


def case_0613():
    """len(.all()[:1]) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        len(parent.chapter_set.all()[:1])


def case_0614():
    """.filter(...).exists() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.filter(pk__gt=0).exists()


def case_0615():
    """.filter(...).exists() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.filter(pk__gt=0).exists()


def case_0616():
    """.filter(...).exists() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.filter(pk__gt=0).exists()


def case_0617():
    """.filter(...).exists() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.filter(pk__gt=0).exists()


def case_0618():
    """.filter(...).count() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.filter(pk__gt=0).count()


def case_0619():
    """.filter(...).count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.filter(pk__gt=0).count()


def case_0620():
    """.filter(...).count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.filter(pk__gt=0).count()


def case_0621():
    """.filter(...).count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.filter(pk__gt=0).count()


def case_0622():
    """.values_list() then .count() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.values_list("pk").count()


def case_0623():
    """.values_list() then .count() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.values_list("pk").count()


def case_0624():
    """.values_list() then .count() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.values_list("pk").count()


def case_0625():
    """.values_list() then .count() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.values_list("pk").count()


def case_0626():
    """.count() twice / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.count()
        parent.chapter_set.count()


def case_0627():
    """.count() twice / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.count()
        parent.chapter_set.count()


def case_0628():
    """.count() twice / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.count()
        parent.chapter_set.count()


def case_0629():
    """.count() twice / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.count()
        parent.chapter_set.count()


def case_0630():
    """.bulk_create([..]) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0631():
    """.bulk_create([..]) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0632():
    """.bulk_create([..]) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0633():
    """.bulk_create([..]) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.bulk_create([Chapter(name=f"new{parent.pk}", writer_id=1, book=parent)])


def case_0634():
    """.update(..) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.update(name="z")


def case_0635():
    """.update(..) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.update(name="z")


def case_0636():
    """.update(..) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.update(name="z")


def case_0637():
    """.update(..) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.update(name="z")


def case_0638():
    """.all().delete() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.all().delete()


def case_0639():
    """.all().delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.all().delete()


def case_0640():
    """.all().delete() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.all().delete()


def case_0641():
    """.all().delete() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.all().delete()


def case_0642():
    """.filter(pk=-1).delete() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.filter(pk=-1).delete()


def case_0643():
    """.filter(pk=-1).delete() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.filter(pk=-1).delete()


def case_0644():
    """.filter(pk=-1).delete() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.filter(pk=-1).delete()


def case_0645():
    """.filter(pk=-1).delete() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.filter(pk=-1).delete()


def case_0646():
    """.add(obj) then iterate .all() (prefetch cache dropped) / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        parent.chapter_set.add(existing)
        list(parent.chapter_set.all())


def case_0647():
    """.add(obj) then iterate .all() (prefetch cache dropped) / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.add(existing)
        list(parent.chapter_set.all())


def case_0648():
    """.add(obj) then iterate .all() (prefetch cache dropped) / Prefetch(queryset=)"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.add(existing)
        list(parent.chapter_set.all())


def case_0649():
    """.add(obj) then iterate .all() (prefetch cache dropped) / Prefetch(to_attr) but using the manager"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.add(existing)
        list(parent.chapter_set.all())


def case_0650():
    """.create() then iterate .all() / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.chapter_set.all())


def case_0651():
    """.create() then iterate .all() / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.chapter_set.all())


def case_0652():
    """.create() then iterate .all() / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.chapter_set.all())


def case_0653():
    """.create() then iterate .all() / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.create(name=f"new{parent.pk}", writer_id=1)
        list(parent.chapter_set.all())


def case_0654():
    """.update() then iterate .all() (stale cache?) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.update(name="z")
        list(parent.chapter_set.all())


def case_0655():
    """.update() then iterate .all() (stale cache?) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.update(name="z")
        list(parent.chapter_set.all())


def case_0656():
    """.update() then iterate .all() (stale cache?) / Prefetch(queryset=)"""
    for parent in Book.objects.all().prefetch_related(Prefetch("chapter_set", queryset=Chapter.objects.all())):
        parent.chapter_set.update(name="z")
        list(parent.chapter_set.all())


def case_0657():
    """.update() then iterate .all() (stale cache?) / Prefetch(to_attr) but using the manager"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.chapter_set.update(name="z")
        list(parent.chapter_set.all())


def case_0658():
    """.get(...) (plus the slice used to find a pk) / nothing"""
    for parent in Book.objects.all():
        parent.chapter_set.get(pk__in=[o.pk for o in parent.chapter_set.all()[:1]])


def case_0659():
    """obj in .all() where obj is loaded / nothing"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all():
        existing in parent.chapter_set.all()


def case_0660():
    """nested: for x in .all(): x.fk (writer) / nothing"""
    for parent in Book.objects.all():
        [row.writer for row in parent.chapter_set.all()]


def case_0661():
    """.all() then x.parent / nothing"""
    for parent in Book.objects.all():
        for row in parent.chapter_set.all():
            row.book.title


def case_0662():
    """.get(...) (plus the slice used to find a pk) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        parent.chapter_set.get(pk__in=[o.pk for o in parent.chapter_set.all()[:1]])


def case_0663():
    """obj in .all() where obj is loaded / prefetch_related"""
    existing = Chapter.objects.order_by("pk").first()
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        existing in parent.chapter_set.all()


def case_0664():
    """nested: for x in .all(): x.fk (writer) / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [row.writer for row in parent.chapter_set.all()]


def case_0665():
    """.all() then x.parent / prefetch_related"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        for row in parent.chapter_set.all():
            row.book.title


def case_0666():
    """nested: for x in .all(): x.fk / prefetch_related('rel__fk')"""
    for parent in Book.objects.all().prefetch_related("chapter_set" + "__" + "writer"):
        [row.writer for row in parent.chapter_set.all()]


def case_0667():
    """nested: for x in .all(): x.fk / Prefetch(rel, queryset=select_related(fk))"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.select_related("writer"))
    ):
        [row.writer for row in parent.chapter_set.all()]


def case_0668():
    """obj.rel.select_related(fk) in loop / prefetch_related(rel)"""
    for parent in Book.objects.all().prefetch_related("chapter_set"):
        [row.writer for row in parent.chapter_set.select_related("writer")]


def case_0669():
    """to_attr list: iterate / len / bool / [0] / [-1] / in / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        list(parent.xx)
        len(parent.xx)
        bool(parent.xx)
        parent.xx[0]
        parent.xx[-1]
        parent.xx[0] in parent.xx


def case_0670():
    """to_attr list: .count()/.first() / Prefetch(to_attr)"""
    for parent in Book.objects.all().prefetch_related(
        Prefetch("chapter_set", queryset=Chapter.objects.all(), to_attr="xx")
    ):
        parent.xx.first()
