from django.contrib import admin
from django.urls import include, path

from market.core.views import home

urlpatterns = [
    path("", home, name="home"),
    path("admin/", admin.site.urls),
    path("ads/", include("market.ads.urls")),
    path("catalog/", include("market.catalog.urls")),
    path("companies/", include("market.companies.urls")),
    path("homes/", include("market.homes.urls")),
    path("account/", include("market.payments.urls")),
    path("api/", include("market.api.urls")),
]
