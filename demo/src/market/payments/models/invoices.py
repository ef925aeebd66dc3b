from django.db import models

from market.core.fields import PriceField
from market.core.models import TimeStampedModel


class Invoice(TimeStampedModel):
    number = models.CharField(max_length=20, primary_key=True)
    company = models.ForeignKey("companies.Company", models.PROTECT, related_name="invoices")
    subscription = models.ForeignKey("billing.Subscription", models.SET_NULL, null=True, blank=True)
    due_on = models.DateField()
    paid_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["due_on"], condition=models.Q(paid_at=None), name="invoice_unpaid_due"),
            models.Index(fields=["paid_at", "due_on"], name="invoice_paid_due"),
        ]

    def __str__(self):
        return self.number

    @property
    def total(self):
        return sum(line.amount for line in self.lines.all())


class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines", related_query_name="line")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    amount = PriceField()

    class Meta:
        order_with_respect_to = "invoice"
        unique_together = ("invoice", "position")

    def __str__(self):
        return self.text
