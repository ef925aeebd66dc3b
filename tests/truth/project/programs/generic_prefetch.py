from django.contrib.contenttypes.prefetch import GenericPrefetch

from app.models import Book, TaggedItem


def case_2364():
    """t.content_object.author.name / GenericPrefetch('content_object', [Book.select_related('author')])"""
    for item in TaggedItem.objects.all().prefetch_related(
        GenericPrefetch("content_object", [Book.objects.select_related("author")])
    ):
        item.content_object.author.name
