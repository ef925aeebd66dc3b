import copy
import pickle

from django.db.models import FETCH_ONE, FETCH_PEERS, FETCH_RAISE, Prefetch
from django.template import Context, Template

from app.models import Author, Book, Cover, Place, Tag, TaggedItem


def case_2447():
    """b.author.name / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.author.name


def case_2448():
    """b.author_id / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.author_id


def case_2449():
    """b.author.city.name (mode inherited) / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.author.city.name


def case_2450():
    """nullable fk null / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.reviewer


def case_2451():
    """nullable fk set / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.publisher.name


def case_2452():
    """reverse o2o b.cover.art / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.cover.art


def case_2453():
    """reverse o2o missing hasattr / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        hasattr(book, "isbn")


def case_2454():
    """forward o2o c.book / FETCH_PEERS"""
    for c in Cover.objects.all().fetch_mode(FETCH_PEERS):
        c.book.title


def case_2455():
    """MTI parent place.restaurant / FETCH_PEERS"""
    for parent in Place.objects.all().fetch_mode(FETCH_PEERS):
        parent.restaurant.stars


def case_2456():
    """deferred field only("n") -> b.title / FETCH_PEERS"""
    for book in Book.objects.all().only("n").fetch_mode(FETCH_PEERS):
        book.title


def case_2457():
    """deferred fk only("title") -> b.author.name / FETCH_PEERS"""
    for book in Book.objects.all().only("title").fetch_mode(FETCH_PEERS):
        book.author.name


def case_2458():
    """GFK t.content_object / FETCH_PEERS"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_PEERS):
        item.content_object and item.content_object.pk


def case_2459():
    """GFK then t.content_object.author.name / FETCH_PEERS"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_PEERS):
        item.content_object.author.name


def case_2460():
    """GFK t.content_type / FETCH_PEERS"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_PEERS):
        item.content_type.model


def case_2461():
    """reverse manager b.chapter_set.all() / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        list(book.chapter_set.all())


def case_2462():
    """m2m manager b.tags.all() / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        list(book.tags.all())


def case_2463():
    """GenericRelation b.tagged.all() / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        list(book.tagged.all())


def case_2464():
    """b.chapter_set.count() / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.chapter_set.count()


def case_2465():
    """b.chapter_set.all() -> c.writer.name (mode copied to manager) / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        [c.writer.name for c in book.chapter_set.all()]


def case_2466():
    """b.chapter_set.all() -> c.book (known parent) / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        [c.book.title for c in book.chapter_set.all()]


def case_2467():
    """b.chapter_set.all() -> c.writer.name with prefetch chapter_set / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).prefetch_related("chapter_set"):
        [c.writer.name for c in book.chapter_set.all()]


def case_2468():
    """b.author.name via .iterator() / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).iterator():
        book.author.name


def case_2469():
    """b.author.name via .iterator(chunk_size=2) / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).iterator(chunk_size=2):
        book.author.name


def case_2470():
    """list(qs) kept, b.author / FETCH_PEERS"""
    for book in list(Book.objects.all().fetch_mode(FETCH_PEERS)):
        book.author.name


def case_2471():
    """generator: rows discarded as consumed / FETCH_PEERS"""
    for book in (book for book in Book.objects.all().fetch_mode(FETCH_PEERS).iterator()):
        book.author.name


def case_2472():
    """slice / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS)[:100]:
        book.author.name


def case_2473():
    """mode then filter / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).filter(n__gt=0):
        book.author.name


def case_2474():
    """filter then mode / FETCH_PEERS"""
    for book in Book.objects.all().filter(n__gt=0).fetch_mode(FETCH_PEERS):
        book.author.name


def case_2475():
    """mode then values / FETCH_PEERS"""
    for row in Book.objects.all().fetch_mode(FETCH_PEERS).values("n"):
        pass


def case_2476():
    """mode on .get() / .first() / FETCH_PEERS"""
    Book.objects.all().fetch_mode(FETCH_PEERS).get(pk=1).author.name
    Book.objects.all().fetch_mode(FETCH_PEERS).first().author.name


def case_2477():
    """loop of .get() / FETCH_PEERS"""
    [
        Book.objects.all().fetch_mode(FETCH_PEERS).get(pk=i).author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2478():
    """mode with select_related / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).select_related("author"):
        book.author.name


