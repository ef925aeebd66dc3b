from django.contrib import admin

from market.ads.models import Ad, AdPhoto, Conversation, Message, PromotedAd, SavedSearch


class AdPhotoInline(admin.TabularInline):
    model = AdPhoto
    extra = 0


@admin.register(Ad)
class AdAdmin(admin.ModelAdmin):
    list_display = ["title", "seller_name", "category", "status", "published_at"]
    list_filter = ["status", "promoted"]
    list_select_related = ["category"]
    raw_id_fields = ["owner", "product"]
    inlines = [AdPhotoInline]


@admin.register(PromotedAd)
class PromotedAdAdmin(admin.ModelAdmin):
    list_display = ["title", "company"]


@admin.register(Conversation)
class ConversationAdmin(admin.ModelAdmin):
    list_display = ["__str__", "created_at"]


admin.site.register([Message, SavedSearch])
