from rest_framework import serializers

from market.ads.models import Ad, AdPhoto
from market.catalog.models import Category, Product
from market.companies.models import Company, Office


class CategorySerializer(serializers.ModelSerializer):
    parent_name = serializers.CharField(source="parent.name", default=None)

    class Meta:
        model = Category
        fields = ["id", "name", "slug", "parent_name"]


class AdPhotoSerializer(serializers.ModelSerializer):
    class Meta:
        model = AdPhoto
        fields = ["file", "position"]


class AdSerializer(serializers.ModelSerializer):
    category = CategorySerializer(read_only=True)
    photos = AdPhotoSerializer(many=True, read_only=True)
    seller = serializers.CharField(source="seller_name", read_only=True)
    review_count = serializers.SerializerMethodField()

    class Meta:
        model = Ad
        fields = ["id", "title", "price", "status", "category", "photos", "seller", "review_count"]

    def get_review_count(self, ad):
        return ad.reviews.count()


class ProductSerializer(serializers.ModelSerializer):
    category = serializers.StringRelatedField()
    brand = serializers.StringRelatedField()

    class Meta:
        model = Product
        fields = ["id", "name", "sku", "price", "category", "brand"]


class OfficeSerializer(serializers.ModelSerializer):
    class Meta:
        model = Office
        fields = ["street", "city"]


class CompanySerializer(serializers.ModelSerializer):
    offices = OfficeSerializer(many=True, read_only=True)
    package = serializers.SerializerMethodField()

    class Meta:
        model = Company
        fields = ["id", "name", "slug", "offices", "package"]

    def get_package(self, company):
        subscription = company.subscriptions.running().first()
        return subscription.package.name if subscription else None
