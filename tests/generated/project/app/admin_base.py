from django.contrib.admin import ModelAdmin


class Kept(ModelAdmin):
    """Its rows cannot be deleted: the page that asks whether to do so lists whatever points to them."""

    actions = ["nothing"]

    def nothing(self, request, queryset):
        pass

    def has_delete_permission(self, request, obj=None):
        return False