def case_2479():
    """mode with select_related one level then city / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).select_related("author"):
        book.author.city.name


def case_2480():
    """mode with prefetch author then city / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).prefetch_related("author"):
        book.author.city.name


def case_2481():
    """mode with prefetch tags then t.owner / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).prefetch_related("tags"):
        [item.owner.name for item in book.tags.all()]


def case_2482():
    """m2m without prefetch then t.owner / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        [item.owner.name for item in book.tags.all()]


def case_2483():
    """prefetch with queryset mode: Prefetch(queryset=Tag.fetch_mode(M)) then t.owner / FETCH_PEERS"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("tags", queryset=Tag.objects.all().fetch_mode(FETCH_PEERS))
    ):
        [item.owner.name for item in book.tags.all()]


def case_2484():
    """raw().fetch_mode? / FETCH_PEERS"""
    for book in Book.objects.raw("select * from app_book").fetch_mode(FETCH_PEERS):
        book.author.name


def case_2485():
    """union / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).union(Book.objects.all()):
        book.author.name


def case_2486():
    """union then mode / FETCH_PEERS"""
    for book in Book.objects.all().union(Book.objects.all()).fetch_mode(FETCH_PEERS):
        book.author.name


def case_2487():
    """save() in loop / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.save()


def case_2488():
    """delete() in loop / FETCH_PEERS"""
    for book in Book.objects.all().order_by("-pk").fetch_mode(FETCH_PEERS):
        book.delete()


def case_2489():
    """str(obj) touching fk / FETCH_PEERS"""
    for row in Book.objects.all().fetch_mode(FETCH_PEERS):
        str(row)


def case_2490():
    """copy.copy / FETCH_PEERS"""
    for book in [copy.copy(book) for book in Book.objects.all().fetch_mode(FETCH_PEERS)]:
        book.author.name


def case_2491():
    """pickle round trip / FETCH_PEERS"""
    for book in pickle.loads(pickle.dumps(list(Book.objects.all().fetch_mode(FETCH_PEERS)))):
        book.author.name


def case_2492():
    """two passes: b.author then b.editor / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.author.name
        book.editor.name


def case_2493():
    """refresh_from_db() then b.author / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.refresh_from_db()
        book.author.name


def case_2494():
    """in_bulk / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS).in_bulk().values():
        book.author.name


def case_2495():
    """get_or_create found in loop / FETCH_PEERS"""
    [
        Book.objects.all().fetch_mode(FETCH_PEERS).get_or_create(pk=i)[0].author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2496():
    """create() via mode queryset then fk / FETCH_PEERS"""
    Book.objects.all().fetch_mode(FETCH_PEERS).create(
        author_id=1, editor_id=1, translator_id=1, imprint_id=1
    ).author.name


def case_2497():
    """every row same fk: b.imprint.name / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.imprint.name


def case_2498():
    """self fk chain / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.sequel_of and book.sequel_of.title


def case_2499():
    """book.author.book_set via peers / FETCH_PEERS"""
    for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        list(book.author.book_set.all())


def case_2500():
    """b.author.name / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.author.name


def case_2501():
    """b.author_id / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.author_id


def case_2502():
    """b.author.city.name (mode inherited) / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.author.city.name


def case_2503():
    """nullable fk null / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.reviewer


def case_2504():
    """nullable fk set / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.publisher.name


def case_2505():
    """reverse o2o b.cover.art / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.cover.art


def case_2506():
    """reverse o2o missing hasattr / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        hasattr(book, "isbn")


def case_2507():
    """forward o2o c.book / FETCH_RAISE"""
    for c in Cover.objects.all().fetch_mode(FETCH_RAISE):
        c.book.title


def case_2508():
    """MTI parent place.restaurant / FETCH_RAISE"""
    for parent in Place.objects.all().fetch_mode(FETCH_RAISE):
        parent.restaurant.stars


def case_2509():
    """deferred field only("n") -> b.title / FETCH_RAISE"""
    for book in Book.objects.all().only("n").fetch_mode(FETCH_RAISE):
        book.title


def case_2510():
    """deferred fk only("title") -> b.author.name / FETCH_RAISE"""
    for book in Book.objects.all().only("title").fetch_mode(FETCH_RAISE):
        book.author.name


def case_2511():
    """GFK t.content_object / FETCH_RAISE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_RAISE):
        item.content_object and item.content_object.pk


