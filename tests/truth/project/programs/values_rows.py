from django.db.models import Count, F

from app.models import Book, Slug


def case_2690():
    """values() rows: r["author"] / -"""
    [r["author"] for r in Book.objects.all().values()]


def case_2691():
    """values("author__name") / -"""
    [r["author__name"] for r in Book.objects.all().values("author__name")]


def case_2692():
    """values("author__city__country__name") / -"""
    [r for r in Book.objects.all().values("author__city__country__name")]


def case_2693():
    """values("tags__name") joins: one row per tag / -"""
    [r for r in Book.objects.all().values("pk", "tags__name")]


def case_2694():
    """values_list named / -"""
    [r.author__name for r in Book.objects.all().values_list("author__name", named=True)]


def case_2695():
    """values_list flat("author") is the id / -"""
    list(Book.objects.all().values_list("author", flat=True))


def case_2696():
    """values_list(flat=True) without field / -"""
    list(Book.objects.all().values_list(flat=True))


def case_2697():
    """annotate(an=F("author__name")): b.an / -"""
    [book.an for book in Book.objects.all().annotate(an=F("author__name"))]


def case_2698():
    """annotate(c=Count("chapter")): b.c / -"""
    [book.c for book in Book.objects.all().annotate(c=Count("chapter"))]


def case_2699():
    """values then r.author (AttributeError) / -"""
    [r.author for r in Book.objects.all().values("author")]


def case_2700():
    """dates/datetimes / -"""
    list(Book.objects.all().datetimes("created", "day"))


def case_2701():
    """aggregate / -"""
    Book.objects.all().aggregate(Count("author"))


def case_2702():
    """values().annotate() / -"""
    list(Book.objects.all().values("author").annotate(c=Count("pk")))


def case_2703():
    """in_bulk(field_name) / -"""
    Slug.objects.in_bulk(["c1"], field_name="code")


def case_2704():
    """raw SQL extra columns / -"""
    [book.x for book in Book.objects.raw("select *, 1 as x from app_book")]
