from django.db import models

from market.core.models import OwnedModel, TimeStampedModel


class CreditAccount(TimeStampedModel):
    company = models.OneToOneField("companies.Company", models.CASCADE, related_name="credit_account")
    balance = models.IntegerField(default=0)

    def __str__(self):
        return f"{self.company}: {self.balance}"


class CreditEntry(TimeStampedModel, OwnedModel):
    """The ledger: entries are added, never changed."""

    account = models.ForeignKey(CreditAccount, models.PROTECT, related_name="entries", db_index=False)
    amount = models.IntegerField()
    reason = models.CharField(max_length=200)
    ad = models.ForeignKey("ads.Ad", models.SET_NULL, null=True, blank=True, related_name="credit_entries")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")

    class Meta(TimeStampedModel.Meta):
        verbose_name_plural = "credit entries"
        # The key has no index of its own: this one starts with it.
        indexes = [models.Index(fields=["account", "-created_at"], name="credit_account_created")]

    def __str__(self):
        return f"{self.amount:+d} {self.reason}"