def case_2512():
    """GFK then t.content_object.author.name / FETCH_RAISE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_RAISE):
        item.content_object.author.name


def case_2513():
    """GFK t.content_type / FETCH_RAISE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_RAISE):
        item.content_type.model


def case_2514():
    """reverse manager b.chapter_set.all() / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        list(book.chapter_set.all())


def case_2515():
    """m2m manager b.tags.all() / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        list(book.tags.all())


def case_2516():
    """GenericRelation b.tagged.all() / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        list(book.tagged.all())


def case_2517():
    """b.chapter_set.count() / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.chapter_set.count()


def case_2518():
    """b.chapter_set.all() -> c.writer.name (mode copied to manager) / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        [c.writer.name for c in book.chapter_set.all()]


def case_2519():
    """b.chapter_set.all() -> c.book (known parent) / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        [c.book.title for c in book.chapter_set.all()]


def case_2520():
    """b.chapter_set.all() -> c.writer.name with prefetch chapter_set / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).prefetch_related("chapter_set"):
        [c.writer.name for c in book.chapter_set.all()]


def case_2521():
    """b.author.name via .iterator() / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).iterator():
        book.author.name


def case_2522():
    """b.author.name via .iterator(chunk_size=2) / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).iterator(chunk_size=2):
        book.author.name


def case_2523():
    """list(qs) kept, b.author / FETCH_RAISE"""
    for book in list(Book.objects.all().fetch_mode(FETCH_RAISE)):
        book.author.name


def case_2524():
    """generator: rows discarded as consumed / FETCH_RAISE"""
    for book in (book for book in Book.objects.all().fetch_mode(FETCH_RAISE).iterator()):
        book.author.name


def case_2525():
    """slice / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE)[:100]:
        book.author.name


def case_2526():
    """mode then filter / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).filter(n__gt=0):
        book.author.name


def case_2527():
    """filter then mode / FETCH_RAISE"""
    for book in Book.objects.all().filter(n__gt=0).fetch_mode(FETCH_RAISE):
        book.author.name


def case_2528():
    """mode then values / FETCH_RAISE"""
    for row in Book.objects.all().fetch_mode(FETCH_RAISE).values("n"):
        pass


def case_2529():
    """mode on .get() / .first() / FETCH_RAISE"""
    Book.objects.all().fetch_mode(FETCH_RAISE).get(pk=1).author.name
    Book.objects.all().fetch_mode(FETCH_RAISE).first().author.name


def case_2530():
    """loop of .get() / FETCH_RAISE"""
    [
        Book.objects.all().fetch_mode(FETCH_RAISE).get(pk=i).author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2531():
    """mode with select_related / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).select_related("author"):
        book.author.name


def case_2532():
    """mode with select_related one level then city / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).select_related("author"):
        book.author.city.name


def case_2533():
    """mode with prefetch author then city / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).prefetch_related("author"):
        book.author.city.name


def case_2534():
    """mode with prefetch tags then t.owner / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).prefetch_related("tags"):
        [item.owner.name for item in book.tags.all()]


def case_2535():
    """m2m without prefetch then t.owner / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        [item.owner.name for item in book.tags.all()]


