from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from market.core.fields import UserForeignKey
from market.core.models import TimeStampedModel


class GenericLink(models.Model):
    """Points at any row of any model."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    content_object = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["content_type", "object_id"])]


class Tag(models.Model):
    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)

    def __str__(self):
        return self.name


class TaggedItem(GenericLink):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="items")

    class Meta(GenericLink.Meta):
        abstract = False


class Review(TimeStampedModel):
    author = UserForeignKey(related_name="reviews")
    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="reviews")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    stars = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)

    def __str__(self):
        return f"{self.stars} stars by {self.author}"


class Report(TimeStampedModel):
    """A visitor says that something should not be here: one report a visitor and thing."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=40)
    thing = GenericForeignKey()
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=200)

    class Meta(TimeStampedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "reporter"], name="one_report_per_visitor"),
        ]


class ActivityEntry(models.Model):
    """Named by hand where a generic key would do: the few kinds of rows that matter have their own keys."""

    actor = UserForeignKey(related_name="activity")
    ad = models.ForeignKey("ads.Ad", on_delete=models.CASCADE, null=True, blank=True, related_name="activity")
    company = models.ForeignKey("companies.Company", models.CASCADE, null=True, blank=True, related_name="activity")
    verb = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["actor", "-at"], name="activity_actor_at")]
        verbose_name_plural = "activity entries"
