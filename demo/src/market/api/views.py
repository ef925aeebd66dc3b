from rest_framework import viewsets

from market.ads.models import Ad
from market.api.serializers import AdSerializer, CompanySerializer, ProductSerializer
from market.catalog.models import Product
from market.companies.models import Company


class AdViewSet(viewsets.ModelViewSet):
    serializer_class = AdSerializer

    def get_queryset(self):
        ads = Ad.objects.published()
        if self.action == "list":
            return ads.select_related("category", "company").prefetch_related("photos")
        return ads

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class ProductViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Product.objects.select_related("category", "brand").order_by("name")
    serializer_class = ProductSerializer


class CompanyViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Company.objects.verified()
    serializer_class = CompanySerializer
