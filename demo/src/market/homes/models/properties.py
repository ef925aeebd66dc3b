from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from market.core.fields import PriceField
from market.core.models import OwnedModel, PublishedModel

__all__ = ["Amenity", "AvailableFlat", "Flat", "House", "Property"]


class Amenity(models.Model):
    name = models.CharField(max_length=60, unique=True, db_index=True)

    class Meta:
        verbose_name_plural = "amenities"

    def __str__(self):
        return self.name


class Property(PublishedModel, OwnedModel):
    company = models.ForeignKey("companies.Company", models.CASCADE, null=True, blank=True)
    address = models.ForeignKey("accounts.Address", models.PROTECT, related_name="properties")
    rent = PriceField()
    square_metres = models.PositiveIntegerField()
    amenities = models.ManyToManyField(Amenity, blank=True)
    reviews = GenericRelation("community.Review", content_type_field="subject_type", object_id_field="subject_id")

    class Meta(PublishedModel.Meta):
        verbose_name_plural = "properties"
        default_related_name = "properties"

    def __str__(self):
        return f"{self.square_metres} m2, {self.address}"


class Flat(Property):
    floor = models.SmallIntegerField(default=0)
    has_lift = models.BooleanField(default=False)


class House(Property):
    garden_metres = models.PositiveIntegerField(default=0)
    garages = models.PositiveSmallIntegerField(default=0)


class AvailableFlatManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(leases=None)


class AvailableFlat(Flat):
    objects = AvailableFlatManager()

    class Meta:
        proxy = True
        ordering = ["rent"]
