from django.db import transaction
from django.db.models import F

from app.models import Author, Book, Counter, Restaurant


def case_2303():
    """obj.save() / loop"""
    for c in list(Counter.objects.all()):
        c.save()


def case_2304():
    """obj.save(update_fields=) / loop"""
    for c in list(Counter.objects.all()):
        c.save(update_fields=["n"])


def case_2305():
    """obj.save(force_insert) / loop"""
    for c in list(Counter.objects.all()):
        Counter(n=1).save(force_insert=True)


def case_2306():
    """Model(...).save() new, auto pk / loop"""
    for c in list(Counter.objects.all()):
        Counter(n=1).save()


def case_2307():
    """Model(pk=new).save() explicit pk / loop"""
    for c in list(Counter.objects.all()):
        Counter(pk=c.pk + 1000, n=1).save()


def case_2308():
    """Model.objects.create() / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.create(n=1)


def case_2309():
    """Model.objects.create(pk=) / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.create(pk=c.pk + 1000)


def case_2310():
    """obj.delete() no cascades / loop"""
    for c in list(Counter.objects.all()):
        c.delete()


def case_2311():
    """obj.n += 1; obj.save() (read-modify-write, lost updates) / loop"""
    for c in list(Counter.objects.all()):
        c.n = c.n + 1
        c.save()


def case_2312():
    """obj.n = F("n")+1; obj.save() / loop"""
    for c in list(Counter.objects.all()):
        c.n = F("n") + 1
        c.save()


def case_2313():
    """obj.n = F("n")+1; obj.save(); obj.n / loop"""
    for c in list(Counter.objects.all()):
        c.n = F("n") + 1
        c.save()
        c.n
        str(c.n)


def case_2314():
    """filter(pk=).update(n=F+1) / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.filter(pk=c.pk).update(n=F("n") + 1)


def case_2315():
    """get_or_create() existing / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.get_or_create(pk=c.pk)


def case_2316():
    """get_or_create() new / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.get_or_create(name=f"zz{c.pk}")


def case_2317():
    """update_or_create() existing / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.update_or_create(pk=c.pk, defaults={"n": 1})


def case_2318():
    """update_or_create() new / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.update_or_create(name=f"zz{c.pk}", defaults={"n": 1})


def case_2319():
    """filter().exists() then create() / loop"""
    for c in list(Counter.objects.all()):
        Counter.objects.filter(name=f"q{c.pk}").exists() or Counter.objects.create(name=f"q{c.pk}")


def case_2320():
    """with transaction.atomic(): save() / loop"""
    for c in list(Counter.objects.all()):
        with transaction.atomic():
            c.save()


def case_2321():
    """m2m add() in a loop / loop"""
    for c in list(Counter.objects.all()):
        Book.objects.get(pk=1).tags.add(c.pk)


def case_2322():
    """new.m2m.set(objs) in a loop / loop"""
    for c in list(Counter.objects.all()):
        Book(pk=c.pk).tags.set([1, 2])


def case_2323():
    """Through.objects.bulk_create / loop"""
    for c in list(Counter.objects.all()):
        Book.tags.through.objects.bulk_create([Book.tags.through(book_id=c.pk, tag_id=c.pk)], ignore_conflicts=True)


def case_2324():
    """bulk_create(list) / bulk"""
    Counter.objects.bulk_create([Counter(n=1) for _ in list(Counter.objects.all())])


def case_2325():
    """bulk_create(batch_size=2) / bulk"""
    Counter.objects.bulk_create([Counter(n=1) for _ in list(Counter.objects.all())], batch_size=2)


def case_2326():
    """bulk_create with explicit pk / bulk"""
    Counter.objects.bulk_create([Counter(pk=k.pk + 1000) for k in list(Counter.objects.all())])


def case_2327():
    """bulk_update(list, fields) / bulk"""
    Counter.objects.bulk_update(list(Counter.objects.all()), ["n"])


def case_2328():
    """bulk_create on a multi-table child / bulk"""
    Restaurant.objects.bulk_create([Restaurant(name="x", city_id=1, chef_id=1)])


def case_2329():
    """bulk_update on a multi-table child, own field / bulk"""
    Restaurant.objects.bulk_update(list(Restaurant.objects.all()), ["stars"])


def case_2330():
    """qs.update() / bulk"""
    Counter.objects.update(n=1)


def case_2331():
    """qs.delete() no relations / bulk"""
    Counter.objects.all().delete()


def case_2332():
    """qs.delete() with cascades / bulk"""
    Book.objects.all().delete()


def case_2333():
    """in-loop obj.delete() with cascades / bulk"""
    for book in list(Book.objects.order_by("-pk")):
        book.delete()


def case_2334():
    """MTI obj.save() in loop / bulk"""
    for r in Restaurant.objects.all():
        r.save()


def case_2335():
    """save() of obj with select_related loaded / bulk"""
    for book in Book.objects.all().select_related("author"):
        book.save()


def case_2336():
    """obj.author = Author obj; save / bulk"""
    author = Author.objects.get(pk=1)
    for book in Book.objects.all():
        book.author = author
        book.save()


def case_2337():
    """obj.author_id = 1; save / bulk"""
    for book in Book.objects.all():
        book.author_id = 1
        book.save()


def case_2338():
    """bulk_create(update_conflicts) / bulk"""
    Counter.objects.bulk_create(
        list(Counter.objects.all()), update_conflicts=True, update_fields=["n"], unique_fields=["id"]
    )


def case_2339():
    """qs.update(fk=F("other_fk")) / bulk"""
    Book.objects.update(author=F("editor"))


def case_2340():
    """qs.update(x=F("fk__name")) (error: joined) / bulk"""
    Book.objects.update(title=F("author__name"))


def case_2341():
    """select_related().update() / bulk"""
    Book.objects.select_related("author").update(n=1)


def case_2342():
    """slice.update() (error) / bulk"""
    Book.objects.all()[:2].update(n=1)


def case_2343():
    """slice.delete() (error) / bulk"""
    Book.objects.all()[:2].delete()


def case_2344():
    """distinct().delete() / bulk"""
    Book.objects.distinct().delete()


def case_2345():
    """values().delete() (error) / bulk"""
    Book.objects.values("n").delete()
