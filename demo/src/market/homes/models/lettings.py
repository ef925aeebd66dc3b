from django.conf import settings
from django.db import models

from market.core.models import TimeStampedModel

from .properties import Property

__all__ = ["Lease", "Viewing"]


class Viewing(models.Model):
    property = models.ForeignKey(Property, models.CASCADE, related_name="viewings")
    visitor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="viewings")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        get_latest_by = "at"


class Lease(TimeStampedModel):
    home = models.ForeignKey(Property, models.PROTECT, related_name="leases")
    tenants = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="leases")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(TimeStampedModel.Meta):
        constraints = [models.UniqueConstraint(fields=["home", "starts_on"], name="lease_home_start")]
