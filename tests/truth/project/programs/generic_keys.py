from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Prefetch

from app.models import Author, Book, TaggedItem


def case_2346():
    """t.content_object / nothing"""
    for item in TaggedItem.objects.all():
        item.content_object and item.content_object.pk


def case_2347():
    """t.content_object twice / nothing"""
    for item in TaggedItem.objects.all():
        item.content_object
        item.content_object


def case_2348():
    """t.content_object / select_related('content_type')"""
    for item in TaggedItem.objects.all().select_related("content_type"):
        item.content_object and item.content_object.pk


def case_2349():
    """t.content_object / select_related('content_object')"""
    for item in TaggedItem.objects.all().select_related("content_object"):
        item.content_object and item.content_object.pk


def case_2350():
    """t.content_object / prefetch_related('content_object')"""
    for item in TaggedItem.objects.all().prefetch_related("content_object"):
        item.content_object and item.content_object.pk


def case_2351():
    """t.content_object.author.name / prefetch_related('content_object')"""
    for item in TaggedItem.objects.all().prefetch_related("content_object"):
        item.content_object.author.name


def case_2352():
    """t.content_object.author.name / prefetch_related('content_object__author')"""
    for item in TaggedItem.objects.all().prefetch_related("content_object__author"):
        item.content_object.author.name


def case_2353():
    """t.content_type / nothing"""
    for item in TaggedItem.objects.all():
        item.content_type.model


def case_2354():
    """t.content_type / select_related('content_type')"""
    for item in TaggedItem.objects.all().select_related("content_type"):
        item.content_type.model


def case_2355():
    """t.content_type_id / t.object_id / nothing"""
    for item in TaggedItem.objects.all():
        item.content_type_id
        item.object_id


def case_2356():
    """ContentType.objects.get_for_id(t.content_type_id) / nothing"""
    for item in TaggedItem.objects.all():
        ContentType.objects.get_for_id(item.content_type_id)


def case_2357():
    """ContentType.objects.get_for_model(x) / nothing"""
    for item in TaggedItem.objects.all():
        ContentType.objects.get_for_model(Book)


def case_2358():
    """ContentType.objects.get(pk=) / nothing"""
    for item in TaggedItem.objects.all():
        ContentType.objects.get(pk=item.content_type_id)


def case_2359():
    """ct.get_object_for_this_type(pk=) / nothing"""
    for item in TaggedItem.objects.all():
        ContentType.objects.get_for_id(item.content_type_id).get_object_for_this_type(pk=item.object_id)


def case_2360():
    """GFK to missing row: t.content_object / prefetch_related('content_object')"""
    TaggedItem.objects.update(object_id=F("object_id") + 500)
    for item in TaggedItem.objects.all().prefetch_related("content_object"):
        item.content_object and item.content_object.pk


def case_2361():
    """GFK to missing row: t.content_object / nothing"""
    TaggedItem.objects.update(object_id=F("object_id") + 500)
    for item in TaggedItem.objects.all():
        item.content_object and item.content_object.pk


def case_2362():
    """GFK to missing row twice per obj / nothing"""
    TaggedItem.objects.update(object_id=F("object_id") + 500)
    for item in TaggedItem.objects.all():
        item.content_object and item.content_object.pk
        item.content_object and item.content_object.pk


def case_2363():
    """GFK of two content types / prefetch_related('content_object')"""
    TaggedItem.objects.filter(pk__lte=2).update(content_type=ContentType.objects.get_for_model(Author))
    for item in TaggedItem.objects.all().prefetch_related("content_object"):
        item.content_object and item.content_object.pk


def case_2365():
    """t.content_object / Prefetch('content_object', queryset=)"""
    for item in TaggedItem.objects.all().prefetch_related(Prefetch("content_object", queryset=Book.objects.all())):
        item.content_object and item.content_object.pk


def case_2366():
    """book.tagged.all() (GenericRelation) / nothing"""
    for book in Book.objects.all():
        list(book.tagged.all())


def case_2367():
    """book.tagged.all() / prefetch_related('tagged')"""
    for book in Book.objects.all().prefetch_related("tagged"):
        list(book.tagged.all())


def case_2368():
    """book.tagged.all() then t.content_object / nothing"""
    for book in Book.objects.all():
        [item.content_object.pk for item in book.tagged.all()]


def case_2369():
    """book.tagged.all() then t.content_object / prefetch_related('tagged')"""
    for book in Book.objects.all().prefetch_related("tagged"):
        [item.content_object.pk for item in book.tagged.all()]


def case_2370():
    """book.tagged.all() then t.content_object / prefetch_related('tagged__content_object')"""
    for book in Book.objects.all().prefetch_related("tagged__content_object"):
        [item.content_object.pk for item in book.tagged.all()]


def case_2371():
    """filter through GenericRelation: TaggedItem.filter(book__title=) / -"""
    list(TaggedItem.objects.all().filter(book__title="book1"))


def case_2372():
    """TaggedItem(content_object=book); t.content_object / -"""
    for book in Book.objects.all():
        TaggedItem(content_object=book).content_object
