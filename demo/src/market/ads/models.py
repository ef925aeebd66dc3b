from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from market.ads.managers import AdManager, MessageQuerySet, PromotedAdManager
from market.catalog.models import Category
from market.core.fields import PriceField, UserForeignKey
from market.core.models import OwnedModel, PublishedModel, SoftDeleteModel, TimeStampedModel


class Ad(PublishedModel, OwnedModel, SoftDeleteModel):
    class Status(models.TextChoices):
        DRAFT = "draft"
        ONLINE = "online"
        SOLD = "sold"

    company = models.ForeignKey("companies.Company", models.CASCADE, null=True, blank=True, related_name="ads")
    category = models.ForeignKey(Category, models.PROTECT, related_name="ads")
    product = models.ForeignKey("catalog.Product", models.SET_NULL, null=True, blank=True)
    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=140)
    text = models.TextField()
    price = PriceField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT, db_index=True)
    promoted = models.BooleanField(default=False)
    favourited_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Favourite", related_name="favourite_ads", blank=True
    )
    tags = GenericRelation("community.TaggedItem", related_query_name="ad")
    reviews = GenericRelation("community.Review", "subject_id", "subject_type")

    objects = AdManager()
    everything = models.Manager()

    class Meta(PublishedModel.Meta):
        base_manager_name = "everything"
        default_manager_name = "objects"
        # `status` leads the first one, so its own index is never needed.
        indexes = [
            models.Index(fields=["status", "-published_at"], name="ad_status_published"),
            models.Index(fields=["category", "status", "price"], name="ad_category_status_price"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "slug"], condition=models.Q(deleted_at=None), name="ad_slug_per_owner"
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.category})"

    @property
    def seller_name(self):
        return self.company.name if self.company else str(self.owner)


class PromotedAd(Ad):
    objects = PromotedAdManager()

    class Meta:
        proxy = True


class AdPhoto(models.Model):
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="ads/%Y/%m/")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["ad", "position"]


class Favourite(models.Model):
    user = models.ForeignKey(get_user_model(), on_delete=models.CASCADE, related_name="favourites")
    ad = models.ForeignKey(Ad, on_delete=models.CASCADE, related_name="favourites")
    added_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-added_at"]
        unique_together = (("user", "ad"),)


class SavedSearch(TimeStampedModel, OwnedModel):
    name = models.CharField(max_length=80)
    words = models.CharField(max_length=200, blank=True)
    categories = models.ManyToManyField(Category, blank=True, db_table="ads_search_categories")
    max_price = PriceField(null=True, blank=True)

    def __str__(self):
        return self.name


class Conversation(TimeStampedModel):
    ad = models.ForeignKey("Ad", models.CASCADE, related_name="conversations")
    buyer = UserForeignKey(on_delete=models.CASCADE, related_name="conversations")
    last_message = models.OneToOneField("Message", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(TimeStampedModel.Meta):
        constraints = [models.UniqueConstraint(fields=["buyer", "ad"], name="one_conversation_per_ad")]

    def __str__(self):
        return f"{self.buyer} about {self.ad}"


class Message(TimeStampedModel):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    sender = UserForeignKey(related_name="sent_%(class)ss")
    text = models.TextField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [
            models.Index(fields=["conversation", "created_at"], name="message_conversation_created"),
            models.Index(fields=["conversation"], name="message_unread", condition=models.Q(read_at=None)),
        ]
