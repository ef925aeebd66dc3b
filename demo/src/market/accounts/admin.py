from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from market.accounts.models import Address, Profile, Seller, User


class AddressInline(admin.TabularInline):
    model = Address
    extra = 0


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ["email", "username", "is_seller", "referred_by", "date_joined"]
    list_filter = ["is_seller", *UserAdmin.list_filter]
    inlines = [AddressInline]


@admin.register(Seller)
class SellerAdmin(admin.ModelAdmin):
    list_display = ["email", "profile_name", "ad_count"]

    @admin.display(description="name")
    def profile_name(self, seller):
        return seller.profile.display_name

    @admin.display(description="ads")
    def ad_count(self, seller):
        return seller.ads_ads.count()


@admin.register(Profile)
class ProfileAdmin(admin.ModelAdmin):
    list_display = ["display_name", "user", "city"]
    list_select_related = ["user", "invoice_address"]

    def city(self, profile):
        return profile.invoice_address.city if profile.invoice_address else ""
