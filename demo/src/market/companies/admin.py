from django.contrib import admin

from market.companies.models import Company, Membership, Office


class MembershipInline(admin.TabularInline):
    model = Membership
    fk_name = "company"
    raw_id_fields = ["user", "invited_by"]
    extra = 0


@admin.register(Company)
class CompanyAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "head_office", "verified_at"]
    search_fields = ["name", "registration_number"]
    inlines = [MembershipInline]


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    list_display = ["__str__", "street"]
    list_select_related = ["company"]
