from django.conf import settings
from django.db import models

from market.core.models import TimeStampedModel


class CompanyQuerySet(models.QuerySet):
    def verified(self):
        return self.filter(verified_at__isnull=False)

    def with_staff(self):
        return self.prefetch_related("memberships__user")


class Company(TimeStampedModel):
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    registration_number = models.CharField(max_length=32, unique=True, db_index=True)
    vat_number = models.CharField(max_length=20, blank=True, db_index=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="subsidiaries")
    head_office = models.OneToOneField(
        "companies.Office", models.SET_NULL, null=True, blank=True, related_name="head_office_of"
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="Membership",
        through_fields=("company", "user"),
        related_name="companies",
    )

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "companies"
        ordering = ["name"]

    def __str__(self):
        return self.name


class Membership(models.Model):
    class Role(models.TextChoices):
        OWNER = "owner"
        SALES = "sales"
        SUPPORT = "support"

    company = models.ForeignKey(Company, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.SALES)
    joined_on = models.DateField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "company"], name="one_membership_per_company"),
            models.UniqueConstraint(
                fields=["company"], condition=models.Q(role="owner"), name="one_owner_per_company"
            ),
        ]

    def __str__(self):
        return f"{self.user} at {self.company}"


class Office(models.Model):
    company = models.ForeignKey(Company, models.CASCADE)
    street = models.CharField(max_length=200)
    city = models.CharField(max_length=80)

    class Meta:
        default_related_name = "offices"
        indexes = [models.Index(fields=["city", "company"], name="office_city_company")]

    def __str__(self):
        return f"{self.company.name}, {self.city}"


class OpeningHours(models.Model):
    office = models.ForeignKey(Office, models.CASCADE, db_column="office_ref", related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        db_table = "office_hours"
        ordering = ["office", "weekday"]
        unique_together = [("office", "weekday")]
        verbose_name_plural = "opening hours"

    def __str__(self):
        return f"{self.weekday}: {self.opens}-{self.closes}"
