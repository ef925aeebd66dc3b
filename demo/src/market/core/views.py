from django.shortcuts import render

from market.ads.models import Ad
from market.companies.models import Company
from market.homes.models import Flat


def home(request):
    return render(
        request,
        "home.html",
        {
            "ads": Ad.objects.published().newest()[:20],
            "companies": Company.objects.verified().select_related("head_office")[:6],
            "flats": Flat.objects.select_related("company").order_by("-published_at")[:6],
        },
    )