def case_2536():
    """prefetch with queryset mode: Prefetch(queryset=Tag.fetch_mode(M)) then t.owner / FETCH_RAISE"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("tags", queryset=Tag.objects.all().fetch_mode(FETCH_RAISE))
    ):
        [item.owner.name for item in book.tags.all()]


def case_2537():
    """raw().fetch_mode? / FETCH_RAISE"""
    for book in Book.objects.raw("select * from app_book").fetch_mode(FETCH_RAISE):
        book.author.name


def case_2538():
    """union / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).union(Book.objects.all()):
        book.author.name


def case_2539():
    """union then mode / FETCH_RAISE"""
    for book in Book.objects.all().union(Book.objects.all()).fetch_mode(FETCH_RAISE):
        book.author.name


def case_2540():
    """save() in loop / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.save()


def case_2541():
    """delete() in loop / FETCH_RAISE"""
    for book in Book.objects.all().order_by("-pk").fetch_mode(FETCH_RAISE):
        book.delete()


def case_2542():
    """str(obj) touching fk / FETCH_RAISE"""
    for row in Book.objects.all().fetch_mode(FETCH_RAISE):
        str(row)


def case_2543():
    """copy.copy / FETCH_RAISE"""
    for book in [copy.copy(book) for book in Book.objects.all().fetch_mode(FETCH_RAISE)]:
        book.author.name


def case_2544():
    """pickle round trip / FETCH_RAISE"""
    for book in pickle.loads(pickle.dumps(list(Book.objects.all().fetch_mode(FETCH_RAISE)))):
        book.author.name


def case_2545():
    """two passes: b.author then b.editor / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.author.name
        book.editor.name


def case_2546():
    """refresh_from_db() then b.author / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.refresh_from_db()
        book.author.name


def case_2547():
    """in_bulk / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE).in_bulk().values():
        book.author.name


def case_2548():
    """get_or_create found in loop / FETCH_RAISE"""
    [
        Book.objects.all().fetch_mode(FETCH_RAISE).get_or_create(pk=i)[0].author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2549():
    """create() via mode queryset then fk / FETCH_RAISE"""
    Book.objects.all().fetch_mode(FETCH_RAISE).create(
        author_id=1, editor_id=1, translator_id=1, imprint_id=1
    ).author.name


def case_2550():
    """every row same fk: b.imprint.name / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.imprint.name


def case_2551():
    """self fk chain / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        book.sequel_of and book.sequel_of.title


def case_2552():
    """book.author.book_set via peers / FETCH_RAISE"""
    for book in Book.objects.all().fetch_mode(FETCH_RAISE):
        list(book.author.book_set.all())


def case_2553():
    """b.author.name / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.author.name


def case_2554():
    """b.author_id / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.author_id


def case_2555():
    """b.author.city.name (mode inherited) / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.author.city.name


def case_2556():
    """nullable fk null / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.reviewer


def case_2557():
    """nullable fk set / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.publisher.name


def case_2558():
    """reverse o2o b.cover.art / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.cover.art


def case_2559():
    """reverse o2o missing hasattr / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        hasattr(book, "isbn")


def case_2560():
    """forward o2o c.book / FETCH_ONE"""
    for c in Cover.objects.all().fetch_mode(FETCH_ONE):
        c.book.title


def case_2561():
    """MTI parent place.restaurant / FETCH_ONE"""
    for parent in Place.objects.all().fetch_mode(FETCH_ONE):
        parent.restaurant.stars


def case_2562():
    """deferred field only("n") -> b.title / FETCH_ONE"""
    for book in Book.objects.all().only("n").fetch_mode(FETCH_ONE):
        book.title


def case_2563():
    """deferred fk only("title") -> b.author.name / FETCH_ONE"""
    for book in Book.objects.all().only("title").fetch_mode(FETCH_ONE):
        book.author.name


def case_2564():
    """GFK t.content_object / FETCH_ONE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_ONE):
        item.content_object and item.content_object.pk


def case_2565():
    """GFK then t.content_object.author.name / FETCH_ONE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_ONE):
        item.content_object.author.name


def case_2566():
    """GFK t.content_type / FETCH_ONE"""
    for item in TaggedItem.objects.all().fetch_mode(FETCH_ONE):
        item.content_type.model


def case_2567():
    """reverse manager b.chapter_set.all() / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        list(book.chapter_set.all())


