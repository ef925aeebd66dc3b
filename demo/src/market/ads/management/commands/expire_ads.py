from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from market.ads.models import Ad


class Command(BaseCommand):
    help = "Takes ads offline that have been online for too long."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=90)

    def handle(self, *args, days, **options):
        border = timezone.now() - timedelta(days=days)
        expired = 0
        for ad in Ad.objects.filter(status=Ad.Status.ONLINE, published_at__lt=border):
            ad.status = Ad.Status.DRAFT
            ad.save(update_fields=["status"])
            self.stdout.write(f"{ad.seller_name}: {ad.title}")
            expired += 1
        self.stdout.write(f"{expired} ads taken offline")
