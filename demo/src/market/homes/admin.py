from django.contrib import admin

from market.homes.models import Amenity, Flat, House, Lease, Viewing


@admin.register(Flat, House)
class PropertyAdmin(admin.ModelAdmin):
    list_display = ["__str__", "company", "rent"]
    raw_id_fields = ["owner", "address"]


@admin.register(Viewing)
class ViewingAdmin(admin.ModelAdmin):
    list_display = ["at", "property", "visitor"]
    list_select_related = ["property__address", "visitor"]


admin.site.register([Amenity, Lease])