def case_2568():
    """m2m manager b.tags.all() / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        list(book.tags.all())


def case_2569():
    """GenericRelation b.tagged.all() / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        list(book.tagged.all())


def case_2570():
    """b.chapter_set.count() / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.chapter_set.count()


def case_2571():
    """b.chapter_set.all() -> c.writer.name (mode copied to manager) / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        [c.writer.name for c in book.chapter_set.all()]


def case_2572():
    """b.chapter_set.all() -> c.book (known parent) / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        [c.book.title for c in book.chapter_set.all()]


def case_2573():
    """b.chapter_set.all() -> c.writer.name with prefetch chapter_set / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).prefetch_related("chapter_set"):
        [c.writer.name for c in book.chapter_set.all()]


def case_2574():
    """b.author.name via .iterator() / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).iterator():
        book.author.name


def case_2575():
    """b.author.name via .iterator(chunk_size=2) / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).iterator(chunk_size=2):
        book.author.name


def case_2576():
    """list(qs) kept, b.author / FETCH_ONE"""
    for book in list(Book.objects.all().fetch_mode(FETCH_ONE)):
        book.author.name


def case_2577():
    """generator: rows discarded as consumed / FETCH_ONE"""
    for book in (book for book in Book.objects.all().fetch_mode(FETCH_ONE).iterator()):
        book.author.name


def case_2578():
    """slice / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE)[:100]:
        book.author.name


def case_2579():
    """mode then filter / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).filter(n__gt=0):
        book.author.name


def case_2580():
    """filter then mode / FETCH_ONE"""
    for book in Book.objects.all().filter(n__gt=0).fetch_mode(FETCH_ONE):
        book.author.name


def case_2581():
    """mode then values / FETCH_ONE"""
    for row in Book.objects.all().fetch_mode(FETCH_ONE).values("n"):
        pass


def case_2582():
    """mode on .get() / .first() / FETCH_ONE"""
    Book.objects.all().fetch_mode(FETCH_ONE).get(pk=1).author.name
    Book.objects.all().fetch_mode(FETCH_ONE).first().author.name


def case_2583():
    """loop of .get() / FETCH_ONE"""
    [
        Book.objects.all().fetch_mode(FETCH_ONE).get(pk=i).author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2584():
    """mode with select_related / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).select_related("author"):
        book.author.name


def case_2585():
    """mode with select_related one level then city / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).select_related("author"):
        book.author.city.name


def case_2586():
    """mode with prefetch author then city / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).prefetch_related("author"):
        book.author.city.name


def case_2587():
    """mode with prefetch tags then t.owner / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).prefetch_related("tags"):
        [item.owner.name for item in book.tags.all()]


def case_2588():
    """m2m without prefetch then t.owner / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        [item.owner.name for item in book.tags.all()]


def case_2589():
    """prefetch with queryset mode: Prefetch(queryset=Tag.fetch_mode(M)) then t.owner / FETCH_ONE"""
    for book in Book.objects.all().prefetch_related(Prefetch("tags", queryset=Tag.objects.all().fetch_mode(FETCH_ONE))):
        [item.owner.name for item in book.tags.all()]


def case_2590():
    """raw().fetch_mode? / FETCH_ONE"""
    for book in Book.objects.raw("select * from app_book").fetch_mode(FETCH_ONE):
        book.author.name


def case_2591():
    """union / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).union(Book.objects.all()):
        book.author.name


def case_2592():
    """union then mode / FETCH_ONE"""
    for book in Book.objects.all().union(Book.objects.all()).fetch_mode(FETCH_ONE):
        book.author.name


