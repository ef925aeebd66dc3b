from django.db import models
from django.utils import timezone

from market.core.fields import UserForeignKey
from market.core.managers import AliveManager


class TimeStampedModel(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        ordering = ["-created_at"]
        get_latest_by = "created_at"


class OwnedModel(models.Model):
    owner = UserForeignKey(related_name="%(app_label)s_%(class)ss", related_query_name="owned_%(class)s")

    class Meta:
        abstract = True


class SoftDeleteModel(models.Model):
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = AliveManager()
    everything = models.Manager()

    class Meta:
        abstract = True

    def soft_delete(self):
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])


class PublishedModel(TimeStampedModel):
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta(TimeStampedModel.Meta):
        abstract = True
        ordering = ["-published_at", "-pk"]

    @property
    def is_published(self):
        return self.published_at is not None and self.published_at <= timezone.now()
