from django.db import models
from django.utils import timezone

from market.core.fields import PriceField
from market.core.models import TimeStampedModel


class Package(models.Model):
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    monthly_price = PriceField()
    ads_included = models.PositiveIntegerField(default=10)
    successor = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="predecessor")

    class Meta:
        ordering = ["monthly_price"]

    def __str__(self):
        return self.name


class SubscriptionQuerySet(models.QuerySet):
    def running(self, on=None):
        day = on or timezone.localdate()
        return self.filter(starts_on__lte=day).filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day))


class SubscriptionManager(models.Manager.from_queryset(SubscriptionQuerySet)):
    use_in_migrations = False

    def for_company(self, company):
        return self.filter(company=company)


class Subscription(TimeStampedModel):
    company = models.ForeignKey("companies.Company", models.PROTECT, related_name="subscriptions")
    package = models.ForeignKey(Package, models.PROTECT, to_field="code", db_column="package_code")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    cancelled = models.BooleanField(default=False)

    objects = SubscriptionManager()

    class Meta:
        ordering = ["company", "-starts_on"]
        default_related_name = "subscriptions"
        # The index on the key alone is the start of the second one, and Django makes one for the key anyway.
        indexes = [
            models.Index(fields=["company"], name="subscription_company"),
            models.Index(fields=["company", "ends_on"], name="subscription_company_end"),
            models.Index(fields=["ends_on"], name="subscription_open", condition=models.Q(cancelled=False)),
            models.Index(fields=["ends_on", "starts_on"], name="subscription_period"),
        ]

    def __str__(self):
        return f"{self.company}: {self.package}"
