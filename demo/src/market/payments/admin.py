from django.contrib import admin

from market.payments.models import CreditAccount, CreditEntry, Invoice, InvoiceLine, Package, Subscription


class InvoiceLineInline(admin.TabularInline):
    model = InvoiceLine
    extra = 1


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
    list_display = ["number", "company", "due_on", "paid_at", "total"]
    inlines = [InvoiceLineInline]


@admin.register(Subscription)
class SubscriptionAdmin(admin.ModelAdmin):
    list_display = ["company", "package", "starts_on", "ends_on"]
    list_select_related = ["company", "package"]


@admin.register(CreditEntry)
class CreditEntryAdmin(admin.ModelAdmin):
    list_display = ["created_at", "account", "amount", "reason", "owner"]
    raw_id_fields = ["account", "ad", "owner"]


admin.site.register([Package, CreditAccount])