def case_2593():
    """save() in loop / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.save()


def case_2594():
    """delete() in loop / FETCH_ONE"""
    for book in Book.objects.all().order_by("-pk").fetch_mode(FETCH_ONE):
        book.delete()


def case_2595():
    """str(obj) touching fk / FETCH_ONE"""
    for row in Book.objects.all().fetch_mode(FETCH_ONE):
        str(row)


def case_2596():
    """copy.copy / FETCH_ONE"""
    for book in [copy.copy(book) for book in Book.objects.all().fetch_mode(FETCH_ONE)]:
        book.author.name


def case_2597():
    """pickle round trip / FETCH_ONE"""
    for book in pickle.loads(pickle.dumps(list(Book.objects.all().fetch_mode(FETCH_ONE)))):
        book.author.name


def case_2598():
    """two passes: b.author then b.editor / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.author.name
        book.editor.name


def case_2599():
    """refresh_from_db() then b.author / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.refresh_from_db()
        book.author.name


def case_2600():
    """in_bulk / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE).in_bulk().values():
        book.author.name


def case_2601():
    """get_or_create found in loop / FETCH_ONE"""
    [
        Book.objects.all().fetch_mode(FETCH_ONE).get_or_create(pk=i)[0].author.name
        for i in list(Book.objects.all().values_list("pk", flat=True))
    ]


def case_2602():
    """create() via mode queryset then fk / FETCH_ONE"""
    Book.objects.all().fetch_mode(FETCH_ONE).create(author_id=1, editor_id=1, translator_id=1, imprint_id=1).author.name


def case_2603():
    """every row same fk: b.imprint.name / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.imprint.name


def case_2604():
    """self fk chain / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        book.sequel_of and book.sequel_of.title


def case_2605():
    """book.author.book_set via peers / FETCH_ONE"""
    for book in Book.objects.all().fetch_mode(FETCH_ONE):
        list(book.author.book_set.all())


def case_2606():
    """default on manager via get_queryset(): b.author.name / manager"""
    for book in Book.peers.all():
        book.author.name


def case_2607():
    """Manager method Book.objects.fetch_mode(FETCH_PEERS) / manager proxy"""
    for book in Book.objects.fetch_mode(FETCH_PEERS):
        book.author.name


def case_2608():
    """related manager: author.book_set.fetch_mode(FETCH_PEERS) -> b.editor / nothing"""
    for author in Author.objects.all():
        [book.editor.name for book in author.book_set.fetch_mode(FETCH_PEERS)]


def case_2609():
    """prefetched related manager: b.chapter_set.fetch_mode(PEERS) re-queries / prefetch_related"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.fetch_mode(FETCH_PEERS))


def case_2610():
    """patched query.DEFAULT_FETCH_MODE (undocumented) / FETCH_PEERS"""
    from django.db.models import query

    before = query.DEFAULT_FETCH_MODE
    query.DEFAULT_FETCH_MODE = FETCH_PEERS
    try:
        for book in Book.objects.all():
            book.author.name
    finally:
        query.DEFAULT_FETCH_MODE = before


def case_2611():
    """list(qs.iterator()) kept, then b.author.name / FETCH_PEERS"""
    for book in list(Book.objects.all().fetch_mode(FETCH_PEERS).iterator()):
        book.author.name


def case_2612():
    """rows consumed by pop() from a list, b.author.name / FETCH_PEERS"""
    l = list(Book.objects.all().fetch_mode(FETCH_PEERS))
    for _ in range(len(l)):
        l.pop().author.name


def case_2613():
    """paginator page object_list, b.author.name / FETCH_PEERS"""
    for book in (
        __import__("django.core.paginator", fromlist=["x"])
        .Paginator(Book.objects.all().fetch_mode(FETCH_PEERS).order_by("pk"), 5)
        .page(1)
    ):
        book.author.name


def case_2614():
    """loop over filter(pk=i) one-row querysets / FETCH_PEERS"""
    for i in list(Book.objects.all().values_list("pk", flat=True)):
        for book in Book.objects.all().fetch_mode(FETCH_PEERS).filter(pk=i):
            book.author.name


def case_2615():
    """template {% for x in qs %}{{ x.author.name }} / FETCH_PEERS"""
    template = Template("{% for x in qs %}{{ x.author.name }}{% endfor %}")
    template.render(Context({"qs": Book.objects.all().fetch_mode(FETCH_PEERS)}))
