from django.db import models
from django.utils import timezone


class PublishedQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published_at__isnull=False, published_at__lte=timezone.now())

    def newest(self):
        return self.order_by("-published_at")


class AliveManager(models.Manager):
    """Leaves out what was deleted by its owner."""

    def get_queryset(self):
        return super().get_queryset().filter(deleted_at__isnull=True)


PublishedManager = models.Manager.from_queryset(PublishedQuerySet)


class AlivePublishedManager(AliveManager.from_queryset(PublishedQuerySet)):
    pass
