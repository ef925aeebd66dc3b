from django.contrib import admin

from market.catalog.models import Attribute, AttributeValue, Brand, Category, Product, Soda


class AttributeValueInline(admin.TabularInline):
    model = AttributeValue
    autocomplete_fields = ["attribute"]
    extra = 0


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["path", "position"]
    search_fields = ["name"]


@admin.register(Attribute)
class AttributeAdmin(admin.ModelAdmin):
    list_display = ["name", "category"]
    search_fields = ["name"]


@admin.register(Product, Soda)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name", "sku", "category", "brand", "review_count"]
    list_select_related = ["category", "brand"]
    raw_id_fields = ["owner", "accessories"]
    inlines = [AttributeValueInline]

    @admin.display(description="reviews")
    def review_count(self, product):
        return product.reviews.count()


admin.site.register(Brand)
