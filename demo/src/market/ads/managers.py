from django.db import models

from market.core.managers import AlivePublishedManager


class AdManager(AlivePublishedManager):
    def for_list(self):
        return self.get_queryset().select_related("owner", "category").prefetch_related("photos")

    def of_company(self, company):
        return self.filter(company=company)


class PromotedAdManager(AdManager):
    def get_queryset(self):
        return super().get_queryset().filter(promoted=True)


class MessageQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at=None)
